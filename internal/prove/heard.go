package prove

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// heard is a text that people are given because of their answers.
type heard struct {
	questionnaire.Passage
	at questionnaire.Position // of the text itself, where that is not its noun's
	// to is true for whoever is given it.
	to func(*checking) lit
	// only are ways to be given it: of one of them all conditions are yes. None:
	// it is given in other ways too.
	only [][]*questionnaire.Condition
	// hears tells whether somebody is given it, by the screening.
	hears func(screening.State) bool
	// makes gives the person a reply that counts for the formula as hers does, and
	// with which she is given the text; nil: hers will do.
	makes func(*checking, *questionnaire.Person)
	mend  string
	// readOnly: it is about the world, such as a text of the education, and nobody
	// says it.
	readOnly bool
}

// toldIn are the texts of a questionnaire that people are given because of their
// answers, each with who they are.
func toldIn(q *questionnaire.Questionnaire) []heard {
	var all []heard
	for p := range q.Passages() {
		if *p.Words == "" || !p.Use.Translated { // a number or an address says nothing
			continue
		}
		if t, ok := toldBy(q, p); ok {
			t.Passage = p
			all = append(all, t)
		}
	}
	return all
}

func toldBy(q *questionnaire.Questionnaire, p questionnaire.Passage) (heard, bool) {
	switch p.Of.Kind {
	case "rule":
		return toldByRule(q.Rule(p.Of.ID), p)
	case "question":
		return saidOf(q.Question(p.Of.ID), p)
	case "education":
		return offered(q, q.Text(p.Of.ID)), true
	case "clinician":
		return toldOf(q, q.Clinician(p.Of.ID)), true
	case "line":
		return toldOfLine(q, p.Of.ID)
	}
	return heard{}, false
}

const (
	speakOfTheWorld = "speak of the world and not of her"
	requestOnly     = "write an ask with a when that makes it true, or request it without these words"
	sayTheAnswer    = "say only what the answer itself makes true"
)

// toldByRule is a text of a rule: its reason and what to do first, or something to
// request.
func toldByRule(r *questionnaire.Rule, p questionnaire.Passage) (heard, bool) {
	of := func(c *checking) lit { return c.anybody.truth(r.When).must }
	why := func(at questionnaire.Position) heard {
		return heard{at: at, to: of, only: [][]*questionnaire.Condition{{r.When}}, mend: speakOfTheWorld, hears: func(s screening.State) bool { return certain(s, r) }}
	}
	switch p.Key {
	case "reason":
		return why(r.ReasonAt), true
	case "first":
		return why(r.FirstAt), true
	}
	text := strings.TrimSpace(strings.ReplaceAll(*p.Words, questionnaire.ReportBrace, ""))
	t := heard{to: of, only: [][]*questionnaire.Condition{{r.When}}, mend: requestOnly, hears: func(s screening.State) bool {
		return slices.ContainsFunc(s.Plan(nil).Steps, func(step screening.Step) bool {
			words := step.Words()
			return slices.ContainsFunc(slices.Concat(words.Requests, words.MoreRequests), func(request screening.Request) bool { return request.Text == text })
		})
	}}
	if p.Key == "ask" {
		var i int
		if _, err := fmt.Sscanf(p.Field, "ask/%d", &i); err != nil {
			panic(err) // cannot be: the list of passages numbers them
		}
		t.to = func(c *checking) lit { return c.requests(r, i-1) }
		t.only = [][]*questionnaire.Condition{{r.When, r.Ask[i-1].When}}
	}
	return t, true
}

// certain tells whether a rule is a certain reason of one of her steps.
func certain(s screening.State, r *questionnaire.Rule) bool {
	return slices.ContainsFunc(s.Plan(nil).Steps, func(step screening.Step) bool {
		return slices.ContainsFunc(step.Reasons[:step.Certain], func(reason screening.Reason) bool { return reason.Rule == r })
	})
}

// requests is true for whom one of the variants of a rule's request is the one
// that counts.
func (c *checking) requests(r *questionnaire.Rule, variant int) lit {
	all := []lit{c.anybody.truth(r.When).must, c.anybody.truth(r.Ask[variant].When).must}
	for _, earlier := range r.Ask[:variant] {
		all = append(all, c.anybody.truth(earlier.When).must.not())
	}
	return c.f().and(all...)
}

// offered is a text to read, beside whatever reason it is for, certain or
// possible.
func offered(q *questionnaire.Questionnaire, e *questionnaire.Education) heard {
	return heard{
		to: func(c *checking) lit {
			var ways []lit
			for _, r := range q.Rules {
				if slices.Contains(r.Learn, e) {
					ways = append(ways, c.anybody.truth(r.When).may)
				}
			}
			return c.f().or(ways...)
		},
		hears: func(s screening.State) bool { return slices.Contains(s.Plan(nil).Learn(), e) },
		mend:  speakOfTheWorld, readOnly: true,
	}
}
