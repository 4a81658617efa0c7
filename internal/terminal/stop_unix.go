//go:build unix

package terminal

import (
	"os"
	"os/signal"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// stopping are the signals that stop a program and can be caught. The kernel sends the
// last two to one in the background that reads or sets the terminal, and anybody may send
// them to one in the foreground.
var stopping = []os.Signal{syscall.SIGTSTP, syscall.SIGTTIN, syscall.SIGTTOU}

// OnStop does something whenever somebody stops the program: by ctrl+z, or from outside.
// What is done should clear the screen, call stop, and show what comes after; stop stops
// the program as the signal would have done that was caught, until somebody wakes it in
// the foreground. Whoever started the program may want none of it, as a script does. In
// the background nothing is done, and the program stops: the screen is another's there.
// The function that is returned ends it.
func OnStop(do func(stop func())) (end func()) {
	if signal.Ignored(syscall.SIGTSTP) {
		return func() {}
	}
	stops, wakes := make(chan os.Signal, 1), make(chan os.Signal, 1)
	signal.Notify(stops, stopping...)
	signal.Notify(wakes, syscall.SIGCONT)
	stop := func() { stopUntil(wakes) }
	go func() {
		var woken time.Time
		for s := range stops {
			select {
			case <-wakes: // from before
			default:
			}
			switch {
			case !foreground():
				stop()
			case s != syscall.SIGTSTP && time.Since(woken) < stale: // of the background that it has just left
			default:
				do(stop)
			}
			woken = time.Now()
		}
	}()
	return func() {
		signal.Stop(stops)
		signal.Stop(wakes)
	}
}

// stale is how long after the waking a signal may come that was sent before.
const stale = 50 * time.Millisecond

// stopUntil stops the program with the signal that cannot be caught. The threads of a
// program do not stop in one moment, so it waits for the signal of waking: what comes after
// it is not said before. Who has woken it already, before it stopped, need not do so again.
func stopUntil(wakes chan os.Signal) {
	select {
	case <-wakes:
		return
	default:
	}
	for {
		syscall.Kill(os.Getpid(), syscall.SIGSTOP)
		<-wakes
		if foreground() { // in the background it would set a terminal that is another's
			return
		}
	}
}

// IgnoreStop lets nobody stop the program by a signal that can be caught.
func IgnoreStop() { signal.Ignore(stopping...) }

// foreground reports whether the terminal is this program's. Without one it is.
func foreground() bool {
	group, err := unix.IoctlGetInt(int(os.Stdin.Fd()), unix.TIOCGPGRP)
	return err != nil || group == unix.Getpgrp()
}
