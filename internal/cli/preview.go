package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/term"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/privacy"
	"github.com/ask-first/askfirst/internal/prove"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/internal/tui/preview"
	"github.com/ask-first/askfirst/internal/watch"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/questionnaires"
)

type previewCmd struct {
	Folder  string `arg:"" optional:"" help:"The folder of the questionnaire. Without one: the folder that you are in, if it is one, or else the questionnaire that comes with the program, which nobody can save."`
	Lang    string `help:"Show it in this language, such as es, from the folder's translations." metavar:"LANGUAGE"`
	Region  string `help:"The region whose help lines are shown, such as us or gb. Asked if left out." metavar:"REGION"`
	NoColor bool   `help:"No colours. Also: set the environment variable NO_COLOR."`
	Theme   string `help:"dark or light: finer colours for such a background." enum:",dark,light"`

	Unchecked bool `help:"Show the folder although \"askfirst check\" finds errors in it: texts that may give a dose, or nobody to call."`
}

// Help says more than fits into a line.
func (previewCmd) Help() string {
	return `It shows the screening as it is in the folder, and reads the folder again at each save. Answers are kept as far as their questions are. Beside them it shows which rules fire and why (ctrl+r), and what is wrong with the folder (ctrl+e); ctrl+g goes to any question.

It is for maintainers. It must go on reading the folder, so it runs without some locks of the screening: other programs of yours can read its memory. On Linux it cannot change a file, reach a network or start a program. Put nobody's real answers into it.`
}

func (c *previewCmd) Run(s streams) error {
	f := face{NoColor: c.NoColor, Theme: c.Theme}
	f.colours()
	if c.Folder == "" && liesHere() {
		c.Folder = "."
	}

	// Watching begins before the first reading, so that no save falls between.
	ctx, cancel := context.WithCancel(context.Background())
	var saved <-chan struct{}
	defer func() {
		cancel()
		if saved != nil {
			for range saved { // until the watch has ended
			}
		}
	}()
	if c.Folder != "" {
		saved = watch.Folder(ctx, c.Folder, watch.Usual, folder.TranslationsFolder)
	}
	first := c.read()
	if first.Err != nil {
		return first.Err
	}
	if err := c.refuse(s, first.Questionnaire); err != nil {
		return err
	}
	if !term.IsTerminal(int(s.in.Fd())) || !term.IsTerminal(int(s.screen.Fd())) || os.Getenv("TERM") == "dumb" {
		return errors.New("preview: this needs a terminal to fill; without one use: askfirst check FOLDER, and askfirst --accessible --questionnaire FOLDER")
	}
	if q := first.Questionnaire; q != nil && c.Region != "" {
		region := regionCalled(q, c.Region)
		if region == nil {
			return noRegion(wording.English(), q, c.Region)
		}
		c.Region = region.ID
	}
	privacy.LockToReading() // nothing needs to be granted: there are no answers to guard
	quit, err := preview.Run(preview.Options{
		Folder: c.name(), First: first, Saved: saved, Read: c.read, Check: c.check,
		Words: c.words(first), Region: c.Region, Guess: guessRegion(), Theme: f.theme(), In: s.in, Out: s.screen,
	})
	if err != nil {
		return fmt.Errorf("preview: %w", err)
	}
	if quit {
		return failed(exitLeft)
	}
	return nil
}

// refuse refuses to begin with a folder that the screening would not show, unless
// that is wanted. What is saved later is shown, with what is wrong beside it.
func (c *previewCmd) refuse(s streams, q *questionnaire.Questionnaire) error {
	if c.Unchecked || c.Folder == "" || q == nil {
		return nil
	}
	o := c.opened(q)
	findings, err := o.check(time.Now())
	if err != nil {
		return err
	}
	why := o.unsound(wording.English(), findings)
	if why == "" {
		return nil
	}
	fmt.Fprintf(s.err, "askfirst: %s; to see it while you fix it: askfirst preview --unchecked %s\n", why, quoted(c.Folder))
	return failed(exitFindings)
}

// opened is the folder with its questionnaire, as "askfirst check" looks at it.
func (c *previewCmd) opened(q *questionnaire.Questionnaire) opened {
	o := opened{q: q, files: questionnaires.Maternal()}
	if c.Folder != "" {
		o.folder, o.files, o.defaults = c.Folder, fenced(c.Folder), questionnaires.Maternal()
	}
	return o
}

// words are those of the language that is shown.
func (c *previewCmd) words(first preview.Reading) *wording.Words {
	if first.Questionnaire == nil {
		return wording.English()
	}
	return wording.In(first.Questionnaire.Language)
}

// name is what to call the folder where there is little room.
func (c *previewCmd) name() string {
	if path, err := filepath.Abs(c.Folder); err == nil && c.Folder != "" {
		return filepath.Base(path)
	}
	return c.Folder
}

// read reads the folder as it is now.
func (c *previewCmd) read() preview.Reading {
	o, err := open(c.Folder)
	if err != nil {
		return preview.Reading{Err: err}
	}
	r := preview.Reading{Questionnaire: o.q, Written: o.q, Problems: c.problems(o.q, o.findings)}
	if c.Lang == "" || o.q == nil {
		return r
	}
	language, err := choose(c.Lang, languagesOf(o.q.Language, o.files))
	if err != nil {
		return preview.Reading{Err: err}
	}
	if language == o.q.Language {
		return r
	}
	t, findings, err := folder.ReadTranslation(o.files, o.defaults, language)
	if err != nil {
		return preview.Reading{Err: fmt.Errorf("%s: %w", c.Folder, err)}
	}
	if t == nil {
		r.Questionnaire, r.Problems = nil, append(r.Problems, c.problems(o.q, findings)...)
		return r
	}
	r.Questionnaire = translation.Of(o.q, t)
	return r
}

// check is what "askfirst check" does beyond reading.
func (c *previewCmd) check(q *questionnaire.Questionnaire) []preview.Problem {
	o := c.opened(q)
	// A translation that cannot be read now is said when it is shown.
	findings, _ := o.check(time.Now())
	questionnaire.SortFindings(findings)
	return c.problems(q, findings)
}

// problems are findings with the lines that they are about.
func (c *previewCmd) problems(q *questionnaire.Questionnaire, findings []questionnaire.Finding) []preview.Problem {
	lines := map[string][]string{}
	var all []preview.Problem
	for _, f := range findings {
		p := preview.Problem{Finding: f}
		if _, read := lines[f.At.File]; !read && c.Folder != "" && f.At.Line > 0 {
			lines[f.At.File] = linesOf(fenced(c.Folder), f.At.File)
		}
		if file := lines[f.At.File]; f.At.Line > 0 && f.At.Line <= len(file) {
			p.Line = file[f.At.Line-1]
		}
		if f.Example != nil {
			p.Example = strings.Split(strings.TrimRight(prove.Scenario(q, f), "\n"), "\n")
		}
		all = append(all, p)
	}
	return all
}

// linesOf are a file's lines, as far as the reader of questionnaires would read
// it; none if it cannot be read any more.
func linesOf(files fs.FS, name string) []string {
	const most = 1 << 20
	f, err := files.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	var lines []string
	scanner := bufio.NewScanner(io.LimitReader(f, most))
	scanner.Buffer(nil, most)
	for scanner.Scan() {
		lines = append(lines, scanner.Text())
	}
	if len(lines) > 0 {
		lines[0] = strings.TrimPrefix(lines[0], "\ufeff")
	}
	return lines
}
