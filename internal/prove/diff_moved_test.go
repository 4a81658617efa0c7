package prove

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// asks is a topic that asks of danger, in one question or in two; rules say which
// answers lead to whom.
func asks(questions string, rules ...string) string {
	topic := "topic: one\ntitle: One\nquestions:\n" + questions + "rules:\n- {id: floor, talk-to: prescriber, urgency: next-visit, reason: R, ask: A}\n"
	for i, r := range rules {
		topic += fmt.Sprintf("- {id: rule-%d, %s, urgency: today, reason: R, ask: A}\n", i+1, r)
	}
	return topic
}

// questionOf is a question; the answer that stands alone has a "!".
func questionOf(id, choose string, answers ...string) string {
	var all []string
	for _, a := range answers {
		name, alone := strings.CutSuffix(a, "!")
		all = append(all, fmt.Sprintf("{id: %s, label: The answer %s, exclusive: %t}", name, name, alone))
	}
	return fmt.Sprintf("- {id: %s, ask: About %s, why: Because of %s, choose: %s, answers: [%s]}\n", id, id, id, choose, strings.Join(all, ", "))
}

// editionOf is a questionnaire of one topic.
func editionOf(t *testing.T, topic string) Edition {
	t.Helper()
	q, findings, err := folder.Read(planted(topic), nil)
	if q == nil || err != nil {
		t.Fatal(findings, err)
	}
	return Edition{Questionnaire: q}
}

// TestWhatMovedIsNotLost: who says an answer that another question has now is the same
// person before and after; what she loses on the way is told, and nothing else.
func TestWhatMovedIsNotLost(t *testing.T) {
	const (
		pharmacist = "talk-to: pharmacist"
		midwife    = "talk-to: midwife"
	)
	before := asks(questionOf("now", "many", "chest", "too-much", "nobody!")+questionOf("milk", "one", "nurses", "never"),
		"when: {now: chest}, "+pharmacist, "when: {now: too-much}, "+midwife)
	for _, test := range []struct {
		name, old, new string
		moved          string // what is told of answers
		lost           string
	}{
		{"to a new question", before, asks(questionOf("now", "many", "chest", "nobody!")+questionOf("body", "many", "too-much", "nobody-else!")+questionOf("milk", "one", "nurses", "never"),
			"when: {now: chest}, "+pharmacist, "when: {body: too-much}, "+midwife),
			"moved answer body/too-much", ""},
		{"all of them", before, asks(questionOf("body", "many", "too-much", "fever", "chest", "nobody-else!")+questionOf("milk", "one", "nurses", "never"),
			"when: {body: chest}, "+pharmacist, "when: {body: too-much}, "+midwife),
			"moved answer body/chest, moved answer body/too-much", ""},
		{"to a question that was there", asks(questionOf("now", "many", "chest", "too-much", "nobody!")+questionOf("body", "many", "fever", "nobody-else!"),
			"when: {now: chest}, "+pharmacist, "when: {now: too-much}, "+midwife, "when: {body: fever}, talk-to: babys-doctor"),
			asks(questionOf("now", "many", "chest", "nobody!")+questionOf("body", "many", "fever", "too-much", "nobody-else!"),
				"when: {now: chest}, "+pharmacist, "when: {body: too-much}, "+midwife, "when: {body: fever}, talk-to: babys-doctor"),
			"moved answer body/too-much", ""},
		{"and its rule does not follow", before, asks(questionOf("now", "many", "chest", "nobody!")+questionOf("body", "many", "too-much", "fever", "nobody-else!")+questionOf("milk", "one", "nurses", "never"),
			"when: {now: chest}, "+pharmacist, "when: {body: fever}, "+midwife),
			"moved answer body/too-much", "lost midwife, weaker midwife"},
		{"out of a question that takes one", asks(questionOf("milk", "one", "nurses", "pumping", "never"), "when: {milk: pumping}, "+midwife, "when: {milk: nurses}, "+pharmacist),
			asks(questionOf("milk", "one", "nurses", "never")+questionOf("pump", "one", "pumping", "no-pump"), "when: {pump: pumping}, "+midwife, "when: {milk: nurses}, "+pharmacist),
			"moved answer pump/pumping", ""},
		{"nothing, though both have one that leads nowhere", asks(questionOf("milk", "one", "nurses", "neither"), "when: {milk: nurses}, "+pharmacist),
			asks(questionOf("pump", "one", "pumping", "neither"), "when: {pump: pumping}, "+pharmacist), "", "lost pharmacist, weaker pharmacist"},
		{"nothing, though both have a none", asks(questionOf("now", "many", "chest", "nobody!"), "when: {now: chest}, "+pharmacist),
			asks(questionOf("later", "many", "fever", "nobody!"), "when: {later: fever}, "+pharmacist), "", "lost pharmacist, weaker pharmacist"},
	} {
		t.Run(test.name, func(t *testing.T) {
			old, new := editionOf(t, test.old), editionOf(t, test.new)
			c := Compare(old, new)
			var answers, lost []string
			for _, a := range c.Answers {
				if a.Edit == Elsewhere {
					answers = append(answers, a.Edit.String()+" answer "+a.Question+"/"+a.Answer)
				}
			}
			for _, change := range c.Changes {
				if change.Loss() {
					lost = append(lost, change.Effect.String()+" "+change.Clinician+change.Need)
				}
			}
			if got := strings.Join(answers, ", "); got != test.moved {
				t.Errorf("it tells of %q, expected %q", got, test.moved)
			}
			if got := strings.Join(lost, ", "); got != test.lost {
				t.Errorf("lost is %q, expected %q: %+v", got, test.lost, c.Changes)
			}
			if test.lost == "" && (c.Plans.More.People+c.Plans.Fewer.People+len(c.Plans.First) > 0) {
				t.Errorf("plans differ: %+v", c.Plans)
			}
		})
	}
}

// TestAMovedAnswerIsHeldBesideItself: what who says it gets, and what she got.
func TestAMovedAnswerIsHeldBesideItself(t *testing.T) {
	old := asks(questionOf("now", "many", "chest", "nobody!"), "when: {now: chest}, talk-to: pharmacist", "when: {now: chest}, talk-to: midwife")
	new := asks(questionOf("now", "many", "fever", "nobody!")+questionOf("body", "many", "chest", "nobody-else!"), "when: {body: chest}, talk-to: pharmacist", "when: {body: chest}, talk-to: babys-doctor")
	for _, a := range Compare(editionOf(t, old), editionOf(t, new)).Answers {
		if a.Edit != Elsewhere {
			continue
		}
		gets, b := strings.Join(a.Gets, "; "), a.Beside[0]
		if gets != "babys-doctor (today, certain); pharmacist (today, certain)" && gets != "pharmacist (today, certain); babys-doctor (today, certain)" ||
			!slices.Equal(b.Lacks, []string{"midwife (today, certain)"}) || !slices.Equal(b.More, []string{"babys-doctor (today, certain)"}) {
			t.Errorf("gets %q, and lacks %q and has more %q", gets, b.Lacks, b.More)
		}
		return
	}
	t.Error("nothing moved")
}

// TestWhoMovedSaysTheSame: of many people, whatever they said, those whose answers moved
// are told exactly what they were where the rules follow the answers.
func TestWhoMovedSaysTheSame(t *testing.T) {
	old := editionOf(t, asks(questionOf("now", "many", "chest", "too-much", "fever", "nobody!")+questionOf("body", "many", "legs", "nobody-else!"),
		"when: {now: chest}, talk-to: pharmacist", "when: {now: [too-much, fever]}, talk-to: midwife", "when: {body: legs}, talk-to: babys-doctor"))
	new := editionOf(t, asks(questionOf("now", "many", "chest", "nobody!")+questionOf("body", "many", "legs", "too-much", "nobody-else!")+questionOf("third", "many", "fever", "none-at-all!"),
		"when: {now: chest}, talk-to: pharmacist", "when: {any: [{body: too-much}, {third: fever}]}, talk-to: midwife", "when: {body: legs}, talk-to: babys-doctor"))
	called := namesOfBoth(old.Questionnaire, new.Questionnaire, writtenIn(old), writtenIn(new))
	p := planning{old: old.Questionnaire, new: new.Questionnaire, names: called, nothing: map[*questionnaire.Question]int{}}
	for _, x := range new.Questions {
		p.nothing[x] = nothingOf(new.Questionnaire, x)
	}
	random := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		before, after := screening.Start(old.Questionnaire).Enough(), screening.Start(new.Questionnaire).Enough()
		for _, x := range old.Questions {
			before = before.Answer(x, randomReply(random, old.Questionnaire, x))
		}
		for _, x := range new.Questions {
			reply, ok := p.carriedMoved(old.Question(x.ID), x, before)
			if !ok {
				t.Fatalf("%s was not touched", x.ID)
			}
			after = after.Answer(x, reply)
		}
		for _, c := range old.Clinicians {
			a, b := before.Outcome().With(c), after.Outcome().With(new.Clinician(c.ID))
			if a != nil && a.Certain && (b == nil || !b.Certain || b.Urgency < a.Urgency) {
				t.Fatalf("%v has %s no more", repliesOf(before), c.ID)
			}
			if (a == nil) && b != nil && b.Certain {
				t.Fatalf("%v has %s now", repliesOf(before), c.ID)
			}
		}
	}
}
