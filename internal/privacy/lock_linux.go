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
	landlocked := restrict()
	filtered := filter() == nil
	if undumpable && filtered {
		active = append(active, Memory)
	}
	if filtered || landlocked {
		active = append(active, Files, Programs)
	}
	// Landlock alone stops TCP, but neither UDP nor sockets of this machine.
	if filtered {
		active = append(active, Network)
	}
	return active
}

// restrict lets Landlock deny every file, every TCP port, and, where the kernel has
// its scopes, signals to others and their abstract sockets: a rule would be an
// exception, and there is none. It works on paths, so it also stops what a list of
// system calls may have forgotten.
func restrict() bool {
	// BestEffort is silent where there is no Landlock at all, so that is asked.
	if abi, err := llsyscall.LandlockGetABIVersion(); err != nil || abi < 1 {
		return false
	}
	best := landlock.V7.BestEffort()
	files := best.RestrictPaths()
	net := best.RestrictNet()
	scoped := best.RestrictScoped()
	return files == nil && net == nil && scoped == nil
}
