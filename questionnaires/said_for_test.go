package questionnaires_test

import (
	"fmt"
	"testing"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/page"
)

// TestAMedicineSaidByWhatItIsFor: who does not know the name says "pills for sleep". She is
// offered that kind, and not taken to cry for help, though "seizure" alone does.
func TestAMedicineSaidByWhatItIsFor(t *testing.T) {
	t.Parallel()
	index := finder.New(maternal(t).Formulary)
	for language, said := range map[string]struct{ of, as []string }{
		"en": {
			of: []string{"seizure", "epilepsy", "depression", "anxiety", "sleep", "pain", "thyroid", "blood pressure", "diabetes", "bipolar", "nausea", "adhd"},
			as: []string{"%s medicine", "%s meds", "%s medication", "my %s pills", "%s tablets", "pills for %s", "medicine for my %s", "tablets for %s"},
		},
		"es": {
			of: []string{"convulsiones", "epilepsia", "depresión", "ansiedad", "dormir", "dolor", "tiroides", "presión", "diabetes", "migraña"},
			as: []string{"pastillas para %s", "medicina para la %s", "medicamento para %s", "tabletas para la %s", "pastilla de la %s", "remedio para %s"},
		},
	} {
		for _, of := range said.of {
			alone := index.Settle(of)
			if len(alone) == 0 || !alone[0].Kind {
				t.Errorf("%s: %q does not stand for a kind", language, of)
				continue
			}
			for _, as := range said.as {
				typed := fmt.Sprintf(as, of)
				found := index.Settle(typed)
				if len(found) == 0 || found[0].Medicine != alone[0].Medicine && !found[0].Exact {
					t.Errorf("%s: %q is not the kind %q: %v", language, typed, of, found)
				}
				if page.WantsHelp(typed, page.EveryLanguage()) && !finder.Certain(found) {
					t.Errorf("%s: %q is taken for a cry", language, typed)
				}
			}
		}
	}
	for _, cry := range []string{"seizure", "a seizure", "my seizure", "having a seizure", "seizure now", "please seizure", "convulsión", "una convulsión", "took too many pills", "tragó pastillas", "overdose pills", "demasiadas pastillas"} {
		if !page.WantsHelp(cry, page.EveryLanguage()) || finder.Certain(index.Settle(cry)) || finder.Certain(index.Find(cry)) {
			t.Errorf("%q is not heard", cry)
		}
	}
}
