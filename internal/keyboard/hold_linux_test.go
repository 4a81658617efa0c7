package keyboard

import (
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"
	"golang.org/x/term"
)

// TestWhatIsTypedAtTheEndIsNeitherSeenNorRead: a face has its own mode, gives back what it
// found, and the program takes a moment more to end.
func TestWhatIsTypedAtTheEndIsNeitherSeenNorRead(t *testing.T) {
	keys, in, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer keys.Close()
	defer in.Close()
	echoes := func() bool {
		mode, err := unix.IoctlGetTermios(int(in.Fd()), unix.TCGETS)
		if err != nil {
			t.Fatal(err)
		}
		return mode.Lflag&unix.ECHO != 0 && mode.Lflag&unix.ISIG != 0
	}
	seen := make(chan string)
	go func() {
		whole, buffer := "", make([]byte, 256)
		for {
			n, err := keys.Read(buffer)
			if whole += string(buffer[:n]); err != nil || strings.Contains(whole, "for the shell") {
				seen <- whole
				return
			}
		}
	}()

	held := Hold(in)
	before, err := term.MakeRaw(int(in.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	if err := term.Restore(int(in.Fd()), before); err != nil {
		t.Fatal(err)
	}
	io.WriteString(keys, "lithium\r\x03")
	time.Sleep(50 * time.Millisecond) // until the terminal has had them
	if echoes() {
		t.Error("between the end of the face and of the program the terminal shows what is typed")
	}
	held.Without(func() {
		if !echoes() {
			t.Error("while the program is stopped the terminal does not show what is typed")
		}
	})
	if echoes() {
		t.Error("after the waking the terminal shows what is typed")
	}
	io.WriteString(keys, "sertraline\r")
	time.Sleep(50 * time.Millisecond)
	held.Release()
	if !echoes() {
		t.Error("the shell's terminal does not show what is typed")
	}
	held.Without(func() {})
	if !echoes() {
		t.Error("what wakes after the end holds the terminal again")
	}
	io.WriteString(keys, "for the shell\n")
	line := make([]byte, 64)
	n, err := in.Read(line)
	if got := string(line[:n]); err != nil || got != "for the shell\n" {
		t.Errorf("the shell reads %q, %v", got, err)
	}
	if whole := <-seen; strings.Contains(whole, "lithium") || strings.Contains(whole, "sertraline") {
		t.Errorf("the terminal shows %q", whole)
	}
}

// TestSeveralAtOnce: a signal may stop the program and wake it while it ends. Then too the
// shell gets its terminal as it was.
func TestSeveralAtOnce(t *testing.T) {
	for range 50 {
		keys, in, err := pty.Open()
		if err != nil {
			t.Fatal(err)
		}
		before, err := unix.IoctlGetTermios(int(in.Fd()), unix.TCGETS)
		if err != nil {
			t.Fatal(err)
		}
		held := Hold(in)
		var all sync.WaitGroup
		for range 4 {
			all.Go(func() { held.Without(func() {}) })
			all.Go(held.Release)
		}
		all.Wait()
		after, err := unix.IoctlGetTermios(int(in.Fd()), unix.TCGETS)
		if err != nil || after.Lflag != before.Lflag {
			t.Fatalf("the shell's terminal has %#x, and had %#x; %v", after.Lflag, before.Lflag, err)
		}
		keys.Close()
		in.Close()
	}
}
