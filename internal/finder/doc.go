// Package finder proposes the medicines that somebody may mean by what she types:
// half a name, a brand, a misspelling, or a name that she has only heard.
//
// The one trick is that everything is looked up under folded names and ranked by
// the way in which it was found, so that what she typed right comes before what
// she may have misspelt, and a name never comes without those that it is mistaken
// for. A match is a proposal: the finder cannot know what she takes, and only she
// says which it is.
package finder
