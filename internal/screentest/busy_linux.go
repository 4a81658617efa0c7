package screentest

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"

	"golang.org/x/sys/unix"
)

// busy reports whether the program has something to do that it has not come to,
// or has drawn what has not been read. On a machine with too much to do, no time
// that a test could wait would tell.
func (w *Walk) busy() bool { return w.runnable() || w.unread() }

// runnable looks for a thread that runs, or waits for a processor: of the program, or of
// one that it has started.
func (w *Walk) runnable() bool { return slices.ContainsFunc(append(w.Children(), w.Pid()), runnable) }

// Children are the processes that the program has started, and that have not ended.
func (w *Walk) Children() (all []int) {
	lists, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/children", w.Pid()))
	for _, list := range lists {
		started, _ := os.ReadFile(list)
		for _, one := range bytes.Fields(started) {
			if pid, err := strconv.Atoi(string(one)); err == nil {
				all = append(all, pid)
			}
		}
	}
	return all
}

func runnable(pid int) bool {
	tasks, _ := filepath.Glob(fmt.Sprintf("/proc/%d/task/*/stat", pid))
	for _, task := range tasks {
		// The state follows the name, which stands in brackets and may hold some.
		stat, err := os.ReadFile(task)
		if _, rest, ok := lastCut(stat, []byte(") ")); err == nil && ok && rest[0] == 'R' {
			return true
		}
	}
	return false
}

func lastCut(s, at []byte) (before, after []byte, ok bool) {
	i := bytes.LastIndex(s, at)
	if i < 0 || i+len(at) >= len(s) {
		return s, nil, false
	}
	return s[:i], s[i+len(at):], true
}

func (w *Walk) unread() bool {
	raw, err := w.tty.SyscallConn()
	if err != nil {
		return false
	}
	poll := []unix.PollFd{{Events: unix.POLLIN}}
	raw.Control(func(fd uintptr) {
		poll[0].Fd = int32(fd)
		unix.Poll(poll, 0)
	})
	// A terminal that the program has left hangs up, and has nothing to read.
	return poll[0].Revents&unix.POLLIN != 0
}
