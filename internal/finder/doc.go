// Package finder proposes the medicines that somebody may mean by what she types:
// half a name, a brand, a misspelling, a name that she has only heard, or a word for
// what it is for.
//
// The one trick is that everything is looked up under folded names and ranked by
// the way in which it was found, so that what she typed right comes before what
// she may have misspelt, and a name never comes without those that it is mistaken
// for. A match is a proposal: the finder cannot know what she takes, and only she
// says which it is.
//
// A longer name is never a shorter one: whatever she typed that a match does not
// explain comes with it, as another medicine (the DM of a cough syrup) or as words
// that nobody knows, so that she is never told less than somebody whose medicine
// the list does not know at all.
package finder
