package privacy

import (
	"sync"

	"golang.org/x/sys/unix"
)

// Hush closes standard error until restore is called. What the Go runtime writes
// there when it gives up, of its own accord and with the arguments of every
// function in it, cannot be caught otherwise; it would end up on the screen, or
// in the file that standard error goes to.
func Hush() (restore func()) {
	kept, err := unix.FcntlInt(2, unix.F_DUPFD_CLOEXEC, 3)
	if err != nil {
		return func() {}
	}
	// Open for reading only: writing to it fails.
	null, err := unix.Open("/dev/null", unix.O_RDONLY|unix.O_CLOEXEC, 0)
	if err != nil {
		unix.Close(kept)
		return func() {}
	}
	unix.Dup3(null, 2, 0)
	unix.Close(null)
	return sync.OnceFunc(func() {
		unix.Dup3(kept, 2, 0)
		unix.Close(kept)
	})
}
