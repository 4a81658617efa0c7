//go:build !windows

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/ask-first/askfirst/internal/screentest"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// A shared laptop in a real terminal. The first person gives answers that can be
// looked for; whoever comes next presses what a curious person would.

const facilitatorsWord = "kettle-and-tea"

// shared is a laptop on which the facilitator has chosen her word.
func shared(t *testing.T, w *screentest.Walk) *screentest.Walk {
	t.Helper()
	k := wording.English().Kiosk
	w.Sees(k.Choose).Type(facilitatorsWord).Press("enter")
	w.Sees(k.Again).Type(facilitatorsWord).Press("enter")
	return w.Sees(k.Free)
}

// next is the next person, at her first question.
func next(t *testing.T, w *screentest.Walk) *robot {
	t.Helper()
	r := walkOn(t, w.Press("enter"))
	r.visit = asked(r.q, visit.Options{Shared: true})
	return r
}

// firstPerson answers everything, and looks at what she said.
func firstPerson(t *testing.T, w *screentest.Walk) (r *robot, canaries []string) {
	t.Helper()
	r = next(t, w)
	r.toReview()
	for _, q := range r.visit.Said().Asked() {
		if q.Private {
			t.Errorf("%q is private and is asked", q.ID)
		}
	}
	// What the first question offers to everybody says nothing of her.
	var offered []string
	for _, a := range r.q.Questions[0].Answers {
		offered = append(offered, a.Label)
	}
	canaries = slices.DeleteFunc(r.canaries(), func(c string) bool { return strings.Contains(strings.Join(offered, " "), c) })
	if len(canaries) < 3 {
		t.Fatalf("only these answers to look for: %q", canaries)
	}
	if w.Press("end"); len(found(w.Screen(), canaries)) == 0 {
		t.Fatalf("none of %q on the review:\n%s", canaries, w.Screen())
	}
	return r, canaries
}

// hidesFrom fails if an answer is on the screen.
func hidesFrom(t *testing.T, w *screentest.Walk, canaries []string) {
	t.Helper()
	if got := found(w.Screen(), canaries); len(got) > 0 {
		t.Fatalf("%q of the last person is on the screen:\n%s", got, w.Screen())
	}
}

func TestNoKeyOfASharedLaptopShowsTheLastPerson(t *testing.T) {
	t.Parallel()
	w := shared(t, screentest.Start(t, program, 80, 24, nil, "workshop", "--kiosk", "--idle-after", "10m"))
	_, canaries := firstPerson(t, w)
	k := wording.English().Kiosk
	w.Press("ctrl+c").Sees(k.Wiped)
	wiped := strings.LastIndex(w.Written(), "\x1b[3J")
	if wiped < 0 {
		t.Fatal("what the terminal keeps was not erased")
	}
	hidesFrom(t, w, canaries)
	const f12, suspend, quit = "\x1b[24~", "\x1a", "\x1c"
	for _, key := range []string{"ctrl+c", "enter", suspend, quit, f12, "esc", "pgup", "q"} {
		w.Press(key)
		hidesFrom(t, w, canaries)
	}
	w.Resize(40, 12).Resize(120, 40).Resize(80, 24)
	hidesFrom(t, w, canaries)
	w.Sees(k.Free)
	for _, key := range []string{suspend, quit, f12, "esc", "left", "pgup", "q", "h", "?", "backspace", "ctrl+c", "\x07", "x"} {
		w.Press(key)
		hidesFrom(t, w, canaries)
	}
	w.Sees(k.Free).Press("enter").Sees("Begin").Press("enter").Sees("Before we start").Press("1", "enter").Sees("Where do you live").Press("1", "enter")
	for _, key := range []string{f12, "x", suspend, quit, "esc", "esc", "esc", "pgup", "up", "\x07", "\x07", "esc"} {
		w.Press(key)
		hidesFrom(t, w, canaries)
	}
	// Not even for the blink of an eye: nothing that was written since held it.
	if got := found(w.Written()[wiped:], canaries); len(got) > 0 {
		t.Errorf("written after the wiping: %q", got)
	}
	w.Signal(syscall.SIGTERM) // fails the test if the program has ended before
	w.Ended()
}

func TestOnlyTheFacilitatorsWordEndsASharedLaptop(t *testing.T) {
	t.Parallel()
	w := shared(t, screentest.Start(t, program, 80, 24, nil, "workshop", "--kiosk", "--idle-after", "10m"))
	r := next(t, w)
	r.step()
	canary := firstWords(r.at().Ask)
	k := wording.English().Kiosk
	w.Sees(canary).Press("\x07", "\x07").Sees(k.Word).SeesNo(canary)
	w.Type("wrong word").Press("enter").Sees(canary)
	w.Press("\x07", "\x07").Sees(k.Word).Type(facilitatorsWord).Press("enter")
	if status := w.Ended(); status != 0 {
		t.Errorf("exit status %d, want 0", status)
	}
	leavesNothing(t, w, canary)
	if strings.Contains(w.Written(), facilitatorsWord) {
		t.Error("the word was shown")
	}
}

// What follows when nobody answers is tried in internal/tui/kiosk, at a pace for
// tests.
func TestSilenceOnASharedLaptopIsAskedAbout(t *testing.T) {
	t.Parallel()
	w := shared(t, screentest.Start(t, program, 80, 24, nil, "workshop", "--kiosk", "--idle-after", "1s"))
	k := wording.English().Kiosk
	w.Press("enter").Sees(k.There).SeesNo("Begin")
	w.Press("x").Sees("Begin")
	w.Sees(k.There).Signal(syscall.SIGTERM)
	w.Ended()
}

func TestSignalsEndASharedLaptopAndWipe(t *testing.T) {
	t.Parallel()
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGINT} {
		w := shared(t, screentest.Start(t, program, 80, 24, nil, "workshop", "--kiosk"))
		r := next(t, w)
		r.step()
		canary := firstWords(r.at().Ask)
		w.Sees(canary).Signal(signal)
		w.Ended()
		leavesNothing(t, w, canary)
	}
}

// What tmux keeps holds no answer while the next person sits there, even where
// it keeps what full-screen programs leave behind.
func TestTheScrollbackOfASharedLaptopHoldsNoAnswer(t *testing.T) {
	t.Parallel()
	needs(t, "tmux")
	for _, alternate := range []string{"on", "off"} {
		t.Run("alternate-screen="+alternate, func(t *testing.T) {
			t.Parallel()
			sockets := t.TempDir()
			conf := filepath.Join(sockets, "tmux.conf")
			options := "set -g status off\nset -g history-limit 5000\nset -s escape-time 0\nset -g alternate-screen " + alternate + "\n"
			if err := os.WriteFile(conf, []byte(options), 0o600); err != nil {
				t.Fatal(err)
			}
			env := []string{"TMUX_TMPDIR=" + sockets, "SHELL=/bin/sh"}
			mux := func(args ...string) *exec.Cmd {
				cmd := exec.Command("tmux", append([]string{"-L", "kiosk", "-f", conf, "-u"}, args...)...)
				cmd.Env = append(os.Environ(), env...)
				return cmd
			}
			t.Cleanup(func() { mux("kill-server").Run() })
			w := shared(t, screentest.Start(t, "tmux", 80, 24, env, "-L", "kiosk", "-f", conf, "-u", "new-session", program+" workshop --kiosk --idle-after 10m"))
			_, canaries := firstPerson(t, w)
			w.Press("ctrl+c").Sees(wording.English().Kiosk.Wiped)
			kept, err := mux("capture-pane", "-p", "-S", "-").Output()
			if err != nil || !strings.Contains(string(kept), "Nothing from the person") {
				t.Fatalf("capture-pane: %v\n%s", err, kept)
			}
			if got := found(string(kept), canaries); len(got) > 0 {
				t.Errorf("found %q in:\n%s", got, kept)
			}
		})
	}
}

// Whoever sits down at a laptop with a stranger's folder reads so before she begins.
func TestASharedLaptopNamesAStrangersFolder(t *testing.T) {
	t.Parallel()
	folder := filepath.Join(t.TempDir(), "strangers")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"questionnaire.yaml": "questionnaire: own\ntitle: Own\nversion: 1.0.0\nlanguage: en\ntopics: [one]\nwelcome: Hello.\nconsent: You choose.\n",
		"one.yaml":           "topic: one\ntitle: One\nrules:\n  - {id: floor, talk-to: pharmacist, urgency: next-visit, reason: It is worth a talk.}\n",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	w := shared(t, screentest.Start(t, program, 80, 24, nil, "workshop", "--kiosk", "--questionnaire", folder))
	w.Sees("did not come with Ask First").Sees("“strangers”")
	w.Signal(syscall.SIGTERM)
	w.Ended()
}
