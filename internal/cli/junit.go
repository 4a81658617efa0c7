package cli

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ask-first/askfirst/internal/scenario"
)

// junitSuite is a questionnaire and its scenarios in the XML that JUnit's Ant task
// made and every build server reads.
type junitSuite struct {
	Name     string
	Tests    int
	Failures int
	Errors   int
	Cases    []junitCase
	Out      string
}

type junitCase struct {
	Name    string
	Class   string
	File    string
	Line    int
	Failure *junitProblem
	Error   *junitProblem
}

type junitProblem struct {
	Message string
	Type    string
	Text    string
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
	all := element{name: "testsuites"}
	var tests, failures, errors int
	for _, s := range suites {
		tests, failures, errors = tests+s.Tests, failures+s.Failures, errors+s.Errors
		all.inside = append(all.inside, s.element())
	}
	all.attributes = totals(tests, failures, errors)
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	all.write(&b, "")
	_, err := io.WriteString(w, b.String())
	return err
}

func totals(tests, failures, errors int) []string {
	return []string{"tests", strconv.Itoa(tests), "failures", strconv.Itoa(failures), "errors", strconv.Itoa(errors)}
}

func (s *junitSuite) element() element {
	e := element{name: "testsuite", attributes: append([]string{"name", s.Name}, totals(s.Tests, s.Failures, s.Errors)...)}
	for i := range s.Cases {
		e.inside = append(e.inside, s.Cases[i].element())
	}
	if s.Out != "" {
		e.inside = append(e.inside, element{name: "system-out", text: s.Out})
	}
	return e
}

func (c *junitCase) element() element {
	e := element{name: "testcase", attributes: []string{"name", c.Name, "classname", c.Class}}
	if c.File != "" {
		e.attributes = append(e.attributes, "file", c.File)
	}
	if c.Line != 0 {
		e.attributes = append(e.attributes, "line", strconv.Itoa(c.Line))
	}
	if c.Failure != nil {
		e.inside = append(e.inside, c.Failure.element("failure"))
	}
	if c.Error != nil {
		e.inside = append(e.inside, c.Error.element("error"))
	}
	return e
}

func (p *junitProblem) element(name string) element {
	return element{name: name, attributes: []string{"message", p.Message, "type", p.Type}, text: p.Text}
}

// element is one of XML: with text, or with elements inside. encoding/xml would
// write it too, and be a hundred times as large: it can read and write anything.
type element struct {
	name       string
	attributes []string // each name followed by its value
	text       string
	inside     []element
}

func (e *element) write(b *strings.Builder, indent string) {
	b.WriteString(indent + "<" + e.name)
	for i := 0; i < len(e.attributes); i += 2 {
		b.WriteString(" " + e.attributes[i] + `="` + escapedXML(e.attributes[i+1]) + `"`)
	}
	b.WriteString(">" + escapedXML(e.text))
	if len(e.inside) > 0 {
		b.WriteString("\n")
		for i := range e.inside {
			e.inside[i].write(b, indent+"  ")
		}
		b.WriteString(indent)
	}
	b.WriteString("</" + e.name + ">\n")
}

var xmlEscapes = map[rune]string{'"': "&#34;", '\'': "&#39;", '&': "&amp;", '<': "&lt;", '>': "&gt;", '\t': "&#x9;", '\n': "&#xA;", '\r': "&#xD;"}

// escapedXML is a text as it may stand in an element and in an attribute. What XML
// cannot hold at all becomes a replacement character; line breaks are written so
// that no reader makes spaces of them.
func escapedXML(text string) string {
	var b strings.Builder
	for _, c := range text { // of bytes that are not UTF-8 it makes a replacement character
		switch escape, ok := xmlEscapes[c]; {
		case ok:
			b.WriteString(escape)
		case c < ' ', c == 0xFFFE, c == 0xFFFF:
			b.WriteRune(utf8.RuneError)
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}
