package page_test

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
	"github.com/ask-first/askfirst/internal/wrap"
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
			why := page.ReasonOf(s.words, rule, v.Region())
			if now := rule.Urgency == questionnaire.Now; strings.Contains(said, first) != now || strings.Contains(said, why) != now {
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

// standsIn reports whether a text has a line's number, in any of the ways in which a page
// says that this line, and no other with its number, is to be called.
func standsIn(w *wording.Words, l *questionnaire.HelpLine, said string) bool {
	ways := page.Contacts(w, l)
	if len(ways) == 0 {
		return false
	}
	name := l.Name
	if l.Nation != "" {
		name += " (" + l.Nation + ")"
	}
	if said == name {
		return true
	}
	if l.Kind == "emergency" && l.Call != "" && said == wording.Fill(w.Interrupt.Unlisted, "number", l.Call) {
		return true
	}
	for _, told := range []string{ways[0] + ": " + name, strings.Join(ways, "; ") + ": " + name} {
		if _, after, ok := strings.Cut(said, told); ok && (after == "" || strings.HasPrefix(after, ".")) {
			return true
		}
	}
	return false
}

// answers holds a page to saying how each line answers whose number stands on it: what to
// press for Spanish, what to say to an interpreter, how who cannot hear or speak reaches it.
func answers(t *testing.T, s spoken, region *questionnaire.Region, where string, blocks []page.Block) (seen int) {
	t.Helper()
	all := textOf(page.Page{Blocks: blocks})
	for _, l := range region.Lines {
		if !slices.ContainsFunc(blocks, func(b page.Block) bool { return standsIn(s.words, l, b.Text()) }) {
			continue
		}
		seen++
		for _, how := range page.Access(s.words, l) {
			if !strings.Contains(all, strings.TrimSuffix(how, ".")) {
				t.Errorf("%s, %s, %s: %s stands there without %q:\n%s", s.words.Language, region.ID, where, l.ID, how, all)
			}
		}
	}
	return seen
}

// TestWhereANumberStandsItSaysHowItAnswers, on every page, in every region and language.
// Without it stand: a line among all lines of a region, and among those that a call for
// help in the place of a medicine brings, because each is one row and opens a page that has
// it; the first sentence of a danger, because the lines stand beneath it; and what another's
// questionnaire has changed, which compares digits; and the farewell, which stays for who
// comes next. On the page to copy by hand it stands
// as far as there is room, and the step that is copied has it.
func TestWhereANumberStandsItSaysHowItAnswers(t *testing.T) {
	seen := map[string]int{}
	for language, s := range languages() {
		for _, whole := range s.q.Regions {
			for _, nation := range append(whole.Nations(), "") {
				region := whole.In(nation)
				see := func(where string, blocks []page.Block) { seen[where] += answers(t, s, region, where, blocks) }
				see("wall", page.Wall(s.words, workshop.Step{Kind: workshop.Numbers, Rules: s.q.Rules}, s.q, region).Blocks)
				see("notes", page.Beside(s.words, s.q, region)[0].Blocks)
				for _, moment := range []page.Shared{page.Free, page.StillThere} {
					see("kiosk", page.OfShared(s.words, moment, region, 9, func(string) string { return "" }).Blocks)
				}
				for _, r := range s.q.Rules {
					if r.Interrupt {
						see("danger", page.DangerOf(s.words, []*questionnaire.Rule{r}, region))
					}
				}
				v := visit.Begin(s.q, visit.Options{Region: whole.ID}).Did(visit.Began{}).Did(visit.Agreed{}).Did(visit.Settled{Nation: nation})
				for _, l := range v.Region().Lines {
					p, ok := page.Over(s.words, v, page.Line{ID: l.ID})
					if !ok {
						t.Fatalf("%s has no page", l.ID)
					}
					see("line", p.Blocks)
				}
				for _, c := range opened(t, s, v, page.Lines{}).Choices() {
					if _, opens := c.Opens.(page.Line); !opens && c.Number != "" {
						t.Errorf("%s, %s: %q opens nothing", language, whole.ID, c.Label)
					}
				}
			}
		}
	}
	people(t, 60, func(t *testing.T, s spoken, v visit.Visit, at visit.Result) {
		p := page.Of(s.words, v, page.Front{})
		seen["result"] += answers(t, s, v.Region(), "result", p.Blocks)
		for _, step := range at.Plan.Steps {
			seen["card"] += answers(t, s, v.Region(), "card", opened(t, s, v, page.Card{Clinician: step.Clinician.ID}).Blocks)
		}
	})
	for _, where := range []string{"wall", "notes", "kiosk", "danger", "line", "result", "card"} {
		if seen[where] == 0 {
			t.Errorf("%s: no number was looked at", where)
		}
	}
}

// TestWhatSheCopiesSaysHowItAnswersHer, who has another language, where there is room.
func TestWhatSheCopiesSaysHowItAnswersHer(t *testing.T) {
	copied, told := 0, 0
	people(t, 200, func(t *testing.T, s spoken, v visit.Visit, at visit.Result) {
		if s.words.Language != "es" || v.Region().ID != "us" {
			return
		}
		said := saysAll(opened(t, s, v, page.Copying{}))
		for _, l := range v.Region().LinesOf("crisis") {
			if strings.Contains(said, page.Contacts(s.words, l)[0]+": "+l.Name) && l.Kind == "crisis" {
				copied++
				rows := 0
				for _, b := range opened(t, s, v, page.Copying{}).Blocks {
					rows += len(wrap.Lines(b.Text(), 72))
				}
				switch {
				case strings.Contains(said, "marca el 2"):
					told++
				case rows > 20:
					t.Errorf("what is longer than a screen does not say what to press: %s", said)
				}
			}
		}
	})
	if copied == 0 || told == 0 {
		t.Errorf("of %d pages with the crisis line %d say what to press", copied, told)
	}
}

// TestWhereAReasonSaysToCallTheNumberStands: no text that a number can stand in speaks of
// "your emergency number"; without a region it does.
func TestWhereAReasonSaysToCallTheNumberStands(t *testing.T) {
	for language, s := range languages() {
		words := s.words.Interrupt.EmergencyWord
		short := map[string]string{"en": "emergency number", "es": "número de emergencias"}[language]
		filled := 0
		for _, r := range s.q.Rules {
			for _, text := range []string{r.First, r.Reason} {
				if strings.Contains(text, short) {
					t.Errorf("%s, %s: write {emergency} in %q", language, r.ID, text)
				}
			}
			if !strings.Contains(r.Reason, "{emergency}") {
				continue
			}
			filled++
			if why := page.ReasonOf(s.words, r, &questionnaire.Region{}); !strings.Contains(why, words) {
				t.Errorf("%s, %s: without a region it says %q", language, r.ID, why)
			}
			for _, region := range s.q.Regions {
				why, number := page.ReasonOf(s.words, r, region), questionnaire.NumberOf(region, "emergency")
				if strings.Contains(why, "{") || !strings.Contains(why, cmp.Or(number, words)) {
					t.Errorf("%s, %s in %s: %q", language, r.ID, region.ID, why)
				}
				if r.Interrupt && !strings.Contains(textOf(page.Page{Blocks: page.DangerOf(s.words, []*questionnaire.Rule{r}, region)}), why) {
					t.Errorf("%s, %s in %s: its page does not say %q", language, r.ID, region.ID, why)
				}
			}
		}
		for _, c := range s.q.Clinicians {
			if strings.Contains(c.IfNone, short) {
				t.Errorf("%s, %s: write {emergency} in %q", language, c.ID, c.IfNone)
			}
		}
		if filled == 0 {
			t.Errorf("%s: no reason has a number", language)
		}
	}
	people(t, 100, func(t *testing.T, s spoken, v visit.Visit, at visit.Result) {
		for _, step := range at.Plan.Steps {
			if said := saysAll(opened(t, s, v, page.Card{Clinician: step.Clinician.ID})); strings.Contains(said, "{") {
				t.Errorf("a card shows a brace: %s", said)
			}
		}
		if said := saysAll(page.Of(s.words, v, page.Front{})); strings.Contains(said, "{") {
			t.Errorf("the result shows a brace: %s", said)
		}
	})
}

// TestTheFarewellSaysWhomToCallInDanger: the number for danger to life, for everybody; and
// nothing of it hangs on what she has said.
func TestTheFarewellSaysWhomToCallInDanger(t *testing.T) {
	for language, s := range languages() {
		for _, region := range s.q.Regions {
			said := farewellPage(s, region)
			if number := cmp.Or(questionnaire.NumberOf(region, "emergency"), s.words.Interrupt.EmergencyWord); !strings.Contains(said, number) {
				t.Errorf("%s, %s: no %s: %s", language, region.ID, number, said)
			}
			begun := visit.Begin(s.q, visit.Options{Region: region.ID}).Did(visit.Began{}).Did(visit.Agreed{}).Did(visit.Settled{})
			if _, asked := begun.Where().(visit.Asked); !asked {
				t.Fatalf("%s, %s: no first question", language, region.ID)
			}
			same, stays := farewellPage(s, region), keptPage(s, region)
			for _, answer := range []string{"not-safe", "child-swallowed", "thoughts-of-suicide", "none"} {
				r, err := begun.Where().(visit.Asked).Question.Reply(answer)
				if err != nil {
					t.Fatal(err)
				}
				left := begun.Did(visit.Replied{Reply: r})
				if got := textOf(page.Of(s.words, left.Did(visit.Left{}), page.Front{})); got != same {
					t.Errorf("%s, %s: after %s the farewell is %q, and %q for others", language, region.ID, answer, got, same)
				}
				if got := textOf(page.Of(s.words, left.Did(visit.Left{Keeping: true}), page.Front{})); got != stays {
					t.Errorf("%s, %s: after %s what stays is %q, and %q for others", language, region.ID, answer, got, stays)
				}
			}
		}
	}
}

// TestOneLineStays where she asked for it: the number for danger to life, and not a word
// that tells what the program was.
func TestOneLineStays(t *testing.T) {
	for language, s := range languages() {
		for _, region := range s.q.Regions {
			v := visit.Begin(s.q, visit.Options{Region: region.ID}).Did(visit.Left{Keeping: true})
			blocks := page.Of(s.words, v, page.Front{}).Blocks
			number := cmp.Or(questionnaire.NumberOf(region, "emergency"), s.words.Interrupt.EmergencyWord)
			if want := wording.Fill(s.words.Interrupt.Unlisted, "number", number); len(blocks) != 1 || blocks[0].Text() != want {
				t.Errorf("%s, %s: %d lines, and not %q alone: %q", language, region.ID, len(blocks), want, keptPage(s, region))
			}
		}
	}
}

// TestALineIsOfferedWhereSheFinishes: on every page that leads out of what she has heard,
// before the choice that leaves nothing, and on none where others see the screen.
func TestALineIsOfferedWhereSheFinishes(t *testing.T) {
	for language, s := range languages() {
		for _, shared := range []bool{false, true} {
			begun := visit.Begin(s.q, visit.Options{Region: "us", Shared: shared}).Did(visit.Began{}).Did(visit.Agreed{})
			danger, err := begun.Where().(visit.Asked).Question.Reply("thoughts-of-suicide")
			if err != nil {
				t.Fatal(err)
			}
			stopped := begun.Did(visit.Replied{Reply: danger}).Did(visit.Stopped{})
			few := begun.Did(visit.HadEnough{}).Did(visit.WentOn{})
			pages := map[string]page.Page{
				"stopped": page.Of(s.words, stopped, page.Front{}),
				"few":     page.Of(s.words, few, page.Front{}),
				"result":  page.Of(s.words, stopped.Did(visit.WentOn{}), page.Front{}),
				"after":   page.Afterwards(s.words, few),
			}
			if all, ok := page.Over(s.words, few, page.Everything{}); ok {
				pages["everything"] = all
			}
			for name, p := range pages {
				var ends []visit.Event
				for _, c := range p.Choices() {
					if left, leaves := c.Means.(visit.Left); leaves {
						ends = append(ends, left)
					}
				}
				want := []visit.Event{visit.Left{Keeping: true}, visit.Left{}}
				if shared {
					want = want[1:]
				}
				if !slices.Equal(ends, want) {
					t.Errorf("%s, shared %v, %s: she can leave by %#v, want %#v", language, shared, name, ends, want)
				}
			}
		}
	}
}

// TestNothingStaysThatNamesADanger: what stays on the terminal is read by who comes next,
// and what is said last in plain lines by who listens.
func TestNothingStaysThatNamesADanger(t *testing.T) {
	for language, s := range languages() {
		for _, region := range s.q.Regions {
			said := farewellPage(s, region) + "\n" + keptPage(s, region)
			for _, l := range region.Lines {
				if l.Kind == "emergency" {
					continue
				}
				if strings.Contains(said, l.Name) || l.Call != "" && l.Call != questionnaire.NumberOf(region, "emergency") && strings.Contains(said, l.Call) {
					t.Errorf("%s, %s: %q stays: %s", language, region.ID, l.Name, said)
				}
			}
		}
	}
}

func farewellPage(s spoken, region *questionnaire.Region) string {
	return textOf(page.Of(s.words, visit.Begin(s.q, visit.Options{Region: region.ID}).Did(visit.Left{}), page.Front{}))
}

func keptPage(s spoken, region *questionnaire.Region) string {
	return textOf(page.Of(s.words, visit.Begin(s.q, visit.Options{Region: region.ID}).Did(visit.Left{Keeping: true}), page.Front{}))
}

// TestWhatIsSaidOfALineSaysOfWhich, where two stand close: "Languages: English." alone says
// nothing.
func TestWhatIsSaidOfALineSaysOfWhich(t *testing.T) {
	for language, s := range languages() {
		for _, region := range s.q.Regions {
			for _, b := range page.OfShared(s.words, page.StillThere, region, 9, nil).Blocks {
				if b.Manner != page.LineNote {
					continue
				}
				if !slices.ContainsFunc(region.Lines, func(l *questionnaire.HelpLine) bool {
					return strings.HasPrefix(b.Text(), cmp.Or(l.Call, l.Name)+": ") || strings.HasPrefix(b.Text(), l.Name) || strings.HasPrefix(b.Text(), page.SentenceCase(s.words.Interrupt.EmergencyWord))
				}) {
					t.Errorf("%s, %s: whose is %q?", language, region.ID, b.Text())
				}
			}
		}
	}
}

// TestTheListSaysWhatToPressForHerLanguage: whoever reads Spanish and texts the word of the
// English line is answered in English.
func TestTheListSaysWhatToPressForHerLanguage(t *testing.T) {
	es := languages()["es"]
	said := saysAll(page.Page{Blocks: opened(t, es, visit.Begin(es.q, visit.Options{Region: "us"}), page.Lines{}).Blocks})
	for _, c := range opened(t, es, visit.Begin(es.q, visit.Options{Region: "us"}), page.Lines{}).Choices() {
		said += "\n" + c.Number + " " + c.Access
	}
	for _, want := range []string{"AYUDA", "marca el 2", "Marca 1 para español", "971-203-7773", es.words.Line.Interpreter} {
		if !strings.Contains(said, want) {
			t.Errorf("the list does not say %q:\n%s", want, said)
		}
	}
	for language, s := range languages() {
		for _, region := range s.q.Regions {
			for _, c := range opened(t, s, visit.Begin(s.q, visit.Options{Region: region.ID}), page.Lines{}).Choices() {
				at, is := c.Opens.(page.Line)
				if !is || c.Number == "" {
					continue
				}
				l := region.Lines[slices.IndexFunc(region.Lines, func(l *questionnaire.HelpLine) bool { return l.ID == at.ID })]
				if c.Access != "" && len(l.Languages) > 0 && l.Languages[0] == s.words.Language {
					t.Errorf("%s, %s: %s is answered in her language first, and says %q", language, region.ID, l.ID, c.Access)
				}
				if asks := strings.Contains(strings.Join(page.Access(s.words, l), " "), s.words.Line.Interpreter); asks && c.Access == "" && l.Call != "" {
					t.Errorf("%s, %s: %s does not say how she asks for her language", language, region.ID, l.ID)
				}
			}
		}
	}
}

// TestTheConsentNamesTheNumberOfHerRegion, where that is known by then.
func TestTheConsentNamesTheNumberOfHerRegion(t *testing.T) {
	for language, s := range languages() {
		for _, region := range s.q.Regions {
			for _, shared := range []bool{false, true} {
				v := visit.Begin(s.q, visit.Options{Region: region.ID, Shared: shared}).Did(visit.Began{})
				said := textOf(page.Of(s.words, v, page.Front{}))
				want := cmp.Or(questionnaire.NumberOf(region, "emergency"), s.words.Interrupt.EmergencyWord)
				if !strings.Contains(said, want) || strings.Contains(said, "{") {
					t.Errorf("%s, %s: %s", language, region.ID, said)
				}
			}
		}
		unknown := textOf(page.Of(s.words, visit.Begin(s.q, visit.Options{}).Did(visit.Began{}), page.Front{}))
		if !strings.Contains(unknown, s.words.Interrupt.EmergencyWord) {
			t.Errorf("%s: without a region: %s", language, unknown)
		}
	}
}

// TestAWelcomeNamesTheNumberOfHerRegion, where it has a place for it and that is known by
// then; before the lines are read, and for who lives nowhere that we know, it is said in words.
func TestAWelcomeNamesTheNumberOfHerRegion(t *testing.T) {
	for language, s := range languages() {
		q := *s.q
		q.Welcome = "Danger: {emergency}!"
		front := page.Front{Cover: q.Cover()}
		inWords := "Danger: " + s.words.Interrupt.EmergencyWord + "!"
		for _, region := range q.Regions {
			v := visit.Begin(&q, visit.Options{Region: region.ID})
			want := "Danger: " + cmp.Or(questionnaire.NumberOf(region, "emergency"), s.words.Interrupt.EmergencyWord) + "!"
			if said := textOf(page.Of(s.words, v, front)); !strings.Contains(said, want) {
				t.Errorf("%s, %s: no %q in %s", language, region.ID, want, said)
			}
		}
		for what, p := range map[string]page.Page{"unread": page.Welcome(s.words, front), "nowhere": page.Of(s.words, visit.Begin(&q, visit.Options{}), front)} {
			if said := textOf(p); !strings.Contains(said, inWords) {
				t.Errorf("%s, %s: no %q in %s", language, what, inWords, said)
			}
		}
	}
}
