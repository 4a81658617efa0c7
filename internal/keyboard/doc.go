// Package keyboard makes what a terminal sends into what the full screen
// understands, and nothing else gets through.
//
// Terminals and their modes differ in how they write a key down: a keypad's digit
// can come as ESC O q, ctrl+c as ESC [ 99;5u, and an arrow on a slow line in two
// pieces. Read by somebody who does not know such a sequence it falls apart into
// letters, and letters are commands: the q of a keypad's 1 left the screening. So
// all bytes go through here first. A sequence that is known comes out as the key
// that every terminal has had since the VT100; one that is not known is dropped
// whole.
//
// Above every state of the reading stands ctrl+c. It comes out as it came in, in the
// middle of a sequence, and of a paste whose end never comes.
package keyboard
