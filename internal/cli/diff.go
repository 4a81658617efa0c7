package cli

import (
	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/prove"
)

type diffCmd struct {
	Old       string `arg:"" complete:"folder" help:"The folder of the questionnaire as it was."`
	New       string `arg:"" complete:"folder" help:"The folder as it is now."`
	Format    string `enum:"text,markdown" default:"text" help:"text, or markdown for a review."`
	ByRule    bool   `help:"Also list what is lost rule by rule, each with the smallest person."`
	AllowLoss bool   `help:"Let the exit status be 0 although something is lost."`

	document
}

func (c *diffCmd) Run(s streams) error {
	before, err := edition(c.Old, s)
	if err != nil {
		return err
	}
	after, err := edition(c.New, s)
	if err != nil {
		return err
	}
	compared := prove.Compare(before, after)
	sections := diffSections(compared)
	if c.ByRule && compared.Losses() > 0 {
		sections = append(sections[:1:1], append([]diffSection{ruleSection(before, after)}, sections[1:]...)...)
	}
	told := diffText(diffHeadline(compared), sections)
	if c.Format == "markdown" {
		told = c.markdown(diffHeadline(compared), sections)
	}
	if _, err := s.out.WriteString(told); err != nil {
		return err
	}
	if compared.Losses() > 0 && !c.AllowLoss {
		return failed(exitFindings)
	}
	return nil
}

// edition reads a folder with the translations that lie in it.
func edition(dir string, s streams) (e prove.Edition, err error) {
	o, err := open(dir)
	if err != nil {
		return e, err
	}
	if e.Questionnaire, err = o.usable(s); err != nil {
		return e, err
	}
	for _, language := range folder.Languages(o.files) {
		t, findings, err := folder.ReadTranslation(o.files, o.defaults, language)
		if err != nil {
			return e, err
		}
		if t == nil {
			o.print(s.found, findings)
			return e, failed(exitFindings)
		}
		e.Translations = append(e.Translations, t)
	}
	return e, nil
}
