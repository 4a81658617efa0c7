package main

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// Each save opens and closes files, and none may stay open.
func TestFortySavesLeaveNoDescriptorOpen(t *testing.T) {
	t.Parallel()
	e := startEditor(t, 80, 24).asking()
	e.saveLikeVim("first.yaml", "Is any of this happening now?", "Save 0?").Sees("Save 0?").Sees("2 errors")
	open := func() int {
		entries, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", e.Pid()))
		e.must(err)
		return len(entries)
	}
	before := open()
	for i := range 40 {
		e.saveLikeVim("first.yaml", fmt.Sprintf("Save %d?", i), fmt.Sprintf("Save %d?", i+1)).Sees(fmt.Sprintf("Save %d?", i+1))
	}
	e.Sees("2 errors")
	if after := open(); after > before {
		t.Errorf("%d descriptors after forty saves, %d before", after, before)
	}
}

// A preview reads, and can do hardly anything more: the kernel filters its system calls.
func TestAPreviewIsLockedToReading(t *testing.T) {
	t.Parallel()
	e := startEditor(t, 80, 24)
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", e.Pid()))
	e.must(err)
	for _, want := range []string{"NoNewPrivs:\t1", "Seccomp:\t2"} {
		if !strings.Contains(string(status), want) {
			t.Errorf("no %q in\n%s", want, status)
		}
	}
	e.saveLikeVim("questionnaire.yaml", "title: A small one", "title: Another one").Sees("Another one")
}
