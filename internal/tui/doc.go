// Package tui is the full-screen face.
//
// One root model holds everything that lasts: the engine's state, the region,
// where she is. A page holds only what is on the screen (which row has the
// focus, letters typed into a field) and never an answer of record; when
// something happens on it, it says so with an event, and the root decides. So
// leaving a page in the middle of choosing leaves nothing behind.
//
// The pages lay out rows, and one frame fits any of them to any size: a head
// that says where she is, rows that scroll with a sign that they do, and a foot
// with the keys that work here. Nothing is ever cut off to fit.
package tui
