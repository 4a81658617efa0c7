package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// sarifSchema is the published one, as @microsoft/jest-sarif 1.0.0-beta.0
// carries it (testdata/sarif-2.1.0-rtm.5.json, unchanged).
func sarifSchema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile("testdata/sarif-2.1.0-rtm.5.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("mem:///sarif", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("mem:///sarif")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func hold(t testing.TB, schema *jsonschema.Schema, log any) error {
	t.Helper()
	text, err := json.Marshal(log)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return schema.Validate(doc)
}

func TestSARIFIsValid(t *testing.T) {
	schema := sarifSchema(t)
	findings := []questionnaire.Finding{
		{Check: questionnaire.CheckCalled("dangling"), Severity: questionnaire.Error, At: questionnaire.Position{File: "a.yaml", Line: 3, Column: 7}, Message: "no \"x\" <y> \u2028"},
		{Check: questionnaire.CheckCalled("unreviewed"), Severity: questionnaire.Note, At: questionnaire.Position{File: "two words é%#?.yaml"}, Message: "nobody"},
		{Check: questionnaire.CheckCalled("stale"), Severity: questionnaire.Warning, At: questionnaire.Position{File: "b.yaml", Line: 1}, Message: "old"},
	}
	o := opened{name: "small", folder: "./some folder"}
	log := newSARIF([]sarifRun{newSARIFRun(o, findings), newSARIFRun(o, nil)})
	if err := hold(t, schema, log); err != nil {
		t.Error(err)
	}
	run := log.Runs[0]
	for i, want := range []struct {
		level, uri string
		region     *sarifRegion
	}{
		{"error", "some%20folder/a.yaml", &sarifRegion{3, 7}},
		{"note", "some%20folder/two%20words%20%C3%A9%25%23%3F.yaml", nil},
		{"warning", "some%20folder/b.yaml", &sarifRegion{1, 1}},
	} {
		r := run.Results[i]
		place := r.Locations[0].PhysicalLocation
		if r.Level != want.level || place.ArtifactLocation.URI != want.uri || fmt.Sprint(place.Region == nil) != fmt.Sprint(want.region == nil) {
			t.Errorf("got %+v, want %+v", r, want)
		}
		if want.region != nil && *place.Region != *want.region {
			t.Errorf("got %+v, want %+v", *place.Region, *want.region)
		}
		if run.Tool.Driver.Rules[r.RuleIndex].ID != r.RuleID {
			t.Errorf("%s points to another rule", r.RuleID)
		}
	}
	// The validator would notice: a log without its tool is refused.
	if err := hold(t, schema, map[string]any{"version": "2.1.0", "runs": []any{map[string]any{}}}); err == nil {
		t.Error("the schema accepts a run without a tool")
	}
}

func TestURIsAreRelative(t *testing.T) {
	here, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	for folder, want := range map[string]string{
		"maternal":                       "maternal/a.yaml",
		".":                              "a.yaml",
		"../x":                           "../x/a.yaml",
		filepath.Join(here, "testdata"):  "testdata/a.yaml",
		filepath.Join(here, "..", "tui"): "../tui/a.yaml",
	} {
		if got := sarifURI(folder, "a.yaml"); got != want {
			t.Errorf("%s: %s, want %s", folder, got, want)
		}
	}
	if got := sarifURI(".", "a:b.yaml"); strings.HasPrefix(got, "a:") {
		t.Errorf("%s looks like another scheme", got)
	}
}
