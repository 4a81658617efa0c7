//go:build !leak

package privacy

// unlocked is false in the program that people run; see unlocked_leak.go.
func unlocked() bool { return false }
