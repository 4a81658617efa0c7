//go:build !unix

package terminal

// OnStop does nothing where no program can be stopped and woken.
func OnStop(func(stop func())) (end func()) { return func() {} }
