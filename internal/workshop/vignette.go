package workshop

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/screening"
)

const (
	// reasonsShown is how many reasons of a conversation stand on the wall on the whole
	// way; on the short one it is a single one. Few words can be read from the back.
	reasonsShown = 2
	// namesShown is how many names stand on one page, and titlesShown how many
	// titles: longer, and with a word below them.
	namesShown  = 5
	titlesShown = 3
)

// answers walks her through the questions, as on a screen that others see, and
// past what interrupts them.
func answers(q *questionnaire.Questionnaire, v *questionnaire.Scenario) ([]Step, screening.State) {
	var steps []Step
	state := screening.StartShared(q)
	for {
		more, now, halt := heard(v, state)
		steps = append(steps, more...)
		if len(halt) == 0 {
			return steps, now
		}
		steps = append(steps, Step{Kind: Interrupt, Rules: halt})
		state = now.Seen(halt)
	}
}

// heard are her answers from here to the end, or to the rules of an interrupt.
func heard(v *questionnaire.Scenario, state screening.State) ([]Step, screening.State, []*questionnaire.Rule) {
	var steps []Step
	for {
		next := state.Next()
		if next.Done() || len(next.Interrupt) > 0 {
			return steps, state, next.Interrupt
		}
		reply, ok := scenario.ReplyOf(v.Person, next.Question)
		if !ok {
			reply = questionnaire.Reply{Kind: questionnaire.Declined}
		}
		steps = append(steps, Step{Kind: Answer, Question: next.Question, Reply: reply})
		state = state.Answer(next.Question, reply)
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

// vignette is all steps of a story: the short way, or the whole.
func vignette(q *questionnaire.Questionnaire, v *questionnaire.Scenario, whole bool) []Step {
	sections := short(q, v)
	if whole {
		sections = long(q, v)
	}
	var all []Step
	for _, steps := range sections {
		if len(steps) > 0 {
			steps[0].Begins = true
			all = append(all, steps...)
		}
	}
	for i := range all {
		all[i].Vignette = v
	}
	return all
}

// long is a story with every answer and every conversation, for a class that has
// the time. Like [short] it is in sections.
func long(q *questionnaire.Questionnaire, v *questionnaire.Scenario) [][]Step {
	asked, state := answers(q, v)
	plan := state.Plan(nil)
	var talk []Step
	for _, d := range v.Discuss {
		talk = append(talk, Step{Kind: Discuss, Questions: []string{d}})
	}
	return [][]Step{
		story(v), {{Kind: Ask}}, asked, append([]Step{{Kind: Guess}}, talks(plan)...), reading(plan), append(talk, point(v)...),
	}
}

// story is her name, and what is told of her.
func story(v *questionnaire.Scenario) []Step {
	all := []Step{{Kind: Title}}
	for _, piece := range pieces(questionnaire.Text(v.Story)) {
		all = append(all, Step{Kind: Story, Text: piece})
	}
	return all
}

// point is what the room takes along.
func point(v *questionnaire.Scenario) []Step {
	if v.Point == "" {
		return nil
	}
	return []Step{{Kind: Point, Text: questionnaire.Text(v.Point)}}
}

// talks are the steps of her plan, revealed one by one; whom else what she left
// open could lead to comes after them, by name.
func talks(plan screening.Plan) []Step {
	var all []Step
	told := map[string]bool{} // reasons so far, by their words
	for i := range plan.Steps {
		s := &plan.Steps[i]
		all = append(all, Step{Kind: Who, Talk: s}, Step{Kind: Why, Talk: s, Reasons: reasons(s, told, reasonsShown)})
		if words, any := firstWords(s.Words()); any {
			all = append(all, Step{Kind: Say, Talk: s, Words: words})
		}
	}
	for some := range slices.Chunk(AlsoPossible(plan), namesShown) {
		all = append(all, Step{Kind: Perhaps, Perhaps: some})
	}
	return all
}

// firstWords are a fact and a request, before which she asks what must be reported where
// she does; false where there is neither.
func firstWords(w screening.Words) (screening.Words, bool) {
	first := screening.Words{ReportFirst: w.ReportFirst, Facts: w.Facts[:min(1, len(w.Facts))], Requests: w.Requests[:min(1, len(w.Requests))]}
	return first, len(first.Facts)+len(first.Requests) > 0
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
func reasons(s *screening.Step, told map[string]bool, most int) []*questionnaire.Rule {
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
	all = all[:min(len(all), most)]
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
