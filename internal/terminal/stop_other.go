//go:build !unix

package terminal

// OnStop does nothing where no program can be stopped and woken.
func OnStop(func()) (end func()) { return func() {} }

// Stop does nothing there either.
func Stop() {}
