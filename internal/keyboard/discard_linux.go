package keyboard

import "golang.org/x/sys/unix"

const getMode, setMode = unix.TCGETS, unix.TCSETS

func discard(fd int) { unix.IoctlSetInt(fd, unix.TCFLSH, unix.TCIFLUSH) }
