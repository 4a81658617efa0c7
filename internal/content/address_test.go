package content

import (
	"slices"
	"strings"
	"testing"
)

func TestAddresses(t *testing.T) {
	runWordCases(t, "web-address", []wordCase{
		{"REASON", "Read https://example.org/page.", "https://example.org/page"},
		{"REASON", "Read www.example.org now.", "www.example.org"},
		{"REASON", "Read example.com/shop, then call.", "example.com/shop"},
		{"REASON", "Write to help@evil.example now.", "help@evil.example"},
		{"REASON", "Message @someone on the phone.", "@someone"},
		{"NOTE", "Chat on chat.example.org.", "chat.example.org"},

		{"REASON", "It ends here.No space is typed.", ""},
		{"REASON", "See doi 10.1176/appi.ajp.2015.15010124.", ""},
		{"REASON", "It happened at 3.30 p.m. on a Monday, e.g. this one.", ""},
		{"REASON", "Chat on the site.", ""},
	})
}

// TestALineMayBeCalledByItsAddress, and by no other.
func TestALineMayBeCalledByItsAddress(t *testing.T) {
	change := [2]string{"name: Crisis line,", "name: crisis.example.org, url: https://www.crisis.example.org/,"}
	if found := of(Check(read(t, nil, change), today), "web-address"); len(found) > 0 {
		t.Error(found)
	}
	change[1] = "name: other.example.org, url: https://www.crisis.example.org/,"
	if found := of(Check(read(t, nil, change), today), "web-address"); len(found) != 1 {
		t.Error(found)
	}
}

// However an address is written, it is found; and what only has the words of one is
// left alone. The addresses of the other tables too: no name in them is anybody's.
func TestAddressesInAnyWriting(t *testing.T) {
	for _, c := range []struct {
		table, language string
		catch           bool
	}{
		{"address-catch-en", "en", true}, {"address-catch-es", "es", true},
		{"address-pass-en", "en", false}, {"address-pass-es", "es", false},
		{"must-catch-en", "en", true}, {"held-9-catch-en", "en", true}, {"held-9-catch-es", "es", true},
		{"held-9-pass-en", "en", false}, {"held-9-pass-es", "es", false},
	} {
		rows := slices.DeleteFunc(table(t, c.table), func(r row) bool { return r.kind != "address" })
		if len(rows) == 0 {
			t.Errorf("%s has no address", c.table)
			continue
		}
		found := foundIn(c.language, rows)
		for _, r := range rows {
			about := slices.ContainsFunc(found[r.id], func(message string) bool { return strings.HasPrefix(message, "web-address: ") })
			if about != c.catch {
				t.Errorf("%s %q: %v", r.id, r.text, found[r.id])
			}
		}
	}
}

// What a glance takes for a text without an address has none.
func TestAGlanceMissesNoAddress(t *testing.T) {
	for _, name := range []string{"address-catch-en", "address-catch-es", "address-pass-en", "address-pass-es"} {
		for _, r := range table(t, name) {
			for _, text := range []string{r.text, oneForm(r.text), strings.ToUpper(r.text)} {
				if found := addressPattern().written.FindString(text); found != "" && !signOfAddress(text) {
					t.Errorf("%q has %q", text, found)
				}
			}
		}
	}
}
