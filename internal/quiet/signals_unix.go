//go:build unix

package quiet

import (
	"os"
	"os/signal"
	"runtime"
	"syscall"
)

// loudSignals are those that Go answers with a trace of all that runs, when
// somebody sends them.
var loudSignals = func() []os.Signal {
	all := []os.Signal{
		syscall.SIGQUIT, syscall.SIGILL, syscall.SIGTRAP, syscall.SIGABRT, syscall.SIGSYS,
		syscall.SIGBUS, syscall.SIGFPE, syscall.SIGSEGV,
	}
	if runtime.GOOS == "linux" {
		const stackFault = syscall.Signal(0x10) // SIGSTKFLT, which only Linux has
		all = append(all, stackFault)
	}
	return all
}()

// endSelf ends the program as a closed window does. It is not SIGTERM, for which
// Bubble Tea has a handler that waits for ever if it is told a second time.
func endSelf() {
	end := syscall.SIGHUP
	if signal.Ignored(end) { // nohup
		end = syscall.SIGTERM
	}
	syscall.Kill(os.Getpid(), end)
}
