package plain

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// TestEveryBlockIsSaidAndEveryChoiceCanBeTyped goes through random visits by the
// pages alone: what stands on a page is said in its order, and what [Type] says for
// a choice means that choice.
func TestEveryBlockIsSaidAndEveryChoiceCanBeTyped(t *testing.T) {
	for _, language := range []string{"en", "es"} {
		w, q := wording.In(language), maternal(language)
		find := finder.New(q.Formulary)
		seen := map[page.Kind]bool{}
		for n := range 40 {
			random := rand.New(rand.NewPCG(uint64(n), 5))
			v := visit.Begin(q, visit.Options{})
			p := page.Of(w, v, page.Front{Language: language})
			for range 60 {
				seen[p.Kind] = true
				isTold(t, w, p)
				canBeTyped(t, w, v, p)
				offersWhatWorks(t, w, v, p)
				var all []*page.Choice
				for _, c := range p.Choices() {
					if _, leaves := c.Means.(visit.Left); !leaves {
						all = append(all, c)
					}
				}
				if len(all) == 0 || t.Failed() {
					break
				}
				switch c := all[random.IntN(len(all))]; {
				case c.Means != nil:
					v = v.Did(c.Means)
					p = page.Of(w, v, page.Front{Language: language})
				case c.Drafts != nil && p.Typing && random.IntN(2) == 0:
					p = page.Drafted(w, v, p.Draft.Searched("zoloft", find.Settle("zoloft")))
				case c.Drafts != nil:
					p = page.Drafted(w, v, *c.Drafts)
				case c.Opens != nil:
					p, _ = page.Over(w, v, c.Opens)
				default:
					p = page.Of(w, v, page.Front{Language: language})
				}
			}
		}
		if len(seen) < 12 {
			t.Errorf("%s: only %d kinds of pages", language, len(seen))
		}
	}
}

func isTold(t *testing.T, w *wording.Words, p page.Page) {
	t.Helper()
	told := strings.Join(Tell(w, p), "\n")
	rest := told
	for _, b := range Order(p) {
		says := strings.TrimSuffix(Says(w, b), ":")
		if b.Folded || b.Choice != nil && readOnly(p) {
			continue
		}
		_, after, ok := strings.Cut(rest, says)
		if !ok {
			t.Errorf("not said in its place: %q\n%s", says, told)
			return
		}
		rest = after
	}
}

func canBeTyped(t *testing.T, w *wording.Words, v visit.Visit, p page.Page) {
	t.Helper()
	for n, c := range p.Choices() {
		line := Type(p, n)
		if line == "" {
			continue // closes by itself
		}
		got := Hear(w, p, v.Region(), line)
		want := c
		if c.Box {
			means, _ := p.Together(n)
			want = &page.Choice{Means: means}
		}
		if got.Choice == nil || !reflect.DeepEqual(*got.Choice, *want) {
			t.Errorf("%q on page %d means %+v, not %+v", line, p.Kind, got, want)
		}
	}
}

// offersWhatWorks: an error names words that do something where it is said.
func offersWhatWorks(t *testing.T, w *wording.Words, v visit.Visit, p page.Page) {
	t.Helper()
	before, after, _ := strings.Cut(w.Plain.NotUnderstood, "{words}")
	h := Hear(w, p, v.Region(), "99")
	if !h.Unclear || !strings.HasPrefix(h.Not, before) {
		t.Fatalf("page %d: 99 is understood as %+v", p.Kind, h)
	}
	for word := range strings.SplitSeq(strings.TrimSuffix(strings.TrimPrefix(h.Not, before), after), ", ") {
		if of := Hear(w, p, v.Region(), word); of.Choice == nil && !of.Again {
			t.Errorf("page %d: %q is offered, and says %q", p.Kind, word, of.Not)
		}
	}
}

// TestWhatIsUnderstood is one line a row: what it chooses on the page, from 0.
func TestWhatIsUnderstood(t *testing.T) {
	q := maternal("en")
	for _, c := range []struct {
		language, question, typed string
		want                      []int // answers
	}{
		{"en", "right-now", "1.", []int{0}},
		{"en", "right-now", "4 and 5", []int{3, 4}},
		{"en", "right-now", "3, 1 3", []int{0, 2}},
		{"en", "right-now", "the second", []int{1}},
		{"en", "right-now", "2nd and 4th", []int{1, 3}},
		{"en", "right-now", "number six", []int{5}},
		{"en", "right-now", "none", []int{6}},
		{"en", "right-now", "None of these.", []int{6}},
		{"en", "right-now", "i do not feel safe", []int{5}},
		{"en", "body-now", "I took something", []int{3}},
		{"en", "body-now", "chest or rib, I took", []int{0, 3}},
		{"en", "right-now", "I", nil},
		{"en", "right-now", "15", nil},
		{"en", "right-now", "0", nil},
		{"en", "right-now", "7, 1", nil}, // one stands alone
		{"en", "may-act", "no", []int{1}},
		{"en", "may-act", "Yes", []int{0}},
		{"en", "may-act", "nope", []int{1}},
		{"en", "may-act", "not", nil},
		{"en", "may-act", "1 2", nil},
		{"es", "right-now", "4 y 5", []int{3, 4}},
		{"es", "right-now", "la segunda", []int{1}},
		{"es", "right-now", "2ª", []int{1}},
		{"es", "right-now", "nada", []int{6}},
		{"es", "right-now", "no me siento a salvo", []int{5}},
		{"es", "may-act", "sí", []int{0}},
		{"es", "may-act", "si", []int{0}},
		{"es", "may-act", "No", []int{1}},
	} {
		w := wording.In(c.language)
		v := visit.Begin(maternal(c.language), visit.Options{Preview: true})
		v = v.Did(visit.Jumped{To: visit.Asked{Question: maternal(c.language).Question(c.question)}})
		h := Hear(w, page.Of(w, v, page.Front{}), q.Regions[0], c.typed)
		var got []int
		if h.Choice != nil {
			if replied, ok := h.Choice.Means.(visit.Replied); ok {
				got = replied.Reply.Answers
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s, %s: %q means %v, not %v (%+v)", c.language, c.question, c.typed, got, c.want, h)
		}
	}
}

func TestShortNamesOfRegions(t *testing.T) {
	for _, language := range []string{"en", "es"} {
		w := wording.In(language)
		v := visit.Begin(maternal(language), visit.Options{}).Did(visit.Began{}).Did(visit.Agreed{})
		p := page.Of(w, v, page.Front{})
		for typed, want := range map[string]string{"us": "us", "USA": "us", "U.K.": "gb", "gb": "gb", "unit": "", "españa": "es", "mx": "mx", "nz": "nz"} {
			h := Hear(w, p, v.Region(), typed)
			got := ""
			if h.Choice != nil {
				got = h.Choice.Means.(visit.Placed).Region
			}
			if got != want {
				t.Errorf("%s: %q means %q, not %q", language, typed, got, want)
			}
		}
	}
}

// TestTheProgramsAnswersAreKnownByWhatTheyAre: an author may call an answer of hers
// as the program calls one of its own, and a translation may begin one with "no".
func TestTheProgramsAnswersAreKnownByWhatTheyAre(t *testing.T) {
	for _, spoken := range []string{"en", "es"} {
		w := wording.In(spoken)
		q := maternal(spoken).Retold(spoken, func(text questionnaire.OneText) string {
			switch text.Key() {
			case "question/right-now/answer/child-swallowed":
				return w.Answer.NotSure
			case "question/right-now/answer/not-safe":
				return w.Answer.PreferNotToSay
			}
			return ""
		})
		x := q.Question("right-now")
		v := visit.Begin(q, visit.Options{Preview: true}).Did(visit.Jumped{To: visit.Asked{Question: x}})
		p := page.Of(w, v, page.Front{})
		for line, want := range map[string]questionnaire.ReplyKind{
			language.Told(w.Plain.Typed.Unsure): questionnaire.Unsure, language.Told(w.Plain.Typed.Declined): questionnaire.Declined,
			language.Told(w.Plain.Typed.Skip): questionnaire.Declined,
			w.Answer.NotSure:                  questionnaire.Unsure, w.Answer.PreferNotToSay: questionnaire.Declined,
		} {
			h := Hear(w, p, q.Regions[0], line)
			if h.Choice == nil {
				t.Fatalf("%s: %q is not understood: %+v", spoken, line, h)
			}
			if replied, _ := h.Choice.Means.(visit.Replied); replied.Reply.Kind != want {
				t.Errorf("%s: %q means %+v", spoken, line, h.Choice)
			}
		}
		x.Answers[0].Exclusive = true
		said, rest := typed(q, spoken, "", "1", "10", "", "", ""), wording.Fill(w.Plain.Rest, "other", "2", "n", strconv.Itoa(len(x.Answers)+2))
		if !strings.Contains(said, rest) {
			t.Errorf("%s: never said: %s\n%s", spoken, rest, said)
		}
	}
}

// TestEveryWordIsKnownAtEveryPrompt, from the welcome to the end of a conversation, and its
// other forms at the first. Where it does nothing that is said; it is never a wrong answer, and where
// names are typed never a name.
func TestEveryWordIsKnownAtEveryPrompt(t *testing.T) {
	for _, spoken := range []string{"en", "es"} {
		w := wording.In(spoken)
		p, words := w.Plain, w.Plain.Typed
		wrong := []string{p.NotUnderstood}
		for _, text := range []string{p.NotUnderstoodShort, p.NotTaken} {
			begins, _, _ := strings.Cut(text, "{")
			wrong = append(wrong, begins)
		}
		none := language.Told(words.None)
		places := []string{"", "1", "1/1", "1/1/1", "1/1/1/1", "1/1/3", "1/1/3/1", "1/1/3/1/calmix", "1/1/3/1/" + none, "1/1/3/1/" + none + "/1", "1/1/3/1/" + none + "/1/", "1/1/3/1/" + none + "/1//", "1/1/3/1/" + none + "/1///1"}
		tried, named := 0, at(spoken, "medicines")
		for _, forms := range []string{words.Back, words.Why, words.Lines, words.Skip, words.Part, words.Enough, words.Undo, words.Again, words.List, words.Slow, words.Short, words.Full, words.Keys} {
			for n, form := range language.Forms(forms) {
				at := places // of the one that is told
				if n > 0 {
					at = places[:1]
				}
				for _, place := range at {
					var before []string
					if place != "" {
						before = strings.Split(place, "/")
					}
					said := after(t, typed(small(), spoken, append(before, form)...), form+"\n")
					for _, text := range wrong {
						if strings.Contains(said, text) {
							t.Errorf("%s, after %q: %q is not understood:\n%s", spoken, place, form, said)
						}
					}
					tried++
				}
				if got := gist(named, form); got == "name" {
					t.Errorf("%s: %q is taken for a name", spoken, form)
				}
			}
		}
		t.Logf("%s: %d", spoken, tried)
	}
}
