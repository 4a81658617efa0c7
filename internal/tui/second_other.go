//go:build !unix

package tui

import "os"

// noControl is nothing where no terminal has a path.
const noControl = 0

// mine is never true there, so that a second terminal is refused.
func mine(os.FileInfo) bool { return false }

func alsoCalled(*os.File, os.FileInfo) bool { return false }

// echo changes nothing there.
func echo(*os.File, bool) bool { return false }
