package tui

import (
	"strings"

	pages "github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/wording"
)

// outcomePage lists the conversations, the most urgent first, each with how
// soon, and the help lines that stand on every outcome.
//
// change is what the last changed answer did; nil when none was.
func outcomePage(w *wording.Words, title string, o screening.Outcome, change *screening.Change, region *questionnaire.Region) page {
	h := hintsIn(w)
	p := choicePage{
		place: title, w: w,
		lay: func(s *sheet) {
			s.text(look.title, w.Outcome.Heading)
			s.text(look.faint, w.Outcome.Intro)
			layChange(s, w, change)
		},
		menu:  newMenu(),
		hints: []hint{h.move, h.choose, h.back, h.lines, h.leave},
		tail: func(s *sheet) {
			layUrgent(s, w, region)
			s.gap()
			layLines(s, w, questionnaire.OtherLines(region))
			s.gap()
			s.text(look.faint, w.Outcome.NotSafe)
		},
	}
	for i, c := range o.Conversations {
		it := item{label: c.Clinician.Name}
		if !c.Certain {
			it.label += " (" + w.Outcome.Possible + ")"
		}
		if i == 0 || c.Urgency != o.Conversations[i-1].Urgency {
			it.heading = pages.Urgent(w, c.Urgency)
		}
		p.menu.items = append(p.menu.items, it)
		p.events = append(p.events, cardOpenedEvent{i})
	}
	add := func(label string, e event, apart bool) {
		p.menu.items = append(p.menu.items, item{label: label, apart: apart})
		p.events = append(p.events, e)
	}
	add(w.Outcome.Lines, linesOpenedEvent{}, true)
	if len(o.Learn()) > 0 {
		add(w.Outcome.Learn, listOpenedEvent{}, false)
	}
	add(w.Outcome.Change, checkOpenedEvent{}, false)
	add(w.Outcome.Finish, finishedEvent{}, false)
	if len(o.Conversations) > 0 {
		p.menu.focus = 0
	}
	return p
}

// layChange says what a changed answer changed, or that it changed nothing.
func layChange(s *sheet, w *wording.Words, change *screening.Change) {
	if change == nil {
		return
	}
	s.gap()
	if change.None() {
		s.text(look.notice, w.Change.None)
		return
	}
	s.text(look.heading, w.Change.Heading)
	for _, part := range []struct {
		text string
		who  []*questionnaire.Clinician
	}{{w.Change.Gained, change.Gained}, {w.Change.Sooner, change.Sooner}, {w.Change.Later, change.Later}, {w.Change.Lost, change.Lost}} {
		var names []string
		for _, who := range part.who {
			names = append(names, who.Name)
		}
		if len(names) > 0 {
			s.hang("- ", look.notice, wording.Fill(part.text, "who", strings.Join(names, "; ")), noItem)
		}
	}
}

// cardPage is one conversation, to read out or to hold up: what to say comes
// before everything that explains it.
func cardPage(w *wording.Words, f *questionnaire.Formulary, c screening.Conversation, region *questionnaire.Region) page {
	h := hintsIn(w)
	p := choicePage{
		place: w.Outcome.Heading, w: w,
		menu:    newMenu(),
		hints:   []hint{h.scroll, h.choose, h.back, h.lines, h.leave},
		reading: true,
	}
	p.lay = func(s *sheet) {
		s.text(look.title, c.Clinician.Name)
		s.text(look.notice, howSoon(w, c))
		if says := pages.Sayings(w, c); len(says) > 0 {
			s.gap()
			s.text(look.heading, w.Card.Say)
			for _, say := range says {
				s.hang("  ", look.quote, "“"+say+"”", noItem)
			}
		}
		layReasons(s, w, f, c)
		s.gap()
		s.text(look.heading, w.Card.Who)
		s.text(look.plain, c.Clinician.Who)
		if c.Clinician.IfNone != "" {
			s.gap()
			s.text(look.heading, w.Card.IfNone)
			s.text(look.plain, c.Clinician.IfNone)
		}
		s.gap()
		if lines := questionnaire.ConversationLines(c.Clinician, c.CertainRules(), region); len(lines) > 0 {
			s.text(look.heading, w.Card.Lines)
			layLines(s, w, lines)
			s.gap()
		}
		layUrgent(s, w, region)
		if len(c.Learn()) > 0 {
			s.gap()
			s.text(look.heading, w.Card.Learn)
		}
	}
	for _, e := range c.Learn() {
		p.menu.items = append(p.menu.items, item{label: e.Title})
		p.events = append(p.events, textOpenedEvent{e})
	}
	p.menu.items = append(p.menu.items, item{label: w.Education.Back, apart: true})
	p.events = append(p.events, wentBackEvent{})
	return p
}

// layUrgent says what to do when it gets worse, and nothing comes between that
// and the lines for it.
func layUrgent(s *sheet, w *wording.Words, region *questionnaire.Region) {
	s.text(look.strong, w.Outcome.Worse)
	layLines(s, w, questionnaire.UrgentLines(region))
}

func howSoon(w *wording.Words, c screening.Conversation) string {
	soon := pages.Urgent(w, c.Urgency)
	if !c.Certain {
		soon += ". " + w.Card.Possible
	}
	return soon + "."
}

// layReasons says why: certain reasons with the answers that they rest on, then
// what she left open, softly and each question once.
func layReasons(s *sheet, w *wording.Words, f *questionnaire.Formulary, c screening.Conversation) {
	if c.Certain {
		s.gap()
		s.text(look.heading, w.Card.Because)
	}
	for _, why := range pages.Grounds(w, f, c) {
		lead := "- "
		if why.Reason != "" {
			s.hang(lead, look.plain, why.Reason, noItem)
			lead = "  "
		}
		for _, because := range why.Because {
			s.hang(lead, look.faint, because, noItem)
		}
	}
	unsure, declined := pages.LeftOpen(w, f, c)
	if !c.Certain && len(unsure)+len(declined) == 0 { // it rests on a private question, on a shared screen
		s.gap()
		s.text(look.plain, w.Kiosk.Private)
	}
	for _, open := range []struct {
		why   string
		about []string
	}{{w.Card.Unsure, unsure}, {w.Card.Declined, declined}} {
		if len(open.about) > 0 {
			s.gap()
			s.text(look.heading, open.why)
			for _, question := range open.about {
				s.hang("- ", look.plain, question, noItem)
			}
		}
	}
}
