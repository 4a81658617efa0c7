package questionnaire

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ask-first/askfirst/internal/fuzztest"
)

// readings are the ways in which FuzzRead has a text read: as each kind of file
// of the smallest questionnaire, and as a translation of it.
var readings = []string{"one.yaml", mainFile, cliniciansFile, helpLinesFile, medicinesFile, sourcesFile, scenariosFile, workshopFile, TranslationFile("es")}

// FuzzRead reads any bytes as any kind of file. Nothing may panic, a finding must
// point into the file, and neither a finding nor any text of what is accepted may
// speak to a terminal; the fuzz targets of what is drawn and printed of a
// questionnaire rest on that. Each execution is one kind: a text that is new to one of them is
// then not tried on all the others as well, which made an execution six times as
// long.
func FuzzRead(f *testing.F) {
	fuzztest.Hurry(f)
	seeds := []string{"", "\x00", "{00", "\ufeff", "a: &a [*a]", "---\n---", "? [a]\n: b", "'", "\"\\x", "- - - a", "{a: b, c}", "!!binary YQ==", "!%1B]0;title%07 a", "!%E2%80%AE a", "a: |\n  b\n c", "\xff", minimalTopic, conditionTopic, oneTranslation}
	for _, escaped := range []string{`"\u202eright"`, `"\e]0;title\a"`, `"a\Nb"`, `"a\Lb"`, `"a\tb"`, `"a\nb"`, `"\ufeff"`, `"\0"`, `"\x9b31m"`} {
		seeds = append(seeds, strings.Replace(minimalTopic, "One", escaped, 1))
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
		folder := folderOf(name, string(data))
		var findings []Finding
		if name == TranslationFile("es") {
			findings = fuzzTranslation(t, folder)
		} else {
			findings = fuzzFile(t, folder, isBinary(data))
		}
		if bytes.HasPrefix(data, []byte("\ufeff")) {
			// Positions do not count the mark, as editors do not show it.
			folder[name].Data = data[len("\ufeff"):]
		}
		hold(t, folder, findings)
		areLines(t, findings)
	})
}

// areLines fails unless each finding is one line, which no terminal obeys and
// which cannot be taken for two.
func areLines(t *testing.T, findings []Finding) {
	t.Helper()
	for _, f := range findings {
		if bad := fuzztest.Speaks(f.String()); bad != "" || strings.Contains(f.String(), "\n") {
			t.Errorf("a finding is no line: %q", f)
		}
	}
}

func fuzzFile(t *testing.T, folder fstest.MapFS, binary bool) []Finding {
	q, findings, err := Read(folder, nil)
	switch {
	case binary && err == nil:
		t.Fatal("a file that is no text was read")
	case !binary && err != nil:
		t.Fatalf("a file in memory could not be read: %v", err)
	case !binary && (q == nil) != HasErrors(findings):
		t.Fatalf("a questionnaire and errors, or neither:\n%s", listed(findings))
	}
	onlyLegible(t, q)
	return findings
}

// onlyLegible goes through all texts that a questionnaire holds.
func onlyLegible(t *testing.T, q *Questionnaire) {
	t.Helper()
	for _, place := range fuzztest.PlacesIn(q) {
		text := place.Text()
		// A translation's entries are kept as they were written, also their keys.
		asWritten := strings.HasPrefix(place.Name, "Translated.")
		if text != "" && !asWritten && (!IsText(text) || text != place.Legible(text)) {
			t.Errorf("%s is %q", place.Name, text)
		}
		if bad := fuzztest.Speaks(text); bad != "" {
			t.Errorf("%s speaks to the terminal: %q", place.Name, bad)
		}
	}
}

func fuzzTranslation(t *testing.T, folder fstest.MapFS) []Finding {
	translation, findings, err := ReadTranslation(folder, nil, "es")
	if err != nil {
		return findings // no text
	}
	if (translation == nil) != HasErrors(findings) {
		t.Fatalf("a translation and errors, or neither:\n%s", listed(findings))
	}
	if translation != nil {
		q := mustRead(t, folder, nil)
		areLines(t, translation.Check(q))
		onlyLegible(t, q.In(translation))
	}
	ReadCoverIn(folder, "es")
	return findings
}
