package folder

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/ask-first/askfirst/internal/folder/foldertest"
	"github.com/ask-first/askfirst/internal/fuzztest"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// small is a questionnaire that uses every key of the format once.
func small(t testing.TB) *questionnaire.Questionnaire {
	t.Helper()
	return mustRead(t, os.DirFS("testdata/small"), nil)
}

func mustRead(t testing.TB, folder, defaults fs.FS) *questionnaire.Questionnaire {
	t.Helper()
	q, findings, err := Read(folder, defaults)
	if q == nil || len(findings) > 0 || err != nil {
		t.Fatalf("the questionnaire was not read: %v\n%s", err, foldertest.Listed(findings))
	}
	return q
}

// TestValuesAreReadAsWritten holds what TestEveryKeyIsRead cannot see: that a
// value becomes the right one.
func TestValuesAreReadAsWritten(t *testing.T) {
	q := small(t)
	day := func(s string) time.Time {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	feeding, milkAge, medicines := q.Question("feeding"), q.Question("milk-age"), q.Question("medicines")
	prescriber, doctor := q.Clinician("prescriber"), q.Clinician("babys-doctor")
	milk, text, line, lactmed := q.Rule("milk"), q.Text("milk-data"), q.Region("us").Lines[0], q.Sources[0]
	sertraline, scenario, promise := q.Formulary.ByGeneric("sertraline"), q.Scenarios[0], q.Promises[0]
	workshop := q.Workshop
	plan := workshop.Plans[0]
	for _, c := range []struct{ what, got, want any }{
		{"questionnaire", []any{q.ID, q.Title, q.Version, q.Language, q.Consent}, []any{"small", "Ask First, small", "1.0.0", "en", questionnaire.Text("You choose what you answer.")}},
		{"welcome", q.Welcome.Plain(), "Hello. This is small.\n- It stores nothing.\n- It sends nothing, anywhere."},
		{"topics", []any{q.Topics[0].ID, q.Topics[0].Title, q.Topics[0].About, q.Topics[1].ID, q.Topics[1].About}, []any{"feeding", "Breastfeeding", "How you feed your baby.", "your-medicines", ""}},
		{"order of questions", []any{feeding.Index, milkAge.Index, medicines.Index, medicines.Topic.ID}, []any{0, 1, 2, "your-medicines"}},
		{"question", []any{feeding.Before, feeding.Ask, feeding.Why, feeding.Choose, feeding.Private, feeding.AskWhen == nil}, []any{"The next question is about milk.", "Are you breastfeeding?", "A medicine can reach a baby through milk.", questionnaire.One, false, true}},
		{"answer", []any{feeding.Answers[0].ID, feeding.Answers[0].Label, feeding.Answers[0].Exclusive}, []any{"all-milk", "Yes", false}},
		{"many", []any{milkAge.Choose, milkAge.Private, milkAge.Answers[2].Exclusive}, []any{questionnaire.Many, true, true}},
		{"states", []any{medicines.Choose, medicines.States[1].ID, medicines.States[1].Label}, []any{questionnaire.Medicines, "stopped-by-myself", "I stopped by myself"}},
		{"rule", []any{milk.Urgency, milk.PossibleUrgency, milk.Interrupt, milk.First, milk.Reason, milk.AskOfAll()}, []any{questionnaire.Now, questionnaire.Today, true, "Call your baby's doctor.", "You feed a baby with your milk.", "I feed my baby my own milk."}},
		{"rule's references", []any{milk.TalkTo, milk.Learn, milk.Lines}, []any{[]*questionnaire.Clinician{doctor, prescriber}, []*questionnaire.Education{text}, []string{"feeding"}}},
		{"possible urgency left out", []any{q.Rule("stopped").Urgency, q.Rule("stopped").PossibleUrgency}, []any{questionnaire.Today, questionnaire.Today}},
		{"rule for everyone", q.Rule("everyone").When == nil, true},
		{"clinician", []any{prescriber.Name, prescriber.Who, prescriber.IfNone, prescriber.Lines, doctor.Index, prescriber.Instead[0].ID, prescriber.TellWithMedicines != nil}, []any{"Your prescriber", "Whoever prescribed your medicine.", "Ask any pharmacist whom to see.", []string{"crisis", "medicines"}, 2, "pharmacist", true}},
		{"education", []any{text.Title, text.Text, text.Sources, text.Checked, text.Reviewed[0].By, text.Reviewed[0].On, text.Reviewed[0].Seen, len(text.Lapsed), text.Concerns.Named}, []any{"What is known about milk", questionnaire.Text("Little is known."), []*questionnaire.Source{lactmed}, day("2026-11-24"), "Ana Paz, RN 48213", day("2026-11-25"), "cafc4615", 0, q.Condition("feeds")}},
		{"source", []any{lactmed.ID, lactmed.Title, lactmed.By, lactmed.Year, lactmed.Where, lactmed.URL, lactmed.Read}, []any{"lactmed", "LactMed", "NLM", "2024", "Bethesda", "https://example.org/lactmed", "abstract"}},
		{"line", []any{line.ID, line.Kind, line.Name, line.For, line.Call, line.Text, line.TextWord, line.URL}, []any{"us-emergency", "emergency", "Emergency services", "danger to life", "911", "911", "HELP", "https://example.org/"}},
		{"line's limits", []any{line.Hours, line.Languages, line.Nation, line.Note, line.Checked, line.Source}, []any{"weekdays", []string{"en", "es"}, "everywhere", "Not for advice.", day("2026-11-24"), "https://example.org/source"}},
		{"lines by kind", q.Region("us").LinesOf("crisis", "emergency")[0].ID, "us-crisis"},
		{"medicine", []any{sertraline.Names(), sertraline.For, q.Formulary.LookAlikes}, []any{[]string{"sertraline", "sertralina", "Zoloft", "Lustral"}, "depression", [][]string{{"Celexa", "Celebrex"}}}},
		{"class within a class", sertraline.In(q.Formulary.Class("not-to-be-stopped-suddenly")), true},
		{"class it is not in", sertraline.In(q.Formulary.Class("lithium")), false},
		{"name in other letters", q.Formulary.Called("ZOLOFT")[0] == sertraline, true},
		{"promise", []any{promise.Then.Possible[0].AnyOf[0] == doctor, promise.Then.Possible[0].Urgency, promise.Then.Conversations[0].Who() == "prescriber", promise.If.Parts[0].Atom.Question == feeding}, []any{true, questionnaire.Today, true, true}},
		{"promise of a question and a text", []any{q.Promises[1].Then.LeadsTo() == nil, q.Promises[1].Then.Asks[0].Of, q.Promises[1].Then.Learn[0].Of}, []any{true, milkAge, text}},
		{"promise of nobody", q.Promises[2].Then.NoneOf[0].Of, doctor},
		{"scenario", []any{scenario.Story, scenario.Discuss, scenario.Point, scenario.Workshop, scenario.Tenderness}, []any{"A mother takes sertraline.", []string{"What would help her say this?"}, "Milk comes first.", true, 2}},
		{"person", []any{scenario.Person.Others, scenario.Person.Answers[1].Reply}, []any{[]string{"none", "prefer-not-to-say"}, questionnaire.Reply{Kind: questionnaire.Definite, Answers: []int{0, 1}}}},
		{"her medicines", scenario.Person.Answers[2].Reply.Taken, []questionnaire.Taken{{Medicine: sertraline.Index, Typed: questionnaire.NewTyped("Lustral")}, {Medicine: 2, State: questionnaire.UnsureState}, {Medicine: questionnaire.UnlistedMedicine, Typed: questionnaire.NewTyped("Grandmother's drops")}}},
		{"workshop's scenario", []any{scenario.Title, scenario.PairsWith == scenario}, []any{"Milk and a medicine", true}},
		{"agreements", []any{workshop.Agreements[0].ID, workshop.Agreements[0].Say, workshop.At.String()}, []any{"made-up", "We use made-up people.", "workshop.yaml:1:1"}},
		{"lines to say", []any{workshop.Parked[0].Say, workshop.Thinking[0].Say, workshop.Sentences[0].Say, workshop.Closing[0].Say, workshop.Reporting[0].Say, workshop.Laptop[0].Say}, []any{"Where it comes from.", "Unknown counts.", "May I ask you something?", "One word each.", "Find out before.", "A guest account."}},
		{"plan", []any{plan.ID, plan.Title, plan.Minutes, len(plan.Steps)}, []any{"brief", "Brief", 10, 2}},
		{"plan's steps", []any{plan.Steps[0].Title, plan.Steps[0].Minutes, plan.Steps[0].Do, plan.Steps[1].Show, plan.Steps[1].Tenderness}, []any{"Welcome", 3, "Read them.", questionnaire.ShowVignette, 2}},
		{"distress", []any{workshop.Distress[0].Title, workshop.Distress[0].Do}, []any{"Pause", "Blank the screen."}},
		{"disclosure", []any{workshop.Disclosures[0].What, workshop.Disclosures[0].WeDo, workshop.Disclosures[0].WeDoNot, workshop.ReportingSentence}, []any{"A partner", "Ask alone.", "Call him.", "I have to tell … if I hear …."}},
		{"expected", []any{scenario.Expect.Conversations[0].Urgency, scenario.Expect.Possible[0].Who(), scenario.Expect.Asks[0].Of.ID}, []any{questionnaire.Now, "prescriber", "milk-age"}},
		{"expected exactly", []any{scenario.Expect.Learn[0].Of.ID, scenario.Expect.NoMore, scenario.Expect.NoMoreAt.String()}, []any{"milk-data", true, "scenarios.yaml:14:16"}},
	} {
		if fmt.Sprint(c.got) != fmt.Sprint(c.want) {
			t.Errorf("%s: got %v, want %v", c.what, c.got, c.want)
		}
	}
}

// TestConditionsKeepTheirShape writes each condition back as nested words.
func TestConditionsKeepTheirShape(t *testing.T) {
	for _, c := range []struct{ when, want string }{
		{"{feeding: all-milk}", "feeding[all-milk]"},
		{"{feeding: [all-milk, not-sure]}", "feeding[all-milk not-sure?]"},
		{"{feeding: all-milk, feelings: sad}", "all(feeding[all-milk] feelings[sad])"},
		{"{not: {feeding: all-milk, feelings: sad}}", "not(all(feeding[all-milk] feelings[sad]))"},
		{"{feeding: none, not: {feelings: sad}, any: [{feelings: wired}, {feeding: none}]}", "all(feeding[none] not(feelings[sad]) any(feelings[wired] feeding[none]))"},
		{"{all: [{any: [{feeding: none}]}]}", "all(any(feeding[none]))"},
		{"{feelings: {at-least: 2, of: [sad, wired]}}", "feelings>=2[sad wired]"},
		{"{feelings: {of: [prefer-not-to-say]}}", "feelings[prefer?]"},
		{"{medicines: [mood, unlisted]}", "medicines[sertraline citalopram unlisted?]"},
		{"{medicines: {of: [lithium, none], state: stopped}}", "medicines[lithium none?]in[stopped]"},
	} {
		topic := conditionTopic + "    when: " + c.when + "\n"
		folder := foldertest.With("one.yaml", topic)
		folder["medicines.yaml"] = &fstest.MapFile{Data: []byte(`classes:
  - {id: ssri, name: A}
  - {id: mood, name: B, includes: [ssri]}
medicines:
  - {generic: sertraline, classes: [ssri]}
  - {generic: citalopram, classes: [mood]}
  - {generic: lithium, classes: []}
`)}
		q := mustRead(t, folder, nil)
		if got := shape(q, q.Rules[0].When); got != c.want {
			t.Errorf("%s: got %s, want %s", c.when, got, c.want)
		}
	}
}

const conditionTopic = `topic: one
title: One
questions:
  - {id: feeding, ask: A, why: B, choose: one, answers: [{id: all-milk, label: A}, {id: none, label: B}]}
  - {id: feelings, ask: A, why: B, choose: many, answers: [{id: sad, label: A}, {id: wired, label: B}]}
  - {id: medicines, ask: A, why: B, choose: medicines, states: [{id: taking, label: A}, {id: stopped, label: B}]}
rules:
  - id: rule
    talk-to: doctor
    urgency: today
    reason: Because.
`

func shape(q *questionnaire.Questionnaire, c *questionnaire.Condition) string {
	if c.Op != questionnaire.Atom {
		var parts []string
		for _, p := range c.Parts {
			parts = append(parts, shape(q, p))
		}
		return [...]string{"all", "any", "not"}[c.Op] + "(" + strings.Join(parts, " ") + ")"
	}
	var words []string
	for i, want := range c.Atom.Want {
		switch {
		case !want:
		case c.Atom.Question.TakesMedicines():
			words = append(words, q.Formulary.Medicines[i].Generic)
		default:
			words = append(words, c.Atom.Question.Answers[i].ID)
		}
	}
	for _, open := range []struct {
		word string
		want bool
	}{{"not-sure?", c.Atom.WantNotSure}, {"prefer?", c.Atom.WantPreferNotToSay}, {"none?", c.Atom.WantNone}, {"unlisted?", c.Atom.WantUnlisted}} {
		if open.want {
			words = append(words, open.word)
		}
	}
	s := c.Atom.Question.ID
	if c.Atom.AtLeast > 1 {
		s += fmt.Sprintf(">=%d", c.Atom.AtLeast)
	}
	s += fmt.Sprint(words)
	if c.Atom.WantState != nil {
		var states []string
		for i, want := range c.Atom.WantState {
			if want {
				states = append(states, c.Atom.Question.States[i].ID)
			}
		}
		s += "in" + fmt.Sprint(states)
	}
	return s
}

// TestPositionsAreThoseOfTheWords holds what findings of later checks point at.
func TestPositionsAreThoseOfTheWords(t *testing.T) {
	q := small(t)
	for what, c := range map[string]struct{ got, want string }{
		"topic":     {q.Topic("feeding").At.String(), "feeding.yaml:1:1"},
		"question":  {q.Question("milk-age").At.String(), "feeding.yaml:16:5"},
		"answer":    {q.Question("feeding").Answers[1].At.String(), "feeding.yaml:14:9"},
		"condition": {q.Rule("milk").When.Parts[0].At.String(), "feeding.yaml:29:7"},
		"clinician": {q.Clinician("babys-doctor").At.String(), "clinicians.yaml:10:5"},
		"given":     {q.Scenarios[0].Person.Answers[1].At.String(), "scenarios.yaml:6:7"},
		"others":    {q.Scenarios[0].Person.At.String(), "scenarios.yaml:8:13"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", what, c.got, c.want)
		}
	}
}

func TestAFolderWithoutItsOwnPeopleAndMedicinesInheritsThem(t *testing.T) {
	defaults := os.DirFS("testdata/small")
	folder := fstest.MapFS{"questionnaire.yaml": foldertest.With("", "")["questionnaire.yaml"], "one.yaml": {Data: []byte(strings.Replace(foldertest.Topic, "doctor", "babys-doctor", 1))}}
	q := mustRead(t, folder, defaults)
	if len(q.Clinicians) != 4 || len(q.Regions) != 2 || len(q.Formulary.Medicines) != 5 || len(q.Workshop.Plans) != 1 {
		t.Errorf("%d clinicians, %d regions, %d medicines", len(q.Clinicians), len(q.Regions), len(q.Formulary.Medicines))
	}
	if len(q.Questions) != 0 || len(q.Sources) != 0 || len(q.Scenarios) != 0 {
		t.Error("more was inherited than clinicians, help lines, medicines and a workshop")
	}

	// Its own file takes the place of the whole inherited one.
	folder["clinicians.yaml"] = foldertest.With("", "")["clinicians.yaml"]
	folder["one.yaml"] = &fstest.MapFile{Data: []byte(foldertest.Topic)}
	if q := mustRead(t, folder, defaults); len(q.Clinicians) != 1 || q.Clinicians[0].ID != "doctor" {
		t.Errorf("its own clinicians are %v", q.Clinicians)
	}
}

// TestFilesFromOtherEditorsAreRead: a byte order mark and Windows line ends are
// nobody's mistake, and move no position.
func TestFilesFromOtherEditorsAreRead(t *testing.T) {
	for name, change := range map[string]func(string) string{
		"byte order mark":   func(s string) string { return "\ufeff" + s },
		"Windows line ends": func(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") },
		"both":              func(s string) string { return "\ufeff" + strings.ReplaceAll(s, "\n", "\r\n") },
		"no last line feed": func(s string) string { return strings.TrimSuffix(s, "\n") },
		"a comment first":   func(s string) string { return "# a comment" + s[strings.Index(s, "\n"):] },
	} {
		t.Run(name, func(t *testing.T) {
			text := "# the topic\n" + strings.Replace(conditionTopic, "Because.", "Für Mütter. 你好 👩‍🍼", 1)
			q := mustRead(t, foldertest.With("one.yaml", change(text)), nil)
			if rule := q.Rules[0]; rule.Reason != "Für Mütter. 你好 👩‍🍼" || rule.At.String() != "one.yaml:9:5" {
				t.Errorf("%q at %s", rule.Reason, rule.At)
			}
		})
	}
}

// TestNoMoreThanAThousandProblemsAreTold, and that there are more is said.
func TestNoMoreThanAThousandProblemsAreTold(t *testing.T) {
	_, findings, _ := Read(foldertest.With("one.yaml", "topic: one\ntitle: One\nrules: ["+strings.Repeat("{},", 1_500)+"]\n"), nil)
	if len(findings) != maxFindings+1 || !strings.Contains(foldertest.Listed(findings), "more than 1000 problems; fix these first") {
		t.Errorf("%d findings", len(findings))
	}
}

func TestFindingsAreTheSameEachTime(t *testing.T) {
	folder := foldertest.With("one.yaml", "topic: two\nquestions: [{}]\nrules: [{talk-to: nobody}]\n")
	folder["help-lines.yaml"] = &fstest.MapFile{Data: []byte("regions: [{lines: [{call: x, text: y, url: z, source: 'http:'}]}]\n")}
	_, first, _ := Read(folder, nil)
	for range 20 {
		if _, again, _ := Read(folder, nil); foldertest.Listed(again) != foldertest.Listed(first) {
			t.Fatalf("first\n%s\nthen\n%s", foldertest.Listed(first), foldertest.Listed(again))
		}
	}
	if !slices.IsSortedFunc(first, func(a, b questionnaire.Finding) int {
		if a.At.Before(b.At) {
			return -1
		}
		return 1
	}) {
		t.Errorf("not in the order of reading:\n%s", foldertest.Listed(first))
	}
}

func TestAFolderThatIsNoQuestionnaireIsNotItsAuthorsMistake(t *testing.T) {
	for name, folder := range map[string]fs.FS{
		"empty":                     fstest.MapFS{},
		"missing":                   os.DirFS("testdata/nowhere"),
		"other files":               fstest.MapFS{"notes.txt": {Data: []byte("a")}},
		"questionnaire is a folder": fstest.MapFS{"questionnaire.yaml/x": {Data: []byte("a")}},
	} {
		if q, _, err := Read(folder, nil); q != nil || err == nil {
			t.Errorf("%s: read without an error", name)
		}
	}
	if _, _, err := Read(os.DirFS("testdata/nowhere"), nil); !IsNotExist(err) {
		t.Errorf("a missing folder is told as %v", err)
	}
}

// TestHiddenFilesAndFoldersAreLeftAlone: an editor's leavings are not topics.
func TestHiddenFilesAndFoldersAreLeftAlone(t *testing.T) {
	folder := foldertest.With("one.yaml", foldertest.Topic)
	for _, name := range []string{".one.yaml.swp", ".hidden.yaml", "one.yaml~", "README.md", "translations/es.yaml"} {
		folder[name] = &fstest.MapFile{Data: []byte("\x00")}
	}
	mustRead(t, folder, nil)
}

// TestAFileNameDoesNotSpeakToTheTerminal: every finding prints its file's name,
// and a stranger may have given it.
func TestAFileNameDoesNotSpeakToTheTerminal(t *testing.T) {
	for _, name := range []string{"a\x1b]0;title\a.yaml", "a\nb.yaml", "a\u202eb.yml", "a\xff.yaml", "translations/a\x1b[2J.yaml", "translations/\u2066.yml"} {
		folder := foldertest.With(name, foldertest.Topic)
		var findings []questionnaire.Finding
		if strings.Contains(name, "/") {
			findings = UnreadTranslations(mustRead(t, folder, nil), folder)
		} else {
			_, findings, _ = Read(folder, nil)
		}
		if len(findings) != 1 || findings[0].Check.ID() != "control-character" || !strings.Contains(findings[0].Message, strconv.Quote(name)) || fuzztest.Speaks(findings[0].String()) != "" {
			t.Errorf("%q: %q", name, findings)
		}
	}
}

// TestScenariosOfTheirOwnAreReadForAQuestionnaire, with the same suggestions.
func TestScenariosOfTheirOwnAreReadForAQuestionnaire(t *testing.T) {
	q := small(t)
	folder := fstest.MapFS{
		"good.yaml": {Data: []byte("scenarios:\n  - {id: feeding-and-sertraline, answers: {feeding: none, medicines: zoloft}, expect: {}}\n")},
		"bad.yaml":  {Data: []byte("scenarios:\n  - {id: a, answers: {feding: none}, expect: {possible: [prescribers]}}\n")},
	}
	scenarios, findings, err := ReadScenarios(q, folder, "good.yaml")
	if err != nil || len(findings) > 0 || len(scenarios) != 1 || len(scenarios[0].Person.Answers) != 2 {
		t.Errorf("%d scenarios, %v, %v", len(scenarios), findings, err)
	}
	if len(q.Scenarios) != 2 {
		t.Error("the questionnaire got the new scenarios too")
	}
	_, findings, _ = ReadScenarios(q, folder, "bad.yaml")
	want := `bad.yaml:2:23: error: no question is called "feding"; did you mean "feeding"? [dangling]
bad.yaml:2:58: error: no clinician is called "prescribers"; did you mean "prescriber"? [dangling]`
	if foldertest.Listed(findings) != want {
		t.Errorf("got\n%s\nwant\n%s", foldertest.Listed(findings), want)
	}
	if _, _, err := ReadScenarios(q, folder, "missing.yaml"); !IsNotExist(err) {
		t.Errorf("a missing file is told as %v", err)
	}
}

// TestReadingMakesNoReplyThatNobodyCouldGive tries the replies by hand, as the
// faces make them.
func TestReadingMakesNoReplyThatNobodyCouldGive(t *testing.T) {
	q := small(t)
	one, many, medicines := q.Question("feeding"), q.Question("milk-age"), q.Question("medicines")
	for _, c := range []struct {
		question *questionnaire.Question
		ids      string
		ok       bool
	}{
		{one, "all-milk", true}, {one, "not-sure", true}, {one, "prefer-not-to-say", true},
		{one, "", false}, {one, "all-milk none", false}, {one, "some", false}, {one, "unlisted", false},
		{many, "early newborn", true}, {many, "neither", true}, {many, "not-sure", true},
		{many, "", false}, {many, "early early", false}, {many, "early neither", false}, {many, "early not-sure", true}, {many, "neither not-sure", false},
		{medicines, "none", true}, {medicines, "unlisted", true}, {medicines, "not-sure", true},
		{medicines, "", false}, {medicines, "sertraline", false}, {medicines, "none unlisted", false},
	} {
		if _, err := c.question.Reply(strings.Fields(c.ids)...); (err == nil) != c.ok {
			t.Errorf("%s, answered with %q: %v", c.question.ID, c.ids, err)
		}
	}
	for name, c := range map[string]struct {
		question *questionnaire.Question
		taken    []questionnaire.Taken
	}{
		"medicines for another question": {one, []questionnaire.Taken{{Medicine: 0, State: 0}}},
		"a medicine twice":               {medicines, []questionnaire.Taken{{Medicine: 0, State: 0}, {Medicine: 0, State: 1}}},
		"a state too many":               {medicines, []questionnaire.Taken{{Medicine: 0, State: 2}}},
	} {
		if _, err := c.question.ReplyTaken(c.taken...); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
