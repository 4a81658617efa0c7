package visit

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/screening"
)

// Whoever goes back, errs, skips, stops, changes her mind and comes on arrives
// where she would have arrived straight on.
func TestEveryPersonArrivesByAnyWay(t *testing.T) {
	q := maternal(t)
	for i, s := range q.Scenarios {
		want := summary(scenario.Run(q, s).Outcome)
		for seed := range uint64(3) {
			p := wanderer{person: s.Person, rand: rand.New(rand.NewPCG(seed, uint64(i)))}
			v := p.wander(Begin(q, Options{Guess: "us"}))
			if got := summary(v.Said().Outcome()); got != want {
				t.Errorf("%s, seed %d: she arrives at\n%swant\n%s", s.ID, seed, got, want)
			}
			if _, ok := v.Where().(Result); !ok {
				t.Errorf("%s, seed %d: she stands at %s", s.ID, seed, name(v))
			}
		}
	}
}

func summary(o screening.Outcome) string {
	all := ""
	for _, c := range o.Conversations {
		all += fmt.Sprint(c.Clinician.ID, " ", c.Urgency, " ", c.Certain, ":")
		for _, r := range c.Reasons {
			all += fmt.Sprint(" ", r.Rule.ID, r.Certain)
		}
		all += "\n"
	}
	return all
}

// wanderer is somebody who takes her time.
type wanderer struct {
	person  questionnaire.Person
	rand    *rand.Rand
	detours int
}

// wander goes as far as a result that rests on her own answers.
func (p *wanderer) wander(v Visit) Visit {
	for range 2000 {
		if _, ok := v.Where().(Result); ok && p.wrong(v) == nil {
			return v
		}
		v = v.Did(p.does(v))
	}
	return v
}

// does is her next step: a detour now and then, for a while; otherwise straight on.
func (p *wanderer) does(v Visit) Event {
	if p.detours < 40 && p.rand.IntN(4) == 0 {
		p.detours++
		return p.detour(v)
	}
	switch at := v.Where().(type) {
	case Welcome:
		return Began{}
	case Consent:
		return Agreed{}
	case Placing:
		return Placed{"us"}
	case Settling:
		return Settled{}
	case Asked:
		return Replied{p.reply(at.Question)}
	case StoppedAt:
		return Resumed{}
	case Reviewing:
		switch wrong := p.wrong(v); {
		case at.Stopped:
			return Resumed{}
		case wrong != nil:
			return Reopened{wrong.ID}
		}
	case Result:
		return Reread{}
	}
	return WentOn{}
}

func (p *wanderer) detour(v Visit) Event {
	all := []Event{WentBack{}, WentBack{}, TookBack{}, HadEnough{}, Stopped{}, Reread{}, Resumed{}, WentOn{}}
	for _, q := range v.Said().Asked() {
		all = append(all, Reopened{q.ID})
	}
	if at, ok := v.Where().(Asked); ok {
		all = []Event{WentBack{}, WentBack{}, WentBack{}, TookBack{}, HadEnough{}, Passed{at.Question.Topic.ID}, p.mistake(at.Question), p.mistake(at.Question)}
	}
	return all[p.rand.IntN(len(all))]
}

func (p *wanderer) mistake(q *questionnaire.Question) Event {
	if n := len(q.Answers); n > 0 && p.rand.IntN(3) > 0 {
		return Replied{questionnaire.Reply{Kind: questionnaire.Definite, Answers: []int{p.rand.IntN(n)}}}
	}
	return Replied{questionnaire.Reply{Kind: questionnaire.Unsure}}
}

func (p *wanderer) reply(q *questionnaire.Question) questionnaire.Reply {
	if reply, ok := scenario.ReplyOf(p.person, q); ok {
		return reply
	}
	return questionnaire.Reply{Kind: questionnaire.Declined}
}

// wrong is a question that counts and has an answer that is not hers, or nil.
func (p *wanderer) wrong(v Visit) *questionnaire.Question {
	for _, q := range v.Said().Asked() {
		if said := v.Said().Reply(q); said.Kind != questionnaire.NoReply && !said.Equal(p.reply(q)) {
			return q
		}
	}
	return nil
}
