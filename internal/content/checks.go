package content

import "github.com/ask-first/askfirst/internal/questionnaire"

// What is looked for in texts, and in what they rest on.
var (
	doseGiven        = questionnaire.Declare("dose", questionnaire.Error, "a dose, a schedule or a product")
	stopMedicine     = questionnaire.Declare("stop-medicine", questionnaire.Error, "a text that may be read as: stop your medicine")
	bannedWord       = questionnaire.Declare("banned-word", questionnaire.Error, "a word that shames, judges, promises, persuades or diagnoses")
	otherWord        = questionnaire.Declare("glossary", questionnaire.Error, "a translation with another word than its language's glossary has for a thing")
	telephoneNumber  = questionnaire.Declare("telephone-number", questionnaire.Error, "a telephone number outside help-lines.yaml")
	refusedNumber    = questionnaire.Declare("refused-number", questionnaire.Error, "a number or a site that must not be printed")
	numberForm       = questionnaire.Declare("number-form", questionnaire.Error, "a help line's number that cannot be one of its region")
	sameLine         = questionnaire.Declare("same-number", questionnaire.Error, "two help lines with one number for one kind of help")
	nothingToCall    = questionnaire.Declare("nothing-to-call", questionnaire.Error, "a help line that a step sends to and that has neither a number nor a site")
	oneRecord        = questionnaire.Declare("one-record", questionnaire.Note, "help lines that rest on one record of somebody else's")
	addressElsewhere = questionnaire.Declare("web-address", questionnaire.Error, "a web address where nobody would check it")
	lookAlikeLetters = questionnaire.Declare("look-alike-letters", questionnaire.Error, "a word with letters that are not what they look like")
	unreadLanguage   = questionnaire.Declare("unread-language", questionnaire.Error, "texts in a language that no check can read")
	hardToReadText   = questionnaire.Declare("hard-to-read", questionnaire.Error, "a text that is harder to read than it should be")
	tooLong          = questionnaire.Declare("too-long", questionnaire.Warning, "a text that is longer than it should be")
	lateQuestion     = questionnaire.Declare("late-question", questionnaire.Warning, "a question that is heard late, because much is said before it")
	numberInName     = questionnaire.Declare("number-in-name", questionnaire.Note, "a help line whose name repeats its number, which is then heard again before what the line is")
	noFirst          = questionnaire.Declare("no-first", questionnaire.Error, "an interrupt that does not say what to do first")
	readsLike        = questionnaire.Declare("reads-like", questionnaire.Warning, "a text that no pattern objects to, and that reads like those that must not be written")
	unsaid           = questionnaire.Declare("unsaid", questionnaire.Warning, "an answer that sends her to somebody, where she has no sentence for it")
	leftBehind       = questionnaire.Declare("left-behind", questionnaire.Error, "a word of a draft, or a mark of another format, that would be shown")
	noSource         = questionnaire.Declare("no-source", questionnaire.Warning, "a text or help line without a source")
	neverChecked     = questionnaire.Declare("unchecked", questionnaire.Warning, "a text or outside list without the day of its check")
	staleCheck       = questionnaire.Declare("stale", questionnaire.Warning, "a check that is too long ago, or a help line without the day of one")
	outsideList      = questionnaire.Declare("outside-list", questionnaire.Error, "a class of medicines that differs from an outside list without a written reason")
	falseReview      = questionnaire.Declare("false-review", questionnaire.Error, "a review by somebody without a licence to treat people, twice by one person, of a day that cannot be, or of other words")
	unreviewed       = questionnaire.Declare("unreviewed", questionnaire.Note, "texts that no clinician has reviewed")
)
