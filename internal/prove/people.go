package prove

import (
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// toldOf is what is told of a clinician: to whoever has a certain need that the
// clinician can meet.
func toldOf(q *questionnaire.Questionnaire, who *questionnaire.Clinician) heard {
	return heard{
		to:    func(c *checking) lit { return c.mayTalkTo(who) },
		hears: func(s screening.State) bool { return mayTalkTo(s, who) },
		mend:  speakOfTheWorld + ", or say with exists-when who has such a person",
	}
}

// mayTalkTo is true for whoever has a certain need that the clinician can meet.
func (c *checking) mayTalkTo(who *questionnaire.Clinician) lit {
	var ways []lit
	for _, r := range c.q.Rules {
		for _, n := range r.Needs {
			if slices.Contains(n.AnyOf, who) {
				ways = append(ways, c.f().and(c.anybody.truth(r.When).must, c.canMeet(n, who)))
			}
		}
	}
	return c.f().or(ways...)
}

func mayTalkTo(s screening.State, who *questionnaire.Clinician) bool {
	return slices.ContainsFunc(s.Plan(nil).Needs, func(n screening.Need) bool { return n.Certain && slices.Contains(n.AnyOf, who) })
}

// canMeet is true where the clinician exists, or nobody else does who could meet
// the need.
func (c *checking) canMeet(n questionnaire.Need, who *questionnaire.Clinician) lit {
	var none []lit
	for _, other := range n.AnyOf {
		if other.Line == "" { // else there is a region without it, or may be one
			none = append(none, c.anybody.truth(other.ExistsWhen).may.not())
		}
	}
	return c.f().or(c.anybody.truth(who.ExistsWhen).may, c.f().and(none...))
}

// toldOfLine is what is told of a help line: to everybody where it always stands,
// or else to whoever has a certain reason, or may talk to a clinician, that calls
// for lines of its kind.
func toldOfLine(q *questionnaire.Questionnaire, id string) (heard, bool) {
	for _, region := range q.Regions {
		for _, l := range region.Lines {
			if l.ID == id {
				return toldOfKind(q, l.Kind, slices.Contains(questionnaire.AlwaysLines(region), l)), true
			}
		}
	}
	return heard{}, false
}

func toldOfKind(q *questionnaire.Questionnaire, kind string, always bool) heard {
	var rules []*questionnaire.Rule
	for _, r := range q.Rules {
		// A page that interrupts has crisis lines in any case.
		if slices.Contains(r.Lines, kind) || r.Interrupt && (kind == "crisis" || strings.Contains(r.First, "{"+kind+"}")) {
			rules = append(rules, r)
		}
	}
	var clinicians []*questionnaire.Clinician
	for _, who := range q.Clinicians {
		if who.Line == kind || slices.Contains(who.Lines, kind) {
			clinicians = append(clinicians, who)
		}
	}
	return heard{
		to: func(c *checking) lit {
			ways := []lit{no}
			if always {
				ways = []lit{yes}
			}
			for _, r := range rules {
				ways = append(ways, c.anybody.truth(r.When).must)
			}
			for _, who := range clinicians {
				ways = append(ways, c.mayTalkTo(who))
			}
			return c.f().or(ways...)
		},
		hears: func(s screening.State) bool {
			return always || slices.ContainsFunc(clinicians, func(who *questionnaire.Clinician) bool { return mayTalkTo(s, who) }) ||
				slices.ContainsFunc(rules, func(r *questionnaire.Rule) bool { return certain(s, r) })
		},
		mend: speakOfTheWorld, readOnly: true,
	}
}
