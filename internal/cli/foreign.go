package cli

import (
	"bytes"
	"fmt"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/ask-first/askfirst/internal/content"
	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/questionnaires"
)

// shownFor is the questionnaire for somebody to whom it is shown. What the program
// promises of its texts is promised of a folder's only after it has been checked as
// by "askfirst check": with an error in it, it is not shown. A copy of what comes
// with the program needs no second look.
func (o *opened) shownFor(w *wording.Words, s streams) (*questionnaire.Questionnaire, error) {
	q, err := o.usableFor(w, s)
	if err != nil || !o.foreign() {
		return q, err
	}
	findings, err := o.check(time.Now())
	if err != nil {
		return nil, err
	}
	if why := o.unsound(w, findings); why != "" {
		fmt.Fprintln(s.err, "askfirst: "+why)
		return nil, failed(exitFindings)
	}
	q.Foreign = o.origin()
	return q, nil
}

// unsound says in one line how many errors there are among findings, and where the
// first is; "" without any. The words that are wrong are not repeated: they may be
// what must never be said.
func (o opened) unsound(w *wording.Words, findings []questionnaire.Finding) string {
	errors := slices.DeleteFunc(slices.Clone(findings), func(f questionnaire.Finding) bool { return f.Severity != questionnaire.Error })
	if len(errors) == 0 {
		return ""
	}
	questionnaire.SortFindings(errors)
	first := errors[0]
	at := first.At.File + ":" + strconv.Itoa(first.At.Line)
	return wording.Fill(w.Trouble.Folder.Unsound, "folder", o.label(), "errors", w.Count(w.Trouble.Folder.Unsounds, len(errors)), "place", at, "check", first.Check.ID())
}

// foreign tells whether the folder holds anything else than what comes with the
// program.
func (o opened) foreign() bool {
	if o.defaults == nil {
		return false
	}
	own := questionnaires.Maternal()
	if !slices.Equal(folder.Languages(own), folder.Languages(o.files)) {
		return true
	}
	return fs.WalkDir(own, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		known, err := fs.ReadFile(own, path)
		if err != nil {
			return err
		}
		info, err := fs.Stat(o.files, path)
		if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(known)) {
			return fs.ErrInvalid
		}
		if read, err := fs.ReadFile(o.files, path); err != nil || !bytes.Equal(read, known) {
			return fs.ErrInvalid
		}
		return nil
	}) != nil
}

// origin is what the program knows of a folder that it did not bring.
func (o opened) origin() *questionnaire.Foreign {
	origin := &questionnaire.Foreign{Folder: o.folder}
	if path, err := filepath.Abs(o.folder); err == nil {
		origin.Folder = filepath.Base(path)
	}
	origin.Folder = nameToShow(origin.Folder)
	if content.Speaks(origin.Folder, o.q) {
		origin.Folder = ""
	}
	if own, err := open(""); err == nil && own.q != nil {
		origin.Renumbered = o.q.Renumbered(own.q)
	}
	return origin
}

// oneYear is what the digits of a folder's name may be.
var oneYear = regexp.MustCompile(`(?:19|20)[0-9]{2}`)

// nameToShow is a folder's name as the first page has it. Whoever made the folder chose
// it, and no check reads it: it must not leave the quotation marks, and say nothing. ""
// is a name that cannot be shown.
func nameToShow(name string) string {
	const longest, digits = 40, 3 // characters; a number of so many can be dialled
	count := 0
	plain := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsDigit(r):
			count++
			return r
		case unicode.IsLetter(r), unicode.Is(unicode.Mn, r), r == '.', r == '-', r == '_':
			return r
		}
		return ' '
	}, norm.NFC.String(name))
	plain = strings.Join(strings.Fields(plain), " ")
	if count >= digits && !(count == 4 && oneYear.MatchString(plain)) || !folder.IsLegible(name) || content.LooksAlike(name) {
		return ""
	}
	if shown := []rune(plain); len(shown) > longest {
		plain = strings.TrimSpace(string(shown[:longest])) + "…"
	}
	return plain
}
