package main

import (
	"bytes"
	"os"
	"os/exec"
	"slices"
	"testing"
	"time"

	"github.com/creack/pty"
)

// BenchmarkFirstFrameWithAndWithoutLocks measures the time from starting the
// program to its first screen, with the locks and without them in turn, and
// reports both medians and their ratio. Locks may cost 5 ms.
func BenchmarkFirstFrameWithAndWithoutLocks(b *testing.B) {
	file, err := leaking()
	if err != nil {
		b.Fatal(err)
	}
	var times [2][]time.Duration
	for range b.N {
		for i, env := range []string{"ASKFIRST_LEAK=none", "ASKFIRST_UNLOCKED=1"} {
			times[i] = append(times[i], firstFrame(b, file, env))
		}
	}
	var median [2]float64
	for i, t := range times {
		slices.Sort(t)
		median[i] = t[len(t)/2].Seconds() * 1000
	}
	b.ReportMetric(median[0], "ms-locked")
	b.ReportMetric(median[1], "ms-unlocked")
	b.ReportMetric(median[0]/median[1], "ratio")
	b.ReportMetric(0, "ns/op")
	if b.N >= 20 && median[0]-median[1] > 5 {
		b.Errorf("the locks cost %.1f ms, and may cost 5", median[0]-median[1])
	}
}

func firstFrame(b *testing.B, file, env string) time.Duration {
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
	took := time.Since(began)
	cmd.Process.Kill()
	cmd.Wait()
	tty.Close()
	return took
}
