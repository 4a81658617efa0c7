package plain

import (
	"os"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/fuzztest"
	"github.com/ask-first/askfirst/internal/questionnaire/questionnairetest"
	"github.com/ask-first/askfirst/internal/wording"
)

// FuzzPlain puts a stranger's text into any place of a questionnaire. Whatever
// is accepted must reach the terminal as text and nothing else; so must whatever
// is said of one that is refused.
func FuzzPlain(f *testing.F) {
	fuzztest.Hurry(f)
	places := questionnairetest.PlacesOf(f, os.DirFS("../tui/testdata/small"))
	for i, text := range fuzztest.Texts {
		for place := range uint(8) {
			f.Add(uint(i)+13*place, text, "1\n1\nwhy\n1\n"+text+"\n")
		}
	}
	f.Fuzz(func(t *testing.T, place uint, text, typed string) {
		files := places.Folder(place, text)
		if files == nil {
			return
		}
		q, findings, err := folder.Read(files, nil)
		for _, finding := range findings {
			if bad := fuzztest.Speaks(finding.String()); bad != "" {
				t.Errorf("a finding speaks to the terminal: %q", bad)
			}
		}
		if err != nil || q == nil {
			return
		}
		typed += strings.Repeat("1\nlines\n", 12) + "calmazole\n1\n1\n" + strings.Repeat("1\n", 12)
		var out strings.Builder
		if _, err := Run(Options{Questionnaire: q, Words: wording.English(), In: strings.NewReader(typed), Out: &out}); err != nil {
			t.Fatal(err)
		}
		o := ReadingOptions{Questionnaire: q, Words: wording.English(), Out: &out}
		List(o, q.Education)
		Read(o, q.Education)
		if bad := fuzztest.Speaks(out.String()); bad != "" {
			t.Errorf("it speaks to the terminal: %q", bad)
		}
	})
}
