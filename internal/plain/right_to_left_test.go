package plain

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"github.com/ask-first/askfirst/internal/wording/wordingtest"
)

// TestALanguageFromRightToLeftIsSaidWhole: whether letters go this way or that is the
// terminal's business, so nothing here may turn, cut or mark them. What the program
// writes is in the order in which it is read aloud.
func TestALanguageFromRightToLeftIsSaidWhole(t *testing.T) {
	original, _ := wordingtest.Maternal(t)
	q, words := wordingtest.RightToLeft.Questionnaire(t, original), wordingtest.RightToLeft.Words()
	names := wordingtest.Names(original)
	for n := range 3 {
		out := new(bytes.Buffer)
		somebody := &chooser{out: out, words: words, random: rand.New(rand.NewPCG(uint64(n), 7))}
		if _, err := Run(Options{Questionnaire: q, Words: words, In: somebody, Out: out, Size: sized(60)}); err != nil {
			t.Fatal(err)
		}
		said := out.String()
		if faults := wordingtest.Faults(uncut(said), names); len(faults) > 0 {
			t.Fatalf("person %d: %v\n%s", n, faults, uncut(said))
		}
		if i := strings.IndexFunc(said, func(r rune) bool { return unicode.Is(unicode.Bidi_Control, r) }); i >= 0 {
			t.Errorf("person %d: a mark of direction is written: %q", n, said[max(0, i-20):i+3])
		}
		if !strings.ContainsFunc(said, func(r rune) bool { return unicode.Is(unicode.Hebrew, r) }) {
			t.Fatal("nothing was said in it")
		}
	}
}
