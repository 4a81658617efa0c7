package tui

import (
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/internal/wording"
)

var wide = size{80, 24}

func answered(w *walk) int {
	n := 0
	for _, q := range w.m.q.Questions {
		if w.m.state.Reply(q).Kind != questionnaire.NoReply {
			n++
		}
	}
	return n
}

func TestNoAnswerExistsBeforeSheConfirmedIt(t *testing.T) {
	w := startAsking(t, wide)
	w.press("enter").sees("Nothing is chosen yet")
	w.press("down", "down", "space", "esc")
	if answered(w) != 0 {
		t.Fatal("an answer exists though none was confirmed")
	}
	w.press("1", "enter").press("2", "space", "ctrl+c")
	if answered(w) != 0 {
		t.Fatal("an answer exists after leaving in the middle of choosing")
	}
}

func TestGoingBackShowsWhatSheSaid(t *testing.T) {
	w := startAsking(t, wide).press("2", "space", "4", "enter").sees("your milk")
	w.press("2", "enter").sees("What do you take").press("esc").sees("> 2  No")
	w.press("esc").sees("[x] My baby is very sleepy")
	// Enter keeps it and goes on in order, past what was answered before.
	w.press("enter").sees("your milk").press("enter").sees("What do you take")
}

func TestAnAnswerThatStandsAloneTakesTheOthersOut(t *testing.T) {
	w := startAsking(t, wide).press("1", "space", "2", "space", "3", "space")
	w.sees("stands alone")
	if strings.Count(w.m.View(), "[x]") != 1 {
		t.Errorf("more than one answer is ticked:\n%s", w.m.View())
	}
}

func TestEnoughForNowGoesToTheReview(t *testing.T) {
	w := startAsking(t, wide).press("3", "enter", "enter").sees("your milk").press("e")
	w.sees("Your answers").sees("Prefer not to say").press("1", "enter")
	w.sees("Conversations to have").sees("may matter to you")
	w.press("esc").press("2", "enter").sees("your milk")
}

func TestChangingAnAnswerAsksOnlyWhatItBringsUp(t *testing.T) {
	w := startAsking(t, wide).press("3", "enter", "enter", "2", "enter").sees("What do you take")
	w.press("down", "enter").sees("Your answers").seesNo("sleep at night")
	w.press("4", "enter").sees("What do you take").press("down", "down", "down", "enter")
	// In a change there is no pause: she has been past it.
	w.sees("sleep at night").press("1", "enter").sees("Your answers").sees("sleep at night")
}

func TestAChangedAnswerShowsWhatItChanged(t *testing.T) {
	w := startAsking(t, wide).press("3", "enter", "enter", "2", "enter", "down", "enter").sees("Your answers")
	w.press("1", "enter").sees("Conversations to have").seesNo("What changed")
	w.press("esc", "3", "enter").sees("your milk").press("1", "enter").sees("Your answers").press("1", "enter")
	w.sees("What changed").sees("More important now: The doctor")
	w.press("esc", "1", "enter").sees("Nothing changed with your answer")
}

func TestSkippingATopicPassesOverTheRestOfIt(t *testing.T) {
	w := startAsking(t, wide).press("s").sees("What you take").sees("Tablets, and how you sleep")
	for _, q := range w.m.q.Topics[0].Questions {
		if w.m.state.Reply(q).Kind != questionnaire.Declined {
			t.Errorf("%q was not passed over", q.ID)
		}
	}
	w.press("esc").sees("your milk").sees("> 4  Prefer not to say")
}

func TestWhySaysWhereAnAnswerCanLead(t *testing.T) {
	startAsking(t, wide).press("w").sees("Why we ask").sees("A crisis line").sees("The doctor").seesNo("Your pharmacist").
		press("esc").sees("happening now")
}

func TestAnIdleScreenCoversItself(t *testing.T) {
	w := startAsking(t, wide).press("2")
	before := w.m.View()
	w.m.Update(idledMsg{w.m.pressed - 1}) // a key came in the meantime
	w.sees("happening now")
	w.m.Update(idledMsg{w.m.pressed})
	w.sees("Press any key").seesNo("happening")
	w.press("3")
	if after := w.m.View(); after != before {
		t.Errorf("uncovering did more than uncover:\n%s", after)
	}
	w.m.Update(idledMsg{w.m.pressed})
	w.press("ctrl+c")
	if !w.m.leaving {
		t.Error("ctrl+c does not leave a covered screen")
	}
}

func TestAKeyEndsTheWaitOfTheOneBefore(t *testing.T) {
	w := startAsking(t, wide)
	w.m.coverAfter = time.Hour
	waited := make(chan tea.Msg, 1)
	wait := w.m.idle()
	go func() { waited <- wait() }()
	w.press("2")
	select {
	case msg := <-waited:
		if msg != nil {
			t.Errorf("it ended with %v", msg)
		}
	case <-time.After(20 * time.Second):
		t.Error("every key leaves somebody waiting for an hour")
	}
}

func TestLookAlikesAreAskedAbout(t *testing.T) {
	w := startAsking(t, wide).press("3", "enter", "enter", "2", "enter").typed("calmix")
	w.sees("look alike").sees("for sleep").sees("for pain")
}

func TestATopicOfTextsIsListedOnce(t *testing.T) {
	a, b := &questionnaire.Topic{ID: "a"}, &questionnaire.Topic{ID: "b"}
	var got string
	for _, e := range byTopic([]*questionnaire.Education{{ID: "1", Topic: b}, {ID: "2", Topic: a}, {ID: "3", Topic: b}}) {
		got += e.ID
	}
	if got != "132" {
		t.Errorf("the order is %s, want 132: a topic's texts together, where its first stood", got)
	}
}

func TestWhatIsTypedIsForgotten(t *testing.T) {
	w := startAsking(t, wide).press("3", "enter", "enter", "2", "enter").typed("calmix").press("down", "enter", "1", "enter")
	p := w.m.page.(medicinesPage)
	if p.typed != "" || p.field.GetValue() != "" {
		t.Errorf("still there: %q, %q", p.typed, p.field.GetValue())
	}
}

func TestLeavingShowsNothing(t *testing.T) {
	w := startAsking(t, wide).press("2", "space", "ctrl+c")
	if w.m.View() != "" {
		t.Errorf("the last frame is not empty:\n%s", w.m.View())
	}
}

func TestSkippingTheRegionShowsLinesOfEverywhere(t *testing.T) {
	w := start(t, wide).press("enter", "1", "enter", "3", "enter").sees("happening now")
	w.press("h").sees("Your local emergency number")
}

func TestALongTextScrollsWithASign(t *testing.T) {
	w := startAsking(t, size{40, 12}).press("2", "space", "4", "enter", "1", "enter", "down", "enter", "1", "enter", "1", "enter")
	w.sees("The doctor").sees("more below")
	for range 60 {
		w.press("down")
	}
	w.sees("more above").seesNo("more below").sees("Back")
	for range 80 {
		w.press("up")
	}
	w.sees("The doctor").seesNo("more above")
}

func TestEnterNeverChoosesWhatIsOutOfView(t *testing.T) {
	w := startAsking(t, size{40, 8}).press("1", "pgdown", "pgdown").seesNo("I feel in danger")
	w.press("enter").sees("> 1").sees("[ ] I feel in danger")
}

// Whatever is pressed at whatever size, the screen holds together, and the
// focus is in view.
func TestAnyKeysAtAnySize(t *testing.T) {
	names := []string{"enter", "esc", "up", "down", "space", "pgdown", "pgup", "home", "end", "tab", "1", "2", "3", "4", "e", "h", "j", "k", "c", "a", "l", "backspace"}
	rapid.Check(t, func(rt *rapid.T) {
		s := size{rapid.IntRange(24, 130).Draw(rt, "width"), rapid.IntRange(5, 50).Draw(rt, "height")}
		w := start(t, s)
		for _, k := range rapid.SliceOfN(rapid.SampledFrom(names), 1, 60).Draw(rt, "keys") {
			w.press(k)
			if w.m.leaving {
				return
			}
			c := w.m.content()
			scrolledAway := strings.HasPrefix(k, "pg") || k == "space"
			if c.focus != noItem && !c.reading && !scrolledAway && !w.m.frame.near(c, c.focus) {
				rt.Fatalf("the focus is out of view after %q:\n%s", k, w.m.View())
			}
		}
	})
}

// TestTheLanguageChangesAtOnceAndNothingIsLost goes as far as a question, back to
// the welcome, and through again in another language.
func TestTheLanguageChangesAtOnceAndNothingIsLost(t *testing.T) {
	everySize(t, func(t *testing.T, s size) {
		w := start(t, s)
		q := w.m.load()
		spoken := map[string]*questionnaire.Questionnaire{"en": q, "es": translation.Of(q, &questionnaire.Translation{Language: "es"})}
		spoken["es"].Title = "Pequeño"
		for _, x := range spoken["es"].Questions {
			x.Ask = "¿" + x.Ask
		}
		w.m.language, w.m.tongues = "en", []wording.Tongue{wording.TongueOf("en"), wording.TongueOf("es")}
		w.m.speech = func(l string) wording.Speech {
			return wording.Speech{Words: wording.In(l), Cover: spoken[l].Cover(), Load: func() *questionnaire.Questionnaire { return spoken[l] }}
		}
		w.press("l").sees("Pequeño").sees("l English")
		w.press("l").sees("Hello").seesNo("Pequeño")
		w.press("3", "enter").sees("Pequeño") // the other way: the item of the list
		w.press("l").press("enter", "1", "enter", "1", "enter").sees("happening now")
		first := w.m.at
		w.press("2", "space", "enter")
		said := w.m.state.Reply(first)
		for range 8 {
			if w.m.stage == welcoming {
				break
			}
			w.press("esc")
		}
		w.press("l").sees("Pequeño").press("enter", "1", "enter", "1", "enter")
		if w.m.at.ID != first.ID || w.m.at.Ask != "¿"+first.Ask {
			t.Fatalf("not at the question in the other language: %q", w.m.at.Ask)
		}
		if got := w.m.state.Reply(w.m.at); got.Kind == questionnaire.NoReply || !got.Equal(said) {
			t.Errorf("the answer became %v, was %v", got, said)
		}
	})
}
