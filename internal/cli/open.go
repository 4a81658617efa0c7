package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/questionnaires"
)

// opened is a folder that was read: what became of it, and how to name its
// files to whoever edits them.
type opened struct {
	q        *questionnaire.Questionnaire // nil when it has errors
	findings []questionnaire.Finding
	name     string // the questionnaire's id, or the folder's name while that is unknown
	folder   string // goes before file names in messages
	called   string // what messages call it, if not by its folder
	file     bool   // only this file of scenarios is spoken of, not the folder
	files    fs.FS  // what is in the folder
	defaults fs.FS  // what it inherits from; nil: it is the default itself
}

// open reads a folder; "" stands for the questionnaire that comes with the
// program, and the name of another that does for that one, unless a folder here is
// called so.
func open(dir string) (opened, error) {
	if dir == "" {
		return openEmbedded(questionnaires.Default)
	}
	if isEmbedded(dir) {
		return openEmbedded(dir)
	}
	o := opened{name: questionnaires.Default, folder: questionnaires.Default, files: questionnaires.Maternal()}
	if err := nameable(dir); err != nil {
		return o, err
	}
	info, err := os.Stat(dir)
	if err != nil {
		return o, fmt.Errorf("%s: %w", quoted(dir), folder.Cause(err))
	}
	if !info.IsDir() {
		return o, isFile{dir}
	}
	o.name, o.folder, o.files, o.defaults = filepath.Base(dir), dir, fenced(dir), questionnaires.Maternal()
	return o.read()
}

// openEmbedded reads a questionnaire that comes with the program.
func openEmbedded(name string) (opened, error) {
	o := opened{name: name, folder: name}
	o.files, o.defaults = embeddedFiles(name)
	return o.read()
}

// embeddedFiles are the folder of a questionnaire that comes with the program, and
// that from which it takes over; nil: it is the default itself.
func embeddedFiles(name string) (files, defaults fs.FS) {
	files, _ = questionnaires.Named(name)
	if name != questionnaires.Default {
		defaults = questionnaires.Maternal()
	}
	return files, defaults
}

// isEmbedded tells the name of a questionnaire that comes with the program. A folder
// here that is called so is meant by who keeps it.
func isEmbedded(name string) bool {
	if _, embedded := questionnaires.Named(name); !embedded {
		return false
	}
	_, err := os.Lstat(name)
	return err != nil
}

func (o opened) read() (opened, error) {
	var err error
	o.q, o.findings, err = folder.Read(o.files, questionnaires.Maternal())
	if err != nil {
		return o, fmt.Errorf("%s: %w", o.folder, err)
	}
	if o.q != nil {
		o.name = o.q.ID
	}
	return o, nil
}

// openOrHere is open for those who keep a questionnaire: without a folder it reads
// the one that they are in, if that is one.
func openOrHere(folder string) (opened, error) {
	if folder != "" || !liesHere() {
		return open(folder)
	}
	o, err := open(".")
	if path, failed := filepath.Abs("."); failed == nil {
		o.called = filepath.Base(path)
		if o.q == nil {
			o.name = o.called
		}
	}
	return o, err
}

// beforeFolder parts arguments of which the last is the folder, and those before it
// name things in it.
func beforeFolder(args []string) (names []string, folder string) {
	if len(args) == 0 {
		return nil, ""
	}
	last := len(args) - 1
	return args[:last], args[last]
}

// liesHere tells whether the current folder is one of a questionnaire.
func liesHere() bool {
	_, err := os.Stat("questionnaire.yaml")
	return err == nil
}

// label is what a message calls the folder.
func (o opened) label() string {
	if o.called != "" {
		return o.called
	}
	return o.folder
}

// isFile is a file where a folder was meant.
type isFile struct{ name string }

func (f isFile) Error() string {
	return quoted(f.name) + ": this is a file; name the folder that it is in"
}

// openFor is open for somebody who keeps no questionnaire: why one cannot be read
// is said in her language.
func openFor(w *wording.Words, folder string) (opened, error) {
	o, err := open(folder)
	if err == nil {
		return o, nil
	}
	_, cannot := os.Stat(folder)
	t, said := &w.Trouble.Folder, ""
	if nameable(folder) != nil {
		cannot = nil
	}
	switch {
	case errors.As(err, new(isFile)):
		said = t.File
	case errors.Is(cannot, fs.ErrNotExist):
		said = t.Missing
	case errors.Is(cannot, fs.ErrPermission):
		said = t.Forbidden
	case w.Language == wording.English().Language:
		return o, err // it says more
	default:
		said = t.Unreadable
	}
	return o, errors.New(wording.Fill(said, "folder", quoted(folder)))
}

// nameable refuses a path that would speak to the terminal. It is typed by nobody,
// but whoever unpacks a stranger's archive completes it with one key.
func nameable(path string) error {
	if !folder.IsLegible(path) {
		return fmt.Errorf("%q: this name has characters that do not belong in one; rename it first", path)
	}
	return nil
}

// at is a position with its folder, as an editor can jump to it.
func (o opened) at(p questionnaire.Position) questionnaire.Position {
	p.File = path.Join(filepath.ToSlash(o.folderOf(p)), p.File)
	if strings.HasPrefix(p.File, ":") {
		p.File = "./" + p.File // a build server takes a line that begins with :: for a command
	}
	return p
}

// folderOf is the folder in which something stands: this one, or that of the
// questionnaire that comes with the program.
func (o opened) folderOf(p questionnaire.Position) string {
	if p.Inherited() {
		return questionnaires.Default
	}
	return o.folder
}

// withoutInherited leaves out the warnings about what comes with the program:
// they are for those who keep that, and this folder's keeper could fix nothing.
func withoutInherited(findings []questionnaire.Finding) []questionnaire.Finding {
	return slices.DeleteFunc(findings, func(f questionnaire.Finding) bool {
		return f.Severity != questionnaire.Error && f.At.Inherited()
	})
}

// usable is the questionnaire, or, when it has errors, a message that says so to
// whoever keeps it.
func (o opened) usable(s streams) (*questionnaire.Questionnaire, error) {
	return o.usableFor(wording.English(), s)
}

// usableFor is usable for somebody who keeps no questionnaire.
func (o opened) usableFor(w *wording.Words, s streams) (*questionnaire.Questionnaire, error) {
	if o.q != nil {
		return o.q, nil
	}
	o.print(s.found, o.findings)
	fmt.Fprintln(s.err, "askfirst: "+wording.Fill(w.Trouble.Folder.Errors, "folder", o.label()))
	return nil, failed(exitFindings)
}

// print writes findings as lines of text.
func (o opened) print(w io.Writer, findings []questionnaire.Finding) {
	for _, f := range findings {
		f.At = o.at(f.At)
		fmt.Fprintln(w, f)
	}
}

// in is the questionnaire in one of its languages. What is wrong with the
// translation is printed; the error says so.
func (o opened) in(s streams, language string) (*questionnaire.Questionnaire, error) {
	// A questionnaire written in a language of the default one takes what it
	// inherits from there in that language too.
	_, inherits := folder.InheritedLanguage(o.defaults, language)
	if language == o.q.Language && !inherits {
		return o.q, nil
	}
	t, findings, err := folder.ReadTranslation(o.files, o.defaults, language)
	if err != nil {
		return nil, err
	}
	if t == nil {
		o.print(s.found, findings)
		return nil, failed(exitFindings)
	}
	return translation.Of(o.q, t), nil
}
