package page_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
)

// idsOf are the lines on the page of one rule.
func idsOf(t *testing.T, q *questionnaire.Questionnaire, region, nation, rule string) []string {
	t.Helper()
	var ids []string
	for _, l := range questionnaire.InterruptLines([]*questionnaire.Rule{q.Rule(rule)}, q.Region(region).In(nation)) {
		ids = append(ids, l.ID)
	}
	return ids
}

// TestTheDangerDecidesTheLines holds the pages to the table of what each danger
// shows, first to last.
func TestTheDangerDecidesTheLines(t *testing.T) {
	q := languages()["en"].q
	for _, c := range []struct{ rule, region, nation, want string }{
		{"suicide-thoughts", "us", "", "us-988 us-911 us-maternal"},
		{"suicide-thoughts", "gb", "Scotland", "gb-samaritans gb-shout gb-111-sc"},
		{"suicide-thoughts", "gb", "Northern Ireland", "gb-samaritans gb-shout gb-lifeline-ni"},
		{"suicide-act", "gb", "Scotland", "gb-samaritans gb-shout gb-999"},
		{"suicide-thoughts", "ie", "", "ie-samaritans ie-text ie-pieta"},
		{"suicide-thoughts", "nz", "", "nz-1737 nz-suicide nz-111"},
		{"psychosis-signs", "us", "", "us-911 us-988"},
		{"psychosis-signs", "gb", "England", "gb-999 gb-111-en"},
		{"psychosis-signs", "ie", "", "ie-112"},
		{"may-harm", "gb", "Wales", "gb-999 gb-111-wa"},
		{"body-emergency", "us", "", "us-911"},
		{"body-emergency", "gb", "Wales", "gb-999"},
		{"child-swallowed", "us", "", "us-poison us-911"},
		{"child-swallowed", "ca", "", "ca-poison ca-poison-qc ca-911"},
		{"child-swallowed", "ca", "Quebec", "ca-poison-qc ca-911"},
		{"child-swallowed", "gb", "England", "gb-poison gb-999"},
		{"child-swallowed", "gb", "Northern Ireland", "gb-999 gb-poison-ni"},
		{"child-swallowed", "ie", "", "ie-112 ie-poison"},
		{"child-swallowed", "es", "", "es-112"},
		{"unsafe-now", "us", "", "us-dv us-dv-deaf us-911"},
		{"unsafe-now", "gb", "Wales", "gb-dv-wa gb-999"},
		{"unsafe-now", "nz", "", "nz-dv nz-dv2 nz-111"},
		{"unsafe-now", "elsewhere", "", "xx-emergency xx-findahelpline"},
	} {
		if got := strings.Join(idsOf(t, q, c.region, c.nation, c.rule), " "); got != c.want {
			t.Errorf("%s in %s %s: %s, want %s", c.rule, c.region, c.nation, got, c.want)
		}
	}
}

// TestNoPageOfADangerIsALongList: three lines at most, once it is known where she is; the
// emergency number on every page, among them or in a sentence; and no line to listen on a
// page about the body or a poison.
func TestNoPageOfADangerIsALongList(t *testing.T) {
	q := languages()["en"].q
	body := []string{"body-emergency", "head-emergency", "birth-emergency", "child-swallowed", "heart-symptoms"}
	for _, rule := range q.Rules {
		if !rule.Interrupt {
			continue
		}
		for _, region := range q.Regions {
			for _, nation := range append(region.Nations(), "") {
				if nation == "" && len(region.Nations()) > 0 {
					continue
				}
				lines := questionnaire.InterruptLines([]*questionnaire.Rule{rule}, region.In(nation))
				number := questionnaire.NumberOf(region, "emergency")
				if said := page.DangerOf(languages()["en"].words, []*questionnaire.Rule{rule}, region.In(nation)); !slices.ContainsFunc(said, func(b page.Block) bool { return strings.Contains(b.Text(), number) }) {
					t.Errorf("%s in %s %s: the emergency number is nowhere", rule.ID, region.ID, nation)
				}
				if len(lines) == 0 || len(lines) > 3 {
					t.Errorf("%s in %s %s: %d lines", rule.ID, region.ID, nation, len(lines))
				}
				for _, l := range lines {
					if slices.Contains(body, rule.ID) && l.Kind == "crisis" {
						t.Errorf("%s in %s: %s", rule.ID, region.ID, l.ID)
					}
				}
			}
		}
	}
}

// TestAScreenIsNotShownWhereSomebodyNearIsTheDanger, on that page and on those that
// follow it.
func TestAScreenIsNotShownWhereSomebodyNearIsTheDanger(t *testing.T) {
	for language, s := range languages() {
		for _, region := range s.q.Regions {
			v := visit.Begin(s.q, visit.Options{Region: region.ID}).Did(visit.Began{}).Did(visit.Agreed{}).Did(visit.Settled{})
			reply := func(v visit.Visit, answers ...string) visit.Visit {
				at := v.Where().(visit.Asked)
				r, err := at.Question.Reply(answers...)
				if err != nil {
					t.Fatal(err)
				}
				return v.Did(visit.Replied{Reply: r})
			}
			shows := func(v visit.Visit) bool {
				if _, ok := v.Where().(visit.Danger); !ok {
					t.Fatalf("%s, %s: no emergency page", language, region.ID)
				}
				return strings.Contains(textOf(page.Of(s.words, v, page.Front{})), s.words.Interrupt.Show)
			}
			if shows(reply(v, "not-safe")) || !shows(reply(v, "thoughts-of-suicide")) {
				t.Errorf("%s, %s: whom the page is shown to", language, region.ID)
			}
			later := reply(v, "not-safe").Did(visit.WentOn{})
			if shows(reply(later, "body-danger")) {
				t.Errorf("%s, %s: a later page is shown to somebody near", language, region.ID)
			}
		}
	}
}

// TestADangerOfNowIsNotFollowedByOneOfToday: whoever sees and hears things, and does
// not sleep, reads one thing to do, and the numbers of both.
func TestADangerOfNowIsNotFollowedByOneOfToday(t *testing.T) {
	for language, s := range languages() {
		v := visit.Begin(s.q, visit.Options{Region: s.q.Regions[0].ID}).Did(visit.Began{}).Did(visit.Agreed{}).Did(visit.Settled{})
		r, err := v.Where().(visit.Asked).Question.Reply("not-myself", "no-sleep-wired")
		if err != nil {
			t.Fatal(err)
		}
		v = v.Did(visit.Replied{Reply: r})
		at, ok := v.Where().(visit.Danger)
		if !ok || len(at.Rules) < 2 {
			t.Fatalf("%s: no page of two dangers", language)
		}
		said := textOf(page.Of(s.words, v, page.Front{}))
		for _, rule := range at.Rules {
			first := page.FirstAct(s.words, rule.First, v.Region())
			if now := rule.Urgency == questionnaire.Now; strings.Contains(said, first) != now || strings.Contains(said, rule.Reason) != now {
				t.Errorf("%s: %s, which is %s, is told wrongly", language, rule.ID, rule.Urgency)
			}
		}
	}
}

// TestFearAtHomeShowsItsLine, whoever is the first to talk to: a midwife, whom she
// needs anyway, takes the place of the line, and not of its number.
func TestFearAtHomeShowsItsLine(t *testing.T) {
	for language, s := range languages() {
		for _, region := range s.q.Regions {
			v := visit.Begin(s.q, visit.Options{Region: region.ID}).Did(visit.Began{}).Did(visit.Agreed{}).Did(visit.Settled{})
			for range 100 {
				switch at := v.Where().(type) {
				case visit.Result:
				case visit.Asked:
					answer := map[string]string{"safe-home": "pushed", "pregnancy": "first"}[at.Question.ID]
					r := questionnaire.Reply{Kind: questionnaire.Declined}
					if answer != "" {
						r, _ = at.Question.Reply(answer)
					}
					v = v.Did(visit.Replied{Reply: r})
				default:
					v = v.Did(visit.WentOn{})
				}
			}
			said := textOf(page.Of(s.words, v, page.Front{}))
			of := func(l *questionnaire.HelpLine) bool { return l.Kind == "violence" && l.Call != "" }
			lines := questionnaire.AllLines(v.Region())
			if slices.ContainsFunc(lines, of) && !slices.ContainsFunc(lines, func(l *questionnaire.HelpLine) bool { return of(l) && strings.Contains(said, l.Call) }) {
				t.Errorf("%s, %s: a midwife and no line for fear at home", language, region.ID)
			}
		}
	}
}

func textOf(p page.Page) string {
	var all []string
	for _, b := range p.Blocks {
		all = append(all, b.Text())
	}
	return strings.Join(all, "\n")
}

// TestWhoMayBeHeardHasTheSilentWayFirst: on a page about somebody whom she is afraid of
// a line that takes texts is told by that first.
func TestWhoMayBeHeardHasTheSilentWayFirst(t *testing.T) {
	said := languages()["en"]
	for _, region := range said.q.Regions {
		for _, l := range region.LinesOf("violence", "assault") {
			ways := page.Contacts(said.words, l)
			if l.Call != "" && l.Text != "" && !strings.Contains(ways[0], l.Text) {
				t.Errorf("%s is told by %q first", l.ID, ways[0])
			}
		}
	}
	if ways := page.Contacts(said.words, said.q.Region("us").LinesOf("crisis")[0]); !strings.HasPrefix(ways[0], "call") {
		t.Errorf("a crisis line is told by %q first", ways[0])
	}
}

// TestNobodyAsksForHerOwnLanguageInAnother: the words to say to an interpreter stand
// where a line is answered in another language, and in Spain nobody says "Spanish, please".
func TestNobodyAsksForHerOwnLanguageInAnother(t *testing.T) {
	es := languages()["es"]
	for region, want := range map[string]bool{"us": true, "gb": true, "es": false, "mx": false} {
		said := ""
		for _, l := range es.q.Region(region).Lines {
			said += strings.Join(page.About(es.words, l), " ")
		}
		if strings.Contains(said, es.words.Line.Interpreter) != want {
			t.Errorf("%s: %v that she is told to say it", region, !want)
		}
	}
	en := languages()["en"]
	for _, l := range en.q.Region("es").LinesOf("emergency") {
		if said := strings.Join(page.About(en.words, l), " "); !strings.Contains(said, en.words.Line.Interpreter) {
			t.Errorf("who has English calls %s: %s", l.ID, said)
		}
	}
}

// TestALineOfOneNationDoesNotPassThatOfAll: whoever did not say Quebec may live
// elsewhere, and whatever she speaks, the number of all of Canada stands first.
func TestALineOfOneNationDoesNotPassThatOfAll(t *testing.T) {
	for language, s := range languages() {
		for _, region := range s.q.Regions {
			for _, kind := range questionnaire.LineKinds {
				lines := slices.DeleteFunc(region.LinesOf(kind), func(l *questionnaire.HelpLine) bool { return l.Kind != kind })
				sorted := page.InHerLanguage(s.words, lines)
				if len(lines) > 0 && lines[0].Nation == "" && sorted[0].Nation != "" {
					t.Errorf("%s: %s stands before %s", language, sorted[0].ID, lines[0].ID)
				}
			}
		}
	}
}

// TestRegionsOfHerLanguageComeFirst: who reads Spanish finds Spain, Mexico and the
// United States before the rest; in English the order is that of the file.
func TestRegionsOfHerLanguageComeFirst(t *testing.T) {
	for language, want := range map[string]string{"en": "us ca gb ie au nz es mx elsewhere", "es": "es mx us ca gb ie au nz elsewhere"} {
		s := languages()[language]
		v := visit.Begin(s.q, visit.Options{}).Did(visit.Began{}).Did(visit.Agreed{})
		var ids []string
		for _, c := range page.Of(s.words, v, page.Front{}).Choices() {
			if placed, ok := c.Means.(visit.Placed); ok && placed.Region != "" {
				ids = append(ids, placed.Region)
			}
		}
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("%s: %s, want %s", language, got, want)
		}
	}
}

// TestARegionHasItsArticleInASentence, in each language; one that has none stays as it is.
func TestARegionHasItsArticleInASentence(t *testing.T) {
	for language, want := range map[string]map[string]string{
		"en": {"gb": "Which part of the United Kingdom?", "ca": "Which part of Canada?"},
		"es": {"gb": "Vives en el Reino Unido. ¿En qué parte?", "ca": "Vives en Canadá. ¿En qué parte?"},
	} {
		s := languages()[language]
		for region, asked := range want {
			v := visit.Begin(s.q, visit.Options{Region: region}).Did(visit.Began{}).Did(visit.Agreed{})
			if said := textOf(page.Of(s.words, v, page.Front{})); !strings.Contains(said, asked) {
				t.Errorf("%s, %s: %q is not asked: %s", language, region, asked, said)
			}
		}
	}
}

// TestALineWithoutANumberSaysWhomToCall: her own emergency number, her own doctor.
func TestALineWithoutANumberSaysWhomToCall(t *testing.T) {
	for language, s := range languages() {
		for _, region := range s.q.Regions {
			for _, l := range region.Lines {
				if len(page.Contacts(s.words, l)) > 0 {
					continue
				}
				blocks := page.LineOf(s.words, l)
				if b := blocks[min(1, len(blocks)-1)]; b.Manner != page.Number || b.Text() != l.Name {
					t.Errorf("%s: %s begins with %q", language, l.ID, b.Text())
				}
			}
		}
	}
}

// TestTheFarewellSaysHowTheLineAnswersHer: the number stays on the screen, and so does
// what to press for Spanish, and how somebody reaches it who cannot hear.
func TestTheFarewellSaysHowTheLineAnswersHer(t *testing.T) {
	for language, s := range languages() {
		for _, region := range s.q.Regions {
			said := strings.Join(page.Farewell(s.words, region), "\n")
			for _, l := range questionnaire.AlwaysLines(region) {
				if l.Kind == "crisis" {
					if !strings.Contains(said, l.Note) {
						t.Errorf("%s, %s: nothing of %q: %s", language, region.ID, l.Note, said)
					}
					break
				}
			}
		}
	}
	es := languages()["es"]
	if said := strings.Join(page.Farewell(es.words, es.q.Region("us")), "\n"); !strings.Contains(said, "marca el 2") || !strings.Contains(said, "AYUDA") {
		t.Error(said)
	}
}
