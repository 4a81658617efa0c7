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
	"testing"
	"time"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/wording/wordingtest"
	"github.com/ask-first/askfirst/internal/workshop"
)

// TestAnyLanguageIsSaidWhole walks through the real questionnaire in a language
// that nobody speaks, as people who choose at random and then hear everything
// that is to be heard: nothing is cut, and no English is said.
func TestAnyLanguageIsSaidWhole(t *testing.T) {
	original, q := wordingtest.Maternal(t)
	names := wordingtest.Names(original)
	words := wordingtest.Words()
	heard := map[string]bool{}
	everybody := func() bool {
		return !slices.ContainsFunc(q.Questions, func(x *questionnaire.Question) bool { return !heard[x.ID] })
	}
	for _, width := range []int{40, 80} {
		// A question that few are asked may take many people.
		for n := 0; n < 12 || width == 80 && n < 300 && !everybody(); n++ {
			out := new(bytes.Buffer)
			somebody := &chooser{out: out, words: words, random: rand.New(rand.NewPCG(uint64(n), uint64(width)))}
			_, err := Run(Options{Questionnaire: q, Words: words, In: somebody, Out: out, Size: sized(width),
				Notice: func(w *wording.Words) string {
					return wording.Fill(w.Privacy.Missing, "missing", w.Privacy.Name["files"])
				}})
			if err != nil {
				t.Fatal(err)
			}
			if faults := wordingtest.Faults(uncut(out.String()), names); len(faults) > 0 {
				t.Fatalf("%d columns, person %d: %v\n%s", width, n, faults, uncut(out.String()))
			}
			for _, x := range q.Questions {
				heard[x.ID] = heard[x.ID] || strings.Contains(strings.Join(strings.Fields(out.String()), " "), x.Ask)
			}
		}
	}
	for _, x := range q.Questions {
		if !heard[x.ID] {
			t.Errorf("nobody was asked %s", x.ID)
		}
	}
	var out bytes.Buffer
	if err := Read(ReadingOptions{Questionnaire: q, Words: words, Out: &out}, q.Education); err != nil {
		t.Fatal(err)
	}
	if faults := wordingtest.Faults(out.String(), names); len(faults) > 0 {
		t.Errorf("the texts: %v", faults)
	}
}

// uncut is what was said, with the brackets that the name of a page lost where it was
// shortened: in a prompt, and above the rest of a page. Nothing else is forgiven.
func uncut(said string) string {
	for _, sentence := range shortenedNames {
		said = sentence.ReplaceAllStringFunc(said, func(found string) string {
			m := sentence.FindStringSubmatch(found)
			lost := strings.Count(m[2], "⟦") - strings.Count(m[2], "⟧")
			return m[1] + m[2] + strings.Repeat("⟧", max(0, lost)) + m[3]
		})
	}
	return said
}

// shortenedNames are the sentences that name a page, up to their end or the numbers,
// with a name that says that it was shortened.
var shortenedNames = func() []*regexp.Regexp {
	w := wordingtest.Words()
	p := w.Plain.Prompt
	var sentences []*regexp.Regexp
	for _, text := range []string{p.One, p.Many, p.Name, p.On, p.Back, w.Plain.Continued} {
		before, after, _ := strings.Cut(text, "{place}")
		after, _, _ = strings.Cut(after, "{numbers}")
		sentences = append(sentences, regexp.MustCompile(
			fmt.Sprintf(`(%s)(⟦[^…]{0,%d}…)(%s)`, wrapped(before), shortPrompt-1, wrapped(after))))
	}
	return sentences
}()

// TestOnlyAShortenedNameIsForgiven: what [uncut] lets through is a name of a page in
// the sentences that have one, and no other text that lost its end.
func TestOnlyAShortenedNameIsForgiven(t *testing.T) {
	w := wordingtest.Words().Plain
	name := shortened(wordingtest.Text("Is any of this happening now, or has it just happened?"))
	cut := wordingtest.Text("This text has lost its end, and does not say so.")
	cut = cut[:len(cut)-len("⟧")]
	for _, c := range []struct {
		said  string
		whole bool
	}{
		{wording.Fill(w.Continued, "place", name), true},
		{wording.Fill(w.Prompt.One, "place", name, "numbers", wording.Fill(w.Prompt.Numbers, "n", "10")), true},
		{strings.ReplaceAll(wording.Fill(w.Prompt.Back, "place", name, "numbers", wording.Fill(w.Prompt.Numbers, "n", "10")), " ", "\n"), true},
		{name, false},
		{wording.Fill(w.Topic, "topic", name), false},
		{cut + "\n" + wording.Fill(w.Continued, "place", name), false},
		{wording.Fill(w.Continued, "place", strings.TrimSuffix(name, "…")), false},
		{wording.Fill(w.Continued, "place", cut+"…"), false},
	} {
		if faults := wordingtest.Faults(uncut(c.said), nil); (len(faults) == 0) != c.whole {
			t.Errorf("%q: %v", c.said, faults)
		}
	}
}

// wrapped fits a text wherever its rows end.
func wrapped(text string) string {
	return regexp.MustCompile(`\s+`).ReplaceAllString(regexp.QuoteMeta(text), `\s+`)
}

// TestAnyLanguageLeadsAWorkshop leads every plan and tells every story of the real
// questionnaire in that language, line by line, with the notes beside many pages:
// nothing is cut, and no English is said.
func TestAnyLanguageLeadsAWorkshop(t *testing.T) {
	original, q := wordingtest.Maternal(t)
	original.Sources = nil // none is named here, and their titles would let words through
	names := wordingtest.Names(original)
	words := wordingtest.Words()
	w := words.Workshop.Plain
	stories := len(q.Workshop.Plans) + len(workshop.Choose(q, workshop.Wish{}))
	for _, width := range []int{40, 80} {
		for n := 1; n <= stories; n++ {
			typed := []string{"x", strconv.Itoa(n), "nonsense", w.Agreed, w.Parked, language.Told(words.Plain.Typed.Lines), language.Told(words.Plain.Typed.Back), w.Swap, w.Swap}
			for page := range 300 { // more than any plan has
				if page%10 == n%10 {
					typed = append(typed, w.Notes)
					typed = append(typed, make([]string, 30)...) // to their end
				}
				typed = append(typed, w.Next)
			}
			typed = append(typed, w.Skip, w.Menu, language.Told(words.Plain.Typed.Leave))
			var out bytes.Buffer
			err := Workshop(WorkshopOptions{Questionnaire: q, Words: words, Region: q.Regions[0], Now: time.Now,
				In: strings.NewReader(strings.Join(typed, "\n") + "\n"), Out: &out, Size: sized(width)})
			if err != nil {
				t.Fatal(err)
			}
			for _, said := range []string{wording.Fill(w.Last, "menu", w.Menu), words.Workshop.First, w.Unknown, w.NotesEnd, words.Workshop.Notes.Here} {
				if whole := strings.Join(strings.Fields(out.String()), " "); !strings.Contains(whole, said) {
					t.Errorf("number %d: never said: %s", n, said)
				}
			}
			// A name is the beginning of a title, so more texts begin than end.
			faults := slices.DeleteFunc(wordingtest.Faults(out.String(), names), func(f string) bool { return strings.Contains(f, " texts begin and ") })
			if len(faults) > 0 {
				t.Fatalf("%d columns, number %d: %v", width, n, faults)
			}
		}
	}
}

// choice is a line of a list in that language, told is one of a screen's prompts.
var choice = regexp.MustCompile(`(?m)^⟦[ñó ]*([0-9]+);`)

// chooser is somebody who answers each prompt with one of the numbers that were
// just read out, says the words once, and leaves after a while.
type chooser struct {
	out     *bytes.Buffer
	words   *wording.Words
	random  *rand.Rand
	prompts int
	heard   int // bytes of what was said before
	most    int // the last number of the list that was read out last
}

func (c *chooser) Read(p []byte) (int, error) {
	c.prompts++
	if c.prompts > 400 {
		return 0, io.EOF
	}
	return copy(p, c.answer()+"\n"), nil
}

func (c *chooser) answer() string {
	said := c.out.String()[c.heard:]
	c.heard = c.out.Len()
	for _, m := range choice.FindAllStringSubmatch(said, -1) {
		c.most, _ = strconv.Atoi(m[1])
	}
	t := c.words.Plain.Typed
	once := map[int]string{1: "1", 4: t.Keys, 6: t.Lines, 7: "", 8: t.Why, 10: "ibuprofen", 20: t.Undo, 22: t.Again, 24: "nonsense", 25: "nonsense"}
	switch word, ok := once[c.prompts]; {
	case ok:
		return language.Told(word)
	case strings.HasSuffix(strings.TrimRight(said, "\n"), c.words.Plain.Prompt.More), c.most == 0, c.random.IntN(3) == 0:
		return ""
	}
	return fmt.Sprint(1 + c.random.IntN(c.most))
}

func sized(width int) func() (int, int) { return func() (int, int) { return width, 24 } }
