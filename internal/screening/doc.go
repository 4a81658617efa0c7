// Package screening is the engine: answers in, the next question or the outcome
// out. It is a pure function of a questionnaire and of replies; it knows no
// clock, no chance, no screen and no file.
//
// The one idea is that a [State] is never changed. Answering makes a new one,
// and going back is to keep the earlier one. Everything that follows from the
// replies (which questions are asked, which rules hold) is worked out anew each
// time, so no order of answering and changing can leave anything stale behind.
//
// Conditions have three values. An answer that leaves things open ("not sure",
// "prefer not to say") makes a condition unknown, and an unknown rule still
// speaks, softly: unknown is never safer than known. The engine cannot promise
// that for every questionnaire, since an author may write "not"; package prove
// finds where one does.
package screening
