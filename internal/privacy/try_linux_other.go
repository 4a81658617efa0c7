//go:build linux && !amd64

package privacy

// oldEntryAttempts: an arm64 kernel takes the calls of 32 bits from programs of 32
// bits only.
func oldEntryAttempts() []attempt { return nil }
