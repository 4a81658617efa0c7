package content

import "testing"

// TestSignsOfPatterns: the signs whose meaning a word file cannot show by itself.
func TestSignsOfPatterns(t *testing.T) {
	var safe, medicine, drug phrases
	safe.add("ask")
	safe.add("*ing")
	safe.add("give up")
	medicine.add("tablets")
	medicine.add("lithium")
	drug.add("lithium")
	lists := map[string]*phrases{"safe": &safe, "medicine": &medicine, "drug": &drug}
	for _, c := range []struct {
		pattern, text string
		want          bool
	}{
		{"^ ![safe] the", "Shelve the tablets.", true},
		{"^ ![safe] the", "Ask the nurse.", false},
		{"^ ![safe] the", "Keeping the tablets.", false},
		{"^ ![safe] the", "The", false}, // there must be a word
		{"^ ![safe] the", "Now, the tablets.", false},
		{"!a|[safe] lithium", "a lithium", false},
		{"!a|[safe] lithium", "no lithium", true},
		{"^ ![safe] up", "Give up.", false}, // a phrase begins here
		{"the *ed", "the sealed box", true},
		{"the *ed", "the sealing", false},
		{"0.#|x", "0.15", true},
		{"0.#|x", "0,15", true},
		{"0.#|x", "1.5", false},
		{"0.#|x", "0808", false},
		{"no [drug]", "no lithium", true},
		{"no [drug]", "no tablets", false},
		{"no [drug]", "no sertraline", true}, // a name of the formulary
		{"no [medicine]", "no sertraline", true},
	} {
		p, err := parsePattern(c.pattern, lists)
		if err != nil {
			t.Fatal(err)
		}
		var n names
		n.medicines.add("sertraline")
		if found := p.in(sentences(c.text, nil)[0], n); (len(found) > 0) != c.want {
			t.Errorf("%q in %q: found %v, want %v", c.pattern, c.text, found, c.want)
		}
	}
}
