package plain

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// at is a session at a question of the real questionnaire.
func at(language, question string) *session {
	q := maternal(language)
	v := visit.Begin(q, visit.Options{Preview: true}).Did(visit.Jumped{To: visit.Asked{Question: q.Question(question)}})
	return &session{face: &face{w: wording.In(language)}, v: v, finder: finder.New(q.Formulary), others: everyLanguage()}
}

// gist is what a line means there, in short: the answers, "unsure", "declined", "lines",
// "name", or ? with the answers that it may mean.
func gist(s *session, typed string) string {
	p := s.page()
	h := s.hear(p, typed)
	replied := func(c *page.Choice) string {
		r, _ := c.Means.(visit.Replied)
		switch r.Reply.Kind {
		case questionnaire.Unsure:
			return "unsure"
		case questionnaire.Declined:
			return "declined"
		case questionnaire.Definite:
			return strings.Trim(fmt.Sprint(r.Reply.Answers), "[]")
		}
		return "other"
	}
	switch {
	case h.Choice != nil && h.Choice.Opens == page.Opening(page.Lines{}):
		return "lines"
	case h.Choice != nil:
		return replied(h.Choice)
	case h.Name != "":
		return "name"
	case len(h.Among) > 0:
		return "? " + strings.Trim(fmt.Sprint(h.Among), "[]")
	case h.Unclear:
		return "unclear"
	}
	return h.Not
}

// TestEverydayWords are yes, no and what lies between, as people type them. What could be
// two of the answers is asked.
func TestEverydayWords(t *testing.T) {
	for _, c := range []struct{ language, question, typed, want string }{
		{"en", "right-now", "n, N, n.", "? 6 8"},
		{"en", "right-now", "no, nope, none", "6"},
		{"es", "right-now", "n, N", "? 5 6 8"},
		{"es", "right-now", "no, nada", "6"},
		{"en", "may-act", "n, nope", "1"},
		{"en", "may-act", "ye, yep, yeah, yes i do, i do, yup, YES!, yes it is", "0"},
		{"en", "may-act", "no, nope, nah, no i dont, no I don't, i dont, i would not, no not at all, never, no thanks, no no", "1"},
		{"en", "may-act", "not sure, i dont know, dont know, idk, im not sure, no i dont know, no idea, cant remember", "unsure"},
		{"en", "may-act", "prefer not to say, prefer, rather not, i dont want to say", "declined"},
		{"en", "may-act", "maybe, perhaps, i think so, kind of, yes maybe", "? 0 2"},
		{"en", "may-act", "not really, probably not, i dont think so, no not really, i doubt it", "? 1 2"},
		{"en", "naloxone", "maybe", "? 0 2"},
		{"en", "right-now", "no, no i dont, none of them, nothing, nope", "6"},
		{"en", "right-now", "not really", "? 6 8"},
		{"en", "right-now", "i do not", "? 5 6"}, // as an answer begins
		{"en", "right-now", "yes, yeah", wording.English().Plain.WhichOf},
		{"en", "right-now", "no i do, no but yes", "unclear"},
		{"en", "may-act", "no quiero vivir, I don't want to live", "lines"},
		{"en", "pregnancy", "no, nah", "6"},
		{"en", "medicines", "no, none, nothing, no i dont, no meds, i dont take anything, no tomo nada", ""},
		{"en", "medicines", "prefer…, prefer not", "declined"},
		{"en", "medicines", "not sure, maybe, idk", "unsure"},
		{"en", "medicines", "not really", "? 0 2"},
		{"en", "medicines", "yes, ye, sí", wording.English().Plain.WhichName},
		{"en", "medicines", "nortriptyline, zoloft, norebox", "name"},
		{"es", "may-act", "sí, si, sip, claro, sí claro, yes", "0"},
		{"es", "may-act", "no, nop, no lo haria, nunca, para nada, claro que no, no gracias", "1"},
		{"es", "may-act", "no se, no lo sé, nose, ni idea, no me acuerdo, no estoy segura", "unsure"},
		{"es", "may-act", "prefiero no, prefiero, mejor no, no quiero decirlo", "declined"},
		{"es", "may-act", "quizá, quizas, tal vez, puede ser, creo que si", "? 0 2"},
		{"es", "may-act", "no creo, creo que no, no mucho", "? 1 2"},
		{"es", "right-now", "no, nada, ninguna, no para nada", "6"}, // another answer begins with "No me siento"
		{"es", "medicines", "no, nada, ninguno, no tomo nada, ningun medicamento, nothing", ""},
		{"es", "medicines", "prefiero", "declined"},
	} {
		for typed := range strings.SplitSeq(c.typed, ", ") {
			if got := gist(at(c.language, c.question), typed); got != c.want {
				t.Errorf("%s, %s: %q means %q, not %q", c.language, c.question, typed, got, c.want)
			}
		}
	}
}

// TestNoMedicineIsAnEverydayWord, so that none of them is lost to one.
func TestNoMedicineIsAnEverydayWord(t *testing.T) {
	for language := range maternals() {
		s := at(language, "medicines")
		for _, m := range maternal(language).Formulary.Medicines {
			for _, name := range m.Names() {
				if got := gist(s, name); got != "name" && got != "lines" { // Emergen-C is heard as a cry where it is cut short
					t.Errorf("%s: %s means %q", language, name, got)
				}
			}
		}
	}
}

// TestAWordOfAnAnswerIsOffered: with a cry after the help lines, and never chosen.
func TestAWordOfAnAnswerIsOffered(t *testing.T) {
	for _, c := range []struct {
		language, question, typed string
		among                     []int
		cry                       bool
	}{
		{"en", "body-now", "seizure", []int{0}, true},
		{"en", "body-now", "i had a seizures", []int{0}, true},
		{"en", "body-now", "bleeding", []int{2}, true},
		{"en", "body-now", "my baby is bleeding", []int{2}, true},
		{"en", "right-now", "hear voices", []int{2}, true},
		{"en", "right-now", "he chokes me", nil, true},
		{"en", "right-now", "gun", nil, true},
		{"en", "body-now", "passed out", nil, true},
		{"en", "right-now", "swallowed it", []int{4}, false},
		{"en", "right-now", "racing thoughts all night", []int{3}, false},
		{"es", "body-now", "sangrando", []int{2}, true},
		{"es", "right-now", "me está ahorcando", nil, true},
		{"es", "right-now", "pistola", nil, true},
	} {
		s := at(c.language, c.question)
		h := s.hear(s.page(), c.typed)
		cry := h.Choice != nil && h.Choice.Opens == page.Opening(page.Lines{})
		if cry != c.cry || h.Choice != nil && !cry || !slices.Equal(h.Among, c.among) {
			t.Errorf("%s, %s: %q means %+v", c.language, c.question, c.typed, h)
		}
	}
}

// TestWhoIsAskedCanSayYesOrNo: "no" answers what she was asked, and not the page.
func TestWhoIsAskedCanSayYesOrNo(t *testing.T) {
	for language, said := range map[string][]string{"en": {"1", "1", "sleepy", "yes", "no"}, "es": {"1", "1", "sleepy", "sí", "no"}} {
		w := wording.In(language)
		offered := typed(small(), language, said[:3]...)
		inOrder(t, offered, w.Plain.AmongOne+"\n2. My baby is very sleepy")
		yes := typed(small(), language, said[:4]...)
		inOrder(t, yes, w.Plain.AmongOne, wording.Fill(w.Plain.Chosen, "answer", "My baby is very sleepy and feeds poorly since this morning"))
		no := typed(small(), language, append(slices.Clone(said[:3]), "no")...)
		never(t, after(t, no, w.Plain.AmongOne), wording.Fill(w.Plain.Chosen, "answer", "None of these"))
		cried := typed(small(), language, "1", "1", "seizure", "", "")
		never(t, cried, w.Plain.AmongOne) // no answer has that word
	}
}

// TestAnOfferComesAfterTheHelpLines: "no" does not answer the question then either.
func TestAnOfferComesAfterTheHelpLines(t *testing.T) {
	w := wording.English()
	said := typed(small(), "en", "1", "1", "I am in danger", "", "no")
	inOrder(t, said, "Emergency: call 1 0 0.", w.Plain.AmongOne+"\n1. I feel in danger.", "Nothing is chosen yet.")
	never(t, said, "You chose: None of these")
}

// TestNothingIsChosenThatWasNotHeard: at the end of a screen a number that was not read
// out, and no to what was not, lead to the rest.
func TestNothingIsChosenThatWasNotHeard(t *testing.T) {
	for _, language := range []string{"en", "es"} {
		w := wording.In(language)
		said := burstsAt(t, 80, 12, "us", language, make([]string, 10))
		first := slices.IndexFunc(said, func(b burst) bool {
			return strings.Contains(b.said, "\n1. "+maternal(language).Question("right-now").Answers[0].Label)
		})
		if first < 0 || !strings.HasSuffix(said[first].said, w.Plain.Prompt.More) {
			t.Fatalf("%s: the page is not parted", language)
		}
		for _, c := range []struct {
			typed string
			waits bool
		}{{"6", true}, {"no", true}, {"7", true}, {"1", false}, {w.Answer.NotSure, false}, {"6, 1", true}} {
			next := burstsAt(t, 80, 12, "us", language, append(make([]string, first), c.typed))[first+1].said
			waits := strings.Contains(next, w.Plain.NotYet)
			if waits != c.waits {
				t.Errorf("%s: %q: %s", language, c.typed, next)
			}
			if waits && !strings.Contains(next, "\n"+wording.Fill(w.Plain.Continued, "place", shortened(maternal(language).Question("right-now").Ask))+"\n") {
				t.Errorf("%s: the rest does not say where one is: %s", language, next)
			}
		}
	}
}

// TestTheRestSaysWhereOneIs after each prompt for more.
func TestTheRestSaysWhereOneIs(t *testing.T) {
	seen := 0
	more := map[string]bool{}
	wander(t, 3, 80, 14, func(language string, b burst) {
		w := wording.In(language)
		name, _, _ := strings.Cut(strings.TrimLeft(b.said, "\n"), "\n")
		if more[language] && b.typed == "" {
			if seen++; !strings.HasSuffix(name, strings.TrimPrefix(w.Plain.Continued, "{place}")) {
				t.Errorf("%s: the rest begins with %q", language, name)
			}
		}
		more[language] = strings.HasSuffix(b.said, w.Plain.Prompt.More)
	})
	if seen < 20 {
		t.Errorf("only %d were seen", seen)
	}
}

// TestListenAnswersAsThePersonDoes: what is typed says what she has to say, in both
// languages, and she comes to the end.
func TestListenAnswersAsThePersonDoes(t *testing.T) {
	for _, language := range []string{"en", "es"} {
		q := maternal(language)
		for n, sc := range q.Scenarios {
			if n%30 != 0 {
				continue
			}
			replies := func(x *questionnaire.Question) questionnaire.Reply {
				r, ok := scenario.ReplyOf(sc.Person, x)
				if !ok {
					r.Kind = questionnaire.Declined
				}
				return r
			}
			l := &listener{person: page.Answering{Replies: replies}}
			l.s = newSession(Options{Questionnaire: q, Words: wording.In(language), Region: "us", In: l, Out: &l.out})
			l.s.walk()
			if _, ended := l.s.v.Where().(visit.Result); !ended {
				t.Errorf("%s, %s: does not come to the result: %T", language, sc.ID, l.s.v.Where())
			}
			for _, x := range l.s.v.Said().Asked() {
				got, want := l.s.v.Said().Reply(x), replies(x)
				if got.Kind != want.Kind || !slices.Equal(got.Answers, want.Answers) || len(got.Taken) != len(want.Taken) || got.RestUnsure != want.RestUnsure {
					t.Errorf("%s, %s: to %s she says %+v, not %+v", language, sc.ID, x.ID, got, want)
				}
			}
		}
	}
}
