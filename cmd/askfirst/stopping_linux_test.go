package main

import (
	"fmt"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/ask-first/askfirst/internal/screentest"
)

// stopping are the signals that stop a program and can be caught.
var stopping = []syscall.Signal{syscall.SIGTSTP, syscall.SIGTTIN, syscall.SIGTTOU}

// These ask the kernel through /proc whether the program has stopped.

// Ctrl+z clears the screen before the program stops, and says how to come back. Woken,
// it says how to go on, and not before: what is typed then is for the shell.
func TestStoppingWipesLineByLine(t *testing.T) {
	t.Parallel()
	for _, signal := range stopping {
		t.Run(signal.String(), func(t *testing.T) {
			t.Parallel()
			w := answeredInLines(t)
			stops(t, w, signal)
			w.Sees("To come back, type: fg").SeesNo(chosenInLines).SeesNo("To hear this page")
			if strings.Contains(w.Screen(), "1.") {
				t.Errorf("the screen still shows answers:\n%s", w.Screen())
			}
			w.Signal(syscall.SIGCONT).Sees("To hear this page, type “again”:")
			w.Type("again").Press("enter").Sees("2. ") // the question again
			w.Type("leave").Press("enter")
			w.Ended()
		})
	}
}

// The full screen too, where ctrl+z is only a key, and the signal comes from
// outside. Woken, the page is there again, and keys work.
func TestStoppingWipes(t *testing.T) {
	t.Parallel()
	r := startRobot(t, 80, 24, fictional(t, nil, nothingElse...))
	for range 3 {
		r.step()
	}
	canary := strings.Join(strings.Fields(r.at().Ask)[:3], " ")
	r.sees(r.at())
	for _, signal := range stopping { // and once more
		before := len(r.Written())
		stops(t, r.Walk, signal)
		for end := time.Now().Add(20 * time.Second); strings.Contains(r.Screen(), canary) && time.Now().Before(end); {
			time.Sleep(10 * time.Millisecond) // what was written before the stop is still to be read
		}
		r.SeesNo(canary)
		if r.AltScreen() || !strings.Contains(r.Written()[before:], "\x1b[3J") {
			t.Error("the screen was not put in order, or its scrollback not cleared")
		}
		r.Signal(syscall.SIGCONT).Sees(r.w.Covered.Text).SeesNo(canary) // anybody can wake it
		r.Press("f12").Sees(canary)
		time.Sleep(200 * time.Millisecond) // else it might be a signal from before
	}
	r.step()
	r.Press("ctrl+c")
	if status := r.Ended(); status != 130 {
		t.Errorf("exit status %d, want 130", status)
	}
	leavesNothing(t, r.Walk, canary)
}

// TestWokenBeforeItHasStopped: who stops it and wakes it in one moment has it awake.
func TestWokenBeforeItHasStopped(t *testing.T) {
	t.Parallel()
	for range 5 {
		r := startRobot(t, 80, 24, fictional(t, nil, nothingElse...))
		r.step()
		r.Signal(syscall.SIGTSTP).Signal(syscall.SIGCONT)
		r.Sees(r.w.Covered.Text).Press("ctrl+c")
		if status := r.Ended(); status != 130 {
			t.Errorf("exit status %d, want 130", status)
		}
	}
}

// TestHalfALineNeverReachesTheShell, where plain lines are ended or stopped from outside while
// she types.
func TestHalfALineNeverReachesTheShell(t *testing.T) {
	t.Parallel()
	for face, says := range map[string]string{"": "1. ", "learn your-medicines": "Enter", "workshop --region us": "1. "} {
		for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT, syscall.SIGTSTP} {
			if signal == syscall.SIGTSTP && face != "" {
				continue // a text holds nothing of hers, and stops as any program does
			}
			t.Run(face+" "+signal.String(), func(t *testing.T) {
				t.Parallel()
				shell := "set -m; " + program + " " + face + ` --accessible; while IFS= read -r line; do echo "the shell has: $line"; done`
				w := screentest.Start(t, "sh", 80, 24, nil, "-c", shell)
				w.Sees(says).Type("lithium")
				for _, pid := range w.Children() {
					syscall.Kill(pid, signal)
				}
				w.Type("ready").Press("enter").Sees("the shell has: ready")
			})
		}
	}
}

// stops stops the program as a shell's kill does, and waits until it has.
func stops(t *testing.T, w *screentest.Walk, signal syscall.Signal) {
	t.Helper()
	w.Signal(signal)
	for stopped := time.Now().Add(20 * time.Second); !isStopped(w.Pid()); {
		if time.Now().After(stopped) {
			t.Fatal("the program did not stop")
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// isStopped asks the kernel.
func isStopped(pid int) bool {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	_, state, _ := strings.Cut(string(stat), ") ")
	return err == nil && strings.HasPrefix(state, "T")
}

// Where the terminal cannot be cleared nothing is said to be, and she is told at the start.
func TestNothingIsSaidToBeClearedThatIsNot(t *testing.T) {
	t.Parallel()
	w := screentest.Start(t, program, 80, 60, []string{"TERM=dumb"}, "--accessible", "--region", "us")
	w.Sees("This terminal cannot be cleared")
	stops(t, w, syscall.SIGTSTP)
	w.Sees("To come back, type: fg").SeesNo("Cleared")
}
