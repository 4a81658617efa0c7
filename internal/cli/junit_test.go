package cli

import (
	"bytes"
	"encoding/xml"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
)

func readJUnit(t *testing.T, text []byte) junitSuites {
	t.Helper()
	var all junitSuites
	if err := xml.Unmarshal(text, &all); err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return all
}

func TestJUnitIsEscaped(t *testing.T) {
	at := questionnaire.Position{File: "a&b.yaml", Line: 4, Column: 2}
	nasty := "]]> <x a=\"'\"> & \x1b[31m \u202e"
	q := &questionnaire.Questionnaire{ID: "small"}
	results := []scenario.Result{
		{Scenario: &questionnaire.Scenario{ID: "well", At: at}},
		{Scenario: &questionnaire.Scenario{ID: "ill", At: at}, Failures: []scenario.Failure{{At: at, Message: nasty}, {At: at, Message: "second"}}},
	}
	broken := opened{name: "bro<ken", folder: "b", findings: []questionnaire.Finding{{Check: questionnaire.CheckCalled("yaml"), Severity: questionnaire.Error, At: at, Message: nasty}}}
	var out bytes.Buffer
	if err := writeJUnit(&out, []junitSuite{newJUnitSuite(opened{q: q, name: "small", folder: "s"}, results), brokenJUnitSuite(broken)}); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsRune(out.String(), '\x1b') {
		t.Error("a control character came through")
	}
	all := readJUnit(t, out.Bytes())
	if all.Tests != 3 || all.Failures != 1 || all.Errors != 1 || len(all.Suites) != 2 {
		t.Errorf("%+v", all)
	}
	cases := all.Suites[0].Cases
	if cases[0].Failure != nil || cases[1].Failure == nil || cases[0].File != "s/a&b.yaml" || cases[0].Line != 4 {
		t.Errorf("%+v", cases)
	}
	if want := strings.ReplaceAll(nasty, "\x1b", "\ufffd"); cases[1].Failure.Message != want || !strings.HasSuffix(cases[1].Failure.Text, "s/a&b.yaml:4:2: second") {
		t.Errorf("%+v", cases[1].Failure)
	}
	if problem := all.Suites[1].Cases[0].Error; problem == nil || !strings.Contains(problem.Text, "[yaml]") || all.Suites[1].Name != "bro<ken" {
		t.Errorf("%+v", all.Suites[1])
	}
}
