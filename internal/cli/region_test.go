package cli

import (
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/questionnaires"
)

func TestARegionIsUnderstood(t *testing.T) {
	q, findings, err := folder.Read(questionnaires.Maternal(), nil)
	if q == nil {
		t.Fatal(findings, err)
	}
	for asked, want := range map[string]string{
		"gb": "gb", "GB": "gb", "uk": "gb", "U.K.": "gb", "United Kingdom": "gb", "scotland": "gb", "Reino Unido": "gb",
		"USA": "us", "u.s.": "us", "EE. UU.": "us", "united states": "us",
		"Éire": "ie", "ireland": "ie", "Spain": "es", "españa": "es", "ESP": "es", "méxico": "mx", "Aotearoa": "nz", "somewhere else": "elsewhere",
	} {
		if r := regionCalled(q, asked); r == nil || r.ID != want {
			t.Errorf("%q is %v, want %s", asked, r, want)
		}
	}
	for _, asked := range []string{"nowhere", "", "--", "u", "fr"} {
		if r := regionCalled(q, asked); r != nil {
			t.Errorf("%q is taken for %s", asked, r.ID)
		}
	}
	// A name leads to one region only, and to one that there is.
	ids := map[string]string{}
	for id, names := range regionNames() {
		if q.Region(id) == nil {
			t.Errorf("regions.yaml names %s, for which there are no help lines", id)
		}
		for _, name := range names {
			if other := ids[name]; other != "" || q.Region(name) != nil && name != id {
				t.Errorf("%q is %s and %s", name, id, other)
			}
			ids[name] = id
		}
	}
}
