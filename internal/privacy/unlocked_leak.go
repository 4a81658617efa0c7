//go:build leak

package privacy

import "os"

// unlocked lets a test leave the locks off, to show that it would see a leak
// without them. This file is only in builds with the tag "leak".
func unlocked() bool { return os.Getenv("ASKFIRST_UNLOCKED") != "" }
