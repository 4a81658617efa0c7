//go:build !windows

package main

import (
	"fmt"
	"os"
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
