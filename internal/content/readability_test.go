package content

import (
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// sentenceOf is a sentence of so many short words.
func sentenceOf(n int) string {
	return "The " + strings.Repeat("baby ", n-2) + "sleeps."
}

func hardToRead(t *testing.T, place, text string) []questionnaire.Finding {
	t.Helper()
	return of(Check(read(t, map[string]string{place: text}), today), "hard-to-read")
}

func TestHardToRead(t *testing.T) {
	long := "Pharmacological considerations necessitate individualised evaluation. Multidisciplinary communication facilitates appropriate administration. "
	for _, c := range []struct {
		name, place, text string
		fault             string
		severity          questionnaire.Severity
	}{
		{"a sentence of 21 words", "REASON", sentenceOf(21), "has 21 words", questionnaire.Warning},
		{"a sentence of 20 words", "REASON", sentenceOf(20), "", 0},
		{"13 words on an emergency page", "FIRST", sentenceOf(13), "has 13 words; make it two, of 12", questionnaire.Warning},
		{"12 words on an emergency page", "FIRST", sentenceOf(12), "", 0},
		{"15 words on average", "EDUCATION", strings.Repeat(sentenceOf(15)+"\n\n", 5), "15.0 words on average", questionnaire.Warning},
		{"14 words on average", "EDUCATION", strings.Repeat(sentenceOf(14)+"\n\n", 5), "", 0},
		{"four sentences in a paragraph", "REASON", "You feed a baby. Milk is good food. It is warm too. It is all right.", "has 4 sentences", questionnaire.Warning},
		{"a greeting and three sentences", "WELCOME", "Hello. You feed a baby. Milk is good food. It is warm too.", "", 0},
		{"a list of four", "EDUCATION", filler + "- One thing is here.\n- One thing is there.\n- One thing is near.\n- One thing is far.", "", 0},
		{"a quotation after a colon", "REASON", "Say to the one who picks up the telephone at night: \"I had a baby three weeks ago and I hardly sleep.\"", "", 0},
		{"an abbreviation does not end a sentence", "REASON", "Dr. Who is in. It is day. Call Dr. Who or St. John.", "", 0},
		{"grade above 8", "EDUCATION", strings.Repeat(long, 10), "reads like school grade", questionnaire.Error},
		{"a hard word in a question", "ASK", "Is there institutional help?", `"institutional"`, questionnaire.Warning},
		{"a hard word in an answer", "LABEL", "A hypertensive crisis at home", `"hypertensive"`, questionnaire.Warning},
		{"a hard word on an emergency page", "FIRST", "Call for intervention and resuscitation.", `"intervention", "resuscitation"`, questionnaire.Warning},
		{"a hard word in a reason is measured by the grade", "REASON", "Institutional help is near.", "", 0},
		{"a word of the glossary", "ASK", "Do you take psychedelics?", "", 0},
		{"the name of a clinician", "FIRST", "Ask your pharmacist now.", "", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := hardToRead(t, c.place, c.text)
			if c.name == "grade above 8" {
				found = withMessage(found, c.fault)
			}
			switch {
			case c.fault == "" && len(found) > 0:
				t.Errorf("a near miss was not left alone: %v", found)
			case c.fault != "" && (len(found) != 1 || !strings.Contains(found[0].Message, c.fault) || found[0].Severity != c.severity):
				t.Errorf("want one %v with %q, got %v", c.severity, c.fault, found)
			}
		})
	}
}

func withMessage(findings []questionnaire.Finding, part string) []questionnaire.Finding {
	var some []questionnaire.Finding
	for _, f := range findings {
		if strings.Contains(f.Message, part) {
			some = append(some, f)
		}
	}
	return some
}

func english(t *testing.T) *language.Language {
	t.Helper()
	l, ok := language.Of("en")
	if !ok {
		t.Fatal("there is no English")
	}
	return l
}

func TestGradeLeavesNamesOut(t *testing.T) {
	text := strings.Repeat("We talk of sertraline and of your pharmacist now. ", 20)
	q := read(t, map[string]string{"EDUCATION": text})
	for _, p := range passages(q) {
		if p.key != "text" || !strings.Contains(p.owner, "known") {
			continue
		}
		with, ok := score(p, names{}, english(t))
		without, ok2 := score(p, newNames(q), english(t))
		if !ok || !ok2 || without >= with {
			t.Errorf("with names %.1f (%v), without %.1f (%v)", with, ok, without, ok2)
		}
	}
}

func TestShortTextHasNoGrade(t *testing.T) {
	q := read(t, map[string]string{"EDUCATION": "Multidisciplinary communication facilitates administration."})
	if found := withMessage(of(Check(q, today), "hard-to-read"), "grade"); len(found) > 0 {
		t.Errorf("got %v", found)
	}
}

func TestOtherLanguagesHaveNoEnglishGrade(t *testing.T) {
	q := read(t, map[string]string{"ASK": "Avez-vous des complications institutionnelles ?"}, [2]string{"language: en", "language: fr"})
	if found := of(Check(q, today), "hard-to-read"); len(found) > 0 {
		t.Errorf("got %v", found)
	}
}

func TestSentences(t *testing.T) {
	for text, want := range map[string]int{
		"One. Two. Three.": 3,
		"I took … at …, along with …. Now I rest.": 2,
		"It costs 3.5 in all. Fine.":               2,
		"See Dr. Who. Then go.":                    2,
		"Say: \"I am here.\" Then wait.":           3,
		"Is it? Yes! No.":                          3,
		"No. 5 is here.":                           1,
	} {
		if got := sentences(text, english(t)); len(got) != want {
			t.Errorf("%q: got %d sentences, want %d: %+v", text, len(got), want, got)
		}
	}
}
