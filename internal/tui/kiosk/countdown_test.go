package kiosk

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/questionnaires"
)

// TestTheCountdownShowsBothNumbersOnASmallScreen: somebody may be on the telephone, or
// about to call, while the seconds run, and nobody scrolls then.
func TestTheCountdownShowsBothNumbersOnASmallScreen(t *testing.T) {
	q, _, err := folder.Read(questionnaires.Maternal(), nil)
	if err != nil {
		t.Fatal(err)
	}
	es, _, err := folder.ReadTranslation(questionnaires.Maternal(), nil, "es")
	if err != nil {
		t.Fatal(err)
	}
	for language, q := range map[string]*questionnaire.Questionnaire{"en": q, "es": translation.Of(q, es)} {
		w := wording.In(language)
		for _, region := range q.Regions {
			v := tui.NewView(w)
			v.Resize(40, 12)
			v.Show(page.OfShared(w, page.StillThere, region, 14, nil))
			screen, _ := v.Draw()
			seen := strings.Join(strings.Fields(ansi.Strip(screen)), " ")
			for _, l := range questionnaire.UrgentLines(region) {
				if ways := page.Contacts(w, l); len(ways) > 0 && !strings.Contains(seen, ways[0]) {
					t.Errorf("%s, %s: no %q:\n%s", language, region.ID, ways[0], screen)
				}
			}
		}
	}
}
