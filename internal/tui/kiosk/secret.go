package kiosk

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
)

// A Word is the facilitator's. It can be told again and not read: only what a hash
// made of it is kept. It is a row of bytes, so that it can be handed on.
type Word struct {
	salt [16]byte
	sum  [sha256.Size]byte
}

// WordSize is how many bytes one has.
const WordSize = 16 + sha256.Size

// Bytes are what [WordOf] makes a word of again.
func (w Word) Bytes() []byte { return append(w.salt[:], w.sum[:]...) }

// WordOf is the word of so many bytes.
func WordOf(b [WordSize]byte) (w Word) {
	copy(w.salt[:], b[:])
	copy(w.sum[:], b[len(w.salt):])
	return w
}

func newWord(word []byte) Word {
	var w Word
	rand.Read(w.salt[:]) // never fails; see its documentation
	w.sum = w.of(word)
	return w
}

// is reports whether this is the word, and takes as long for any other.
func (w Word) is(word []byte) bool {
	sum := w.of(word)
	return subtle.ConstantTimeCompare(sum[:], w.sum[:]) == 1
}

func (w Word) of(word []byte) [sha256.Size]byte {
	h := sha256.New()
	h.Write(w.salt[:])
	h.Write(word)
	return [sha256.Size]byte(h.Sum(nil))
}
