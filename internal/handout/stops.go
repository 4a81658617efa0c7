package handout

import (
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Paper cannot interrupt, so it tells its reader where to stop: right behind the
// earliest question whose answer can make an interrupt certain, once for each way
// in which it can. Behind the last question that a rule names she would read the
// number to call when she has read everything else.
//
// A rule that holds where one of several answers was given has several boxes; one
// that needs several answers has its box behind the last of them.

// stop is an interrupt that may have become certain with one question.
type stop struct {
	rule *questionnaire.Rule
	when statement
}

// stopsAt are the interrupts that the answer to a question may have made certain;
// those of nil are certain for everybody, before the first question.
func (p *paper) stopsAt(question *questionnaire.Question) []stop {
	var all []stop
	for _, rule := range p.Questionnaire.Rules {
		if !rule.Interrupt {
			continue
		}
		c := certainty{p.no, -1}
		if question != nil {
			c.at = question.Index
		}
		if when := c.fresh(mustBe(rule.When)).simpler(); !when.never() {
			all = append(all, stop{rule, when})
		}
	}
	return all
}

// certainty tells what is certain once the questions up to one are answered.
type certainty struct {
	no numbers
	at int // the place of that question; -1: before the first
}

var (
	always = statement{all: true}
	never  = statement{}
)

func (s statement) always() bool { return s.leaf == nil && s.all && len(s.parts) == 0 }
func (s statement) never() bool  { return s.leaf == nil && !s.all && len(s.parts) == 0 }

// so is what is left of a statement that must be certain by now. What a later
// question asks is not, unless it is certain that it is not asked at all.
func (c certainty) so(s statement) statement {
	if s.leaf != nil {
		if c.no[s.leaf.question] > 0 && s.leaf.question.Index <= c.at {
			return s
		}
		return c.so(unanswered(s.leaf, c.no[s.leaf.question] == 0))
	}
	return join(s.all, s.parts, c.so)
}

// unanswered is what a statement comes to while its question is not answered:
// not yet, or because it does not stand on the paper and so counts as "prefer
// not to say".
func unanswered(p *picked, leftOut bool) statement {
	asked := mayBe(p.question.AskWhen)
	switch {
	case p.none && leftOut && p.declined:
		return always
	case p.none:
		return asked.opposite()
	case leftOut && p.declined:
		return asked
	}
	return never
}

// fresh are the ways in which a statement becomes certain with this question, and
// was not before it.
func (c certainty) fresh(s statement) statement {
	if s.leaf != nil {
		of := s.leaf.question
		switch {
		case c.no[of] == 0 || of.Index > c.at:
			return c.fresh(unanswered(s.leaf, c.no[of] == 0))
		case of.Index == c.at:
			return s
		}
		return never
	}
	if !s.all {
		return join(false, s.parts, c.fresh)
	}
	if len(s.parts) == 0 && c.at < 0 {
		return always
	}
	changed, last := 0, 0
	for i, part := range s.parts {
		if !c.fresh(part).never() {
			changed, last = changed+1, i
		}
	}
	switch changed {
	case 0:
		return never
	case 1: // the others were certain earlier, or not at all
		parts := make([]statement, len(s.parts))
		for i, part := range s.parts {
			if parts[i] = c.so(part); i == last {
				parts[i] = c.fresh(part)
			}
		}
		return join(true, parts, func(s statement) statement { return s })
	}
	return c.so(s)
}

// join joins parts, each as it is seen now.
func join(all bool, parts []statement, seen func(statement) statement) statement {
	joined := statement{all: all}
	for _, part := range parts {
		switch now := seen(part); {
		case now.always():
			if !all {
				return always
			}
		case now.never():
			if all {
				return never
			}
		default:
			joined.add(now)
		}
	}
	return joined.single()
}
