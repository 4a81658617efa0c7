package language

import (
	"errors"
	"fmt"
	"io/fs"
)

// Likeness is the file of a language's weights, by which a sentence is told that only reads
// like what must not be written; nil if the language has none. What a weight belongs to, and
// how they are learnt, package content says.
func (l *Language) Likeness() []byte { return l.likeness() }

func (l *Language) readLikeness() []byte {
	data, err := fs.ReadFile(l.folder, "likeness.weights")
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err == nil {
		data, err = unpacked(data)
	}
	if err != nil {
		panic(fmt.Errorf("language %s: likeness.weights: %w", l.tag, err))
	}
	return data
}
