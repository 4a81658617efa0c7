// Package page is what stands on each page, in words: told once, and laid out by
// every face in its own way. The full screen draws a page, plain lines say it,
// paper prints it; a face never adds, drops or reorders what is here.
//
// A page is a list of blocks. A block's manner says what it is to the reader (the
// action, a number to call, words to say), never how it looks. What can be chosen
// stands among the blocks, and says what it means: an event of the visit, a page
// that opens over this one, or the same page with something more put together on
// it. What can be done on the page beside choosing is said too ([Way]), so that
// the help of a face is drawn from what works.
//
// A page is known by its kind. Nothing may ask which page it is by what is
// written on it: a title or a translation can be anything.
package page
