package questionnaires_test

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/questionnaires"
)

// translations are all languages of the maternal questionnaire, by file.
func translations(t testing.TB) map[string]*questionnaire.Translation {
	t.Helper()
	all := map[string]*questionnaire.Translation{}
	for _, language := range folder.Languages(questionnaires.Maternal()) {
		tr, findings, err := folder.ReadTranslation(questionnaires.Maternal(), nil, language)
		if tr == nil {
			t.Fatal(err, findings)
		}
		all[language] = tr
	}
	if all["es"] == nil {
		t.Fatal("no Spanish")
	}
	return all
}

// TestAnotherLanguageLeadsToTheSamePeople: scenarios, promises and proofs are
// about ids and places, so they hold in every language if nobody's outcome hangs
// on the words.
func TestAnotherLanguageLeadsToTheSamePeople(t *testing.T) {
	q := maternal(t)
	for language, tr := range translations(t) {
		other := translation.Of(q, tr)
		crowd := newCrowd(q)
		for n := range 300 {
			random := rand.New(rand.NewPCG(uint64(n), 9))
			p := crowd.person(random, q.Rules[random.IntN(len(q.Rules))].When)
			here, there := p.state(q), p.state(other)
			if a, b := asked(here), asked(there); !slices.Equal(a, b) {
				t.Fatalf("%s: person %d is asked %v, not %v", language, n, b, a)
			}
			if a, b := led(here.Outcome()), led(there.Outcome()); !slices.Equal(a, b) {
				t.Fatalf("%s: person %d is led to %v, not %v", language, n, b, a)
			}
			if a, b := led(here.Outcome()), led(here.In(other).Outcome()); !slices.Equal(a, b) {
				t.Fatalf("%s: person %d, who changes the language, is led to %v, not %v", language, n, b, a)
			}
		}
	}
}

func asked(s screening.State) []string {
	var ids []string
	for _, q := range s.Asked() {
		ids = append(ids, q.ID)
	}
	return ids
}

// led is whom somebody is led to, how soon, why, and what she can read.
func led(o screening.Outcome) []string {
	var all []string
	for _, c := range o.Conversations {
		all = append(all, c.Clinician.ID, c.Urgency.String())
		for _, r := range c.Reasons {
			all = append(all, r.Rule.ID)
		}
		for _, e := range c.Learn() {
			all = append(all, e.ID)
		}
	}
	return all
}

// TestScenariosHoldInEveryLanguage walks every scenario in every language, with the
// medicines typed by the names that they have there.
func TestScenariosHoldInEveryLanguage(t *testing.T) {
	q := maternal(t)
	for language, tr := range translations(t) {
		other := translation.Of(q, tr)
		index := finder.New(other.Formulary)
		for _, s := range other.Scenarios {
			for _, f := range scenario.RunTyped(other, index, s).Failures {
				t.Errorf("%s: %s: %s", language, s.ID, f.Message)
			}
		}
		for _, m := range other.Formulary.Medicines {
			for _, typed := range scenario.NotFound(index, m) {
				t.Errorf("%s: %q does not find %s", language, typed, m.Generic)
			}
		}
	}
}

// TestANameThatIsNotFoundFailsTheScenario: a finder that does not know a name of a
// medicine that somebody takes.
func TestANameThatIsNotFoundFailsTheScenario(t *testing.T) {
	q := maternal(t)
	other := translation.Of(q, translations(t)["es"])
	index := finder.New(other.Formulary)
	s := other.Scenario("nadia-sertraline-and-milk")
	if r := scenario.RunTyped(other, index, s); !r.Passed() {
		t.Fatal(r.Failures)
	}
	sertraline := other.Formulary.Medicines[q.Formulary.ByGeneric("sertraline").Index]
	sertraline.Also = append(sertraline.Also, "Ácido inventado")
	r := scenario.RunTyped(other, index, s)
	if len(r.Failures) != 2 || r.Failures[0].At.Line == 0 {
		t.Fatalf("with its accent and without, and where it stands: %v", r.Failures)
	}
	for i, typed := range []string{"Ácido inventado", "Acido inventado"} {
		if !strings.Contains(r.Failures[i].Message, typed) {
			t.Errorf("%s does not name %q", r.Failures[i].Message, typed)
		}
	}
}

// TestTranslationsKeepEveryPart: the same questions with the same answers, rules
// and lines in the same places.
func TestTranslationsKeepEveryPart(t *testing.T) {
	q := maternal(t)
	for language, tr := range translations(t) {
		other := translation.Of(q, tr)
		a, b := q.Texts(), other.Texts()
		if len(a) != len(b) {
			t.Fatalf("%s: %d texts, not %d", language, len(b), len(a))
		}
		for i := range a {
			if a[i].Kind != b[i].Kind || a[i].Field != b[i].Field || a[i].Kind != "medicine" && a[i].ID != b[i].ID {
				t.Fatalf("%s: %s stands where %s stood", language, b[i].Key(), a[i].Key())
			}
		}
	}
}

// TestWhatIsFilledInAgreesWithOneAndWithMany: she may take one medicine or five, with
// names of either gender. So no word that agrees with them stands beside the place.
func TestWhatIsFilledInAgreesWithOneAndWithMany(t *testing.T) {
	agrees := regexp.MustCompile(`(?i)\b(está|están|es|son|fue|fueron|el|la|los|las|un|una)\s*\{names\}|\{names\}\s*(está|están|es|son|fue|fueron|\pL+(ado|ada|ados|adas|ido|ida|idos|idas))\b`)
	for _, wrong := range []string{"En mi lista está {names}.", "Dejé la {names}.", "{names} fue recetada."} {
		if !agrees.MatchString(wrong) {
			t.Errorf("%q would pass", wrong)
		}
	}
	filled := 0
	for _, e := range translations(t)["es"].Entries {
		if !strings.Contains(e.To, questionnaire.NamesBrace) {
			continue
		}
		filled++
		if found := agrees.FindString(e.To); found != "" {
			t.Errorf("%s: %q agrees with one name and not with many", e.Key, found)
		}
	}
	if filled < 4 {
		t.Errorf("only %d texts name what she takes", filled)
	}
}
