//go:build !unix

package terminal

import "os"

// NotifyStop does nothing where no program can be stopped and woken.
func NotifyStop(chan os.Signal) {}

// Stop does nothing there either.
func Stop() {}
