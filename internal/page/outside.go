package page

import (
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/wrap"
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

// What a screen of 80x24 has room for, beside the head and the foot.
const (
	screenRows    = 20
	screenColumns = 72
)

// copied is the whole plan, short: whom, how soon, a number, the words. Somebody
// who copies by hand should not have to scroll: where fewer facts make room for
// everything else on one screen, there are fewer; and where that is not enough, whose
// a number is goes too. So does how it answers her: the card of the step has that.
func copied(w *wording.Words, v visit.Visit) *maker {
	plan := v.Plan()
	if len(plan.Steps) == 0 {
		return nil
	}
	for _, reach := range []reaching{inHers, inHersShort, byHand} {
		for facts := copiedFacts; facts >= 0; facts-- {
			if m := copiedWith(w, v, plan, facts, reach, byHand); m.rows() <= screenRows {
				return m
			}
		}
	}
	if m := copiedWith(w, v, plan, 0, quickest, quickest); m.rows() <= screenRows {
		return m
	}
	return copiedWith(w, v, plan, copiedFacts, inHers, byHand) // it is more than a screen, whatever it says
}

// inHers is a line to copy with how it answers in her language, where that is not the
// first in which it does: what to press, or to say.
func inHers(w *wording.Words, l *questionnaire.HelpLine) string {
	said := byHand(w, l)
	if service(w, l) == "" || l.Call == "" && l.Text == "" {
		return said
	}
	return strings.TrimSuffix(sentence(said)+" "+strings.Join(Access(w, l), " "), ".")
}

// inHersShort has of that the first sentence, of a line that is answered in her language.
func inHersShort(w *wording.Words, l *questionnaire.HelpLine) string {
	said := byHand(w, l)
	if service(w, l) == "" || l.Note == "" || !slices.Contains(l.Languages, w.Language) || l.Call == "" && l.Text == "" {
		return said
	}
	return strings.TrimSuffix(sentence(said)+" "+firstSentence(l.Note), ".")
}

// byHand is how to reach a line, and whose it is. A long web address is not copied by
// hand: its name is found with any search.
func byHand(w *wording.Words, l *questionnaire.HelpLine) string {
	if l.Call == "" && l.Text == "" && len(l.URL) > screenColumns/2 {
		return l.Name
	}
	return reached(w, l)
}

// quickest is how to reach a line, without its name where a number does.
func quickest(w *wording.Words, l *questionnaire.HelpLine) string {
	if l.Call == "" && l.Text == "" {
		return byHand(w, l)
	}
	return Contacts(w, l)[0]
}

// reaching tells a line on the page to copy.
type reaching func(*wording.Words, *questionnaire.HelpLine) string

// copiedWith is that page with at most so many facts of each step. A line that stands
// there again is told shorter.
func copiedWith(w *wording.Words, v visit.Visit, plan screening.Plan, facts int, reach, again reaching) *maker {
	m := newMaker(w, CopyPage, v.Questionnaire().Title)
	m.add(Title, w.Paper.Copy)
	var told []*questionnaire.HelpLine
	for _, s := range plan.Steps {
		m.gap()
		line := m.soon(s.Clinician, s.Urgency)
		if l := ownLine(s, v.Region()); l != nil {
			to := reach
			if slices.Contains(told, l) {
				to = again
			}
			told = append(told, l)
			line = wording.Fill(w.Paper.Reach, "step", line, "line", to(w, l))
		}
		m.add(LineAbout, line)
		if words := sayings(w, few(s.Words(), facts)); len(words) > 0 {
			m.add(Quote, strings.Join(words, " "))
		}
	}
	m.backAlone()
	return m
}

// rows is how many rows the page takes on a screen of 80x24.
func (m *maker) rows() int {
	rows := 0
	for _, b := range m.Blocks {
		lead := ""
		if b.Manner == Quote { // set in, and in quotation marks
			lead = "    "
		}
		rows += len(wrap.Hang(lead, b.Text(), screenColumns))
		if b.Apart {
			rows++
		}
	}
	return rows
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
// there. nil: there is nothing to show, or nobody to see it, as at the other end of
// a help line.
func shown(w *wording.Words, v visit.Visit, s screening.Step) *maker {
	if s.Clinician.Line != "" {
		return nil
	}
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
