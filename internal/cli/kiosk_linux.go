package cli

import "syscall"

// endsWithParent has a process end, as by a closed window, when its parent is gone.
func endsWithParent(a *syscall.SysProcAttr) { a.Pdeathsig = syscall.SIGTERM }
