package privacy

import (
	"github.com/landlock-lsm/go-landlock/landlock"
	llsyscall "github.com/landlock-lsm/go-landlock/landlock/syscall"
	"golang.org/x/sys/unix"
)

// lock puts on every lock that this kernel has. None of them depends on another
// one: where Landlock is missing, seccomp still stops files, and the other way
// round.
func lock() []Protection {
	var active []Protection
	closeInherited()
	if noCore() == nil {
		active = append(active, Core)
	}
	// No one but root may attach to a process that is not dumpable, or read its
	// memory through /proc.
	undumpable := unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0) == nil
	restrict()
	filtered := filter(nothing) == nil
	if undumpable && filtered {
		active = append(active, Memory)
	}
	// Landlock alone stops neither the times and permissions of files, nor typing into
	// a terminal, nor UDP and sockets of this machine. It stays on as a second fence.
	if filtered {
		active = append(active, Files, Programs, Network)
	}
	return active
}

// restrict lets Landlock deny every file and every TCP port: a rule would be an
// exception, and there is none. It works on paths, so it also stops what a list of
// system calls may have forgotten.
func restrict() {
	abi, err := llsyscall.LandlockGetABIVersion()
	if err != nil || abi < 1 {
		return
	}
	best := landlock.V7.BestEffort()
	best.RestrictPaths()
	best.RestrictNet()
	scope(best, abi)
}

// scope keeps signals to others and their abstract sockets away, where the kernel does
// that for all threads at once. Before, each thread would be told by a signal, which
// the first of them may not send any more: some kernels wait for it without end.
func scope(best landlock.Config, abi int) {
	const atOnce = 8
	if abi >= atOnce {
		best.RestrictScoped()
	}
}
