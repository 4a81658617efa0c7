package prove

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// large generates a questionnaire of realistic shape: topics of twenty questions,
// half of them conditional and looking back a little, a few questions about
// medicines, rules that join two or three answers, a promise for every tenth.
func large(t testing.TB, questions int) *questionnaire.Questionnaire {
	const most = 1000 // in a folder; the reader has its limits
	all := part(t, 0, min(questions, most))
	for from := most; from < questions; from += most {
		join(all, part(t, from, min(from+most, questions)))
	}
	return all
}

// join puts a questionnaire behind another. They share their clinicians and
// medicines.
func join(all, next *questionnaire.Questionnaire) {
	for _, question := range next.Questions {
		question.Index = len(all.Questions)
		all.Questions = append(all.Questions, question)
	}
	for _, r := range next.Rules {
		r.Index = len(all.Rules)
		for i, who := range r.TalkTo {
			r.TalkTo[i] = all.Clinician(who.ID)
		}
		for _, n := range r.Needs {
			for i, who := range n.AnyOf {
				n.AnyOf[i] = all.Clinician(who.ID)
			}
		}
		all.Rules = append(all.Rules, r)
	}
	for _, p := range next.Promises {
		for _, talk := range p.Then.Conversations {
			for i, who := range talk.AnyOf {
				talk.AnyOf[i] = all.Clinician(who.ID)
			}
		}
		all.Promises = append(all.Promises, p)
	}
}

// part is questions from one number to before another.
func part(t testing.TB, first, end int) *questionnaire.Questionnaire {
	random := rand.New(rand.NewPCG(7, uint64(end)))
	folder := fstest.MapFS{}
	var topics []string
	classes := []string{"ssri", "lithium", "opioid", "benzodiazepine", "acts-on-serotonin", "mao-inhibitor"}
	clinicians := []string{"prescriber", "pharmacist", "babys-doctor", "primary-care", "perinatal-psychiatrist"}
	urgencies := []string{"next-visit", "before-deciding", "today"}
	isAboutMedicines := func(i int) bool { return i%100 == 30 }
	atom := func(i int) string {
		if isAboutMedicines(i) {
			return fmt.Sprintf("{q%d: [%s, %s]}", i, classes[random.IntN(3)], classes[3+random.IntN(3)])
		}
		return fmt.Sprintf("{q%d: [%c, %c]}", i, 'a'+random.IntN(2), 'c'+random.IntN(2))
	}
	near := func(i int) int { return max(first, i-1-random.IntN(12)) }
	condition := func(i int) string {
		switch random.IntN(4) {
		case 0:
			return atom(near(i))
		case 1:
			return fmt.Sprintf("{any: [%s, {all: [%s, %s]}]}", atom(near(i)), atom(near(i)), atom(near(i)))
		case 2:
			return fmt.Sprintf("{all: [%s, {not: %s}]}", atom(near(i)), atom(near(i)))
		}
		return fmt.Sprintf("{all: [%s, {any: [%s, %s]}]}", atom(near(i)), atom(near(i)), atom(near(i)))
	}
	for from := first; from < end; from += 20 {
		name := fmt.Sprintf("topic-%d", from/20)
		topics = append(topics, name)
		var b strings.Builder
		fmt.Fprintf(&b, "topic: %s\ntitle: T\nquestions:\n", name)
		for i := from; i < min(from+20, end); i++ {
			if isAboutMedicines(i) {
				fmt.Fprintf(&b, "- {id: q%d, ask: A, why: B, choose: medicines, states: [{id: taking, label: A}, {id: stopped, label: B}]}\n", i)
				continue
			}
			choose := "one"
			if i%3 == 0 {
				choose = "many"
			}
			fmt.Fprintf(&b, "- id: q%d\n  ask: A\n  why: B\n  choose: %s\n  answers: [{id: a, label: A}, {id: b, label: B}, {id: c, label: C}, {id: d, label: D}, {id: e, label: E}]\n", i, choose)
			if i > first && i%2 == 0 {
				fmt.Fprintf(&b, "  ask-when: %s\n", condition(i))
			}
		}
		b.WriteString("rules:\n")
		if from == 0 {
			b.WriteString("- {id: everyone, talk-to: primary-care, urgency: next-visit, reason: R}\n")
		}
		var promises strings.Builder
		for i := from; i < min(from+20, end); i++ {
			when, who, urgency := condition(min(i+1, end-1)), clinicians[random.IntN(len(clinicians))], urgencies[random.IntN(len(urgencies))]
			fmt.Fprintf(&b, "- {id: r%d, when: %s, talk-to: %s, urgency: %s, reason: R%d}\n", i, when, who, urgency, i)
			if i%10 == 0 {
				fmt.Fprintf(&promises, "- {id: p%d, if: %s, then: {conversations: {%s: %s}}}\n", i, when, who, urgency)
			}
		}
		b.WriteString("promises:\n" + promises.String())
		folder[name+".yaml"] = &fstest.MapFile{Data: []byte(b.String())}
	}
	folder["questionnaire.yaml"] = &fstest.MapFile{Data: fmt.Appendf(nil, "questionnaire: large\ntitle: L\nversion: 1.0.0\nlanguage: en\ntopics: [%s]\nwelcome: W\nconsent: C\n", strings.Join(topics, ", "))}
	return read(t, folder)
}
