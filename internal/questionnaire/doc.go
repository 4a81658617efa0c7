// Package questionnaire is the vocabulary of Ask First: questions, rules,
// clinicians, medicines, people, and the positions at which an author wrote them.
// It is nouns almost without behaviour. Every reference is a pointer, so that
// nobody who has a questionnaire looks anything up by its id again.
//
// The one trick is that all texts which somebody can see are in one list,
// [Questionnaire.Passages], each with the place where it stands and with what it is
// for; a test walks the nouns, so that none is forgotten. How the nouns come out of YAML, and whether
// they are sound, is for package folder; whether they are wise, for package prove
// and a clinician.
package questionnaire
