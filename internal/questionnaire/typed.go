package questionnaire

import "strings"

// Typed is what she called a medicine, letter by letter. It is kept because her
// own word is the one that a pharmacist must see, and in a form that can be
// overwritten. A nil *Typed: she typed nothing.
type Typed struct{ letters []byte }

// NewTyped keeps a word, or several that belong together: two names that the
// list does not know are one entry of a reply. Without letters it is nil.
func NewTyped(words ...string) *Typed {
	var kept []string
	for _, w := range words {
		if w = strings.Join(strings.Fields(w), " "); w != "" {
			kept = append(kept, w)
		}
	}
	if len(kept) == 0 {
		return nil
	}
	return &Typed{[]byte(strings.Join(kept, ", "))}
}

func (t *Typed) String() string {
	if t == nil {
		return ""
	}
	return string(t.letters)
}

// Forget overwrites the letters. Nothing is left to show afterwards.
func (t *Typed) Forget() {
	if t != nil {
		clear(t.letters)
		t.letters = nil
	}
}
