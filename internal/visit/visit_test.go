package visit

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/questionnaires"
)

// read is the only place here that knows the reader.
func read(t testing.TB, files fs.FS) *questionnaire.Questionnaire {
	t.Helper()
	q, findings, err := folder.Read(files, nil)
	if q == nil || err != nil {
		t.Fatal(findings, err)
	}
	return q
}

func maternal(t testing.TB) *questionnaire.Questionnaire {
	t.Helper()
	return read(t, questionnaires.Maternal())
}

// small asks: safe (a pause after it; "no" is an emergency), food, pills (only
// after food: no), nights (private).
func small(t testing.TB) *questionnaire.Questionnaire {
	t.Helper()
	return read(t, os.DirFS("testdata/small"))
}

// edited is the small questionnaire with replacements in one of its files.
func edited(t testing.TB, file string, oldnew ...string) *questionnaire.Questionnaire {
	t.Helper()
	folder := fstest.MapFS{}
	files, err := fs.Glob(os.DirFS("testdata/small"), "*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		data, err := os.ReadFile("testdata/small/" + name)
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		if name == file {
			text = strings.NewReplacer(oldnew...).Replace(text)
			if text == string(data) {
				t.Fatalf("nothing to replace in %s", file)
			}
		}
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return read(t, folder)
}

// walk plays events, written as words, and tells where each leads.
type walk struct {
	t *testing.T
	v Visit
}

func start(t *testing.T, q *questionnaire.Questionnaire, o Options) *walk {
	t.Helper()
	return &walk{t, Begin(q, o)}
}

// asking stands at the first question of the small questionnaire.
func asking(t *testing.T) *walk {
	t.Helper()
	return start(t, small(t), Options{Region: "here"}).do(Began{}, Agreed{}).at("safe")
}

func (w *walk) do(events ...Event) *walk {
	w.t.Helper()
	for _, e := range events {
		w.v = w.v.Did(e)
	}
	return w
}

// says answers the question at which she stands.
func (w *walk) says(ids ...string) *walk {
	w.t.Helper()
	at, ok := w.v.Where().(Asked)
	if !ok {
		w.t.Fatalf("no question is asked: %s", name(w.v))
	}
	reply, err := at.Question.Reply(ids...)
	if err != nil {
		w.t.Fatal(err)
	}
	return w.do(Replied{reply})
}

// at holds where she stands against a name, and what she has said to a question.
func (w *walk) at(want string) *walk {
	w.t.Helper()
	if got := name(w.v); got != want {
		w.t.Fatalf("she stands at %q, want %q", got, want)
	}
	return w
}

// said holds what is shown of her answer at a question against an id, or "".
func (w *walk) said(want string) *walk {
	w.t.Helper()
	at := w.v.Where().(Asked)
	got := ""
	switch {
	case at.Said.Kind == questionnaire.Declined:
		got = questionnaire.PreferNotToSay
	case at.Said.Kind == questionnaire.Definite && len(at.Said.Answers) > 0:
		got = at.Question.Answers[at.Said.Answers[0]].ID
	}
	if got != want {
		w.t.Fatalf("at %s %q is shown as said, want %q", at.Question.ID, got, want)
	}
	return w
}

// name is a place in a word or a few.
func name(v Visit) string {
	ids := func(rules []*questionnaire.Rule) string {
		all := ""
		for _, r := range rules {
			all += " " + r.ID
		}
		return all
	}
	switch at := v.Where().(type) {
	case Asked:
		return at.Question.ID
	case Paused:
		return "pause " + at.After.ID
	case Danger:
		return "danger" + ids(at.Rules)
	case StoppedAt:
		return "stopped" + ids(at.Rules)
	default:
		return strings.ToLower(strings.TrimPrefix(fmt.Sprintf("%T", at), "visit."))
	}
}

func TestTheWayFromTheWelcomeToTheResult(t *testing.T) {
	w := start(t, small(t), Options{Guess: "here"}).at("welcome")
	w.do(Began{}).at("consent").do(Agreed{}).at("placing")
	if at := w.v.Where().(Placing); at.Marked == nil || at.Marked.ID != "here" {
		t.Errorf("the guess is not marked: %v", at.Marked)
	}
	w.do(Placed{"elsewhere"}).at("safe").says("yes").at("pause safe").do(WentOn{}).at("food").says("no")
	w.at("pills").says("none").at("nights").says("yes").at("reviewing").do(WentOn{}).at("result")
	if w.v.Region().ID != "elsewhere" {
		t.Errorf("the region is %q", w.v.Region().ID)
	}
	w.do(Left{}).at("farewell")
}

func TestTheRegionIsAskedOnlyWhereItIsOpen(t *testing.T) {
	one := edited(t, "help-lines.yaml", "  - {id: elsewhere, name: Elsewhere, lines: [{id: x, kind: emergency, name: Your local number, note: Call it.}]}\n", "")
	for _, c := range []struct {
		name string
		q    *questionnaire.Questionnaire
		o    Options
		at   string
	}{
		{"two, none given", small(t), Options{}, "placing"},
		{"given", small(t), Options{Region: "here"}, "safe"},
		{"given, but there is none", small(t), Options{Region: "nowhere"}, "placing"},
		{"only guessed", small(t), Options{Guess: "here"}, "placing"},
		{"one", one, Options{}, "safe"},
	} {
		t.Run(c.name, func(t *testing.T) { start(t, c.q, c.o).do(Began{}, Agreed{}).at(c.at) })
	}
}

func TestWhoSkipsTheRegionGetsTheLastOne(t *testing.T) {
	w := start(t, small(t), Options{Guess: "here"})
	if w.do(Began{}, Agreed{}, Placed{}); w.v.Region().ID != "elsewhere" {
		t.Errorf("the region is %q", w.v.Region().ID)
	}
}

// TestHerNationIsAskedOnceWhereTheNumbersDiffer and can be skipped, known before, and
// changed in the review.
func TestHerNationIsAskedOnceWhereTheNumbersDiffer(t *testing.T) {
	nations := func() *questionnaire.Questionnaire {
		q := small(t)
		here := q.Region("here")
		for id, nation := range map[string]string{"n": "North", "s": "South, East"} {
			here.Lines = append(here.Lines, &questionnaire.HelpLine{ID: id, Kind: "crisis", Nation: nation})
		}
		slices.SortFunc(here.Lines, func(a, b *questionnaire.HelpLine) int { return strings.Compare(a.ID, b.ID) })
		return q
	}
	of := func(w *walk) string {
		var all []string
		for _, l := range w.v.Region().LinesOf("crisis") {
			if l.Nation != "" {
				all = append(all, l.ID)
			}
		}
		return w.v.Region().Nation() + ": " + strings.Join(all, " ")
	}
	w := start(t, nations(), Options{}).do(Began{}, Agreed{}).at("placing")
	w.do(Placed{"elsewhere"}).at("safe")
	w.do(WentBack{}, Placed{"here"}).at("settling").do(Settled{"East"}).at("safe")
	if got := of(w); got != "East: s" {
		t.Errorf("in the east: %s", got)
	}
	if w.do(WentBack{}).at("settling").do(Settled{}).at("safe"); of(w) != ": n s" {
		t.Errorf("skipped: %s", of(w))
	}
	known := start(t, nations(), Options{Region: "here", Nation: "North"}).do(Began{}, Agreed{}).at("safe")
	if got := of(known); got != "North: n" {
		t.Errorf("known: %s", got)
	}
	start(t, nations(), Options{Region: "here"}).do(Began{}, Agreed{}).at("settling")
	known.do(HadEnough{}).at("reviewing").do(Moved{}).at("placing").do(Placed{"here"}).at("settling").do(Settled{"South"}).at("reviewing")
	if got := of(known); got != "South: s" {
		t.Errorf("changed in the review: %s", got)
	}
	if known.do(Moved{}, Placed{"elsewhere"}).at("reviewing"); known.v.Region().ID != "elsewhere" {
		t.Errorf("moved to %s", known.v.Region().ID)
	}
}

// An emergency comes before the pause, and the pause follows it.
func TestTheEmergencyComesBeforeThePause(t *testing.T) {
	asking(t).says("no").at("danger danger").do(WentOn{}).at("pause safe").do(WentOn{}).at("food")
}

func TestStoppingKeepsTheNumbersUntilSheGoesOn(t *testing.T) {
	stopped := asking(t).says("no").do(Stopped{}).at("stopped danger")
	stopped.do(Replied{}, Began{}, Agreed{}, Placed{"here"}, Passed{"now"}).at("stopped danger")
	stopped.do(WentBack{}).at("danger danger").do(WentOn{}).at("pause safe") // back is never forward
	asking(t).says("no").do(Stopped{}, Resumed{}).at("food")
	asking(t).says("no").do(Stopped{}, Reread{}).at("reviewing")
	asking(t).says("no").do(Stopped{}, WentOn{}).at("result").do(WentBack{}).at("stopped danger")
	asking(t).says("no").do(HadEnough{}).at("stopped danger")
}

// What she leaves open can be a danger as well: it is shown whichever way it
// becomes due.
func TestAnEmergencyThatAnEndBringsUpIsShown(t *testing.T) {
	silent := edited(t, "care.yaml", "rules:\n", "rules:\n  - {id: silent, when: {all: [{safe: \"no\"}, {nights: prefer-not-to-say}]}, talk-to: crisis, urgency: today, interrupt: true, reason: Help is there.}\n"+
		"  - {id: quiet, when: {all: [{food: \"no\"}, {nights: prefer-not-to-say}]}, talk-to: crisis, urgency: today, interrupt: true, reason: Help is there.}\n")
	begin := func() *walk { return start(t, silent, Options{Region: "here"}).do(Began{}, Agreed{}) }
	w := begin().says("no").at("danger danger").do(Stopped{}).at("danger danger silent").do(Stopped{}).at("stopped danger silent")
	w.do(WentBack{}).at("danger danger silent").do(WentBack{}).at("danger danger")
	begin().says("no").do(WentOn{}, HadEnough{}).at("danger silent").do(WentOn{}).at("reviewing")
	// Back at an end that she had taken back, with another answer.
	w = begin().says("yes").do(HadEnough{}).at("reviewing").do(Resumed{}).at("food").says("no").at("pills")
	w.do(WentBack{}, WentBack{}).at("danger quiet").do(WentOn{}).at("reviewing")
}

func TestBackFromAnEmergencyShowsHerAnswerAndForwardTheEmergency(t *testing.T) {
	w := asking(t).says("no").do(WentBack{}).at("safe").said("no")
	w.do(WentBack{}).at("consent").do(Agreed{}).at("danger danger").do(WentBack{}).at("consent")
	w.do(Agreed{}, WentOn{}).at("safe").says("no").at("pause safe")
	asking(t).says("no").do(WentBack{}).says("no").at("danger danger")
	asking(t).says("no").do(WentBack{}).says("yes").at("pause safe")
}

func TestWhatChangedIsSaidInEveryFace(t *testing.T) {
	w := asking(t).says("yes").do(WentOn{}).says("yes").says("yes").at("reviewing").do(WentOn{}).at("result")
	change := func() *Result { r := w.v.Where().(Result); return &r }
	if change().Change != nil {
		t.Fatal("the first result says what changed")
	}
	w.do(Reread{}, Reopened{"food"}).at("food").said("yes").says("no").at("pills").says("none").at("reviewing").do(WentOn{}).at("result")
	if c := change().Change; c == nil || len(c.Sooner) != 1 || c.Sooner[0].ID != "doctor" {
		t.Fatalf("what changed: %+v", c)
	}
	w.do(Reread{}, WentOn{}).at("result")
	if c := change().Change; c == nil || !c.None() {
		t.Fatalf("nothing changed, and yet: %+v", c)
	}
	w.do(Reread{}, Reopened{"food"}).says("yes").do(WentBack{}, WentBack{}, WentBack{}).at("result") // by the way she came
	if c := change().Change; c == nil || len(c.Later) != 1 {
		t.Fatalf("back at the result: %+v", c)
	}
}

// The question that she changes from falls away, or one that comes after it does:
// she is back at the review, and is asked nothing again.
func TestAChangeLeadsBackToTheReview(t *testing.T) {
	w := asking(t).says("yes").do(WentOn{}).says("no").says("none").says("yes").at("reviewing")
	w.do(Reopened{"pills"}).at("pills").do(WentBack{}).at("reviewing")
	w.do(Reopened{"food"}).says("yes").at("reviewing") // pills has fallen away
	w.do(Reopened{"pills"}).at("reviewing")            // and cannot be changed
	w.do(Reopened{"food"}).says("no").at("reviewing")  // what she said to pills counts again
	w.do(Reopened{"safe"}).says("no").at("danger danger").do(WentOn{}).at("reviewing")
}

func TestAChangeAsksOnlyWhatItBringsUpAndWithoutAPause(t *testing.T) {
	w := asking(t).says("yes").do(WentOn{}).says("yes").says("yes").at("reviewing")
	w.do(Reopened{"safe"}).says("yes").at("reviewing")
	w.do(Reopened{"food"})
	if !w.v.Where().(Asked).Changing {
		t.Error("it is not called a change")
	}
	w.says("no").at("pills")
	// Who backs out of what a change brought up is asked before the result.
	w.do(WentBack{}).at("food").do(WentBack{}).at("reviewing").do(WentOn{}).at("pills").says("none").at("reviewing").do(WentOn{}).at("result")
}

func TestNothingToGoBackToIsAPlaceToo(t *testing.T) {
	q := maternal(t)
	q.Questions, q.Rules, q.Clinicians = nil, nil, nil
	w := start(t, q, Options{Region: "us"}).do(WentBack{}).at("welcome")
	w.do(Began{}, Agreed{}).at("reviewing").do(WentBack{}).at("consent").do(Agreed{}, WentOn{}).at("result")
	w.do(WentBack{}, WentBack{}, WentBack{}, WentBack{}).at("welcome")
}

func TestGoingBackKeepsWhatSheSaidAndNothingThatSheDidNot(t *testing.T) {
	w := asking(t).says("yes").do(WentBack{}).at("safe").said("yes")
	w.says("yes").do(WentOn{}).at("food").do(Passed{"now"}).at("pills").do(WentBack{}).at("food").said("")
	w.do(HadEnough{}).at("reviewing").do(WentBack{}).at("food").said("")
	if w.v.Said().Stopped() {
		t.Error("the questions are still ended")
	}
	w.do(HadEnough{}, Reopened{"nights"}).at("nights").said("") // she never said "prefer not to say"
}

func TestWhatCountsCanBeTakenBack(t *testing.T) {
	for _, c := range []struct {
		name   string
		events []Event
		at     string
	}{
		{"a reply", []Event{Replied{questionnaire.Reply{Kind: questionnaire.Unsure}}}, "safe"},
		{"a part passed over", []Event{Passed{"now"}}, "safe"},
		{"enough", []Event{HadEnough{}}, "safe"},
		{"leaving", []Event{Left{}}, "safe"},
		{"leaving with a line", []Event{Left{Keeping: true}}, "safe"},
		{"a reply, with all since", []Event{Replied{questionnaire.Reply{Kind: questionnaire.Unsure}}, WentOn{}, WentBack{}, WentOn{}}, "safe"},
		{"an end at an emergency", []Event{Replied{questionnaire.Reply{Kind: questionnaire.Definite, Answers: []int{1}}}, Stopped{}, WentOn{}}, "danger danger"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := asking(t).do(c.events...)
			if w.v.TakesBack() == nil {
				t.Fatal("nothing can be taken back")
			}
			w.do(TookBack{}).at(c.at)
			if w.v.Said().Stopped() {
				t.Error("the questions are ended")
			}
			if at, ok := w.v.Where().(Asked); ok && at.Said.Kind != questionnaire.NoReply {
				t.Error("there is an answer")
			}
		})
	}
	asking(t).do(TookBack{}).at("safe")
}

func TestPassedSkipsTheRestOfAPart(t *testing.T) {
	w := asking(t).do(Passed{"care"}).at("safe").do(Passed{"now"}).at("pills")
	w.do(Passed{"care"}).at("reviewing")
	for _, q := range w.v.Questionnaire().Questions {
		if w.v.Said().Reply(q).Kind != questionnaire.Declined {
			t.Errorf("%s was not passed over", q.ID)
		}
	}
}

func TestEnoughCanBeTakenUpAgain(t *testing.T) {
	w := asking(t).says("yes").do(HadEnough{}).at("reviewing")
	if !w.v.Where().(Reviewing).Stopped {
		t.Error("the review does not know that she had enough")
	}
	w.do(Resumed{}).at("food").do(WentBack{}).at("reviewing")
	if !w.v.Said().Stopped() {
		t.Error("going back from the questions went on with them")
	}
	w.do(Resumed{}).says("yes").at("nights").says("no").at("reviewing").do(Resumed{}).at("reviewing")
}

func TestNoAnswerExistsBeforeSheGaveOne(t *testing.T) {
	for _, e := range []Event{WentOn{}, Stopped{}, Resumed{}, Reread{}, Reopened{"food"}, Began{}, nil,
		Replied{}, Replied{questionnaire.Reply{Kind: questionnaire.Definite}},
		Replied{questionnaire.Reply{Kind: questionnaire.Definite, Answers: []int{0, 1}}},
		Replied{questionnaire.Reply{Kind: questionnaire.Definite, Answers: []int{7}}},
		Replied{questionnaire.Reply{Kind: questionnaire.Unsure, Answers: []int{1}}},
		Replied{questionnaire.Reply{Kind: questionnaire.Definite, Taken: []questionnaire.Taken{{}}}},
		Jumped{Reviewing{}}, // in a preview only
	} {
		w := asking(t).do(e).at("safe").said("")
		if w.v.TakesBack() != nil {
			t.Errorf("%#v counts", e)
		}
	}
	w := asking(t).says("yes").do(WentOn{}).says("no").at("pills")
	for _, taken := range []questionnaire.Taken{{Medicine: 9}, {Medicine: -2}, {State: -2}, {State: 1}} {
		w.do(Replied{questionnaire.Reply{Kind: questionnaire.Definite, Taken: []questionnaire.Taken{taken}}}).at("pills")
	}
}

func TestAPrivateQuestionIsNeverShownOnASharedScreen(t *testing.T) {
	w := start(t, small(t), Options{Shared: true, Region: "here"}).do(Began{}, Agreed{}).says("yes").do(WentOn{}).says("yes").at("reviewing")
	w.do(Reopened{"nights"}).at("reviewing")
	w = start(t, small(t), Options{Shared: true, Preview: true})
	w.do(Jumped{Asked{Question: w.v.Questionnaire().Question("nights")}}).at("welcome")
}

// TestALineStaysOnlyWhereSheAskedForIt, and never where others see the screen.
func TestALineStaysOnlyWhereSheAskedForIt(t *testing.T) {
	for _, shared := range []bool{false, true} {
		v := Begin(small(t), Options{Shared: shared, Region: "here"}).Did(Began{})
		if got := v.Did(Left{}).Did(Left{Keeping: true}).Where(); got != (Farewell{}) {
			t.Errorf("shared %v: left with nothing, and then %#v", shared, got)
		}
		if got := v.Did(Left{Keeping: true}).Did(Left{}).Where(); got != (Farewell{Keeping: !shared}) {
			t.Errorf("shared %v: left with a line, and then %#v", shared, got)
		}
		if got := v.Did(Left{Keeping: true}).Did(TookBack{}).Did(Left{}).Where(); got != (Farewell{}) {
			t.Errorf("shared %v: it was taken back, and then %#v", shared, got)
		}
	}
}

func TestBrowsingHasNoScreening(t *testing.T) {
	q := maternal(t)
	w := start(t, q, Options{Texts: q.Education[:2]}).at("browsing")
	w.do(Began{}, WentOn{}, Agreed{}).at("browsing").do(WentBack{}).at("farewell")
	if got := Begin(q, Options{Texts: q.Education[:2]}).Where().(Browsing).Texts; len(got) != 2 || got[1] != q.Education[1] {
		t.Errorf("%d texts", len(got))
	}
}

func TestTheNumberOfQuestionsLeftLeavesOutTheOneOnThePage(t *testing.T) {
	w := asking(t)
	left := func(sure, perhaps int) {
		t.Helper()
		if s, p := w.v.Left(); s != sure || p != perhaps {
			t.Errorf("at %s %d and perhaps %d are left, want %d and %d", name(w.v), s, p, sure, perhaps)
		}
	}
	left(2, 1)
	w.says("yes")
	left(2, 1) // at the pause
	w.do(WentOn{})
	left(1, 1)
	w.do(WentBack{}, WentBack{}).at("safe")
	left(2, 1)
	w.says("yes").do(WentOn{}).says("no").at("pills")
	left(1, 0)
}

// TestTheReviewTellsWhatChanged: what she went to last, whether it is another now, and
// what nobody asks any more because of it.
func TestTheReviewTellsWhatChanged(t *testing.T) {
	review := func(w *walk) Reviewing {
		t.Helper()
		at, ok := w.at("reviewing").v.Where().(Reviewing)
		if !ok {
			t.Fatal("she is not at the review")
		}
		return at
	}
	w := asking(t).says("yes").do(WentOn{}).says("no").says("none").says("yes")
	if at := review(w); at.Last != nil || at.Altered {
		t.Errorf("before she changed anything: %+v", at)
	}
	w.do(Reopened{"nights"}).at("nights").do(WentBack{})
	if at := review(w); at.Last != (Reopened{"nights"}) || at.Altered {
		t.Errorf("after going back: %+v", at)
	}
	w.do(Reopened{"nights"}).says("no")
	if at := review(w); at.Last != (Reopened{"nights"}) || !at.Altered || len(at.Fallen) > 0 {
		t.Errorf("after a change: %+v", at)
	}
	w.do(Reopened{"food"}).says("yes") // pills has fallen away
	if at := review(w); at.Last != (Reopened{"food"}) || !at.Altered || len(at.Fallen) != 1 || at.Fallen[0].ID != "pills" {
		t.Errorf("after a change that takes a question away: %+v", at)
	}
	w.do(Moved{}, Placed{"elsewhere"})
	if at := review(w); at.Last != (Moved{}) || !at.Altered {
		t.Errorf("after moving: %+v", at)
	}
	w.do(WentOn{}, Reread{})
	if at := review(w); at.Last != nil {
		t.Errorf("after the result: %+v", at)
	}
}
