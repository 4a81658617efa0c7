package workshop

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/screening"
)

const (
	// reasonsShown is how many reasons of a conversation stand on the wall, where
	// few words can be read from the back.
	reasonsShown = 2
	// namesShown is how many names stand on one page, and titlesShown how many
	// titles: longer, and with a word below them.
	namesShown  = 5
	titlesShown = 3
)

// answers walks her through the questions, as on a screen that others see.
func answers(q *questionnaire.Questionnaire, v *questionnaire.Scenario) ([]Step, screening.State) {
	var steps []Step
	state := screening.StartShared(q)
	for {
		next := state.Next()
		switch {
		case next.Done():
			return steps, state
		case len(next.Interrupt) > 0:
			steps = append(steps, Step{Kind: Interrupt, Rules: next.Interrupt})
			state = state.Seen(next.Interrupt)
		default:
			reply, ok := scenario.ReplyOf(v.Person, next.Question)
			if !ok {
				reply = questionnaire.Reply{Kind: questionnaire.Declined}
			}
			steps = append(steps, Step{Kind: Answer, Question: next.Question, Reply: reply})
			state = state.Answer(next.Question, reply)
		}
	}
}

// Outcome is what she ends with.
func Outcome(q *questionnaire.Questionnaire, v *questionnaire.Scenario) screening.Outcome {
	_, state := answers(q, v)
	return state.Outcome()
}

// vignette is all steps of a story.
func vignette(q *questionnaire.Questionnaire, v *questionnaire.Scenario) []Step {
	var all []Step
	section := func(steps ...Step) {
		if len(steps) > 0 {
			steps[0].Begins = true
			all = append(all, steps...)
		}
	}
	asked, state := answers(q, v)
	outcome := state.Outcome()

	story := []Step{{Kind: Title}}
	for _, piece := range pieces(questionnaire.Text(v.Story)) {
		story = append(story, Step{Kind: Story, Text: piece})
	}
	section(story...)
	section(Step{Kind: Ask})
	section(asked...)
	section(append([]Step{{Kind: Guess}}, conversations(outcome)...)...)
	section(reading(outcome)...)
	var talk []Step
	for _, d := range v.Discuss {
		talk = append(talk, Step{Kind: Discuss, Text: questionnaire.Text(d)})
	}
	if v.Point != "" {
		talk = append(talk, Step{Kind: Point, Text: questionnaire.Text(v.Point)})
	}
	section(talk...)
	for i := range all {
		all[i].Vignette = v
	}
	return all
}

// conversations are revealed one by one, the certain ones; what is only
// possible comes after them, by name.
func conversations(o screening.Outcome) []Step {
	var all []Step
	told := map[string]bool{} // reasons so far, by their words
	var perhaps []screening.Conversation
	for i := range o.Conversations {
		c := &o.Conversations[i]
		if !c.Certain {
			perhaps = append(perhaps, *c)
			continue
		}
		all = append(all, Step{Kind: Who, Conversation: c})
		why := reasons(c, told)
		all = append(all, Step{Kind: Why, Conversation: c, Reasons: why})
		if i := slices.IndexFunc(why, func(r *questionnaire.Rule) bool { return r.Say != "" }); i >= 0 {
			all = append(all, Step{Kind: Say, Conversation: c, Text: questionnaire.Text(why[i].Say)})
		}
	}
	for some := range slices.Chunk(perhaps, namesShown) {
		all = append(all, Step{Kind: Perhaps, Perhaps: some})
	}
	return all
}

// reasons are the first few of a conversation, those first that the room has
// not heard in this story.
func reasons(c *screening.Conversation, told map[string]bool) []*questionnaire.Rule {
	var fresh, known []*questionnaire.Rule
	here := map[string]bool{}
	for _, r := range c.Reasons {
		switch text := r.Rule.Reason; {
		case !r.Certain || here[text]:
		case told[text]:
			known = append(known, r.Rule)
		default:
			fresh = append(fresh, r.Rule)
		}
		here[r.Rule.Reason] = true
	}
	all := append(fresh, known...)
	all = all[:min(len(all), reasonsShown)]
	for _, r := range all {
		told[r.Reason] = true
	}
	return all
}

// reading is what there is to read, and the first of it.
func reading(o screening.Outcome) []Step {
	texts := o.Learn()
	if len(texts) == 0 {
		return nil
	}
	all := []Step{{Kind: Titles, Education: texts[:min(len(texts), titlesShown)]}}
	for _, piece := range pieces(texts[0].Text) {
		all = append(all, Step{Kind: Read, Education: texts[:1], Text: piece})
	}
	return all
}
