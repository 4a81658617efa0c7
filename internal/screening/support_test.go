package screening_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/questionnaire/questionnairetest"
	"github.com/ask-first/askfirst/internal/screening"
)

// read reads a topic's YAML among fixed clinicians and medicines.
func read(t testing.TB, topic string) *questionnaire.Questionnaire {
	t.Helper()
	files := fstest.MapFS{
		"questionnaire.yaml": {Data: []byte("questionnaire: tiny\ntitle: Tiny\nversion: 1.0.0\nlanguage: en\ntopics: [one]\nwelcome: Hello.\nconsent: Yes.\n")},
		"clinicians.yaml":    {Data: []byte("clinicians:\n  - {id: prescriber, name: A, who: A}\n  - {id: pharmacist, name: B, who: B}\n  - {id: crisis-line, name: C, who: C}\n")},
		"help-lines.yaml":    {Data: []byte("regions: []\n")},
		"medicines.yaml": {Data: []byte(`classes:
  - {id: ssri, name: A}
  - {id: mood, name: B, includes: [ssri]}
  - {id: heart-rhythm, name: C}
medicines:
  - {generic: sertraline, brands: [Zoloft], classes: [ssri]}
  - {generic: citalopram, classes: [ssri, heart-rhythm]}
  - {generic: lithium, classes: []}
`)},
		"one.yaml": {Data: []byte("topic: one\ntitle: One\n" + topic)},
	}
	q, findings, err := folder.Read(files, nil)
	if q == nil || err != nil {
		t.Fatalf("%v %v", err, findings)
	}
	return q
}

const questions = `questions:
  - {id: feeding, ask: A, why: B, choose: one, answers: [{id: all-milk, label: A}, {id: some-milk, label: B}, {id: none, label: C}]}
  - {id: feelings, ask: A, why: B, choose: many, answers: [{id: sad, label: A}, {id: wired, label: B}, {id: afraid, label: C}, {id: none, label: D, exclusive: true}]}
  - {id: medicines, ask: A, why: B, choose: medicines, states: [{id: taking, label: A}, {id: stopped, label: B}]}
  - {id: newborn, ask: A, why: B, choose: one, ask-when: {feeding: all-milk}, answers: [{id: "yes", label: A}, {id: "no", label: B}]}
`

// reply reads what somebody said: answers by id, or medicines by name, each
// with its state after a slash.
func reply(t testing.TB, q *questionnaire.Questionnaire, question, said string) questionnaire.Reply {
	t.Helper()
	asked := q.Question(question)
	words := strings.Fields(said)
	r, err := asked.Reply(words...)
	if err == nil || !asked.TakesMedicines() {
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	var taken []questionnaire.Taken
	for _, word := range words {
		name, state, _ := strings.Cut(word, "/")
		m := questionnaire.Taken{Medicine: questionnaire.UnlistedMedicine}
		if name != questionnaire.Unlisted {
			m.Medicine = q.Formulary.Called(name)[0].Index
		}
		if state != "" {
			// IndexFunc gives -1 for not-sure, which is UnsureState.
			m.State = slices.IndexFunc(asked.States, func(s *questionnaire.Answer) bool { return s.ID == state })
		}
		taken = append(taken, m)
	}
	if r, err = asked.ReplyTaken(taken...); err != nil {
		t.Fatal(err)
	}
	return r
}

// said is a screening with these answers, written "question: answers; …".
func said(t testing.TB, s screening.State, answers string) screening.State {
	t.Helper()
	for answer := range strings.SplitSeq(answers, ";") {
		if question, words, ok := strings.Cut(strings.TrimSpace(answer), ":"); ok {
			asked := s.Questionnaire().Question(question)
			s = s.Answer(asked, reply(t, s.Questionnaire(), question, words))
		}
	}
	return s
}

// truthOf is what a rule's condition comes to, read off the outcome: no reason,
// a possible one, or a certain one.
func truthOf(t testing.TB, when, answers string) screening.Truth {
	t.Helper()
	q := read(t, questions+"rules:\n  - {id: rule, when: "+when+", talk-to: prescriber, urgency: today, reason: R}\n")
	return truthIn(said(t, screening.Start(q), answers).Outcome(), q.Rules[0])
}

func truthIn(o screening.Outcome, rule *questionnaire.Rule) screening.Truth {
	for _, c := range o.Conversations {
		for _, r := range c.Reasons {
			if r.Rule == rule {
				if r.Certain {
					return screening.Yes
				}
				return screening.Unknown
			}
		}
	}
	return screening.No
}

// cases is a table of conditions, answers and what they come to.
type cases []struct {
	when, answers string
	want          screening.Truth
}

func (cs cases) check(t *testing.T) {
	t.Helper()
	for _, c := range cs {
		if got := truthOf(t, c.when, c.answers); got != c.want {
			t.Errorf("%s with %q is %v, want %v", c.when, c.answers, got, c.want)
		}
	}
}

// everythingSaid draws a reply to each question, asked or not.
func everythingSaid(t *rapid.T, q *questionnaire.Questionnaire) []questionnaire.Reply {
	var replies []questionnaire.Reply
	for _, question := range q.Questions {
		replies = append(replies, questionnairetest.DrawAnyReply(t, q, question))
	}
	return replies
}

func with(s screening.State, replies []questionnaire.Reply) screening.State {
	for i, r := range replies {
		s = s.Answer(s.Questionnaire().Questions[i], r)
	}
	return s
}

// someSaid draws a screening under way: some questions have a reply.
func someSaid(t *rapid.T, q *questionnaire.Questionnaire) screening.State {
	s := screening.Start(q)
	for _, question := range q.Questions {
		if rapid.Bool().Draw(t, "answered") {
			s = s.Answer(question, questionnairetest.DrawAnyReply(t, q, question))
		}
	}
	return s
}

// walk goes through what is left as a person would, and calls each with every
// state on the way and what comes next in it.
func walk(t *rapid.T, s screening.State, each func(screening.State, screening.Coming)) screening.State {
	for range 1000 {
		step := s.Next()
		if each != nil {
			each(s, step)
		}
		switch {
		case step.Done():
			return s
		case len(step.Interrupt) > 0:
			s = s.Seen(step.Interrupt)
		default:
			s = s.Answer(step.Question, questionnairetest.DrawAnyReply(t, s.Questionnaire(), step.Question))
		}
	}
	t.Fatal("the questions do not end")
	return s
}

// plain writes an outcome so that two can be compared and read.
func plain(o screening.Outcome) string {
	return plainOf(o, func(screening.Because) bool { return true })
}

// plainOf leaves out what the reasons rest on where it is not to be shown.
func plainOf(o screening.Outcome, show func(screening.Because) bool) string {
	var b strings.Builder
	for _, c := range o.Conversations {
		fmt.Fprintf(&b, "%s %v certain=%v\n", c.Clinician.ID, c.Urgency, c.Certain)
		for _, r := range c.Reasons {
			fmt.Fprintf(&b, "  %s certain=%v", r.Rule.ID, r.Certain)
			for _, x := range r.Because() {
				if show(x) {
					fmt.Fprintf(&b, " %s=%v", x.Question.ID, x.Reply)
				}
			}
			b.WriteByte('\n')
		}
	}
	return b.String()
}
