// Package scenario runs fictional people through the engine and says whether
// they end with the conversations that they should.
//
// A scenario is a promise about one person, in a maintainer's words. Lists of
// what to expect are minimums: a questionnaire may always refer more, and a
// scenario fails only where it refers less than was written.
package scenario
