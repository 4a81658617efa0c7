package tui

import (
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/internal/tui/tuitest"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

func answered(w walk) int {
	n := 0
	said := w.s.Visit().Said()
	for _, q := range said.Questionnaire().Questions {
		if said.Reply(q).Kind != questionnaire.NoReply {
			n++
		}
	}
	return n
}

func TestNoAnswerExistsBeforeSheConfirmedIt(t *testing.T) {
	w := startAsking(t, tuitest.Wide)
	w.Press("enter").Sees("Nothing is chosen yet")
	w.Press("down", "down", "space", "esc")
	if answered(w) != 0 {
		t.Fatal("an answer exists though none was confirmed")
	}
	w.Press("1", "enter").Press("2", "space", "ctrl+c")
	if answered(w) != 0 {
		t.Fatal("an answer exists after leaving in the middle of choosing")
	}
}

func TestGoingBackShowsWhatSheSaid(t *testing.T) {
	w := startAsking(t, tuitest.Wide)
	w.Press("2", "space", "4", "enter").Sees("your milk")
	w.Press("2", "enter", "enter").Sees("What do you take").Press("esc", "esc").Sees("> 2  No")
	w.Press("esc").Sees("x My baby is very sleepy")
	// Enter keeps it and goes on in order, past what was answered before.
	w.Press("enter").Sees("your milk").Press("enter", "enter").Sees("What do you take")
}

func TestAnAnswerThatStandsAloneTakesTheOthersOut(t *testing.T) {
	w := startAsking(t, tuitest.Wide)
	w.Press("1", "space", "2", "space", "3", "space")
	w.Sees("stands alone")
	if strings.Count(w.s.View(), "chosen") != 1 {
		t.Errorf("more than one answer is ticked:\n%s", w.s.View())
	}
}

func TestEnoughForNowGoesToTheReview(t *testing.T) {
	w := startAsking(t, tuitest.Wide)
	w.Press("3", "enter", "enter").Sees("your milk").Press("e", "enter")
	w.Sees("Your answers").Sees("Prefer not to say").Press("1", "enter")
	w.Sees("Who to talk to first").SeesNo("What you left open").SeesNo("A crisis line. Today")
	w.Press("enter").Sees("What you left open") // all else is one key away, and one back
	w.Press("esc", "esc").Press("2", "enter").Sees("your milk")
}

// TestTheReviewSaysTheAnswerFirst, and behind it in the same row what it answers: so a
// reader that says one row says both. Long ones go on beneath, under the answer.
func TestTheReviewSaysTheAnswerFirst(t *testing.T) {
	w := startAsking(t, tuitest.Wide)
	w.Press("3", "enter", "enter").Sees("your milk").Press("e", "enter").Sees("Your answers")
	for _, row := range []string{"3  None of these. Is any of this happening now?", "4  Prefer not to say. Does a baby get your milk?"} {
		if !strings.Contains(w.s.View(), row) {
			t.Errorf("%q does not stand in:\n%s", row, w.s.View())
		}
	}
	for n, c := range w.s.Page().Choices() {
		if _, reopens := c.Means.(visit.Reopened); reopens && (c.Answer == "" || !strings.HasSuffix(c.Answer, ".")) {
			t.Errorf("choice %d: the answer %q does not end like a sentence", n+1, c.Answer)
		}
	}
}

func TestChangingAnAnswerAsksOnlyWhatItBringsUp(t *testing.T) {
	w := startAsking(t, tuitest.Wide)
	w.Press("3", "enter", "enter", "2", "enter", "enter").Sees("What do you take")
	w.Press("down", "enter").Sees("Your answers").SeesNo("sleep at night")
	w.Press("4", "enter").Sees("What do you take").Press("down", "down", "down", "enter")
	// In a change there is no pause: she has been past it.
	w.Sees("sleep at night").Press("1", "enter").Sees("Your answers").Sees("sleep at night")
}

func TestAChangedAnswerShowsWhatItChanged(t *testing.T) {
	w := startAsking(t, tuitest.Wide)
	w.Press("3", "enter", "enter", "2", "enter", "enter", "down", "enter").Sees("Your answers")
	w.Press("1", "enter").Sees("Who to talk to first").SeesNo("What changed")
	w.Press("esc", "3", "enter").Sees("your milk").Press("1", "enter").Sees("Your answers").Press("1", "enter")
	w.Sees("What changed").Sees("More urgent now: the doctor")
	w.Press("esc", "1", "enter").Sees("Who to talk to, and how soon, stays the same")
}

func TestSkippingATopicPassesOverTheRestOfIt(t *testing.T) {
	w := startAsking(t, tuitest.Wide)
	w.Press("p", "f12", "f12", "enter").Sees("happening now").SeesNo("What you take")
	w = startAsking(t, tuitest.Wide)
	w.Press("p", "enter").Sees("What you take").Sees("Tablets, and how you sleep")
	said := w.s.Visit().Said()
	for _, q := range said.Questionnaire().Topics[0].Questions {
		if said.Reply(q).Kind != questionnaire.Declined {
			t.Errorf("%q was not passed over", q.ID)
		}
	}
	if w.Press("esc").Sees("You can skip").Press("enter").Sees("happening now"); answered(w) != 0 { // back to where she skipped, as it was
		t.Error("what was passed over is still put down for her")
	}
}

func TestWhySaysWhereAnAnswerCanLead(t *testing.T) {
	startAsking(t, tuitest.Wide).Press("w").Sees("Why we ask").Sees("A crisis line").Sees("The doctor").SeesNo("Your pharmacist").
		Press("esc").Sees("happening now")
}

func TestAnIdleScreenCoversItself(t *testing.T) {
	w := startAsking(t, tuitest.Wide)
	w.Press("2")
	before := w.s.View()
	w.s.Update(idledMsg{w.s.pressed - 1}) // a key came in the meantime
	w.Sees("happening now")
	w.s.Update(idledMsg{w.s.pressed})
	w.Sees(wording.English().Covered.Text).SeesNo("happening")
	w.Press("f12")
	if after := w.s.View(); after != before {
		t.Errorf("uncovering did more than uncover:\n%s", after)
	}
	w.s.Update(idledMsg{w.s.pressed})
	w.Press("ctrl+c")
	if !w.s.leaving {
		t.Error("ctrl+c does not leave a covered screen")
	}
}

// TestOnlyTheKeyThatCoversUncovers: somebody who touches the keys in passing, or is
// told on the cover to press one, sees nothing of hers, and changes nothing.
func TestOnlyTheKeyThatCoversUncovers(t *testing.T) {
	w := startAsking(t, tuitest.Wide)
	w.Press("2")
	before := w.s.View()
	for _, k := range []string{"enter", "space", "esc", "up", "1", "z", "h", "e", "s", "?", "tab", "backspace", "pgdown", "ctrl+g"} {
		w.Press("f12", k).Sees(wording.English().Covered.Text).SeesNo("happening").SeesNo("danger")
		w.Press("f12")
		if after := w.s.View(); after != before {
			t.Fatalf("%s under the cover did something:\n%s", k, after)
		}
	}
}

// TestACoverSaysNothingOfItself to who looks over her shoulder: neither that it is one, nor
// by which key she comes back, and it fits a small screen. That key she is told before: on
// every page that she can cover, and where all keys are.
func TestACoverSaysNothingOfItself(t *testing.T) {
	for _, language := range []string{"en", "es"} {
		w := wording.In(language)
		text := strings.ToLower(w.Covered.Text)
		for _, tell := range []string{"f12", "ctrl", "esc", "key", "tecla", "cover", "tap", "back", "volver", "salir", "leave", "ask first", "pregunta", "screen", "pantalla"} {
			if strings.Contains(text, tell) {
				t.Errorf("%s: the cover %q has %q in it", language, w.Covered.Text, tell)
			}
		}
		if n := len([]rune(text)); n == 0 || n > 20 {
			t.Errorf("%s: %d characters", language, n)
		}
	}
	walk := startAsking(t, tuitest.Wide)
	walk.Sees("F12 cover").Press("?").Sees("F12: " + wording.English().Keys.Cover).Press("f12").SeesNo("F12").Press("f12").Sees("Keys")
}

// TestACoveredScreenForgets after a time, which the keys of whoever passes do not make
// longer; under the cover nothing changes to see. Who is back in time finds all as it was.
func TestACoveredScreenForgets(t *testing.T) {
	for _, by := range []string{"f12", "idle"} {
		w := startAsking(t, tuitest.Wide)
		w.Press("3", "enter", "enter").Sees("your milk").Press("2")
		before := w.s.View()
		covers := func(after time.Duration) tea.Cmd {
			w.s.o.ForgetAfter = after
			msg := tea.Msg(idledMsg{w.s.pressed})
			if by == "f12" {
				msg = tuitest.Named("f12")
			}
			_, cmd := w.s.Update(msg)
			return cmd
		}
		wait := covers(time.Hour)
		w.Press("f12")
		if msg := wait(); msg != nil {
			t.Errorf("%s: the wait went on: %v", by, msg)
		}
		if after := w.s.View(); after != before {
			t.Errorf("%s: uncovered in time, it is not as it was:\n%s", by, after)
		}
		wait = covers(time.Millisecond)
		w.Press("z", "enter", "1")
		w.s.Update(wait())
		w.Sees(wording.English().Covered.Text).SeesNo("forgotten").SeesNo("Hello")
		w.Press("f12").Sees("Hello").Sees("Your answers are forgotten.")
		if answered(w) != 0 {
			t.Errorf("%s: %d answers after it forgot", by, answered(w))
		}
		w.Press("enter", "1", "enter", "1", "enter", "enter").Sees("happening now").SeesNo("chosen").SeesNo("forgotten")
	}
}

// TestNothingIsForgottenUnlessItIsAskedFor: a shared laptop and a preview have ways of
// their own, and the welcome has nothing to forget.
func TestNothingIsForgottenUnlessItIsAskedFor(t *testing.T) {
	w := startAsking(t, tuitest.Wide)
	if _, cmd := w.s.Update(tuitest.Named("f12")); cmd != nil {
		t.Error("it waits to forget")
	}
	w = start(t, tuitest.Wide)
	w.s.o.ForgetAfter = time.Millisecond
	_, wait := w.s.Update(tuitest.Named("f12"))
	for _, msg := range messages(wait) {
		w.s.Update(msg)
	}
	w.Press("f12").Sees("Hello").SeesNo("forgotten")
}

// messages are what a command says, and each of those that it is made of.
func messages(cmd tea.Cmd) (all []tea.Msg) {
	if cmd == nil {
		return nil
	}
	msg := cmd()
	if batch, ok := msg.(tea.BatchMsg); ok {
		for _, c := range batch {
			all = append(all, messages(c)...)
		}
		return all
	}
	return append(all, msg)
}

// TestACoverLooksAsItsAuthorWould have it, at any size, and is lifted by the same key; in
// another language it is what the translation says.
func TestACoverLooksAsItsAuthorWould(t *testing.T) {
	tuitest.EverySize(t, func(t *testing.T, s tuitest.Size) {
		q := small(t)
		q.Covered = "For the shop, if there is still time before it closes\n\n- bread\n- apples"
		w := startWith(t, s, options(q))
		w.Press("f12").Sees("For the shop, if there is still time before it closes - bread - apples").SeesNo("Hello").SeesNo("F12")
		w.Press("enter", "z").Sees("bread").Press("f12").Sees("Hello").SeesNo("bread")
		w.Press("enter", "f12").Sees("bread").Press("f12").Sees("Before we start")
	})
}

func TestAKeyEndsTheWaitOfTheOneBefore(t *testing.T) {
	w := startAsking(t, tuitest.Wide)
	w.s.o.CoverAfter = time.Hour
	waited := make(chan tea.Msg, 1)
	wait := w.s.idle()
	go func() { waited <- wait() }()
	w.Press("2")
	select {
	case msg := <-waited:
		if msg != nil {
			t.Errorf("it ended with %v", msg)
		}
	case <-time.After(20 * time.Second):
		t.Error("every key leaves somebody waiting for an hour")
	}
}

// TestWhatIsTakenOffTheListIsSaidAndComesBack: and Home and End mean there what they mean
// elsewhere.
func TestWhatIsTakenOffTheListIsSaidAndComesBack(t *testing.T) {
	w := startAsking(t, tuitest.Wide)
	w.Press("3", "enter", "enter", "2", "enter", "enter").Sees("What do you take?")
	w.Type("calmix").Press("down", "enter", "1", "enter").Sees("Calmix (calmazole) is on your list.").Sees("On your list.")
	w.Press("end")
	last := w.s.view.focus
	if w.Press("down"); last != w.s.view.count()-1 || w.s.view.focus != last {
		t.Errorf("End goes to %d, and Down to %d, of %d", last, w.s.view.focus, w.s.view.count())
	}
	if w.Press("home"); w.s.view.focus != onField {
		t.Errorf("Home goes to %d", w.s.view.focus)
	}
	w.choose("I still take it").SeesNo("I still take it").Sees("Calmix (calmazole) is no longer on your list.")
	w.choose("back on your list").Sees("I still take it").Sees("Calmix (calmazole) is on your list.")
}

func TestLookAlikesAreAskedAbout(t *testing.T) {
	w := startAsking(t, tuitest.Wide)
	w.Press("3", "enter", "enter", "2", "enter").Type("calmix")
	w.Sees("look alike").Sees("for sleep").Sees("for pain")
}

func TestWhatIsTypedIsForgotten(t *testing.T) {
	w := startAsking(t, tuitest.Wide)
	w.Press("3", "enter", "enter", "2", "enter").Type("calmix").Press("down", "enter", "1", "enter")
	if w.s.view.Typed() != "" || w.s.draft.Typed() != "" {
		t.Errorf("still there: %q, %q", w.s.view.Typed(), w.s.draft.Typed())
	}
}

func TestLeavingShowsNothing(t *testing.T) {
	w := startAsking(t, tuitest.Wide)
	w.Press("2", "space", "ctrl+c")
	if w.s.View() != "" {
		t.Errorf("the last frame is not empty:\n%s", w.s.View())
	}
}

func TestSkippingTheRegionShowsLinesOfEverywhere(t *testing.T) {
	w := start(t, tuitest.Wide)
	w.Press("enter", "1", "enter", "3", "enter").Sees("You can skip")
	w.Press("h").Sees("Your local emergency number")
}

// TestWhatStandsBeforeAQuestionHasAScreenOfItsOwn where the screen is small: then come
// the question and its answers. On the page of names the field hears her at once.
func TestWhatStandsBeforeAQuestionHasAScreenOfItsOwn(t *testing.T) {
	tuitest.EverySize(t, testForeword)
	start(t, tuitest.Size{Width: 80, Height: 12}).Press("enter", "1", "enter", "1", "enter").Sees("You can skip").Sees("p skip this part")
}

func testForeword(t *testing.T, size tuitest.Size) {
	for _, on := range []string{"enter", "space", "down", "pgdown"} {
		w := start(t, size)
		w.Press("enter", "1", "enter", "1", "enter").Sees("You can skip").SeesNo("happening now")
		w.Press(on).Sees("happening now").Sees("1 I feel in danger").SeesNo("You can skip")
		w.Press("2", "space", "4", "enter", "1", "enter").Sees("Tablets").SeesNo("What do you take?")
		w.Press(on).Sees("What do you take?").Sees("None at all").SeesNo("Tablets")
		w.Press("esc").Sees("Tablets").Press("esc").Sees("your milk") // the same way back
		if w.Press("enter").Sees("Tablets").Type("calmi").Sees("Calmix"); w.s.view.Typed() != "calmi" {
			t.Errorf("in the field is %q", w.s.view.Typed())
		}
		w.Press("down", "enter", "1", "enter").Sees("is on your list").SeesNo("Tablets")
	}
	// Its foot names the way on, and neither says that more stands below or above.
	w := start(t, size)
	w.Press("enter", "1", "enter", "1", "enter").Sees("You can skip").Sees("enter go on").SeesNo("more below")
	w.Press("enter").Sees("happening now").SeesNo("more above")
	w.Press("esc").Sees("You can skip").Press("enter").Sees("happening now").Press("3", "enter", "enter").Sees("your milk")
	w.Press("2", "enter").Sees("Tablets").Sees("enter go on").SeesNo("What do you take").SeesNo("more below")
	w.Press("enter").Sees("What do you take").SeesNo("Tablets").SeesNo("more above")
	w.Press("esc").Sees("Tablets").Press("enter").Sees("What do you take")
	w.Press("esc", "esc").Sees("your milk").Press("esc").Sees("happening now")
	w.Press("esc").Sees("You can skip").Press("esc").Sees("Where do you live")
}

// TestWhyIsSaidOnce: who comes back to an answer of hers has read why it is asked. It is
// not gone: its key leads there, and the footer names it.
func TestWhyIsSaidOnce(t *testing.T) {
	for _, size := range []tuitest.Size{tuitest.Wide, {Width: 60, Height: 18}} {
		w := startAsking(t, size)
		w.Sees("you see at once whom").Press("2", "space").Sees("you see at once whom") // she is still reading
		w.Press("4", "enter").Sees("can reach a baby").Press("esc").Sees("happening now").SeesNo("you see at once whom").Sees("w why")
		w.Press("w").Sees("you see at once whom").Press("esc").SeesNo("you see at once whom")
		w.Press("enter").Sees("can reach a baby") // this one she has not answered
	}
}

// TestWhatStandsAloneIsTakenOutByAnother answer, and it is said which of the two was.
func TestWhatStandsAloneIsTakenOutByAnother(t *testing.T) {
	w := startAsking(t, tuitest.Wide)
	q := w.s.view.page
	alone, other := q.Choice(2).Label, q.Choice(0).Label
	said := func(label string) string {
		return wording.Fill(wording.English().Question.LeftAlone, "answer", label)
	}
	w.Press("3", "space", "up", "up", "space").Sees(said(alone)).SeesNo(said(other))
	if q := w.s.view.page; q.Choice(2).Marked || !q.Choice(0).Marked {
		t.Error("both are chosen, or neither")
	}
}

// TestWhyGivesWayToAnswers: where it would push answers out of sight it waits for its
// key, which the footer names, from the first; and no row moves when she ticks or asks.
func TestWhyGivesWayToAnswers(t *testing.T) {
	w := startAsking(t, tuitest.Size{Width: 40, Height: 12})
	w.Sees("happening now").SeesNo("you see at once whom").Sees("w why")
	w.Press("2", "space").SeesNo("you see at once whom")
	w.Press("w").Sees("you see at once whom").Press("esc").SeesNo("you see at once whom").Sees("happening now")
	w.Root.Update(tea.WindowSizeMsg{Width: tuitest.Wide.Width, Height: tuitest.Wide.Height})
	w.Sees("happening now").Sees("you see at once whom") // there is room for it now
}

// TestTheReviewKeepsThePlace: who changes an answer stands at it again and reads what
// became of it, in the other language too.
func TestTheReviewKeepsThePlace(t *testing.T) {
	o := options(small(t))
	spanish := small(t)
	spanish.Language = "es"
	o.Language, o.Languages = "en", []wording.Language{wording.LanguageOf("en"), wording.LanguageOf("es")}
	o.Translate = func(language string) wording.InLanguage {
		if language == "en" {
			return wording.InLanguage{Words: wording.In("en"), Cover: o.Cover, Load: o.Load}
		}
		return wording.InLanguage{Words: wording.In("es"), Cover: spanish.Cover(), Load: func() *questionnaire.Questionnaire { return spanish }}
	}
	w := startWith(t, tuitest.Wide, o)
	w.Press("enter", "1", "enter", "1", "enter", "3", "enter", "enter", "2", "enter", "enter", "down", "enter").Sees("Your answers")
	w.choose("your milk").Press("1", "enter").Sees("Your answers").Sees("Changed. Your answer is now: Yes, all or some of it.")
	if at := w.s.view.page.Choice(w.s.view.focus); !strings.Contains(at.Label, "your milk") {
		t.Errorf("she stands at %q", at.Label)
	}
	w.choose("your milk").Press("esc").Sees("Your answers")
	if at := w.s.view.page.Choice(w.s.view.focus); !strings.Contains(at.Label, "your milk") {
		t.Errorf("after going back she stands at %q", at.Label)
	}
	// On a small screen too the row on which she stands is seen.
	for _, s := range []tuitest.Size{tuitest.Wide, {Width: 40, Height: 12}} {
		w.Root.Update(tea.WindowSizeMsg{Width: s.Width, Height: s.Height})
		w.Press("home")
		w.choose("your milk").Press("2", "enter").Sees("Changed.").Press("home")
		w.choose("your milk").Press("1", "enter").Sees("Changed.")
		w.choose("En español").Sees("In English").SeesNo("Hello")
		if at := w.s.view.page.Choice(w.s.view.focus); at.Language != "en" {
			t.Errorf("after the language she stands at %q", at.Label)
		}
		w.choose("In English").Sees("En español")
	}
}

func TestALongTextScrollsWithASign(t *testing.T) {
	w := startAsking(t, tuitest.Size{Width: 40, Height: 12})
	w.Press("2", "space", "4", "enter", "1", "enter", "down", "down", "enter", "1", "enter", "1", "enter")
	w.Sees("The doctor").Sees("more below")
	for range 60 {
		w.Press("down")
	}
	w.Sees("more above").SeesNo("more below").Sees("Back")
	for range 80 {
		w.Press("up")
	}
	w.Sees("The doctor").SeesNo("more above")
}

func TestEnterNeverChoosesWhatIsOutOfView(t *testing.T) {
	w := startAsking(t, tuitest.Size{Width: 40, Height: 8})
	w.Press("1", "pgdown", "pgdown").SeesNo("I feel in danger")
	w.Press("enter").Sees("> 1 I feel in danger")
}

// Whatever is pressed at whatever size, the screen holds together, and the
// focus is in view.
func TestAnyKeysAtAnySize(t *testing.T) {
	names := []string{"enter", "esc", "up", "down", "space", "pgdown", "pgup", "home", "end", "tab", "1", "2", "3", "4", "e", "h", "j", "k", "c", "a", "l", "backspace"}
	rapid.Check(t, func(rt *rapid.T) {
		s := tuitest.Size{Width: rapid.IntRange(24, 130).Draw(rt, "width"), Height: rapid.IntRange(5, 50).Draw(rt, "height")}
		w := start(t, s)
		for _, k := range rapid.SliceOfN(rapid.SampledFrom(names), 1, 60).Draw(rt, "keys") {
			w.Press(k)
			if w.s.leaving {
				return
			}
			c := w.s.view.content()
			scrolledAway := strings.HasPrefix(k, "pg") || k == "space"
			if c.focus != noItem && !c.reading && !scrolledAway && !w.s.view.frame.unasked(c) && !w.s.view.frame.near(c, c.focus) {
				rt.Fatalf("the focus is out of view after %q:\n%s", k, w.s.View())
			}
		}
	})
}

// TestTheLanguageChangesAtOnceAndNothingIsLost goes as far as a question, back to
// the welcome, and through again in another language.
func TestTheLanguageChangesAtOnceAndNothingIsLost(t *testing.T) {
	tuitest.EverySize(t, func(t *testing.T, s tuitest.Size) {
		q := small(t)
		spoken := map[string]*questionnaire.Questionnaire{"en": q, "es": translation.Of(q, &questionnaire.Translation{Language: "es"})}
		spoken["es"].Title = "Pequeño"
		for _, x := range spoken["es"].Questions {
			x.Ask = "¿" + x.Ask
		}
		o := options(q)
		o.Language, o.Languages = "en", []wording.Language{wording.LanguageOf("en"), wording.LanguageOf("es")}
		o.Translate = func(l string) wording.InLanguage {
			return wording.InLanguage{Words: wording.In(l), Cover: spoken[l].Cover(), Load: func() *questionnaire.Questionnaire { return spoken[l] }}
		}
		w := startWith(t, s, o)
		w.Sees("F12 cover").Sees("l Español").Press("l").Sees("Pequeño").Sees("l English").Sees("F12 tapar")
		w.Press("l").Sees("Hello").SeesNo("Pequeño")
		w.Press("3", "enter").Sees("Pequeño") // the other way: the item of the list
		w.Press("l").Press("enter", "1", "enter", "1", "enter").Sees("You can skip")
		first := w.stands().(visit.Asked).Question
		w.Press("2", "space", "enter")
		said := w.s.Visit().Said().Reply(first)
		for range 8 {
			if w.stands() == (visit.Welcome{}) {
				break
			}
			w.Press("esc")
		}
		w.Press("l").Sees("Pequeño").Press("enter", "1", "enter", "1", "enter")
		at := w.stands().(visit.Asked).Question
		if at.ID != first.ID || at.Ask != "¿"+first.Ask {
			t.Fatalf("not at the question in the other language: %q", at.Ask)
		}
		if got := w.s.Visit().Said().Reply(at); got.Kind == questionnaire.NoReply || !got.Equal(said) {
			t.Errorf("the answer became %v, was %v", got, said)
		}
	})
}

// TestAnAnswerIsCalledWhatItMeansBeforeItIsChosen: after a tick one row changes, as readers
// say all that does. What the last two answers mean from then on stands there when she
// comes to them, by arrows or by number, and stays.
func TestAnAnswerIsCalledWhatItMeansBeforeItIsChosen(t *testing.T) {
	const alone, rest = "5  Not sure", "And I am not sure about the rest"
	for _, keys := range [][]string{{"down", "down", "down", "down"}, {"5"}, {"end", "up"}} {
		w := startAsking(t, tuitest.Wide)
		w.Press("1").Sees(alone).Press("space").Sees("chosen, 1 so far").Sees(alone).SeesNo(rest)
		w.Press(keys...).Sees("> 5  " + rest).Press("up").Sees(rest)
		w.Press("h", "esc").Sees(rest)
	}
}

// TestTheArrowsReadAPage line by line, before they come to what can be chosen; a number
// and Tab go there at once, and Home to the beginning.
func TestTheArrowsReadAPage(t *testing.T) {
	w := startAsking(t, tuitest.Wide)
	w.Press("1", "space", "enter").Sees("Call 100 now.")
	lines := 0
	for ; w.s.view.focus < 0; lines++ {
		if w.Press("down"); lines > 100 {
			t.Fatal("Down comes to no choice")
		}
	}
	if lines < 3 || w.s.view.focus != 0 {
		t.Errorf("after %d lines she is at %d", lines, w.s.view.focus)
	}
	if w.Press("up"); w.s.view.focus >= 0 || w.s.view.line <= 0 {
		t.Errorf("Up goes to choice %d, line %d", w.s.view.focus, w.s.view.line)
	}
	if w.Press("home"); w.s.view.focus >= 0 || w.s.view.line != 0 {
		t.Errorf("Home goes to choice %d, line %d", w.s.view.focus, w.s.view.line)
	}
	if w.Press("tab"); w.s.view.focus != 0 {
		t.Errorf("Tab goes to %d", w.s.view.focus)
	}
	if w.Press("home", "2"); w.s.view.focus != 1 {
		t.Errorf("2 goes to %d", w.s.view.focus)
	}
}

// TestTheFirstScreenHasRoomForItsChoices in each language, up to the other languages, which
// have a key: whoever comes for somebody else does not look for a choice that is not there.
func TestTheFirstScreenHasRoomForItsChoices(t *testing.T) {
	for language, q := range maternals() {
		o := options(q)
		o.Words, o.Door = wording.In(language), func(string) wording.InLanguage { return wording.InLanguage{} }
		o.Language, o.Languages = language, []wording.Language{wording.LanguageOf("en"), wording.LanguageOf("es")}
		s := New(o)
		s.Resize(80, 24)
		if worried := o.Words.Welcome.Worried; !strings.Contains(s.View(), worried) {
			t.Errorf("%s: %q is not on the first screen:\n%s", language, worried, s.View())
		}
	}
}

// TestWhereSheLivesGoesThroughTheDoorAndNotToTheNext: on the other side she has her numbers,
// and whoever begins anew on this screen has not.
func TestWhereSheLivesGoesThroughTheDoorAndNotToTheNext(t *testing.T) {
	q := small(t)
	o := options(q)
	o.Door = func(string) wording.InLanguage {
		return wording.InLanguage{Words: o.Words, Cover: o.Cover, Load: o.Load}
	}
	w := startWith(t, tuitest.Size{Width: 80, Height: 24}, o)
	w.Press("enter", "1", "enter").Sees("Where do you live").Press("1", "enter").Sees("You can skip")
	want := q.Regions[0].ID
	w.s.goThrough()
	if got, _ := w.s.Visit().Here(); got != want {
		t.Errorf("through the door she lives in %q", got)
	}
	w.s.Restart()
	if got, _ := w.s.Visit().Here(); got != "" {
		t.Errorf("who begins anew lives in %q", got)
	}
}

// TestEnterReadsOnBeforeItRefuses: on a page to read that is longer than the screen, Enter
// shows what stands below, as on the page before the first question. That nothing is chosen is
// said only to somebody who has had all of it before her, and never ends a page half read.
func TestEnterReadsOnBeforeItRefuses(t *testing.T) {
	tuitest.EverySize(t, func(t *testing.T, s tuitest.Size) {
		w := startAsking(t, s)
		w.Press("1", "enter", "enter").Sees("Call 100")
		p := w.s.Page()
		if p.Kind != page.DangerPage || p.Alone != nil {
			t.Fatalf("a page of kind %v, where an emergency is expected", p.Kind)
		}
		seen := ""
		for range 20 {
			seen += tuitest.Words(w.s.View()) + " "
			if w.Shows(w.s.w.Question.ChooseFirst) {
				break
			}
			w.Press("enter")
		}
		if w.Sees(w.s.w.Question.ChooseFirst); w.s.Page().Kind != page.DangerPage {
			t.Fatal("Enter alone led away from an emergency")
		}
		for _, c := range p.Choices() {
			if !strings.Contains(seen, tuitest.Words(c.Label)) {
				t.Errorf("Enter says that nothing is chosen before %q was on the screen", c.Label)
			}
		}
		if w.Press("1", "enter"); w.s.Page().Kind == page.DangerPage {
			t.Error("a number and Enter lead nowhere")
		}
	})
}

// TestEnterGoesToTheFirstNameFound, and takes it when it is pressed again: nothing gets on her
// list that she has not stood on, and Enter does something in a search.
func TestEnterGoesToTheFirstNameFound(t *testing.T) {
	w := startAsking(t, tuitest.Wide)
	w.Press("3", "enter", "enter", "2", "enter", "enter").Sees("What do you take").Type("calmi").Press("enter")
	w.Sees("> Calmix").SeesNo("still take it").SeesNo(w.s.w.Question.ChooseFirst)
	w.Press("enter").Sees("still take it")
	w = startAsking(t, tuitest.Wide)
	w.Press("3", "enter", "enter", "2", "enter", "enter").Sees("What do you take")
	w.Press("enter", "enter").Sees(w.s.w.Question.ChooseFirst).Type("qqq").Press("enter", "enter").Sees("What do you take")
}

// TestAnotherSizeKeepsTheQuestion: it does not fall back on what stands before it, nor go
// forward from that.
func TestAnotherSizeKeepsTheQuestion(t *testing.T) {
	sizes := []tuitest.Size{{Width: 80, Height: 24}, {Width: 60, Height: 18}, {Width: 120, Height: 40}, {Width: 40, Height: 12}, {Width: 20, Height: 8}, {Width: 200, Height: 60}}
	for _, from := range sizes {
		for _, to := range sizes {
			w := startAsking(t, from)
			resize := func(s tuitest.Size) {
				w.Size = s
				w.s.Update(tea.WindowSizeMsg{Width: s.Width, Height: s.Height})
			}
			resize(to)
			w.Sees("happening now").SeesNo("You can skip")
			w.Press("esc").Sees("You can skip").SeesNo("happening now")
			resize(from)
			w.Sees("You can skip").SeesNo("happening now")
		}
	}
}

// TestTheFootNamesTheWayOn, the help lines and the cover, on the pages with which everybody
// begins too, in each language and at each size that is drawn for people.
func TestTheFootNamesTheWayOn(t *testing.T) {
	for _, language := range []string{"en", "es"} {
		for _, s := range []tuitest.Size{{Width: 80, Height: 24}, {Width: 60, Height: 18}, {Width: 40, Height: 12}, {Width: 120, Height: 40}} {
			o := options(small(t))
			o.Words = wording.In(language)
			w := startWith(t, s, o)
			for range 4 { // the welcome, the consent, where she lives, before the first question
				for _, needed := range []string{"enter ", "h ", "F12 ", "ctrl+c "} {
					if rows := strings.Split(w.s.View(), "\n"); !strings.Contains(strings.Join(rows[len(rows)-4:], "\n"), needed) {
						t.Errorf("%s, %s: the foot does not name %q:\n%s", language, s, needed, w.s.View())
					}
				}
				w.Press("1", "enter")
			}
		}
	}
}
