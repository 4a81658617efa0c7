package questionnaires_test

import (
	"regexp"
	"slices"
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/questionnaires"
)

// shopOnly is whoever has nobody that prescribes for her: for her there is no prescriber, and
// each medicine that she takes is one that nobody prescribes.
type shopOnly struct {
	prescriber *questionnaire.Condition
	prescribed []bool // by the places of the medicines
}

// may tells whether a condition can hold for her, and whether it can fail. What else she
// answers is left open, so that it errs by finding too much.
func (p shopOnly) may(c *questionnaire.Condition) (hold, fail bool) {
	if c == nil {
		return true, false
	}
	switch c.Op {
	case questionnaire.Atom:
		return p.atom(c.Atom), true
	case questionnaire.Not:
		hold, fail = p.may(c.Parts[0])
		return fail, hold
	}
	hold, fail = c.Op == questionnaire.All, c.Op == questionnaire.Any
	for _, part := range c.Parts {
		h, f := p.may(part)
		if c.Op == questionnaire.All {
			hold, fail = hold && h, fail || f
		} else {
			hold, fail = hold || h, fail && f
		}
	}
	return hold, fail
}

func (p shopOnly) atom(a *questionnaire.Test) bool {
	if a.Question.TakesMedicines() {
		n := 0
		for i, wanted := range a.Want {
			if wanted && !p.prescribed[i] {
				n++
			}
		}
		return a.WantNone || n >= a.AtLeast
	}
	hers := true
	p.prescriber.Atoms(func(c *questionnaire.Condition) {
		if c.Atom.Question == a.Question && !slices.ContainsFunc(a.Of, func(id string) bool { return !slices.Contains(c.Atom.Of, id) }) {
			hers = false // then there is one
		}
	})
	return hers
}

// TestNobodyIsSentToAPrescriberWhomNobodyHas: a reason that whoever takes only what a shop
// sells can be given speaks of who prescribed it only for the case that somebody did.
func TestNobodyIsSentToAPrescriberWhomNobodyHas(t *testing.T) {
	speaks := map[string]*regexp.Regexp{"en": regexp.MustCompile(`who prescribed it`), "es": regexp.MustCompile(`quien te los? recetó`)}
	perhaps := map[string]*regexp.Regexp{
		"en": regexp.MustCompile(`(?i)prescribed medicine|if (a medicine|one) is prescribed|is one prescribed\?|if nobody prescribed it|if a medicine helps you|any medicine for it`),
		"es": regexp.MustCompile(`(?i)medicamentos? recetados?|con receta|es recetado\?|nadie te l[oa]s? recetó|si (un|te ayuda un) medicamento|medicamento si lo hay`),
	}
	q := maternal(t)
	told := map[string]*questionnaire.Questionnaire{questionnaires.Language: q}
	for language, tr := range translations(t) {
		told[language] = translation.Of(q, tr)
	}
	for language, in := range told {
		p := shopOnly{prescriber: in.Clinician("prescriber").ExistsWhen}
		p.prescriber.Atoms(func(c *questionnaire.Condition) {
			if c.Atom.Question.TakesMedicines() {
				p.prescribed = c.Atom.Want
			}
		})
		hers := 0
		for _, prescribed := range p.prescribed {
			if !prescribed {
				hers++
			}
		}
		seen := 0
		for _, r := range in.Rules {
			if can, _ := p.may(r.When); !can || !speaks[language].MatchString(r.Reason) {
				continue
			}
			seen++
			if !perhaps[language].MatchString(r.Reason) {
				t.Errorf("%s, rule %s: nobody may have prescribed it: %s", language, r.ID, r.Reason)
			}
		}
		if hers < 50 || seen < 30 {
			t.Errorf("%s: only %d medicines that nobody prescribes, and %d reasons that speak of who did", language, hers, seen)
		}
	}
}
