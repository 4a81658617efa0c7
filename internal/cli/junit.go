package cli

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
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

// writeJUnit writes element by element. Marshalling would do it from the tags, by which
// the tests read it back, and make the program 80 kB larger.
func writeJUnit(w io.Writer, suites []junitSuite) error {
	all := junitSuites{Suites: suites}
	for _, s := range suites {
		all.Tests += s.Tests
		all.Failures += s.Failures
		all.Errors += s.Errors
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	x := junitWriter{Encoder: xml.NewEncoder(w)}
	x.Indent("", "  ")
	x.element("testsuites", "", func() {
		for _, s := range all.Suites {
			x.suite(s)
		}
	}, "tests", strconv.Itoa(all.Tests), "failures", strconv.Itoa(all.Failures), "errors", strconv.Itoa(all.Errors))
	if x.err == nil {
		x.err = x.Flush()
	}
	if x.err != nil {
		return x.err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// junitWriter writes elements until the first error.
type junitWriter struct {
	*xml.Encoder
	err error
}

func (x *junitWriter) suite(s junitSuite) {
	x.element("testsuite", "", func() {
		for _, c := range s.Cases {
			x.testcase(c)
		}
		if s.Out != "" {
			x.element("system-out", s.Out, nil)
		}
	}, "name", s.Name, "tests", strconv.Itoa(s.Tests), "failures", strconv.Itoa(s.Failures), "errors", strconv.Itoa(s.Errors))
}

func (x *junitWriter) testcase(c junitCase) {
	attributes := []string{"name", c.Name, "classname", c.Class}
	if c.File != "" {
		attributes = append(attributes, "file", c.File)
	}
	if c.Line != 0 {
		attributes = append(attributes, "line", strconv.Itoa(c.Line))
	}
	x.element("testcase", "", func() {
		for name, problem := range map[string]*junitProblem{"failure": c.Failure, "error": c.Error} { // one at most
			if problem != nil {
				x.element(name, problem.Text, nil, "message", problem.Message, "type", problem.Type)
			}
		}
	}, attributes...)
}

// element writes one with these attributes, each a name and a value, a text and what
// else is in it.
func (x *junitWriter) element(name, text string, inside func(), attributes ...string) {
	start := xml.StartElement{Name: xml.Name{Local: name}}
	for i := 0; i+1 < len(attributes); i += 2 {
		start.Attr = append(start.Attr, xml.Attr{Name: xml.Name{Local: attributes[i]}, Value: attributes[i+1]})
	}
	x.token(start)
	if text != "" {
		x.token(xml.CharData(text))
	}
	if inside != nil {
		inside()
	}
	x.token(start.End())
}

func (x *junitWriter) token(t xml.Token) {
	if x.err == nil {
		x.err = x.EncodeToken(t)
	}
}
