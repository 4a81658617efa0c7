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

// Held is a terminal that is being held. Here there is nothing to hold.
type Held struct{}

// Hold keeps what is typed off the screen. Here nothing is echoed.
func Hold(*os.File) *Held { return &Held{} }

// Release does nothing here.
func (*Held) Release() {}

// Without does something.
func (*Held) Without(do func()) { do() }
