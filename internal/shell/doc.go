// Package shell writes completion scripts for bash, zsh and fish from the
// command line's own model, so that a flag exists there as soon as it exists.
//
// The scripts hold every word they offer. Pressing tab starts nothing, and so
// the program stays one that runs only when she asks for it.
package shell
