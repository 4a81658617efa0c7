// Package faces holds the two faces of a screening against each other: the full
// screen ([github.com/ask-first/askfirst/internal/tui]) and plain lines
// ([github.com/ask-first/askfirst/internal/plain]). It has tests and nothing else,
// and stands above both because neither may know the other.
//
// One list of events, drawn at random, is played to both as she would do it: keys to
// the one, typed lines to the other. A third who has no face goes the same way by
// [github.com/ask-first/askfirst/internal/visit] and
// [github.com/ask-first/askfirst/internal/page] alone, and knows which page it must be.
// Then each face has to say every block of that page, in its order and nothing beside
// it, and has to have a way to make every choice. What is shown on a screen and left
// out in plain lines fails here, and the other way round.
package faces
