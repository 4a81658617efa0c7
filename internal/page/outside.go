package page

import (
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// Two short pages for outside of the program, of which nothing is stored: one to
// copy with a pen, and one to hold up. What they say fits one screen.

// How many facts stand there: what can be written down in a minute, and what
// somebody reads at a glance. All that a step has her ask stands there: it is what
// she comes for, and a page that lacks one of two questions reads as if there were
// one.
const (
	copiedFacts = 2
	shownFacts  = 2
)

// copied is the whole plan, short: whom, how soon, a number, the words.
func copied(w *wording.Words, v visit.Visit) *maker {
	plan := v.Plan()
	if len(plan.Steps) == 0 {
		return nil
	}
	m := newMaker(w, CopyPage, v.Questionnaire().Title)
	m.add(Title, w.Paper.Copy)
	for _, s := range plan.Steps {
		m.gap()
		line := m.soon(s.Clinician, s.Urgency)
		if l := ownLine(s, v.Region()); l != nil {
			line = wording.Fill(w.Paper.Reach, "step", line, "line", reached(w, l))
		}
		m.add(LineAbout, line)
		if words := sayings(w, few(s.Words(), copiedFacts)); len(words) > 0 {
			m.add(Quote, strings.Join(words, " "))
		}
	}
	m.backAlone()
	return m
}

// ownLine is the help line that a step itself is, or else the first that serves it;
// nil: there is none.
func ownLine(s screening.Step, region *questionnaire.Region) *questionnaire.HelpLine {
	lines := linesOf(s, region)
	if s.Clinician.Line != "" {
		lines = append(region.LinesOf(s.Clinician.Line), lines...)
	}
	if len(lines) == 0 {
		return nil
	}
	return lines[0]
}

// shown is what a clinician reads when she holds up the screen: her medicines in
// her words, where she is, what she asks. Where she first asks what must be
// reported, that comes first, and what she would tell after it does not stand
// there. nil: there is nothing to show.
func shown(w *wording.Words, v visit.Visit, s screening.Step) *maker {
	m := newMaker(w, ShowPage, s.Clinician.Name)
	m.add(Title, w.Paper.Show)
	m.gap()
	words := s.Words()
	words.Facts = slices.DeleteFunc(slices.Clone(words.Facts), func(f screening.Fact) bool {
		return words.ReportFirst || f.Question.TakesMedicines()
	})
	words = few(words, shownFacts)
	if words.ReportFirst {
		m.add(Loud, w.Card.Report)
	}
	m.add(Loud, told(w, v.Said().Medicines(), nil)...)
	m.add(Loud, told(w, words.Facts, nil)...)
	if asks := told(w, nil, words.Requests); len(asks) > 0 {
		m.gap()
		m.add(Text, w.Paper.Ask)
		m.add(Loud, asks...)
	}
	if len(m.Blocks) < 2 {
		return nil
	}
	m.backAlone()
	return m
}

// few are some words with only the first of their facts.
func few(words screening.Words, facts int) screening.Words {
	words.Facts = words.Facts[:min(len(words.Facts), facts)]
	return words
}
