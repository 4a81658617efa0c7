package privacy

import (
	"slices"

	"github.com/elastic/go-seccomp-bpf"
	"github.com/landlock-lsm/go-landlock/landlock"
	llsyscall "github.com/landlock-lsm/go-landlock/landlock/syscall"
	"golang.org/x/sys/unix"
)

// lockToReading puts on what lock does, but for the opening of files to read.
// The process stays readable to its own user: it holds nobody's answers.
func lockToReading() []Protection {
	var active []Protection
	if noCore() == nil {
		active = append(active, Core)
	}
	restrictToReading()
	if filterToReading() == nil {
		active = append(active, Network, Programs)
	}
	return active
}

// restrictToReading lets Landlock deny every change of a file, and every TCP port.
func restrictToReading() {
	if abi, err := llsyscall.LandlockGetABIVersion(); err != nil || abi < 1 {
		return
	}
	best := landlock.V7.BestEffort()
	best.RestrictPaths(landlock.RODirs("/"))
	best.RestrictNet()
}

// filterToReading denies what filter does, but for opening with flags that only
// read. Where the flags stand differs; openat2 has them in memory, out of a
// filter's sight, and stays denied.
func filterToReading() error {
	policy, err := policyFor("")
	if err != nil {
		return err
	}
	const changes = unix.O_WRONLY | unix.O_RDWR | unix.O_CREAT | unix.O_TRUNC | unix.O_APPEND
	for name, argument := range map[string]uint32{"open": 1, "openat": 2} {
		for i := range policy.Syscalls {
			group := &policy.Syscalls[i]
			if at := slices.Index(group.Names, name); at >= 0 {
				group.Names = slices.Delete(group.Names, at, at+1)
				group.NamesWithCondtions = append(group.NamesWithCondtions, seccomp.NameWithConditions{
					Name:       name,
					Conditions: seccomp.ArgumentConditions{{Argument: argument, Operation: seccomp.BitsSet, Value: changes}},
				})
			}
		}
	}
	return seccomp.LoadFilter(seccomp.Filter{NoNewPrivs: true, Flag: seccomp.FilterFlagTSync, Policy: policy})
}
