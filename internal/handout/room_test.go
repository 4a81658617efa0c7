package handout

import (
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/workshop"
)

// inEveryRegion is the real questionnaire in every language and region.
func inEveryRegion(t *testing.T) []Source {
	t.Helper()
	var all []Source
	for _, s := range inEachLanguage(t) {
		for _, region := range s.Questionnaire.Regions {
			s.Region = region
			all = append(all, s)
		}
	}
	return all
}

// A poster has the number for danger to life, and no number that its region does not
// have; in the toilets the line for safety at home stands first.
func TestThePosterHasTheRegionsNumbers(t *testing.T) {
	for _, s := range inEveryRegion(t) {
		d := s.Poster()
		var known []string
		for _, l := range s.Region.Lines {
			known = append(known, l.Call)
		}
		for _, section := range d.Sections {
			rows := 0
			for _, b := range section.Blocks {
				if c, is := b.(Card); is {
					rows++
					for _, n := range c.Blocks {
						if _, note := n.(Note); note { // what is so for all of them
							continue
						}
						words := n.(Number).Words
						texted := slices.ContainsFunc(s.Region.Lines, func(l *questionnaire.HelpLine) bool { return l.Text != "" && strings.Contains(words, l.Text) })
						if !slices.Contains(known, words) && !texted {
							t.Errorf("%s: %q is not among the numbers of the region", s.Region.ID, words)
						}
					}
				}
			}
			if rows > 6 || rows == 0 && slices.ContainsFunc(s.Region.Lines, func(l *questionnaire.HelpLine) bool { return l.Call != "" }) {
				t.Errorf("%s: %d rows", s.Region.ID, rows)
			}
		}
		for _, b := range d.Sections[1].Blocks {
			if c, is := b.(Card); is {
				if home := s.forWall("violence", nil); len(home) > 0 && c.Blocks[0].(Number).Words != home[0].Call {
					t.Errorf("%s: in the toilets %q stands first", s.Region.ID, c.Blocks[0].(Number).Words)
				}
				break
			}
		}
	}
}

// A strip that somebody tears off tells nobody what it is for, and all look alike.
func TestAStripTellsNothing(t *testing.T) {
	for _, s := range inEveryRegion(t) {
		for _, b := range s.Strips().Sections[0].Blocks {
			l, is := b.(List)
			if !is || !l.Strips {
				continue
			}
			if len(l.Items) != stripsInAll {
				t.Errorf("%s: %d strips", s.Region.ID, len(l.Items))
			}
			for _, item := range l.Items {
				said := saidBy(item.Spans)
				for _, line := range s.Region.Lines {
					if !strings.Contains(said, s.Words.Handout.Lines.Discreet) || line.For != "" && strings.Contains(said, line.For) || strings.Contains(said, line.Name) {
						t.Errorf("%s: %q", s.Region.ID, said)
					}
				}
			}
		}
	}
}

// Whoever has torn off a strip has nothing else: it says where to write, what to dial and, where
// her language is not among those of the line, in which it answers.
func TestAStripSaysHowTheLineAnswers(t *testing.T) {
	for _, s := range inEveryRegion(t) {
		for _, b := range s.Strips().Sections[0].Blocks {
			l, is := b.(List)
			if !is || !l.Strips {
				continue
			}
			for _, line := range s.Region.LinesOf("crisis", "violence") {
				i := slices.IndexFunc(l.Items, func(item Item) bool {
					return item.Spans[0].Words == line.Call && strings.Contains(saidBy(item.Spans), line.Nation)
				})
				if i < 0 {
					continue
				}
				said := saidBy(l.Items[i].Spans)
				for _, part := range strings.SplitAfter(line.Note, ". ") {
					if part = strings.TrimSuffix(strings.TrimSpace(part), "."); strings.ContainsAny(part, "0123456789") && !strings.Contains(said, part) {
						t.Errorf("%s, %s: %q is not on %q", s.Words.Language, s.Region.ID, part, said)
					}
				}
				if !strings.Contains(said, line.Text) {
					t.Errorf("%s, %s: where to write is not on %q", s.Words.Language, s.Region.ID, said)
				}
				how := page.Access(s.Words, &questionnaire.HelpLine{Languages: line.Languages})
				if !slices.Contains(line.Languages, s.Words.Language) && len(how) > 0 && !strings.Contains(said, strings.TrimSuffix(how[0], ".")) {
					t.Errorf("%s, %s: %q is not on %q", s.Words.Language, s.Region.ID, how[0], said)
				}
			}
		}
	}
}

// No poster promises what nobody knows: who answers may send help, and says so.
func TestAPosterSaysThatHelpMayCome(t *testing.T) {
	for _, s := range inEveryRegion(t) {
		for _, section := range append(s.Poster().Sections, s.Strips().Sections...) {
			said := squeezed((&Document{Sections: []Section{section}}).Text())
			numbers := slices.ContainsFunc(section.Blocks, func(b Block) bool { _, is := b.(Card); return is })
			if strings.Contains(said, s.Words.Interrupt.SendHelp) != numbers {
				t.Errorf("%s, %s: %s", s.Words.Language, s.Region.ID, said)
			}
		}
	}
}

// The two papers with the same neutral title have names of their own where they are counted.
func TestTheChecklistTellsThePapersApart(t *testing.T) {
	for _, s := range inEachLanguage(t) {
		s.Copies = 9
		bring := s.Checklist().Sections[1].Blocks[0].(List)
		seen := map[string]bool{}
		for _, item := range bring.Items {
			if said := saidBy(item.Spans); seen[said] {
				t.Errorf("%s: twice %q", s.Words.Language, said)
			} else {
				seen[said] = true
			}
		}
	}
}

// A story card has no solution: nobody to talk to, no point, no title that tells; and
// no story is above the ceiling.
func TestACardHasNoSolution(t *testing.T) {
	for _, s := range inEachLanguage(t) {
		for _, s.Tenderness = range []int{0, 1, 3} {
			d := s.Cards()
			said := strings.Join(texts(d), "\n")
			for _, v := range s.Questionnaire.Vignettes() {
				stands := workshop.Tenderness(v) <= max(s.Tenderness, 1) || s.Tenderness == 0 && workshop.Tenderness(v) <= gentlest
				if strings.Contains(said, v.Story) != stands {
					t.Errorf("%s, ceiling %d: the story of %s stands there: %v", s.Words.Language, s.Tenderness, v.ID, !stands)
				}
				_, about, _ := strings.Cut(v.Title, ": ")
				if v.Point != "" && strings.Contains(said, v.Point) || strings.Contains(said, v.Title) || strings.Contains(said, page.StoryName(v)+": "+about) {
					t.Errorf("%s: the card of %s tells", s.Words.Language, v.ID)
				}
			}
			for i := 0; i+1 < len(d.Sections); i += 2 {
				if len(d.Sections[i].Blocks) != len(d.Sections[i+1].Blocks) {
					t.Error("a card has no back")
				}
			}
		}
	}
}

// A plan has each part, and adds up to its minutes; the stories are those that the
// program tells.
func TestThePlanOnPaper(t *testing.T) {
	for _, s := range inEachLanguage(t) {
		for _, plan := range s.Questionnaire.Workshop.Plans {
			d := s.PlanSheet(plan.Minutes)
			table := d.Sections[0].Blocks[0].(Table)
			if len(table.Rows) != len(plan.Steps) {
				t.Fatalf("%d rows for %d parts", len(table.Rows), len(plan.Steps))
			}
			session := workshop.Lead(s.Questionnaire, plan, workshop.Wish{})
			for i, step := range plan.Steps {
				for _, v := range session.StoriesOf(step) {
					if !strings.Contains(table.Rows[i][1], page.StoryName(v)) {
						t.Errorf("%q does not say %s", table.Rows[i], v.ID)
					}
				}
				if strings.Contains(table.Rows[i][3], "- ") {
					t.Errorf("%q", table.Rows[i])
				}
			}
		}
		if s.PlanSheet(7) != nil {
			t.Error("there is a plan of seven minutes")
		}
	}
}

// The stories that somebody names stand in the plan, two for one part too, and only they
// have cards.
func TestThePlanAndTheCardsHaveTheStoriesThatWereNamed(t *testing.T) {
	for _, s := range inEachLanguage(t) {
		q := s.Questionnaire
		nadia, jo, ruth := q.Scenario("nadia-sertraline-and-milk"), q.Scenario("jo-a-toddler-and-a-chocolate-bar"), q.Scenario("ruth-nothing-to-report")
		s.Stories = []workshop.Stories{{nadia}, {jo, ruth}}
		for _, minutes := range []int{45, 90} {
			if workshop.Refuses(q, s.Plan(minutes), s.Stories, workshop.Wish{}) {
				t.Fatalf("%d minutes have no place for them", minutes)
			}
			found := 0
			for _, row := range s.PlanSheet(minutes).Sections[0].Blocks[0].(Table).Rows {
				both := strings.Contains(row[1], page.StoryName(jo)+". ") && strings.Contains(row[1], " + "+page.StoryName(ruth)+". ")
				if both || strings.Contains(row[1], ": "+page.StoryName(nadia)+". ") {
					found++
				}
			}
			if found != 2 {
				t.Errorf("%s, %d minutes: %d of the parts tell them", s.Words.Language, minutes, found)
			}
		}
		said := strings.Join(texts(s.Cards()), "\n")
		for _, v := range q.Vignettes() {
			if named := v == nadia || v == jo || v == ruth; strings.Contains(said, v.Story) != named {
				t.Errorf("%s: the card of %s is there: %v", s.Words.Language, v.ID, !named)
			}
		}
	}
}

// A set has every paper as often as people need it, and says so to the two who lead.
func TestASetIsOneFile(t *testing.T) {
	s := small(t)
	s.Questionnaire = inEachLanguage(t)[0].Questionnaire
	s.Region = s.Questionnaire.Regions[0]
	set := s.Workshop(9)
	for title, want := range map[string]int{
		s.Words.Handout.Guide.Title: 9, s.Words.Handout.Room.Slip: 3, s.Words.Handout.Room.Checklist: 1, s.Words.Handout.Room.Cards: 1,
	} {
		found := 0
		set.each(func(d *Document) {
			if d.Title == title {
				found++
			}
		})
		if found != want {
			t.Errorf("%q is there %d times, not %d", title, found, want)
		}
	}
	for format, got := range map[string]string{"text": set.Text(), "markdown": set.Markdown()} {
		if !strings.Contains(got, s.Words.Handout.Guide.Title+": 9") || !strings.Contains(got, s.Words.Handout.Room.Slip+": 3") {
			t.Errorf("%s does not say how many there are", format)
		}
	}
	html := set.HTML()
	if tags, _ := elements(t, html); !slices.Contains(tags, "article class") {
		t.Errorf("no articles: %q", tags[:20])
	}
	for _, once := range []string{"@page folded { size: A4 landscape", "@page cards {", "@page paper {"} {
		if strings.Count(html, once) != 1 {
			t.Errorf("%q is there %d times", once, strings.Count(html, once))
		}
	}
}
