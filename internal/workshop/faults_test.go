package workshop_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
)

// What a room laughed at, or was hurt by, when a story was told to it: each found once by
// looking at the walls of all stories, and held here for all of them.

// onWalls tells every story in every language, page by page.
func onWalls(t *testing.T, see func(q *questionnaire.Questionnaire, w *wording.Words, v *questionnaire.Scenario, s workshop.Step, p page.Page)) {
	t.Helper()
	for l, q := range languages(t) {
		w := wording.In(l)
		for _, v := range q.Vignettes() {
			for _, s := range through(workshop.Tell(q, v, workshop.Wish{})) {
				see(q, w, v, s, page.Wall(w, s, q, q.Regions[0]))
			}
		}
	}
}

// quoted is what stands in quotation marks.
var quoted = regexp.MustCompile(`“[^”]*”`)

// you is the second person; of Spanish, that of one person.
var you = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\b(you|your|yours)\b`),
	"es": regexp.MustCompile(`(?i)(^|[^\p{L}])(tú|tu|tus|te|ti|contigo)($|[^\p{L}])`),
}

// she is how nobody is spoken of whose story has another word for it.
var she = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\b(she|her|hers|he|his|him)\b`),
	"es": regexp.MustCompile(`(?i)\b(ella|él)\b`),
}

// TestTheWallSaysYouToNobody: people who told nothing are not told why. A reason is quoted,
// as what the screen tells the person of the story.
func TestTheWallSaysYouToNobody(t *testing.T) {
	seen := 0
	onWalls(t, func(q *questionnaire.Questionnaire, w *wording.Words, v *questionnaire.Scenario, s workshop.Step, p page.Page) {
		if !slices.Contains([]workshop.Kind{workshop.First, workshop.Rest, workshop.Result, workshop.Vote}, s.Kind) {
			return
		}
		for _, b := range p.Blocks {
			seen++
			said := quoted.ReplaceAllString(b.Text(), "")
			for _, who := range q.Clinicians { // a role may be called "your pharmacist"
				said = strings.ReplaceAll(said, who.Name, "")
				said = strings.ReplaceAll(said, strings.ToLower(who.Name[:1])+who.Name[1:], "") // within a sentence
			}
			hers := page.Hers(w, workshop.SaidBy(q, v))
			for _, u := range questionnaire.Urgencies() {
				said = strings.ReplaceAll(strings.ReplaceAll(said, page.Urgent(hers, u), ""), page.Urgent(w, u), "")
			}
			if b.Manner != page.Quote && you[q.Language].MatchString(said) {
				t.Errorf("%s in %s: %q", v.ID, q.Language, b.Text())
			}
		}
	})
	if seen == 0 {
		t.Error("nothing was looked at")
	}
}

// TestAPersonIsCalledByName in what the program says of her or him.
func TestAPersonIsCalledByName(t *testing.T) {
	seen := 0
	onWalls(t, func(q *questionnaire.Questionnaire, _ *wording.Words, v *questionnaire.Scenario, s workshop.Step, p page.Page) {
		if s.Kind != workshop.Ask && s.Kind != workshop.Unseen {
			return
		}
		seen++
		said := ""
		for _, b := range p.Blocks {
			if b.Manner != page.Heading {
				said += b.Text()
			}
		}
		if !strings.Contains(said, page.StoryName(v)) || she[q.Language].MatchString(said) {
			t.Errorf("%s in %s: %q", v.ID, q.Language, said)
		}
	})
	if seen == 0 {
		t.Error("nothing was looked at")
	}
}

// TestNoQuotationIsCut: what somebody says stands whole on one page.
func TestNoQuotationIsCut(t *testing.T) {
	seen := 0
	onWalls(t, func(q *questionnaire.Questionnaire, _ *wording.Words, v *questionnaire.Scenario, s workshop.Step, _ page.Page) {
		if s.Kind != workshop.Story {
			return
		}
		said := string(s.Text)
		seen += strings.Count(said, `"`) + strings.Count(said, "“")
		if strings.Count(said, `"`)%2 != 0 || strings.Count(said, "“") != strings.Count(said, "”") || strings.Count(said, "«") != strings.Count(said, "»") {
			t.Errorf("%s in %s: %q", v.ID, q.Language, said)
		}
	})
	if seen == 0 {
		t.Error("nobody says anything")
	}
}

// TestAQuestionThatIsNotShownIsTold: who answers one that no shared screen shows has a page
// that says so.
func TestAQuestionThatIsNotShownIsTold(t *testing.T) {
	told := map[string]bool{}
	onWalls(t, func(_ *questionnaire.Questionnaire, _ *wording.Words, v *questionnaire.Scenario, s workshop.Step, _ page.Page) {
		told[v.ID] = told[v.ID] || s.Kind == workshop.Unseen
	})
	if id := "leila-somebody-else-holds-the-computer"; !told[id] {
		t.Errorf("%s is asked nothing in private", id)
	}
}

// TestNobodyIsLedToWhoIsNotThere: shop herbs have no prescriber, and where seizures are
// named to somebody with migraine, so is migraine.
func TestNobodyIsLedToWhoIsNotThere(t *testing.T) {
	seen := 0
	onWalls(t, func(q *questionnaire.Questionnaire, w *wording.Words, v *questionnaire.Scenario, s workshop.Step, p page.Page) {
		var said strings.Builder
		for _, b := range p.Blocks {
			said.WriteString(b.Text() + "\n")
		}
		outcome := s.Kind == workshop.First || s.Kind == workshop.Rest || s.Kind == workshop.Result || s.Kind == workshop.Say
		switch {
		case !outcome:
		case v.ID == "siobhan-st-johns-wort":
			seen++
			if s.Talk != nil && s.Talk.Clinician.ID == "prescriber" || slices.ContainsFunc(s.Others, func(o screening.Step) bool { return o.Clinician.ID == "prescriber" }) {
				t.Errorf("in %s: %s", q.Language, said.String())
			}
		case v.ID == "dana-migraine-and-a-forgotten-name":
			seen++
			if of := regexp.MustCompile(`(?i)seizure|convulsi|epilep`); of.MatchString(said.String()) && !regexp.MustCompile(`(?i)migra`).MatchString(said.String()) {
				t.Errorf("in %s: %s", q.Language, said.String())
			}
		}
	})
	if seen == 0 {
		t.Error("neither is told")
	}
}

// TestTheVoteHasPeopleAndUrgencies to count hands on.
func TestTheVoteHasPeopleAndUrgencies(t *testing.T) {
	seen := 0
	onWalls(t, func(q *questionnaire.Questionnaire, w *wording.Words, v *questionnaire.Scenario, s workshop.Step, p page.Page) {
		if s.Kind != workshop.Vote {
			return
		}
		seen++
		people, last, hers := 0, p.Blocks[len(p.Blocks)-1].Text(), page.Hers(w, workshop.SaidBy(q, v))
		for _, b := range p.Blocks {
			if b.Manner == page.Numbered {
				people++
			}
		}
		if people < 5 || people > 7 {
			t.Errorf("%s in %s: %d people", v.ID, q.Language, people)
		}
		for _, u := range questionnaire.Urgencies() {
			if !strings.Contains(last, page.Urgent(hers, u)) {
				t.Errorf("%s in %s: %q has no %q", v.ID, q.Language, last, page.Urgent(hers, u))
			}
		}
	})
	if seen == 0 {
		t.Error("nobody votes")
	}
}

// TestTheWallHasEveryLineThatAStoryNames, in every region: what each is for, its nation and
// its hours; and after a child has swallowed something the line for that.
func TestTheWallHasEveryLineThatAStoryNames(t *testing.T) {
	seen := 0
	for l, q := range languages(t) {
		w := wording.In(l)
		for _, region := range q.Regions {
			for _, v := range q.Vignettes() {
				step := workshop.Tell(q, v, workshop.Wish{}).HelpLines().Step()
				var said strings.Builder
				for _, b := range page.Wall(w, step, q, region).Blocks {
					said.WriteString(b.Text() + "\n")
				}
				var named []*questionnaire.HelpLine
				for _, s := range through(workshop.Tell(q, v, workshop.Wish{})) {
					switch s.Kind {
					case workshop.Interrupt:
						for i := range s.Rules {
							named = append(named, questionnaire.InterruptLines(s.Rules[i:i+1], region)...)
						}
					case workshop.First:
						named = append(named, questionnaire.FirstOfKinds(region, s.Talk.Clinician.Lines...)...)
					}
				}
				seen += len(named)
				if strings.HasPrefix(v.ID, "jo-") {
					named = append(named, region.LinesOf("poison")...)
				}
				for _, line := range named {
					for _, part := range append(page.Contacts(w, line), line.For, line.Nation, line.Name) {
						if !strings.Contains(said.String(), part) {
							t.Errorf("%s, %s, %s: %q of %s is missing:\n%s", v.ID, region.ID, l, part, line.ID, said.String())
						}
					}
					if !strings.Contains(strings.ToLower(said.String()), strings.ToLower(line.Hours)) {
						t.Errorf("%s, %s, %s: the hours of %s are missing", v.ID, region.ID, l, line.ID)
					}
				}
			}
		}
	}
	if seen == 0 {
		t.Error("no story names a line")
	}
}

// TestAnEveningSaysItsNameAndWhatWasAgreed: the first page has the plan's name, and what
// was agreed on stands on one page with a heading.
func TestAnEveningSaysItsNameAndWhatWasAgreed(t *testing.T) {
	for l, q := range languages(t) {
		w := wording.In(l)
		for _, p := range q.Workshop.Plans {
			first := page.Wall(w, workshop.Lead(q, p, workshop.Wish{}).Step(), q, q.Regions[0]).Blocks
			if first[0].Manner != page.Heading || first[0].Text() != p.Title {
				t.Errorf("%s: the plan of %d minutes begins with %q", l, p.Minutes, first[0].Text())
			}
		}
		agreed := workshop.Agreements(q)
		blocks := page.Wall(w, agreed.Step(), q, q.Regions[0]).Blocks
		if !agreed.Last() || blocks[0].Manner != page.Heading || len(blocks) < len(q.Workshop.Agreements)+1 {
			t.Errorf("%s: what was agreed is %d blocks, the first %q", l, len(blocks), blocks[0].Text())
		}
	}
}

// TestTheStepsInDistressHaveTheirNumbers: help now and help today say whom to call, with
// the numbers of the region, and the question between them is there.
func TestTheStepsInDistressHaveTheirNumbers(t *testing.T) {
	for l, q := range languages(t) {
		w := wording.In(l)
		steps := map[string]*questionnaire.DistressStep{}
		for _, d := range q.Workshop.Distress {
			steps[d.ID] = d
		}
		for _, region := range q.Regions {
			blocks := page.Beside(w, q, region)[0].Blocks
			in := func(step string) string {
				var said strings.Builder
				here := false
				for _, b := range blocks {
					if b.Manner == page.Loud {
						here = b.Text() == steps[step].Title
					} else if here {
						said.WriteString(b.Text() + "\n")
					}
				}
				return said.String()
			}
			for step, kinds := range map[string][]string{"help-now": {"emergency", "mind"}, "help-today": {"crisis"}} {
				for _, line := range region.LinesOf(kinds...) {
					if step == "help-today" && slices.Contains(region.LinesOf("emergency", "mind"), line) {
						continue // it stands in the step before
					}
					for _, way := range page.Contacts(w, line) {
						if !strings.Contains(in(step), way) || !strings.Contains(in(step), line.Nation) {
							t.Errorf("%s, %s: the step %s does not say %q:\n%s", l, region.ID, step, way, in(step))
						}
					}
				}
			}
		}
	}
}
