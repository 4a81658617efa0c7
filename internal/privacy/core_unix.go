//go:build unix

package privacy

import "golang.org/x/sys/unix"

// noCore forbids core files, for good.
func noCore() error { return unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{Cur: 0, Max: 0}) }
