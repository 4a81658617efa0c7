package questionnaires_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// testdata/medicines.tsv is the table of what is known of medicines (class,
// generic name, other names, brands, concern), without its notes and sources. It
// is the evidence that medicines.yaml and the rules of your-medicines.yaml are
// held against. A change of a medicine therefore needs both: the YAML that she
// meets, and the table that says why it is right.

// namesBeside are those that the table gives a medicine elsewhere: words that mean
// several medicines by country or pack (part 7), and what the list says instead
// of a namesOfNothing.
var namesBeside = map[string][]string{
	"acrivastine":      {"Benadryl"},
	"loxapine":         {"Loxapac"},
	"dextromethorphan": {"Robitussin"},
	"guaifenesin":      {"Robitussin"},
	"promethazine":     {"Sominex"},
	"doxylamine":       {"Unisom"},
	"diphenhydramine":  {"Unisom"},
	"etonogestrel":     {"contraceptive implant", "implante anticonceptivo"},
	"estradiol":        {"estrogen patch", "estradiol patch", "parche de estradiol"},
}

// namesOfNothing are words of the table that say how a medicine is taken and not
// which it is: a patch is also what nicotine comes in. That they lead to the
// medicine all the same is tested below.
func namesOfNothing(name string) bool {
	return name == "implant" || name == "implante" || name == "patch"
}

// theEvidence is the table, by the cell that names the class or classes.
func theEvidence(t *testing.T) map[string][]evidence {
	t.Helper()
	byClass := map[string][]evidence{}
	for _, row := range table(t, "medicines.tsv") {
		e := evidence{generic: row["generic"], classes: list(row["class"]), concern: row["concern"]}
		e.names = slices.DeleteFunc(slices.Concat([]string{e.generic}, list(row["also"]), list(row["brands"])), namesOfNothing)
		e.m = maternal(t).Formulary.ByGeneric(e.generic)
		byClass[row["class"]] = append(byClass[row["class"]], e)
	}
	return byClass
}

// forEachClass runs a subtest for each class, with the medicines that the YAML
// knows; that it knows all of them is a test of its own.
func forEachClass(t *testing.T, check func(*testing.T, evidence)) {
	byClass := theEvidence(t)
	for _, class := range slices.Sorted(maps.Keys(byClass)) {
		t.Run(strings.ReplaceAll(class, "; ", "+"), func(t *testing.T) {
			for _, e := range byClass[class] {
				if e.m != nil {
					check(t, e)
				}
			}
		})
	}
}

func TestEveryClassOfTheEvidenceHasAGroup(t *testing.T) {
	for class, medicines := range theEvidence(t) {
		for _, e := range medicines {
			for _, c := range e.classes {
				if groupsOfClass[c] == nil {
					t.Errorf("class %q of %q stands in no group", c, class)
				}
				if special := slices.ContainsFunc(groupsOfClass[c], func(g int) bool { return g <= 3 }); special != (whomFor[c] != "") {
					t.Errorf("class %q: in a group of medicines that call for somebody: %v; whomFor says whom: %v", c, special, whomFor[c] != "")
				}
			}
			if _, known := floorOfConcern[e.concern]; !known {
				t.Errorf("%s: concern %q has no floor", e.generic, e.concern)
			}
		}
	}
	for name := range groupsOfMedicine {
		if maternal(t).Formulary.ByGeneric(name) == nil {
			t.Errorf("%q is the generic name of no medicine", name)
		}
	}
}

func TestEveryMedicineOfTheEvidenceIsInTheListWithItsClassesAndNames(t *testing.T) {
	known := map[*questionnaire.Medicine]bool{}
	byClass := theEvidence(t)
	for _, class := range slices.Sorted(maps.Keys(byClass)) {
		t.Run(strings.ReplaceAll(class, "; ", "+"), func(t *testing.T) {
			for _, e := range byClass[class] {
				if e.m == nil {
					t.Errorf("%s is not in medicines.yaml", e.generic)
					continue
				}
				known[e.m] = true
				var is []string // which of the plan's classes the YAML gives it
				for _, c := range e.m.Classes {
					if groupsOfClass[c.ID] != nil && !(c.ID == "lithium" && e.concern == "lithium") && !(c.ID == "ergot" && e.concern == "ergot") {
						is = append(is, c.ID)
					}
				}
				for _, class := range append(slices.Clone(e.classes), e.concern) {
					if id := maternal(t).Formulary.Class(class); id == nil || !e.m.In(id) {
						t.Errorf("%s is not in class %s", e.generic, class)
					}
				}
				for _, class := range is {
					if !slices.Contains(e.classes, class) {
						t.Errorf("%s is in class %s, which the evidence does not say", e.generic, class)
					}
				}
				if has, want := folded(e.m.Names()), folded(slices.Concat(e.names, namesBeside[e.generic])); !slices.Equal(has, want) {
					t.Errorf("%s has the names %q; the evidence has %q", e.generic, has, want)
				}
			}
		})
	}
	f := maternal(t).Formulary
	for _, m := range f.Medicines {
		if !known[m] && !m.Unnamed() {
			t.Errorf("%s is in medicines.yaml and not in the evidence", m.Generic)
		}
	}
}

// However the name is known to her, the medicine comes first, or beside others
// that have the same name.
func TestEveryNameOfEveryMedicineIsFound(t *testing.T) {
	index := finder.New(maternal(t).Formulary)
	forEachClass(t, func(t *testing.T, e evidence) {
		for _, name := range slices.Concat(e.names, namesBeside[e.generic]) {
			for _, typed := range []string{name, strings.ToLower(name), strings.ToUpper(name)} {
				for face, found := range map[string][]finder.Match{"Find": index.Find(typed), "Settle": index.Settle(typed)} {
					i := slices.IndexFunc(found, func(o finder.Match) bool { return o.Medicine == e.m })
					if i < 0 || !found[i].Exact || i > 0 && !(found[i-1].Exact && found[i].LookAlike) {
						t.Errorf("%s(%q) proposes %q; want %s", face, typed, generics(found), e.generic)
					}
				}
			}
		}
	})
}

func TestAWordForHowItIsTakenLeadsToWhatMayBeMeant(t *testing.T) {
	index := finder.New(maternal(t).Formulary)
	for typed, want := range map[string]string{"implant": "etonogestrel", "implante": "etonogestrel", "patch": "estradiol"} {
		if found := generics(index.Settle(typed)); !slices.Contains(found, want) {
			t.Errorf("%q proposes %q; want %s among them", typed, found, want)
		}
	}
}

func generics(found []finder.Match) []string {
	var names []string
	for _, m := range found {
		names = append(names, m.Medicine.Generic)
	}
	return names
}

// folded are the names without letter case, accents and repetitions, sorted.
func folded(names []string) []string {
	var all []string
	for _, name := range names {
		all = append(all, questionnaire.Fold(name))
	}
	slices.Sort(all)
	return slices.Compact(all)
}
