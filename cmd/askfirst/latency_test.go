//go:build !windows

package main

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/creack/pty"

	"github.com/ask-first/askfirst/internal/wording"
)

// How long a person waits, as whole processes in a pseudo-terminal: from the
// start to the first screen, and from a key to what it draws; and how much memory
// that takes. The same is measured of a program with huh alone, and of "gum
// choose" and fzf where they are installed, in turn, so that the ratios hold on a
// machine whose speed drifts. docs/performance.md has figures, .ci/performance
// makes them anew.

// contender is a program and what shows that it is there.
type contender struct {
	name  string
	args  []string
	first string // on its first screen
}

func ourselves() contender { return contender{"askfirst", []string{program}, "Hello"} }

func contenders(b *testing.B) []contender {
	all := []contender{ourselves()}
	huh := filepath.Join(b.TempDir(), "huh")
	if out, err := exec.Command("go", "build", "-o", huh, "./testdata/huh").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	all = append(all, contender{"huh", []string{huh}, "second"})
	if gum, err := exec.LookPath("gum"); err == nil {
		all = append(all, contender{"gum", []string{gum, "choose", "first", "second"}, "second"})
	}
	if fzf, err := exec.LookPath("fzf"); err == nil {
		all = append(all, contender{"fzf", []string{"sh", "-c", `printf 'first\nsecond\n' | ` + fzf}, "second"})
	}
	return all
}

func BenchmarkFirstScreen(b *testing.B) {
	compare(b, "ms", true, func(r *race) float64 { return r.wait(r.first) })
}

// The terminal of this one answers nothing, so whoever asks it waits.
func BenchmarkFirstScreenOnASilentTerminal(b *testing.B) {
	compare(b, "ms", false, func(r *race) float64 { return r.wait(r.first) })
}

func BenchmarkKeyToScreen(b *testing.B) {
	compare(b, "ms", true, func(r *race) float64 {
		r.wait(r.first)
		// A person looks first, and for how long is not in step with the frames. The
		// questionnaire has been read by then.
		time.Sleep(600*time.Millisecond + rand.N(50*time.Millisecond))
		r.drain()
		return r.press()
	})
}

// The whole questionnaire is read behind the first screen. Nobody goes on this
// soon; it is what she would wait for the second screen if she did.
func BenchmarkSecondScreenAtOnce(b *testing.B) {
	var took []float64
	for b.Loop() {
		r := start(b, ourselves(), true)
		r.wait(r.first)
		r.began = time.Now()
		io.WriteString(r.tty, "\r")
		took = append(took, r.wait(wording.English().Welcome.Heading))
		r.end()
	}
	slices.Sort(took)
	b.ReportMetric(took[len(took)/2], "ms")
	b.ReportMetric(0, "ns/op")
}

// BenchmarkMemory is what the system counts as the program's, a moment after its
// first screen and a key.
func BenchmarkMemory(b *testing.B) {
	compare(b, "MB", true, func(r *race) float64 {
		r.wait(r.first)
		r.press()
		time.Sleep(600 * time.Millisecond)
		return r.memory()
	})
}

// compare runs what is measured of every contender in turn, and reports each
// one's median, and ours in proportion to each.
func compare(b *testing.B, unit string, answers bool, what func(*race) float64) {
	all := contenders(b)
	got := make([][]float64, len(all))
	for b.Loop() {
		for i, c := range all {
			r := start(b, c, answers)
			got[i] = append(got[i], what(r))
			r.end()
		}
	}
	median := func(of []float64) float64 {
		slices.Sort(of)
		return of[len(of)/2]
	}
	ours := median(got[0])
	b.ReportMetric(ours, all[0].name+"-"+unit)
	for i, c := range all[1:] {
		theirs := median(got[i+1])
		b.ReportMetric(theirs, c.name+"-"+unit)
		b.ReportMetric(ours/theirs, "of-"+c.name)
	}
	b.ReportMetric(0, "ns/op")
}

// race is one run of one contender.
type race struct {
	contender
	b     *testing.B
	cmd   *exec.Cmd
	tty   *os.File
	drawn chan []byte // what comes from the program, as it comes
	seen  bytes.Buffer
	began time.Time
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
	r.tty, r.drawn = tty, make(chan []byte, 1<<10)
	go r.read()
	return r
}

// press presses a key and waits for whatever it draws.
func (r *race) press() float64 {
	r.began = time.Now()
	io.WriteString(r.tty, "\x1b[B")
	return r.wait("")
}

// wait reads until the text is there, answering queries as a terminal would, and
// returns the milliseconds that it took.
func (r *race) wait(text string) float64 {
	for drawn := false; !drawn; drawn = bytes.Contains(r.seen.Bytes(), []byte(text)) {
		select {
		case part, ok := <-r.drawn:
			if !ok {
				r.b.Fatalf("%s ended: %q", r.name, r.seen.String())
			}
			r.seen.Write(part)
		case <-time.After(20 * time.Second):
			r.b.Fatalf("%s never drew %q: %q", r.name, text, r.seen.String())
		}
	}
	return float64(time.Since(r.began).Microseconds()) / 1000
}

// drain takes what was drawn since: a program that goes on drawing after its
// first screen would else win without having seen the key.
func (r *race) drain() {
	for {
		select {
		case part := <-r.drawn:
			r.seen.Write(part)
		default:
			return
		}
	}
}

// read takes what the program draws, and answers where it asks.
func (r *race) read() {
	defer close(r.drawn)
	for {
		part := make([]byte, 1<<15)
		n, err := r.tty.Read(part)
		if err != nil {
			return
		}
		part = part[:n]
		if r.reply && bytes.Contains(part, []byte("\x1b]11;?")) {
			io.WriteString(r.tty, "\x1b]11;rgb:0000/0000/0000\x1b\\")
		}
		if r.reply && bytes.Contains(part, []byte("\x1b[6n")) {
			io.WriteString(r.tty, "\x1b[1;1R")
		}
		r.drawn <- part
	}
}

// memory is the resident memory in megabytes; 0 where the system does not say.
// Of a shell's pipe it is that of its last command.
func (r *race) memory() float64 {
	pid := r.cmd.Process.Pid
	if children, _ := os.ReadFile(fmt.Sprintf("/proc/%[1]d/task/%[1]d/children", pid)); len(children) > 0 {
		fmt.Sscan(string(children), &pid)
	}
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	_, rest, _ := bytes.Cut(status, []byte("VmRSS:"))
	var kilobytes float64
	fmt.Sscan(string(rest), &kilobytes)
	return kilobytes / 1024
}

func (r *race) end() {
	r.cmd.Process.Kill()
	r.cmd.Wait()
	r.tty.Close()
}
