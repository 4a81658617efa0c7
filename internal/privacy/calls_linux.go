package privacy

import (
	"fmt"
	"math"
	"slices"
	"unsafe"

	"github.com/elastic/go-seccomp-bpf"
	"github.com/elastic/go-seccomp-bpf/arch"
	"golang.org/x/net/bpf"
	"golang.org/x/sys/unix"
)

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
		"mount", "umount2", "mount_setattr", "open_tree", "fsopen", "fspick", "fsmount", "move_mount", "pivot_root", "chroot",
	},
	{ // what is noted about files: times, owners, permissions
		"utime", "utimes", "futimesat", "utimensat", "chmod", "fchmod", "fchmodat", "fchmodat2",
		"chown", "fchown", "lchown", "fchownat",
		"setxattr", "lsetxattr", "fsetxattr", "setxattrat", "removexattr", "lremovexattr", "fremovexattr", "removexattrat",
	},
	{ // network, and ways round a filter of system calls
		"socket", "socketpair", "connect", "bind", "listen", "accept", "accept4",
		"sendto", "sendmsg", "sendmmsg", "io_uring_setup", "io_uring_enter", "io_uring_register",
	},
	starting, // how a thread differs from a program stands in byArgument
	{ // signals to others; byArgument lets the ones to itself through
		"rt_sigqueueinfo", "rt_tgsigqueueinfo", "pidfd_open", "pidfd_send_signal",
	},
	{ // other programs' memory, and places in the kernel that outlive this one
		"ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "process_mrelease", "pidfd_getfd", "kcmp",
		"shmget", "shmat", "shmctl", "msgget", "msgsnd", "msgrcv", "msgctl", "semget", "semop", "semtimedop", "semctl",
		"mq_open", "mq_unlink", "mq_timedsend", "mq_notify", "add_key", "request_key", "keyctl",
		"userfaultfd", "perf_event_open", "bpf", "unshare", "setns",
	},
}

// starting are the calls for another program. With the last of them a C library tells
// all threads of a program to put on a lock.
var starting = []string{"execve", "execveat", "fork", "vfork", "tkill"}

// byArgument are calls that the program needs, but not for these purposes. The
// kernel looks at 32 bits of a request, an option or a process, and the filter at
// 64, so what has any of the upper ones is denied too.
//
// The order matters: go-seccomp-bpf goes on with the argument instead of the
// call's number where a condition does not hold. None of the arguments here is
// the number of a call that follows, but for a process's own number, so calls
// with that are last.
func byArgument(need need) []seccomp.NameWithConditions {
	when := func(name string, c ...seccomp.Condition) seccomp.NameWithConditions {
		return seccomp.NameWithConditions{Name: name, Conditions: c}
	}
	all := []seccomp.NameWithConditions{
		// Typing into her terminal: the shell reads it when the program has ended.
		when("ioctl", seccomp.Condition{Argument: 1, Operation: seccomp.Equal, Value: unix.TIOCSTI}),
		when("ioctl", seccomp.Condition{Argument: 1, Operation: seccomp.Equal, Value: unix.TIOCLINUX}),
		when("ioctl", seccomp.Condition{Argument: 1, Operation: seccomp.GreaterThan, Value: math.MaxUint32}),
		// Letting another program look into the memory, or passing for another one.
		when("prctl", seccomp.Condition{Argument: 0, Operation: seccomp.Equal, Value: unix.PR_SET_PTRACER}),
		when("prctl", seccomp.Condition{Argument: 0, Operation: seccomp.Equal, Value: unix.PR_SET_NAME}),
		when("prctl", seccomp.Condition{Argument: 0, Operation: seccomp.Equal, Value: unix.PR_SET_MM}),
		when("prctl", seccomp.Condition{Argument: 0, Operation: seccomp.GreaterThan, Value: math.MaxUint32}),
		// Stopping or ending others by a signal that a file sends.
		when("fcntl", seccomp.Condition{Argument: 1, Operation: seccomp.Equal, Value: unix.F_SETOWN}),
		when("fcntl", seccomp.Condition{Argument: 1, Operation: seccomp.Equal, Value: unix.F_SETOWN_EX}),
		when("fcntl", seccomp.Condition{Argument: 1, Operation: seccomp.Equal, Value: unix.F_SETSIG}),
		when("fcntl", seccomp.Condition{Argument: 1, Operation: seccomp.GreaterThan, Value: math.MaxUint32}),
	}
	if need == toStart {
		return all // what it starts has a number of its own, and locks its own memory
	}
	own := uint64(unix.Getpid())
	return append(all,
		// Taking the lock of the memory off.
		when("prctl", seccomp.Condition{Argument: 0, Operation: seccomp.Equal, Value: unix.PR_SET_DUMPABLE}),
		// Another process; a thread shares this one's locks and its end.
		when("clone", seccomp.Condition{Argument: 0, Operation: seccomp.BitsNotSet, Value: unix.CLONE_THREAD}),
		// Stopping or ending others by a limit, or by a signal of ours.
		when("prlimit64", seccomp.Condition{Argument: 0, Operation: seccomp.NotEqual, Value: 0}, seccomp.Condition{Argument: 0, Operation: seccomp.NotEqual, Value: own}),
		when("kill", seccomp.Condition{Argument: 0, Operation: seccomp.NotEqual, Value: own}),
		when("tgkill", seccomp.Condition{Argument: 0, Operation: seccomp.NotEqual, Value: own}),
	)
}

const notPermitted = seccomp.ActionErrno | seccomp.Action(unix.EPERM)

// need is what a process still has to do once it is locked.
type need uint8

const (
	nothing need = iota
	toRead       // files
	toStart      // other programs, which read files
)

// filter loads the lists into the kernel, for all threads.
func filter(need need) error {
	policies, err := filters("", need)
	if err != nil {
		return err
	}
	for _, policy := range policies {
		if err := seccomp.LoadFilter(seccomp.Filter{NoNewPrivs: true, Flag: seccomp.FilterFlagTSync, Policy: policy}); err != nil {
			return err
		}
	}
	return oneEntry()
}

// oneEntry shuts the entries to the kernel for programs of another architecture, as
// a program of 32 bits has on amd64: by its numbers the same calls are others, and
// go-seccomp-bpf lets all of them through. It knows no memfd_secret on amd64 either,
// which has one number everywhere.
func oneEntry() error {
	info, err := arch.GetInfo("")
	if err != nil {
		return err
	}
	const number, architecture = 0, 4 // where they stand in what a filter sees (struct seccomp_data)
	instructions, err := bpf.Assemble([]bpf.Instruction{
		bpf.LoadAbsolute{Off: architecture, Size: 4},
		bpf.JumpIf{Cond: bpf.JumpNotEqual, Val: uint32(info.ID), SkipTrue: 3},
		bpf.LoadAbsolute{Off: number, Size: 4},
		bpf.JumpIf{Cond: bpf.JumpEqual, Val: unix.SYS_MEMFD_SECRET, SkipTrue: 1},
		bpf.RetConstant{Val: unix.SECCOMP_RET_ALLOW},
		bpf.RetConstant{Val: unix.SECCOMP_RET_ERRNO | uint32(unix.EPERM)},
	})
	if err != nil {
		return err
	}
	filters := make([]unix.SockFilter, len(instructions))
	for i, in := range instructions {
		filters[i] = unix.SockFilter{Code: in.Op, Jt: in.Jt, Jf: in.Jf, K: in.K}
	}
	program := unix.SockFprog{Len: uint16(len(filters)), Filter: &filters[0]}
	thread, _, errno := unix.Syscall(unix.SYS_SECCOMP, unix.SECCOMP_SET_MODE_FILTER, unix.SECCOMP_FILTER_FLAG_TSYNC, uintptr(unsafe.Pointer(&program)))
	if errno == 0 && thread != 0 {
		return fmt.Errorf("thread %d has no such filter", thread)
	}
	return unless(errno, 0)
}

// filters are what is loaded for an architecture, by Go's name; "" is this one. A
// newer architecture has no open beside openat, and so on; what it does not have
// needs no denial. Each filter has its say of every call, and the strictest holds.
func filters(goarch string, need need) ([]seccomp.Policy, error) {
	info, err := arch.GetInfo(goarch)
	if err != nil {
		return nil, err
	}
	conditions := byArgument(need)
	never := seccomp.SyscallGroup{Action: notPermitted}
	for _, name := range slices.Concat(denied...) {
		if _, ok := info.SyscallNames[name]; !ok || need == toStart && slices.Contains(starting, name) {
			continue
		}
		if c, ok := toChange(name); ok && need != nothing {
			conditions = append([]seccomp.NameWithConditions{c}, conditions...)
			continue
		}
		never.Names = append(never.Names, name)
	}
	return []seccomp.Policy{
		{
			DefaultAction: seccomp.ActionAllow,
			Syscalls: []seccomp.SyscallGroup{
				never,
				// Its flags are in memory, out of a filter's sight. A C library that is
				// told that there is no such call makes its threads with clone.
				{Names: []string{"clone3"}, Action: seccomp.ActionErrno | seccomp.Action(unix.ENOSYS)},
			},
		},
		{
			DefaultAction: seccomp.ActionAllow,
			Syscalls:      []seccomp.SyscallGroup{{NamesWithCondtions: conditions, Action: notPermitted}},
		},
	}, nil
}

// toChange is an opening that changes the file. Where its flags stand differs; openat2
// has them in memory, out of a filter's sight, and stays denied.
func toChange(name string) (seccomp.NameWithConditions, bool) {
	const changes = unix.O_WRONLY | unix.O_RDWR | unix.O_CREAT | unix.O_TRUNC | unix.O_APPEND
	argument, ok := map[string]uint32{"open": 1, "openat": 2}[name]
	return seccomp.NameWithConditions{
		Name:       name,
		Conditions: seccomp.ArgumentConditions{{Argument: argument, Operation: seccomp.BitsSet, Value: changes}},
	}, ok
}
