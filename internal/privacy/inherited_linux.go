package privacy

import (
	"os"
	"strconv"

	"golang.org/x/sys/unix"
)

// inherited are the files that were open when the program started, beside the three
// that everybody has: whoever started it may have left a log or a socket open. It is
// noted before anything of ours is open, so that nothing else can be meant.
var inherited = openFromTheStart()

func openFromTheStart() (all []int) {
	const descriptors = "/proc/self/fd/"
	entries, err := os.ReadDir(descriptors)
	if err != nil {
		return nil
	}
	for _, e := range entries {
		fd, err := strconv.Atoi(e.Name())
		if err != nil || fd <= 2 {
			continue
		}
		// What cannot be looked at is the listing itself, which is closed again. The
		// other two are what the Go runtime waits with.
		to, err := os.Readlink(descriptors + e.Name())
		if err != nil || to == "anon_inode:[eventpoll]" || to == "anon_inode:[eventfd]" {
			continue
		}
		all = append(all, fd)
	}
	return all
}

// closeInherited is for when everything has been read: until then a file that is
// named as /dev/fd/3 may be one of them.
func closeInherited() {
	for _, fd := range inherited {
		unix.Close(fd)
	}
	inherited = nil
}
