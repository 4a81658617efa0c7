package questionnaire

import (
	"slices"
	"strings"
	"unicode"
)

// countries are the ids of the regions that the program knows, with the names by which
// one is written, as words without accents.
var countries = []struct {
	id    string
	names []string
}{
	{"us", []string{"united states", "the united states", "usa", "u s a", "estados unidos de america", "estados unidos", "ee uu", "eeuu"}},
	{"ca", []string{"canada"}},
	{"gb", []string{"united kingdom", "the united kingdom", "great britain", "uk", "northern ireland", "england", "scotland", "wales", "reino unido", "gran bretana", "irlanda del norte", "inglaterra", "escocia", "gales"}},
	{"ie", []string{"ireland", "republic of ireland", "irlanda", "eire"}},
	{"au", []string{"australia"}},
	{"nz", []string{"new zealand", "aotearoa", "nueva zelanda"}},
	{"es", []string{"spain", "espana"}},
	{"mx", []string{"mexico"}},
}

// Country is the id of the region that this one is where its own id is another: by its
// name, or else by the ids of its lines, which begin with that of their region. "" is a
// place of which the program knows nothing.
func (r *Region) Country() string {
	for _, c := range countries {
		if r.ID == c.id {
			return c.id
		}
	}
	for _, said := range []string{r.Name, r.InSentence} {
		words := wordsOf(said)
		best, long := "", 0
		for _, c := range countries {
			for _, name := range c.names {
				parts := strings.Fields(name)
				if len(parts) > long && len(words) >= len(parts) && slices.Equal(words[:len(parts)], parts) {
					best, long = c.id, len(parts)
				}
			}
		}
		if best != "" {
			return best
		}
	}
	if r.Name == "" { // of the facilitator: lines where she is, beside those of her region
		return ""
	}
	for _, c := range countries {
		of := 0
		for _, l := range r.Lines {
			if strings.HasPrefix(l.ID, c.id+"-") {
				of++
			}
		}
		if 2*of > len(r.Lines) {
			return c.id
		}
	}
	return ""
}

// wordsOf are the words of a name, folded.
func wordsOf(name string) []string {
	words := strings.FieldsFunc(name, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c) })
	for i, w := range words {
		words[i] = Fold(w)
	}
	return words
}
