//go:build unix && !linux && !openbsd

package privacy

// lock does what little there is. macOS has sandbox_init, which is deprecated
// and needs cgo; FreeBSD has Capsicum, which nobody has tried with this program.
func lock() []Protection {
	if noCore() != nil {
		return nil
	}
	return []Protection{Core}
}
