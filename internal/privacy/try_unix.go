//go:build unix

package privacy

import (
	"os"
	"runtime/debug"
	"syscall"

	"golang.org/x/sys/unix"
)

func systemAttempts() []attempt {
	all := []attempt{
		aSocket("socket-ipv4", unix.AF_INET),
		aSocket("socket-ipv6", unix.AF_INET6),
		aSocket("socket-local", unix.AF_UNIX),
		onSocket("connect", unix.SOCK_STREAM, func(fd int, to unix.Sockaddr) error { return unix.Connect(fd, to) }),
		onSocket("listen", unix.SOCK_STREAM, func(fd int, _ unix.Sockaddr) error { return unix.Bind(fd, loopback()) }),
		onSocket("send", unix.SOCK_DGRAM, func(fd int, to unix.Sockaddr) error { return unix.Sendto(fd, []byte("x"), 0, to) }),
		{name: "core", protection: Core, crashes: true, ready: readyToCrash},
	}
	return append(all, kernelAttempts()...)
}

func systemHelpers() map[string]func() error { return kernelHelpers() }

func aSocket(name string, family int) attempt {
	return attempt{name: name, protection: Network, ready: func(string) (func() error, error) {
		return func() error {
			fd, err := unix.Socket(family, unix.SOCK_STREAM, 0)
			if err == nil {
				unix.Close(fd)
			}
			return err
		}, nil
	}}
}

func loopback() *unix.SockaddrInet4 { return &unix.SockaddrInet4{Addr: [4]byte{127, 0, 0, 1}} }

// onSocket is an attempt on a socket that was opened before the locks, as if one
// had been handed down to the program; to is a socket of its own that listens.
func onSocket(name string, kind int, do func(fd int, to unix.Sockaddr) error) attempt {
	return attempt{name: name, protection: Network, ready: func(string) (func() error, error) {
		listening, err := unix.Socket(unix.AF_INET, kind, 0)
		if err != nil {
			return nil, err
		}
		if err := unix.Bind(listening, loopback()); err != nil {
			return nil, err
		}
		if kind == unix.SOCK_STREAM {
			if err := unix.Listen(listening, 2); err != nil {
				return nil, err
			}
		}
		to, err := unix.Getsockname(listening)
		if err != nil {
			return nil, err
		}
		var fresh []int // a socket can be connected or bound once
		for range 2 {
			fd, err := unix.Socket(unix.AF_INET, kind, 0)
			if err != nil {
				return nil, err
			}
			fresh = append(fresh, fd)
		}
		return func() error {
			fd := fresh[0]
			fresh = fresh[1:]
			return do(fd, to)
		}, nil
	}}
}

// readyToCrash allows the largest core that this user may have, so that it is
// the lock and not the user's setting that forbids it.
func readyToCrash(place string) (func() error, error) {
	var limit unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_CORE, &limit); err != nil {
		return nil, err
	}
	limit.Cur = limit.Max
	if err := unix.Setrlimit(unix.RLIMIT_CORE, &limit); err != nil {
		return nil, err
	}
	if err := os.Chdir(place); err != nil {
		return nil, err
	}
	return func() error {
		debug.SetTraceback("crash")
		panic("a crash on purpose: askfirst privacy")
	}, nil
}

// crashed says why there is no core; "" if there is one, or if it cannot be told.
func crashed(state *os.ProcessState) string {
	status, ok := state.Sys().(syscall.WaitStatus)
	if ok && status.Signaled() && !status.CoreDump() {
		return "no core dumped"
	}
	return ""
}
