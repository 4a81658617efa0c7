//go:build !windows

package main

import (
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/listen"
	"github.com/ask-first/askfirst/internal/screentest"
	"github.com/ask-first/askfirst/internal/wording"
)

// TestTheFirstScreenIsSaidOnce: a screen reader that says what is written says a frame
// twice that is drawn twice.
func TestTheFirstScreenIsSaidOnce(t *testing.T) {
	t.Parallel()
	for language, first := range map[string]string{"en": "Hello.", "es": "Hola."} {
		w := screentest.Start(t, program, 80, 24, nil, "--lang", language)
		w.Sees(first).Press("z") // a letter that does nothing but say so
		w.Sees(strings.Fields(wording.In(language).Keys.Letters)[0])
		said := listen.New(80, 24).Hear("", w.Written()).Stream
		if n := strings.Count(said, first); n != 1 {
			t.Errorf("%s: said %d times: %s", language, n, said)
		}
	}
}
