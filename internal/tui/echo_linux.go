package tui

import "golang.org/x/sys/unix"

// What asks a terminal for its settings, and what sets them.
const getTermios, setTermios = unix.TCGETS, unix.TCSETS
