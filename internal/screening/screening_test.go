package screening_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/questionnaire/questionnairetest"
	"github.com/ask-first/askfirst/internal/screening"
)

// One test for each sentence of "How answers become conversations" in the
// design. Those with examples say what is meant; those with random
// questionnaires say that it always is. TestTheEngineAgreesWithANaiveOne holds
// the whole against a second reading of the same text.

const (
	no      = screening.No
	unknown = screening.Unknown
	yes     = screening.Yes
)

func TestAnAnswerAmongThoseNamedIsYes(t *testing.T) {
	cases{
		{"{feeding: all-milk}", "feeding: all-milk", yes},
		{"{feeding: [all-milk, some-milk]}", "feeding: some-milk", yes},
		{"{feelings: [sad, wired]}", "feelings: wired afraid", yes},
		{"{feelings: none}", "feelings: none", yes},
	}.check(t)
}

func TestAnAnswerNotAmongThemIsNo(t *testing.T) {
	cases{
		{"{feeding: all-milk}", "feeding: none", no},
		{"{feelings: [sad, wired]}", "feelings: afraid", no},
		{"{feelings: [sad, wired]}", "feelings: none", no},
		{"{medicines: ssri}", "medicines: lithium", no},
	}.check(t)
}

func TestUnsureNeverCountsAsNo(t *testing.T) {
	cases{
		{"{feeding: all-milk}", "feeding: not-sure", unknown},
		{"{feeding: all-milk}", "feeding: prefer-not-to-say", unknown},
		{"{feelings: {at-least: 2, of: [sad, wired]}}", "feelings: not-sure", unknown},
		{"{feelings: {at-least: 2, of: [sad, wired]}}", "feelings: prefer-not-to-say", unknown},
		{"{medicines: none}", "medicines: not-sure", unknown},
		{"{medicines: {of: lithium, state: stopped}}", "medicines: prefer-not-to-say", unknown},
	}.check(t)
}

func TestAQuestionNotAskedIsNo(t *testing.T) {
	cases{
		// newborn is asked only when feeding is all-milk.
		{"{newborn: \"yes\"}", "newborn: yes; feeding: none", no},
		{"{not: {newborn: \"yes\"}}", "newborn: yes; feeding: none", yes},
		{"{newborn: not-sure}", "newborn: not-sure; feeding: none", no},
	}.check(t)
}

func TestAllIsTheMinimumAndAnyTheMaximum(t *testing.T) {
	answers := map[screening.Truth]string{no: "none", unknown: "not-sure", yes: "all-milk"}
	feelings := map[screening.Truth]string{no: "afraid", unknown: "not-sure", yes: "sad"}
	for a, first := range answers {
		for b, second := range feelings {
			said := "feeding: " + first + "; feelings: " + second
			cases{
				{"{all: [{feeding: all-milk}, {feelings: sad}]}", said, min(a, b)},
				{"{any: [{feeding: all-milk}, {feelings: sad}]}", said, max(a, b)},
				{"{all: [{feelings: sad}, {feeding: all-milk}]}", said, min(a, b)},
				{"{any: [{feelings: sad}, {feeding: all-milk}]}", said, max(a, b)},
			}.check(t)
		}
	}
}

func TestNotKeepsUnknown(t *testing.T) {
	cases{
		{"{not: {feeding: all-milk}}", "feeding: all-milk", no},
		{"{not: {feeding: all-milk}}", "feeding: not-sure", unknown},
		{"{not: {feeding: all-milk}}", "feeding: none", yes},
		{"{not: {not: {feeding: all-milk}}}", "feeding: not-sure", unknown},
	}.check(t)
}

func TestSeveralQuestionsInOneMapAreJoinedByAll(t *testing.T) {
	cases{
		{"{feeding: all-milk, feelings: sad}", "feeding: all-milk; feelings: sad", yes},
		{"{feeding: all-milk, feelings: sad}", "feeding: all-milk; feelings: wired", no},
		{"{feeding: all-milk, feelings: sad}", "feeding: all-milk; feelings: not-sure", unknown},
		{"{feeding: all-milk, not: {feelings: sad}}", "feeding: all-milk; feelings: wired", yes},
		{"{feeding: all-milk, any: [{feelings: sad}, {feelings: wired}]}", "feeding: all-milk; feelings: wired", yes},
	}.check(t)
}

func TestAtLeastCountsChosenAnswers(t *testing.T) {
	const two = "{feelings: {at-least: 2, of: [sad, wired, afraid]}}"
	cases{
		{two, "feelings: sad", no},
		{two, "feelings: sad wired", yes},
		{two, "feelings: sad wired afraid", yes},
		{two, "feelings: none", no},
		{"{feelings: {at-least: 2, of: [sad, wired]}}", "feelings: sad afraid", no},
		{"{medicines: {at-least: 2, of: [ssri]}}", "medicines: sertraline", no},
		{"{medicines: {at-least: 2, of: [ssri]}}", "medicines: sertraline citalopram", yes},
		// One medicine in two classes is still one medicine.
		{"{medicines: {at-least: 2, of: [ssri, heart-rhythm]}}", "medicines: citalopram", no},
		// One that may be there makes two that may be there.
		{"{medicines: {at-least: 2, of: [ssri], state: stopped}}", "medicines: sertraline/stopped citalopram/not-sure", unknown},
		{"{medicines: {at-least: 2, of: [ssri], state: stopped}}", "medicines: sertraline/taking citalopram/not-sure", no},
	}.check(t)
}

func TestANamedNotSureIsAnAnswerLikeAnyOther(t *testing.T) {
	cases{
		{"{feeding: [all-milk, not-sure]}", "feeding: not-sure", yes},
		{"{feeding: [all-milk, not-sure]}", "feeding: none", no},
		{"{feeding: prefer-not-to-say}", "feeding: prefer-not-to-say", yes},
		{"{medicines: [ssri, not-sure]}", "medicines: not-sure", yes},
		{"{not: {feeding: not-sure}}", "feeding: not-sure", no},
		// To name one of the two says nothing about the other.
		{"{feeding: [all-milk, not-sure]}", "feeding: prefer-not-to-say", unknown},
		{"{feeding: prefer-not-to-say}", "feeding: not-sure", unknown},
	}.check(t)
}

func TestAskWhenUnknownIsAsked(t *testing.T) {
	q := read(t, questions)
	newborn := q.Question("newborn")
	for answers, want := range map[string]bool{
		"feeding: all-milk":          true,
		"feeding: not-sure":          true,
		"feeding: prefer-not-to-say": true,
		"feeding: none":              false,
		"":                           true, // it may yet be
	} {
		if got := slices.Contains(said(t, screening.Start(q), answers).Asked(), newborn); got != want {
			t.Errorf("after %q asked is %v, want %v", answers, got, want)
		}
	}
}

func TestQuestionsComeInTheirOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := questionnairetest.Draw(t, questionnairetest.Shape{Plan: true})
		last := -1
		walk(t, screening.Start(q), func(_ screening.State, step screening.Coming) {
			if step.Question == nil {
				return
			}
			if step.Question.Index <= last {
				t.Fatalf("%s is asked too late, or twice", step.Question.ID)
			}
			last = step.Question.Index
		})
	})
}

func TestOneConversationPerClinician(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := questionnairetest.Draw(t, questionnairetest.Shape{Plan: true})
		outcome := someSaid(t, q).Outcome()
		seen := map[*questionnaire.Clinician]bool{}
		for _, c := range outcome.Conversations {
			if seen[c.Clinician] {
				t.Fatalf("two conversations with %s", c.Clinician.ID)
			}
			seen[c.Clinician] = true
			if len(c.Reasons) == 0 || outcome.With(c.Clinician).Clinician != c.Clinician {
				t.Fatalf("a conversation without a reason, or one that cannot be found")
			}
			for _, r := range c.Reasons {
				if !slices.Contains(r.Rule.TalkTo, c.Clinician) {
					t.Fatalf("rule %s does not call for %s", r.Rule.ID, c.Clinician.ID)
				}
			}
		}
		for _, rule := range q.Rules {
			for _, who := range rule.TalkTo {
				c := outcome.With(who)
				holds := truthIn(outcome, rule) != no
				listed := c != nil && slices.ContainsFunc(c.Reasons, func(r screening.Reason) bool { return r.Rule == rule })
				if holds != listed {
					t.Fatalf("rule %s: holds %v, a reason to see %s %v", rule.ID, holds, who.ID, listed)
				}
			}
		}
	})
}

func TestAConversationIsCertainWhenOneReasonIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := questionnairetest.Draw(t, questionnairetest.Shape{Plan: true})
		for _, c := range someSaid(t, q).Outcome().Conversations {
			if want := slices.ContainsFunc(c.Reasons, func(r screening.Reason) bool { return r.Certain }); c.Certain != want {
				t.Fatalf("%s: certain is %v, want %v", c.Clinician.ID, c.Certain, want)
			}
		}
	})
}

func TestUrgencyIsTheHighestPossibleIncluded(t *testing.T) {
	q := read(t, questions+`rules:
  - {id: visit, talk-to: prescriber, urgency: next-visit, reason: R}
  - {id: milk, when: {feeding: all-milk}, talk-to: prescriber, urgency: now, possible-urgency: today, reason: R}
`)
	for answers, want := range map[string]questionnaire.Urgency{
		"feeding: none":     questionnaire.NextVisit,
		"feeding: not-sure": questionnaire.Today,
		"feeding: all-milk": questionnaire.Now,
	} {
		if got := said(t, screening.Start(q), answers).Outcome().Conversations[0].Urgency; got != want {
			t.Errorf("%s: %v, want %v", answers, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		q := questionnairetest.Draw(t, questionnairetest.Shape{Plan: true})
		for _, c := range someSaid(t, q).Outcome().Conversations {
			highest := questionnaire.NextVisit
			for _, r := range c.Reasons {
				if r.Certain {
					highest = max(highest, r.Rule.Urgency)
				} else {
					highest = max(highest, r.Rule.PossibleUrgency)
				}
			}
			if c.Urgency != highest {
				t.Fatalf("%s: %v, want %v", c.Clinician.ID, c.Urgency, highest)
			}
		}
	})
}

func TestTheMostUrgentConversationComesFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := questionnairetest.Draw(t, questionnairetest.Shape{Plan: true})
		o := someSaid(t, q).Outcome()
		for i := 1; i < len(o.Conversations); i++ {
			before, after := o.Conversations[i-1], o.Conversations[i]
			if after.Urgency > before.Urgency || after.Urgency == before.Urgency && after.Certain && !before.Certain {
				t.Fatalf("out of order:\n%s", plain(o))
			}
		}
		for _, c := range o.Conversations {
			for i := 1; i < len(c.Reasons); i++ {
				before, after := c.Reasons[i-1], c.Reasons[i]
				if after.Certain && !before.Certain || after.Certain == before.Certain && after.Urgency() > before.Urgency() {
					t.Fatalf("reasons out of order:\n%s", plain(o))
				}
			}
		}
	})
}

func TestARuleWithoutAConditionHoldsForEveryone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := questionnairetest.Draw(t, questionnairetest.Shape{Plan: true})
		o := someSaid(t, q).Outcome()
		for _, rule := range q.Rules {
			if rule.When == nil && truthIn(o, rule) != yes {
				t.Fatalf("rule %s does not hold", rule.ID)
			}
		}
	})
}

const interrupting = `rules:
  - {id: calm, when: {feelings: sad}, talk-to: prescriber, urgency: today, interrupt: true, reason: R}
  - {id: alarm, when: {feelings: [sad, wired]}, talk-to: crisis-line, urgency: now, possible-urgency: today, interrupt: true, reason: R}
`

func TestInterruptComesAsSoonAsItIsCertain(t *testing.T) {
	q := read(t, questions+interrupting)
	start := screening.Start(q)
	for answers, want := range map[string][]*questionnaire.Rule{
		"":                                 nil,
		"feeding: all-milk":                nil,
		"feelings: not-sure":               nil, // never an alarm on a possibility
		"feelings: wired":                  {q.Rule("alarm")},
		"feelings: sad":                    {q.Rule("alarm"), q.Rule("calm")}, // the most urgent first
		"feeding: all-milk; feelings: sad": {q.Rule("alarm"), q.Rule("calm")},
	} {
		if got := said(t, start, answers).Next().Interrupt; !slices.Equal(got, want) {
			t.Errorf("after %q: %v, want %v", answers, got, want)
		}
	}
	// Whatever is answered after the page, its reason stays certain: she was not alarmed for nothing.
	rapid.Check(t, func(t *rapid.T) {
		q := questionnairetest.Draw(t, questionnairetest.Shape{Plan: true})
		var shown []*questionnaire.Rule
		end := walk(t, screening.Start(q), func(_ screening.State, step screening.Coming) { shown = append(shown, step.Interrupt...) })
		o := end.Outcome()
		for _, rule := range q.Rules {
			if due := rule.Interrupt && truthIn(o, rule) == yes; due != slices.Contains(shown, rule) {
				t.Fatalf("rule %s: due %v, shown %v", rule.ID, due, !due)
			}
		}
	})
}

func TestAnInterruptIsShownOnceAndLetsHerGoOn(t *testing.T) {
	q := read(t, questions+interrupting)
	before := said(t, screening.Start(q), "feelings: sad")
	after := before.Seen(before.Next().Interrupt)
	if step := after.Next(); len(step.Interrupt) > 0 || step.Question != q.Question("feeding") {
		t.Errorf("after the page comes %v", step)
	}
	if step := said(t, after, "feelings: wired").Next(); len(step.Interrupt) > 0 {
		t.Errorf("the page is shown again: %v", step)
	}
	if len(before.Next().Interrupt) != 2 {
		t.Error("to see the page changed the state before it")
	}
	if plain(before.Outcome()) != plain(after.Outcome()) {
		t.Error("to see the page changed the outcome")
	}
}

func TestMedicinesAreAskedForByClassOrName(t *testing.T) {
	cases{
		{"{medicines: ssri}", "medicines: Zoloft", yes},
		{"{medicines: mood}", "medicines: sertraline", yes}, // a group includes another class
		{"{medicines: heart-rhythm}", "medicines: citalopram", yes},
		{"{medicines: heart-rhythm}", "medicines: sertraline", no},
		{"{medicines: lithium}", "medicines: sertraline lithium", yes},
	}.check(t)
}

func TestUnlistedStandsForANameThatTheListDoesNotKnow(t *testing.T) {
	cases{
		{"{medicines: unlisted}", "medicines: unlisted", yes},
		{"{medicines: unlisted}", "medicines: lithium unlisted", yes},
		{"{medicines: unlisted}", "medicines: none", no},
		{"{medicines: ssri}", "medicines: unlisted", unknown}, // rule 1: it may be one
		{"{medicines: ssri}", "medicines: lithium unlisted", unknown},
		{"{medicines: ssri}", "medicines: sertraline unlisted", yes},
		{"{medicines: {at-least: 2, of: [ssri]}}", "medicines: sertraline unlisted", unknown},
		{"{medicines: {of: ssri, state: stopped}}", "medicines: unlisted/taking", no},
		{"{medicines: {of: unlisted, state: stopped}}", "medicines: unlisted/taking", no},
	}.check(t)
}

func TestNoneStandsForNoMedicine(t *testing.T) {
	cases{
		{"{medicines: none}", "medicines: none", yes},
		{"{medicines: none}", "medicines: lithium", no},
		{"{medicines: none}", "medicines: unlisted", no},
		{"{medicines: [ssri, none]}", "medicines: none", yes},
		{"{medicines: ssri}", "medicines: none", no},
	}.check(t)
}

func TestAStateSheIsNotSureOfMakesTheAtomUnknown(t *testing.T) {
	const stopped = "{medicines: {of: [lithium, ssri], state: stopped}}"
	cases{
		{stopped, "medicines: lithium/stopped", yes},
		{stopped, "medicines: lithium/taking", no},
		{stopped, "medicines: lithium/not-sure", unknown},
		{stopped, "medicines: lithium/not-sure sertraline/stopped", yes},
		{stopped, "medicines: lithium/not-sure sertraline/taking", unknown},
		{"{medicines: {of: ssri, state: stopped}}", "medicines: lithium/not-sure", no},
		{"{medicines: lithium}", "medicines: lithium/not-sure", yes},
	}.check(t)
}

func TestManyNeedsAnAnswerAndAnExclusiveOneStandsAlone(t *testing.T) {
	feelings := read(t, questions).Question("feelings")
	for said, ok := range map[string]bool{"": false, "sad": true, "sad wired": true, "none": true, "sad none": false} {
		if _, err := feelings.Reply(strings.Fields(said)...); (err == nil) != ok {
			t.Errorf("%q: %v", said, err)
		}
	}
}

func TestPrivateQuestionsOnASharedScreenCountAsDeclined(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := questionnairetest.Draw(t, questionnairetest.Shape{Plan: true})
		replies := everythingSaid(t, q)
		shared := with(screening.StartShared(q), replies)
		walk(t, screening.StartShared(q), func(_ screening.State, step screening.Coming) {
			if step.Question != nil && step.Question.Private {
				t.Fatalf("%s is shown", step.Question.ID)
			}
		})
		// The same as somebody alone who declines each of them.
		for i, question := range q.Questions {
			if question.Private {
				replies[i] = questionnaire.Reply{Kind: questionnaire.Declined}
			}
		}
		// What stands nowhere on the screen is not what a reason rests on either.
		alone := with(screening.Start(q), replies).Outcome()
		public := func(b screening.Because) bool { return !b.Question.Private }
		if got, want := plain(shared.Outcome()), plainOf(alone, public); got != want {
			t.Fatalf("got\n%s\nwant\n%s", got, want)
		}
		for _, question := range shared.Asked() {
			if question.Private {
				t.Fatalf("%s is among the questions to look at again", question.ID)
			}
		}
	})
}

func TestAnswersNoLongerAskedDoNotCountAndComeBack(t *testing.T) {
	q := read(t, questions+`rules:
  - {id: newborn, when: {newborn: "yes"}, talk-to: prescriber, urgency: today, reason: R}
`)
	rule, newborn := q.Rule("newborn"), q.Question("newborn")
	with := said(t, screening.Start(q), "feeding: all-milk; newborn: yes")
	without := said(t, with, "feeding: none")
	back := said(t, without, "feeding: not-sure")
	for _, c := range []struct {
		name string
		s    screening.State
		want screening.Truth
	}{{"asked", with, yes}, {"no longer asked", without, no}, {"asked again", back, yes}} {
		if got := truthIn(c.s.Outcome(), rule); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	if without.Reply(newborn).Kind != questionnaire.Definite {
		t.Error("the answer is forgotten, so it could not come back")
	}
	// In general: what a question that is not asked was answered makes no difference.
	rapid.Check(t, func(t *rapid.T) {
		q := questionnairetest.Draw(t, questionnairetest.Shape{Plan: true})
		s := someSaid(t, q)
		changed := s
		for _, question := range q.Questions {
			if !slices.Contains(s.Asked(), question) {
				changed = changed.Answer(question, questionnairetest.DrawAnyReply(t, q, question))
			}
		}
		same(t, s, changed)
	})
}

// same fails unless two screenings are at the same place.
func same(t *rapid.T, a, b screening.State) {
	t.Helper()
	if !slices.Equal(a.Asked(), b.Asked()) || !reflect.DeepEqual(a.Next(), b.Next()) || plain(a.Outcome()) != plain(b.Outcome()) {
		t.Fatalf("one asks %v, then %v:\n%s\nthe other %v, then %v:\n%s", a.Asked(), a.Next(), plain(a.Outcome()), b.Asked(), b.Next(), plain(b.Outcome()))
	}
}

func TestOrderOfAnsweringDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := questionnairetest.Draw(t, questionnairetest.Shape{Plan: true})
		replies := everythingSaid(t, q)
		shuffled := screening.Start(q)
		for _, i := range rapid.Permutation(indexes(q)).Draw(t, "order") {
			// Something else first, and the final answer instead of it.
			shuffled = shuffled.Answer(q.Questions[i], questionnairetest.DrawAnyReply(t, q, q.Questions[i]))
			shuffled = shuffled.Answer(q.Questions[i], replies[i])
		}
		same(t, with(screening.Start(q), replies), shuffled)
	})
}

func indexes(q *questionnaire.Questionnaire) []int {
	var all []int
	for i := range q.Questions {
		all = append(all, i)
	}
	return all
}

func TestGoingBackIsTheEarlierState(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := questionnairetest.Draw(t, questionnairetest.Shape{Plan: true})
		var states []screening.State
		var steps []screening.Coming
		var outcomes []string
		walk(t, screening.Start(q), func(s screening.State, step screening.Coming) {
			states, steps, outcomes = append(states, s), append(steps, step), append(outcomes, plain(s.Outcome()))
			// Nothing that is done to a state may change it.
			s.Enough().Seen(q.Rules)
			s.Answer(q.Questions[0], questionnaire.Reply{Kind: questionnaire.Unsure})
		})
		for i, s := range states {
			if !reflect.DeepEqual(s.Next(), steps[i]) || plain(s.Outcome()) != outcomes[i] {
				t.Fatalf("step %d is no longer what it was", i)
			}
		}
	})
}

func TestTheSameAnswersAlwaysLeadToTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		files := questionnairetest.DrawFolder(t, questionnairetest.Shape{Plan: true})
		first, _, _ := folder.Read(files, nil)
		again, _, _ := folder.Read(files, nil)
		replies := everythingSaid(t, first)
		if a, b := plain(with(screening.Start(first), replies).Outcome()), plain(with(screening.Start(again), replies).Outcome()); a != b {
			t.Fatalf("first\n%s\nthen\n%s", a, b)
		}
	})
}

func TestEnoughDeclinesTheRest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := questionnairetest.Draw(t, questionnairetest.Shape{Plan: true})
		s := someSaid(t, q)
		stopped := s.Enough()
		if stopped.Next().Question != nil || !stopped.Stopped() || s.Stopped() {
			t.Fatal("there are questions after enough")
		}
		declined := s
		for _, question := range q.Questions {
			if s.Reply(question).Kind == questionnaire.NoReply {
				declined = declined.Answer(question, questionnaire.Reply{Kind: questionnaire.Declined})
			}
		}
		same(t, stopped, declined)
		same(t, stopped.Resume(), s)
	})
}

// TestUnsureNeverLosesAClinician is rule 1, where no author can break it: in
// conditions without "not" and without a named open answer. Where they use
// those, package prove must find it.
func TestUnsureNeverLosesAClinician(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := questionnairetest.Draw(t, questionnairetest.Shape{WithoutNot: true, WithoutOpen: true, Plan: true})
		known := with(screening.Start(q), everythingSaid(t, q))
		question := rapid.SampledFrom(q.Questions).Draw(t, "question")
		kind := rapid.SampledFrom([]questionnaire.ReplyKind{questionnaire.Unsure, questionnaire.Declined}).Draw(t, "open")
		unsure := known.Answer(question, questionnaire.Reply{Kind: kind})
		before, after := known.Outcome(), unsure.Outcome()
		for _, c := range before.Conversations {
			with := after.With(c.Clinician)
			if with == nil {
				t.Fatalf("%s is lost", c.Clinician.ID)
			}
			least := questionnaire.NextVisit
			for _, r := range c.Reasons {
				least = max(least, r.Rule.PossibleUrgency)
				if truthIn(after, r.Rule) == no {
					t.Fatalf("reason %s is lost", r.Rule.ID)
				}
			}
			if !with.Urgency.AtLeast(least) {
				t.Fatalf("%s is %v, want %v or sooner", c.Clinician.ID, with.Urgency, least)
			}
		}
		for _, asked := range known.Asked() {
			if !slices.Contains(unsure.Asked(), asked) {
				t.Fatalf("%s is no longer asked", asked.ID)
			}
		}
	})
}

func TestReasonsCarryTheAnswersThatLedToThem(t *testing.T) {
	for _, c := range []struct{ when, answers, want string }{
		{"{feeding: all-milk}", "feeding: all-milk", "feeding: all-milk"},
		{"{feelings: [sad, wired]}", "feelings: sad afraid", "feelings: sad"},
		{"{medicines: ssri}", "medicines: lithium sertraline", "medicines: sertraline"},
		{"{medicines: none}", "medicines: none", "medicines: none"},
		{"{feeding: all-milk}", "feeding: not-sure", "feeding: not-sure"},
		// Of any, only what holds it up.
		{"{any: [{feeding: all-milk}, {feelings: sad}]}", "feeding: all-milk; feelings: wired", "feeding: all-milk"},
		{"{any: [{feeding: all-milk}, {feelings: sad}]}", "feeding: all-milk; feelings: not-sure", "feeding: all-milk"},
		{"{any: [{feeding: all-milk}, {feelings: sad}]}", "feeding: none; feelings: not-sure", "feelings: not-sure"},
		{"{any: [{feeding: all-milk}, {feelings: sad}]}", "feeding: all-milk; feelings: sad", "feeding: all-milk; feelings: sad"},
		{"{feeding: all-milk, feelings: sad}", "feeding: all-milk; feelings: not-sure", "feeding: all-milk; feelings: not-sure"},
		// Of several tests of one question, all that they found.
		{"{all: [{feelings: sad}, {feelings: wired}]}", "feelings: sad wired afraid", "feelings: sad wired"},
		// Under not, the whole answer says why it is not another one.
		{"{not: {feelings: sad}}", "feelings: wired afraid", "feelings: wired afraid"},
		{"{not: {all: [{feeding: none}, {feelings: sad}]}}", "feeding: all-milk; feelings: sad", "feeding: all-milk"},
		{"{not: {any: [{feeding: none}, {feelings: sad}]}}", "feeding: all-milk; feelings: wired", "feeding: all-milk; feelings: wired"},
		// A question that was not asked has no answer to show.
		{"{feeding: none, not: {newborn: \"yes\"}}", "feeding: none; newborn: no", "feeding: none"},
		{"{medicines: {of: [lithium, ssri], state: stopped}}", "medicines: lithium/not-sure sertraline/taking", "medicines: lithium/not-sure"},
	} {
		q := read(t, questions+"rules:\n  - {id: rule, when: "+c.when+", talk-to: prescriber, urgency: today, reason: R}\n")
		want := said(t, screening.Start(q), c.want)
		o := said(t, screening.Start(q), c.answers).Outcome()
		if len(o.Conversations) != 1 {
			t.Errorf("%s with %q does not hold", c.when, c.answers)
			continue
		}
		because := o.Conversations[0].Reasons[0].Because()
		ok := len(because) == strings.Count(c.want, ":")
		for _, b := range because {
			ok = ok && b.Reply.Equal(want.Reply(b.Question))
		}
		if !ok {
			t.Errorf("%s with %q: because of %v, want %s", c.when, c.answers, because, c.want)
		}
	}
	// In general: as long as she keeps the answers shown, she may answer
	// everything else that she was asked differently, and the reason stays.
	rapid.Check(t, func(t *rapid.T) {
		q := questionnairetest.Draw(t, questionnairetest.Shape{Plan: true})
		s := with(screening.Start(q), everythingSaid(t, q))
		for _, c := range s.Outcome().Conversations {
			for _, r := range c.Reasons {
				other := &oracle{q: q, asked: make([]bool, len(q.Questions))}
				for i, question := range q.Questions {
					other.asked[i] = slices.Contains(s.Asked(), question)
					other.said = append(other.said, questionnairetest.DrawAnyReply(t, q, question))
				}
				last := -1
				for _, b := range r.Because() {
					if b.Question.Index <= last || !other.asked[b.Question.Index] {
						t.Fatalf("%s of rule %s is out of order, twice, or was not asked", b.Question.ID, r.Rule.ID)
					}
					last = b.Question.Index
					for _, a := range b.Reply.Answers {
						if !s.Reply(b.Question).Has(a) {
							t.Fatalf("%s was not answered so", b.Question.ID)
						}
					}
					other.said[b.Question.Index] = b.Reply
				}
				if got := other.holds(r.Rule.When).truth(); got == no || r.Certain && got != yes {
					t.Fatalf("rule %s is %v without the answers that are not shown:\n%s", r.Rule.ID, got, plain(s.Outcome()))
				}
			}
		}
	})
}

func TestEducationIsListedOnce(t *testing.T) {
	q := read(t, `rules:
  - {id: a, talk-to: [prescriber, pharmacist], urgency: next-visit, reason: R, learn: [x, y]}
  - {id: b, talk-to: pharmacist, urgency: today, reason: R, learn: [z, x]}
education:
  - {id: x, title: X, text: X}
  - {id: y, title: Y, text: Y}
  - {id: z, title: Z, text: Z}
`)
	var ids []string
	for _, e := range screening.Start(q).Outcome().Learn() {
		ids = append(ids, e.ID)
	}
	// The pharmacist comes first, and of her reasons the more urgent one.
	if want := []string{"z", "x", "y"}; !slices.Equal(ids, want) {
		t.Errorf("%v, want %v", ids, want)
	}
}

// TestATextIsOfferedToWhomItMayConcern: unknown counts as yes, in a whole answer and in
// a part of it, and what is not said yet is unknown.
func TestATextIsOfferedToWhomItMayConcern(t *testing.T) {
	q := read(t, questions+`rules:
  - {id: a, talk-to: [prescriber, pharmacist], urgency: next-visit, reason: R, learn: [milk, others, all]}
education:
  - {id: milk, title: Milk, text: X, concerns: {feeding: all-milk}}
  - {id: others, title: Others, text: Y, concerns: {not: {feeding: all-milk}}}
  - {id: all, title: All, text: Z}
`)
	for answers, want := range map[string][]string{
		"":                           {"milk", "others", "all"},
		"feeding: all-milk":          {"milk", "all"},
		"feeding: none":              {"others", "all"},
		"feeding: not-sure":          {"milk", "others", "all"},
		"feeding: prefer-not-to-say": {"milk", "others", "all"},
	} {
		s := said(t, screening.Start(q), answers)
		plan := s.Plan(nil)
		offered, more := plan.Steps[0].Learn()
		for name, texts := range map[string][]*questionnaire.Education{
			"the outcome": s.Outcome().Learn(), "a conversation": s.Outcome().Conversations[0].Learn(), "the plan": plan.Learn(), "a step": slices.Concat(offered, more),
		} {
			var ids []string
			for _, e := range texts {
				ids = append(ids, e.ID)
			}
			if !slices.Equal(ids, want) {
				t.Errorf("after %q %s offers %v, want %v", answers, name, ids, want)
			}
		}
	}
}

func TestLeftCountsWhatIsStillToCome(t *testing.T) {
	q := read(t, questions)
	for answers, want := range map[string][2]int{
		"":                  {3, 1},
		"feeding: none":     {2, 0},
		"feeding: all-milk": {3, 0},
		"feeding: not-sure": {3, 0}, // unknown, but settled: it will be asked
	} {
		if sure, perhaps := said(t, screening.Start(q), answers).Left(); [2]int{sure, perhaps} != want {
			t.Errorf("after %q: %d and perhaps %d, want %v", answers, sure, perhaps, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		q := questionnairetest.Draw(t, questionnairetest.Shape{Plan: true})
		s := someSaid(t, q)
		sure, perhaps := s.Left()
		asked := 0
		walk(t, s, func(_ screening.State, step screening.Coming) {
			if step.Question != nil {
				asked++
			}
		})
		if asked < sure || asked > sure+perhaps {
			t.Fatalf("%d more were asked; %d were sure and %d possible", asked, sure, perhaps)
		}
	})
}

func TestForgettingReachesEarlierStatesToo(t *testing.T) {
	q := read(t, questions)
	first := screening.Start(q)
	question := q.Questions[0]
	reply := questionnaire.Reply{Kind: questionnaire.Definite, Answers: []int{1}}
	second := first.Answer(question, reply)
	third := second.Answer(question, reply)
	third.Forget()
	if third.Reply(question).Kind != questionnaire.NoReply {
		t.Error("the answer is still there")
	}
	if said := second.Reply(question).Answers; len(said) > 0 && said[0] != 0 {
		t.Error("an earlier state still says what was answered")
	}
}
