package content

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// row is a sentence of a table of testdata/checks.
type row struct{ id, text, kind, remark string }

func table(t *testing.T, name string) []row {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata/checks", name+".tsv"))
	if err != nil {
		t.Fatal(err)
	}
	var rows []row
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "id\t") {
			continue
		}
		cells := append(strings.Split(line, "\t"), "", "")
		text, err := strconv.Unquote(`"` + strings.ReplaceAll(cells[1], `"`, `\"`) + `"`)
		if err != nil {
			t.Fatalf("%s: %v", cells[0], err)
		}
		rows = append(rows, row{cells[0], text, cells[2], cells[3]})
	}
	if len(rows) == 0 {
		t.Fatalf("%s has no rows", name)
	}
	return rows
}

// formulary is that of the questionnaire that we ship: its names are the
// medicines of the tables.
var formulary = sync.OnceValue(func() *questionnaire.Questionnaire {
	q, _, err := folder.Read(os.DirFS("../../questionnaires/maternal"), nil)
	if q == nil {
		panic(err)
	}
	return q
})

// foundIn is what the checks of words say of each text, standing alone.
func foundIn(language string, rows []row) map[string][]string {
	topic := &questionnaire.Topic{}
	q := &questionnaire.Questionnaire{Language: language, Formulary: formulary().Formulary, Topics: []*questionnaire.Topic{topic}}
	for i, r := range rows {
		topic.Education = append(topic.Education, &questionnaire.Education{ID: r.id, Text: questionnaire.Text(r.text), At: questionnaire.Position{File: "a.yaml", Line: i + 1}})
	}
	found := map[string][]string{}
	for _, f := range Check(q, today) {
		if slices.Contains([]string{"dose", "stop-medicine", "banned-word", "telephone-number", "look-alike-letters", "web-address"}, f.Check.ID()) && f.At.File == "a.yaml" {
			id := rows[f.At.Line-1].id
			found[id] = append(found[id], fmt.Sprintf("%s: %s", f.Check.ID(), f.Message))
		}
	}
	return found
}

// What the checks must find and must let through. No single sentence decides,
// because words cannot tell everything; but how many, does.
//
// The held tables were written before the patterns were tried on them. At first
// sight 59 and 55 of 60 were found in the first (English, Spanish) and 58 and 59
// let through; of 30 in the second 27 and 28, and 28 and 28. The later tables are
// harder. At first sight, before patterns were made for what slipped through, these
// parts were found (English, Spanish) and let through: in the third 73 and 76 of a
// hundred, 94 and 99; in the fourth 71 and 75, 95 and 96; in the fifth 78 and 75, 96
// and 90; in the sixth 83 and 84, 90 and 90; in the seventh 86 and 80, 92 and 94; in
// the eighth 100 and 88, 100 and 94; in the ninth 73 and 68, 89 and 86. Then orders
// came to be told by their shape, and the tenth was written in five rounds (A to E),
// each tried before the patterns were changed for it: of A 92 and 93 were found, of B,
// which is unusual, 55 and 53, of C 87 and 87, of D 73 and 80, of E 90 and 73; let
// through were 97 and 97, 93 and 95, 97 and 92, 93 and 97, 97 and 97. Of the twelfth, half (A) was
// looked at while amounts, days and orders came to be told by their kind in a sentence that
// nothing excuses; of the other half (B) 72 and 71 were found before that and 87 and 87 after
// it, and 94 and 88 let through both times. Of the half of the thirteenth that was held back, 82 and
// 75 were found before its other half was looked at and 87 and 83 after it; 84 and 87 were let
// through before, 86 and 90 after. Of the fourteenth, half (A) was looked at; of the other half (B)
// 92 and 93 were found and 89 and 90 let through before the patterns were made, 93 and 93 and 90 and 90
// after it; of the held back half of the thirteenth, as many were found as before, which tells how
// little new patterns do for what somebody else writes. Of the fifteenth, by another hand again, 90 and
// 78 were found at first sight and 87 and 86 let through; with frames, which it was looked at for, 99 and
// 97, and 98 and 98. Of some that were written for the frames and not looked at, 87 and 82 were let through
// that had been 80 and 77. Of the seventeenth and eighteenth, for which no pattern was made, 78 and 65, and 71
// and 58 are found, and 93 and 94, and 93 and 93 let through. Sentences made to be unusual do worse, 67 and 42
// found at first sight. Of the nineteenth, written by another hand before it looked at any pattern or
// table, 72 and 72 were found and 95 and 95 let through. That is what to expect of a sentence that nobody has seen.
func TestTables(t *testing.T) {
	for _, tag := range language.Tags() { // no language is judged by words that nobody tried
		table(t, "must-catch-"+tag)
		table(t, "must-pass-"+tag)
	}
	for _, c := range []struct {
		table, language string
		catch           bool
		atLeast         float64 // this part of what is to be caught, or to be let through
	}{
		{"must-catch-en", "en", true, 0.95}, {"must-catch-es", "es", true, 0.95}, {"look-alike-letters", "en", true, 0.95},
		{"must-pass-en", "en", false, 0.98}, {"must-pass-es", "es", false, 0.98},
		{"held-catch-en", "en", true, 0.95}, {"held-catch-es", "es", true, 0.95},
		{"held-pass-en", "en", false, 0.98}, {"held-pass-es", "es", false, 0.98},
		{"held-2-catch-en", "en", true, 0.95}, {"held-2-catch-es", "es", true, 0.95},
		{"held-2-pass-en", "en", false, 0.98}, {"held-2-pass-es", "es", false, 0.98},
		{"held-3-catch-en", "en", true, 0.95}, {"held-3-catch-es", "es", true, 0.95},
		{"held-3-pass-en", "en", false, 0.98}, {"held-3-pass-es", "es", false, 0.98},
		{"held-4-catch-en", "en", true, 0.95}, {"held-4-catch-es", "es", true, 0.95},
		{"held-4-pass-en", "en", false, 0.98}, {"held-4-pass-es", "es", false, 0.98},
		{"held-5-catch-en", "en", true, 0.95}, {"held-5-catch-es", "es", true, 0.95},
		{"held-5-pass-en", "en", false, 0.98}, {"held-5-pass-es", "es", false, 0.98},
		{"held-6-catch-en", "en", true, 0.95}, {"held-6-catch-es", "es", true, 0.95},
		{"held-6-pass-en", "en", false, 0.98}, {"held-6-pass-es", "es", false, 0.98},
		{"held-7-catch-en", "en", true, 0.95}, {"held-7-catch-es", "es", true, 0.95},
		{"held-8-catch-en", "en", true, 0.80}, {"held-8-catch-es", "es", true, 0.80},
		{"held-8-pass-en", "en", false, 0.85}, {"held-8-pass-es", "es", false, 0.85},
		{"held-10-catch-en", "en", true, 0.95}, {"held-10-catch-es", "es", true, 0.95},
		{"held-10-pass-en", "en", false, 0.98}, {"held-10-pass-es", "es", false, 0.98},
		{"held-12-catch-en", "en", true, 0.95}, {"held-12-catch-es", "es", true, 0.95},
		{"held-12-pass-en", "en", false, 0.98}, {"held-12-pass-es", "es", false, 0.98},
		{"held-13-catch-en", "en", true, 0.88}, {"held-13-catch-es", "es", true, 0.88},
		{"held-13-pass-en", "en", false, 0.88}, {"held-13-pass-es", "es", false, 0.88},
		{"held-14-catch-en", "en", true, 0.95}, {"held-14-catch-es", "es", true, 0.95},
		{"held-14-pass-en", "en", false, 0.92}, {"held-14-pass-es", "es", false, 0.92},
		{"held-15-catch-en", "en", true, 0.95}, {"held-15-catch-es", "es", true, 0.95},
		{"held-15-pass-en", "en", false, 0.98}, {"held-15-pass-es", "es", false, 0.98},
		{"held-16-catch-en", "en", true, 0.93}, {"held-16-catch-es", "es", true, 0.93},
		{"held-16-pass-en", "en", false, 0.96}, {"held-16-pass-es", "es", false, 0.96},
		// No pattern was made for these two, so they tell what is found at first sight. What is
		// not, checkLikeness learns from.
		{"held-17-catch-en", "en", true, 0.77}, {"held-17-catch-es", "es", true, 0.64},
		{"held-17-pass-en", "en", false, 0.93}, {"held-17-pass-es", "es", false, 0.93},
		{"held-18-catch-en", "en", true, 0.71}, {"held-18-catch-es", "es", true, 0.57},
		{"held-18-pass-en", "en", false, 0.93}, {"held-18-pass-es", "es", false, 0.92},
		// Nor was any made for this one, and nothing learns from it (likeness_test.go, unlearnt).
		{"held-19-catch-en", "en", true, 0.71}, {"held-19-catch-es", "es", true, 0.71},
		{"held-19-pass-en", "en", false, 0.95}, {"held-19-pass-es", "es", false, 0.95},
		// what a frame lets through, and what begins as one does and advises all the same
		{"frames-catch-en", "en", true, 1}, {"frames-catch-es", "es", true, 1},
		{"frames-pass-en", "en", false, 1}, {"frames-pass-es", "es", false, 1},
		// one sentence for each pattern, and for each exception, that came with the fourteenth
		{"kinds-catch-en", "en", true, 1}, {"kinds-catch-es", "es", true, 1},
		{"kinds-pass-en", "en", false, 1}, {"kinds-pass-es", "es", false, 1},
		{"held-9-catch-en", "en", true, 0.95}, {"held-9-catch-es", "es", true, 0.95},
		{"held-9-pass-en", "en", false, 0.98}, {"held-9-pass-es", "es", false, 0.98},
		{"held-7-pass-en", "en", false, 0.98}, {"held-7-pass-es", "es", false, 0.98},
		{"held-11-catch-en", "en", true, 0.95}, {"held-11-catch-es", "es", true, 0.95},
		{"held-11-pass-en", "en", false, 0.98}, {"held-11-pass-es", "es", false, 0.98},
	} {
		t.Run(c.table, func(t *testing.T) {
			rows := table(t, c.table)
			found := foundIn(c.language, rows)
			right, counted, hard, hardRight := 0, 0, 0, 0
			for _, r := range rows {
				if strings.HasPrefix(r.kind, "other-language") || r.kind == "address" {
					continue
				}
				ok := (len(found[r.id]) > 0) == c.catch
				if strings.HasPrefix(r.remark, "hard") {
					hard++
					if ok {
						hardRight++
					}
					continue
				}
				counted++
				if ok {
					right++
				} else {
					t.Logf("%s %q: %v", r.id, r.text, found[r.id])
				}
			}
			t.Logf("%d of %d (%.0f %%); of those that only the meaning gives away, %d of %d", right, counted, 100*float64(right)/float64(counted), hardRight, hard)
			if float64(right) < c.atLeast*float64(counted) {
				t.Errorf("only %d of %d are as they must be", right, counted)
			}
		})
	}
}
