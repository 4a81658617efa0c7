package privacy

import "golang.org/x/sys/unix"

// lock hides every file and promises to use nothing but what is open, and the
// terminal. Pledge ends a process that breaks its promise; that cannot be caught.
//
// Written from the manual pages: nobody has run this on OpenBSD yet.
func lock() []Protection {
	var active []Protection
	if noCore() == nil {
		active = append(active, Core)
	}
	hidden := unix.Unveil("", "") == nil
	pledged := unix.Pledge("stdio tty", "") == nil
	if pledged {
		// Other programs of the same user cannot attach to one that has not
		// started them, and pledge takes our own ptrace away.
		active = append(active, Network, Programs, Memory)
	}
	if pledged && hidden {
		active = append(active, Files)
	}
	return active
}
