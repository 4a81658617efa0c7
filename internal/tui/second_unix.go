//go:build unix

package tui

import (
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// noControl keeps the terminal from becoming the one that signals this program.
const noControl = syscall.O_NOCTTY

// mine reports whether a file belongs to this user: only then is it her own window.
func mine(info os.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(stat.Uid) == os.Getuid()
}

// alsoCalled reports whether a path is another name of an open terminal, such as /dev/tty.
func alsoCalled(open *os.File, info os.FileInfo) bool {
	if tty, err := os.Stat("/dev/tty"); err == nil && os.SameFile(tty, info) {
		return true
	}
	here, err := open.Stat()
	if err != nil {
		return false
	}
	a, ok := here.Sys().(*syscall.Stat_t)
	b, also := info.Sys().(*syscall.Stat_t)
	return ok && also && a.Mode&syscall.S_IFMT == syscall.S_IFCHR && a.Rdev == b.Rdev
}

// echo sets whether a terminal shows what is typed in it, and says whether it did before.
// All else that its own program has set there stays.
func echo(terminal *os.File, on bool) (did bool) {
	raw, err := terminal.SyscallConn()
	if err != nil {
		return false
	}
	raw.Control(func(fd uintptr) {
		settings, err := unix.IoctlGetTermios(int(fd), getTermios)
		if err != nil {
			return
		}
		did = settings.Lflag&unix.ECHO != 0
		settings.Lflag &^= unix.ECHO
		if on {
			settings.Lflag |= unix.ECHO
		}
		if on != did {
			unix.IoctlSetTermios(int(fd), setTermios, settings)
		}
	})
	return did
}
