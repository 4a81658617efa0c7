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
			said := strings.Join(texts(&Document{Sections: []Section{{Blocks: ofStep(first.Blocks, i)}}}), "\n")
			if number := s.Region.LinesOf("emergency")[0].Call; !strings.Contains(said, number) {
				t.Errorf("%s: the step %s does not say %s: %s", s.Region.ID, step.ID, number, said)
			}
		}
	}
}

// ofStep are the blocks of a step: its card, and what follows beneath it.
func ofStep(blocks []Block, step int) []Block {
	var found []Block
	for _, b := range blocks {
		if _, begins := b.(Card); begins {
			step--
		}
		if step == -1 {
			found = append(found, b)
		}
	}
	return found
}

// TestNoStepInDistressLeavesAPageEmpty: no page may part a card, so the steps keep theirs
// short, and lose nothing of what stands beneath.
func TestNoStepInDistressLeavesAPageEmpty(t *testing.T) {
	for _, s := range inEveryRegion(t) {
		blocks := s.Notes().Sections[0].Blocks
		for _, b := range blocks {
			if c, is := b.(Card); is {
				if l, is := lastOf(c.Blocks).(List); is && len(l.Items) > unparted {
					t.Errorf("%s: %q has %d entries on its card", s.Region.ID, c.Heading, len(l.Items))
				}
			}
		}
	}
	var l List
	for _, words := range []string{"one", "two", "three", "four"} {
		l.Items = append(l.Items, Item{Spans: plain(words)})
	}
	above, beneath := parted(Card{Heading: "A step", Blocks: []Block{l}}, unparted)
	said := texts(&Document{Sections: []Section{{Blocks: append([]Block{above}, beneath...)}}})
	if got := strings.Join(said, " "); !strings.Contains(got, "one two three four") {
		t.Errorf("a parted card says %q", got)
	}
}
