//go:build !unix

package cli

import "os"

// loudSignals are none where nobody can send them.
var loudSignals []os.Signal

func endSelf() { os.Exit(exitLeft) }
