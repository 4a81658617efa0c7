package cli

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/fuzztest"
	"github.com/ask-first/askfirst/internal/prove"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
)

// These targets give any text straight to what writes the formats that other
// programs read: as the message of a finding, as the name of a file or a medicine.
// No reader stands before them, because the writers do not care which check has
// found something; a reader for each execution would only be slower. But they try
// only what the reader lets through and what its findings say, which is text that
// may be printed: FuzzRead (internal/questionnaire) holds that it says nothing else.

// reportSeeds are texts with names of files.
func reportSeeds(f *testing.F) {
	f.Helper()
	for i, text := range append(slices.Clone(fuzztest.Marks), strings.Join(fuzztest.Marks, " ")) {
		f.Add(text, fuzztest.Marks[i%len(fuzztest.Marks)])
		f.Add(text, []string{"a.yaml", "a:b.yaml", "//example.org/a?b#c", "../é %41.yaml", "javascript:alert(1)"}[i%5])
	}
}

// reported is a text and a file's name of which a report may be made.
func reported(text, file string) bool {
	return folder.IsText(text) && folder.IsLegible(file) && file != "" && file == path.Clean(file)
}

// fuzzed is a questionnaire in which a medicine is called by the text, with
// findings that say it in every part.
func fuzzed(f *testing.F) func(text, file string) (opened, []questionnaire.Finding, func()) {
	q, findings, err := folder.Read(os.DirFS("../folder/testdata/small"), nil)
	if q == nil || err != nil {
		f.Fatal(findings, err)
	}
	medicine, asked := q.Formulary.Medicines[0], q.Question("medicines")
	reply, err := asked.ReplyTaken(questionnaire.Taken{Medicine: 0, State: 1})
	if err != nil {
		f.Fatal(err)
	}
	example := &questionnaire.Person{Answers: []questionnaire.Given{{Question: asked, Reply: reply}}, Others: []string{questionnaire.PreferNotToSay}}
	return func(text, file string) (opened, []questionnaire.Finding, func()) {
		was := medicine.Generic
		medicine.Generic = strings.Join(strings.Fields(text), " ")
		at := questionnaire.Position{File: file, Line: 3, Column: 7}
		return opened{q: q, name: "small", folder: "folder"}, []questionnaire.Finding{
			{Check: questionnaire.CheckCalled("dangling"), Severity: questionnaire.Error, At: at, Message: text},
			{Check: questionnaire.CheckCalled("stale"), Severity: questionnaire.Warning, At: questionnaire.Position{File: file}, Message: text, Stale: &questionnaire.Stale{Language: "es", Key: text, Old: text, New: text, Now: text}},
			{Check: questionnaire.CheckCalled("promise"), Severity: questionnaire.Note, At: at, Message: text, Example: example},
		}, func() { medicine.Generic = was }
	}
}

// FuzzFindings writes findings as SARIF and as JSON. They are what the schema and
// docs/formats.md say, they are read back as they were, and a file's name is a path
// beneath the folder and no other address.
func FuzzFindings(f *testing.F) {
	fuzztest.Hurry(f)
	reportSeeds(f)
	of := fuzzed(f)
	schema := sarifSchema(f)
	f.Fuzz(func(t *testing.T, text, file string) {
		if !reported(text, file) {
			return
		}
		o, findings, back := of(text, file)
		defer back()
		log := newSARIF([]sarifRun{newSARIFRun(o, findings)})
		var read sarifLog
		jsonAgain(t, log, &read)
		if err := hold(t, schema, log); err != nil {
			t.Error(err)
		}
		for _, r := range read.Runs[0].Results {
			if r.Message.Text != text {
				t.Errorf("it says %q, not %q", r.Message.Text, text)
			}
			at := r.Locations[0].PhysicalLocation.ArtifactLocation.URI
			// Before a colon in its first part, which would look like a scheme, goes "./".
			if u, err := url.Parse(at); err != nil || strings.TrimPrefix(u.Path, "./") != path.Join("folder", file) || *u != (url.URL{Path: u.Path, RawPath: u.RawPath}) {
				t.Errorf("%q leads to %+v (%v)", at, u, err)
			}
		}
		var all findingsJSON
		jsonAgain(t, newFindings(o, findings), &all)
		for _, r := range all.Findings {
			if r.Message != text || r.File != file {
				t.Errorf("it says %q in %q, not %q in %q", r.Message, r.File, text, file)
			}
		}
		if stale := all.Findings[1].Translation; stale == nil || *stale != (staleJSON{"es", text, text, text, text}) {
			t.Errorf("the translation says %+v, not %q", stale, text)
		}
		if taken := fmt.Sprint(all.Findings[2].Example.Answers["medicines"]); !strings.Contains(taken, strings.Join(strings.Fields(text), " ")) {
			t.Errorf("the example takes %s, not %q", taken, text)
		}
	})
}

// jsonAgain writes a value and reads it into another of its type, which must be
// written in the same way.
func jsonAgain(t *testing.T, value, into any) {
	t.Helper()
	var first, second bytes.Buffer
	if err := writeJSON(&first, value); err != nil {
		t.Fatal(err)
	}
	if bad := fuzztest.Speaks(first.String()); bad != "" {
		t.Errorf("it speaks to the terminal: %q", bad)
	}
	dec := json.NewDecoder(bytes.NewReader(first.Bytes()))
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		t.Fatalf("%v\n%s", err, first.Bytes())
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		t.Errorf("more follows: %v", err)
	}
	if err := writeJSON(&second, into); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Errorf("read back it is\n%s\nand it was\n%s", second.Bytes(), first.Bytes())
	}
}

// FuzzJUnit writes results as JUnit's XML: the elements and attributes of harmless
// results, and what they say is read back as it was.
func FuzzJUnit(f *testing.F) {
	fuzztest.Hurry(f)
	reportSeeds(f)
	of := fuzzed(f)
	written := func(t *testing.T, text, file string) string {
		o, findings, back := of(text, file)
		defer back()
		at := findings[0].At
		results := []scenario.Result{
			{Scenario: &questionnaire.Scenario{ID: text, At: at}},
			{Scenario: &questionnaire.Scenario{ID: text, At: at}, Failures: []scenario.Failure{{At: at, Message: text}, {At: at, Message: text}}},
		}
		broken := o
		broken.name, broken.findings = text, findings
		var out strings.Builder
		if err := writeJUnit(&out, []junitSuite{newJUnitSuite(o, results), brokenJUnitSuite(broken)}); err != nil {
			t.Fatal(err)
		}
		return out.String()
	}
	f.Fuzz(func(t *testing.T, text, file string) {
		if !reported(text, file) {
			return
		}
		got := written(t, text, file)
		if bad := fuzztest.Speaks(got); bad != "" {
			t.Errorf("it speaks to the terminal: %q", bad)
		}
		if want := written(t, fuzztest.Harmless(text), "x"); tagged(t, got) != tagged(t, want) {
			t.Errorf("it has the elements\n%s\nand of a harmless text\n%s", tagged(t, got), tagged(t, want))
		}
		all := readJUnit(t, []byte(got))
		cases := all.Suites[0].Cases
		line := path.Join("folder", file) + ":3:7: " + text
		if c := cases[1]; c.Name != text || c.Failure.Message != text || c.Failure.Text != line+"\n"+line || c.File != path.Join("folder", file) {
			t.Errorf("it says %+v of %q", c, text)
		}
		if s := all.Suites[1]; s.Name != text || !strings.HasPrefix(s.Cases[0].Error.Text, path.Join("folder", file)+":3:7: error: "+text+" [dangling]\n") {
			t.Errorf("it says %+v of %q", s, text)
		}
	})
}

// tagged are the elements of XML with their attributes' names, and whatever is not
// an element or text.
func tagged(t *testing.T, text string) string {
	t.Helper()
	var b strings.Builder
	dec := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		switch token := token.(type) {
		case xml.StartElement:
			fmt.Fprintf(&b, "<%s", token.Name.Local)
			for _, a := range token.Attr {
				fmt.Fprintf(&b, " %s", a.Name.Local)
			}
			b.WriteString(">\n")
		case xml.CharData, xml.EndElement:
		default:
			fmt.Fprintf(&b, "%T %q\n", token, token)
		}
	}
}

// FuzzDiff writes a review in Markdown, of folders and of a medicine with any name.
// It has the headings, items and emphasis that it has with harmless names, and it
// says theirs.
func FuzzDiff(f *testing.F) {
	fuzztest.Hurry(f)
	reportSeeds(f)
	written := func(name, folder string) string {
		said := []string{"medicines: " + name, "feeding: all-milk"}
		c := diffCmd{Old: folder, New: folder + "/new"}
		compared := prove.Comparison{Changes: []prove.Change{
			{Effect: prove.Lost, Clinician: "prescriber", Before: "today, certain", After: "none", Example: said[:1:1], Otherwise: said[:1]},
			{Effect: prove.Gained, Education: "milk-data", Example: said},
			{Effect: prove.Gained, Clinician: "prescriber", Before: "none", After: "today, possible", Otherwise: said},
		}, Written: []prove.Difference{
			{Part: prove.Texts, Of: questionnaire.Subject{Kind: "question", ID: "feeding"}, Key: "ask", Old: strings.Repeat("old ", 20) + name, New: name},
			{Edit: prove.New, Part: prove.MedicineList, Of: questionnaire.Subject{Kind: "medicine", ID: name}},
			{Edit: prove.New, Part: prove.MedicineList, Of: questionnaire.Subject{Kind: "medicine", ID: name}, Key: "for", New: name},
		}}
		return c.markdown(diffHeadline(compared), diffSections(compared))
	}
	f.Fuzz(func(t *testing.T, name, folder string) {
		name = strings.Join(strings.Fields(name), " ") // as the reader has it
		if !reported(name, folder) || strings.TrimSpace(folder) != folder {
			return
		}
		got := written(name, folder)
		if bad := fuzztest.Speaks(got); bad != "" {
			t.Errorf("it speaks to the terminal: %q", bad)
		}
		shape, says := fuzztest.Markdown(t, got)
		if want, _ := fuzztest.Markdown(t, written("x", "x")); shape != want {
			t.Errorf("it has the shape\n%s\nand with harmless names\n%s\n%s", shape, want, got)
		}
		// The last blank of a run may be a line's end.
		squeezed := strings.Join(strings.Fields(says), " ")
		for _, want := range []string{strings.Join(strings.Fields(folder), " ") + " → ", "medicines: " + name + ";"} {
			if !strings.Contains(squeezed, want) {
				t.Errorf("it does not say %q:\n%s", want, squeezed)
			}
		}
	})
}

// A folder whose name speaks to the terminal is not named anywhere.
func TestAFolderIsNotNamedByWhatATerminalObeys(t *testing.T) {
	t.Chdir(t.TempDir())
	const name = "a\x1b]0;title\a"
	for _, args := range [][]string{{"check", name}, {"test", name}, {"test", name + "/scenarios.yaml"}, {"graph", "--questionnaire", name}, {"diff", name, name}, {"handout", "--questionnaire", name}, {"handout", "--lang", "es", "--questionnaire", name}, {"--questionnaire", name}, {"preview", name}} {
		out, err := os.Create("printed")
		if err != nil {
			t.Fatal(err)
		}
		status := Run(args, os.Stdin, out, out)
		out.Close()
		text, err := os.ReadFile("printed")
		if err != nil {
			t.Fatal(err)
		}
		if bad := fuzztest.Speaks(string(text)); bad != "" || status != exitUsage || !strings.Contains(string(text), `a\x1b]0;title\a`) {
			t.Errorf("%q ends with %d and says %q", args, status, text)
		}
	}
}
