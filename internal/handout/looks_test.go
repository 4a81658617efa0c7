package handout

import (
	"regexp"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/page"
)

// Each panel of the small sheet that a region leaves free is used: who has fewer lines
// has more room to write.
func TestTheSheetHasAPanelForEachFold(t *testing.T) {
	full := 0
	for _, s := range inEveryRegion(t) {
		d := s.Sheet()
		if len(d.Sections) > panels {
			t.Errorf("%s in %s: %d parts do not fit on %d panels", s.region().ID, s.Words.Language, len(d.Sections), panels)
		}
		if len(d.Sections) == panels {
			full++
		}
		if len(d.Sections) == panels-1 {
			t.Errorf("%s in %s: a panel stays empty", s.region().ID, s.Words.Language)
		}
		if ends := regexp.MustCompile(`</span>(</em>)?\x{a0}·`).FindString(d.HTML()); ends != "" {
			t.Errorf("%s in %s: a line could begin with what sets facts apart", s.region().ID, s.Words.Language)
		}
	}
	if full == 0 {
		t.Error("no sheet is full, so nothing was looked at")
	}
}

func TestALabelIsNotPartedFromItsSources(t *testing.T) {
	for _, s := range inEveryRegion(t) {
		for _, e := range s.texts() {
			if _, listed := lastOf(s.text(e).Blocks).(List); len(e.Sources) > 0 && !listed {
				t.Errorf("%s: its sources stand in one line, so a page may end behind the line above them", e.ID)
			}
			for _, source := range e.Sources {
				if strings.Contains((&Document{Sections: []Section{{Blocks: s.gist(e)}}}).Text(), page.Source(s.Words, source)) {
					t.Errorf("%s: a source stands among what there is little room for", e.ID)
				}
			}
		}
	}
}

func TestWhatSetsFactsApartBeginsNoLine(t *testing.T) {
	said := "call 0800 123 456" + between + "day and night" + between + "a name"
	d := Document{Sections: []Section{{Blocks: []Block{Note{said}, paragraph(said), Paragraph{strong(said)}, Card{Heading: said}}}}}
	if html := d.HTML(); strings.Contains(html, " ·") || strings.Contains(html, "</span>"+apart) || strings.Count(html, apart) != 8 {
		t.Errorf("a line can end before what sets facts apart:\n%s", html)
	}
}
