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
	shownFacts  = 2 // at the least
)

// copiedSteps are as many as always fit one screen.
const copiedSteps = 3

// What a screen of 80x24 has room for, beside the head and the foot.
const (
	screenRows    = 20
	screenColumns = 72
	glanceRows    = 12
)

// copied is the whole plan, short: whom, how soon, a number, the words. Somebody
// who copies by hand should not have to scroll over three steps: where that makes room,
// there are fewer facts, and how a line answers her and whose it is stay on its card. The
// last fact of a step goes last of all, and those of the first step after the others': a
// question alone, read out, has no beginning.
func copied(w *wording.Words, v visit.Visit) *maker {
	plan := v.Plan()
	if len(plan.Steps) == 0 {
		return nil
	}
	for _, to := range []struct{ reach, again reaching }{{inHers, byHand}, {inHersShort, byHand}, {byHand, byHand}, {quickest, quickest}} {
		for facts := copiedFacts; facts > 0; facts-- {
			if m := copiedWith(w, v, plan, facts, len(plan.Steps), to.reach, to.again); m.rows() <= screenRows {
				return m
			}
		}
	}
	for steps := len(plan.Steps) - 1; steps >= 0 && len(plan.Steps) <= copiedSteps; steps-- {
		if m := copiedWith(w, v, plan, 1, steps, quickest, quickest); m.rows() <= screenRows {
			return m
		}
	}
	return copiedWith(w, v, plan, copiedFacts, len(plan.Steps), inHersShort, byHand) // it is more than a screen, whatever it says
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

// naming tells a line with whose it is, also where there is least room: beside a pharmacist the
// number of a poison centre would be taken for the pharmacist's.
func naming(reach reaching) reaching {
	return func(w *wording.Words, l *questionnaire.HelpLine) string {
		said := reach(w, l)
		if strings.Contains(said, lineName(l)) {
			return said
		}
		return said + ": " + lineName(l)
	}
}

// isOf reports whether a line is what a clinician is, as a poison centre is one.
func isOf(who *questionnaire.Clinician, l *questionnaire.HelpLine) bool {
	switch l.Kind {
	case "emergency", "poison", "violence":
		return len(who.Lines) > 0 && who.Lines[0] == l.Kind
	}
	return who.Line == l.Kind
}

// reaching tells a line on the page to copy.
type reaching func(*wording.Words, *questionnaire.HelpLine) string

// copiedWith is that page with at most so many facts of each of the first so many steps.
// A line that stands there again is told shorter.
func copiedWith(w *wording.Words, v visit.Visit, plan screening.Plan, facts, withFacts int, reach, again reaching) *maker {
	m := newMaker(w, CopyPage, v.Questionnaire().Title)
	m.add(Title, w.Paper.Copy)
	var told []*questionnaire.HelpLine
	for i, s := range plan.Steps {
		if i == withFacts {
			facts = 0
		}
		m.gap()
		line := m.soon(s.Clinician, s.Urgency)
		if l := ownLine(s, v.Region()); l != nil {
			to := reach
			if slices.Contains(told, l) {
				to = again
			}
			told = append(told, l)
			if !isOf(s.Clinician, l) && l.Call+l.Text != "" {
				to = naming(to)
			}
			line = wording.Fill(w.Paper.Reach, "step", line, "line", to(w, l))
		}
		m.add(LineAbout, line)
		if words := sayings(w, s.Words().Few(facts)); len(words) > 0 {
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
// reported, that comes first, and nothing that she would tell after it stands
// there, neither a medicine: who reads the question has read the rest as well. nil: there
// is nothing to show, or nobody to see it, as at the other end of a help line.
func shown(w *wording.Words, v visit.Visit, s screening.Step) *maker {
	if s.Clinician.Line != "" {
		return nil
	}
	for facts := len(s.Words().Facts); facts > shownFacts; facts-- {
		if m := shownWith(w, v, s, facts); m == nil || m.rows() <= glanceRows {
			return m
		}
	}
	return shownWith(w, v, s, shownFacts)
}

func shownWith(w *wording.Words, v visit.Visit, s screening.Step, facts int) *maker {
	m := newMaker(w, ShowPage, s.Clinician.Name)
	m.add(Title, w.Paper.Show)
	m.gap()
	words := s.Words()
	if words.ReportFirst {
		m.add(Loud, w.Card.Report)
	} else {
		words.Facts = slices.DeleteFunc(slices.Clone(words.Facts), func(f screening.Fact) bool { return f.Question.TakesMedicines() })
		m.add(Loud, told(w, v.Said().Medicines(), nil)...)
		m.add(Loud, told(w, words.Few(facts).Facts, nil)...)
	}
	asks := told(w, nil, words.Requests)
	if own := s.Clinician.Ask; words.ReportFirst && len(asks) == 0 && len(own) > 0 {
		asks = own[len(own)-1:] // what anybody may ask tells nothing of hers, and the page is none without it
	}
	if len(asks) > 0 {
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
