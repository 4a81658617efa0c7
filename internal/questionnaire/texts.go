package questionnaire

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// OneText is a [Passage] as a translation knows it: its words as they are now,
// and the key by which they are found.
type OneText struct {
	Kind, ID, Field string // "question", "feeding", "answer/all-milk"; the questionnaire's own texts have no ID
	Text            string
	Long            bool // line breaks mean something in it
	Exact           bool // a question, an answer, words to say, what to do at once: said in old words it would be said wrongly
	At              Position
}

// Key is the text's name among all: "question/feeding/answer/all-milk".
func (t OneText) Key() string {
	if t.ID == "" {
		return t.Kind + "/" + t.Field
	}
	return t.Kind + "/" + t.ID + "/" + t.Field
}

// Hash is short and changes when the text does.
func (t OneText) Hash() string { return HashOf(t.Text) }

// HashOf is a short hash of a text. How its lines are broken does not count,
// because that is its author's editor's doing.
func HashOf(text string) string {
	sum := sha256.Sum256([]byte(strings.Join(strings.Fields(text), " ")))
	return hex.EncodeToString(sum[:4])
}

// Texts are all texts of the questionnaire that a translation may say in another
// language, in the order of its files. Not among them are what others wrote
// (titles of sources, names of authors), what identifies (numbers, addresses)
// and stories that no workshop shows.
func (q *Questionnaire) Texts() []OneText {
	var all []OneText
	for p := range q.Passages() {
		if text := p.One(); p.Use.Translated && text.Text != "" {
			all = append(all, text)
		}
	}
	return all
}
