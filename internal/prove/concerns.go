package prove

import "github.com/ask-first/askfirst/internal/questionnaire"

var neverOffered = questionnaire.Declare("never-offered", questionnaire.Warning, "a text of a rule that concerns nobody for whom the rule is certain")

// checkOffered finds texts that a rule names in vain: they concern nobody for whom it
// is certain. Of a rule that is certain for nobody, more has been said already.
func checkOffered(c *checking) {
	for _, r := range c.q.Rules {
		for _, e := range r.Learn {
			if e.Concerns == nil {
				continue
			}
			must, concerns := c.anybody.truth(r.When).must, c.anybody.truth(e.Concerns).may
			if !c.sight.off && (c.bothAtSight(must, concerns) || implies(r.When, e.Concerns)) {
				continue
			}
			switch _, result := c.find(c.f().and(must, concerns)); {
			case result == undecided:
				c.tooHard(neverOffered, r.Subject(), r.At, "text "+e.ID+" of rule "+r.ID)
			case result == nobody && c.any(must) == somebody:
				c.add(neverOffered, r.Subject(), r.At, nil, "rule %q names the text %q, which concerns nobody for whom the rule is certain; take it out of learn, or change its concerns", r.ID, e.ID)
			}
		}
	}
}
