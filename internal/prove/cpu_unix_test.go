//go:build unix

package prove

import (
	"syscall"
	"time"
)

// processorTime is what the process has used so far: on a busy machine the clock
// says little.
func processorTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
