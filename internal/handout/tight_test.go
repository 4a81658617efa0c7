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

// TestASheetHasTheLinesThatItNames: where a note sends who lives in a nation to another line
// by its name, the sheet and the poster have its number. That for the deaf has no room on
// those of the United States in Spanish.
func TestASheetHasTheLinesThatItNames(t *testing.T) {
	named := 0
	for _, s := range inEveryRegion(t) {
		s.Layout.Folded = true
		sheet, poster := squeezed(s.Sheet().Text()), squeezed(s.Poster().Text())
		for to, note := range map[string]string{"ca-poison-qc": "Centre antipoison du Québec"} {
			i := slices.IndexFunc(s.Region.Lines, func(l *questionnaire.HelpLine) bool { return l.ID == to })
			if i < 0 {
				continue
			}
			for where, said := range map[string]string{"sheet": sheet, "poster": poster} {
				if !strings.Contains(said, note) {
					continue
				}
				named++
				if !strings.Contains(said, s.Region.Lines[i].Call) {
					t.Errorf("%s: the %s of %s names %s without its number", s.Words.Language, where, s.Region.ID, note)
				}
			}
		}
	}
	if named == 0 {
		t.Error("no line is named on a sheet")
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

// TestHowItWasCheckedIsBrief: half a page of the paper for a clinician, and the table of
// promises after it, each under a heading of its own.
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
	}
	if got := strings.Join(headings, "|"); !strings.HasSuffix(got, strings.Join([]string{r.Heading, r.Some, r.Sources}, "|")) {
		t.Errorf("the sections are %s", got)
	}
}
