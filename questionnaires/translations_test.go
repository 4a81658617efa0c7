package questionnaires_test

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

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

// TestEveryAnswerIsOneRow, in every language: an answer about a danger is not read to
// the end where it goes on in a second row.
func TestEveryAnswerIsOneRow(t *testing.T) {
	const row = 64
	q := maternal(t)
	all := append([]*questionnaire.Questionnaire{q}, inOtherLanguages(t, q)...)
	for _, said := range worried(t) {
		all = append(all, said)
	}
	for _, said := range all {
		for _, x := range said.Questions {
			for _, a := range x.Answers {
				if n := utf8.RuneCountInString(a.Label); n > row {
					t.Errorf("%s: %s of %s has %d characters, not %d at most: %s", said.Language, a.ID, x.ID, n, row, a.Label)
				}
			}
		}
	}
	// Each sign of these two is in the few words that are left.
	es := inOtherLanguages(t, q)[0]
	for answer, signs := range map[string][]string{
		"body-danger":   {"dentro del pecho", "costillas", "desmayo", "convulsión", "ahogo"},
		"head-or-sight": {"dolor de cabeza súbito", "veo raro", "brazo o pierna", "débil", "dormida"},
	} {
		answers := es.Question("body-now").Answers
		label := strings.ToLower(answers[slices.IndexFunc(answers, func(a *questionnaire.Answer) bool { return a.ID == answer })].Label)
		for _, sign := range signs {
			if !strings.Contains(label, sign) {
				t.Errorf("%s does not say %q: %s", answer, sign, label)
			}
		}
	}
}

// TestWhoCaresForAPregnancyIsNamedAfterALossToo: the title stands on the page of
// somebody whose pregnancy has ended, so it speaks of no pregnancy of hers.
func TestWhoCaresForAPregnancyIsNamedAfterALossToo(t *testing.T) {
	for _, said := range inOtherLanguages(t, maternal(t)) {
		for _, region := range said.Regions {
			name := said.Clinician("midwife-or-obstetric-provider").In(region).Name
			if strings.Contains(name, "el embarazo") || strings.Contains(name, "tu embarazo") {
				t.Errorf("%s, %s: %s", said.Language, region.ID, name)
			}
		}
	}
}

// TestWhatIsSaidOfASourceIsInHerLanguage: what was read of it, and how, is the
// program's own word and not a journal's name.
func TestWhatIsSaidOfASourceIsInHerLanguage(t *testing.T) {
	q := maternal(t)
	noted := 0
	for _, said := range inOtherLanguages(t, q) {
		for i, s := range said.Sources {
			if note := q.Sources[i].Note; note != "" {
				noted++
				if s.Note == note || s.Note == "" {
					t.Errorf("%s: %s: %q", said.Language, s.ID, s.Note)
				}
			}
		}
	}
	if noted < 50 {
		t.Errorf("only %d sources have a note", noted)
	}
	ours := regexp.MustCompile(`(?i)\b(not|read|seen|only|searched|copy|opening|site|found)\b`)
	for _, s := range q.Sources {
		if found := ours.FindString(s.Where); found != "" {
			t.Errorf("%s: %q of %q is for its note, which is translated", s.ID, found, s.Where)
		}
	}
}

// TestWhoCannotHearReadsHowToReachEmergencies: by text, or that nobody has confirmed a
// way, beside the number of each region that has one.
func TestWhoCannotHearReadsHowToReachEmergencies(t *testing.T) {
	q := maternal(t)
	for _, said := range append([]*questionnaire.Questionnaire{q}, inOtherLanguages(t, q)...) {
		for _, region := range said.Regions {
			for _, l := range region.LinesOf("emergency") {
				if l.Call != "" && !strings.Contains(strings.ToLower(l.Note), map[string]string{"en": "text", "es": "texto"}[said.Language]) && !strings.Contains(l.Note, "TXT") {
					t.Errorf("%s: %s says nothing of texts: %q", said.Language, l.ID, l.Note)
				}
			}
		}
	}
}

// TestNamesOfSpanishSpeakingCountries: what stands on the boxes there, and what people
// say, leads to the medicine itself, first and as that name.
func TestNamesOfSpanishSpeakingCountries(t *testing.T) {
	q := maternal(t)
	es := inOtherLanguages(t, q)[0]
	index, ours := finder.New(es.Formulary), map[string][]string{
		"lithium":                 {"litio", "carbolit", "carboron", "karlit", "ceglution", "kalitium"},
		"ketorolac with tramadol": {"sinergix"},
		"paroxetine":              {"daparox"}, "escitalopram": {"meridian"}, "fluoxetine": {"foxetin"},
		"valproate":  {"valcote", "logical", "divalprex", "ácido valproico"},
		"tramadol":   {"nobligan"},
		"sulpiride":  {"sulpilán", "ekilid"},
		"alprazolam": {"alplax", "tranquinal"}, "lorazepam": {"trapax", "calmatron"},
		"paracetamol": {"acetaminofén", "tempra"}, "niacin": {"vitamina B3"}, "metamizole": {"dipirona", "nolotil", "novalgina"},
		"pethidine": {"meperidina"}, "hyoscine butylbromide": {"butilhioscina", "Buscapina"}, "clonazepam": {"Rivotril", "Klonopin"},
		"common rue": {"ruda"}, "zoapatle": {"zoapatle", "cihuapatle"},
	}
	for generic, typed := range ours {
		for _, name := range typed {
			found := index.Find(name)
			if len(found) == 0 || !found[0].Exact || q.Formulary.Medicines[found[0].Medicine.Index].Generic != generic {
				t.Errorf("%q proposes %q first, not %s", name, generics(found), generic)
			}
		}
	}
	for _, name := range []string{"skudexa", "enanplus", "frenadol", "cinfatós", "redotex", "antiflu-des", "alplax digest", "solacil", "mesigyna", "toloache", "floripondio", "manzanilla", "mota"} {
		if found := index.Find(name); len(found) == 0 || !found[0].Exact {
			t.Errorf("%q proposes %q", name, generics(found))
		}
	}
}

// inOtherLanguages is the questionnaire in each of its translations, Spanish first.
func inOtherLanguages(t testing.TB, q *questionnaire.Questionnaire) []*questionnaire.Questionnaire {
	t.Helper()
	all := translations(t)
	said := []*questionnaire.Questionnaire{translation.Of(q, all["es"])}
	for language, tr := range all {
		if language != "es" {
			said = append(said, translation.Of(q, tr))
		}
	}
	return said
}

// TestOneKindOfQuotationMarks: a screen reader names them, and two kinds of one thing
// are two names.
func TestOneKindOfQuotationMarks(t *testing.T) {
	for _, e := range translations(t)["es"].Entries {
		if strings.Contains(e.To, `"`) {
			t.Errorf("%s has straight ones: %s", e.Key, e.To)
		}
	}
}

// TestATextThatIsTakenOutIsSaidInNoLanguage: a note or a warning that the original has no
// more would else be shown to her in another language.
func TestATextThatIsTakenOutIsSaidInNoLanguage(t *testing.T) {
	q, _, err := folder.Read(questionnaires.Maternal(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var taken int
	for _, question := range q.Questions {
		if question.Before != "" {
			question.Before = ""
			taken++
		}
	}
	if taken == 0 {
		t.Fatal("no question has a warning")
	}
	for file, tr := range translations(t) {
		for _, question := range translation.Of(q, tr).Questions {
			if question.Before != "" {
				t.Errorf("%s: %s still says %q", file, question.ID, question.Before)
			}
		}
	}
}
