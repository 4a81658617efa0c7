package main

import (
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"github.com/ask-first/askfirst/internal/screentest"
)

// TestASignalBeforeTheFirstScreenLeavesNothing, however early it comes: before the
// terminal is raw, while it becomes so, and just after. Whoever started the program has
// the terminal back as it was.
func TestASignalBeforeTheFirstScreenLeavesNothing(t *testing.T) {
	// Where these tests run under nohup, the program would begin with hangups ignored, as
	// nohup is meant. What is caught here is not ignored by what is started from here.
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, syscall.SIGHUP)
	t.Cleanup(func() { signal.Stop(caught) })
	for _, face := range [][]string{nil, {"--accessible"}} {
		for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP} {
			t.Run(fmt.Sprint(face, " ", signal), func(t *testing.T) {
				t.Parallel()
				for after := time.Duration(0); after <= 60*time.Millisecond; after += 4 * time.Millisecond {
					w := screentest.Start(t, program, 80, 24, nil, append(face, "--region", "us")...)
					time.Sleep(after)
					syscall.Kill(w.Pid(), signal)
					switch status := w.Ended(); status {
					case 0, 130, 128 + int(signal):
					default:
						t.Errorf("after %v: exit status %d", after, status)
					}
					if w.AltScreen() || strings.Contains(w.Screen(), "Begin") || strings.Contains(w.Written(), "goroutine") {
						t.Errorf("after %v there is left:\n%s", after, w.Screen())
					}
					if is := settingsOf(t, w); is.Lflag&lines != lines || is.Iflag&unix.ICRNL == 0 || is.Oflag&unix.OPOST == 0 {
						t.Errorf("after %v the terminal is raw: %+v", after, is)
					}
				}
			})
		}
	}
}

// lines is what a shell's terminal does: it shows what is typed, hands it on line by line,
// and makes signals of ctrl+c and ctrl+z.
const lines = unix.ICANON | unix.ECHO | unix.ISIG

// settingsOf are the settings of its terminal.
func settingsOf(t *testing.T, w *screentest.Walk) *unix.Termios {
	t.Helper()
	settings, err := unix.IoctlGetTermios(int(w.Terminal().Fd()), unix.TCGETS)
	if err != nil {
		t.Fatal(err)
	}
	return settings
}
