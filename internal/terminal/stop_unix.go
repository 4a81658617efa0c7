//go:build unix

package terminal

import (
	"os"
	"os/signal"
	"syscall"
)

// NotifyStop is told when somebody stops the program: by ctrl+z, or from outside.
// Whoever started the program may want none of it, as a script does.
func NotifyStop(stops chan os.Signal) {
	if !signal.Ignored(syscall.SIGTSTP) {
		signal.Notify(stops, syscall.SIGTSTP)
	}
}

// Stop stops the program until somebody wakes it, as the signal would have done
// that NotifyStop caught. This one cannot be caught. The threads of a program do not
// stop in one moment, so it waits for the signal of waking: what comes after it is not
// said before.
func Stop() {
	woken := make(chan os.Signal, 1)
	signal.Notify(woken, syscall.SIGCONT)
	defer signal.Stop(woken)
	syscall.Kill(os.Getpid(), syscall.SIGSTOP)
	<-woken
}
