//go:build !windows

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screentest"
	"github.com/ask-first/askfirst/internal/wording"
)

// TestCtrlCLeavesFromEveryStateOfTheInput: in the middle of a sequence, of a paste
// that never ends, and as terminals with enhanced keys write it.
func TestCtrlCLeavesFromEveryStateOfTheInput(t *testing.T) {
	t.Parallel()
	for _, keys := range [][]string{
		{"\x1b[200~zolo", "ctrl+c"}, {"\x1b[200~zolo\x03"}, {"\x1b", "ctrl+c"}, {"\x1b[\x03"}, {"\x1b]11;rgb:", "ctrl+c"},
		{"\x1b[99;5u"}, {"\x1b[27;5;99~"}, {"q", "ctrl+c"}, {"n", "o", "ctrl+c"},
	} {
		r := startRobot(t, 80, 24, fictional(t, nil, nothingElse...))
		r.step()
		canary := strings.Join(strings.Fields(r.at().Ask)[:3], " ")
		r.Sees(canary).Press(keys...)
		if status := r.Ended(); status != 130 {
			t.Errorf("%q: exit status %d, want 130", keys, status)
		}
		leavesNothing(t, r.Walk, canary)
	}
}

// TestTheKeypadTypesDigits in the mode in which a program before left it, and nothing
// that is unknown falls apart into letters.
func TestTheKeypadTypesDigits(t *testing.T) {
	t.Parallel()
	r := startRobot(t, 80, 24, fictional(t, nil, nothingElse...))
	r.step()
	canary := strings.Join(strings.Fields(r.at().Ask)[:3], " ")
	r.Sees(canary).Press("\x1bOr")
	r.standsOn(r.at().Answers[1].Label)
	r.Press("up", "\x1bOq").Press("up", "\x1b[12;40R", "\x1b[I", "\x1bq", "\x1b]11;q\x07", "\x1b[[E").Sees(canary)
	r.Press("\x1bOs")
	r.standsOn(r.at().Answers[2].Label)
	r.Press("ctrl+c")
	r.Ended()
}

// TestANameTypedTooLateEndsNothing, whatever letter it begins with.
func TestANameTypedTooLateEndsNothing(t *testing.T) {
	t.Parallel()
	w := wording.English()
	r := startRobot(t, 80, 24, fictional(t, nil, nothingElse...))
	r.step()
	canary := strings.Join(strings.Fields(r.at().Ask)[:3], " ")
	for _, name := range []string{"quetiapine", "escitalopram", "sertraline", "no", "yes"} {
		r.Type(name).Press("enter").Sees(w.Keys.Letters).Sees(canary)
	}
	r.Press("up", "q").Sees("Enter: " + page.Leave.Does(w)).Press("down").Sees(canary).Press("enter").Sees(canary)
	r.Press("q", "enter")
	if status := r.Ended(); status != 0 {
		t.Errorf("exit status %d", status)
	}
	leavesNothing(t, r.Walk, canary)
}

// TestAnArrowInPiecesIsAnArrow, as a slow line brings it: at a question, and where names
// are typed. An Esc by itself still goes back.
func TestAnArrowInPiecesIsAnArrow(t *testing.T) {
	t.Parallel()
	r := startRobot(t, 80, 24, fictional(t, nil, nothingElse...))
	r.step()
	r.sees(r.at())
	r.Pieces("\x1b", "[B")
	r.standsOn(r.at().Answers[0].Label)
	r.Pieces("\x1b", "O", "B")
	r.standsOn(r.at().Answers[1].Label)
	for r.at() == nil || !r.at().TakesMedicines() {
		r.step()
	}
	r.sees(r.at())
	r.Type("zolo").Sees("Zoloft").Pieces("\x1b", "[", "B").Sees("zolo").SeesNo("zolo[").SeesNo("[B")
	r.standsOn("Zoloft")
	r.Press("esc").SeesNo("Zoloft")
	r.sees(r.at())
	r.Press("ctrl+c")
	r.Ended()
}

// TestSlowPiecesChooseNothing: on a line so slow that the first piece of a key is taken for
// Esc, what follows is not taken for letters or digits. An arrow whose first two bytes came together
// is an arrow, however late its third.
func TestSlowPiecesChooseNothing(t *testing.T) {
	t.Parallel()
	r := startRobot(t, 80, 24, fictional(t, nil, nothingElse...))
	r.step()
	r.sees(r.at())
	r.Slowly("\x1b[", "B")
	r.standsOn(r.at().Answers[0].Label)
	r.Slowly("\x1b[", "24", "~").SeesNo(r.at().Answers[0].Label) // covered
	for _, key := range []string{"enter", "esc", " ", "1", "x", "q", "up", "\x1b[A", "\x1bOP"} {
		r.Press(key).SeesNo(r.at().Answers[0].Label) // whoever comes by presses any
	}
	r.Press("f12")
	r.sees(r.at())
	r.Slowly("\x1b", "[", "C").SeesNo(r.at().Answers[0].Label).Press("enter") // Esc went back, and no more
	r.sees(r.at())
	for r.at() == nil || !r.at().TakesMedicines() {
		r.step()
	}
	r.sees(r.at())
	r.Type("zolo").Sees("Zoloft").Slowly("\x1b[", "3", "~").Sees("zolo").SeesNo("zolo3")
	r.Slowly("\x1b", "[", "B").SeesNo("[B").SeesNo("Zoloft") // Esc takes the name away, and no more
	r.sees(r.at())
	r.Press("ctrl+c")
	r.Ended()
}

// TestALetterAndEnterAtOnceEndNothing, as a program sends them that types what is said.
func TestALetterAndEnterAtOnceEndNothing(t *testing.T) {
	t.Parallel()
	r := startRobot(t, 80, 24, fictional(t, nil, nothingElse...))
	r.step()
	r.sees(r.at())
	for _, letter := range []string{"q", "e"} {
		r.Slowly(letter + "\r").Sees("Enter: ").Press("down")
		r.sees(r.at())
	}
	r.Press("q", "enter")
	r.Ended()
}

// TestTwoDigitsAreOneNumber, of a row that there is, or of none.
func TestTwoDigitsAreOneNumber(t *testing.T) {
	t.Parallel()
	r := startRobot(t, 80, 24, fictional(t, nil, nothingElse...))
	for len(r.at().Answers) < 7 || r.at().Choose != questionnaire.Many {
		r.step()
	}
	r.sees(r.at())
	rows := len(r.at().Answers) + 3 // the way on, and the free answers
	r.Press(strconv.Itoa(rows))
	r.standsOn(r.w.Answer.PreferNotToSay)
	r.Press("90", "enter").Sees(r.w.Question.ChooseFirst)
	r.sees(r.at())
	r.SeesNo("chosen, 1 so far")
	r.Press("ctrl+c")
	r.Ended()
}

// rowsOf is a questionnaire whose one question has so many rows, with the free answers.
func rowsOf(t *testing.T, rows int) (folder string, labels []string) {
	t.Helper()
	folder = t.TempDir()
	topic := "topic: fruit\ntitle: Fruit\nquestions:\n  - id: fruit\n    ask: Which of these do you like best?\n    why: Then we know whom to ask.\n    choose: one\n    answers:\n"
	for _, name := range []string{"Apples", "Bananas", "Cherries", "Dates", "Elderberries", "Figs", "Grapes", "Honeydew", "Mangoes", "Nectarines"}[:rows-2] {
		labels = append(labels, name)
		topic += "      - {id: " + strings.ToLower(name) + ", label: " + name + "}\n"
	}
	rule := func(id, when string) string {
		return "  - id: " + id + when + "\n    talk-to: [primary-care]\n    urgency: next-visit\n    reason: This talk is for everyone.\n    ask: What is known about all this?\n"
	}
	topic += "rules:\n" + rule("floor", "") + rule("fruit", "\n    when: {fruit: ["+strings.ToLower(strings.Join(labels, ", "))+"]}")
	for name, text := range map[string]string{
		"questionnaire.yaml": "questionnaire: rows\ntitle: Rows\nversion: 0.1.0\nlanguage: en\ntopics: [fruit]\nwelcome: Hello. It gives no dose and no diagnosis.\nconsent: You choose what you answer.\n",
		"fruit.yaml":         topic,
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	w := wording.English()
	return folder, append(labels, w.Answer.NotSure, w.Answer.PreferNotToSay)
}

// TestANumberThatNoRowHasGoesNowhere, on pages of nine to twelve rows: typed at once, in
// pieces, and with a pause between the digits. Nobody comes to a row that she did not name
// without being told.
func TestANumberThatNoRowHasGoesNowhere(t *testing.T) {
	for rows := 9; rows <= 12; rows++ {
		t.Run(strconv.Itoa(rows), func(t *testing.T) {
			t.Parallel()
			folder, labels := rowsOf(t, rows)
			words := wording.English()
			w := screentest.Start(t, program, 80, 24, nil, "--questionnaire", folder, "--region", "us")
			w.Sees("Begin").Press("enter").Sees(words.Welcome.Heading).Press("1", "enter").Sees("Which of these")
			r := &robot{Walk: w, t: t, w: words}
			for _, typed := range []string{"9", "10", "11", "12", "13", "00", "99"} {
				row, _ := strconv.Atoi(typed)
				for _, send := range []func(){
					func() { w.Press(typed) },
					func() { w.Pieces(strings.Split(typed, "")...) },
				} {
					w.Press("down", "up") // whatever has the focus, it is a row
					send()
					if row >= 1 && row <= rows {
						r.standsOn(labels[row-1])
						continue
					}
					w.Sees(wording.Fill(words.Keys.NoRow, "n", strconv.Itoa(row))).Press("enter").Sees(words.Question.ChooseFirst).Sees("Which of these")
				}
			}
			for second, want := range map[string]int{"0": 10, "1": 11, "2": 12} {
				w.Press("down", "up", "1")
				time.Sleep(1200 * time.Millisecond)
				w.Press(second)
				told := wording.Fill(words.Keys.TwoNumbers, "n", second, "both", "1"+second)
				switch {
				case second == "0" && want <= rows:
					r.standsOn(labels[want-1])
				case second == "0":
					w.Sees(wording.Fill(words.Keys.NoRow, "n", "10")).Press("enter").Sees(words.Question.ChooseFirst)
				case want <= rows:
					w.Sees(told)
				default:
					w.SeesNo("at once")
					at, _ := strconv.Atoi(second)
					r.standsOn(labels[at-1])
				}
			}
			w.Press("ctrl+c")
			w.Ended()
		})
	}
}

// TestAfterANumberThatNoRowHasSheIsWhereSheWas: an arrow leads back to the row that had the
// focus, and neither to the top of a list that begins with the gravest nor one further. What is
// chosen stays chosen, and Enter does not say that nothing is.
func TestAfterANumberThatNoRowHasSheIsWhereSheWas(t *testing.T) {
	t.Parallel()
	words := wording.English()
	folder, labels := rowsOf(t, 9)
	topic := filepath.Join(folder, "fruit.yaml")
	text, err := os.ReadFile(topic)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(topic, []byte(strings.Replace(string(text), "choose: one", "choose: many", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	w := screentest.Start(t, program, 80, 24, nil, "--questionnaire", folder, "--region", "us")
	w.Sees("Begin").Press("enter").Sees(words.Welcome.Heading).Press("1", "enter").Sees("Which of these")
	r := &robot{Walk: w, t: t, w: words}
	for _, row := range []int{2, 4} {
		for _, typed := range [][]string{{"99"}, {"0"}, {"00"}, {"99", "88"}} {
			for _, arrow := range []string{"down", "up"} {
				w.Press("home").Press(slices.Repeat([]string{"down"}, row-1)...)
				r.standsOn(labels[row-1])
				w.Press(typed...).Press(arrow)
				r.standsOn(labels[row-1])
			}
		}
	}
	w.Press("home", "down", "down", " ").Sees(wording.Fill(words.Question.Chosen, "count", "1"))
	w.Press("99", "enter").Sees(words.Question.MoveFirst).SeesNo(words.Question.ChooseFirst).Sees("Which of these")
	w.Press("up")
	r.standsOn(labels[2])
	w.Press(" ").Sees(wording.Fill(words.Question.NoLongerChosen, "count", "0")).Press("99", "enter").Sees(words.Question.ChooseFirst)
	w.Press("ctrl+c")
	w.Ended()
}

// TestWhatIsNotReadNeverReachesTheShell, whichever way the program ends: it would run
// there, and stand in its history.
func TestWhatIsNotReadNeverReachesTheShell(t *testing.T) {
	t.Parallel()
	shell := program + ` --region us; while IFS= read -r line; do echo "the shell has: $line"; done`
	for _, leaves := range []string{"\x03", "\r"} {
		w := screentest.Start(t, "sh", 80, 24, nil, "-c", shell)
		w.Sees("Begin").Press("enter").Sees("Before we start")
		if leaves == "\r" {
			w.Press("q") // which is asked back
		}
		w.Press(leaves + strings.Repeat("quetiapine\r", 200)).Type("ready").Press("enter").Sees("the shell has: ready")
		if strings.Contains(w.Written(), "quetiapine") {
			t.Errorf("after %q the shell has what was meant for the program:\n%s", leaves, w.Screen())
		}
	}
}
