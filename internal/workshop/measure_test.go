package workshop_test

import (
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
	"github.com/ask-first/askfirst/questionnaires"
)

// What a story may take of an evening: a room has come for the talk.
const mostPages, mostPagesInterrupted = 16, 12

// mostWords are for each language, of a story and of a page of running text; Spanish needs
// a fifth more to say the same. A page that is a list is measured by its entries.
var (
	mostWords       = map[string]int{"en": 600, "es": 720}
	mostWordsOnPage = map[string]int{"en": 45, "es": 54}
)

// mostEntries are those of a page that is a list.
const mostEntries = 7

// languages are those of the questionnaire that comes with the program.
func languages(t *testing.T) map[string]*questionnaire.Questionnaire {
	t.Helper()
	q, _, err := folder.Read(questionnaires.Maternal(), nil)
	if err != nil || q == nil {
		t.Fatal(err)
	}
	es, _, err := folder.ReadTranslation(questionnaires.Maternal(), nil, "es")
	if err != nil || es == nil {
		t.Fatal(err)
	}
	return map[string]*questionnaire.Questionnaire{"en": q, "es": translation.Of(q, es)}
}

// through are all steps from here to the end.
func through(s workshop.Session) []workshop.Step {
	all := []workshop.Step{s.Step()}
	for !s.Last() {
		s = s.Forward()
		all = append(all, s.Step())
	}
	return all
}

// TestEveryStoryIsShortEnoughToTalkAbout counts the pages and the words of each
// story, in each language.
func TestEveryStoryIsShortEnoughToTalkAbout(t *testing.T) {
	for l, q := range languages(t) {
		w := wording.In(l)
		for _, v := range q.Vignettes() {
			s := workshop.Tell(q, v, workshop.Wish{})
			_, pages := s.Place()
			words := 0
			steps := through(s)
			for i, step := range steps {
				if i+1 < len(steps) && steps[i+1].Reveals {
					continue // its words stand on the next
				}
				for _, b := range page.Wall(w, step, q, q.Regions[0]).Blocks {
					words += len(strings.Fields(b.Text()))
				}
			}
			most := mostPages
			if workshop.Interrupts(q, v) {
				most = mostPagesInterrupted
			}
			t.Logf("%s %s: %d pages, %d words, %d minutes", l, v.ID, pages, words, workshop.Minutes(q, v, false))
			if pages > most || words > mostWords[l] {
				t.Errorf("%s in %s: %d pages, %d words; at most %d and %d", v.ID, l, pages, words, most, mostWords[l])
			}
			if last := steps[len(steps)-1]; last.Kind != workshop.Point {
				t.Errorf("%s ends with a page of kind %d", v.ID, last.Kind)
			}
		}
		for _, p := range q.Workshop.Plans {
			for _, whole := range []bool{false, true} {
				_, pages := workshop.Lead(q, p, workshop.Wish{Whole: whole}).Place()
				t.Logf("%s: the plan of %d minutes has %d pages (whole: %v)", l, p.Minutes, pages, whole)
			}
		}
	}
}

// TestEveryPageOfAStoryCanBeReadFromTheLastRow counts the words of each page of a story,
// wherever it is told, and the entries of those that are lists: what one can answer, and
// people. What stands above a page, a name, is not counted.
func TestEveryPageOfAStoryCanBeReadFromTheLastRow(t *testing.T) {
	for l, q := range languages(t) {
		w := wording.In(l)
		most, counted := 0, 0
		for _, v := range q.Vignettes() {
			for _, step := range through(workshop.Tell(q, v, workshop.Wish{})) {
				regions := q.Regions[:1]
				switch step.Kind {
				case workshop.Interrupt, workshop.First, workshop.Rest: // these name numbers
					regions = q.Regions
				}
				for _, region := range regions {
					words, entries := 0, 0
					for _, b := range page.Wall(w, step, q, region).Blocks {
						switch b.Manner {
						case page.Heading:
						case page.Item, page.Numbered:
							entries++
						default:
							words += len(strings.Fields(b.Text()))
						}
					}
					most, counted = max(most, words), counted+1
					if words > mostWordsOnPage[l] || entries > mostEntries {
						t.Errorf("%s in %s, %s, a page of kind %d: %d words, %d entries; at most %d and %d", v.ID, l, region.ID, step.Kind, words, entries, mostWordsOnPage[l], mostEntries)
					}
				}
			}
		}
		t.Logf("%s: %d pages, %d words on the longest", l, counted, most)
	}
}

// TestNothingIsAskedAfterAnInterrupt: help comes first, in a story too.
func TestNothingIsAskedAfterAnInterrupt(t *testing.T) {
	seen := 0
	for _, q := range languages(t) {
		for _, v := range q.Vignettes() {
			halted := false
			for _, s := range through(workshop.Tell(q, v, workshop.Wish{})) {
				if halted && (s.Kind == workshop.Asked || s.Kind == workshop.Vote || s.Kind == workshop.Read) {
					t.Errorf("%s: a page of kind %d after the interrupt", v.ID, s.Kind)
				}
				halted = halted || s.Kind == workshop.Interrupt
			}
			if halted {
				seen++
			}
		}
	}
	if seen < 8 {
		t.Errorf("only %d stories are interrupted", seen)
	}
}
