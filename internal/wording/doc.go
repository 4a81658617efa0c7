// Package wording is what the program itself says to a person: the words of
// the faces as data, one file for each language, and the few sentences that are
// made from the core's values ("You were not sure about …").
//
// The words are decoded into one struct, so that a text that is missing from a
// file, or that no code uses any more, is an error of a test and never an empty
// place on a screen.
package wording
