//go:build unix

package tui

import (
	"os"
	"syscall"
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
