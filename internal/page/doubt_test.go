package page_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
)

// answered says this of her medicines, and prefers not to say anything else.
func answered(t *testing.T, s spoken, medicines questionnaire.Reply) visit.Visit {
	t.Helper()
	v := visit.Begin(s.q, visit.Options{Region: "us"}).Did(visit.Began{}).Did(visit.Agreed{}).Did(visit.Settled{})
	for range 300 {
		switch at := v.Where().(type) {
		case visit.Result:
			return v
		case visit.Asked:
			reply := questionnaire.Reply{Kind: questionnaire.Declined}
			if at.Question.TakesMedicines() {
				reply = medicines
			}
			v = v.Did(visit.Replied{Reply: reply})
		default:
			v = v.Did(visit.WentOn{})
		}
	}
	t.Fatal("she never comes to a result")
	return v
}

// under are the items beneath a heading on the cards of a plan, each once.
func under(t *testing.T, s spoken, v visit.Visit, heading string) []string {
	var all []string
	for _, step := range v.Plan().Steps {
		beneath := false
		blocks := opened(t, s, v, page.Card{Clinician: step.Clinician.ID}).Blocks
		if p, ok := page.Over(s.words, v, page.Unfolded{Clinician: step.Clinician.ID}); ok { // one row on the card leads there
			blocks = append(blocks, p.Blocks...)
		}
		for _, b := range blocks {
			switch {
			case b.Manner == page.Heading:
				beneath = b.Text() == heading
			case beneath && b.Manner == page.Item && !slices.Contains(all, b.Text()):
				all = append(all, b.Text())
			}
		}
	}
	return all
}

// TestADoubtStandsWithWhoseItIs: what she is not sure about, what she would rather not
// tell and what the list does not know are three things, and none is read back as
// another. The two free answers keep their names.
func TestADoubtStandsWithWhoseItIs(t *testing.T) {
	for language, s := range languages() {
		medicine := s.q.Formulary.ByGeneric("trazodone")
		if medicine == nil {
			medicine = s.q.Formulary.Medicines[languages()["en"].q.Formulary.ByGeneric("trazodone").Index]
		}
		w := s.words
		for _, c := range []struct {
			name    string
			taken   questionnaire.Taken
			rest    bool
			heading string
			says    []string
		}{
			{"not sure of the state", questionnaire.Taken{Medicine: medicine.Index, State: questionnaire.UnsureState, Typed: questionnaire.NewTyped("Deprax")}, false, w.Card.Unsure, []string{"Deprax", w.Answer.StateUnsure}},
			{"would rather not tell the state", questionnaire.Taken{Medicine: medicine.Index, State: questionnaire.UnsureState, Declined: true, Typed: questionnaire.NewTyped("Deprax")}, false, w.Card.Declined, []string{"Deprax", w.Answer.StateDeclined}},
			{"a name that the list does not know", questionnaire.Taken{Medicine: questionnaire.UnlistedMedicine, Typed: questionnaire.NewTyped("Vitaglow")}, false, w.Card.Unknown, []string{"Vitaglow"}},
			{"the rest of the list", questionnaire.Taken{Medicine: medicine.Index, Typed: questionnaire.NewTyped("Deprax")}, true, w.Card.Declined, []string{page.SentenceCase(w.Answer.Rest)}},
		} {
			t.Run(language+"/"+c.name, func(t *testing.T) {
				v := answered(t, s, questionnaire.Reply{Kind: questionnaire.Definite, Taken: []questionnaire.Taken{c.taken}, RestUnsure: c.rest})
				for _, heading := range []string{w.Card.Unsure, w.Card.Declined, w.Card.Unknown} {
					found := slices.ContainsFunc(under(t, s, v, heading), func(item string) bool {
						return !slices.ContainsFunc(c.says, func(says string) bool { return !strings.Contains(item, says) })
					})
					if found != (heading == c.heading) {
						t.Errorf("under %q: %v, of %q", heading, found, c.says)
					}
				}
			})
		}
	}
}

// TestNobodyReadsThatSheTakesNothingWhoDoes: who takes something reads that. A part of a reply is not
// the reply.
func TestNobodyReadsThatSheTakesNothingWhoDoes(t *testing.T) {
	people(t, 200, func(t *testing.T, s spoken, v visit.Visit, at visit.Result) {
		for _, x := range v.Said().Asked() {
			if reply := v.Said().Reply(x); !x.TakesMedicines() || len(reply.Taken) == 0 {
				continue
			}
			for _, step := range at.Plan.Steps {
				if said := saysAll(opened(t, s, v, page.Card{Clinician: step.Clinician.ID})); strings.Contains(said, x.Ask+" "+s.words.Answer.None) {
					t.Errorf("%s reads that she takes nothing", step.Clinician.ID)
				}
			}
		}
	})
}

// TestOfSeveralMedicinesEachReasonNamesItsOwn: "a medicine of this kind" says nothing to
// somebody who takes several. Who takes one knows which it is.
func TestOfSeveralMedicinesEachReasonNamesItsOwn(t *testing.T) {
	s := languages()["en"]
	taken := func(names ...string) questionnaire.Reply {
		r := questionnaire.Reply{Kind: questionnaire.Definite}
		for _, name := range names {
			r.Taken = append(r.Taken, questionnaire.Taken{Medicine: s.q.Formulary.ByGeneric(name).Index})
		}
		return r
	}
	because := func(r questionnaire.Reply) (all []string) {
		v := answered(t, s, r)
		for _, step := range v.Plan().Steps {
			for _, b := range opened(t, s, v, page.Card{Clinician: step.Clinician.ID}).Blocks {
				if b.Manner == page.Because {
					all = append(all, b.Text())
				}
			}
		}
		return all
	}
	several := because(taken("lithium", "ibuprofen", "sumatriptan"))
	for _, want := range []string{"Lithium and ibuprofen.", "Lithium.", "Sumatriptan."} {
		if !slices.Contains(several, want) {
			t.Errorf("no reason says that it is about %q, of %q", want, several)
		}
	}
	if one := because(taken("sumatriptan")); slices.Contains(one, "Sumatriptan.") {
		t.Errorf("who takes one medicine is told its name again: %q", one)
	}
}
