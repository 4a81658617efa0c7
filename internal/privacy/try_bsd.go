//go:build unix && !linux

package privacy

func kernelAttempts() []attempt { return nil }

func kernelHelpers() map[string]func() error { return nil }
