package prove

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// need is what a rule may call for: somebody of these. Two rules that name the
// same people call for the same need, whom each likes best aside.
type need struct {
	questionnaire.Need                       // as the first of the rules has it
	rules              []*questionnaire.Rule // those with a need that nobody but these can meet
}

// needsOf are all needs of a questionnaire, each once, in the order of the rules.
func needsOf(q *questionnaire.Questionnaire) []need {
	var all []need
	for _, r := range q.Rules {
		for _, n := range r.Needs {
			if !slices.ContainsFunc(all, func(o need) bool { return within(n, o.Need) && within(o.Need, n) }) {
				all = append(all, need{Need: n})
			}
		}
	}
	for i := range all {
		for _, r := range q.Rules {
			if slices.ContainsFunc(r.Needs, func(n questionnaire.Need) bool { return within(n, all[i].Need) }) {
				all[i].rules = append(all[i].rules, r)
			}
		}
	}
	return all
}

// within reports whether nobody can meet the one need who cannot meet the other.
func within(a, b questionnaire.Need) bool {
	return !slices.ContainsFunc(a.AnyOf, func(who *questionnaire.Clinician) bool { return !slices.Contains(b.AnyOf, who) })
}

// subject is what a finding about a need is about: the clinician, where there is
// only one.
func (n need) subject() questionnaire.Subject {
	if len(n.AnyOf) == 1 {
		return n.AnyOf[0].Subject()
	}
	return questionnaire.Subject{Kind: "need", ID: n.String()}
}

// had is a need of one person: how soon for whatever reason, and how soon for a
// certain one; never, if not at all.
type had struct{ soon, certain int }

const never = -1

// hadBy is what the engine makes of a need for somebody.
func (n need) hadBy(fires []fired) had {
	h := had{never, never}
	for _, f := range fires {
		if !slices.Contains(n.rules, f.rule) {
			continue
		}
		h.soon = max(h.soon, int(f.urgency()))
		if f.certain {
			h.certain = max(h.certain, int(f.rule.Urgency))
		}
	}
	return h
}

// fired is a rule that is certain for somebody, or possible.
type fired struct {
	rule    *questionnaire.Rule
	certain bool
}

func (f fired) urgency() questionnaire.Urgency {
	if f.certain {
		return f.rule.Urgency
	}
	return f.rule.PossibleUrgency
}
