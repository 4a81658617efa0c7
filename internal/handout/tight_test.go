package handout

import (
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
	"github.com/ask-first/askfirst/questionnaires"
)

// nation is a paper's source for a region of the maternal questionnaire.
func nation(t *testing.T, region string) Source {
	q := read(t, questionnaires.Maternal())
	return Source{Questionnaire: q, Words: wording.English(), Region: q.Region(region)}
}

// TestATightPaperLosesNoNumber: it says what several lines share once, and leaves out
// long names, but no way to reach a line, no nation and no hours.
func TestATightPaperLosesNoNumber(t *testing.T) {
	gb := nation(t, "gb")
	for _, region := range gb.Questionnaire.Regions {
		s := gb
		s.Region = region
		wide := s
		s.Layout.Folded = true
		for i, part := range s.carried() {
			got, all := itemsText(part.list), itemsText(wide.carried()[i].list)
			for _, l := range part.lines {
				for _, said := range append(page.Contacts(s.Words, l), l.Nation, l.Hours) {
					if !strings.Contains(got, said) {
						t.Errorf("%s, %s: %q is missing: %s", region.ID, part.heading, said, got)
					}
				}
			}
			if len(got) > len(all) {
				t.Errorf("%s, %s: a tight paper says more: %s", region.ID, part.heading, got)
			}
		}
	}
	gb.Layout.Folded = true
	now, talk := itemsText(gb.carried()[0].list), itemsText(gb.carried()[1].list)
	if strings.Count(now, "24 hours") != 1 || !strings.Contains(now, gb.Words.Handout.Lines.OfAll) || !strings.Contains(now, "Samaritans") || strings.Contains(talk, "National Domestic") {
		t.Errorf("the panels say %s%s", now, talk)
	}
}

// TestALineThatIsNamedHasItsNumber: where a note sends somebody to another line, such as
// that of a nation or for Deaf people, every paper with that note has its number.
func TestALineThatIsNamedHasItsNumber(t *testing.T) {
	named := map[string]bool{}
	for _, s := range inEveryRegion(t) {
		for _, discreet := range []bool{false, true} {
			s.Discreet = discreet
			for where, d := range map[string]*Document{"sheet": s.Sheet(), "guide": s.Guide(), "poster": s.Poster(), "strips": s.Strips()} {
				said := squeezed(d.Text())
				for _, l := range s.Region.Lines {
					for _, o := range s.Region.Lines {
						name := o.NamedIn(l.Note)
						before, _, _ := strings.Cut(l.Note, name)
						if name == "" || o == l || o.Call == "" || !strings.Contains(said, squeezed(before[strings.LastIndex(before, ". ")+1:])) {
							continue
						}
						named[where+" "+o.ID] = true
						if !strings.Contains(said, o.Call) {
							t.Errorf("%s, discreet %v: the %s of %s names %s without its number", s.Words.Language, discreet, where, s.Region.ID, o.ID)
						}
					}
				}
			}
		}
	}
	for _, want := range []string{"sheet us-dv-deaf", "poster us-dv-deaf", "strips us-dv-deaf", "guide us-dv-deaf", "sheet ca-poison-qc", "poster ca-poison-qc"} {
		if !named[want] {
			t.Errorf("nothing was held against %s: %v", want, named)
		}
	}
}

// TestAPosterSaysHowALineAnswers, beneath the number: of several in one row too, and of a
// line that stands there for texts alone.
func TestAPosterSaysHowALineAnswers(t *testing.T) {
	for _, s := range inEveryRegion(t) {
		for _, section := range append(s.Poster().Sections, s.Strips().Sections...) {
			for _, b := range section.Blocks {
				c, is := b.(Card)
				if !is {
					continue
				}
				said := squeezed(strings.Join(texts(&Document{Sections: []Section{{Blocks: []Block{c}}}}), " "))
				for _, l := range s.Region.Lines {
					stands := slices.ContainsFunc(c.Blocks, func(b Block) bool {
						n, is := b.(Number)
						return is && l.Call != "" && n.Words == l.Call && strings.Contains(n.About, l.Nation)
					})
					if !stands || l.For != c.Heading && l.Name != c.Heading && !strings.Contains(said, l.For) {
						continue
					}
					for _, how := range append(page.Access(s.Words, l), page.AlsoIn(s.Words, l)) {
						if !strings.Contains(said, squeezed(strings.TrimSuffix(how, "."))) {
							t.Errorf("%s, %s: the poster does not say %q of %s: %s", s.Words.Language, s.Region.ID, how, l.ID, said)
						}
					}
				}
			}
		}
	}
}

// TestADiscreetPaperSaysWhatToDial: without the option that somebody has to choose a number
// leads elsewhere; and that a call stays on a list is nothing for other eyes.
func TestADiscreetPaperSaysWhatToDial(t *testing.T) {
	for language, option := range map[string]string{"en": "option 1", "es": "opción 1"} {
		for _, s := range inEveryRegion(t) {
			if s.Words.Language != language || s.Region.ID != "mx" {
				continue
			}
			plain := squeezed(s.Sheet().Text())
			s.Discreet = true
			said := squeezed(s.Sheet().Text())
			list := s.Region.LinesOf("violence")[0].Note
			_, list, _ = strings.Cut(list, ". ")
			if !strings.Contains(said, option) || list == "" || strings.Contains(said, strings.TrimSuffix(list, ".")) || !strings.Contains(plain, strings.TrimSuffix(list, ".")) {
				t.Errorf("%s: %s", language, said)
			}
		}
	}
}

// TestASheetSaysWhomToCall: whom to call is said where a line has neither number nor site.
func TestASheetSaysWhomToCall(t *testing.T) {
	for _, s := range inEveryRegion(t) {
		s.Layout.Folded = true
		said := s.Sheet().Text()
		for _, l := range linesOf(s.carried()) {
			if l.Call == "" && l.Text == "" && l.URL == "" && !strings.Contains(squeezed(said), l.Name) {
				t.Errorf("%s, %s: nobody is told to call %q", s.Words.Language, s.Region.ID, l.Name)
			}
		}
	}
}

func itemsText(l List) string {
	var b strings.Builder
	var add func([]Item)
	add = func(items []Item) {
		for _, item := range items {
			for _, s := range item.Spans {
				b.WriteString(s.Words)
			}
			b.WriteByte('\n')
			add(item.Items)
		}
	}
	add(l.Items)
	return strings.ReplaceAll(b.String(), "\u00a0", " ")
}

// TestAPosterSaysTheOtherLanguages of a line that is answered in hers too.
func TestAPosterSaysTheOtherLanguages(t *testing.T) {
	s := nation(t, "us")
	for _, l := range s.Region.Lines {
		if also := page.AlsoIn(s.Words, l); l.Kind == "emergency" && also != "" {
			if got := s.Poster().Text(); !strings.Contains(got, strings.TrimSuffix(also, ".")) {
				t.Errorf("the poster does not say %q:\n%s", also, got)
			}
			return
		}
	}
	t.Error("no line for an emergency has another language")
}

// TestThePlanOnPaperHasTimes: by the clock, or in minutes where nobody said when it begins.
func TestThePlanOnPaperHasTimes(t *testing.T) {
	s := nation(t, "gb")
	for start, want := range map[string][]string{"": {"minute 0", "minute 5", "minute 42"}, "18:30": {"18:30", "18:35", "19:12"}} {
		s.Start, _ = workshop.ClockOf(start)
		got := s.PlanSheet(45).Text()
		for _, said := range want {
			if !strings.Contains(got, said) {
				t.Errorf("begun at %q the plan does not say %q:\n%s", start, said, got)
			}
		}
	}
}

// TestHerOwnLinesStandBelowTheRegions on the papers of an evening, and a discreet one
// does not say what they are for.
func TestHerOwnLinesStandBelowTheRegions(t *testing.T) {
	s := nation(t, "gb")
	mine := &questionnaire.Local{Lines: []*questionnaire.HelpLine{{Name: "The line of the town", For: "Somebody to talk to", Call: "0114 496 0000", Hours: "Monday to Friday"}}}
	with := *s.Questionnaire
	with.Workshop = mine.In(s.Questionnaire.Workshop)
	s.Questionnaire = &with
	for name, d := range map[string]*Document{"sheet": s.Sheet(), "poster": s.Poster(), "notes": s.Notes()} {
		for format, got := range shown(t, d) {
			at, region := strings.Index(got, "0114 496 0000"), strings.Index(got, "999")
			if at < region || region < 0 || !strings.Contains(got, "The line of the town") || !strings.Contains(got, s.Words.Workshop.FromYou) {
				t.Errorf("%s as %s has no line of the town below those of the region", name, format)
			}
		}
	}
	s.Discreet = true
	if got := s.Sheet().Text(); strings.Contains(got, "town") || !strings.Contains(got, "0114 496 0000") {
		t.Errorf("the discreet sheet:\n%s", got)
	}
}

// TestHowItWasCheckedIsBrief: half a page of the paper for a clinician, on the page that says
// what this is, with what the texts rest on; the table of promises is on the page after it.
func TestHowItWasCheckedIsBrief(t *testing.T) {
	s := nation(t, "us")
	const words = 220
	r := &s.Words.Handout.Receipt
	var headings []string
	for _, section := range s.Receipt().Sections {
		headings = append(headings, section.Heading)
		said := strings.Fields((&Document{Sections: []Section{section}}).Text())
		if section.Heading == r.Heading && len(said) > words {
			t.Errorf("%d words say how it was checked", len(said))
		}
		if section.NewPage != (section.Heading == r.Some) {
			t.Errorf("%q begins on a new page: %v", section.Heading, section.NewPage)
		}
		if section.Heading == r.Sources && len(section.Blocks) != 1 {
			t.Errorf("the sources are %d paragraphs", len(section.Blocks))
		}
	}
	if got := strings.Join(headings, "|"); !strings.HasSuffix(got, strings.Join([]string{r.Heading, r.Sources, r.Some}, "|")) {
		t.Errorf("the sections are %s", got)
	}
	for _, section := range s.Receipt().Sections {
		if section.Heading == r.Heading {
			got := squeezed((&Document{Sections: []Section{section}}).Text())
			for _, said := range []string{s.made(), page.Reviewed(s.Words, s.Questionnaire), s.textsChecked(), s.readAgain(), r.Differs, r.Limits, r.Printed} {
				if !strings.Contains(got, said) {
					t.Errorf("the first page does not say %q", said)
				}
			}
		}
	}
}

// TestOnlyHerOwnPeopleHaveAGap: a card of somebody who is called by a number that is known
// has that number, with its hours; the others have room to write.
func TestOnlyHerOwnPeopleHaveAGap(t *testing.T) {
	known := 0
	for _, s := range inEveryRegion(t) {
		s.People, s.Layout.Brief = true, true
		people := s.clinicians("", true)
		for _, who := range s.Questionnaire.Clinicians {
			if !s.talked(who) {
				continue
			}
			i := slices.IndexFunc(people.Blocks, func(b Block) bool {
				c, is := b.(Card)
				return is && c.Heading == who.In(s.Region).Name
			})
			if i < 0 {
				t.Fatalf("%s: no card of %s", s.Region.ID, who.ID)
			}
			c := people.Blocks[i].(Card)
			_, gap := lastOf(c.Blocks).(Blank)
			var lines []*questionnaire.HelpLine
			if kind := who.ReachedBy(); kind != "" {
				lines = questionnaire.FirstOfKinds(s.Region, kind)
			}
			if gap != (len(lines) == 0) {
				t.Errorf("%s, %s: room to write: %v", s.Region.ID, who.ID, gap)
			}
			got := squeezed((&Document{Sections: []Section{{Blocks: []Block{c}}}}).Text())
			for _, l := range lines {
				known++
				for _, said := range append(page.Contacts(s.Words, l), l.Hours) {
					if !strings.Contains(unspaced(got), unspaced(said)) {
						t.Errorf("%s, %s: no %q: %s", s.Region.ID, who.ID, said, got)
					}
				}
			}
		}
	}
	if known == 0 {
		t.Error("nobody has a number")
	}
	for id, own := range map[string]bool{
		"emergency-services": false, "poison-centre": false, "crisis-line": false, "violence-line": false, "maternal-mental-health-line": false,
		"midwife-or-obstetric-provider": true, "pharmacist": true, "social-worker-or-legal-aid": true,
	} {
		q := nation(t, "us").Questionnaire
		i := slices.IndexFunc(q.Clinicians, func(c *questionnaire.Clinician) bool { return c.ID == id })
		if i < 0 || (q.Clinicians[i].ReachedBy() == "") != own {
			t.Errorf("%s is one of her own people: %v", id, !own)
		}
	}
}

// TestTheNotesHaveTheWordsOfTheEvening: whatever the screen beside the wall offers a
// facilitator to say stands on her paper too.
func TestTheNotesHaveTheWordsOfTheEvening(t *testing.T) {
	for _, s := range inEachLanguage(t) {
		w := s.Questionnaire.Workshop
		got := squeezed(s.Notes().Text())
		var want []string
		for _, said := range slices.Concat(w.Say, w.MoveOn, w.IfTheySay) {
			want = append(want, said.Say)
		}
		for _, v := range s.Questionnaire.Vignettes() {
			want = append(want, v.Say, v.MoveOn)
		}
		for _, said := range want {
			if !strings.Contains(got, squeezed(said)) {
				t.Errorf("%s: the notes do not say %q", s.Words.Language, said)
			}
		}
		for _, moment := range questionnaire.Moments() {
			if s.Words.Handout.Notes.Moments[moment] == "" {
				t.Errorf("%s: nothing says what %q is called", s.Words.Language, moment)
			}
		}
	}
}

// TestLargeLettersLoseNoWord: what stands there without a frame, or in two lists, says the same.
func TestLargeLettersLoseNoWord(t *testing.T) {
	s := nation(t, "gb")
	s.People = true
	want := unspaced(s.Guide().Text())
	s.Layout.Large = true
	if got := unspaced(s.Guide().Text()); got != want {
		t.Errorf("in large letters the guide says\n%s\nand not\n%s", got, want)
	}
}
