package cli

import (
	"testing"

	"github.com/ask-first/askfirst/internal/wording"
)

func TestNoTwoLanguagesAreOfferedAlike(t *testing.T) {
	l := newLanguages([]string{"en", "es", "es-419"}, "en", nil)
	seen := map[string]string{}
	for _, offered := range l.all {
		for _, words := range []string{offered.Change, offered.OwnName} {
			if other, ok := seen[words]; ok && other != offered.Tag {
				t.Errorf("%s and %s are both offered as %q", other, offered.Tag, words)
			}
			seen[words] = offered.Tag
		}
	}
	if alone := newLanguages([]string{"en", "es"}, "en", nil); alone.all[1] != wording.LanguageOf("es") {
		t.Errorf("Spanish alone is offered as %q", alone.all[1].Change)
	}
}
