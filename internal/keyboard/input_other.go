//go:build !unix

package keyboard

import (
	"io"
	"os"
)

// Input reads the keyboard. Here it does not come as a stream of sequences, so there
// is nothing to translate.
func Input(in *os.File) io.Reader { return in }

// Discard throws away what was typed and not read. Here nothing is left behind.
func Discard(*os.File) {}
