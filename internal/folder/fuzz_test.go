package folder_test

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/folder/foldertest"
	"github.com/ask-first/askfirst/internal/fuzztest"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
)

// readings are the ways in which FuzzRead has a text read: as each kind of file
// of the smallest questionnaire, and as a translation of it.
var readings = []string{"one.yaml", "questionnaire.yaml", "clinicians.yaml", "help-lines.yaml", "medicines.yaml", "sources.yaml", "scenarios.yaml", "workshop.yaml", folder.TranslationFile("es")}

// FuzzRead reads any bytes as any kind of file. Nothing may panic, a finding must
// point into the file, and neither a finding nor any text of what is accepted may
// speak to a terminal; the fuzz targets of what is drawn and printed of a
// questionnaire rest on that. Each execution is one kind: a text that is new to one of them is
// then not tried on all the others as well, which made an execution six times as
// long.
func FuzzRead(f *testing.F) {
	fuzztest.Hurry(f)
	seeds := []string{"", "\x00", "{00", "\ufeff", "a: &a [*a]", "---\n---", "? [a]\n: b", "'", "\"\\x", "- - - a", "{a: b, c}", "!!binary YQ==", "!%1B]0;title%07 a", "!%E2%80%AE a", "a: |\n  b\n c", "\xff", foldertest.Topic, folder.ConditionTopic, foldertest.Spanish}
	for _, escaped := range []string{`"\u202eright"`, `"\e]0;title\a"`, `"a\Nb"`, `"a\Lb"`, `"a\tb"`, `"a\nb"`, `"\ufeff"`, `"\0"`, `"\x9b31m"`} {
		seeds = append(seeds, strings.Replace(foldertest.Topic, "One", escaped, 1))
	}
	files, err := os.ReadDir("testdata/small")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		if file.IsDir() {
			continue
		}
		data, err := os.ReadFile("testdata/small/" + file.Name())
		if err != nil {
			f.Fatal(err)
		}
		seeds = append(seeds, string(data))
	}
	for _, seed := range seeds {
		for kind := range readings {
			f.Add(uint8(kind), []byte(seed))
		}
	}
	f.Fuzz(func(t *testing.T, kind uint8, data []byte) {
		name := readings[int(kind)%len(readings)]
		files := foldertest.With(name, string(data))
		var findings []questionnaire.Finding
		if name == folder.TranslationFile("es") {
			findings = fuzzTranslation(t, files)
		} else {
			findings = fuzzFile(t, files, folder.IsBinary(data))
		}
		if bytes.HasPrefix(data, []byte("\ufeff")) {
			// Positions do not count the mark, as editors do not show it.
			files[name].Data = data[len("\ufeff"):]
		}
		folder.Hold(t, files, findings)
		foldertest.AreLines(t, findings)
	})
}

func fuzzFile(t *testing.T, files fstest.MapFS, binary bool) []questionnaire.Finding {
	q, findings, err := folder.Read(files, nil)
	switch {
	case binary && err == nil:
		t.Fatal("a file that is not text was read")
	case !binary && err != nil:
		t.Fatalf("a file in memory could not be read: %v", err)
	case !binary && (q == nil) != questionnaire.HasErrors(findings):
		t.Fatalf("a questionnaire and errors, or neither:\n%s", foldertest.Listed(findings))
	}
	onlyLegible(t, q)
	return findings
}

// onlyLegible goes through all texts that a questionnaire holds.
func onlyLegible(t *testing.T, q *questionnaire.Questionnaire) {
	t.Helper()
	for _, place := range fuzztest.PlacesIn(q) {
		text := place.Text()
		// A translation's entries are kept as they were written, also their keys.
		asWritten := strings.HasPrefix(place.Name, "Translated.")
		if text != "" && !asWritten && (!folder.IsText(text) || text != place.Legible(text)) {
			t.Errorf("%s is %q", place.Name, text)
		}
		if bad := fuzztest.Speaks(text); bad != "" {
			t.Errorf("%s speaks to the terminal: %q", place.Name, bad)
		}
	}
}

func fuzzTranslation(t *testing.T, files fstest.MapFS) []questionnaire.Finding {
	tr, findings, err := folder.ReadTranslation(files, nil, "es")
	if err != nil {
		return findings // no text
	}
	if (tr == nil) != questionnaire.HasErrors(findings) {
		t.Fatalf("a translation and errors, or neither:\n%s", foldertest.Listed(findings))
	}
	if tr != nil {
		q, _, _ := folder.Read(files, nil)
		foldertest.AreLines(t, translation.Check(q, tr))
		onlyLegible(t, translation.Of(q, tr))
	}
	translation.Cover(files, "es")
	return findings
}
