package tui

import (
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/tui/tuitest"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// cries are what somebody in danger may type, in either language, with slips.
var cries = []string{
	"help", "ayuda", "kill myself", "i want to die", "he is here", "suicide", "me quiero morir", "él está aquí", "tengo miedo", "I cant go on", "no puedo mas",
	"took too many pills", "sos", "emergency", "ambulence", "quiero matarme",
}

// TestACryIsHeardWhileSheLooksForAMedicine: the lines stand there at once, and what she
// typed and where she is stays.
func TestACryIsHeardWhileSheLooksForAMedicine(t *testing.T) {
	for _, language := range []string{"en", "es"} {
		for _, cry := range cries {
			o := options(small(t))
			o.Words = wording.In(language)
			w := startWith(t, tuitest.Size{Width: 40, Height: 12}, o)
			w.Press("enter", "1", "enter", "1", "enter", "3", "space", "down", "enter", "2", "enter")
			w.Type(cry)
			if !strings.Contains(tuitest.Words(w.s.Whole().Rows), "200") || !w.Shows(o.Words.Outcome.Lines+": Here") {
				t.Errorf("%s: no help lines for %q:\n%s", language, cry, w.s.View())
			}
			if w.s.view.Typed() != cry || w.s.Page().Kind != page.QuestionPage {
				t.Errorf("%s: %q became %q", language, cry, w.s.view.Typed())
			}
			w.Press("down", "enter") // one of them, and back
			if w.s.Page().Kind != page.LinePage {
				t.Errorf("%s: after %q a line leads to\n%s", language, cry, w.s.View())
			}
			if w.Press("esc"); w.s.view.Typed() != cry {
				t.Errorf("%s: after a line there is %q instead of %q", language, w.s.view.Typed(), cry)
			}
		}
	}
}

// TestAMedicineIsNoCry: no name in the finder brings the lines.
func TestAMedicineIsNoCry(t *testing.T) {
	w := startAsking(t, tuitest.Wide)
	w.Press("3", "space", "down", "enter", "2", "enter")
	w.Type("calm").SeesNo("Help lines: Here").Type("azole").SeesNo("Help lines: Here").Press("down", "enter").Sees("calmazole")
}

// TestACryIsHeardWhereLettersAreKeys: on every page that leads to the lines, typed by
// letters of which some are keys. She can go back.
func TestACryIsHeardWhereLettersAreKeys(t *testing.T) {
	for _, cry := range cries {
		w := startAsking(t, tuitest.Wide)
		heard := false
		for _, letter := range cry {
			name := string(letter)
			if letter == ' ' {
				name = "space"
			}
			w.Press(name)
			heard = heard || w.Shows("Help lines: Here")
		}
		if _, asked := w.stands().(visit.Asked); !heard || !asked {
			t.Errorf("%q is not heard, and she stands at %T:\n%s", cry, w.stands(), w.s.View())
		}
	}
}

// TestOneKeyLeadsToTheLinesFromTheField, says the footer, and back.
func TestOneKeyLeadsToTheLinesFromTheField(t *testing.T) {
	for _, size := range append(tuitest.Sizes, tuitest.Size{Width: 60, Height: 18}) {
		for _, key := range []string{"?", "f1"} {
			w := startAsking(t, size)
			w.Press("3", "space", "down", "enter", "2", "enter").Sees("? help")
			w.Type("calm").Sees("? help")
			w.s.Update(tuitest.Named(key))
			w.Sees("Help lines: Here").Press("esc")
			if w.s.view.Typed() != "calm" {
				t.Errorf("%v: %q is in the field", size, w.s.view.Typed())
			}
		}
	}
}
