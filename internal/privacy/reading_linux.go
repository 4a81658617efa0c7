package privacy

import (
	"github.com/landlock-lsm/go-landlock/landlock"
	llsyscall "github.com/landlock-lsm/go-landlock/landlock/syscall"
	"golang.org/x/sys/unix"
)

// lockToReading puts on what lock does, but for the opening of files to read.
// The process stays readable to its own user: it holds nobody's answers.
func lockToReading() []Protection {
	var active []Protection
	closeInherited()
	if noCore() == nil {
		active = append(active, Core)
	}
	restrictToReading()
	if filter(toRead) == nil {
		active = append(active, Network, Programs)
	}
	return active
}

// lockToStarting puts on what lockToReading does, but for the starting of programs. No
// other program may read its memory; what it starts locks its own.
func lockToStarting() {
	closeInherited()
	noCore()
	unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0)
	restrictToReading()
	filter(toStart)
}

// restrictToReading lets Landlock deny every change of a file, every TCP port, and
// signals to others.
func restrictToReading() {
	abi, err := llsyscall.LandlockGetABIVersion()
	if err != nil || abi < 1 {
		return
	}
	best := landlock.V7.BestEffort()
	best.RestrictPaths(landlock.RODirs("/"))
	best.RestrictNet()
	scope(best, abi)
}
