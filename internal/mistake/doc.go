// Package mistake makes one mistake at a time in a questionnaire: such as a
// maintainer can make with a slip of the hand, in a line of YAML that still reads
// well. Whoever asks "would anybody notice?" makes them all, one after the other,
// and looks for what sees each of them.
//
// A mistake is made where the author would make it. A condition with a name is
// written once and used by many rules and promises, so a slip in it changes them
// all together; in a rule that uses the name, the name can be dropped or turned
// round, and nothing inside of it.
//
// Mistakes in promises, scenarios and orders are not made, but for the sequence of
// an order: they are the guards, and nothing guards them but a reader.
package mistake
