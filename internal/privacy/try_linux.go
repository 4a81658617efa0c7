package privacy

import (
	"errors"
	"fmt"
	"os"
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"
)

func kernelAttempts() []attempt {
	return append(oldEntryAttempts(), []attempt{
		{name: "hidden-file", protection: Files, ready: calls(func() error {
			fd, err := unix.MemfdCreate("askfirst", 0)
			if err == nil {
				unix.Close(fd)
			}
			return err
		})},
		{name: "socket-kernel", protection: Network, ready: calls(func() error {
			fd, err := unix.Socket(unix.AF_NETLINK, unix.SOCK_RAW, unix.NETLINK_ROUTE)
			if err == nil {
				unix.Close(fd)
			}
			return err
		})},
		{name: "ring", protection: Network, ready: calls(func() error {
			// A call with no parameters is refused as a bad address where the
			// kernel has rings at all.
			_, _, errno := unix.Syscall(unix.SYS_IO_URING_SETUP, 1, 0, 0)
			return unless(errno, unix.EFAULT)
		})},
		{name: "attach", protection: Memory, ready: calls(func() error {
			// No process has this number, so that nobody is hurt when it works.
			const nobody = 1<<22 + 1
			_, _, errno := unix.Syscall6(unix.SYS_PTRACE, unix.PTRACE_ATTACH, nobody, 0, 0, 0, 0)
			return unless(errno, unix.ESRCH)
		})},
		{name: "watched", protection: Memory, ready: readyToBeWatched},
		{name: "undump", protection: Memory, ready: calls(func() error {
			return unix.Prctl(unix.PR_SET_DUMPABLE, 1, 0, 0, 0)
		})},
		{name: "keys", protection: Programs, ready: readyToType},
		{name: "signal", protection: Programs, ready: calls(func() error {
			return unix.Kill(os.Getppid(), 0) // 0 is asked about and does nothing
		})},
	}...)
}

// readyToType opens a terminal of its own, so that no key lands in hers.
func readyToType(string) (func() error, error) {
	master, err := unix.Open("/dev/ptmx", unix.O_RDWR|unix.O_NOCTTY|unix.O_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	if err := unix.IoctlSetPointerInt(master, unix.TIOCSPTLCK, 0); err != nil {
		return nil, err
	}
	number, err := unix.IoctlGetUint32(master, unix.TIOCGPTN)
	if err != nil {
		return nil, err
	}
	// It becomes this process's own terminal: the kernel lets nobody type elsewhere.
	unix.Setsid()
	terminal, err := unix.Open(fmt.Sprintf("/dev/pts/%d", number), unix.O_RDWR|unix.O_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	return func() error {
		key := byte('x')
		_, _, errno := unix.Syscall(unix.SYS_IOCTL, uintptr(terminal), unix.TIOCSTI, uintptr(unsafe.Pointer(&key)))
		return unless(errno, 0)
	}, nil
}

// calls is for attempts that need nothing to be made ready.
func calls(do func() error) func(string) (func() error, error) {
	return func(string) (func() error, error) { return do, nil }
}

// unless takes the error that shows that the call got through for success.
func unless(errno, through syscall.Errno) error {
	if errno == 0 || errno == through {
		return nil
	}
	return errno
}

// readyToBeWatched starts a second program of the same user, that tries to read
// this one's memory whenever it is told to.
func readyToBeWatched(string) (func() error, error) {
	if os.Geteuid() == 0 {
		return nil, errors.New("not tried, because root may read everything")
	}
	watcher := Child("watcher", "")
	tell, err := watcher.StdinPipe()
	if err != nil {
		return nil, err
	}
	said, err := watcher.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := watcher.Start(); err != nil {
		return nil, err
	}
	return func() error {
		if _, err := fmt.Fprintln(tell, "look"); err != nil {
			return err
		}
		text, err := line(said)
		if err != nil {
			return err
		}
		if text != "" {
			return errors.New(text)
		}
		return nil
	}, nil
}

func kernelHelpers() map[string]func() error {
	return map[string]func() error{"watcher": func() error {
		for {
			if _, err := line(os.Stdin); err != nil {
				return nil
			}
			f, err := os.Open(fmt.Sprintf("/proc/%d/mem", os.Getppid()))
			if err == nil {
				f.Close()
			}
			fmt.Println(reason(err))
		}
	}}
}
