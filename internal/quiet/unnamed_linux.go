//go:build linux && (amd64 || arm64 || 386 || arm || riscv64)

package quiet

import (
	"syscall"
	"unsafe"
)

// unnamed are the signals that Go leaves to a C library and lets nobody catch, SIGRTMIN
// among them. At each the kernel would end the program with her answers on the screen, so
// they are ignored; Go itself ignores the later ones. 33 is Go's own: with it one thread has
// all the others make a system call, as a lock does.
var unnamed = [...]uintptr{32, 34}

func init() {
	const ignore, bytesOfMask = 1, 8
	action := [8]uintptr{ignore} // the handler comes first; flags and mask are zero
	for _, signal := range unnamed {
		syscall.RawSyscall6(syscall.SYS_RT_SIGACTION, signal, uintptr(unsafe.Pointer(&action)), 0, bytesOfMask, 0, 0)
	}
}
