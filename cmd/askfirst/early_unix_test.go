//go:build unix

package main

import (
	"bufio"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

// Go says which package it has just initialised, so the signal comes at the first moment
// at which it can be caught: before the libraries that draw, and before main.
func TestASignalBeforeMainPrintsNoTrace(t *testing.T) {
	t.Parallel()
	for _, loud := range []syscall.Signal{syscall.SIGQUIT, syscall.SIGABRT, syscall.SIGTRAP} {
		cmd := exec.Command(program, "check", "--help")
		cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
		stderr, err := cmd.StderrPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		sent := false
		var said []string
		for lines := bufio.NewScanner(stderr); lines.Scan(); {
			line := lines.Text()
			switch {
			case strings.HasPrefix(line, "init github.com/ask-first/askfirst/internal/quiet "):
				sent = true
				if err := cmd.Process.Signal(loud); err != nil {
					t.Fatal(err)
				}
			case !sent && strings.HasPrefix(line, "init github.com/charmbracelet/lipgloss "):
				t.Fatalf("%v: this comes first: %s", loud, line)
			case !strings.HasPrefix(line, "init "):
				said = append(said, line)
			}
		}
		if err := cmd.Wait(); err == nil {
			t.Errorf("%v: it goes on to its end", loud)
		}
		if !sent {
			t.Errorf("%v: there was no moment to send it", loud)
		}
		if len(said) > 0 {
			t.Errorf("%v: it prints\n%s", loud, strings.Join(said, "\n"))
		}
	}
}
