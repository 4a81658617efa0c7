package prove

import (
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/screening"
)

// checkTooMany finds somebody whose plan exceeds the limits of the questionnaire.
// (What a page says at once, the engine cuts at its limit: the rest stands under
// "more". So nobody's page can exceed it, and there is nothing to prove.)
func checkTooMany(c *checking) {
	limits := c.q.Limits
	if limits.Steps > 0 {
		c.exceeds("steps", limits.Steps, (*wanting).moreSteps, func(screening.Step) bool { return true })
	}
	if limits.Today > 0 {
		c.exceeds("steps that are today or now", limits.Today, (*wanting).moreToday, isToday)
	}
}

func isToday(s screening.Step) bool { return s.Urgency.AtLeast(questionnaire.Today) }

// exceeds reports the first somebody, of those at any home, with more of something
// than the limit.
func (c *checking) exceeds(what string, most int, look func(*wanting, lit, int) (questionnaire.Person, answer), counts func(screening.Step) bool) {
	for _, at := range homesOf(c.q) {
		who, result := look(c.wanting(at), yes, most)
		switch result {
		case undecided:
			c.tooHard(tooMany, c.q.Subject(), c.q.Limits.At, "whether somebody has too many "+what)
			return
		case misjudged:
			c.disagree(tooMany, c.q.Subject(), c.q.Limits.At)
			return
		case somebody:
			plan := replay(c.q, who).Plan(at.region)
			n := 0
			for _, s := range plan.Steps {
				if counts(s) {
					n++
				}
			}
			c.add(tooMany, c.q.Subject(), c.q.Limits.At, &who,
				"somebody%s has %d %s (%s), and the limit is %d; let one clinician do for several needs (talk-to: [prescriber or pharmacist]), or raise the limit if she does need so many",
				at.name, n, what, strings.Join(scenario.StepsOf(plan), ", "), most)
			return
		}
	}
}
