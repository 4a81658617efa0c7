// Package watch says when a folder of YAML files has been saved and has come to
// rest.
//
// The one idea is to believe nobody alone. The system's notices are quick, but
// a network folder has none, a machine may have run out of them, and they stay
// with a folder that another one has replaced. So the folder is also looked at
// now and then, and whichever sees a change first tells of it. An editor saves
// in bursts (a new file, a rename, a backup); a burst is one save.
//
// It cannot promise that a file is whole: a program that writes slowly may be
// read in the middle, and is then read again when it goes on.
package watch

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Pace is how patient a watch is.
type Pace struct {
	Rest time.Duration // a burst is over after so long without a change
	Most time.Duration // and told of after so long in any case
	Look time.Duration // how often the folder is looked at, whatever the system says
}

// Usual is the pace for somebody who saves and looks up.
var Usual = Pace{Rest: 40 * time.Millisecond, Most: 400 * time.Millisecond, Look: time.Second}

// Folder watches a folder, and folders within it by name, until the context is
// done, and then closes the channel. A change that nobody has taken from the
// channel yet stands for all later ones. A missing folder does not count as an error: it
// may come back.
func Folder(ctx context.Context, folder string, pace Pace, within ...string) <-chan struct{} {
	saved := make(chan struct{}, 1)
	w := newWatcher(folder, pace, saved, within...)
	// Without notices looking alone has to do; both channels stay nil then.
	if n, err := fsnotify.NewWatcher(); err == nil {
		w.notices = n
	}
	w.seen = w.look()
	w.follow()
	go w.run(ctx)
	return saved
}

type watcher struct {
	folders []string
	pace    Pace
	saved   chan<- struct{}
	notices *fsnotify.Watcher      // nil where the system has none
	watched map[string]os.FileInfo // the folders that notices come from
	seen    map[string]file
}

func newWatcher(folder string, pace Pace, saved chan<- struct{}, within ...string) *watcher {
	w := &watcher{folders: []string{folder}, pace: pace, saved: saved, watched: map[string]os.FileInfo{}}
	for _, name := range within {
		w.folders = append(w.folders, filepath.Join(folder, name))
	}
	return w
}

// file is what tells a saved file from what it was before.
type file struct {
	info    fs.FileInfo
	size    int64
	changed time.Time
}

func (f file) same(other file) bool {
	return f.size == other.size && f.changed.Equal(other.changed) && os.SameFile(f.info, other.info)
}

func (w *watcher) run(ctx context.Context) {
	defer close(w.saved)
	var events <-chan fsnotify.Event
	var errors <-chan error
	if w.notices != nil {
		defer w.notices.Close()
		events, errors = w.notices.Events, w.notices.Errors
	}
	look := time.NewTicker(w.pace.Look)
	defer look.Stop()
	rest := time.NewTimer(0)
	rest.Stop()
	defer rest.Stop()
	var began time.Time // of the burst; zero: there is none
	stir := func() {
		now := time.Now()
		if began.IsZero() {
			began = now
		}
		rest.Reset(max(0, min(w.pace.Rest, w.pace.Most-now.Sub(began))))
	}
	for {
		select {
		case <-ctx.Done():
			return
		case e := <-events:
			if w.concerns(e) {
				stir()
			}
		case <-errors: // more notices than fit: some are lost
			stir()
		case <-look.C:
			if w.follow() || w.changed() {
				stir()
			}
		case <-rest.C:
			began = time.Time{}
			w.seen = w.look()
			select {
			case w.saved <- struct{}{}:
			default: // one is waiting to be taken already
			}
		}
	}
}

// concerns reports whether a notice is about a file of the questionnaire, or the
// folder itself. Editors leave much else beside it.
func (w *watcher) concerns(e fsnotify.Event) bool {
	if e.Op == fsnotify.Chmod {
		return false
	}
	return ours(filepath.Base(e.Name)) || slices.ContainsFunc(w.folders, func(folder string) bool {
		return filepath.Clean(e.Name) == filepath.Clean(folder)
	})
}

func ours(name string) bool {
	return !strings.HasPrefix(name, ".") && (strings.HasSuffix(name, ".yaml") || strings.HasSuffix(name, ".yml"))
}

// follow asks for notices of the folders that have the names now, and reports
// whether any is another one than before.
func (w *watcher) follow() bool {
	other := false
	for _, folder := range w.folders {
		before, watched := w.watched[folder]
		info, err := os.Stat(folder)
		if err != nil && !watched || err == nil && watched && os.SameFile(info, before) {
			continue
		}
		other = true
		delete(w.watched, folder)
		if w.notices != nil {
			w.notices.Remove(folder) // of the earlier one, if that still is there
		}
		if err == nil {
			w.watched[folder] = info
			if w.notices != nil {
				w.notices.Add(folder) // where that fails, looking has to do
			}
		}
	}
	return other
}

func (w *watcher) changed() bool {
	now := w.look()
	if len(now) != len(w.seen) {
		return true
	}
	for name, f := range now {
		if before, ok := w.seen[name]; !ok || !before.same(f) {
			return true
		}
	}
	return false
}

// look notes the folders' files. What cannot be read counts as absent; to say
// so is for whoever reads the questionnaire.
func (w *watcher) look() map[string]file {
	files := map[string]file{}
	for _, folder := range w.folders {
		entries, err := os.ReadDir(folder)
		if err != nil {
			continue
		}
		for _, e := range entries {
			if !ours(e.Name()) {
				continue
			}
			// Through a link, because what it leads to is what is read.
			name := filepath.Join(folder, e.Name())
			if info, err := os.Stat(name); err == nil {
				files[name] = file{info, info.Size(), info.ModTime()}
			}
		}
	}
	return files
}
