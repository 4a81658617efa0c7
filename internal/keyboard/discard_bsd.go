//go:build unix && !linux

package keyboard

import "golang.org/x/sys/unix"

const getMode, setMode = unix.TIOCGETA, unix.TIOCSETA

func discard(fd int) {
	const input = 1 // FREAD
	unix.IoctlSetPointerInt(fd, unix.TIOCFLUSH, input)
}
