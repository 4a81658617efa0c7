package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
)

type testCmd struct {
	Paths         []string `arg:"" optional:"" name:"path" help:"Folders of questionnaires, or files of scenarios to run against --questionnaire. Without one: the folder that you are in, if it is one, or else the questionnaire that comes with the program."`
	Questionnaire string   `help:"The questionnaire that files of scenarios run against." metavar:"FOLDER"`
	Lang          string   `help:"Run them in this language, such as es, from the folder's translations: every medicine must be found under the names that it has there." metavar:"LANGUAGE"`
	Format        string   `enum:"text,json,junit" default:"text" help:"text, json or junit (XML for build servers). With several paths json prints one object for each."`

	report
}

func (c *testCmd) Run(s streams) error {
	paths := c.Paths
	if len(paths) == 0 {
		paths = []string{c.Questionnaire}
	}
	if c.Format != "text" {
		s.found = s.err
	}
	bad := false
	var suites []junitSuite
	for _, path := range paths {
		o, err := c.open(path)
		if err != nil {
			return err
		}
		if c.Format == "junit" && o.q == nil {
			suites, bad = append(suites, brokenJUnitSuite(o)), true
			continue
		}
		q, err := o.usable(s)
		if err != nil {
			return err
		}
		run := func(sc *questionnaire.Scenario) scenario.Result { return scenario.Run(q, sc) }
		if c.Lang != "" {
			language, err := choose(c.Lang, languagesOf(q.Language, o.files))
			if err != nil {
				return err
			}
			if q, err = o.in(s, language); err != nil {
				return err
			}
			index := finder.New(q.Formulary)
			run = func(sc *questionnaire.Scenario) scenario.Result { return scenario.RunTyped(q, index, sc) }
			o.q, o.name = q, o.name+" in "+language
		}
		var results []scenario.Result
		for _, sc := range q.Scenarios {
			r := run(sc)
			bad = bad || !r.Passed()
			results = append(results, r)
		}
		switch c.Format {
		case "json":
			report := scenario.NewReport(q, results)
			if o.file {
				report.RulesNeverFired = []string{}
			}
			err = printJSON(s, report)
		case "junit":
			suites = append(suites, newJUnitSuite(o, results))
		default:
			c.print(s, o, results)
		}
		if err != nil {
			return err
		}
	}
	if c.Format == "junit" {
		if err := writeJUnit(s.out, suites); err != nil {
			return err
		}
	}
	if bad {
		return failed(exitFindings)
	}
	return nil
}

// open reads a folder, or a file of scenarios together with the questionnaire
// that it is for.
func (c *testCmd) open(path string) (opened, error) {
	if err := nameable(path); err != nil {
		return opened{}, err
	}
	info, err := os.Stat(path)
	if path == "" || err != nil || info.IsDir() {
		return openOrHere(path)
	}
	o, err := open(c.Questionnaire)
	if err != nil || o.q == nil {
		return o, err
	}
	dir, file := filepath.Split(path)
	if dir == "" {
		dir = "."
	}
	read, findings, err := folder.ReadScenarios(o.q, os.DirFS(dir), file)
	if err != nil {
		return o, fmt.Errorf("%s: %w", filepath.Clean(dir), err)
	}
	o.folder, o.called, o.findings, o.file = filepath.Clean(dir), path, findings, true
	if questionnaire.HasErrors(findings) {
		o.name, o.q = file, nil
		return o, nil
	}
	with := *o.q
	with.Scenarios = read
	o.q = &with
	return o, nil
}

func (c *testCmd) print(s streams, o opened, results []scenario.Result) {
	passed := 0
	for _, r := range results {
		if r.Passed() {
			passed++
			fmt.Fprintf(s.out, "ok    %s\n", r.Scenario.ID)
			continue
		}
		fmt.Fprintf(s.out, "FAIL  %s\n", r.Scenario.ID)
		for _, f := range r.Failures {
			fmt.Fprintf(s.out, "%s: error: %s [scenario]\n", o.at(f.At), f.Message)
		}
	}
	for _, rule := range o.neverFired(results) {
		fmt.Fprintf(s.out, "%s: warning: no scenario makes rule %q certain [untested-rule]\n", o.at(rule.At), rule.ID)
	}
	fmt.Fprintf(s.out, "\n%s: %d of %d scenarios passed\n", o.name, passed, len(results))
	if l := scenario.Lengths(results); l.Longest > 0 {
		fmt.Fprintf(s.out, "questions asked: %d at least (%s), %d in the middle, %d at most (%s)\n", l.Shortest, l.ShortestID, l.Typical, l.Longest, l.LongestID)
	}
	if len(results) == 0 {
		fmt.Fprintf(s.err, "askfirst: %s has no scenarios; write some into %s\n", strings.TrimSuffix(o.label(), "/"), "scenarios.yaml")
	}
}

// neverFired are the rules that no scenario of a questionnaire makes certain. A
// file of scenarios speaks of its own people only.
func (o opened) neverFired(results []scenario.Result) []*questionnaire.Rule {
	if o.file {
		return nil
	}
	return scenario.NeverFired(o.q, results)
}
