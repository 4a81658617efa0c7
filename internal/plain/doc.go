// Package plain is the face of plain lines: the same screening for screen
// readers, braille lines, pipes and terminals that can do nothing else.
//
// Lines are only ever added: no cursor moves, no boxes, nothing is drawn again.
// Every choice has a number, the prompt comes last, and the same few words
// (back, why, help, lines, enough, leave) work at every prompt. One reader reads
// the whole input, and its end means that she has left. It is never an answer.
package plain
