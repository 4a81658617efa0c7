package plain

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
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
	for _, size := range [][2]int{{80, 24}, {80, 60}, {40, 12}, {0, 0}} {
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
		if b.typed == "" || !strings.Contains(b.said, "2. "+stop) || strings.Contains(b.said, "3. ") {
			return // the second screen of a long one, or something else
		}
		said := strings.TrimLeft(b.said, "\n")
		for _, no := range []string{wording.In(language).Plain.NotUnderstood, wording.In(language).Plain.NotUnderstoodShort} {
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

// TestAPromptNamesWhatIsAsked is the mark of braille lines B4, with which numbers can
// be typed; where none was heard yet, with the word that lets her hear them.
func TestAPromptNamesWhatIsAsked(t *testing.T) {
	wander(t, 6, 80, 24, func(language string, b burst) {
		prompt := b.said[strings.LastIndex(b.said, "\n")+1:]
		p := wording.In(language).Plain
		number, list := strings.Contains(prompt, fmt.Sprint(1)), strings.HasSuffix(prompt, " "+words(p.Typed.List)[0]+": ")
		if prompt != "" && !number && !list && prompt != p.Prompt.More {
			t.Errorf("%s: %q says no number", language, prompt)
		}
	})
}
