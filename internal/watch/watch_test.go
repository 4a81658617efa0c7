package watch

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// patience is how long a test waits for what must come; it comes in
// milliseconds.
const patience = 20 * time.Second

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// vim writes as vim does: the old file becomes a backup, a new one gets its
// name, and other files come and go beside it.
func vim(t *testing.T, file, text string) {
	t.Helper()
	write(t, filepath.Join(filepath.Dir(file), "4913"), "")
	os.Remove(filepath.Join(filepath.Dir(file), "4913"))
	os.Rename(file, file+"~")
	write(t, file, text)
	os.Remove(file + "~")
}

// rename writes beside the file and renames it over.
func rename(t *testing.T, file, text string) {
	t.Helper()
	write(t, file+".tmp", text)
	if err := os.Rename(file+".tmp", file); err != nil {
		t.Fatal(err)
	}
}

func sees(t *testing.T, saved <-chan struct{}, what string) {
	t.Helper()
	select {
	case <-saved:
	case <-time.After(patience):
		t.Fatalf("nothing was told of: %s", what)
	}
}

// quick waits for notices alone, slow for looking alone.
var (
	quick = Pace{Rest: 20 * time.Millisecond, Most: 200 * time.Millisecond, Look: time.Hour}
	slow  = Pace{Rest: 20 * time.Millisecond, Most: 200 * time.Millisecond, Look: 20 * time.Millisecond}
)

func TestEverySaveIsTold(t *testing.T) {
	for name, pace := range map[string]Pace{"by notice": quick, "by looking": slow} {
		t.Run(name, func(t *testing.T) {
			if name == "by notice" && runtime.GOOS != "linux" && os.Getenv("CI") == "" {
				t.Skip("notices differ between systems; looking is tested everywhere")
			}
			folder := t.TempDir()
			file := filepath.Join(folder, "one.yaml")
			write(t, file, "a")
			start := Folder
			if name == "by looking" {
				start = deaf
			}
			saved := start(t.Context(), folder, pace, "translations")
			write(t, file, "written in place")
			sees(t, saved, "written in place")
			vim(t, file, "as vim writes")
			sees(t, saved, "as vim writes")
			rename(t, file, "renamed over it")
			sees(t, saved, "renamed over it")
			write(t, filepath.Join(folder, "two.yaml"), "a new file")
			sees(t, saved, "a new file")
			os.Remove(file)
			sees(t, saved, "removed")
			os.Mkdir(filepath.Join(folder, "inner"), 0o755)
			settle(saved)
			write(t, filepath.Join(folder, "inner", "one.yaml"), "of nobody's interest")
			tellsNothing(t, saved)
		})
	}
}

// deaf is a watch on a system without notices.
func deaf(ctx context.Context, folder string, pace Pace, within ...string) <-chan struct{} {
	saved := make(chan struct{}, 1)
	w := newWatcher(folder, pace, saved, within...)
	w.seen = w.look()
	w.follow()
	go w.run(ctx)
	return saved
}

func TestAFolderThatIsReplacedIsFollowed(t *testing.T) {
	above := t.TempDir()
	folder := filepath.Join(above, "mine")
	os.Mkdir(folder, 0o755)
	write(t, filepath.Join(folder, "one.yaml"), "a")
	saved := Folder(t.Context(), folder, slow)

	os.Rename(folder, filepath.Join(above, "old"))
	sees(t, saved, "the folder is gone")
	os.Mkdir(folder, 0o755)
	write(t, filepath.Join(folder, "one.yaml"), "b")
	sees(t, saved, "another folder has its name")
	settle(saved)
	write(t, filepath.Join(folder, "one.yaml"), "another text")
	sees(t, saved, "saved in the new folder")
	settle(saved)
	write(t, filepath.Join(above, "old", "one.yaml"), "nobody looks here any more")
	tellsNothing(t, saved)
}

// settle takes what is still told of the last change.
func settle(saved <-chan struct{}) {
	for {
		select {
		case <-saved:
		case <-time.After(300 * time.Millisecond):
			return
		}
	}
}

func tellsNothing(t *testing.T, saved <-chan struct{}) {
	t.Helper()
	select {
	case <-saved:
		t.Error("something was told of, and nothing of the questionnaire changed")
	case <-time.After(300 * time.Millisecond):
	}
}

func TestWhatIsNotTheQuestionnairesIsNotTold(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "one.yaml")
	write(t, file, "a")
	saved := Folder(t.Context(), folder, slow)
	write(t, filepath.Join(folder, ".one.yaml.swp"), "a")
	write(t, filepath.Join(folder, "notes.txt"), "a")
	os.Chmod(file, 0o600)
	if _, err := os.ReadFile(file); err != nil {
		t.Fatal(err)
	}
	tellsNothing(t, saved)
}

func TestABurstIsOneSave(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "one.yaml")
	write(t, file, "a")
	saved := Folder(t.Context(), folder, Pace{Rest: 300 * time.Millisecond, Most: time.Hour, Look: time.Hour})
	for i := range 20 {
		vim(t, file, fmt.Sprint(i))
	}
	sees(t, saved, "the burst")
	tellsNothing(t, saved)
}

func TestABurstWithoutEndIsToldNevertheless(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "one.yaml")
	write(t, file, "a")
	saved := Folder(t.Context(), folder, Pace{Rest: time.Hour, Most: 100 * time.Millisecond, Look: time.Hour})
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			case <-time.After(10 * time.Millisecond):
				os.WriteFile(file, fmt.Append(nil, i), 0o644)
			}
		}
	}()
	sees(t, saved, "the burst")
	close(stop)
	<-stopped
}

func TestFortySavesLeaveNothingBehind(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "one.yaml")
	write(t, file, "a")
	before := runtime.NumGoroutine()
	ctx, cancel := context.WithCancel(t.Context())
	saved := Folder(ctx, folder, quick)
	vim(t, file, "first")
	sees(t, saved, "the first save")
	settle(saved)
	descriptors, goroutines := open(t), runtime.NumGoroutine()
	for i := range 40 {
		vim(t, file, fmt.Sprint("save ", i))
		sees(t, saved, "a save")
	}
	settle(saved)
	if d, g := open(t), runtime.NumGoroutine(); d > descriptors || g > goroutines {
		t.Errorf("%d descriptors and %d goroutines, and before the saves %d and %d", d, g, descriptors, goroutines)
	}
	cancel()
	for range saved { // until it is closed
	}
	for end := time.Now().Add(patience); runtime.NumGoroutine() > before; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%d goroutines after the end, %d before", runtime.NumGoroutine(), before)
		}
	}
}

// open counts the process's descriptors where the system shows them.
func open(t *testing.T) int {
	t.Helper()
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return 0
	}
	return len(entries)
}

func TestAFolderWithinIsWatchedToo(t *testing.T) {
	folder := t.TempDir()
	within := filepath.Join(folder, "translations")
	saved := Folder(t.Context(), folder, slow, "translations")
	os.Mkdir(within, 0o755)
	sees(t, saved, "the folder within is there")
	settle(saved)
	vim(t, filepath.Join(within, "es.yaml"), "a")
	sees(t, saved, "a file in it")
}
