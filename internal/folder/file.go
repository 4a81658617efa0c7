package folder

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"syscall"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// What a questionnaire may weigh. A stranger's folder must not be able to eat
// the machine, so each limit is enforced before what it limits is built.
const (
	maxFileBytes   = 1 << 20
	maxFolderBytes = 8 << 20
	// A translation holds each text twice, in letters of up to four bytes.
	maxTranslationBytes = 2 << 20
	maxFiles            = 200
	// noQuestionnaire is the size at which somebody has named the wrong file
	// rather than written too much.
	noQuestionnaire = 64 << 20
	maxEntries      = 2_000  // of one mapping or list
	maxScalarBytes  = 20_000 // of one text
	maxDepth        = 20
	// maxMarks bounds the YAML nodes that a file can make: each needs at least
	// one of the marks that structure YAML, and a node takes some 200 bytes.
	maxMarks       = 100_000
	maxFolderMarks = 150_000
	// maxFindings is how many problems are told at once; nobody reads more.
	maxFindings = 1_000
	// maxWanted bounds what all conditions together hold in Test.Want: a few
	// letters of a condition stand for as many entries as there are medicines.
	maxWanted = 8 << 20
	// maxAtoms bounds what the names in all conditions together stand for: names
	// of names could stand for more atoms than there is time to look at.
	maxAtoms = 100_000
	// maxComparisons bounds the search for what somebody may have meant.
	maxComparisons = 100_000
)

// errNotReadable marks a folder or file that could not be read at all, which
// is not the questionnaire's fault but the caller's or the system's.
var errNotReadable = errors.New("cannot be read")

// readFile reads a file that must not be larger than the limits allow. Of a
// larger one no more than the limit is read.
func (r *reader) readFile(folder fs.FS, name string) ([]byte, bool) {
	at := r.in(name)
	// Asked before opening, because merely to open a pipe may wait for ever.
	switch info, err := fs.Stat(folder, name); {
	case err != nil: // opening says why
	case !info.Mode().IsRegular():
		r.fail(fmt.Errorf("%s: %w: this is not a file with text in it", name, errNotReadable))
		return nil, false
	case info.Size() > noQuestionnaire:
		r.fail(fmt.Errorf("%s: %w: it has %d MiB, and a file of a questionnaire has 1 MiB at most; is it the right file?", name, errNotReadable, info.Size()>>20))
		return nil, false
	}
	f, err := folder.Open(name)
	if err != nil {
		r.fail(fmt.Errorf("%s: %w", name, Cause(err)))
		return nil, false
	}
	defer f.Close()
	most, advice := maxFileBytes, "the file is larger than 1 MiB; split it into several topics"
	if r.translates || strings.HasPrefix(name, TranslationsFolder+"/") {
		most, advice = maxTranslationBytes, "the file is larger than 2 MiB; a translation is not that long"
	}
	data, err := io.ReadAll(io.LimitReader(f, int64(most)+1))
	if err != nil {
		r.fail(fmt.Errorf("%s: %w", name, Cause(err)))
		return nil, false
	}
	r.bytes += len(data)
	switch {
	case len(data) > most:
		r.report(tooLarge, at, "%s", advice)
		return nil, false
	case r.bytes > maxFolderBytes:
		r.report(tooLarge, at, "the folder's files are larger than 8 MiB together; remove what is not needed")
		return nil, false
	case isBinary(data):
		r.fail(fmt.Errorf("%s: %w: this is not plain text, but a picture, a program or a word processor's document; write it in a text editor, or save it as plain text (UTF-8)", name, errNotReadable))
		return nil, false
	}
	return data, true
}

// isBinary goes by NUL bytes near the beginning, as git does. A text that says
// by its first bytes that it is UTF-16 has them too; that is a matter of saving
// it in another way.
func isBinary(data []byte) bool {
	const beginning = 8000
	isUTF16 := bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff"))
	return !isUTF16 && bytes.IndexByte(data[:min(len(data), beginning)], 0) >= 0
}

// Cause is why a folder or file could not be read, in words for whoever keeps
// the questionnaire, and without the path, which is printed before it.
func Cause(err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return unreadable{"there is no such file or folder; look at the spelling, and at the folder that you are in", err}
	case errors.Is(err, fs.ErrPermission):
		return unreadable{"you are not allowed to read it; give yourself the right to, or ask whoever owns it", err}
	case errors.Is(err, syscall.ELOOP):
		return unreadable{"this is a link that leads back to itself; remove it and put the real file there", err}
	}
	if p := new(fs.PathError); errors.As(err, &p) {
		return unreadable{"it cannot be read (" + p.Err.Error() + ")", err}
	}
	return err
}

// unreadable is an error in other words.
type unreadable struct {
	words string
	err   error
}

func (u unreadable) Error() string { return u.words }
func (u unreadable) Unwrap() error { return u.err }

// parse turns a file into YAML nodes, or reports why it cannot.
func (r *reader) parse(name string, data []byte) (value, bool) {
	before := r.reported
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	r.checkBytes(name, data)
	if r.reported > before {
		return value{}, false
	}
	n := marks(data)
	r.marks += n
	switch {
	case n > maxMarks:
		r.report(tooLarge, r.in(name), "the file has too many entries; split it into several topics")
		return value{}, false
	case r.marks > maxFolderMarks:
		r.report(tooLarge, r.in(name), "the folder's files have too many entries together; remove what is not needed")
		return value{}, false
	}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc, second yaml.Node
	if err := dec.Decode(&doc); err != nil {
		if errors.Is(err, io.EOF) {
			r.report(notYAML, r.at(name, 1, 1), "the file is empty")
		} else {
			r.reportSyntax(name, data, err)
		}
		return value{}, false
	}
	if err := dec.Decode(&second); err == nil {
		r.report(notYAML, r.at(name, second.Line, second.Column), "a second document begins here; remove the line \"---\" or move what follows to a file of its own")
	} else if !errors.Is(err, io.EOF) {
		r.reportSyntax(name, data, err)
	}
	file := r.in(name)
	root := value{r: r, node: doc.Content[0], file: &file}
	if root.isEmpty() {
		r.report(notYAML, r.at(name, 1, 1), "the file is empty")
		return value{}, false
	}
	root.refuse(0)
	r.swallow(data, root.node)
	return root, r.reported == before
}

// checkBytes finds what must not be in a file at all, where yaml.v3 would give
// no line: bad UTF-8 and raw control characters.
func (r *reader) checkBytes(name string, data []byte) {
	line, column := 1, 1
	for len(data) > 0 {
		c, size := utf8.DecodeRune(data)
		at := r.at(name, line, column)
		switch {
		case c == utf8.RuneError && size == 1:
			r.report(notYAML, at, "the file is not UTF-8 text here; save it as UTF-8 (in your editor: save as, encoding UTF-8)")
			return
		case column == 1 && isConflictMark(data):
			r.report(notYAML, at, "two versions of this file were put together here and not joined; keep one of the two, and delete the lines with <<<<<<<, ======= and >>>>>>>")
			return
		case c == '%' && column == 1:
			r.report(notYAML, at, "a line cannot begin with %%; put the text into quotes")
			return
		case c == '\t':
			r.report(controlCharacter, at, "a tab stands here; delete it and type spaces")
			return
		case c == '\r' && bytes.HasPrefix(data, []byte("\r\n")):
			// A file from Windows is fine.
		case c != '\n' && forbidden(c):
			r.report(controlCharacter, at, "the character U+%04X does not belong in a text; remove it (where it cannot be seen, type the word again)", c)
			return
		}
		if c == '\n' {
			line, column = line+1, 1
		} else {
			column++
		}
		data = data[size:]
	}
}

// isConflictMark tells a line that git writes where it cannot join two versions.
func isConflictMark(line []byte) bool {
	return bytes.HasPrefix(line, []byte("<<<<<<< ")) || bytes.HasPrefix(line, []byte(">>>>>>> "))
}

// forbidden tells the characters that could speak to the terminal, hide text
// or turn its direction round. ZWJ and ZWNJ stay: some scripts are written
// with them.
func forbidden(c rune) bool {
	switch {
	case c >= ' ' && c <= '~': // nearly every character, and quick to tell
		return false
	case c == '\u200c' || c == '\u200d':
		return false
	case unicode.IsControl(c):
		return true
	case unicode.In(c, unicode.Cf, unicode.Co, unicode.Cs, unicode.Zl, unicode.Zp):
		return true
	}
	return !unicode.IsGraphic(c)
}

func marks(data []byte) int {
	n := 0
	for _, c := range data {
		switch c {
		case ',', ':', '[', '{', '-', '?', '\n', '!', '&', '*', '#':
			n++
		}
	}
	return n
}

var syntaxLine = regexp.MustCompile(`line (\d+): `)

// reportSyntax puts yaml.v3's words into a finding. It knows lines only.
func (r *reader) reportSyntax(name string, data []byte, err error) {
	text, line := splitSyntax(err)
	switch {
	case strings.Contains(text, "did not find expected ',' or"):
		// Its parser counts lines from 0 here, and means the opening bracket.
		line++
	case strings.Contains(text, "did not find expected key"), strings.Contains(text, "did not find expected '-' indicator"):
		// It names the line before the whole block, where nobody would look.
		line = firstBadLine(data, text)
	}
	if says, line, column := likely(data, text, line); says != "" {
		r.report(notYAML, r.at(name, line, column), "%s", says)
		return
	}
	// An error at the end of the file is counted as one line behind it.
	last := 1 + bytes.Count(bytes.TrimRight(data, "\n"), []byte("\n"))
	at := r.at(name, min(max(1, line), last), 1)
	for theirs, ours := range syntaxHints {
		if strings.Contains(text, theirs) {
			text = ours
			break
		}
	}
	r.report(notYAML, at, "%s", text)
}

func splitSyntax(err error) (text string, line int) {
	text = strings.TrimPrefix(err.Error(), "yaml: ")
	if m := syntaxLine.FindStringSubmatch(text); m != nil {
		line, _ = strconv.Atoi(m[1])
		text = strings.Replace(text, m[0], "", 1)
	}
	return text, line
}

// firstBadLine finds the line without which the text before would not have this
// error: a parser stops at its first error, so from that line on each longer
// beginning of the file has it.
func firstBadLine(data []byte, text string) int {
	lines := bytes.SplitAfter(data, []byte("\n"))
	return 1 + sort.Search(len(lines)-1, func(i int) bool {
		err := yaml.Unmarshal(bytes.Join(lines[:i+1], nil), new(yaml.Node))
		if err == nil {
			return false
		}
		found, _ := splitSyntax(err)
		return found == text
	})
}

// syntaxHints say in a nurse's words what yaml.v3 says in a parser's.
var syntaxHints = map[string]string{
	"did not find expected key":                              "this line or the one before does not fit in: check that the spaces at the start line up, and that quotes are closed",
	"mapping values are not allowed in this context":         "a colon too many; put the text into quotes: \"like: this\"",
	"could not find expected ':'":                            "a colon is missing here or on the line before: write key: value",
	"did not find expected '-' indicator":                    "this line does not line up: give each item of a list the same spaces before its -, and the keys of an item the same spaces as its first",
	"found character that cannot start any token":            "this character cannot begin a text; put the text into quotes",
	"found unexpected end of stream":                         "a quote or bracket is opened and never closed",
	"did not find expected ',' or ']'":                       "a list in brackets lacks a comma or its closing ]; a text with ? or : needs quotes there",
	"did not find expected ',' or '}'":                       "an entry in braces lacks a comma or its closing }; a text with a comma, ? or : needs quotes there",
	"did not find expected node content":                     "something is missing here or on the line before: what follows a colon, a - or a comma, or a closing bracket",
	"did not find expected alphabetic or numeric character":  "a text that begins with * or & needs quotes",
	"block sequence entries are not allowed in this context": "a list cannot begin here; start it on a line of its own",
	"found unknown escape character":                         "a backslash in double quotes means something else here; use single quotes",
	"exceeded max depth":                                     "too many things inside one another; look for brackets that are never closed",
}
