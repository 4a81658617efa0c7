package page

import (
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// linesBeside is how many help lines stand on the result: somebody who needs one
// should not have to choose among many.
const linesBeside = 3

// nextSteps is how many steps stand on the result after the first one, in a line
// each.
const nextSteps = 2

// result is one first step, whole; then as little as can be: the next two in a
// line each, and everything else one choice away. Who had enough sees less still.
func result(w *wording.Words, v visit.Visit, at visit.Result) Page {
	if hadEnough(v, at.Plan) {
		return inBrief(w, v, at)
	}
	return inFull(w, v, at).onTheWay()
}

func inFull(w *wording.Words, v visit.Visit, at visit.Result) *maker {
	m := newMaker(w, ResultPage, v.Questionnaire().Title)
	plan := at.Plan
	m.add(Title, w.Outcome.Heading)
	m.gap()
	var beside []*questionnaire.HelpLine
	switch {
	case len(plan.Steps) > 0:
		beside = m.first(plan.Steps[0], v.Region())
	case !plan.Open.None():
		m.add(Act, m.soon(plan.Open.With, plan.Open.Urgency))
		m.say([]string{w.Card.SayPossible})
	}
	m.changed(at.Change)
	m.after(v, plan, beside)
	return m
}

// hadEnough reports whether her result is three lines: she ended the questions, and
// nothing that she said is grave. Who may be in danger has all of it before her.
func hadEnough(v visit.Visit, plan screening.Plan) bool {
	return v.Said().Stopped() && len(plan.Steps) > 0 && plan.Steps[0].Urgency != questionnaire.Now &&
		!slices.ContainsFunc(v.Said().Fires(), func(f screening.Fire) bool {
			return f.Certain && (f.Rule.Weight != questionnaire.Usual || f.Rule.Interrupt || f.Rule.Urgency == questionnaire.Now)
		})
}

// inBrief is the result for who had enough: whom and how soon, one number, the words.
// All else is one choice away, and Enter is that choice.
func inBrief(w *wording.Words, v visit.Visit, at visit.Result) Page {
	m := newMaker(w, ResultPage, v.Questionnaire().Title)
	first := at.Plan.Steps[0]
	m.add(Title, w.Outcome.Heading)
	m.gap()
	m.add(Act, m.soon(first.Clinician, first.Urgency))
	beside := InHerLanguage(w, besideFirst(first, v.Region()))
	beside = beside[:min(1, len(beside))]
	m.linesOfStep(beside, first.Urgency, v.Region())
	m.say([]string{strings.Join(sayings(w, first.Words()), " ")})
	return m.few(v, at.Plan, beside, at.Change)
}

// few is what there is after that.
func (m *maker) few(v visit.Visit, plan screening.Plan, beside []*questionnaire.HelpLine, change *screening.Change) Page {
	m.choose(&Choice{Label: m.w.Count(m.w.Outcome.Everything, len(plan.Steps)), Opens: Everything{}})
	m.Alone = &Choice{Opens: Everything{}}
	m.changed(change)
	m.ends(v, beside)
	return m.onTheWay()
}

// everything is the whole result, for whom it is three lines.
func everything(w *wording.Words, v visit.Visit) (Page, bool) {
	at, there := v.Where().(visit.Result)
	if !there || !hadEnough(v, at.Plan) {
		return Page{}, false
	}
	at.Change = nil // that was said
	m := inFull(w, v, at)
	m.gap()
	m.choose(&Choice{Label: w.Education.Back, Closes: true})
	m.closes()
	return m.everywhere(), true
}

// Afterwards is the result for somebody who heard its first step a while ago: whom
// to talk to first, in a line, then the choices of the result under their numbers.
// What to do when it gets worse names every line there: she no longer has before her
// those that stood with the first step.
func Afterwards(w *wording.Words, v visit.Visit) Page {
	w = Hers(w, v.Said())
	plan := v.Plan()
	m := newMaker(w, ResultPage, v.Questionnaire().Title)
	m.add(Title, w.Outcome.Heading)
	m.gap()
	if len(plan.Steps) > 0 {
		first := plan.Steps[0]
		m.add(Act, m.soon(first.Clinician, first.Urgency))
		if hadEnough(v, plan) {
			return m.few(v, plan, nil, nil)
		}
		m.whole(first)
	}
	m.after(v, plan, nil)
	return m.onTheWay()
}

// after is the result after its first step; beside are the lines that stand with
// that.
func (m *maker) after(v visit.Visit, plan screening.Plan, beside []*questionnaire.HelpLine) {
	w := m.w
	m.next(plan)
	m.leftOpen(v, plan)
	m.toRead(plan)
	m.gap()
	if len(plan.Steps) > 0 {
		m.choose(&Choice{Label: w.Outcome.Copy, Opens: Copying{}})
	}
	for _, s := range plan.Steps {
		if shown(w, v, s) != nil { // the first who can see it
			m.choose(&Choice{Label: w.Outcome.Show, Opens: Showing{s.Clinician.ID}})
			break
		}
	}
	m.ends(v, beside)
}

// ends is the end of a result: the ways on from it, and what to do when it gets worse.
func (m *maker) ends(v visit.Visit, beside []*questionnaire.HelpLine) {
	w := m.w
	m.choose(&Choice{Label: w.Outcome.Lines, Opens: Lines{}})
	m.choose(&Choice{Label: w.Outcome.Change, Means: visit.Reread{}})
	m.finishes(v)
	m.gap()
	m.ifWorse(v.Region(), beside)
	m.gap()
	m.add(Note, w.Outcome.NotSafe)
	m.Reading = true
}

// finishes offers to leave nothing, and to leave one line. The last of the two, which End
// leads to, leaves nothing; where others see the screen no line is offered.
func (m *maker) finishes(v visit.Visit) {
	if !v.Shared() {
		m.choose(&Choice{Label: m.w.Outcome.Keep, Means: visit.Left{Keeping: true}})
	}
	m.choose(&Choice{Label: m.w.Outcome.Finish, Means: visit.Left{}})
}

// first is the first step: whom, how soon, the number, the words, and a line of
// why. It returns the help lines that stand with it.
func (m *maker) first(s screening.Step, region *questionnaire.Region) []*questionnaire.HelpLine {
	m.add(Act, m.soon(s.Clinician, s.Urgency))
	beside := besideFirst(s, region)
	m.linesOfStep(beside, s.Urgency, region)
	m.say(sayings(m.w, s.Words()))
	m.gap()
	m.add(Text, firstSentence(ReasonOf(m.w, s.Reasons[0].Rule, region)))
	m.whole(s)
	return beside
}

// whole leads to all that there is about a step.
func (m *maker) whole(s screening.Step) {
	m.choose(&Choice{Label: m.w.Outcome.Whole, Opens: Card{s.Clinician.ID}})
}

// besideFirst are the lines that serve the first step, so few that those for when
// it gets worse have room as well.
func besideFirst(s screening.Step, region *questionnaire.Region) []*questionnaire.HelpLine {
	all, worse := linesOf(s, region), questionnaire.UrgentLines(region)
	for most := linesBeside; most > 1; most-- {
		beside := questionnaire.FirstLines(all, most)
		if len(beside)+len(without(worse, beside)) <= linesBeside {
			return beside
		}
	}
	return questionnaire.FirstLines(all, 1)
}

// next are the steps after the first one.
func (m *maker) next(plan screening.Plan) {
	if len(plan.Steps) < 2 {
		return
	}
	rest := plan.Steps[1:]
	for i, s := range rest[:min(len(rest), nextSteps)] {
		c := &Choice{Label: m.soon(s.Clinician, s.Urgency), Opens: Card{s.Clinician.ID}}
		if i == 0 {
			m.headed(m.w.Outcome.Then, c)
		} else {
			m.beneath(c)
		}
	}
	if also := len(rest) - nextSteps; also > 0 {
		m.beneath(&Choice{Label: m.w.Count(m.w.Outcome.Also, also), Opens: Also{}})
	}
}

// also lists the steps that do not stand on the result.
func also(w *wording.Words, v visit.Visit) (Page, bool) {
	plan := v.Plan()
	if len(plan.Steps) <= 1+nextSteps {
		return Page{}, false
	}
	m := newMaker(w, AlsoPage, v.Questionnaire().Title)
	m.add(Title, w.Outcome.Others)
	for _, s := range plan.Steps[1+nextSteps:] {
		m.choose(&Choice{Label: m.soon(s.Clinician, s.Urgency), Opens: Card{s.Clinician.ID}})
	}
	m.Begin = 0
	m.gap()
	m.choose(&Choice{Label: w.Education.Back, Closes: true})
	m.closes()
	return m.everywhere(), true
}

// toRead offers the texts of the first step, as many as the questionnaire allows,
// and all others in one list.
func (m *maker) toRead(plan screening.Plan) {
	all := plan.Learn()
	if len(all) == 0 {
		return
	}
	var offered []*questionnaire.Education
	if len(plan.Steps) > 0 {
		offered, _ = plan.Steps[0].Learn()
	}
	label := m.w.Outcome.More
	m.titlesOf(m.w.Outcome.Learn, offered)
	if len(offered) == 0 {
		m.gap()
		label = m.w.Outcome.Learn
	}
	if len(offered) < len(all) {
		m.choose(&Choice{Label: label, Opens: Texts{}})
	}
}

// changed adds what a changed answer changed, beneath whom to talk to first.
func (m *maker) changed(change *screening.Change) {
	if said := Changed(m.w, change); said != nil {
		m.Blocks = append(m.Blocks, said...)
		m.gap()
	}
}

// Changed says what a changed answer changed, or that whom to talk to is as it was.
func Changed(w *wording.Words, change *screening.Change) []Block {
	if change == nil {
		return nil
	}
	m := &maker{w: w, apart: true}
	if change.None() {
		m.add(Notice, w.Change.None)
		return m.Blocks
	}
	m.add(Heading, w.Change.Heading)
	for _, part := range []struct {
		text string
		who  []*questionnaire.Clinician
	}{{w.Change.Gained, change.Gained}, {w.Change.Sooner, change.Sooner}, {w.Change.Later, change.Later}, {w.Change.Lost, change.Lost}, {w.Change.Words, change.Words}} {
		var names []string
		for _, who := range part.who {
			names = append(names, within(who.Name))
		}
		if len(names) > 0 {
			m.add(NoticeItem, wording.Fill(part.text, "who", strings.Join(names, "; ")))
		}
	}
	return m.Blocks
}

// ifWorse says what to do when it gets worse, and nothing comes between that and
// the lines for it. Those that stand on the page already are not said twice; where the
// emergency line is one of them, only its number is, because what is left would be a crisis
// line for a body in danger.
func (m *maker) ifWorse(region *questionnaire.Region, told []*questionnaire.HelpLine) {
	all := questionnaire.UrgentLines(region)
	switch lines := without(all, told); {
	case len(lines) == 0:
	case lines[0] != all[0]:
		m.add(Act, FirstAct(m.w, m.w.Outcome.WorseCall, region))
	case len(lines) == 1:
		m.add(Strong, m.w.Outcome.WorseOne)
		m.lines(lines)
	default:
		m.add(Strong, m.w.Outcome.Worse)
		m.lines(lines)
	}
}
