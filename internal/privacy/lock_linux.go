package privacy

import (
	"github.com/elastic/go-seccomp-bpf"
	"github.com/elastic/go-seccomp-bpf/arch"
	"github.com/landlock-lsm/go-landlock/landlock"
	llsyscall "github.com/landlock-lsm/go-landlock/landlock/syscall"
	"golang.org/x/sys/unix"
)

// lock puts on every lock that this kernel has. None of them depends on another
// one: where Landlock is missing, seccomp still stops files, and the other way
// round.
func lock() []Protection {
	var active []Protection
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

// restrict lets Landlock deny every file and every TCP port: a rule would be an
// exception, and there is none. It works on paths, so it also stops what a list
// of system calls may have forgotten.
func restrict() bool {
	// BestEffort is silent where there is no Landlock at all, so that is asked.
	if abi, err := llsyscall.LandlockGetABIVersion(); err != nil || abi < 1 {
		return false
	}
	best := landlock.V7.BestEffort()
	files := best.RestrictPaths()
	net := best.RestrictNet()
	return files == nil && net == nil
}

// denied are the system calls that the program never makes once it is locked,
// by what they would be for. Each fails with "operation not permitted", so that
// a fault shows; killing the process would leave the terminal in disorder. An
// allow list would be shorter to trust and would break with the next release of
// Go.
var denied = [][]string{
	{ // files
		"open", "openat", "openat2", "creat", "open_by_handle_at", "memfd_create", "memfd_secret",
		"truncate", "ftruncate", "fallocate",
		"mkdir", "mkdirat", "rmdir", "mknod", "mknodat", "rename", "renameat", "renameat2",
		"link", "linkat", "symlink", "symlinkat", "unlink", "unlinkat",
		"setxattr", "lsetxattr", "fsetxattr", "setxattrat", "mount", "open_tree", "fsopen", "move_mount",
	},
	{ // network, and ways round a filter of system calls
		"socket", "socketpair", "connect", "bind", "listen", "accept", "accept4",
		"sendto", "sendmsg", "sendmmsg", "io_uring_setup",
	},
	{ // programs
		"execve", "execveat", "fork", "vfork",
	},
	{ // other programs' memory, and places in the kernel that outlive this one
		"ptrace", "process_vm_readv", "process_vm_writev", "pidfd_getfd",
		"shmget", "msgget", "semget", "mq_open", "add_key", "request_key", "keyctl",
	},
}

// filter loads the list into the kernel, for all threads.
func filter() error {
	policy, err := policyFor("")
	if err != nil {
		return err
	}
	return seccomp.LoadFilter(seccomp.Filter{NoNewPrivs: true, Flag: seccomp.FilterFlagTSync, Policy: policy})
}

// policyFor is the list for an architecture, by Go's name; "" is this one. A
// newer architecture has no open beside openat, and so on; what it does not have
// needs no denial.
func policyFor(goarch string) (seccomp.Policy, error) {
	policy := seccomp.Policy{DefaultAction: seccomp.ActionAllow}
	info, err := arch.GetInfo(goarch)
	if err != nil {
		return policy, err
	}
	for _, names := range denied {
		group := seccomp.SyscallGroup{Action: seccomp.ActionErrno | seccomp.Action(unix.EPERM)}
		for _, name := range names {
			if _, ok := info.SyscallNames[name]; ok {
				group.Names = append(group.Names, name)
			}
		}
		policy.Syscalls = append(policy.Syscalls, group)
	}
	return policy, nil
}
