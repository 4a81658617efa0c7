package workshop

import (
	"slices"
	"strings"

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

// PlanOf is what she ends with, wherever she lives.
func PlanOf(q *questionnaire.Questionnaire, v *questionnaire.Scenario) screening.Plan {
	return SaidBy(q, v).Plan(nil)
}

// SaidBy is all that she has said at the end of her story.
func SaidBy(q *questionnaire.Questionnaire, v *questionnaire.Scenario) screening.State {
	_, state := answers(q, v)
	return state
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
	plan := state.Plan(nil)

	story := []Step{{Kind: Title}}
	for _, piece := range pieces(questionnaire.Text(v.Story)) {
		story = append(story, Step{Kind: Story, Text: piece})
	}
	section(story...)
	section(Step{Kind: Ask})
	section(asked...)
	section(append([]Step{{Kind: Guess}}, talks(plan)...)...)
	section(reading(plan)...)
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

// talks are the steps of her plan, revealed one by one; whom else what she left
// open could lead to comes after them, by name.
func talks(plan screening.Plan) []Step {
	var all []Step
	told := map[string]bool{} // reasons so far, by their words
	for i := range plan.Steps {
		s := &plan.Steps[i]
		all = append(all, Step{Kind: Who, Talk: s}, Step{Kind: Why, Talk: s, Reasons: reasons(s, told)})
		if words := firstWords(s.Words()); words != "" {
			all = append(all, Step{Kind: Say, Talk: s, Text: questionnaire.Text(words)})
		}
	}
	for some := range slices.Chunk(AlsoPossible(plan), namesShown) {
		all = append(all, Step{Kind: Perhaps, Perhaps: some})
	}
	return all
}

// firstWords are a fact and a request.
func firstWords(w screening.Words) string {
	var all []string
	if len(w.Facts) > 0 {
		all = append(all, w.Facts[0].Text())
	}
	if len(w.Requests) > 0 {
		all = append(all, w.Requests[0].Text)
	}
	return strings.Join(all, " ")
}

// AlsoPossible are those whom what she left open could lead to beside the plan, each
// once. Where that may not be said, on a screen that others see, it is who goes
// through it with her.
func AlsoPossible(plan screening.Plan) []*questionnaire.Clinician {
	var all []*questionnaire.Clinician
	for _, left := range plan.Open.Questions() {
		for _, who := range left.Could {
			if plan.With(who) == nil && !slices.Contains(all, who) {
				all = append(all, who)
			}
		}
	}
	if len(all) == 0 && !plan.Open.None() && plan.With(plan.Open.With) == nil {
		all = append(all, plan.Open.With)
	}
	return all
}

// reasons are the first few of a step, those first that the room has not heard in
// this story.
func reasons(s *screening.Step, told map[string]bool) []*questionnaire.Rule {
	var fresh, known []*questionnaire.Rule
	here := map[string]bool{}
	for _, r := range s.Reasons[:s.Certain] {
		switch text := r.Rule.Reason; {
		case here[text]:
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
func reading(plan screening.Plan) []Step {
	texts := plan.Learn()
	if len(texts) == 0 {
		return nil
	}
	all := []Step{{Kind: Titles, Education: texts[:min(len(texts), titlesShown)]}}
	for _, piece := range pieces(texts[0].Text) {
		all = append(all, Step{Kind: Read, Education: texts[:1], Text: piece})
	}
	return all
}
