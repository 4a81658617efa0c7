// Package handout is the face of paper: the questionnaire, a guide for a
// conversation, a small sheet and the notes of a facilitator, for people who
// want something that is not a screen.
//
// What the screen has too (a question, a text, an emergency, a help line) is told by
// package page, and laid out here. Paper adds what only paper needs: the way from
// question to question in words, where to stop, and room to write.
//
// What stands on a paper is decided once, as a [Document]: headings, paragraphs,
// lists, cards and lines to write on. The three formats only say how these look.
// No format knows what a questionnaire is, and every text passes through the one
// place of its format that makes it harmless: the texts are anybody's.
//
// A paper holds what a questionnaire says and never what somebody answered. It
// ends with a receipt that says what it is worth: which promises are proved for
// every possible person, when sources were checked, and who has reviewed it.
package handout
