package page

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// card is one step, to read out or to hold up: what to say comes before everything
// that explains it.
func card(w *wording.Words, v visit.Visit, clinician string) (Page, bool) {
	s := step(v, clinician)
	if s == nil {
		return Page{}, false
	}
	m := newMaker(w, CardPage, w.Outcome.Heading)
	m.add(Title, s.Clinician.Name)
	m.add(Notice, Urgent(w, s.Urgency)+".")
	words := s.Words()
	m.say(sayings(w, words))
	if len(words.MoreFacts)+len(words.MoreRequests) > 0 {
		m.choose(&Choice{Label: w.Card.More, Opens: MoreWords{clinician}})
	}
	m.reasons(v.Questionnaire().Formulary, *s, v.Region())
	if s.Certain == 0 {
		m.perhaps(v, *s)
	}
	m.part(w.Card.Who, s.Clinician.Who)
	m.ifNone(*s, v.Region())
	m.gap()
	// Those for when it gets worse stand here as well where they serve this step: the
	// card of a crisis line begins with its number.
	lines := m.promised(linesOf(*s, v.Region()), *s, v.Region())
	if len(lines) > 0 {
		m.add(Heading, w.Card.Lines)
		m.linesOfStep(lines, s.Urgency, v.Region())
		m.gap()
	}
	m.ifWorse(v.Region(), lines)
	// Beside a reason that is certain it is one quiet row, and stands before no number.
	if o := (Unfolded{clinician}); s.Certain > 0 {
		if _, any := unfoldedOf(w, v, clinician); any {
			m.gap()
			m.choose(&Choice{Label: w.Card.Open, Opens: o})
		}
	}
	offered, more := s.Learn()
	m.titlesOf(w.Card.Learn, offered)
	if len(more) > 0 {
		m.choose(&Choice{Label: w.Outcome.More, Opens: Texts{clinician}})
	}
	m.gap()
	if shown(w, v, *s) != nil {
		m.choose(&Choice{Label: w.Outcome.Show, Opens: Showing{clinician}})
	}
	m.choose(&Choice{Label: w.Education.Back, Closes: true})
	m.Reading = true
	m.closes()
	return m.everywhere(), true
}

// step is the one with a clinician, or nil.
func step(v visit.Visit, clinician string) *screening.Step {
	who := v.Questionnaire().Clinician(clinician)
	if who == nil {
		return nil
	}
	return v.Plan().With(who)
}

// part adds a heading with a paragraph.
func (m *maker) part(heading, text string) {
	m.gap()
	m.add(Heading, heading)
	m.add(Text, text)
}

// ifNone says who else can carry all of the step, or else what to do.
func (m *maker) ifNone(s screening.Step, region *questionnaire.Region) {
	text := FirstAct(m.w, s.Clinician.IfNone, region)
	if others := s.Others(); len(others) > 0 {
		text = wording.Fill(m.w.Card.Others, "who", namesOf(others, nil))
	}
	if text != "" {
		m.part(m.w.Card.IfNone, text)
	}
}

// promised are the lines of a step with one of each kind that it offers instead of its own
// clinician: who reads that a help line can take all of it finds a number to call.
func (m *maker) promised(lines []*questionnaire.HelpLine, s screening.Step, region *questionnaire.Region) []*questionnaire.HelpLine {
	for _, who := range s.Others() {
		kind := func(l *questionnaire.HelpLine) bool { return l.Kind == who.Line }
		if who.Line != "" && !slices.ContainsFunc(slices.Concat(lines, questionnaire.UrgentLines(region)), kind) {
			lines = append(lines, InHerLanguage(m.w, region.LinesOf(who.Line))[0]) // it exists only where there is one
		}
	}
	return lines
}

// namesOf are the names within a sentence that clinicians have in a region; nil: those
// that they have.
func namesOf(all []*questionnaire.Clinician, region *questionnaire.Region) string {
	var names []string
	for _, who := range all {
		names = append(names, within(who.In(region).Name))
	}
	return strings.Join(names, "; ")
}

// within is the name of a clinician within a sentence: a role, which begins with a capital
// letter only where it stands alone. One with other capitals is a name, or begins with one.
func within(name string) string {
	_, first := utf8.DecodeRuneInString(name)
	if strings.ToLower(name[first:]) != name[first:] {
		return name
	}
	return strings.ToLower(name[:first]) + name[first:]
}

// reasons says why: each certain reason once, with the answers that it rests on
// where she does not say them anyhow.
func (m *maker) reasons(f *questionnaire.Formulary, s screening.Step, region *questionnaire.Region) {
	all := grounds(m.w, f, s, region)
	if len(all) > 0 {
		m.gap()
		m.add(Heading, m.w.Card.Because)
	}
	for _, why := range all {
		m.add(Reason, why.Reason)
		m.add(Because, why.Because...)
	}
}

// items adds a heading with a list, if there is one.
func (m *maker) items(heading string, items []string) {
	if len(items) > 0 {
		m.gap()
		m.add(Heading, heading)
		m.add(Item, items...)
	}
}

// moreWords is what does not fit among the first words of a step.
func moreWords(w *wording.Words, v visit.Visit, clinician string) (Page, bool) {
	s := step(v, clinician)
	if s == nil {
		return Page{}, false
	}
	words := s.Words()
	more := told(w, words.MoreFacts, words.MoreRequests)
	if len(more) == 0 {
		return Page{}, false
	}
	m := newMaker(w, WordsPage, s.Clinician.Name)
	m.add(Title, w.Card.More)
	m.gap()
	m.add(Quote, slices.Compact(more)...)
	m.backAlone()
	return m.everywhere(), true
}
