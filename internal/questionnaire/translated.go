package questionnaire

import "strings"

// Translation is a questionnaire's texts in another language, as one file of its
// translations holds them. Each entry keeps the original that it translates, so
// that a changed original shows.
type Translation struct {
	Language string
	Reviewed []Review // by clinicians who grew up with the language; empty until one has read it
	Lapsed   []Review // of other words than these are
	Entries  []*Translated
	At       Position

	LanguageAt Position // where it says which language it is in

	Inherited *Translation // of the default questionnaire, for texts that were taken from it

	byKey map[string]*Translated
}

// Translated is one text in another language.
type Translated struct {
	Key  string // [OneText.Key]
	Of   string // [HashOf] From
	From string // the original
	To   string // what it says in this language; "": not yet
	At   Position
}

// Mark is that of the words that a review of the translation is of.
func (t *Translation) Mark() string {
	var all strings.Builder
	for _, e := range t.Entries {
		all.WriteString(e.Key + "\n" + e.To + "\n")
	}
	return HashOf(all.String())
}

// Add adds an entry, unless there is one of this key.
func (t *Translation) Add(e *Translated) bool {
	if t.byKey[e.Key] != nil {
		return false
	}
	if t.byKey == nil {
		t.byKey = map[string]*Translated{}
	}
	t.byKey[e.Key] = e
	t.Entries = append(t.Entries, e)
	return true
}

// Entry finds the entry of a text by its key, or nil.
func (t *Translation) Entry(key string) *Translated { return t.byKey[key] }

// Fresh reports whether the entry translates what the text says now.
func (e *Translated) Fresh(text OneText) bool {
	return e != nil && e.To != "" && e.Of == text.Hash()
}
