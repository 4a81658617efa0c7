package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screentest"
	"github.com/ask-first/askfirst/internal/wording"
)

// herMedicine stands in no list, so it is in no memory but that of a program into
// which somebody typed it.
const herMedicine = "qwyzolamide"

// typedHer is a person who has come to her medicines, and has typed one.
func typedHer(t *testing.T, w *screentest.Walk) {
	t.Helper()
	r := next(t, w)
	for at := r.at(); at == nil || at.Choose != questionnaire.Medicines; at = r.at() {
		if !r.step() {
			t.Fatal("nobody is asked about medicines")
		}
	}
	w.Type(herMedicine).Sees(herMedicine)
}

// remembered is how often a word stands in the memory of the program, and of what it
// has started: as bytes, and as the letters of four bytes that a field keeps. Only root
// may look.
func remembered(t *testing.T, w *screentest.Walk, word string) (times int) {
	t.Helper()
	var wide []byte
	for _, r := range word {
		wide = binary.NativeEndian.AppendUint32(wide, uint32(r))
	}
	for _, pid := range append(w.Children(), w.Pid()) {
		held := memory(t, pid)
		if !bytes.Contains(held, []byte("It gives no dose")) {
			t.Fatalf("the memory of %d has nothing of the program in it", pid)
		}
		times += bytes.Count(held, []byte(word)) + bytes.Count(held, wide)
	}
	return times
}

// memory is all that a process may read of its own.
func memory(t *testing.T, pid int) (all []byte) {
	t.Helper()
	maps, err := os.ReadFile(fmt.Sprintf("/proc/%d/maps", pid))
	if err != nil {
		t.Fatal(err)
	}
	mem, err := os.Open(fmt.Sprintf("/proc/%d/mem", pid))
	if err != nil {
		t.Fatal(err)
	}
	defer mem.Close()
	for line := range strings.Lines(string(maps)) {
		var from, to uint64
		var may string
		if _, err := fmt.Sscanf(line, "%x-%x %s", &from, &to, &may); err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(may, "r") || strings.Contains(line, "[v") { // the kernel's own pages
			continue
		}
		piece := make([]byte, to-from)
		n, _ := mem.ReadAt(piece, int64(from)) // what is reserved and was never used cannot be read
		all = append(all, piece[:n]...)
	}
	return all
}

// onlyRoot skips where memory cannot be looked at.
func onlyRoot(t *testing.T) {
	t.Helper()
	if os.Geteuid() != 0 {
		lacks(t, "only root may read the memory of the program")
	}
}

// Of what she typed nothing is in any memory when the next person sits down, and of the
// facilitator's word nothing is while anybody sits there.
func TestNothingOfTheLastPersonIsInMemory(t *testing.T) {
	t.Parallel()
	onlyRoot(t)
	w := shared(t, screentest.Start(t, program, 80, 24, nil, "workshop", "--kiosk", "--idle-after", "10m"))
	k := wording.English().Kiosk
	none := func(word string) {
		t.Helper()
		if n := remembered(t, w, word); n > 0 {
			t.Errorf("%q stands %d times in memory; the screen:\n%s", word, n, w.Screen())
		}
	}
	none(facilitatorsWord)
	typedHer(t, w)
	if remembered(t, w, herMedicine) == 0 {
		t.Fatal("this test would not see what is in memory")
	}
	none(facilitatorsWord)
	w.Press("enter", "ctrl+c").Sees(k.Wiped)
	none(herMedicine)
	w.Sees(k.Free)
	none(herMedicine)
	next(t, w).step()
	none(herMedicine)
	w.Press("\x07", "\x07").Sees(k.Word).Type(facilitatorsWord).Press("enter")
	if status := w.Ended(); status != 0 {
		t.Errorf("exit status %d, want 0", status)
	}
}

// A process that is killed cannot wipe anything; the one that started it does, whatever
// the signal was, and the next person finds a laptop that is free.
func TestASharedLaptopOutlivesEveryEndOfAPerson(t *testing.T) {
	t.Parallel()
	onlyRoot(t)
	w := shared(t, screentest.Start(t, program, 80, 24, nil, "workshop", "--kiosk", "--idle-after", "10m"))
	k := wording.English().Kiosk
	for _, signal := range []syscall.Signal{syscall.SIGKILL, syscall.SIGSEGV, syscall.SIGABRT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT} {
		typedHer(t, w)
		hers := w.Children()
		if len(hers) != 1 {
			t.Fatalf("one person has the processes %v", hers)
		}
		before := len(w.Written())
		syscall.Kill(hers[0], signal)
		w.Sees(k.Wiped).SeesNo(herMedicine)
		if slices.Contains(w.Children(), hers[0]) {
			t.Errorf("%v: her process is still there", signal)
		}
		written := w.Written()[before:]
		if wiped := strings.Index(written, "\x1b[3J"); wiped < 0 || strings.Contains(written, herMedicine) {
			t.Errorf("%v: not wiped, or shown again: %q", signal, written)
		}
		if n := remembered(t, w, herMedicine); n > 0 {
			t.Errorf("%v: what she typed stands %d times in memory", signal, n)
		}
		w.Sees(k.Free)
	}
}

// Whoever kills the one that starts the others ends all of them.
func TestNobodyIsLeftWhenASharedLaptopIsKilled(t *testing.T) {
	t.Parallel()
	w := shared(t, screentest.Start(t, program, 80, 24, nil, "workshop", "--kiosk", "--idle-after", "10m"))
	typedHer(t, w)
	hers := w.Children()
	w.Signal(syscall.SIGKILL)
	w.Ended()
	for _, pid := range hers {
		for end := time.Now().Add(20 * time.Second); runs(pid); time.Sleep(10 * time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("process %d is still there", pid)
			}
		}
	}
	leavesNothing(t, w, herMedicine)
}

// runs reports whether a process has not ended: one that nobody has asked about is a
// zombie, and has no memory any more.
func runs(pid int) bool {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	_, state, _ := strings.Cut(string(stat), ") ")
	return err == nil && !strings.HasPrefix(state, "Z")
}

// The same holds while the laptop is free and nobody has pressed a key, for the first
// person and for whoever comes after another.
func TestASharedLaptopOutlivesTheEndOfAPartThatNobodyHasUsed(t *testing.T) {
	t.Parallel()
	onlyRoot(t)
	w := shared(t, screentest.Start(t, program, 80, 24, nil, "workshop", "--kiosk", "--idle-after", "10m"))
	k := wording.English().Kiosk
	kill := func(signal syscall.Signal) {
		t.Helper()
		free := w.Children()
		if len(free) != 1 {
			t.Fatalf("a free laptop has the processes %v", free)
		}
		before := len(w.Written())
		syscall.Kill(free[0], signal)
		shown := strings.Fields(k.Free)[0]
		for end := time.Now().Add(20 * time.Second); slices.Contains(w.Children(), free[0]) || !strings.Contains(w.Written()[before:], shown); time.Sleep(10 * time.Millisecond) {
			if time.Now().After(end) {
				t.Fatalf("%v: no other part has begun; the screen:\n%s", signal, w.Screen())
			}
		}
		w.Sees(k.Free)
	}
	for _, signals := range [][]syscall.Signal{
		{syscall.SIGKILL, syscall.SIGSEGV, syscall.SIGABRT},
		{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT},
		{syscall.SIGKILL, syscall.SIGQUIT, syscall.SIGSEGV},
	} {
		for _, signal := range signals {
			kill(signal)
		}
		typedHer(t, w)
		w.Press("enter", "ctrl+c").Sees(k.Wiped).Sees(k.Free)
	}
	next(t, w).step()
	w.Press("\x07", "\x07").Sees(k.Word).Type(facilitatorsWord).Press("enter")
	if status := w.Ended(); status != 0 {
		t.Errorf("exit status %d, want 0", status)
	}
}

// What ends again and again as soon as it has begun would do so for ever; so the laptop
// ends, and says so.
func TestASharedLaptopGivesUpWhenNoPartStays(t *testing.T) {
	t.Parallel()
	w := shared(t, screentest.Start(t, program, 80, 24, nil, "workshop", "--kiosk"))
	killed := map[int]bool{}
	for end := time.Now().Add(60 * time.Second); len(killed) < 5; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("only %d parts have begun", len(killed))
		}
		for _, pid := range w.Children() {
			if !killed[pid] {
				killed[pid] = true
				syscall.Kill(pid, syscall.SIGKILL)
			}
		}
	}
	if status := w.Ended(); status != 2 {
		t.Errorf("exit status %d, want 2", status)
	}
	w.Sees(strings.Join(strings.Fields(wording.English().Privacy.Broken)[:5], " "))
	leavesNothing(t, w, wording.English().Kiosk.Free)
}
