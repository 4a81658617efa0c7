package kiosk

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
)

// secret is a word that can be told again and not read: only what a hash made
// of it is kept.
type secret struct {
	salt [16]byte
	sum  [sha256.Size]byte
}

func newSecret(word []byte) secret {
	var s secret
	rand.Read(s.salt[:]) // never fails; see its documentation
	s.sum = s.of(word)
	return s
}

// is reports whether this is the word, and takes as long for any other.
func (s secret) is(word []byte) bool {
	sum := s.of(word)
	return subtle.ConstantTimeCompare(sum[:], s.sum[:]) == 1
}

func (s secret) of(word []byte) [sha256.Size]byte {
	h := sha256.New()
	h.Write(s.salt[:])
	h.Write(word)
	return [sha256.Size]byte(h.Sum(nil))
}
