package privacy

import "syscall"

// oldSocket makes a socket the way a program of 32 bits asks for one: by another
// number, through an entry of its own (int 0x80). It returns the file, or minus the
// error's number.
func oldSocket(family, kind int32) int64

// oldEntryAttempts are those by the numbers of an architecture before this one. A
// kernel without them ends the process.
func oldEntryAttempts() []attempt {
	return []attempt{{name: "socket-32", protection: Network, mayCrash: true, ready: calls(func() error {
		fd := oldSocket(syscall.AF_INET, syscall.SOCK_STREAM)
		if fd < 0 {
			return syscall.Errno(-fd)
		}
		return syscall.Close(int(fd))
	})}}
}
