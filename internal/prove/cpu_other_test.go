//go:build !unix

package prove

import "time"

func processorTime() time.Duration { return 0 }
