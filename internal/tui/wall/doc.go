// Package wall is the full screen of a workshop: what everybody sees on a
// projector, and the pages that the facilitator reads beside it.
//
// A step of the session is large and has nothing beside it; everything else is a
// page of text as elsewhere, in a [tui.View]. The notes hold what the room is to
// guess, so they open only behind two keys of their own.
package wall
