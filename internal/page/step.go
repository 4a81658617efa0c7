package page

import (
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/wording"
)

// What a step of the plan says, wherever it stands: whom, how soon, the numbers,
// the words.

// soon is whom to talk to, and how soon.
func (m *maker) soon(who *questionnaire.Clinician, u questionnaire.Urgency) string {
	return Soon(m.w, who, u)
}

// Soon is whom to talk to, and how soon.
func Soon(w *wording.Words, who *questionnaire.Clinician, u questionnaire.Urgency) string {
	return wording.Fill(w.Outcome.Step, "who", who.Name, "urgency", Urgent(w, u))
}

// say adds words of hers.
func (m *maker) say(words []string) {
	if len(words) > 0 {
		m.gap()
		m.add(Heading, m.w.Card.Say)
		m.add(Quote, words...)
	}
}

// sayings are what she can say in a step: what must be asked before anything is
// told, then what is so, then what she asks for.
func sayings(w *wording.Words, words screening.Words) []string {
	var all []string
	if words.ReportFirst {
		all = append(all, w.Card.Report)
	}
	return append(all, told(w, words.Facts, words.Requests)...)
}

func told(w *wording.Words, facts []screening.Fact, requests []screening.Request) []string {
	var all []string
	for _, f := range facts {
		all = append(all, f.With(w.Listed(f.Names)))
	}
	for _, r := range requests {
		all = append(all, r.Text)
	}
	return all
}

// linesOf are the help lines that serve a step.
func linesOf(s screening.Step, region *questionnaire.Region) []*questionnaire.HelpLine {
	var certain []*questionnaire.Rule
	for _, r := range s.Reasons[:s.Certain] {
		certain = append(certain, r.Rule)
	}
	return questionnaire.StepLines(s.Clinician, certain, s.Urgency, region)
}

// without are the lines that are not among the others.
func without(lines, others []*questionnaire.HelpLine) []*questionnaire.HelpLine {
	return slices.DeleteFunc(slices.Clone(lines), func(l *questionnaire.HelpLine) bool { return slices.Contains(others, l) })
}

// titlesOf adds texts to choose from, under a heading.
func (m *maker) titlesOf(heading string, texts []*questionnaire.Education) {
	for i, e := range texts {
		c := &Choice{Label: e.Title, Opens: Reading{e.ID}}
		if i == 0 {
			m.headed(heading, c)
		} else {
			m.beneath(c)
		}
	}
}

// firstSentence is a text up to the end of its first sentence.
func firstSentence(text string) string {
	first, _, more := strings.Cut(text, ". ")
	if !more {
		return text
	}
	return first + "."
}
