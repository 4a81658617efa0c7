// Package privacy takes away from the running program what it never needs: to
// open or change a file, to reach a network, to start a program, to look into
// another one, to leave a core behind. From then on "nothing is stored, nothing
// is sent" does not rest on our code, or on that of a library, being right.
//
// [Lock] asks the kernel for it and says what it got, because not every system
// has every lock; [Try] does in a child what must not be possible, and reports
// what came of it. A lock cannot be taken off again, and it lets through what
// is open already: the terminal, or the file that the output goes to. What no
// lock can do stands in docs/privacy.md.
package privacy

import "slices"

// A Protection is one thing that the program gives up.
type Protection string

// The protections, in the order in which they matter to her.
const (
	Files    Protection = "files"    // opening, creating or changing a file or folder
	Network  Protection = "network"  // any socket
	Programs Protection = "programs" // starting another program
	Memory   Protection = "memory"   // being read by another program of the same user, or reading one
	Core     Protection = "core"     // leaving a core file after a crash
)

// Protections are all of them.
func Protections() []Protection { return []Protection{Files, Network, Programs, Memory, Core} }

// Locks says what the kernel granted.
type Locks struct{ active []Protection }

// Missing are the protections that this system does not give.
func (l Locks) Missing() []Protection {
	return slices.DeleteFunc(Protections(), func(p Protection) bool { return slices.Contains(l.active, p) })
}

// Lock locks the process down, for good. It must be called when everything that
// has to be read has been read, and before the first answer is taken.
func Lock() Locks {
	if unlocked() {
		return Locks{}
	}
	return Locks{active: lock()}
}

// LockToReading is for a command that goes on reading files, takes nobody's
// answers, and has no need to change anything, to reach a network or to start a
// program. Files is never among what it grants.
func LockToReading() Locks {
	if unlocked() {
		return Locks{}
	}
	return Locks{active: lockToReading()}
}

// LockToStarting is for a process that takes nobody's answers, and goes on starting
// those that do: they read, so it may read. What it starts inherits the locks and puts
// on its own.
func LockToStarting() {
	if !unlocked() {
		lockToStarting()
	}
}
