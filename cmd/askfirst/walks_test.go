//go:build !windows

package main

import (
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/screentest"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// These walk through the real questionnaire on a real terminal, as the mothers
// of the first issue would.

func TestNothingToReportStillEndsInAConversation(t *testing.T) {
	t.Parallel()
	r := startRobot(t, 80, 24, fictional(t, nil, nothingElse...)).toReview()
	if plan := r.toOutcome(); len(plan.Steps) == 0 {
		t.Fatal("nobody to talk to")
	}
	r.Press("end").Sees(r.w.Outcome.Finish).Press("enter")
	if status := r.Ended(); status != 0 {
		t.Errorf("exit status %d, want 0", status)
	}
	leavesNothing(t, r.Walk, r.w.Outcome.Heading)
	if left := strings.TrimSpace(r.Screen()); left != "" {
		t.Errorf("after she has finished there stays:\n%s", left)
	}
}

func TestPregnantAndTakingAnSSRI(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{80, 24}, {40, 12}} {
		r := startRobot(t, size[0], size[1], fictional(t, map[string][]string{
			"pregnancy": {"first"}, "using": {"curious"}, "medicines": {"sertraline"},
		}, nothingElse...)).toReview()
		plan := r.toOutcome()
		wants(t, r.q, plan, "prescriber", questionnaire.BeforeDeciding)
		wants(t, r.q, plan, "midwife-or-obstetric-provider", questionnaire.BeforeDeciding)
		r.toCard(*plan.With(r.q.Clinician("prescriber")))
		r.Sees(r.w.Card.Say)
	}
}

func TestBreastfeedingAndLithium(t *testing.T) {
	t.Parallel()
	r := startRobot(t, 80, 24, fictional(t, map[string][]string{
		"feeding": {"all-milk"}, "since-birth": {"birth-to-6-months"}, "using": {"planning"}, "medicines": {"lithium"},
	}, nothingElse...)).toReview()
	plan := r.toOutcome()
	wants(t, r.q, plan, "perinatal-psychiatrist", questionnaire.BeforeDeciding)
	wants(t, r.q, plan, "prescriber", questionnaire.Today)
	wants(t, r.q, plan, "babys-doctor", questionnaire.BeforeDeciding)
}

func TestAHistoryOfMania(t *testing.T) {
	t.Parallel()
	r := startRobot(t, 80, 24, fictional(t, map[string][]string{
		"mood-history": {"high-times"}, "using": {"planning"},
	}, nothingElse...)).toReview()
	wants(t, r.q, r.toOutcome(), "perinatal-psychiatrist", questionnaire.BeforeDeciding)
}

func TestThoughtsOfSuicideInterruptFirst(t *testing.T) {
	t.Parallel()
	for _, size := range [][2]int{{80, 24}, {40, 12}} {
		r := startRobot(t, size[0], size[1], fictional(t, map[string][]string{"right-now": {"thoughts-of-suicide"}}, nothingElse...))
		r.sees(r.q.Questions[0])
		r.reply(r.q.Questions[0], reply(t, r.q.Questions[0], "thoughts-of-suicide"))
		r.Sees(r.w.Interrupt.Heading).Sees("call " + questionnaire.NumberOf(r.visit.Region(), "emergency"))
		if size[0] == 80 {
			r.Sees("call " + questionnaire.NumberOf(r.visit.Region(), "crisis"))
		}
		r.Press("2", "enter").Sees(r.w.Interrupt.Help)
		r.Press("1", "enter").Sees(r.w.Outcome.Heading)
		if !strings.Contains(r.Screen(), r.q.Clinician("crisis-line").Name) {
			t.Errorf("the crisis line is not first:\n%s", r.Screen())
		}
	}
}

func TestNotSureToEverything(t *testing.T) {
	t.Parallel()
	r := startRobot(t, 80, 24, fictional(t, nil, questionnaire.NotSure)).toReview()
	plan := r.toOutcome()
	for _, s := range plan.Steps {
		if s.Urgency == questionnaire.Now {
			t.Errorf("%s is an alarm for somebody who is not sure", s.Clinician.ID)
		}
	}
	if plan.Open.None() {
		t.Error("nothing is left open")
	}
	r.opens(page.Of(r.w, r.visit, page.Front{}), page.Unfolded{})
	r.Sees(r.w.Open.Heading).Sees(r.q.Questions[0].Ask)
}

func TestChangingAnAnswerFromTheReview(t *testing.T) {
	t.Parallel()
	r := startRobot(t, 80, 24, fictional(t, nil, nothingElse...)).toReview()
	if r.visit.Plan().With(r.q.Clinician("babys-doctor")) != nil {
		t.Fatal("the baby's doctor is in the plan before anything was said of a baby")
	}
	feeding := r.q.Question("feeding")
	for i, q := range r.visit.Said().Asked() {
		if q == feeding {
			r.choose(i + 1) // after the way on
		}
	}
	r.did(visit.Reopened{Question: feeding.ID})
	r.sees(feeding)
	r.reply(feeding, reply(t, feeding, "all-milk"))
	r.toReview() // asks what the new answer brought up
	wants(t, r.q, r.toOutcome(), "babys-doctor", questionnaire.BeforeDeciding)
}

func TestResizingInTheMiddleKeepsThePlace(t *testing.T) {
	t.Parallel()
	r := startRobot(t, 80, 24, fictional(t, nil, nothingElse...))
	for range 3 {
		r.step()
	}
	next := r.at()
	r.Press("2")
	chosen := next.Answers[1].Label
	r.standsOn(chosen)
	for _, size := range [][2]int{{40, 12}, {120, 40}, {20, 5}, {80, 24}} {
		r.Resize(size[0], size[1])
	}
	r.sees(next)
	r.standsOn(chosen)
	r.Press("up") // or two numbers were one
	r.toReview()
}

func TestCtrlCLeavesAtOnceAndWipes(t *testing.T) {
	t.Parallel()
	r := startRobot(t, 80, 24, fictional(t, nil, nothingElse...))
	for range 4 {
		r.step()
	}
	canary := strings.Join(strings.Fields(r.at().Ask)[:3], " ")
	r.Press("ctrl+c")
	if status := r.Ended(); status != 130 {
		t.Errorf("exit status %d, want 130", status)
	}
	leavesNothing(t, r.Walk, canary)
}

func TestSignalsLeaveAndWipe(t *testing.T) {
	t.Parallel()
	for _, signal := range loudAndQuiet {
		r := startRobot(t, 80, 24, fictional(t, nil, nothingElse...))
		r.step()
		canary := strings.Join(strings.Fields(r.at().Ask)[:3], " ")
		r.Sees(canary).Signal(signal)
		r.Ended()
		leavesNothing(t, r.Walk, canary)
	}
}

// loudAndQuiet are signals that somebody may send: those that end a program, and
// those that Go, left alone, answers with a trace of all that runs.
var loudAndQuiet = []syscall.Signal{
	syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT,
	syscall.SIGABRT, syscall.SIGTRAP, syscall.SIGILL, syscall.SIGSYS, syscall.SIGBUS, syscall.SIGFPE, syscall.SIGSEGV,
}

// Line by line too, where ctrl+c and ctrl+\ are signals.
func TestSignalsLeaveAndWipeLineByLine(t *testing.T) {
	t.Parallel()
	for _, signal := range append([]syscall.Signal{syscall.SIGINT}, loudAndQuiet...) {
		w := answeredInLines(t)
		w.Signal(signal)
		if status := w.Ended(); status != 130 {
			t.Errorf("%v: exit status %d, want 130", signal, status)
		}
		leavesNothing(t, w, chosenInLines)
		if strings.Contains(w.Written(), "goroutine") || strings.Contains(w.Screen(), "SIG") {
			t.Errorf("%v: a trace is printed", signal)
		}
	}
}

// chosenInLines is what stays on the screen of answeredInLines.
const chosenInLines = "You chose:"

// answeredInLines is a screening line by line with one answer given.
func answeredInLines(t *testing.T) *screentest.Walk {
	t.Helper()
	return answerInLines(screentest.Start(t, program, 80, 24, nil, "--accessible", "--region", "us"))
}

func answerInLines(w *screentest.Walk) *screentest.Walk {
	w.Sees("Enter for more:").Type("1").Press("enter").Sees("Enter to go on,").Type("1").Press("enter")
	w.Sees("1 to 10,").Type("9").Press("enter").Sees(chosenInLines).Sees("Might you act on")
	return w
}

// leavesNothing looks at what remains when the program has ended.
func leavesNothing(t *testing.T, w *screentest.Walk, canary string) {
	t.Helper()
	if w.AltScreen() {
		t.Error("the alternate screen is still on")
	}
	if strings.Contains(w.Screen(), canary) {
		t.Errorf("the screen still shows %q:\n%s", canary, w.Screen())
	}
	if !strings.Contains(w.Written(), "\x1b[3J") {
		t.Error("the scrollback was not cleared")
	}
}

// TestLeavingLeavesNothing, in both faces and whatever the way out; and where she asked for
// one line to stay, that line alone does: the number for danger to life.
func TestLeavingLeavesNothing(t *testing.T) {
	t.Parallel()
	const danger = "6" // she is not safe where she is
	w := wording.English()
	whole := func(keys ...string) func(*screentest.Walk) {
		return func(w *screentest.Walk) {
			for _, key := range keys {
				w.Press(key)
			}
		}
	}
	lines := func(typed ...string) func(*screentest.Walk) {
		return func(w *screentest.Walk) {
			for _, line := range typed {
				w.Type(line).Press("enter")
			}
		}
	}
	for name, test := range map[string]struct {
		flags []string
		begin string
		way   func(*screentest.Walk)
	}{
		"full screen, first page":           {nil, "Begin", whole("q", "enter")},
		"full screen, stopped in danger":    {nil, "Begin", whole("enter", "enter", danger, "enter", "8", "enter", "2", "enter", "4", "enter")},
		"full screen, stopped, by its end":  {nil, "Begin", whole("enter", "enter", danger, "enter", "8", "enter", "2", "enter", "end", "enter")},
		"full screen, stopped, and q":       {nil, "Begin", whole("enter", "enter", danger, "enter", "8", "enter", "2", "enter", "q", "enter")},
		"full screen, one line":             {nil, "Begin", whole("enter", "enter", danger, "enter", "8", "enter", "2", "enter", "3", "enter")},
		"full screen, q and one line":       {nil, "Begin", whole("enter", "enter", danger, "enter", "8", "enter", "2", "enter", "q", "1", "enter")},
		"full screen, left in danger":       {nil, "Begin", whole("enter", "enter", danger, "enter", "8", "enter", "q", "enter")},
		"plain lines, first page":           {[]string{"--accessible"}, "Enter for more:", lines("leave")},
		"plain lines, first page, by a row": {[]string{"--accessible"}, "Enter for more:", lines("2")},
		"plain lines, stopped in danger":    {[]string{"--accessible"}, "Enter for more:", lines("1", "1", danger, "2", "4")},
		"plain lines, one line":             {[]string{"--accessible"}, "Enter for more:", lines("1", "1", danger, "2", "3")},
		"plain lines, the end of input": {[]string{"--accessible"}, "Enter for more:", func(w *screentest.Walk) {
			lines("1", "1", danger)(w)
			w.Sees("2. Stop here.").Type("\x04")
		}},
		"plain lines, left in danger": {[]string{"--accessible"}, "Enter for more:", lines("1", "1", danger, "leave")},
		"plain lines, enough for now": {[]string{"--accessible"}, "Enter for more:", lines("1", "1", "9", "enough", "1", "finish")},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			walk := screentest.Start(t, program, 80, 24, nil, append(test.flags, "--lang", "en", "--region", "us")...)
			walk.Sees(test.begin)
			test.way(walk)
			if status := walk.Ended(); status != 0 {
				t.Errorf("exit status %d, want 0", status)
			}
			want := ""
			if strings.HasSuffix(name, "one line") {
				want = "If there is danger, call 911."
				if test.flags != nil {
					want = "If there is danger, call 9 1 1." // as it is dialled
				}
			}
			leavesNothing(t, walk, w.Goodbye.Text)
			if got := strings.TrimSpace(walk.Screen()); got != want {
				t.Errorf("what stays is %q, want %q", got, want)
			}
			// A screen reader says what is written. Nothing of the end is on the full screen.
			_, end, _ := strings.Cut(walk.Written(), "\x1b[3J")
			if said := strings.Contains(end, w.Goodbye.Text); said != (test.flags != nil && want == "") {
				t.Errorf("that it has ended is said: %v: %q", said, end)
			}
		})
	}
}

// A session that ends tells everything in it twice.
func TestTwoSignalsAtOnceEndIt(t *testing.T) {
	t.Parallel()
	for _, first := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT} {
		w := screentest.Start(t, program, 80, 24, nil)
		w.Sees("Begin")
		for _, s := range []syscall.Signal{first, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGTERM} {
			syscall.Kill(w.Pid(), s)
		}
		w.Ended()
		leavesNothing(t, w, "Begin")
	}
}

// The program must not depend on an answer of the terminal, and a query may
// show as rubbish where nobody understands it.
func TestTheTerminalIsAskedNothing(t *testing.T) {
	t.Parallel()
	w := screentest.Start(t, program, 80, 24, nil)
	w.Sees("Begin").Press("ctrl+c")
	w.Ended()
	for name, query := range map[string]string{
		"background colour": "\x1b]11;?", "foreground colour": "\x1b]10;?", "cursor position": "\x1b[6n",
		"device attributes": "\x1b[c", "terminal version": "\x1b[>q", "window title": "\x1b]0;", "clipboard": "\x1b]52",
	} {
		if strings.Contains(w.Written(), query) {
			t.Errorf("the program sent a query or command: %s", name)
		}
	}
}

// A screen reader or a braille line follows the real cursor.
func TestTheRealCursorStandsOnTheChosenAnswer(t *testing.T) {
	t.Parallel()
	r := startRobot(t, 80, 24, fictional(t, nil, nothingElse...))
	r.step()
	question := r.at()
	r.sees(question)
	for i, a := range question.Answers {
		r.Press("up") // or two numbers were one
		r.goTo(i)
		if got := r.CursorLine(); !strings.HasPrefix(got, firstWords(a.Label)) && !strings.HasSuffix(got, a.Label) {
			t.Errorf("on answer %d the cursor stands before %q, want %q", i+1, got, a.Label)
		}
	}
}

func TestNoColourSaysTheSame(t *testing.T) {
	t.Parallel()
	r := startRobot(t, 80, 24, fictional(t, nil, nothingElse...), "NO_COLOR=1")
	r.Press("1", "space").Sees("1  x ").Sees("chosen, 1 so far")
	r.Press("down")
	colour := regexp.MustCompile(`\x1b\[([0-9;]*;)?([34][0-8]|9[0-7]|10[0-7])(;[0-9;]*)?m`)
	if got := colour.FindString(r.Written()); got != "" {
		t.Errorf("a colour in spite of NO_COLOR: %q", got)
	}
	for what, weight := range map[string]string{"bold": "\x1b[1m", "faint": "\x1b[2m"} {
		if !strings.Contains(r.Written(), weight) {
			t.Errorf("nothing is %s any more", what)
		}
	}
}

func wants(t *testing.T, q *questionnaire.Questionnaire, plan screening.Plan, clinician string, urgency questionnaire.Urgency) {
	t.Helper()
	who := q.Clinician(clinician)
	if !slices.ContainsFunc(plan.Needs, func(n screening.Need) bool {
		return n.Certain && slices.Contains(n.AnyOf, who) && n.Urgency().AtLeast(urgency)
	}) {
		t.Errorf("nothing certain calls for %s, %s or sooner", clinician, urgency)
	}
}

func reply(t *testing.T, q *questionnaire.Question, ids ...string) questionnaire.Reply {
	t.Helper()
	r, err := q.Reply(ids...)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func firstWords(s string) string {
	words := strings.Fields(s)
	return strings.Join(words[:min(3, len(words))], " ")
}
