package folder

import "github.com/ask-first/askfirst/internal/questionnaire"

// What the reader refuses. (A name that leads nowhere is refused elsewhere too:
// see [questionnaire.Dangling].)
var (
	notYAML          = refuses("yaml", "a file that is not the YAML that a questionnaire is written in")
	unknownKey       = refuses("unknown-key", "a key that has no meaning there")
	missingKey       = refuses("missing-key", "a key or value that must be there")
	wrongType        = refuses("wrong-type", "a value of another kind than the key takes")
	badID            = refuses("bad-id", "an id that cannot be one")
	duplicateID      = refuses("duplicate-id", "an id that was given twice")
	tooLarge         = refuses("too-large", "more than the program reads")
	controlCharacter = refuses("control-character", "a character that does not belong in a text")
	wrongOrder       = refuses("order", "things in an order, or side by side, that is impossible")
	unknownBrace     = refuses("unknown-brace", "a word in braces that nothing fills in there")
	lostComment      = refuses("lost-comment", "a text that is cut short by a #")
	translationHash  = refuses("translation-hash", "a translation whose original was changed without its mark")
)

func refuses(id, what string) *questionnaire.Check {
	return questionnaire.Declare(id, questionnaire.Error, what)
}
