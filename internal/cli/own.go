package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/ask-first/askfirst/internal/content"
	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/tui/wall"
	"github.com/ask-first/askfirst/internal/wording"
)

// told is the workshop in each language, beginning with that of the first screen. What a
// facilitator brought is read now and not later: then the locks forbid it. Without any of
// it another language is read when she asks for it.
func (c *workshopCmd) told(s streams, t *languages) ([]func() wall.Told, error) {
	var all []func() wall.Told
	trouble := &t.words.Trouble.Workshop
	from := max(0, slices.IndexFunc(t.all, func(l wording.Language) bool { return l.Tag == t.current }))
	for _, l := range slices.Concat(t.all[from:], t.all[:from]) {
		tell := func(with func(*questionnaire.Questionnaire) *questionnaire.Questionnaire) func() wall.Told {
			return func() wall.Told {
				said := t.in(l.Tag)
				return wall.Told{Questionnaire: with(said.Load()), Words: said.Words}
			}
		}
		if len(c.ownFiles()) == 0 && c.Local == "" {
			all = append(all, tell(func(q *questionnaire.Questionnaire) *questionnaire.Questionnaire { return q }))
			continue
		}
		_, load := t.said(l.Tag)
		own, err := c.withOwn(s, load(), trouble)
		if err != nil {
			return nil, err
		}
		all = append(all, tell(func(*questionnaire.Questionnaire) *questionnaire.Questionnaire { return own }))
	}
	return all, nil
}

// withOwn is the questionnaire with what a facilitator brought: stories of her own, and
// what holds where she is. Both files are read before the locks and checked as a whole
// like the questionnaire's own texts; an error refuses a file. Nothing of them is kept.
func (c *workshopCmd) withOwn(s streams, q *questionnaire.Questionnaire, trouble *wording.TroubleWorkshop) (*questionnaire.Questionnaire, error) {
	with, err := c.chosen.with(s, q, trouble)
	if err != nil {
		return nil, err
	}
	if c.Local != "" {
		local, err := ownLocal(s, q, c.Local, trouble)
		if err != nil {
			return nil, err
		}
		with.Workshop = local.In(q.Workshop)
	}
	return with, nil
}

// with is a copy of the questionnaire with the stories of her files beside its own.
func (c chosen) with(s streams, q *questionnaire.Questionnaire, trouble *wording.TroubleWorkshop) (*questionnaire.Questionnaire, error) {
	with := *q
	for _, path := range c.ownFiles() {
		read, err := ownStories(s, &with, path, trouble)
		if err != nil {
			return nil, err
		}
		with.Scenarios = slices.Concat(with.Scenarios, read)
	}
	return &with, nil
}

// ownStories are those of her file. Each is led to whom it expects, and at least one is
// for a workshop.
func ownStories(s streams, q *questionnaire.Questionnaire, path string, trouble *wording.TroubleWorkshop) ([]*questionnaire.Scenario, error) {
	dir, file, err := own(path, trouble)
	if err != nil {
		return nil, err
	}
	read, findings, err := folder.ReadScenarios(q, dir, file)
	if err != nil {
		return nil, err
	}
	with := *q
	with.Scenarios = read
	if err := refuse(s, path, file, findings, &with, trouble); err != nil {
		return nil, err
	}
	with.Scenarios = q.Scenarios
	for _, v := range read {
		if with.Scenario(v.ID) != nil {
			at := v.At
			at.File = path
			return nil, errors.New(wording.Fill(trouble.OwnTwice, "at", at.String(), "story", v.ID))
		}
		if !scenario.Run(q, v).Passed() {
			return nil, errors.New(wording.Fill(trouble.OwnLost, "file", path, "story", v.ID))
		}
	}
	with.Scenarios = read
	if len(with.Vignettes()) == 0 {
		return nil, errors.New(wording.Fill(trouble.OwnNone, "file", path))
	}
	return read, nil
}

// ownLocal is what her file says of where she is.
func ownLocal(s streams, q *questionnaire.Questionnaire, path string, trouble *wording.TroubleWorkshop) (*questionnaire.Local, error) {
	dir, file, err := own(path, trouble)
	if err != nil {
		return nil, err
	}
	local, findings, err := folder.ReadLocal(dir, file, time.Now())
	if err != nil {
		return nil, err
	}
	with := *q
	with.Scenarios = nil
	said := &questionnaire.Workshop{At: local.At}
	for _, one := range []*questionnaire.Saying{{ID: "law", Say: local.Law, At: local.LawAt}, {ID: "quiet-place", Say: local.QuietPlace, At: local.QuietAt}} {
		if one.Say != "" {
			said.Agreements = append(said.Agreements, one)
		}
	}
	// Her lines are checked as those of a region, below which they stand: their hours may
	// name days.
	with.Regions = append(slices.Clone(q.Regions), &questionnaire.Region{ID: "local", Lines: slices.Concat(q.Regions[0].Lines, local.Lines), At: local.At})
	with.Workshop = said
	return local, refuse(s, path, file, findings, &with, trouble)
}

// own is a file of hers, as a folder and a name in it.
func own(path string, trouble *wording.TroubleWorkshop) (fs.FS, string, error) {
	if err := nameable(path); err != nil {
		return nil, "", err
	}
	switch info, err := os.Stat(path); {
	case errors.Is(err, fs.ErrPermission):
		return nil, "", errors.New(wording.Fill(trouble.OwnClosed, "file", path))
	case err != nil:
		return nil, "", errors.New(wording.Fill(trouble.OwnMissing, "file", path))
	case !info.Mode().IsRegular():
		return nil, "", errors.New(wording.Fill(trouble.OwnNoFile, "file", path))
	}
	dir, file := filepath.Split(path)
	if dir == "" {
		dir = "."
	}
	return os.DirFS(dir), file, nil
}

// refuse prints the errors of a file, each with its line, and refuses it: what reading
// found, or else what its texts say that no text may.
func refuse(s streams, path, file string, findings []questionnaire.Finding, with *questionnaire.Questionnaire, trouble *wording.TroubleWorkshop) error {
	if !questionnaire.HasErrors(findings) {
		findings = content.Check(with, time.Now())
	}
	bad := false
	for _, f := range findings {
		if f.Severity != questionnaire.Error || f.At.File != file {
			continue
		}
		bad = true
		f.At.File = path
		fmt.Fprintln(s.err, f)
	}
	if bad {
		return errors.New(wording.Fill(trouble.OwnErrors, "file", path))
	}
	return nil
}
