//go:build !linux

package privacy

// lockToReading does nothing: what there is elsewhere takes reading away too.
func lockToReading() []Protection { return nil }

// lockToStarting does nothing for the same reason: what it starts has to read.
func lockToStarting() {}
