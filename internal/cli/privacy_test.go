package cli

import (
	"testing"

	"github.com/ask-first/askfirst/internal/privacy"
	"github.com/ask-first/askfirst/internal/wording"
)

func TestEveryProtectionAndAttemptHasItsWords(t *testing.T) {
	w := wording.English().Privacy
	for _, p := range privacy.Protections() {
		if w.Name[string(p)] == "" || w.Stops[string(p)] == "" {
			t.Errorf("no words for the protection %s", p)
		}
	}
	for _, name := range privacy.AttemptNames() {
		if w.Tried[name] == "" {
			t.Errorf("no words for the attempt %s", name)
		}
	}
}
