// Package prove answers questions about every person at once. It turns a
// questionnaire into a Boolean formula, in which each condition has two
// literals (it may be yes; it must be yes), and asks a solver for somebody who
// breaks a promise, goes unheard or is safer for not knowing.
//
// The one trick is that the formula is a circuit: each person's replies are its
// only free inputs, and everything else is worked out from them. So a query
// needs only the part of the circuit that it hangs on, and any solution can be
// worked forward again. A person that is found is replayed through package
// screening before anyone sees it; a bug in the encoding can therefore hide a
// fault but never invent a person. That it hides none is shown by a test that
// tries all people of many small questionnaires one by one.
package prove
