//go:build !windows

package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/creack/pty"
)

// How long a person waits, as whole processes in a pseudo-terminal: from the
// start to the first screen, and from a key to what it draws. Where gum is
// installed (go install github.com/charmbracelet/gum@latest) the same is
// measured of "gum choose", in turn, so that the ratio holds on a machine whose
// speed drifts:
//
//	go test ./cmd/askfirst -run '^$' -bench 'Screen|Key' -benchtime 50x

// contender is a program and what shows that it is there.
type contender struct {
	args  []string
	first string // on its first screen
}

func contenders() map[string]contender {
	all := map[string]contender{
		"askfirst": {[]string{program}, "Hello"},
	}
	if gum, err := exec.LookPath("gum"); err == nil {
		all["gum"] = contender{[]string{gum, "choose", "first", "second"}, "second"}
	}
	return all
}

func BenchmarkFirstScreen(b *testing.B) { compare(b, true, func(r *race) { r.wait(r.first) }) }

// The terminal of this one answers nothing, so whoever asks it waits.
func BenchmarkFirstScreenOnASilentTerminal(b *testing.B) {
	compare(b, false, func(r *race) { r.wait(r.first) })
}

func BenchmarkKeyToScreen(b *testing.B) {
	compare(b, true, func(r *race) {
		r.wait(r.first)
		time.Sleep(100 * time.Millisecond) // a person looks first
		r.began = time.Now()
		io.WriteString(r.tty, "\x1b[B")
		r.wait("") // whatever is drawn
	})
}

func compare(b *testing.B, answers bool, what func(*race)) {
	total, runs := map[string]time.Duration{}, 0
	all := contenders()
	for b.Loop() {
		for name, c := range all {
			r := start(b, c, answers)
			what(r)
			total[name] += r.took
			r.end()
		}
		runs++
	}
	for name := range all {
		b.ReportMetric(float64(total[name].Microseconds())/float64(runs)/1000, name+"-ms")
	}
	if gum, ok := total["gum"]; ok {
		b.ReportMetric(float64(total["askfirst"])/float64(gum), "ratio")
	}
	b.ReportMetric(0, "ns/op")
}

// race is one run of one contender.
type race struct {
	contender
	b     *testing.B
	cmd   *exec.Cmd
	tty   *os.File
	seen  bytes.Buffer
	began time.Time
	took  time.Duration
	reply bool
}

func start(b *testing.B, c contender, answers bool) *race {
	r := &race{contender: c, b: b, reply: answers, began: time.Now()}
	r.cmd = exec.Command(c.args[0], c.args[1:]...)
	r.cmd.Env = []string{"TERM=xterm-256color", "HOME=" + os.TempDir(), "PATH=" + os.Getenv("PATH")}
	tty, err := pty.StartWithSize(r.cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		b.Skipf("no pseudo-terminal: %v", err)
	}
	r.tty = tty
	return r
}

// wait reads until the text is there, answering queries as a terminal would.
func (r *race) wait(text string) {
	buf := make([]byte, 1<<16)
	for drawn := false; !drawn; drawn = bytes.Contains(r.seen.Bytes(), []byte(text)) {
		n, err := r.tty.Read(buf)
		if err != nil {
			r.b.Fatalf("%s ended: %q", r.args[0], r.seen.String())
		}
		if r.reply && bytes.Contains(buf[:n], []byte("\x1b]11;?")) {
			io.WriteString(r.tty, "\x1b]11;rgb:0000/0000/0000\x1b\\")
		}
		if r.reply && bytes.Contains(buf[:n], []byte("\x1b[6n")) {
			io.WriteString(r.tty, "\x1b[1;1R")
		}
		r.seen.Write(buf[:n])
	}
	r.took = time.Since(r.began)
}

func (r *race) end() {
	r.cmd.Process.Kill()
	r.cmd.Wait()
	r.tty.Close()
}
