package cli

import (
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/questionnaires"
)

func TestARegionIsUnderstood(t *testing.T) {
	q, findings, err := folder.Read(questionnaires.Maternal(), nil)
	if q == nil {
		t.Fatal(findings, err)
	}
	for asked, want := range map[string]string{
		"gb": "gb", "GB": "gb", "uk": "gb", "U.K.": "gb", "United Kingdom": "gb", "scotland": "gb", "Reino Unido": "gb",
		"Puerto Rico": "us", "PR": "us", "Guam": "us", "samoa americana": "us", "British Columbia": "ca", "quebec": "ca", "Victoria": "au",
		"USA": "us", "u.s.": "us", "EE. UU.": "us", "united states": "us",
		"Éire": "ie", "ireland": "ie", "Spain": "es", "españa": "es", "spain": "es", "méxico": "mx", "Aotearoa": "nz", "somewhere else": "elsewhere",
		// Provinces and states are of their country.
		"Ontario": "ca", "Québec": "ca", "Nova Scotia": "ca", "California": "us", "new mexico": "us", "Nueva York": "us", "Baja California": "mx", "Queensland": "au",
		"the United Kingdom": "gb", "the UK": "gb", "the US": "us", "U.S. Virgin Islands": "us", "Saipan": "us", "aus": "au", "other": "elsewhere", "otro país": "elsewhere",
	} {
		if r := regionCalled(q, asked); r == nil || r.ID != want {
			t.Errorf("%q is %v, want %s", asked, r, want)
		}
	}
	for _, asked := range []string{"nowhere", "", "--", "u", "fr",
		"Georgia", // a state, and a country whose numbers are others
	} {
		if r := regionCalled(q, asked); r != nil {
			t.Errorf("%q is taken for %s", asked, r.ID)
		}
	}
	// No name leads to two regions, whichever the order.
	for _, language := range wording.All() {
		for _, r := range q.Regions {
			for _, name := range wording.In(language).Plain.Typed.RegionNames(r.ID) {
				if got := regionCalled(q, name); got == nil || got.ID != r.ID {
					t.Errorf("%s: %q is %s and %s", language, name, got.ID, r.ID)
				}
			}
		}
	}
}
