//go:build !windows

package main

import (
	"fmt"
	"os"
	"os/exec"
	"testing"

	"github.com/ask-first/askfirst/internal/screentest"
)

// program is the built binary that the tests of this package drive.
var program string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "askfirst")
	if err == nil {
		program, err = screentest.Build(dir)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	status := m.Run()
	os.RemoveAll(dir)
	os.Exit(status)
}

// needs skips where a tool is missing; in CI that is a failure.
func needs(t *testing.T, tool string) {
	t.Helper()
	if _, err := exec.LookPath(tool); err != nil {
		lacks(t, fmt.Sprintf("no %s on this machine", tool))
	}
}

// lacks skips for what a machine cannot do; in CI that is a failure.
func lacks(t *testing.T, why string) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatal(why)
	}
	t.Skip(why)
}
