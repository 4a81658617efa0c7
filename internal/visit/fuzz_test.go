package visit

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/fuzztest"
)

// FuzzVisit lets the bytes choose a questionnaire, and what somebody does in it; every
// other time an author saves another one meanwhile. It asks what the properties ask.
func FuzzVisit(f *testing.F) {
	fuzztest.Hurry(f)
	events, saves := rapid.MakeFuzz(anyEvents), rapid.MakeFuzz(anyEventsAfterASave)
	f.Add([]byte("a person who answers everything and looks back at it again and again"))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, chosen []byte) {
		if len(chosen)%2 == 0 {
			events(t, chosen)
		} else {
			saves(t, chosen)
		}
	})
}
