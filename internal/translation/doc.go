// Package translation is what a translator does with a questionnaire's texts in
// another language: it lists the work that waits, and writes what she has
// confirmed back into the file.
//
// The one trick is that the work list has the form of the file itself, so that a
// filled-in list can be laid into it, entry by entry. It never writes a whole
// file anew: only the lines of the entries that were confirmed change, and
// comments, order and line breaks of everything else stay as people left them.
package translation
