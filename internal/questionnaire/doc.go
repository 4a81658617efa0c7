// Package questionnaire is the vocabulary of Ask First and the reader of its
// YAML. [Read] turns a folder into a [Questionnaire]: nouns without behaviour,
// every reference resolved to a pointer, every noun with the position at which
// it was written.
//
// The one trick is that the reader walks yaml.v3's nodes instead of decoding
// into structs. So it can say file, line and column of the very word that is
// wrong, refuse what YAML allows but a questionnaire must not contain (aliases,
// merge keys, tags, a second document), and go on to the next mistake instead of
// stopping at the first. What it returns without an error is sound in structure;
// that it is also wise is what package prove and a clinician must show.
package questionnaire
