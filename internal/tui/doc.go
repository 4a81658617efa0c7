// Package tui is the full screen: a face that lays pages out and reads keys, and
// decides nothing.
//
// What comes after what is told by a [visit.Visit], and what stands on a page by
// package page. A [View] lays such a page out in a frame, with the focus, the
// scrolling and the letters that somebody types, and says which choice a key
// means. A [Screening] is a visit on the screen: it asks for the page of the
// place, hands keys to the view, and does what the choice means. Neither keeps
// an answer of record, so leaving a page in the middle of choosing leaves nothing
// behind.
//
// One frame fits any page to any size: rows that scroll with a sign that they do,
// and a foot that says what happened, where she is, and which keys work here, drawn
// from the bindings. Nothing is ever cut off to fit. It is drawn for whoever hears it
// too: see [Screen].
//
// The packages beneath this one are rooms of their own, made of the same views: a
// workshop's wall, a shared laptop around a screening, an author's preview.
package tui
