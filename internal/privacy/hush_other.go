//go:build !linux

package privacy

// Hush does nothing here; see hush_linux.go.
func Hush() (restore func()) { return func() {} }
