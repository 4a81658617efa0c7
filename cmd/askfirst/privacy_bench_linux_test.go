package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/creack/pty"
)

// BenchmarkFirstFrameWithAndWithoutLocks measures what a start costs up to its first
// screen, with the locks and without them in turn: the time from starting, and the
// time for which it had a processor. It reports the medians and the ratio of the first,
// and judges by the least of each: whatever else the machine does can only add. Locks
// may cost 5 ms. Where more wants to run than there are processors, each thread that
// is told of a lock waits its turn, and only the time on a processor says anything.
func BenchmarkFirstFrameWithAndWithoutLocks(b *testing.B) {
	file, err := leaking()
	if err != nil {
		b.Fatal(err)
	}
	var waited, worked [2][]float64
	for range b.N {
		for i, env := range []string{"ASKFIRST_LEAK=none", "ASKFIRST_UNLOCKED=1"} {
			wait, work := firstFrame(b, file, env)
			waited[i] = append(waited[i], wait.Seconds()*1000)
			worked[i] = append(worked[i], work.Seconds()*1000)
		}
	}
	median := func(all []float64) float64 { return slices.Sorted(slices.Values(all))[len(all)/2] }
	b.ReportMetric(median(waited[0]), "ms-locked")
	b.ReportMetric(median(waited[1]), "ms-unlocked")
	b.ReportMetric(median(waited[0])/median(waited[1]), "ratio")
	b.ReportMetric(0, "ns/op")
	wait, work := slices.Min(waited[0])-slices.Min(waited[1]), slices.Min(worked[0])-slices.Min(worked[1])
	b.ReportMetric(wait, "ms-cost")
	b.ReportMetric(work, "ms-cost-on-a-processor")
	if most := 5.0; b.N >= 20 && (work > most || wait > most && !crowded()) {
		b.Errorf("the locks cost %.1f ms, of them %.1f on a processor, and may cost %v", wait, work, most)
	}
}

// crowded reports whether more wants to run than there are processors.
func crowded() bool {
	var load float64
	text, err := os.ReadFile("/proc/loadavg")
	if err == nil {
		_, err = fmt.Sscan(string(text), &load)
	}
	return err == nil && load > float64(runtime.NumCPU())
}

// firstFrame is how long a start takes, and how long it has a processor meanwhile.
func firstFrame(b *testing.B, file, env string) (wait, work time.Duration) {
	b.Helper()
	cmd := exec.Command(file)
	cmd.Env = []string{"TERM=xterm-256color", "HOME=" + b.TempDir(), "PATH=" + os.Getenv("PATH"), env}
	began := time.Now()
	tty, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		b.Fatal(err)
	}
	var seen []byte
	for buf := make([]byte, 1<<16); !bytes.Contains(seen, []byte("Begin")); {
		n, err := tty.Read(buf)
		if err != nil {
			b.Fatalf("%v before the first frame", err)
		}
		seen = append(seen, buf[:n]...)
	}
	wait = time.Since(began)
	cmd.Process.Kill()
	cmd.Wait()
	tty.Close()
	return wait, cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
}
