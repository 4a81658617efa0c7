package questionnaires_test

import (
	"slices"
	"strings"
	"testing"
)

// The classes in which a gap is graver than anywhere else, and which a list therefore
// has to stand beside.
var comparedClasses = []string{
	"harms-unborn-baby", "harms-late-pregnancy", "not-advised-with-milk", "heart-rhythm", "may-touch-heart-rhythm", "sleepiness-and-breathing",
	"can-raise-lithium", "lowers-sugar", "can-lower-seizure-threshold", "acts-on-serotonin", "mao-inhibitor", "weight-loss-glp1", "given-for-bleeding-after-birth",
}

func TestTheClassesThatDecideMostStandBesideAList(t *testing.T) {
	q := maternal(t)
	var compared []string
	for _, l := range q.OutsideLists {
		compared = append(compared, l.Class.ID)
	}
	for _, class := range comparedClasses {
		if !slices.Contains(compared, class) {
			t.Errorf("class %s has no list in outside-lists.yaml", class)
		}
	}
}

// A product counts as each thing that it holds: "ketorolac with tramadol" is in
// every compared class of ketorolac and of tramadol.
func TestAProductCountsAsEachThingThatItHolds(t *testing.T) {
	f := maternal(t).Formulary
	products := 0
	for _, m := range f.Medicines {
		parts := strings.FieldsFunc(strings.NewReplacer(" with ", "|", " and ", "|").Replace(m.Generic), func(c rune) bool { return c == '|' })
		if len(parts) < 2 {
			continue
		}
		products++
		for _, part := range parts {
			held := f.ByGeneric(part)
			if held == nil {
				continue
			}
			for _, id := range comparedClasses {
				if class := f.Class(id); held.In(class) && !m.In(class) {
					t.Errorf("%v: %s holds %s, which is in class %s, and is not in it", m.At, m.Generic, part, id)
				}
			}
		}
	}
	if products < 30 {
		t.Errorf("only %d products were looked at", products)
	}
}
