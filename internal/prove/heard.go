package prove

import (
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

// heardKinds are the nouns whose texts people are given because of their answers.
var heardKinds = []string{"rule", "question", "education", "clinician", "line"}

// toldBy is the text of a passage, if people are given it because of their answers.
func toldBy(q *questionnaire.Questionnaire, p questionnaire.Passage) (heard, bool) {
	switch p.Of.Kind {
	case "rule":
		return toldByRule(q.Rule(p.Of.ID), p), true
	case "question":
		return saidOf(q.Question(p.Of.ID), p)
	case "education":
		return offered(q.Text(p.Of.ID)), true
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
func toldByRule(r *questionnaire.Rule, p questionnaire.Passage) heard {
	switch p.Key {
	case "reason":
		return why(r, r.ReasonAt)
	case "first":
		return why(r, r.FirstAt)
	}
	text := strings.TrimSpace(strings.Replace(*p.Words, questionnaire.ReportBrace, "", 1))
	t := heard{
		to:    func(c *checking) lit { return c.anybody.truth(r.When).must },
		only:  [][]*questionnaire.Condition{{r.When}},
		hears: func(s screening.State) bool { return requests(s, text) },
		mend:  requestOnly,
	}
	if p.Key == "ask" {
		i := slices.IndexFunc(r.Ask, func(a questionnaire.Ask) bool { return a.At == p.At })
		t.to = func(c *checking) lit { return c.requests(r, i) }
		t.only = [][]*questionnaire.Condition{{r.When, r.Ask[i].When}}
	}
	return t
}

// why is what somebody reads of a reason.
func why(r *questionnaire.Rule, at questionnaire.Position) heard {
	return heard{
		at:    at,
		to:    func(c *checking) lit { return c.anybody.truth(r.When).must },
		only:  [][]*questionnaire.Condition{{r.When}},
		hears: func(s screening.State) bool { return certain(s, r) },
		mend:  speakOfTheWorld,
	}
}

// requests tells whether she can request this of somebody.
func requests(s screening.State, text string) bool {
	return slices.ContainsFunc(s.Plan(nil).Steps, func(step screening.Step) bool {
		words := step.Words()
		return slices.ContainsFunc(slices.Concat(words.Requests, words.MoreRequests), func(r screening.Request) bool { return r.Text == text })
	})
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

// offered tells whether she may be offered a text, and whether she must be: by a rule
// that names it, as far as it concerns her. The engine offers what may concern her.
func (p *person) offered(e *questionnaire.Education) span {
	rules := slices.DeleteFunc(slices.Clone(p.q.Rules), func(r *questionnaire.Rule) bool { return !slices.Contains(r.Learn, e) })
	concerns := p.truth(e.Concerns).may
	return span{p.f.and(p.any(rules, p.may), concerns), p.f.and(p.any(rules, p.must), concerns)}
}

// offered is a text to read, beside whatever reason it is for, certain or
// possible.
func offered(e *questionnaire.Education) heard {
	return heard{
		to:    func(c *checking) lit { return c.anybody.offered(e).may },
		hears: func(s screening.State) bool { return slices.Contains(s.Plan(nil).Learn(), e) },
		mend:  speakOfTheWorld, readOnly: true,
	}
}
