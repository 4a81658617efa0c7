package prove

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// home is where somebody is, as far as a plan can tell: two regions that have
// the same of the lines which clinicians are make the same plans.
type home struct {
	region *questionnaire.Region // nil: she did not say
	name   string                // as a message goes on after "somebody": "", or " in Chile"
	oneOf  []possible            // of a home that may be any of several; see anywhere.go
}

// homesOf are all homes that differ, that of somebody who did not say first: for
// her every line may be there.
func homesOf(q *questionnaire.Questionnaire) []home {
	lacks := func(region *questionnaire.Region) string {
		var kinds []string
		for _, who := range q.Clinicians {
			if !hasLine(region, who) {
				kinds = append(kinds, who.Line)
			}
			if who.LacksLine(region) {
				kinds = append(kinds, "instead of "+who.ID)
			}
		}
		return strings.Join(kinds, " ")
	}
	homes, seen := []home{{}}, map[string]bool{"": true}
	for _, region := range q.Regions {
		if kinds := lacks(region); !seen[kinds] {
			seen[kinds] = true
			homes = append(homes, home{region: region, name: " in " + region.Said()})
		}
	}
	return homes
}

// hasLine tells whether a region has such a clinician, as far as she is a line.
func hasLine(region *questionnaire.Region, who *questionnaire.Clinician) bool {
	return who.Line == "" || region == nil || slices.ContainsFunc(region.Lines, func(l *questionnaire.HelpLine) bool { return l.Kind == who.Line })
}

// exists is true when there is such a clinician for her, or may be: where that is
// unknown the engine goes on as if there were.
func (p *person) exists(who *questionnaire.Clinician, at home) lit {
	line := at.hasLine(p.f, who)
	if line == no {
		return no
	}
	return p.f.and(line, p.truth(who.ExistsWhen).may)
}

// alone is true when none of these exists for her.
func (p *person) alone(anyOf []*questionnaire.Clinician, at home) lit {
	var there []lit
	for _, who := range anyOf {
		there = append(there, p.exists(who, at))
	}
	return p.f.or(there...).not()
}

// checkNobodyThere finds a need, certain or possible, of somebody who has none of
// its clinicians. One finding is enough for all rules that call for the same people.
func checkNobodyThere(c *checking) {
	homes := homesOf(c.q)
	if _, result := c.find(c.leftAlone(homes)); result == nobody {
		return
	}
	var seen []questionnaire.Need
	for _, r := range c.q.Rules {
		for _, n := range r.Needs {
			if !slices.ContainsFunc(seen, func(o questionnaire.Need) bool { return within(n, o) && within(o, n) }) && c.leavesAlone(r, n, homes) {
				seen = append(seen, n)
			}
		}
	}
}

// leftAlone is true when any need leaves her alone, at any home: mostly none does,
// and one proof shows it.
func (c *checking) leftAlone(homes []home) lit {
	var ways []lit
	for _, r := range c.q.Rules {
		for _, n := range r.Needs {
			for _, at := range homes {
				ways = append(ways, c.f().and(c.anybody.truth(r.When).may, c.anybody.alone(n.AnyOf, at)))
			}
		}
	}
	return c.f().or(ways...)
}

// leavesAlone reports whether a rule's need was found to leave somebody alone.
func (c *checking) leavesAlone(r *questionnaire.Rule, n questionnaire.Need, homes []home) bool {
	for _, at := range homes {
		alone := c.anybody.alone(n.AnyOf, at)
		if alone == no {
			continue
		}
		switch w, result := c.smallest(c.f().and(c.anybody.truth(r.When).may, alone), nil, c.anybody); result {
		case undecided:
			c.tooHard(nobodyThere, r.Subject(), n.At, "whether there is always somebody for "+n.String())
			return true
		case somebody:
			who := c.anybody.personIn(w)
			if !isAlone(replay(c.q, who).Plan(at.region), n) {
				c.disagree(nobodyThere, r.Subject(), n.At)
				return true
			}
			c.add(nobodyThere, r.Subject(), n.At, &who, "rule %q sends somebody%s to %s, and %s; name somebody after \"or\" whom everybody has, or change exists-when",
				r.ID, at.name, n, c.whyAlone(n, at))
			return true
		}
	}
	return false
}

// isAlone asks the engine.
func isAlone(plan screening.Plan, n questionnaire.Need) bool {
	return slices.ContainsFunc(plan.Needs, func(o screening.Need) bool { return o.Nobody && slices.Equal(o.AnyOf, n.AnyOf) })
}

// whyAlone says of each clinician why there is none.
func (c *checking) whyAlone(n questionnaire.Need, at home) string {
	var all []string
	for _, who := range n.AnyOf {
		if !hasLine(at.region, who) {
			all = append(all, fmt.Sprintf("there is no line of the kind %q for %s", who.Line, who.ID))
		} else {
			all = append(all, "her answers say that she has no "+who.ID)
		}
	}
	return strings.Join(all, ", and ")
}
