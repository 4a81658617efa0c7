package handout

import (
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/wording/wordingtest"
	"github.com/ask-first/askfirst/questionnaires"
)

// TestAPaperSaysWhichWayItIsWritten: a browser does not turn a page by its language.
func TestAPaperSaysWhichWayItIsWritten(t *testing.T) {
	original := read(t, questionnaires.Maternal())
	q := wordingtest.RightToLeft.Questionnaire(t, original)
	s := Source{Questionnaire: q, Words: wordingtest.RightToLeft.Words(), Program: "v0.0.0", Region: q.Regions[0]}
	names := namesOnPaper(original)
	for name, d := range map[string]*Document{"guide": s.Guide(), "sheet": s.Sheet()} {
		html := d.HTML()
		if !strings.Contains(html, ` lang="he" dir="rtl"`) {
			t.Errorf("%s does not say that it is written from right to left", name)
		}
		for _, fault := range wordingtest.Faults(shown(t, d)["text"], names) {
			t.Errorf("%s: %s", name, fault)
		}
	}
	for tag, want := range map[string]string{"es": "", "en": "", "ar-EG": ` dir="rtl"`, "fa": ` dir="rtl"`} {
		if got := direction(tag); got != want {
			t.Errorf("%s: %q", tag, got)
		}
	}
}
