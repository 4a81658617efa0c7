// Package wording is what the program itself says to a person: the words of
// the faces as data, one file for each language, and what fills their places.
// What stands on a page is made of them in package page.
//
// The words are decoded into one struct, so that a text that is missing from a
// file, or that no code uses any more, is an error of a test and never an empty
// place on a screen.
package wording
