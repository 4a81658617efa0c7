//go:build unix && !linux

package cli

import "syscall"

// endsWithParent does nothing where not every system knows how. A process without its
// parent reads nothing from the terminal any more, and so ends too.
func endsWithParent(*syscall.SysProcAttr) {}
