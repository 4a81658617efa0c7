// Package workshop leads a group through made-up people instead of the lives
// of whoever sits in the room.
//
// A session is a row of steps, each one page on a wall, and a place in that row.
// It is a value: going forward, back or to another story gives a new session.
// A step shows one thing, in an order in which a group can think before it is
// told: the story, what one would ask her, her answers one by one as the engine
// asks for them, whom one would send her to, and only then the conversations.
//
// What a wall shows may be seen by anybody, so private questions are left out,
// as on every shared screen. There is no clock here; minutes are what a plan
// says, or a rough guess by counting.
package workshop
