package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/ask-first/askfirst/internal/privacy"
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/wording"
)

// lock gives up whatever is not needed from now on. It returns what this system
// cannot give up.
func (f *face) lock(words *wording.Words) (missing []privacy.Protection, err error) {
	not := privacy.Lock().Missing()
	if len(not) > 0 && f.RequireLocks {
		return nil, errors.New(wording.Fill(words.Trouble.Locks, "missing", named(words, not)))
	}
	return not, nil
}

// notice says what this system cannot lock; "" if it can everything.
func notice(words *wording.Words, missing []privacy.Protection) string {
	if len(missing) == 0 {
		return ""
	}
	return wording.Fill(words.Privacy.Missing, "missing", named(words, missing))
}

// whole shows a face with the locks on; missing is what this system does not
// have of them. The crash of a face is an end like any other: nothing that the
// runtime would say of it is shown, because it could hold an answer. words are
// asked for late, because she may have changed the language; wipe is nil where nothing
// can be cleared.
func (f *face) whole(s streams, words func() *wording.Words, wipe func(), show func(missing []privacy.Protection) error) (err error) {
	restore := privacy.Hush() // before the locks, because it opens a file
	defer restore()
	defer func() {
		crashed := recover() != nil
		if crashed && wipe != nil {
			wipe()
		}
		if crashed || errors.Is(err, tui.ErrCrashed) {
			restore()
			fmt.Fprintln(s.err, words().Privacy.Broken)
			err = failed(exitUsage)
		}
	}()
	missing, err := f.lock(words())
	if err != nil {
		return err
	}
	return show(missing)
}

// named are protections by name, such as "files, network".
func named(w *wording.Words, missing []privacy.Protection) string {
	var names []string
	for _, m := range missing {
		names = append(names, strings.ToLower(w.Privacy.Name[string(m)]))
	}
	return strings.Join(names, ", ")
}
