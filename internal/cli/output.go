package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"

	"github.com/ask-first/askfirst/internal/folder"
)

// output is where a command writes what it was asked for. It remembers the first
// write that failed, so that no command can lose what it found in silence,
// however it prints it.
type output struct {
	to      io.Writer
	written int
	failed  error
}

func (o *output) Write(p []byte) (int, error) {
	if o.failed != nil {
		return 0, o.failed
	}
	n, err := o.to.Write(p)
	o.written, o.failed = o.written+n, err
	return n, err
}

// WriteString lets io.WriteString do without a copy.
func (o *output) WriteString(text string) (int, error) { return o.Write([]byte(text)) }

// document is the flag of the commands whose output is made to be kept. A shell's
// ">" empties the file before the command has begun, and Windows PowerShell writes
// it in another encoding.
type document struct {
	Output string `help:"Write into this file, whole or not at all, instead of to standard output." metavar:"FILE"`
}

func (d *document) file() string { return d.Output }

// report is the same flag of the commands whose output is what they find. Of the
// others findings go to standard error: they do not belong in a document.
type report struct {
	document
}

func (*report) finds() {}

// kept runs a command, and puts its output into a file if it names one. What fails
// on the way leaves the file as it was.
func kept(command any, s streams, run func(streams) error) error {
	d, ok := command.(interface{ file() string })
	if !ok {
		return run(s)
	}
	if _, finds := command.(interface{ finds() }); !finds {
		s.found = s.err
	}
	if d.file() == "" {
		return run(s)
	}
	if isRead(command, d.file()) {
		return fmt.Errorf("--output %s: this is a file that the command reads, or one of the questionnaire; write the name of another", quoted(d.file()))
	}
	var whole bytes.Buffer
	out := &output{to: &whole}
	if s.found == s.out {
		s.found = out
	}
	s.out = out
	err := run(s)
	// With findings a report is whole too, but a document could not be made.
	if found := failed(exitFindings); err != nil && !(errors.As(err, &found) && found == exitFindings && whole.Len() > 0) {
		return err
	}
	if failure := replace(d.file(), whole.Bytes()); failure != nil {
		return fmt.Errorf("--output %s: %w", quoted(d.file()), unwritten(failure))
	}
	return err
}

// isRead tells whether a file is one that a command reads, by whatever name: a file that
// is named on the command line, or one of the questionnaire in a folder named there or in
// the one that somebody is in. What they hold nobody could get back.
func isRead(command any, name string) bool {
	target, err := os.Stat(name)
	if err != nil || !target.Mode().IsRegular() {
		return false
	}
	names := namesIn(reflect.ValueOf(command).Elem())
	if liesHere() {
		names = append(names, ".")
	}
	for _, named := range names {
		info, err := os.Stat(named)
		switch {
		case err != nil:
		case !info.IsDir():
			if os.SameFile(info, target) {
				return true
			}
		default:
			for _, pattern := range []string{"*.y*ml", folder.TranslationsFolder + "/*.y*ml"} {
				files, _ := fs.Glob(os.DirFS(named), pattern)
				for _, file := range files {
					if info, err := os.Stat(filepath.Join(named, file)); err == nil && os.SameFile(info, target) {
						return true
					}
				}
			}
		}
	}
	return false
}

// namesIn are all words that a command line has put into a command, but for the name of
// the file that is written.
func namesIn(command reflect.Value) (all []string) {
	for i := range command.NumField() {
		switch field := command.Field(i); {
		case command.Type().Field(i).Type == reflect.TypeFor[document]():
		case !command.Type().Field(i).IsExported() && !command.Type().Field(i).Anonymous:
		case field.Kind() == reflect.Struct:
			all = append(all, namesIn(field)...)
		case field.Kind() == reflect.String:
			all = append(all, field.String())
		case field.Type() == reflect.TypeFor[[]string]():
			all = append(all, field.Interface().([]string)...)
		}
	}
	return all
}

// unwritten is why a file could not be written, without its path.
func unwritten(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return errors.New("there is no such folder; look at the spelling, and at the folder that you are in")
	}
	if p := new(fs.PathError); errors.As(err, &p) {
		return p.Err
	}
	if l := new(os.LinkError); errors.As(err, &l) {
		return l.Err
	}
	return err
}

// besideError is why a file that may be written cannot be: nothing new can be made in
// its folder.
type besideError struct{ error }

func (e besideError) Error() string {
	return fmt.Sprintf("its folder lets nothing be made in it: %v", unwritten(e.error))
}

// replace gives a file a new content, whole or not at all: it is written beside
// it and takes its name. What is not a file, such as a device, is written to.
func replace(name string, content []byte) error {
	mode, isNew := os.FileMode(0o666), true
	if info, err := os.Stat(name); err == nil {
		old, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			return err // a folder, or a file that is not to be changed
		}
		defer old.Close()
		if !info.Mode().IsRegular() {
			_, err = old.Write(content)
			return err
		}
		mode, isNew = info.Mode().Perm(), false
		if name, err = filepath.EvalSymlinks(name); err != nil {
			return err
		}
	}
	beside := filepath.Join(filepath.Dir(name), fmt.Sprintf(".%s.%d", filepath.Base(name), os.Getpid()))
	f, err := os.OpenFile(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	switch {
	case err != nil && !isNew && errors.Is(err, fs.ErrPermission):
		return besideError{err}
	case err != nil:
		return err
	case !isNew:
		f.Chmod(mode) // of which a new file gets less; where it cannot be had, the content still counts
	}
	_, err = f.Write(content)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(beside, name)
	}
	if err != nil {
		os.Remove(beside)
	}
	return err
}
