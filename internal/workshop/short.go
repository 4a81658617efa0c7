package workshop

import (
	"maps"
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

const (
	// mostPages of a story leave time for the talk, for which people come.
	mostPages = 16
	// mostAnswers are shown, and leastAnswers where few of them lead anywhere.
	mostAnswers, leastAnswers = 3, 2
	// haltAnswers are shown before an interrupt: those that brought it about.
	haltAnswers = 2
	// ledToFirst are the people of a plan who have a page of their own.
	ledToFirst = 2
	// leastVoted and mostVoted are how many people a room can choose from.
	leastVoted, mostVoted = 5, 7
)

// short is a story as it is told to a group, in sections: the answers that lead
// somewhere, a vote, the plan, the two conversations that carry it, the talk. An
// interrupt ends the questions, as it should.
func short(q *questionnaire.Questionnaire, v *questionnaire.Scenario) [][]Step {
	asked, state, halt := heard(v, screening.StartShared(q))
	plan := state.Plan(nil)
	if len(halt) > 0 {
		return [][]Step{story(v), {{Kind: Ask}}, revealed(asked, behind(asked, because(plan, halt), haltAnswers), 0), halted(state, halt), talk(v)}
	}
	begin, end := story(v), talk(v)
	ranked := deciding(asked, plan, mostAnswers)
	steps := conversations(&plan, 2)
	pages := len(begin) + 1 + len(ranked) + 2 + len(steps) + pagesOf(end) // one asks what the room would ask; two are the vote and the plan
	var unseen []Step
	if hides(q, v) {
		unseen = []Step{{Kind: Unseen}}
		pages++
	}
	// What is longest in coming gives way: the words of the second conversation,
	// then the answers that weigh least.
	if pages > mostPages {
		before := len(steps)
		steps = conversations(&plan, 1)
		pages -= before - len(steps)
	}
	for ; pages > mostPages && len(ranked) > leastAnswers; pages-- {
		ranked = ranked[:len(ranked)-1]
	}
	shown := revealed(asked, ranked, len(asked)-len(ranked))
	result := []Step{{Kind: Vote, Perhaps: candidates(q, plan)}, {Kind: Result, Result: &plan}}
	return [][]Step{begin, {{Kind: Ask}}, append(shown, unseen...), append(result, steps...), end}
}

// because are the certain reasons that rules of an interrupt are.
func because(plan screening.Plan, halt []*questionnaire.Rule) []screening.Reason {
	var reasons []screening.Reason
	for i := range plan.Needs {
		if n := &plan.Needs[i]; n.Certain && slices.Contains(halt, n.Rule) {
			reasons = append(reasons, n.Reason)
		}
	}
	return reasons
}

// halted is what follows the answers behind an interrupt: the page itself, which no
// skipping passes, what waits, and what to say on the telephone.
func halted(state screening.State, halt []*questionnaire.Rule) []Step {
	all := []Step{{Kind: Interrupt, Rules: halt}, {Kind: Later}}
	if words, any := firstWords(state.WordsFor(halt)); any {
		all = append(all, Step{Kind: Say, Words: words})
	}
	return all
}

// deciding are the answers on which the plan rests, those of its first steps
// first. Where too few do, others stand beside them: rather those that say something than
// a "none of these", and rather the last than the first, because a questionnaire asks of
// the gravest things first, and a gentle story is not about them.
func deciding(asked []Step, plan screening.Plan, most int) []Step {
	var reasons []screening.Reason
	for _, s := range plan.Steps {
		reasons = append(reasons, s.Reasons[:s.Certain]...)
	}
	chosen := behind(asked, reasons, most)
	for _, telling := range []bool{true, false} {
		for i := len(asked) - 1; i >= 0 && len(chosen) < leastAnswers; i-- {
			if a := asked[i]; !holds(chosen, a.Question) && tells(&a) == telling {
				chosen = append(chosen, a)
			}
		}
	}
	return chosen
}

// tells reports whether an answer says something: it is neither left open nor the last
// that can be given, which is a "no" or a "none of these".
func tells(a *Step) bool {
	return !a.Reply.Open() && (len(a.Reply.Taken) > 0 || len(a.Question.Answers) > 0 && !a.Reply.Has(len(a.Question.Answers)-1))
}

// behind are the answers that led to reasons, in the reasons' order. What she
// left open comes after what she said.
func behind(asked []Step, reasons []screening.Reason, most int) []Step {
	var chosen []Step
	for _, open := range []bool{false, true} {
		for _, r := range reasons {
			for _, b := range r.Because() {
				for i := range asked {
					if asked[i].Question == b.Question && asked[i].Reply.Open() == open && len(chosen) < most && !holds(chosen, b.Question) {
						chosen = append(chosen, asked[i])
					}
				}
			}
		}
	}
	return chosen
}

func holds(all []Step, q *questionnaire.Question) bool {
	for i := range all {
		if all[i].Question == q {
			return true
		}
	}
	return false
}

// revealed are questions in the order of asking: the room guesses from what one
// can answer, and then sees hers. more are those that are not shown.
func revealed(asked, chosen []Step, more int) []Step {
	var all []Step
	for i := range asked {
		a := &asked[i]
		if !holds(chosen, a.Question) {
			continue
		}
		all = append(all, Step{Kind: Asked, Question: a.Question, Reply: a.Reply}, Step{Kind: Asked, Question: a.Question, Reply: a.Reply, Reveals: true})
	}
	if len(all) > 0 {
		all[len(all)-1].More = more
	}
	return all
}

// sameWords reports whether two people hear the same fact and the same request.
func sameWords(a, b screening.Words) bool {
	fact := func(x, y screening.Fact) bool { return x.Text() == y.Text() }
	request := func(x, y screening.Request) bool { return x.Text == y.Text }
	return slices.EqualFunc(a.Facts, b.Facts, fact) && slices.EqualFunc(a.Requests, b.Requests, request)
}

// conversations are the first two of a plan, so many of them with their words, and
// the others a line each. A second one for the same reason, in the same words, is one of
// the others: a room need not hear it twice.
func conversations(plan *screening.Plan, spoken int) []Step {
	var all []Step
	told, said := map[string]bool{}, screening.Words{}
	n := 0
	for ; n < min(ledToFirst, len(plan.Steps)); n++ {
		s := &plan.Steps[n]
		why := reasons(s, maps.Clone(told), 1)
		words, any := firstWords(s.Words())
		if n > 0 && sameWords(words, said) && len(why) > 0 && told[why[0].Reason] {
			break
		}
		all = append(all, Step{Kind: First, Talk: s, Reasons: reasons(s, told, 1)})
		if any && n < spoken {
			all = append(all, Step{Kind: Say, Talk: s, Words: words})
		}
		said = words
	}
	if len(plan.Steps) > n {
		all = append(all, Step{Kind: Rest, Others: plan.Steps[n:]})
	}
	return all
}

// candidates are whom the room can vote for: those of the plan, and some who would
// be plausible, in the order of the questionnaire, which gives nothing away.
func candidates(q *questionnaire.Questionnaire, plan screening.Plan) []*questionnaire.Clinician {
	var all []*questionnaire.Clinician
	add := func(most int, some ...*questionnaire.Clinician) {
		for _, who := range some {
			if len(all) < most && !slices.Contains(all, who) {
				all = append(all, who)
			}
		}
	}
	for _, s := range plan.Steps {
		add(mostVoted, s.Clinician)
	}
	most := min(mostVoted, max(leastVoted, len(all)+2))
	for i := range plan.Steps {
		add(most, plan.Steps[i].Others()...)
	}
	add(most, AlsoPossible(plan)...)
	add(most, q.Clinicians...)
	slices.SortFunc(all, func(a, b *questionnaire.Clinician) int {
		return slices.Index(q.Clinicians, a) - slices.Index(q.Clinicians, b)
	})
	return all
}

// hides reports whether her story has an answer to a question that no shared
// screen shows.
func hides(q *questionnaire.Questionnaire, v *questionnaire.Scenario) bool {
	return slices.ContainsFunc(v.Person.Answers, func(g questionnaire.Given) bool { return g.Question.Private })
}

// talk is one page of questions, each of which stays as the next comes, and the
// point.
func talk(v *questionnaire.Scenario) []Step {
	var all []Step
	for i := range v.Discuss {
		all = append(all, Step{Kind: Discuss, Questions: v.Discuss[:i+1], Reveals: i > 0})
	}
	return append(all, point(v)...)
}

// pagesOf counts steps as a room does: what is revealed on a page is none.
func pagesOf(steps []Step) int {
	n := 0
	for i := range steps {
		if !steps[i].Reveals {
			n++
		}
	}
	return n
}

// Interrupts reports whether something is so grave for her that it ends the
// questions. No session ends on such a story.
func Interrupts(q *questionnaire.Questionnaire, v *questionnaire.Scenario) bool {
	_, _, halt := heard(v, screening.StartShared(q))
	return len(halt) > 0
}
