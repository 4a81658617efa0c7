package cli

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/ask-first/askfirst/internal/scenario"
)

// junitSuites is results in the XML that JUnit's Ant task made and every build
// server reads. Each questionnaire is a suite, each scenario a case.
type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Errors   int          `xml:"errors,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Cases    []junitCase `xml:"testcase"`
	Out      string      `xml:"system-out,omitempty"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	File    string        `xml:"file,attr,omitempty"`
	Line    int           `xml:"line,attr,omitempty"`
	Failure *junitProblem `xml:"failure"`
	Error   *junitProblem `xml:"error"`
}

type junitProblem struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

// newJUnitSuite gives each scenario one failure at most, as the format has it;
// its text lists all expectations that were not met.
func newJUnitSuite(o opened, results []scenario.Result) junitSuite {
	suite := junitSuite{Name: o.name, Tests: len(results)}
	for _, r := range results {
		at := o.at(r.Scenario.At)
		c := junitCase{Name: r.Scenario.ID, Class: o.name, File: at.File, Line: at.Line}
		if !r.Passed() {
			suite.Failures++
			var lines []string
			for _, f := range r.Failures {
				lines = append(lines, fmt.Sprintf("%s: %s", o.at(f.At), f.Message))
			}
			c.Failure = &junitProblem{Message: r.Failures[0].Message, Type: "scenario", Text: strings.Join(lines, "\n")}
		}
		suite.Cases = append(suite.Cases, c)
	}
	var lines []string
	for _, rule := range o.neverFired(results) {
		lines = append(lines, fmt.Sprintf("%s: warning: no scenario makes rule %q certain [untested-rule]", o.at(rule.At), rule.ID))
	}
	suite.Out = strings.Join(lines, "\n")
	return suite
}

// brokenJUnitSuite is a questionnaire that could not be used at all.
func brokenJUnitSuite(o opened) junitSuite {
	var lines []string
	for _, f := range o.findings {
		f.At = o.at(f.At)
		lines = append(lines, f.String())
	}
	problem := &junitProblem{Message: o.name + " has errors, so it cannot be used", Type: "questionnaire", Text: strings.Join(lines, "\n")}
	return junitSuite{Name: o.name, Tests: 1, Errors: 1, Cases: []junitCase{{Name: "questionnaire", Class: o.name, Error: problem}}}
}

func writeJUnit(w io.Writer, suites []junitSuite) error {
	all := junitSuites{Suites: suites}
	for _, s := range suites {
		all.Tests += s.Tests
		all.Failures += s.Failures
		all.Errors += s.Errors
	}
	text, err := xml.MarshalIndent(all, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s%s\n", xml.Header, text)
	return err
}
