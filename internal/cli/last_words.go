package cli

import (
	"fmt"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"

	"github.com/ask-first/askfirst/internal/keyboard"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/terminal"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/wrap"
)

// lingers is how long the last words of plain lines stand: a screen reader that compares
// what is on the screen with what was looks several times a second.
const lingers = time.Second / 2

// wipeAtEveryEnd clears the screen of whoever leaves plain lines by a signal. The
// reading of a line cannot be interrupted, so the program ends here. Stopped by
// ctrl+z it says how to come back, and there how to go on. Where nothing can be cleared
// wipe is nil, and it does not say that anything was.
func wipeAtEveryEnd(s streams, words func() *wording.Words, wipe func()) {
	stopped := func() string { return words().Plain.Stopped }
	if wipe == nil {
		wipe = func() {}
		stopped = func() string { return words().Plain.Uncleared }
	}
	atASignal(s, wipe)
	terminal.OnStop(func(stop func()) {
		wipe()
		keyboard.Discard(s.in) // half a line is for nobody else
		fmt.Fprintln(s.screen, stopped())
		stop()                                      // until somebody wakes it
		fmt.Fprint(s.screen, words().Plain.Resumed) // it still waits for a line
	})
}

// atASignal ends plain lines at a signal. Half a line that was typed, and what is typed
// meanwhile, is for nobody else.
func atASignal(s streams, last func()) {
	ends := make(chan os.Signal, 1)
	signal.Notify(ends, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		<-ends
		held := keyboard.Hold(s.in)
		last()
		held.Release()
		os.Exit(exitLeft)
	}()
}

// stays prints what she asked to stay of the full screen: plain lines say the same page.
func stays(s streams, last page.Page) {
	for _, b := range last.Blocks {
		fmt.Fprintln(s.out, strings.Join(wrap.Lines(b.Text(), width(s.screen)), "\n"))
	}
}
