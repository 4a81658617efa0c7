package wording

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// fields visits every text of the words by the name that code uses for it.
func fields(v reflect.Value, name string, visit func(name, text string)) {
	switch v.Kind() {
	case reflect.String:
		visit(name, v.String())
	case reflect.Struct:
		for i := range v.NumField() {
			fields(v.Field(i), name+"."+v.Type().Field(i).Name, visit)
		}
	}
}

func TestNoTextIsMissing(t *testing.T) {
	fields(reflect.ValueOf(*English()), "", func(name, text string) {
		if text == "" {
			t.Errorf("%s is empty", name)
		}
	})
}

func TestNumbersAreSpokenDigitByDigit(t *testing.T) {
	for text, want := range map[string]string{
		"Call 988 now.":                 "Call 9 8 8 now.",
		"Press 2 for Spanish.":          "Press 2 for Spanish.",
		"TTY: 800-787-3224.":            "TTY: 8 0 0 7 8 7 3 2 2 4.",
		"call 116 123 at any hour":      "call 1 1 6 1 2 3 at any hour",
		"Open: 24 hours":                "Open: 24 hours",
		"no number":                     "no number",
		"In letters: 1-833-TLC-MAMA.":   "In letters: 1 8 3 3-TLC-MAMA.",
		"Mon to Fri, 9 to 17, see site": "Mon to Fri, 9 to 17, see site",
	} {
		if got := Spoken(text); got != want {
			t.Errorf("Spoken(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestANumberStaysOnOneLine(t *testing.T) {
	text := "call 1-833-852-6262, text 1-833-852-6262  Line, or call 0808 801 0302 and press 2 for a long-awaited answer"
	for width := 20; width < 100; width++ {
		lines := Wrap(text, width)
		for _, number := range []string{"1-833-852-6262", "0808 801 0302"} {
			if !slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, number) }) {
				t.Errorf("at %d columns %s is broken: %q", width, number, lines)
			}
		}
	}
	if got := Wrap("a long-awaited answer", 9); got[0] != "a long-" {
		t.Errorf("a word's hyphen is glued too: %q", got)
	}
}

func TestTheActionNamesTheRegionsNumber(t *testing.T) {
	w := English()
	region := &questionnaire.Region{Lines: []*questionnaire.HelpLine{
		{ID: "e", Kind: "emergency", Call: "112"}, {ID: "c", Kind: "crisis", Call: "024"},
	}}
	for first, want := range map[string]string{
		"Call {emergency} now.": "Call 112 now.",
		"Call {crisis} now.":    "Call 024 now.",
		"Call {poison} now.":    "Call 112 now.", // no such line: the emergency line
		"Stay with somebody.":   "Stay with somebody.",
	} {
		if got := w.Act(first, region); got != want {
			t.Errorf("%q became %q, want %q", first, got, want)
		}
	}
	if got := w.Act("Call {crisis} now.", &questionnaire.Region{}); got != "Call your local emergency number now." {
		t.Errorf("without any number: %q", got)
	}
}

func TestAHelpLineSaysWhenItsNumberWasChecked(t *testing.T) {
	w := English()
	line := &questionnaire.HelpLine{Name: "A line", Call: "200", Checked: time.Date(2026, 10, 7, 0, 0, 0, 0, time.UTC)}
	if got := strings.Join(w.About(line), " "); !strings.Contains(got, "7 October 2026") {
		t.Errorf("no date in %q", got)
	}
	line.Checked = time.Time{}
	if got := strings.Join(w.About(line), " "); !strings.Contains(got, w.Line.Unchecked) {
		t.Errorf("says nothing of the missing date: %q", got)
	}
}

func TestPluralsFollowTheLanguage(t *testing.T) {
	w := English()
	for n, want := range map[int]string{1: "about 1 more question", 2: "about 2 more questions", 0: "about 0 more questions"} {
		if got := w.Count(w.Question.Left, n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

func TestADateIsInWords(t *testing.T) {
	day := time.Date(2015, 9, 8, 0, 0, 0, 0, time.UTC)
	for language, want := range map[string]string{"en": "8 September 2015", "es": "8 de septiembre de 2015"} {
		w := In(language)
		if got := w.Day(day); got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
		if n := len(w.Date.Months); n != 12 {
			t.Errorf("%s: %d months", language, n)
		}
	}
}
