//go:build !unix

package privacy

// lock does nothing: Windows cannot take files or sockets away from a process
// that is already running.
func lock() []Protection { return nil }
