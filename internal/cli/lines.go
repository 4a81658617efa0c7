package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// linesCmd lists, or writes into the folder: with --accept, and only then.
type linesCmd struct {
	Region     string   `help:"Only the lines of this region, such as us or gb." metavar:"REGION"`
	Accept     bool     `help:"Write into the folder that somebody has read these lines' pages: number, hours, and whom they serve are as they stand there."`
	On         string   `help:"With --accept: the day on which the page was read, such as 2026-11-24." metavar:"DATE"`
	Source     string   `help:"With --accept: the page that was read. Without it: the line's own address." metavar:"ADDRESS"`
	Government bool     `help:"With --accept: it is a government's page, and not the operator's own."`
	Args       []string `arg:"" optional:"" name:"folder" help:"The questionnaire's folder; before it, with --accept, the ids of lines, such as us-988."`

	document
}

func (c *linesCmd) Run(s streams) error {
	ids, name := beforeFolder(c.Args)
	switch {
	case !c.Accept && len(ids) > 0:
		return errors.New("lines: one folder at a time; to write down what was read of some lines, add --accept")
	case !c.Accept && (c.On != "" || c.Source != "" || c.Government):
		return errors.New("lines: --on, --source and --government say what was read; add --accept to write it down")
	case c.Accept && len(ids) == 0:
		return errors.New("lines --accept: name the lines whose pages were read, and then the questionnaire's folder")
	case c.Accept && c.On == "":
		return errors.New("lines --accept: say on which day the page was read, such as --on 2026-11-24")
	case c.Source != "" && len(ids) > 1:
		return errors.New("lines --accept --source: one page is that of one line; name one line")
	}
	o, err := openOrHere(name)
	if err != nil {
		return err
	}
	q, err := o.usable(s)
	if err != nil {
		return err
	}
	if c.Accept {
		return c.write(s, o, q, ids)
	}
	listed := q.Regions
	if c.Region != "" {
		r := regionCalled(q, c.Region)
		if r == nil {
			return fmt.Errorf("lines --region %s: the regions are %s", quoted(c.Region), regions(q))
		}
		listed = []*questionnaire.Region{r}
	}
	for _, l := range longestUnread(listed) {
		fmt.Fprintln(s.out, lineRow(l))
	}
	return nil
}

// longestUnread are the lines of regions, those first whose newest record is oldest.
func longestUnread(regions []*questionnaire.Region) []*questionnaire.HelpLine {
	var all []*questionnaire.HelpLine
	for _, r := range regions {
		all = append(all, r.Lines...)
	}
	slices.SortStableFunc(all, func(a, b *questionnaire.HelpLine) int { return a.Checked.Compare(b.Checked) })
	return all
}

// lineRow is a line with its number and its newest record, with tabs between.
func lineRow(l *questionnaire.HelpLine) string {
	day, kind, source := "-", "-", cmp.Or(l.Source, "-")
	if !l.Checked.IsZero() {
		day = l.Checked.Format(time.DateOnly)
	}
	if newest := l.Newest(); newest != nil && newest.Kind != "" {
		kind = string(newest.Kind)
	}
	return strings.Join([]string{l.ID, cmp.Or(l.Call, l.Text, l.URL, "-"), day, kind, source}, "\t")
}

// write adds a record to each of the lines, in the folder's own file.
func (c *linesCmd) write(s streams, o opened, q *questionnaire.Questionnaire, ids []string) error {
	on, err := time.Parse(time.DateOnly, c.On)
	switch {
	case err != nil:
		return fmt.Errorf("lines --on %s: write a day, such as 2026-11-24", quoted(c.On))
	case on.After(time.Now()):
		return fmt.Errorf("lines --on %s: that day is still to come", c.On)
	}
	const name = "help-lines.yaml"
	path := filepath.Join(o.folder, name)
	file, err := fs.ReadFile(fenced(o.folder), name)
	if err != nil {
		return fmt.Errorf("%s: %w", path, folder.Cause(err))
	}
	if fault := folder.AddressFault(c.Source); c.Source != "" && fault != "" {
		return fmt.Errorf("lines --source: %s", fault)
	}
	var lines []*questionnaire.HelpLine
	for _, id := range ids {
		l := helpLineCalled(q, id)
		switch {
		case l == nil:
			return fmt.Errorf("lines --accept: no help line is called %s", quoted(id))
		case slices.Contains(lines, l):
			return fmt.Errorf("lines --accept: %s is named twice", id)
		case cmp.Or(c.Source, l.URL) == "":
			return fmt.Errorf("lines --accept %s: the line has no address of its own; say which page was read with --source", id)
		}
		lines = append(lines, l)
	}
	// From the last to the first, so that no line moves the place of another.
	slices.SortFunc(lines, func(a, b *questionnaire.HelpLine) int { return b.At.Line - a.At.Line })
	kind := questionnaire.OperatorsPage
	if c.Government {
		kind = questionnaire.GovernmentPage
	}
	for _, l := range lines {
		file, err = folder.AddEvidence(file, l, questionnaire.Evidence{Source: cmp.Or(c.Source, l.URL), On: on, Kind: kind})
		if err != nil {
			return fmt.Errorf("lines --accept: %w", err)
		}
	}
	if err := replace(path, file); err != nil {
		return fmt.Errorf("%s: %w", path, unwritten(err))
	}
	fmt.Fprintf(s.err, "%s: %s written\n", path, counted(len(lines), "record"))
	return nil
}

func helpLineCalled(q *questionnaire.Questionnaire, id string) *questionnaire.HelpLine {
	for _, r := range q.Regions {
		for _, l := range r.Lines {
			if l.ID == id {
				return l
			}
		}
	}
	return nil
}
