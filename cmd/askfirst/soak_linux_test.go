package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/ask-first/askfirst/internal/screentest"
	"github.com/ask-first/askfirst/internal/wording"
)

// The soak presses random keys, resizes the screen and sends signals, in one
// run of the program after the other, and looks for what only shows after a
// while: a crash, a screen that no longer answers, goroutines that stay, memory
// that grows. By default it takes a few seconds, in CI half a minute, and by hand
// as long as one likes; a failure names the seed that repeats it:
//
//	ASKFIRST_SOAK=1h go test ./cmd/askfirst -run Soak -timeout 0
//	ASKFIRST_SOAK_SEED=7 go test ./cmd/askfirst -run Soak

// What a long run may hold more than it did when it was new. A person's answers
// are some kilobytes; a page that stays behind for each key would be seen soon. What is read
// once and kept, another language and the index of the medicines, is some 5 MB: a program
// that was asked before that, and changes its language in the review, has so much more.
const (
	mayGrow       = 8 << 20 // bytes in use after a collection
	mayGrowSystem = 24 << 20
	mayStay       = 6 // goroutines: timers that have not run out
)

func TestSoak(t *testing.T) {
	length := 3 * time.Second
	if os.Getenv("CI") != "" {
		length = 25 * time.Second
	}
	if asked := os.Getenv("ASKFIRST_SOAK"); asked != "" {
		var err error
		if length, err = time.ParseDuration(asked); err != nil {
			t.Fatal(err)
		}
	}
	seed := uint64(time.Now().UnixNano()) % 1e9
	if asked := os.Getenv("ASKFIRST_SOAK_SEED"); asked != "" {
		var err error
		if seed, err = strconv.ParseUint(asked, 10, 64); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(t.TempDir(), "askfirst")
	if out, err := exec.Command("go", "build", "-tags", "soak", "-o", file, "github.com/ask-first/askfirst/cmd/askfirst").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var total tally
	for end := time.Now().Add(length); time.Now().Before(end) && !t.Failed(); seed++ {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			s := &soak{t: t, random: rand.New(rand.NewPCG(seed, 0)), report: filepath.Join(t.TempDir(), "report")}
			s.run(file, end)
			total.add(s.tally)
		})
	}
	t.Logf("%+v", total)
}

// tally is what was done and the most that was seen.
type tally struct {
	Runs, Keys, Resizes, Signals         int
	Longest                              int // keys in one run
	MostGoroutines, MostHeap, MostSystem int
}

func (a *tally) add(b tally) {
	a.Runs += b.Runs
	a.Keys += b.Keys
	a.Resizes += b.Resizes
	a.Signals += b.Signals
	a.Longest = max(a.Longest, b.Longest)
	a.MostGoroutines = max(a.MostGoroutines, b.MostGoroutines)
	a.MostHeap = max(a.MostHeap, b.MostHeap)
	a.MostSystem = max(a.MostSystem, b.MostSystem)
}

// soak is one run of the program.
type soak struct {
	*screentest.Walk
	tally
	t       *testing.T
	random  *rand.Rand
	report  string // where the program tells how it is
	reports int
	first   health
}

// The ways to begin. The shell opens the descriptor that the program reports to.
var beginnings = [][]string{
	{}, {}, {}, {"learn"}, {"--theme", "dark"}, {"--cover-after", "1s"}, {"--no-color"},
}

func (s *soak) run(file string, end time.Time) {
	s.Runs = 1
	args := beginnings[s.random.IntN(len(beginnings))]
	s.Walk = screentest.Start(s.t, "/bin/sh", 80, 24, nil, append([]string{"-c", `exec 3>"$0"; exec "$@"`, s.report, file}, args...)...)
	for !s.AltScreen() && !s.HasEnded() {
		time.Sleep(time.Millisecond)
	}
	s.Press("enter") // and with that, the questionnaire is there
	for most := 100 << s.random.IntN(7); time.Now().Before(end) && !s.HasEnded() && s.Keys < most; {
		switch s.random.IntN(12) {
		case 0:
			s.Resizes++
			s.Resize(1+s.random.IntN(160), 1+s.random.IntN(60))
		case 1:
			s.Signals++
			s.tell(syscall.SIGWINCH)
		case 2:
			s.Signals += 2
			s.tell(syscall.SIGSTOP)
			s.tell(syscall.SIGCONT)
		case 3:
			s.answers()
		default:
			s.press()
		}
	}
	s.Longest = s.Keys
	s.leave()
}

// tell sends a signal, if there is still somebody to get it.
func (s *soak) tell(what syscall.Signal) { syscall.Kill(s.Pid(), what) }

// Keys that people press, more of those that lead on, and some bytes that only a
// broken terminal sends: keys in pieces, and a paste without its end.
var (
	leading = []string{"\r", "\r", "\r", " ", "\x1b[B", "\x1b[B", "\x1b[A", "1", "2", "3", "4", "5"}
	others  = []string{
		"\x1b[C", "\x1b[D", "\x1b[H", "\x1b[F", "\x1b[5~", "\x1b[6~", "\t", "\x1b[Z", "\x7f", "\x1b",
		"w", "p", "s", "e", "h", "?", "g", "G", "j", "k", "x", "b", "6", "7", "8", "9", "0", "sert", "lith", "ñ", "日本", "🙂",
		"\x1b[24~", "\x1b[200~pasted\nlines\x1b[201~", "\x1b[<0;5;5M", "\x1b[999;999R", "\x1b]11;rgb:ffff/ffff/ffff\x1b\\", "\x00", "\x1b[I", "\x1b[O", "\x1bOP", "\xff", "\x1a",
		"\x1b[", "\x1bO", "\x1b[1;5", "\x1b[24", "\x1b[200~no end", "\x1b[201~", "\x1b]11;rgb:ff", "\x1bP1$r", "\xe6\x97", "\x1b[97;1u", "\x1bOq", "\x1bOM",
	}
)

// openEnds is longer than a paste without its end swallows what is typed.
const openEnds = 700 * time.Millisecond

func (s *soak) press() {
	var burst strings.Builder
	for range 1 + s.random.IntN(12) {
		from := leading
		if s.random.IntN(3) == 0 {
			from = others
		}
		burst.WriteString(from[s.random.IntN(len(from))])
		s.Keys++
	}
	s.Press(burst.String())
}

// answers makes sure that the screen is not stuck, and asks how the program is.
func (s *soak) answers() {
	s.Resize(80, 24)
	time.Sleep(openEnds)
	for deadline := time.Now().Add(20 * time.Second); !s.HasEnded(); s.Press("\x1b[24~") {
		// A random key may have changed the language.
		if text := strings.TrimSpace(s.Screen()); text == wording.English().Covered.Text || text == wording.In("es").Covered.Text {
			break
		}
		if time.Now().After(deadline) {
			s.t.Fatalf("F12 does not cover the screen:\n%s", s.Screen())
		}
	}
	s.Press("\x1b[24~")
	if s.HasEnded() {
		return
	}
	now, ok := s.health()
	if !ok {
		return
	}
	s.MostGoroutines, s.MostHeap, s.MostSystem = max(s.MostGoroutines, now.goroutines), max(s.MostHeap, now.heap), max(s.MostSystem, now.system)
	if s.first.goroutines == 0 {
		s.first = now
	}
	switch {
	case now.goroutines > s.first.goroutines+mayStay:
		s.t.Errorf("after %d keys there are %d goroutines, and there were %d", s.Keys, now.goroutines, s.first.goroutines)
	case now.heap > s.first.heap+mayGrow:
		s.t.Errorf("after %d keys %d bytes are in use, and it was %d", s.Keys, now.heap, s.first.heap)
	case now.system > s.first.system+mayGrowSystem:
		s.t.Errorf("after %d keys the system counts %d bytes, and it was %d", s.Keys, now.system, s.first.system)
	}
}

// health is how a program is: goroutines, bytes in use, and what the system
// counts as its own.
type health struct{ goroutines, heap, system int }

func (s *soak) health() (h health, ok bool) {
	s.tell(syscall.SIGUSR1)
	s.reports++
	for deadline := time.Now().Add(20 * time.Second); !s.HasEnded(); time.Sleep(2 * time.Millisecond) {
		text, _ := os.ReadFile(s.report)
		if lines := strings.Split(string(text), "\n"); len(lines) > s.reports {
			fmt.Sscan(lines[s.reports-1], &h.goroutines, &h.heap)
			break
		}
		if time.Now().After(deadline) {
			s.t.Fatal("the program tells nothing")
		}
	}
	status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.Pid()))
	_, rest, _ := strings.Cut(string(status), "VmRSS:")
	fmt.Sscan(rest, &h.system)
	h.system <<= 10
	return h, h.goroutines > 0 && h.system > 0
}

// leave ends the run in one of the ways in which runs end, if it has not ended
// by itself, and looks at what is left.
func (s *soak) leave() {
	switch ends := []syscall.Signal{0, 0, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT}; {
	case s.HasEnded():
	default:
		if end := ends[s.random.IntN(len(ends))]; end == 0 {
			s.Press("ctrl+c")
		} else {
			s.Signals++
			s.tell(end)
		}
	}
	if status := s.Ended(); status != 0 && status != 130 {
		s.t.Errorf("it ended with status %d:\n%s", status, s.Screen())
	}
	if s.AltScreen() {
		s.t.Error("the full screen is still on")
	}
}
