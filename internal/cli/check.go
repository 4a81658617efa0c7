package cli

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/ask-first/askfirst/internal/content"
	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/order"
	"github.com/ask-first/askfirst/internal/prove"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/internal/workshop"
)

type checkCmd struct {
	Folders       []string `arg:"" optional:"" name:"folder" help:"Folders of questionnaires. Without one: the folder that you are in, if it is one, or else the questionnaire that comes with the program."`
	Questionnaire string   `help:"The same as naming one folder." metavar:"FOLDER"`
	Format        string   `enum:"text,json,sarif" default:"text" help:"text, json or sarif (for code hosts and editors). With several folders json prints one object for each, sarif one run in a single log."`
	AsOf          string   `help:"The day on which to judge how old a check is, such as 2026-11-24. Today if left out." metavar:"DATE"`
	Only          []string `help:"Show only what these checks find, such as promise,stale. Their names stand in brackets after each finding." metavar:"CHECK"`
	Strict        bool     `help:"Let warnings count as errors for the exit status."`

	report
}

func (c *checkCmd) Run(s streams) error {
	asOf, err := c.day()
	if err != nil {
		return err
	}
	if err := c.refuseOnly(); err != nil {
		return err
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
		o, findings, err := c.find(folder, asOf)
		if err != nil {
			return err
		}
		shown := c.chosen(o, findings)
		switch c.Format {
		case "sarif":
			runs = append(runs, newSARIFRun(o, shown))
		case "json":
			err = printJSON(s, newFindings(o, shown))
		default:
			o.printExamples(s, shown)
			c.sum(s, o, shown, len(findings)-len(shown))
		}
		if err != nil {
			return err
		}
		bad = bad || slices.ContainsFunc(shown, c.counts)
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

// day is the one on which the questionnaire is judged.
func (c *checkCmd) day() (time.Time, error) {
	if c.AsOf == "" {
		return time.Now(), nil
	}
	day, err := time.Parse(time.DateOnly, c.AsOf)
	if err != nil {
		return day, fmt.Errorf("--as-of %s: not a day; write it like 2026-11-24", quoted(c.AsOf))
	}
	return day, nil
}

// refuseOnly refuses a check that does not exist: it would find nothing, and that
// would look as if all were well.
func (c *checkCmd) refuseOnly() error {
	var all []string
	for _, check := range questionnaire.Checks() {
		all = append(all, check.ID())
	}
	for _, only := range c.Only {
		if slices.Contains(all, only) {
			continue
		}
		hint := questionnaire.DidYouMean(only, all)
		if hint == "" {
			hint = "; write some of: " + strings.Join(all, ", ")
		}
		return fmt.Errorf("--only %s: no check is called that%s", quoted(only), hint)
	}
	return nil
}

// find is all that is wrong with a folder, what must be fixed first.
func (c *checkCmd) find(folder string, asOf time.Time) (opened, []questionnaire.Finding, error) {
	o, err := openOrHere(folder)
	if err != nil {
		return o, nil, err
	}
	findings := o.findings
	if o.q != nil {
		more, err := o.check(asOf)
		if err != nil {
			return o, nil, err
		}
		findings = append(findings, more...)
		questionnaire.SortFindings(findings)
	}
	order.Stable(findings, func(a, b *questionnaire.Finding) int { return cmp.Compare(b.Severity, a.Severity) })
	return o, findings, nil
}

// chosen are the findings of the checks that were asked for, and those for which a
// file was not read, such as a translation. Of a folder that cannot be read they are
// all. Nothing found, where no check has looked, would look as if all were well.
func (c *checkCmd) chosen(o opened, findings []questionnaire.Finding) []questionnaire.Finding {
	if len(c.Only) == 0 || o.q == nil {
		return findings
	}
	var chosen []questionnaire.Finding
	for _, f := range findings {
		if slices.Contains(c.Only, f.Check.ID()) || folder.IsRefusal(f.Check) {
			chosen = append(chosen, f)
		}
	}
	return chosen
}

// counts tells whether a finding makes the exit status 1.
func (c *checkCmd) counts(f questionnaire.Finding) bool {
	return f.Severity == questionnaire.Error || c.Strict && f.Severity == questionnaire.Warning
}

// atAGlance is how many findings nobody needs to have sorted.
const atAGlance = 10

// sum says how much was found, of which kinds, and how much of it is not shown.
func (c *checkCmd) sum(s streams, o opened, findings []questionnaire.Finding, hidden int) {
	bySeverity, byCheck := map[questionnaire.Severity]int{}, map[string]int{}
	var kinds []string
	for _, f := range findings {
		bySeverity[f.Severity]++
		if byCheck[f.Check.ID()]++; byCheck[f.Check.ID()] == 1 {
			kinds = append(kinds, f.Check.ID()) // in the order of the findings, errors first
		}
	}
	fmt.Fprintf(s.err, "%s: %s, %s\n", o.label(), counted(bySeverity[questionnaire.Error], "error"), counted(bySeverity[questionnaire.Warning], "warning"))
	if len(kinds) > 1 && len(findings) > atAGlance {
		for i, kind := range kinds {
			kinds[i] = fmt.Sprintf("%d %s", byCheck[kind], kind)
		}
		fmt.Fprintf(s.err, "%s: %s\n", o.label(), strings.Join(kinds, ", "))
	}
	if hidden > 0 {
		fmt.Fprintf(s.err, "%s: %s not shown, because of --only\n", o.label(), counted(hidden, "finding"))
	}
}

// check finds what the reader does not see: in the texts, for some person, and in
// the translations. An error comes with what was found besides.
func (o opened) check(asOf time.Time) ([]questionnaire.Finding, error) {
	findings := content.Check(o.q, asOf)
	findings = append(findings, scenario.Untested(o.q)...)
	findings = append(findings, workshop.Untold(o.q)...)
	said, tellings, err := o.translations(asOf)
	findings = append(findings, prove.Check(o.q, tellings...)...)
	return withoutInherited(append(findings, said...)), err
}

// translations is what is wrong with the questionnaire in its other languages, and
// what it says in them.
func (o opened) translations(asOf time.Time) ([]questionnaire.Finding, []prove.Telling, error) {
	var tellings []prove.Telling
	all := folder.UnreadTranslations(o.q, o.files)
	for _, language := range folder.Languages(o.files) {
		if language == o.q.Language {
			continue
		}
		t, findings, err := folder.ReadTranslation(o.files, o.defaults, language)
		if err != nil {
			return nil, tellings, fmt.Errorf("%s: %w", o.folder, err)
		}
		all = append(all, findings...)
		if t == nil {
			continue
		}
		all = append(all, translation.Check(o.q, t)...)
		all = append(all, content.CheckTranslation(o.q, t, asOf)...)
		tellings = append(tellings, prove.Telling{Language: t.Language, At: t.LanguageAt, Says: func(text questionnaire.OneText) (string, questionnaire.Position) {
			return translation.Says(t, text)
		}})
	}
	return all, tellings, nil
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
