// Package plain is the face of plain lines: the same screening for screen
// readers, braille lines, pipes and terminals that can do nothing else.
//
// It says pages and reads lines, and decides nothing. Where she stands, and what
// follows from what she did, is [visit]'s; what stands on a page is [page]'s, said
// block by block in its order. This package knows how a block sounds ([Says]), what
// a line that was typed means on a page ([Hear]), and when to stop for breath.
//
// Lines are only ever added: no cursor moves, no boxes, nothing is drawn again.
// Screen readers that look at the screen lose whatever has scrolled off it, so
// there is never more than a screen between two prompts: where there is more to
// say, Enter goes on, and an answer can be typed already. What was said is not said
// again unless she asks for it.
//
// One reader reads the whole input. Its end means that she has left, and a line
// that the end cut off is not an answer.
package plain
