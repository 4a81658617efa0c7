//go:build leak

package plain

import (
	"os"

	"github.com/ask-first/askfirst/internal/page"
)

// plantedLeak panics with all that she said, where the environment variable
// ASKFIRST_LEAK asks for it and she types "leak", so that the test of a crash can be
// shown to see one. This file is only in builds with the tag "leak", which are never
// given to anybody.
func plantedLeak(s *session, typed string) {
	if typed != "leak" || os.Getenv("ASKFIRST_LEAK") != "panic" {
		return
	}
	all := ""
	said := s.v.Said()
	for _, q := range said.Asked() {
		all += page.Replied(s.w, said.Questionnaire().Formulary, q, said.Reply(q)) + "\n"
	}
	panic(all)
}
