//go:build soak && unix

package main

import (
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"syscall"
)

// A program built with the tag "soak" tells, whenever it gets SIGUSR1, how many
// goroutines it has and how many bytes are in use after a collection. It writes
// to a copy of descriptor 3, which the test has opened: once the locks are on, nobody
// can open anything, and what was handed down is closed. What people run does not
// hold this.
func init() {
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGUSR1)
	handedDown, err := syscall.Dup(3)
	if err != nil {
		return
	}
	report := os.NewFile(uintptr(handedDown), "report")
	go func() {
		var m runtime.MemStats
		for range asked {
			runtime.GC()
			runtime.ReadMemStats(&m)
			fmt.Fprintln(report, runtime.NumGoroutine(), m.HeapInuse)
		}
	}()
}
