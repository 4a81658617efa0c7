package tui

import (
	"os"
	"testing"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
)

// TestASecondTerminalDoesNotEcho what is typed in it, and does again afterwards if it did.
func TestASecondTerminalDoesNotEcho(t *testing.T) {
	for _, before := range []bool{true, false} {
		master, terminal, err := pty.Open()
		if err != nil {
			t.Fatal("no terminal to be had: ", err)
		}
		defer master.Close()
		defer terminal.Close()
		echoes := func() bool {
			settings, err := unix.IoctlGetTermios(int(terminal.Fd()), unix.TCGETS)
			if err != nil {
				t.Fatal(err)
			}
			return settings.Lflag&unix.ECHO != 0
		}
		echo(terminal, before)
		other, err := os.Open(os.DevNull)
		if err != nil {
			t.Fatal(err)
		}
		defer other.Close()
		second, err := OpenSecond(terminal.Name(), other)
		if err != nil {
			t.Fatal(err)
		}
		if echoes() {
			t.Error("what is typed in it is seen between the notes")
		}
		second.Close()
		if echoes() != before {
			t.Errorf("afterwards it echoes: %v, and before: %v", !before, before)
		}
	}
}
