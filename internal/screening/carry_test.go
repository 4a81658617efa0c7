package screening_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/questionnaire/questionnairetest"
	"github.com/ask-first/askfirst/internal/screening"
)

const carriedRules = "rules:\n  - {id: rule, when: {feeding: all-milk}, talk-to: prescriber, urgency: now, possible-urgency: today, interrupt: true, reason: R, first: Call.}\n"

func TestWhatIsStillThereKeepsItsAnswer(t *testing.T) {
	for _, c := range []struct{ name, old, new, said, kept, dropped string }{
		{"nothing changes", "", "", "feeding: all-milk; feelings: sad wired; medicines: sertraline/stopped unlisted/taking", "feeding: all-milk; feelings: sad wired; medicines: sertraline/stopped unlisted/taking", ""},
		{"an answer is renamed", "id: some-milk", "id: a-little", "feeding: some-milk", "", "feeding: some-milk"},
		{"another one is", "id: some-milk", "id: a-little", "feeding: all-milk", "feeding: all-milk", ""},
		{"answers change places", "{id: all-milk, label: A}, {id: some-milk, label: B}", "{id: some-milk, label: B}, {id: all-milk, label: A}", "feeding: all-milk", "feeding: all-milk", ""},
		{"one of several is gone", "{id: sad, label: A}, ", "", "feelings: sad wired", "feelings: wired", "feelings: sad"},
		{"all of several are gone", "{id: sad, label: A}, ", "", "feelings: sad", "", "feelings: sad"},
		{"one stands alone now", "{id: sad, label: A}", "{id: sad, label: A, exclusive: true}", "feelings: sad wired", "", "feelings: sad wired"},
		{"a question is renamed", "id: newborn", "id: baby", "newborn: yes; feeding: not-sure", "feeding: not-sure", "newborn: yes"},
		{"many becomes one", "choose: many", "choose: one", "feelings: sad wired", "", "feelings: sad wired"},
		{"what was left open stays so", "id: some-milk", "id: a-little", "feeding: prefer-not-to-say", "feeding: prefer-not-to-say", ""},
		{"a state is gone", ", {id: stopped, label: B}", "", "medicines: sertraline/stopped lithium/not-sure", "medicines: lithium/not-sure", "medicines: sertraline/stopped"},
		{"nothing taken is not everything gone", ", {id: stopped, label: B}", "", "medicines: none", "medicines: none", ""},
		{"and the other way round", ", {id: stopped, label: B}", "", "medicines: lithium/stopped", "", "medicines: lithium/stopped"},
		{"states are new", ", states: [{id: taking, label: A}, {id: stopped, label: B}]", "", "medicines: lithium", "medicines: lithium/not-sure", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			old, new := questions, strings.Replace(questions, c.old, c.new, 1)
			new = strings.ReplaceAll(new, ", exclusive: true}]", "}]") // at most one stands alone
			if c.name == "many becomes one" {
				new = strings.Replace(new, ", exclusive: true", "", 1)
			}
			if c.name == "states are new" {
				old, new = new, old
			}
			was := said(t, screening.Start(read(t, old+carriedRules)), c.said)
			is, dropped := was.Carry(read(t, new+carriedRules))
			want := said(t, screening.Start(is.Questionnaire()), c.kept)
			for _, q := range is.Questionnaire().Questions {
				if !is.Reply(q).Equal(want.Reply(q)) {
					t.Errorf("%s: %v, want %v", q.ID, is.Reply(q), want.Reply(q))
				}
			}
			wantDropped := said(t, screening.Start(was.Questionnaire()), c.dropped)
			if c.dropped == "" != (len(dropped) == 0) {
				t.Fatalf("dropped: %v", dropped)
			}
			for _, d := range dropped {
				if !d.Reply.Equal(wantDropped.Reply(d.Question)) {
					t.Errorf("dropped of %s: %v", d.Question.ID, d.Reply)
				}
			}
		})
	}
}

func TestAnInterruptThatWasShownIsNotShownAgainAfterASave(t *testing.T) {
	s := said(t, screening.Start(read(t, questions+carriedRules)), "feeding: all-milk")
	s = s.Seen(s.Next().Interrupt).Enough()
	s, _ = s.Carry(read(t, questions+carriedRules))
	if step := s.Next(); !step.Done() {
		t.Errorf("comes again: %v", step)
	}
	s, _ = s.Carry(read(t, questions+strings.Replace(carriedRules, "id: rule", "id: other", 1)))
	if len(s.Next().Interrupt) != 1 {
		t.Error("a rule of another id counts as shown")
	}
}

// Whatever becomes of a questionnaire, each reply of hers is kept, dropped or
// divided, and what is kept can be said.
func TestCarryingNeitherInventsNorLoses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		was := someSaid(t, questionnairetest.Draw(t, questionnairetest.Shape{Plan: true}))
		is, dropped := was.Carry(questionnairetest.Draw(t, questionnairetest.Shape{Plan: true}))
		lost := map[*questionnaire.Question]questionnaire.Reply{}
		for _, d := range dropped {
			lost[d.Question] = d.Reply
		}
		for _, old := range was.Questionnaire().Questions {
			said := things(was.Questionnaire(), old, was.Reply(old))
			var after []string
			if new := is.Questionnaire().Question(old.ID); new != nil {
				after = things(is.Questionnaire(), new, is.Reply(new))
			}
			after = append(after, things(was.Questionnaire(), old, lost[old])...)
			if !slices.Equal(slices.Sorted(slices.Values(said)), slices.Sorted(slices.Values(after))) {
				t.Fatalf("%s: said %v, kept and dropped %v", old.ID, said, after)
			}
		}
		for _, new := range is.Questionnaire().Questions {
			reply := is.Reply(new)
			if was.Questionnaire().Question(new.ID) == nil && reply.Kind != questionnaire.NoReply {
				t.Fatalf("%s was never asked and has a reply", new.ID)
			}
			var ids []string
			for _, a := range reply.Answers {
				ids = append(ids, new.Answers[a].ID)
			}
			if reply.RestUnsure && len(reply.Taken) == 0 {
				ids = append(ids, questionnaire.NotSure)
			}
			if len(ids) > 0 {
				if again, err := new.Reply(ids...); err != nil || !again.Equal(reply) {
					t.Fatalf("%s: %v cannot be said: %v", new.ID, ids, err)
				}
			}
		}
	})
}

// things are what a reply says, by id, without the states of medicines, which a
// new questionnaire may ask or not.
func things(q *questionnaire.Questionnaire, question *questionnaire.Question, r questionnaire.Reply) []string {
	var all []string
	for _, a := range r.Answers {
		all = append(all, question.Answers[a].ID)
	}
	for _, t := range r.Taken {
		if t.Medicine == questionnaire.UnlistedMedicine {
			all = append(all, questionnaire.Unlisted)
		} else {
			all = append(all, q.Formulary.Medicines[t.Medicine].Generic)
		}
	}
	if len(all) == 0 && r.Kind != questionnaire.NoReply {
		all = []string{fmt.Sprint(r.Kind)}
	}
	return all
}

// What fires is what the outcome rests on, and a rule that no longer waits
// cannot fall silent, however the rest is answered.
func TestWhatFiresIsWhatTheOutcomeRestsOn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := questionnairetest.Draw(t, questionnairetest.Shape{Plan: true})
		s := someSaid(t, q)
		fires := s.Fires()
		var settled []*questionnaire.Rule
		for _, f := range fires {
			want := screening.Unknown
			if f.Certain {
				want = screening.Yes
			}
			if got := truthIn(s.Outcome(), f.Rule); got != want {
				t.Fatalf("%s fires as %v, and the outcome has %v", f.Rule.ID, want, got)
			}
			if !f.Waiting {
				settled = append(settled, f.Rule)
			}
		}
		for _, r := range q.Rules {
			listed := false
			for _, f := range fires {
				listed = listed || f.Rule == r
			}
			if !listed && truthIn(s.Outcome(), r) != screening.No {
				t.Fatalf("%s speaks and is not listed", r.ID)
			}
		}
		end := walk(t, s, nil)
		for _, r := range settled {
			if truthIn(end.Outcome(), r) == screening.No {
				t.Fatalf("%s did not wait, and fell silent", r.ID)
			}
		}
	})
}
