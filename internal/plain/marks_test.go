package plain

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/questionnaires"
)

var maternals = sync.OnceValue(func() map[string]*questionnaire.Questionnaire {
	q, _, err := folder.Read(questionnaires.Maternal(), nil)
	if err != nil || q == nil {
		panic("the questionnaire cannot be read")
	}
	es, _, err := folder.ReadTranslation(questionnaires.Maternal(), nil, "es")
	if err != nil || es == nil {
		panic("the translation cannot be read")
	}
	return map[string]*questionnaire.Questionnaire{"en": q, "es": translation.Of(q, es)}
})

func maternal(language string) *questionnaire.Questionnaire { return maternals()[language] }

// burst is what is said between two prompts.
type burst struct{ typed, said string }

// wanderer types anything that can be typed, and keeps what was said each time.
type wanderer struct {
	out    *bytes.Buffer
	words  *wording.Words
	random *rand.Rand
	bursts []burst
	typed  string
	least  int // lines still to be typed
}

func (w *wanderer) Read(p []byte) (int, error) {
	said := w.out.String()
	w.out.Reset()
	w.bursts = append(w.bursts, burst{w.typed, said})
	if w.least--; w.least < 0 {
		return 0, io.EOF
	}
	w.typed = w.line()
	return copy(p, w.typed+"\n"), nil
}

func (w *wanderer) line() string {
	t := w.words.Plain.Typed
	switch n := w.random.IntN(12); {
	case len(w.bursts) < 4:
		return "1"
	case n < 3:
		return ""
	case n == 3:
		forms := []string{t.Back, t.Why, t.Lines, t.Keys, t.Again, t.List, t.Undo, t.Part, t.Skip, "sertraline", "zzzz"}
		return language.Told(forms[w.random.IntN(len(forms))])
	case n == 4: // as many as there can be, which is a long line to hear again
		return "1, 2, 3, 4, 5, 6"
	case n == 5:
		forms := []string{t.Slow, t.Short, t.Full, "zoloft, lithium", "zzzz, yyyy", "i want to die"}
		return language.Told(forms[w.random.IntN(len(forms))])
	default:
		return strconv.Itoa(1 + w.random.IntN(6))
	}
}

// wander walks through the real questionnaire in both languages at this size.
func wander(t *testing.T, visits, width, height int, see func(language string, b burst)) {
	for _, language := range []string{"en", "es"} {
		q := maternal(language)
		for n := range visits {
			w := &wanderer{out: new(bytes.Buffer), words: wording.In(language), random: rand.New(rand.NewPCG(uint64(n), 3)), least: 150}
			_, err := Run(Options{Questionnaire: q, Words: w.words, Region: q.Regions[n%len(q.Regions)].ID, In: w, Out: w.out,
				Size: func() (int, int) { return width, height }})
			if err != nil {
				t.Fatal(err)
			}
			for _, b := range w.bursts {
				see(language, b)
			}
		}
	}
}

// TestNeverMoreThanAScreenBetweenTwoPrompts is mark P1: screen readers that look at
// the screen lose whatever has scrolled off it.
func TestNeverMoreThanAScreenBetweenTwoPrompts(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {80, 60}, {40, 12}, {80, 8}, {0, 0}} {
		most := 20
		if size[1] > 0 {
			most = min(most, size[1]-2)
		}
		wander(t, 3, size[0], size[1], func(language string, b burst) {
			if rows := strings.Count(b.said, "\n") - 1; rows > most { // one ended the prompt before
				t.Errorf("%s, %d: after %q %d rows are said, not %d:\n%s", language, size, b.typed, rows, most, b.said)
			}
		})
	}
}

// TestAnEmergencyBeginsWithItsAction is mark P4.
func TestAnEmergencyBeginsWithItsAction(t *testing.T) {
	seen := 0
	actions := map[string]bool{}
	for _, q := range maternals() {
		for _, r := range q.Rules {
			if r.Interrupt {
				first, _, _ := strings.Cut(r.First, " ")
				actions[first] = true
			}
		}
	}
	wander(t, 15, 80, 24, func(language string, b burst) {
		stop := wording.In(language).Interrupt.Stop
		if strings.Trim(b.typed, "0123456789, ") != "" { // a word of hers has an answer of its own
			return
		}
		if b.typed == "" || !strings.Contains(b.said, "2. "+stop) || strings.Contains(b.said, "3. ") {
			return // the second screen of a long one, or something else
		}
		said := strings.TrimLeft(b.said, "\n")
		for _, no := range []string{wording.In(language).Plain.NotUnderstood, wording.In(language).Plain.NotUnderstoodShort, wording.In(language).Plain.NotYet} {
			if no, _, _ = strings.Cut(no, "."); strings.HasPrefix(said, no) {
				return // what was typed is not an answer, and the rest of the page follows
			}
		}
		seen++
		if first, _, _ := strings.Cut(said, " "); !actions[first] {
			t.Errorf("%s: after %q:\n%s", language, b.typed, said)
		}
	})
	if seen < 20 {
		t.Errorf("only %d emergency pages", seen)
	}
}

// TestAQuestionComesEarly is mark P2: it is heard within twelve words, but for what
// says which answer was heard, and a line of ground before a tender question.
func TestAQuestionComesEarly(t *testing.T) {
	asked, ground := map[string]bool{}, map[string]bool{}
	for _, q := range maternals() {
		for _, x := range q.Questions {
			asked[x.Ask], ground[x.Before] = true, true
		}
	}
	seen := map[string]bool{}
	wander(t, 8, 0, 0, func(language string, b burst) {
		chosen, _, _ := strings.Cut(wording.In(language).Plain.Chosen, "{")
		if first, _, _ := strings.Cut(strings.TrimLeft(b.said, "\n"), "\n"); strings.HasSuffix(first, strings.TrimPrefix(wording.In(language).Plain.Continued, "{place}")) {
			return // the middle of a page
		}
		before := 0
		for row := range strings.SplitSeq(b.said, "\n") {
			switch {
			case asked[row]:
				if seen[row] = true; before > 12 {
					t.Errorf("%s: %d words before %q:\n%s", language, before, row, b.said)
				}
				return
			case ground[row], strings.HasPrefix(row, chosen):
			default:
				before += len(strings.Fields(row))
			}
			if b.typed != "1" && b.typed != "" {
				return // a word of hers has an answer of its own before it
			}
		}
	})
	if len(seen) < 16 {
		t.Errorf("only %d questions were asked", len(seen))
	}
}

// TestNoNumberIsPartedAnywhere is mark P3.
func TestNoNumberIsPartedAnywhere(t *testing.T) {
	parted := regexp.MustCompile(`(?:^|\n)[^\n]*[0-9] [0-9]\n[0-9] [0-9]`)
	wander(t, 3, 40, 24, func(language string, b burst) {
		if parted.MatchString(b.said) {
			t.Errorf("%s: after %q a number is parted:\n%s", language, b.typed, b.said)
		}
	})
}

// TestDatesAndCountsAreSaidAsSuch: only telephone numbers are spelled.
func TestDatesAndCountsAreSaidAsSuch(t *testing.T) {
	spelled := regexp.MustCompile(`\b[12] [90] [0-9] [0-9][.\n]`)
	wander(t, 3, 80, 24, func(language string, b burst) {
		if year := spelled.FindString(b.said); year != "" {
			t.Errorf("%s: after %q a year is spelled, %q:\n%s", language, b.typed, year, b.said)
		}
	})
}

// TestAfterACardNothingIsListedAgain is mark P5.
func TestAfterACardNothingIsListedAgain(t *testing.T) {
	for language, lines := range map[string]string{"en": "1/1/1/1/no//1/calmix/1/1/1/yes//1//////1//", "es": "1/1/1/1/2//1/calmix/1/1/1/1//1//////1//"} {
		said := typed(small(), language, strings.Split(lines, "/")...)
		prompts := strings.Split(said, ": \n")
		last := prompts[len(prompts)-2]
		if _, after, ok := strings.Cut(last, ". "+wording.In(language).Education.Back+"."); ok { // the end of the card itself
			last = after
		}
		if len(strings.Fields(last)) > 40 {
			t.Errorf("%s: after a card is said:\n%s", language, last)
		}
	}
}

// TestAPromptNamesWhatIsAsked is the mark of braille lines B4, with which numbers can
// be typed; where none was heard yet, with the word that lets her hear them.
func TestAPromptNamesWhatIsAsked(t *testing.T) {
	wander(t, 6, 0, 0, func(language string, b burst) {
		prompt := b.said[strings.LastIndex(b.said, "\n")+1:]
		p := wording.In(language).Plain
		leads, _, _ := strings.Cut(wording.In(language).Open.Could, "{")
		if strings.Contains(b.said, leads) {
			return // questions that were left open are listed there, and not asked
		}
		for row := range strings.SplitSeq(b.said, "\n") {
			if q := asks(maternal(language), row); q && prompt != p.Prompt.More && !strings.HasPrefix(prompt, shortened(row)) {
				t.Errorf("%s: %q does not name %q", language, prompt, row)
			}
		}
		number, list := strings.Contains(prompt, fmt.Sprint(1)), strings.HasSuffix(prompt, " "+words(p.Typed.List)[0]+": ")
		if prompt != "" && !number && !list && prompt != p.Prompt.More {
			t.Errorf("%s: %q says no number", language, prompt)
		}
	})
}

// asks reports whether a row is a question.
func asks(q *questionnaire.Questionnaire, row string) bool {
	return slices.ContainsFunc(q.Questions, func(x *questionnaire.Question) bool { return x.Ask == row })
}

// TestWhatIsAskedIsShortened at a clause or a word, never inside a number, and says so
// where it stops in the middle.
func TestWhatIsAskedIsShortened(t *testing.T) {
	for text, want := range map[string]string{
		"How old are you?":      "How old are you",
		"¿Cuántos años tienes?": "Cuántos años tienes",
		"Have you given birth, or has a pregnancy ended, in the past 2 years?": "Have you given birth…",
		"What medicines or herbs have you taken in the last six weeks?":        "What medicines or herbs have you…",
		"Call 9 1 1 now, and stay with another person.":                        "Call 9 1 1 now…",
		"A very long place to call 1 8 3 3 8 5 2 6 2 6 2":                      "A very long place to call…",
		"Help lines: United States and its territories":                        "Help lines: United States and its…",
	} {
		if got := shortened(text); got != want {
			t.Errorf("%q is shortened to %q, not %q", text, got, want)
		}
	}
}
