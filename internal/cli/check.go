package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"time"

	"github.com/ask-first/askfirst/internal/content"
	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/prove"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/translation"
)

type checkCmd struct {
	Folders       []string `arg:"" optional:"" name:"folder" help:"Folders of questionnaires. Without one: the questionnaire that comes with the program."`
	Questionnaire string   `help:"The same as naming one folder." placeholder:"FOLDER"`
	Format        string   `enum:"text,json,sarif" default:"text" help:"text, json or sarif (for code hosts and editors). With several folders json prints one object for each, sarif one run in a single log."`
	AsOf          string   `help:"The day on which to judge how old a check is, such as 2026-11-24. Today if left out." placeholder:"DATE"`
	Strict        bool     `help:"Let warnings count as errors for the exit status."`
}

func (c *checkCmd) Run(s streams) error {
	asOf := time.Now()
	if c.AsOf != "" {
		day, err := time.Parse(time.DateOnly, c.AsOf)
		if err != nil {
			return fmt.Errorf("--as-of %s: not a day; write it like 2026-11-24", c.AsOf)
		}
		asOf = day
	}
	folders := c.Folders
	if c.Questionnaire != "" {
		folders = append(folders, c.Questionnaire)
	}
	if len(folders) == 0 {
		folders = []string{""}
	}
	bad := false
	var runs []sarifRun
	for _, folder := range folders {
		o, err := open(folder)
		if err != nil {
			return err
		}
		findings := o.findings
		if o.q != nil {
			more, err := o.check(asOf)
			if err != nil {
				return err
			}
			findings = append(findings, more...)
			questionnaire.SortFindings(findings)
		}
		if c.Format == "sarif" {
			runs = append(runs, newSARIFRun(o, findings))
		} else if err := c.print(s, o, findings); err != nil {
			return err
		}
		for _, f := range findings {
			bad = bad || f.Severity == questionnaire.Error || c.Strict && f.Severity == questionnaire.Warning
		}
	}
	if c.Format == "sarif" {
		if err := printJSON(s, newSARIF(runs)); err != nil {
			return err
		}
	}
	if bad {
		return failed(exitFindings)
	}
	return nil
}

// check finds what the reader does not see: in the texts, for some person, and in
// the translations. An error comes with what was found besides.
func (o opened) check(asOf time.Time) ([]questionnaire.Finding, error) {
	findings := content.Check(o.q, asOf)
	findings = append(findings, scenario.Untested(o.q)...)
	findings = append(findings, prove.Check(o.q)...)
	said, err := o.translations()
	return withoutInherited(append(findings, said...)), err
}

// translations is what is wrong with the questionnaire in its other languages.
func (o opened) translations() ([]questionnaire.Finding, error) {
	all := folder.UnreadTranslations(o.q, o.files)
	for _, language := range folder.Languages(o.files) {
		if language == o.q.Language {
			continue
		}
		t, findings, err := folder.ReadTranslation(o.files, o.defaults, language)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", o.folder, err)
		}
		all = append(all, findings...)
		if t == nil {
			continue
		}
		all = append(all, translation.Check(o.q, t)...)
		all = append(all, content.CheckTranslation(o.q, t)...)
	}
	return all, nil
}

func (c *checkCmd) print(s streams, o opened, findings []questionnaire.Finding) error {
	if c.Format == "json" {
		return printJSON(s, newFindings(o, findings))
	}
	o.printExamples(s, findings)
	count := map[questionnaire.Severity]int{}
	for _, f := range findings {
		count[f.Severity]++
	}
	fmt.Fprintf(s.err, "%s: %s, %s\n", o.folder, counted(count[questionnaire.Error], "error"), counted(count[questionnaire.Warning], "warning"))
	return nil
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func printJSON(s streams, v any) error { return writeJSON(s.out, v) }

func writeJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}
