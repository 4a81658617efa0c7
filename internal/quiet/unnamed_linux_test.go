//go:build linux && (amd64 || arm64 || 386 || arm || riscv64)

package quiet

import (
	"os"
	"syscall"
	"testing"
	"time"
)

// A real-time signal ends nothing: this test would end with it.
func TestNoRealTimeSignalEndsTheProgram(t *testing.T) {
	for signal := syscall.Signal(32); signal <= 64; signal++ {
		if err := syscall.Kill(os.Getpid(), signal); err != nil {
			t.Errorf("signal %d: %v", signal, err)
		}
	}
	time.Sleep(50 * time.Millisecond)
}
