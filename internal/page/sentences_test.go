package page_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

func TestTheActionNamesTheRegionsNumber(t *testing.T) {
	w := wording.English()
	region := &questionnaire.Region{Lines: []*questionnaire.HelpLine{
		{ID: "e", Kind: "emergency", Call: "112"}, {ID: "c", Kind: "crisis", Call: "024", Open: questionnaire.Opening{Always: true}}, {ID: "p", Kind: "peer", Call: "300"},
	}}
	for first, want := range map[string]string{
		"Call {emergency} now.": "Call 112 now.",
		"Call {crisis} now.":    "Call 024 now.",
		"Call {poison} now.":    "Call 112 now.", // no such line: the emergency line
		"Call {peer} now.":      "Call 112 now.", // nobody has written when it answers
		"Stay with somebody.":   "Stay with somebody.",
	} {
		if got := page.FirstAct(w, first, region); got != want {
			t.Errorf("%q became %q, want %q", first, got, want)
		}
	}
	if got := page.FirstAct(w, "Call {crisis} now.", &questionnaire.Region{}); got != "Call your local emergency number now." {
		t.Errorf("without any number: %q", got)
	}
}

func TestAHelpLineSaysWhenItsNumberWasChecked(t *testing.T) {
	w := wording.English()
	line := &questionnaire.HelpLine{Name: "A line", Call: "200", Checked: time.Date(2026, 10, 7, 0, 0, 0, 0, time.UTC)}
	if got := strings.Join(page.About(w, line), " "); !strings.Contains(got, "7 October 2026") {
		t.Errorf("no date in %q", got)
	}
	line.Checked = time.Time{}
	if got := strings.Join(page.About(w, line), " "); !strings.Contains(got, w.Line.Unchecked) {
		t.Errorf("says nothing of the missing date: %q", got)
	}
}

func TestADateIsInWords(t *testing.T) {
	day := time.Date(2015, 9, 8, 0, 0, 0, 0, time.UTC)
	for language, want := range map[string]string{"en": "8 September 2015", "es": "8 de septiembre de 2015"} {
		w := wording.In(language)
		if got := page.Day(w, day); got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
		if n := len(w.Date.Months); n != 12 {
			t.Errorf("%s: %d months", language, n)
		}
	}
}

func TestATitleThatEndsByItselfGetsNoFullStop(t *testing.T) {
	got := page.Source(wording.English(), &questionnaire.Source{By: "A. Author.", Title: "Is it safe?", Where: "A Journal", Year: "2020"})
	if want := "A. Author. Is it safe? 2020. A Journal ("; !strings.HasPrefix(got, want) {
		t.Errorf("%q does not begin with %q", got, want)
	}
}

func TestEachPartOfASourceBeginsAsASentence(t *testing.T) {
	for where, want := range map[string]string{
		"general knowledge; nothing was searched for": "General knowledge; nothing was searched for",
		"eLife":                       "eLife",
		"oregon.gov/oha":              "oregon.gov/oha",
		"https://example.org/a":       "https://example.org/a",
		"the organisation's own site": "The organisation's own site",
		"único registro":              "Único registro",
	} {
		got := page.Source(wording.English(), &questionnaire.Source{Title: "General pharmacology", Where: where})
		if !strings.HasPrefix(got, "General pharmacology. "+want+" (") {
			t.Errorf("%q does not say %q", got, want)
		}
	}
}

// One reading of one text by one clinician is told as that, and as nothing of what has no
// review: on the first page and on papers.
func TestAReviewIsToldAsWhatItIs(t *testing.T) {
	for _, language := range []string{"en", "es"} {
		w := wording.In(language)
		for reviewed := range 4 {
			q := &questionnaire.Questionnaire{Language: language}
			for i := range 3 {
				e := &questionnaire.Education{Title: "One"}
				if i < reviewed {
					e.Reviewed = []questionnaire.Review{{By: "Jane Roe, pharmacist, GPhC 2051234"}}
				}
				q.Education = append(q.Education, e)
			}
			said := page.Reviewed(w, q)
			if reviewed == 0 {
				if said != w.Review.None {
					t.Errorf("%s: %q", language, said)
				}
				continue
			}
			for _, want := range map[string][]string{
				"en": {"a clinician has reviewed", fmt.Sprintf("%d of 3.", reviewed), "Nobody has reviewed the questions, the numbers, or whom they lead to"},
				"es": {"ha revisado un profesional", fmt.Sprintf("%d de 3.", reviewed), "Nadie ha revisado las preguntas, los números ni a quién llevan"},
			}[language] {
				if !strings.Contains(said, want) {
					t.Errorf("%s, %d: %q does not say %q", language, reviewed, said, want)
				}
			}
		}
	}
}
