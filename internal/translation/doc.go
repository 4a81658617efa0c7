// Package translation is a questionnaire in another language: what it says there,
// what is missing or outdated, and what a translator does about it. It lists the
// work that waits, and writes what she has confirmed back into the file.
//
// Each entry keeps the original that it translates, so that a changed original
// shows. The one trick is that the work list has the form of the file itself, so
// that a filled-in list can be laid into it, entry by entry. It never writes a
// whole file anew: only the lines of the entries that were confirmed change, and
// comments, order and line breaks of everything else stay as people left them.
package translation
