package folder

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

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

var refusals []*questionnaire.Check

func refuses(id, what string) *questionnaire.Check {
	check := questionnaire.Declare(id, questionnaire.Error, what)
	refusals = append(refusals, check)
	return check
}

// IsRefusal reports whether a check is one of the reader's own: the file in which it
// finds something is not read, and no other check has looked at it.
func IsRefusal(c *questionnaire.Check) bool { return slices.Contains(refusals, c) }
