package prove

import (
	"runtime/debug"
	"sync"
)

// A check makes much that is soon forgotten beside little that stays, so that to
// look for the forgotten takes a third of its time. While one is running, that is
// done less often: of 1,000 questions it takes 170 MB then rather than 110.
const garbagePercent = 300

var sparing struct {
	sync.Mutex
	checks int // that are running
	before int
}

// collectLess lasts until what it returns is called.
func collectLess() (end func()) {
	sparing.Lock()
	defer sparing.Unlock()
	if sparing.checks++; sparing.checks == 1 {
		sparing.before = debug.SetGCPercent(garbagePercent)
		if sparing.before > garbagePercent || sparing.before < 0 {
			debug.SetGCPercent(sparing.before) // it is spared already
		}
	}
	return func() {
		sparing.Lock()
		defer sparing.Unlock()
		if sparing.checks--; sparing.checks == 0 {
			debug.SetGCPercent(sparing.before)
		}
	}
}
