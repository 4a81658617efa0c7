package content

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/ask-first/askfirst/internal/folder"
)

// linesFound are the checks of help lines that find something in a region of so
// many lines.
func linesFound(t *testing.T, region string, lines ...string) string {
	t.Helper()
	files := fstest.MapFS{}
	for name, text := range sound {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	files["help-lines.yaml"] = &fstest.MapFile{Data: []byte("regions:\n  - id: " + region + "\n    name: A region\n    lines:\n      - {" + strings.Join(lines, "}\n      - {") + "}\n")}
	q, findings, err := folder.Read(files, nil)
	if q == nil || err != nil {
		t.Fatal(findings, err)
	}
	var found []string
	for _, f := range Check(q, time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)) {
		switch f.Check.ID() {
		case "number-form", "same-number", "nothing-to-call", "one-record":
			found = append(found, f.Check.ID())
		}
	}
	return strings.Join(found, " ")
}

func TestANumberIsOneOfItsRegion(t *testing.T) {
	for _, c := range []struct {
		region, call, text string
		ok                 bool
	}{
		{"us", "988", "988", true},
		{"us", "1-800-222-1222", "741741", true},
		{"us", "+1 800-222-1222", "", true},
		{"us", "1-800-222-122", "", false},
		{"us", "1-800-222-12222", "", false},
		{"us", "0800 123 4567", "", false},
		{"us", "1-900-555-1212", "", false}, // it costs by the minute
		{"ca", "900-555-1212", "", false},
		{"us", "1-901-555-1212", "", true},
		{"us", "999", "", false},
		{"us", "+44 800 123 4567", "", false},
		{"gb", "0808 80 10 800", "85258", true},
		{"gb", "116 123", "07860 077333", true},
		{"gb", "0800 1111", "", true},
		{"gb", "911", "", false},
		{"gb", "0808 80 10", "", false},
		{"ie", "01 809 2166", "50808", true},
		{"ie", "1800 247 247", "", true},
		{"ie", "1800 247 24", "", false},
		{"au", "13 11 14", "0477 13 11 14", true},
		{"au", "13 11 1", "", false},
		{"nz", "1737", "1737", true},
		{"nz", "0800 611 11", "", false},
		{"es", "024", "", true},
		{"es", "600 000 01", "", false},
		{"mx", "800 911 2000", "", true},
		{"mx", "800 911 200", "", false},
		{"atlantis", "12", "", true}, // of which nothing is known
	} {
		line := `id: a, kind: crisis, name: A line, call: "` + c.call + `"`
		if c.text != "" {
			line += `, text: "` + c.text + `"`
		}
		if found := linesFound(t, c.region, `id: e, kind: emergency, name: E, note: N`, line); (found == "") != c.ok {
			t.Errorf("%s %s %s: %q", c.region, c.call, c.text, found)
		}
	}
}

func TestTwoLinesAreNotOne(t *testing.T) {
	emergency := `id: e, kind: emergency, name: E, call: "999"`
	for _, c := range []struct {
		name, a, b string
		same       bool
	}{
		{"one number", `call: "116 123"`, `call: 116-123`, true},
		{"one number for two nations", `call: "111", nation: England`, `call: "111", nation: Wales`, false},
		{"nations that overlap", `call: "111", nation: "England, Wales"`, `call: "111", nation: "Scotland, Wales"`, true},
		{"one of them everywhere", `call: "111"`, `call: "111", nation: Wales`, true},
		{"another kind", `call: "111"`, `call: "111", kind: poison`, false},
		{"another kind that it serves also", `call: "111"`, `call: "111", kind: poison, also: [crisis]`, true},
		{"two words to one number", `text: "85258", text-word: SHOUT`, `text: "85258", text-word: PANDAS`, false},
		{"one is called, the other texted", `call: "116 123"`, `text: "116 123"`, false},
	} {
		line := func(id, rest string) string {
			if !strings.Contains(rest, "kind:") {
				rest += ", kind: crisis"
			}
			return "id: " + id + ", name: " + id + ", " + rest
		}
		found := linesFound(t, "gb", emergency, line("a", c.a), line("b", c.b))
		if strings.Contains(found, "same-number") != c.same {
			t.Errorf("%s: %q", c.name, found)
		}
	}
}

func TestWhereAStepSendsHerThereIsSomethingToCall(t *testing.T) {
	emergency := `id: e, kind: emergency, name: E, note: Any hospital knows the number.`
	for line, want := range map[string]string{
		`id: c, kind: crisis, name: C, note: Ask around.`:                      "nothing-to-call",
		`id: c, kind: crisis, name: C, url: "https://example.org"`:             "",
		`id: c, kind: crisis, name: C, text: "12345"`:                          "",
		`id: c, kind: loss, name: C, note: No step stands for a line of loss.`: "",
	} {
		if found := linesFound(t, "atlantis", emergency, line); found != want {
			t.Errorf("%s: %q, want %q", line, found, want)
		}
	}
}

func TestLinesThatRestOnOneRecordAreCounted(t *testing.T) {
	for evidence, want := range map[string]string{
		`{source: A list, on: 2026-10-01, kind: dated register}`:                                                          "one-record",
		`{source: A list, on: 2026-10-01, kind: dated register}, {source: Another, on: 2026-09-01, kind: dated register}`: "",
		`{source: "https://example.org", on: 2026-10-01, kind: operator's page}`:                                          "",
	} {
		if found := linesFound(t, "gb", `id: e, kind: emergency, name: E, note: N`, `id: c, kind: crisis, name: C, call: "116 123", evidence: [`+evidence+`]`); found != want {
			t.Errorf("%s: %q, want %q", evidence, found, want)
		}
	}
}
