package visit

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// Did is the visit after something that she did. It is total: what cannot
// happen where she stands leaves the visit as it is.
func (v Visit) Did(e Event) Visit {
	switch e := e.(type) {
	case WentBack:
		return v.back()
	case TookBack:
		return v.takenBack()
	case Left:
		if v.here.kind == farewell {
			return v
		}
		return v.counts(e).to(place{kind: farewell, at: v.here.at, keeping: e.Keeping && !v.Shared()})
	case Jumped:
		return v.jumped(e.To)
	case Prepared:
		return v.prepare(e.Reply)
	}
	switch v.here.kind {
	case welcome:
		if e == (Began{}) {
			return v.to(place{kind: consent, at: before})
		}
	case consent:
		return v.consented(e)
	case placing:
		if e, ok := e.(Placed); ok {
			n := v.leaving(nil)
			n.region = regionCalled(v.Questionnaire(), e.Region)
			if n.region != v.region {
				n.nation = -1
			}
			if n.asksNation() {
				n.here = place{kind: settling, at: v.here.at, mode: v.here.mode}
				return n
			}
			return n.placed(v.here.mode)
		}
	case settling:
		if e, ok := e.(Settled); ok {
			n := v.leaving(nil)
			n.nation = slices.Index(v.wholeRegion().Nations(), e.Nation)
			return n.placed(v.here.mode)
		}
	case asked:
		return v.atQuestion(e)
	case danger:
		return v.inDanger(e)
	case stopped, paused, reviewing, result:
		return v.rested(e)
	}
	return v
}

func (v Visit) consented(e Event) Visit {
	m := inOrder
	if e == (AgreedShort{}) && len(v.Short()) > 0 {
		m = short
	}
	switch {
	case e != (Agreed{}) && m != short:
		return v
	case v.asksRegion():
		return v.to(place{kind: placing, at: before, mode: m})
	case v.asksNation() && v.nation < 0:
		return v.to(place{kind: settling, at: before, mode: m})
	}
	return v.leaving(nil).onward(before, m, false)
}

// placed goes on once it is known where she is: to the first question, or to the
// review that she came from.
func (v Visit) placed(m mode) Visit {
	if m == changing {
		return v.reviews(m)
	}
	return v.onward(before, m, false)
}

func (v Visit) atQuestion(e Event) Visit {
	at, mode := v.here.at, v.here.mode
	question := v.Questionnaire().Questions[at]
	switch e := e.(type) {
	case Replied:
		if !sayable(v.Questionnaire(), question, e.Reply) {
			return v
		}
		n := v.counts(e).leaving(nil).without(at)
		n.said = n.kept.keep(v.said.Answer(question, e.Reply))
		return n.onward(at, mode, question.After != "" && mode != changing)
	case Passed:
		if question.Topic.ID != e.Topic {
			return v
		}
		return v.passed(question)
	case HadEnough:
		return v.enough(e)
	}
	return v
}

// passed goes on after the topic of the question.
func (v Visit) passed(question *questionnaire.Question) Visit {
	n := v.counts(Passed{question.Topic.ID}).leaving(nil).counting(func(q *questionnaire.Question) bool { return q.Topic == question.Topic })
	said := n.said.Skip(question.Topic)
	last := question.Index
	for _, q := range question.Topic.Questions {
		last = max(last, q.Index)
		if n.own(q).Kind != said.Resume().Reply(q).Kind {
			n.trail.put = append(n.trail.put, q.Index)
		}
	}
	n.said = n.kept.keep(said)
	return n.onward(last, v.here.mode, false)
}

func (v Visit) enough(e Event) Visit {
	n := v.counts(e).leaving(nil).counting(every)
	n.said = n.said.Enough()
	return n.onward(v.here.at, v.here.mode, false)
}

func (v Visit) inDanger(e Event) Visit {
	switch e.(type) {
	case WentOn:
		return v.leaving(nil).onward(v.here.at, v.here.mode, v.here.rest)
	case Stopped, HadEnough:
		there := v.here
		there.kind = stopped
		n := v.counts(e).to(there).counting(every)
		n.said = n.said.Enough()
		return n.interrupted()
	}
	return v
}

// rested is what she did at a place that asks nothing.
func (v Visit) rested(e Event) Visit {
	kind := v.here.kind
	switch e := e.(type) {
	case WentOn:
		return v.wentOn()
	case HadEnough:
		if kind == paused {
			return v.enough(e)
		}
	case Resumed:
		if (kind == stopped || kind == reviewing) && v.said.Stopped() {
			n := v.leaving(nil)
			n.said = v.said.Resume()
			if kind == stopped && v.here.mode == short && n.nextShort(v.here.at) != nil {
				return n.onward(v.here.at, short, false)
			}
			return n.onward(before, onlyOpen, false)
		}
	case Reread:
		if kind == stopped || kind == result {
			return v.to(place{kind: reviewing, at: v.here.at})
		}
	case Moved:
		switch {
		case kind != reviewing:
		case len(v.Questionnaire().Regions) >= 2:
			return v.goes(before).to(place{kind: placing, at: v.here.at, mode: changing})
		case v.asksNation():
			return v.goes(before).to(place{kind: settling, at: v.here.at, mode: changing})
		}
	case Reopened:
		q := v.Questionnaire().Question(e.Question)
		if kind == reviewing && q != nil && v.isAsked(q.Index) {
			return v.goes(q.Index).to(place{kind: asked, at: q.Index, mode: changing})
		}
	}
	return v
}

// goes remembers what she goes to from the review, to find the place again and to be told
// what became of it.
func (v Visit) goes(to int) Visit {
	v.here.went = &went{to: to, region: v.region, nation: v.nation, said: v.said}
	return v
}

// reviews stands at the review: where she left it, if it is a change that ends.
func (v Visit) reviews(m mode) Visit {
	v.here = place{kind: reviewing, at: len(v.Questionnaire().Questions)}
	for s := v.trail; m == changing && s != nil; s = s.below {
		if s.from.kind == reviewing {
			v.here.went = s.from.went
			break
		}
	}
	return v
}

func (v Visit) wentOn() Visit {
	v.here.went = nil // that is done with
	n := v.leaving(nil)
	switch {
	case v.here.kind == paused:
		return n.onward(v.here.at, v.here.mode, false)
	case v.here.kind == result:
		return v
	// Before the result comes what she has backed out of: an emergency page, or
	// a question.
	case len(n.due()) > 0, v.said.Next().Question != nil:
		return n.onward(before, onlyOpen, false)
	}
	n = n.counting(every)
	if len(n.due()) > 0 || n.said.Next().Question != nil {
		return n.onward(before, onlyOpen, false)
	}
	return n.concluded()
}

// concluded stands at the result.
func (v Visit) concluded() Visit {
	said := v.said
	v.here = place{kind: result, at: len(v.Questionnaire().Questions), since: v.shown}
	v.shown = &said
	return v
}

func (v Visit) jumped(to Where) Visit {
	if !v.o.Preview || v.here.kind == farewell {
		return v
	}
	there := v.here
	switch to := to.(type) {
	case Welcome:
		there = place{kind: welcome, at: before}
	case Reviewing:
		there = place{kind: reviewing, at: len(v.Questionnaire().Questions)}
	case Result:
		if v.here.kind != result {
			return v.leaving(nil).concluded()
		}
	case Asked:
		if to.Question == nil {
			return v
		}
		if q := v.Questionnaire().Question(to.Question.ID); q != nil && !(v.o.Shared && q.Private) {
			there = place{kind: asked, at: q.Index}
		}
	}
	if there.kind == v.here.kind && there.at == v.here.at { // she is there
		return v
	}
	return v.to(there)
}

// onward stands at what comes after question at: an emergency page, the pause
// after it, a question, the review, or in the short way the result.
func (v Visit) onward(at int, m mode, rest bool) Visit {
	if rules := v.due(); len(rules) > 0 {
		return v.warned(rules, place{kind: danger, at: at, mode: m, rest: rest})
	}
	if v.said.Stopped() && m != short {
		m = max(m, onlyOpen)
	}
	switch next := v.next(at, m); {
	case rest:
		v.here = place{kind: paused, at: at, mode: m}
	case next != nil:
		v.here = place{kind: asked, at: next.Index, mode: m}
	case m == short:
		return v.shortened(at)
	default:
		return v.reviews(m)
	}
	return v
}

// shortened ends the short way. What she was not asked counts as it does when she has
// had enough, and there is nothing to go through before the result.
func (v Visit) shortened(at int) Visit {
	v = v.counting(every)
	v.said = v.said.Enough()
	if rules := v.due(); len(rules) > 0 {
		return v.warned(rules, place{kind: danger, at: at, mode: short})
	}
	return v.concluded()
}

// next is the question after this one. In order those that have an answer are
// shown again, and then what was passed over.
func (v Visit) next(at int, m mode) *questionnaire.Question {
	switch m {
	case short:
		return v.nextShort(at)
	case inOrder:
		for _, q := range v.said.Asked() {
			if q.Index > at {
				return q
			}
		}
	}
	return v.said.Next().Question
}

// nextShort is the same in the short way.
func (v Visit) nextShort(at int) *questionnaire.Question {
	if v.said.Stopped() {
		return nil
	}
	all := v.shortOf(v.said.Enough())
	for _, q := range all {
		if q.Index > at {
			return q
		}
	}
	for _, q := range all {
		if v.own(q).Kind == questionnaire.NoReply {
			return q
		}
	}
	return nil
}

// due are the rules whose page comes before anything else: those that have just
// become certain, and those that are so still though she left their page
// backwards.
func (v Visit) due() []*questionnaire.Rule {
	rules := v.said.Next().Interrupt
	for _, i := range v.again {
		if r := v.Questionnaire().Rules[i]; v.holds(r) && !slices.Contains(rules, r) {
			rules = append(rules, r)
		}
	}
	slices.SortStableFunc(rules, func(a, b *questionnaire.Rule) int { return int(b.Urgency) - int(a.Urgency) })
	return rules
}

// holds reports whether a rule is certain.
func (v Visit) holds(r *questionnaire.Rule) bool {
	return slices.ContainsFunc(v.said.Fires(), func(f screening.Fire) bool { return f.Rule == r && f.Certain })
}

// warned stands at the emergency page of these rules.
func (v Visit) warned(rules []*questionnaire.Rule, there place) Visit {
	for _, r := range rules {
		there.of = append(there.of, r.Index)
	}
	v.said, v.again, v.here = v.said.Seen(rules), nil, there
	return v
}

// interrupted is the visit, or the emergency page on the way to where it stands
// when one has become due.
func (v Visit) interrupted() Visit {
	rules := v.said.Next().Interrupt
	if len(rules) == 0 {
		return v
	}
	there := v.here
	there.kind = danger
	if v.here.kind == stopped {
		rules = append(v.rules(), rules...)
	}
	there.of = nil
	return v.warned(rules, there)
}

// sayable reports whether a reply is one that the question can be given.
func sayable(q *questionnaire.Questionnaire, question *questionnaire.Question, r questionnaire.Reply) bool {
	switch {
	case r.Open():
		return len(r.Answers)+len(r.Taken) == 0 && !r.RestUnsure
	case r.Kind != questionnaire.Definite:
		return false
	case question.TakesMedicines():
		for _, t := range r.Taken {
			if t.Medicine < questionnaire.UnlistedMedicine || t.Medicine >= len(q.Formulary.Medicines) || t.State < questionnaire.UnsureState {
				return false
			}
		}
		made, err := question.ReplyTaken(r.Taken...)
		if r.RestUnsure && err == nil {
			made, err = question.AndNotSure(made)
		}
		return err == nil && made.Equal(r)
	}
	var ids []string
	for _, a := range r.Answers {
		if a < 0 || a >= len(question.Answers) {
			return false
		}
		ids = append(ids, question.Answers[a].ID)
	}
	if r.RestUnsure {
		ids = append(ids, questionnaire.NotSure)
	}
	made, err := question.Reply(ids...)
	return err == nil && made.Equal(r)
}

// kept are all answers that a visit ever had.
type kept struct {
	states  []screening.State
	replies []questionnaire.Reply // that were prepared
}

func (k *kept) keep(s screening.State) screening.State {
	k.states = append(k.states, s)
	return s
}
