package page

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// How much she is given to say there: no more than somebody can say in a hurry.
const dangerFacts, dangerRequests = 2, 1

// danger says what to do first, then whom to call, then what to say, then why;
// the way back into the questions comes last. Nothing stands before the action
// and the number.
func danger(w *wording.Words, v visit.Visit, at visit.Danger) Page {
	m := newMaker(w, DangerPage, w.Interrupt.Heading)
	rules := questionnaire.GravestFirst(at.Rules)
	m.dangers(gravest(rules), rules, v.Region(), sayings(w, hurried(v.Said().WordsFor(rules))))
	m.gap()
	if !slices.ContainsFunc(slices.Concat(at.Rules, certain(v)), questionnaire.OfViolence) {
		m.add(Note, w.Interrupt.Show)
	}
	m.add(Note, w.Interrupt.SendHelp)
	m.choose(&Choice{Label: w.Interrupt.GoOn, Means: visit.WentOn{}})
	m.choose(&Choice{Label: w.Interrupt.Stop, Means: visit.Stopped{}})
	m.way(Enough, &Choice{Means: visit.Stopped{}})
	m.Reading = true
	return m.onTheWay()
}

// gravest are those rules that are as urgent as the most urgent of them. Whoever
// reads "call an ambulance now" is not to read "call a doctor today" after it, and
// choose.
func gravest(rules []*questionnaire.Rule) []*questionnaire.Rule {
	most := questionnaire.NextVisit
	for _, r := range rules {
		most = max(most, r.Urgency)
	}
	return slices.DeleteFunc(slices.Clone(rules), func(r *questionnaire.Rule) bool { return r.Urgency < most })
}

// hurried are those words that somebody can say in a hurry.
func hurried(words screening.Words) screening.Words {
	words.Requests = words.Requests[:min(len(words.Requests), dangerRequests)]
	return words.Few(dangerFacts)
}

// certain are the rules that hold for her by now.
func certain(v visit.Visit) []*questionnaire.Rule {
	var rules []*questionnaire.Rule
	for _, f := range v.Said().Fires() {
		if f.Certain {
			rules = append(rules, f.Rule)
		}
	}
	return rules
}

// dangers says what to do first, then whom to call, what to say, and why; each
// once. What to do and why are of the rules that act, the numbers of all.
func (m *maker) dangers(acting, all []*questionnaire.Rule, region *questionnaire.Region, words []string) {
	var said []string
	once := func(text string) bool {
		if text == "" || slices.Contains(said, text) {
			return false
		}
		said = append(said, text)
		return true
	}
	for _, r := range acting {
		if act := FirstAct(m.w, r.First, region); once(act) {
			m.add(Act, act)
		}
	}
	m.gap()
	m.urgentLines(all, region)
	m.gap()
	if len(words) > 0 {
		m.add(Text, m.w.Interrupt.Say)
		m.add(Quote, words...)
	}
	m.gap()
	for _, r := range acting {
		if why := ReasonOf(m.w, r, region); once(why) {
			m.add(Text, why)
		}
	}
}

// stoppedAt is where she stopped at an emergency page: the lines stay, and the
// conversations are one step away.
func stoppedAt(w *wording.Words, v visit.Visit, at visit.StoppedAt) Page {
	m := newMaker(w, StoppedPage, w.Outcome.Lines)
	m.add(Title, w.Interrupt.Help)
	m.gap()
	m.urgentLines(at.Rules, v.Region())
	m.gap()
	m.add(Text, w.Goodbye.Text)
	m.choose(&Choice{Label: w.Check.GoOn, Means: visit.WentOn{}})
	m.choose(&Choice{Label: w.Interrupt.GoOn, Means: visit.Resumed{}})
	m.finishes(v)
	m.Reading = true
	return m.onTheWay()
}

// paused follows a hard question. It asks for nothing and never moves on by
// itself.
func paused(w *wording.Words, v visit.Visit, at visit.Paused) Page {
	m := newMaker(w, PausePage, at.After.Topic.Title)
	m.Trail = trail(v, at.After.Topic)
	m.add(Title, w.Pause.Heading)
	m.gap()
	m.add(Text, at.After.After)
	m.add(Note, w.Pause.Rest)
	m.choose(&Choice{Label: w.Pause.GoOn, Means: visit.WentOn{}})
	m.choose(&Choice{Label: SentenceCase(w.Keys.Enough), Means: visit.HadEnough{}})
	m.choose(&Choice{Label: w.Outcome.Lines, Opens: Lines{}})
	m.Alone = &Choice{Means: visit.WentOn{}}
	m.way(Enough, &Choice{Means: visit.HadEnough{}})
	return m.onTheWay()
}

// lines adds help lines: how to reach each first, then its name, who is
// answered there, its limits, and when somebody answers where that is not always.
func (m *maker) lines(lines []*questionnaire.HelpLine) {
	for _, l := range InHerLanguage(m.w, lines) {
		m.contact(l)
		m.add(LineNote, Access(m.w, l)...)
		if l.MayBeShut() && l.Hours != "" {
			m.add(LineNote, sentence(wording.Fill(m.w.Line.Hours, "hours", l.Hours)))
		}
	}
}

// linesNow adds the lines of a step that cannot wait: of one that may be shut it says
// whom to call at other hours.
func (m *maker) linesNow(lines []*questionnaire.HelpLine, region *questionnaire.Region) {
	first := min(1, len(lines)) // the page may just have said to call it
	for _, l := range append(lines[:first:first], InHerLanguage(m.w, lines[first:])...) {
		m.contact(l)
		m.add(LineNote, Access(m.w, l)...)
		m.add(LineNote, shut(m.w, l, region)...)
	}
}

// linesOfStep adds the lines of a step.
func (m *maker) linesOfStep(lines []*questionnaire.HelpLine, urgency questionnaire.Urgency, region *questionnaire.Region) {
	if urgency == questionnaire.Now {
		m.linesNow(lines, region)
		return
	}
	m.lines(lines)
}

// urgentLines adds the lines of a danger. Of one that may be shut it says when it
// answers, and whom to call at other hours.
func (m *maker) urgentLines(rules []*questionnaire.Rule, region *questionnaire.Region) {
	lines := questionnaire.InterruptLines(rules, region)
	m.linesNow(lines, region)
	if l := questionnaire.UnlistedEmergency(lines, region); l != nil {
		m.add(Text, wording.Fill(m.w.Interrupt.Unlisted, "number", l.Call))
		m.add(LineNote, Access(m.w, l)...)
	}
}

// shut is when a line answers and whom to call when it does not, where it may be
// shut; a line of which nobody has written the hours down may be shut too.
func shut(w *wording.Words, l *questionnaire.HelpLine, region *questionnaire.Region) []string {
	number := meanwhile(l, region)
	if !l.MayBeShut() || number == "" {
		return nil
	}
	var said []string
	if l.Hours != "" {
		said = append(said, sentence(wording.Fill(w.Line.Hours, "hours", l.Hours)))
	}
	return append(said, sentence(wording.Fill(w.Line.Shut, "number", number)))
}

// meanwhile is the number to call while a line is shut. Where somebody listens, another
// listens at any hour, and the ambulance is not sent to who is sad at night.
func meanwhile(l *questionnaire.HelpLine, region *questionnaire.Region) string {
	if slices.Contains([]string{"maternal", "loss", "peer"}, l.Kind) {
		return questionnaire.NumberOf(region, "crisis")
	}
	return questionnaire.NumberOf(region, "emergency")
}

// contact adds how to reach a help line, and its name.
func (m *maker) contact(l *questionnaire.HelpLine) {
	m.add(Number, Contacts(m.w, l)...)
	m.add(LineName, nameOf(l))
}

// nameOf is a line's name, with the nation that it is for.
func nameOf(l *questionnaire.HelpLine) string {
	if l.Nation == "" {
		return l.Name
	}
	return l.Name + " (" + l.Nation + ")"
}
