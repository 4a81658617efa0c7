// Package language holds what depends on a language: which words its checks
// look for, how hard a text may be to read, how syllables are counted, which
// form a number asks for, and which words are understood when they are typed.
//
// A language is a folder of this package and nothing else. Its name is the
// language's ("en", "es"); what its files may say is told by the types that they
// are read into. What is shown to a person is not here but in package wording
// and in a questionnaire's translations.
//
// Who asks for a language that is not here is told so, and must say so: a check
// that cannot read a text may not pass it in silence.
package language
