package questionnaires_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// testdata/misspellings.tsv has words that people really typed or wrote for a medicine, taken
// from public records (testdata/sources.tsv says which). Nothing in it was made up; what is made by rule
// is in TestMisspeltByRuleIsFound.

// TestRealMisspellingsAreFound: 97 of 100 lead to their medicine first. A misspelt name of a
// medicine that the list does not have is never another one as if it were the name.
func TestRealMisspellingsAreFound(t *testing.T) {
	f := maternal(t).Formulary
	index := finder.New(f)
	sources := described(t)
	listed, first, elsewhere := 0, 0, 0
	for _, row := range table(t, "misspellings.tsv") {
		if !sources[row["source"]] {
			t.Errorf("%s: sources.tsv does not say what %q is", row["typed"], row["source"])
		}
		means := f.Called(row["medicine"])
		for typed := range strings.SplitSeq(row["typed"], ", ") {
			found := index.Settle(typed)
			right := len(found) > 0 && slices.Contains(means, found[0].Medicine)
			if !right && plain(found) {
				t.Errorf("%q means %s, and only %s is proposed", typed, row["medicine"], found[0].Name)
			}
			switch {
			case len(means) == 0:
				elsewhere++
			case right:
				listed, first = listed+1, first+1
			default:
				listed++
				t.Logf("%s for %s: %q", typed, row["medicine"], generics(found))
			}
		}
	}
	t.Logf("%d real misspellings of listed medicines: %.1f %% right and first; %d of medicines that are not listed, none of them another", listed, 100*float64(first)/float64(listed), elsewhere)
	if listed < 2500 || float64(first) < 0.97*float64(listed) {
		t.Errorf("%d of %d are right and first", first, listed)
	}
}

// TestRealProductNamesAreFound: of the names on the packs of ten countries
// (testdata/products.tsv), 97 of 100 lead to the medicine they hold first, where the list has
// it; the name of another product is never one of the list. Most of the brands that the list
// had not had when these were gathered were added to it: this keeps what was reached, and
// says little of names that nobody gathered.
func TestRealProductNamesAreFound(t *testing.T) {
	f := maternal(t).Formulary
	index := finder.New(f)
	sources := described(t)
	listed, first, elsewhere := 0, 0, 0
	for _, row := range table(t, "products.tsv") {
		if !sources[row["source"]] {
			t.Errorf("%s: sources.tsv does not say what %q is", row["products"], row["source"])
		}
		means := f.Called(row["holds"])
		for typed := range strings.SplitSeq(row["products"], "; ") {
			found := index.Settle(typed)
			right := len(found) > 0 && slices.Contains(means, found[0].Medicine)
			if !right && plain(found) {
				t.Errorf("%q holds %s, and only %s is proposed", typed, row["holds"], found[0].Name)
			}
			switch {
			case len(means) == 0:
				elsewhere++
			case right:
				listed, first = listed+1, first+1
			default:
				listed++
				t.Logf("%s (%s), which holds %s: %q", typed, row["country"], row["holds"], generics(found))
			}
		}
	}
	t.Logf("%d names of products with listed medicines: %.1f %% right and first; %d of others, none of them another", listed, 100*float64(first)/float64(listed), elsewhere)
	if listed < 500 || float64(first) < 0.97*float64(listed) {
		t.Errorf("%d of %d are right and first", first, listed)
	}
}

// plain reports whether a medicine is proposed first as if its name had been typed.
func plain(found []finder.Match) bool {
	return len(found) > 0 && !found[0].Likeness && !found[0].Kind && found[0].Rest == ""
}

// described are the sources that sources.tsv describes.
func described(t *testing.T) map[string]bool {
	known := map[string]bool{}
	for _, row := range table(t, "sources.tsv") {
		known[row["source"]] = row["what"] != ""
	}
	return known
}

// TestNoWordIsDroppedBetweenNames types a name, a word and a name in each order: whatever is
// not a word such as "and" is in one of the names that are looked for.
func TestNoWordIsDroppedBetweenNames(t *testing.T) {
	f := maternal(t).Formulary
	index := finder.New(f)
	between := []string{"plus", "and", "y", "e", "+", "&", "con", "with", "co", "forte", ",", "my own drops,"}
	for i, m := range f.Medicines {
		if i%3 > 0 || m.Unnamed() {
			continue // each takes long, and the names are much alike; some stand for a kind
		}
		name := m.Names()[i%len(m.Names())]
		other := f.Medicines[(i*7+3)%len(f.Medicines)].Generic
		for _, word := range between {
			for _, typed := range []string{name + " " + word, name + " " + word + " " + other, name + " " + word + " what she calls it"} {
				names := questionnaire.Fold(strings.Join(index.Names(typed), " "))
				for w := range strings.FieldsSeq(typed) {
					joins := slices.Contains([]string{"and", "y", "e", "+", "&", ","}, w) || w == "plus" && strings.Contains(typed, " plus "+other)
					if !joins && !strings.Contains(names, questionnaire.Fold(w)) {
						t.Errorf("%q is looked for as %q, without %q", typed, index.Names(typed), w)
					}
				}
			}
		}
	}
}
