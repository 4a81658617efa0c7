//go:build !unix

package privacy

import "os"

func systemAttempts() []attempt { return nil }

func systemHelpers() map[string]func() error { return nil }

func crashed(*os.ProcessState) string { return "" }
