package handout

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestADayOnPaperIsInWords, for people read a paper and programs do not.
func TestADayOnPaperIsInWords(t *testing.T) {
	digits := regexp.MustCompile(`\b20\d\d-\d\d-\d\d\b`)
	for _, s := range inEachLanguage(t) {
		for name, d := range papers(s) {
			if got := digits.FindString(strings.Join(texts(d), "\n")); got != "" {
				t.Errorf("%s, %s: %q", s.Words.Language, name, got)
			}
		}
	}
}

// TestTheNotesBeginWithWhatTheHandLooksFor: what to do in distress is first, and its steps
// have their numbers in every region; nothing begins a page of its own and leaves the one
// before it empty.
func TestTheNotesBeginWithWhatTheHandLooksFor(t *testing.T) {
	for _, s := range inEveryRegion(t) {
		d := s.Notes()
		first := d.Sections[0]
		if first.Heading != s.Words.Workshop.Notes.Distress {
			t.Errorf("%s: the notes begin with %q", s.Region.ID, first.Heading)
		}
		if slices.ContainsFunc(d.Sections, func(s Section) bool { return s.NewPage }) {
			t.Errorf("%s: a part of the notes begins a page", s.Region.ID)
		}
		steps := s.Questionnaire.Workshop.Distress
		for i, step := range steps {
			if !slices.Contains(step.Lines, "emergency") {
				continue
			}
			said := strings.Join(texts(&Document{Sections: []Section{{Blocks: []Block{first.Blocks[i]}}}}), "\n")
			if number := s.Region.LinesOf("emergency")[0].Call; !strings.Contains(said, number) {
				t.Errorf("%s: the step %s does not say %s: %s", s.Region.ID, step.ID, number, said)
			}
		}
	}
}
