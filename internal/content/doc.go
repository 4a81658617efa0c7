// Package content reads what a questionnaire says. [Check] finds text that the
// rules in CONTRIBUTING.md and the measures in docs/measures.md forbid: an amount, an order to
// stop a medicine, a word that shames or promises, a sentence too long to read
// at three in the morning, a telephone number that nobody checked.
//
// The one trick is that what is looked for is not in the code. The files
// of package language hold every pattern, what to write instead, and the near
// misses that must be left alone, in a form that a clinician can read and
// correct; words.go says how they are written. The code only cuts text into sentences and words.
//
// A word list cannot understand a sentence. What passes here has none of the
// mistakes that somebody thought of; whether it is true and kind is for people
// to say. Spanish is read like English, with lists and a measure of its own; any
// other language is searched for amounts and for orders about medicines in the
// words of these two, and for what needs no words.
package content
