package questionnaires_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
)

// TestPublishedPairsAskBothWays types each name of a published pair, in English and by the
// names that its medicine has in Spanish: she is asked which of the two it is.
func TestPublishedPairsAskBothWays(t *testing.T) {
	original := maternal(t)
	spanish := translation.Of(original, translations(t)["es"])
	for _, q := range []*questionnaire.Questionnaire{original, spanish} {
		index := finder.New(q.Formulary)
		for _, row := range table(t, "published-pairs.tsv") {
			beside := original.Formulary.ByGeneric(row["beside"])
			called := original.Formulary.Called(row["typed"])
			if beside == nil || len(called) != 1 {
				t.Errorf("%s and %s are not names of one medicine each", row["typed"], row["beside"])
				continue
			}
			for _, way := range [][2]*questionnaire.Medicine{{called[0], beside}, {beside, called[0]}} {
				typed := row["typed"]
				if way[0] == beside {
					typed = q.Formulary.Medicines[beside.Index].Generic
					if !slices.ContainsFunc(called[0].Also, func(string) bool { return true }) || isBrand(called[0], row["typed"]) {
						continue // a brand looks like the other brand, not like its generic name
					}
				} else if !isBrand(called[0], typed) {
					typed = q.Formulary.Medicines[called[0].Index].Generic
				}
				found := index.Settle(typed)
				if len(found) < 2 || found[0].Medicine.Index != way[0].Index || !found[0].LookAlike ||
					!slices.ContainsFunc(found, func(m finder.Match) bool { return m.Medicine.Index == way[1].Index }) {
					t.Errorf("%s: %q; want %s first, and %s", typed, generics(found), way[0].Generic, way[1].Generic)
				}
			}
		}
	}
}

func isBrand(m *questionnaire.Medicine, name string) bool { return slices.Contains(m.Brands, name) }

// TestALongerNameIsNeverAShorterOne puts each word that makes another product behind each
// name of the list. Whatever is proposed is a name that the list has as a whole, or brings
// with it what the word adds, or counts as unlisted besides.
func TestALongerNameIsNeverAShorterOne(t *testing.T) {
	f := maternal(t).Formulary
	index, all := finder.New(f), suffixesOf(t)
	for _, m := range f.Medicines {
		for i, name := range m.Names() {
			for suffix, adds := range all {
				if i > 1 || i > 0 && len(adds) == 0 {
					continue // the generic name stands for the others
				}
				typed := name + " " + suffix
				for _, found := range index.Settle(typed) {
					switch {
					case found.Rest != "" || found.Kind:
					case holdsWords(found.Name, suffix) || len(f.Called(typed)) > 0:
					case len(adds) > 0 && !slices.ContainsFunc(adds, func(a string) bool { return !holds(found, a) }):
					default:
						t.Errorf("%q proposes %s (%s) with nothing of %q", typed, found.Name, found.Medicine.Generic, suffix)
					}
				}
			}
		}
	}
}

// suffixesOf are the words of all languages, each with what it adds for certain.
func suffixesOf(t *testing.T) map[string][]string {
	all := map[string][]string{}
	for _, l := range language.All() {
		for _, s := range l.Names().Suffixes {
			for _, w := range s.Words {
				all[w] = append(all[w], s.Adds...)
			}
		}
	}
	if len(all) < 40 {
		t.Fatalf("only %d words make another product", len(all))
	}
	return all
}

func holdsWords(name, word string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(" -&", r) }), func(w string) bool {
		return questionnaire.Fold(w) == questionnaire.Fold(word)
	})
}

func holds(m finder.Match, generic string) bool {
	return m.Medicine.Generic == generic || slices.ContainsFunc(m.With, func(w *questionnaire.Medicine) bool { return w.Generic == generic })
}

// TestWhatTheListCannotExplainIsTold has the names of products that hold more than their
// first word.
func TestWhatTheListCannotExplainIsTold(t *testing.T) {
	index := finder.New(maternal(t).Formulary)
	for typed, want := range map[string]struct{ rest, with string }{
		"guaifenesin DM":                     {"", "dextromethorphan"},
		"Tylenol Cold and Flu":               {"", ""},
		"Tylenol Severe Cold":                {"", ""},
		"Panadol Night":                      {"", ""},
		"Nurofen Cold and Flu":               {"", ""},
		"Gelocatil Gripe":                    {"", ""},
		"Motrin Cold and Flu":                {"Cold and Flu", ""},
		"Calpol Night":                       {"Night", ""},
		"Efferalgan Gripe":                   {"Gripe", ""},
		"Zoloft Forte":                       {"Forte", ""},
		"Tylenol #2":                         {"2", ""},
		"ibuprofen with codeine":             {"", "codeine"},
		"ibuprofeno con codeína":             {"", "codeine"},
		"Buscopan Compositum":                {"Compositum", ""},
		"Advil Dual Action":                  {"Dual Action", ""},
		"quetiapine fumarate":                {"", ""},
		"sertraline hydrochloride USP":       {"", ""},
		"i take zoloft every day":            {"", ""},
		"Zoloft for anxiety":                 {"", ""},
		"sertralina clorhidrato comprimidos": {"", ""},
	} {
		found := index.Settle(typed)
		if len(found) == 0 {
			t.Errorf("%q finds nothing", typed)
			continue
		}
		if found[0].Exact && len(maternal(t).Formulary.Called(typed)) > 0 {
			continue // a product of the list by now, as a whole
		}
		if found[0].Rest != want.rest || want.with != "" && !holds(found[0], want.with) || want.with == "" && len(found[0].With) > 0 {
			t.Errorf("%q: %s with %v and %q left over; want %q and %q", typed, found[0].Name, found[0].With, found[0].Rest, want.with, want.rest)
		}
	}
}

// TestKindsLeadToAShortChoice has words of purpose and everyday words in both languages.
func TestKindsLeadToAShortChoice(t *testing.T) {
	index := finder.New(maternal(t).Formulary)
	for typed, among := range map[string]string{
		"antidepressant": "sertraline", "an antidepressant": "fluoxetine", "SSRI": "sertraline", "sleeping pills": "zolpidem",
		"something for pain": "paracetamol", "painkiller": "tramadol", "the pill": "combined contraceptive pill", "birth control": "desogestrel", "gomitas": "cannabis",
		"cough syrup": "dextromethorphan", "cold remedy": "pseudoephedrine", "water tablet": "furosemide", "water pill": "furosemide",
		"blood pressure tablets": "labetalol", "blood thinner": "enoxaparin", "sugar pill": "metformin", "a tea": "raspberry leaf", "vape": "nicotine replacement",
		"edibles": "cannabis", "gummies": "cannabis", "benzo": "lorazepam", "lean": "codeine", "Percs": "oxycodone", "nicotine patch": "nicotine replacement",
		"thyroid": "levothyroxine", "antibiotic": "amoxicillin", "milk-stopping tablet": "cabergoline", "the injection": "medroxyprogesterone",
		"antidepresivo": "sertraline", "un antidepresivo": "sertraline", "para los nervios": "lorazepam", "pastillas para dormir": "zolpidem", "algo para el dolor": "ibuprofen",
		"la pastilla del azúcar": "metformin", "la inyección de tres meses": "medroxyprogesterone", "un té": "ginger", "para bajar de peso": "semaglutide", "para la tiroides": "levothyroxine",
		"mota": "cannabis", "hierba": "cannabis", "jarabe para la tos": "dextromethorphan", "antidepresant": "sertraline",
	} {
		found := index.Settle(typed)
		if len(found) > 6 || !slices.Contains(generics(found), among) {
			t.Errorf("%q: %q; want a short choice with %s in it", typed, generics(found), among)
		}
	}
	// Each word of each language leads somewhere, unless the list has none of it yet.
	for _, l := range language.All() {
		for _, k := range l.Names().Kinds {
			known := slices.ContainsFunc(k.Of, func(name string) bool {
				return len(maternal(t).Formulary.Called(name)) > 0 || maternal(t).Formulary.Class(name) != nil
			})
			for _, w := range k.Words {
				if found := index.Settle(w); known && len(found) == 0 {
					t.Errorf("%s: %q leads nowhere", l.Tag(), w)
				}
			}
		}
	}
}

// TestRealNamesAreNotCorrected has names that the list does not have, or words that are not
// names at all: nothing that is only like them is offered.
func TestRealNamesAreNotCorrected(t *testing.T) {
	original := maternal(t)
	spanish := translation.Of(original, translations(t)["es"])
	for _, q := range []*questionnaire.Questionnaire{original, spanish} {
		index := finder.New(q.Formulary)
		for wrong, typed := range map[string]string{
			"morphine": "Zocor", "procarbazine": "Proscar", "periciazine": "Neulasta", "chlorpromazine": "chlorpropamide", "atosiban": "Actos",
			"dexamfetamine": "Excedrin", "buspirone": "neurobion", "citalopram": "suero", "methadone": "setas", "terbutaline": "perlutal", "bromocriptine": "cyclofem",
			"flecainide": "kambó", "nifedipine": "nimodipine", "efavirenz": "water pill", "butalbital with caffeine": "licorice", "phenytoin": "sinergix", "sibutramine": "meridian",
			"carboprost": "carboron", "trazodone": "daparox",
		} {
			index := index
			for _, found := range index.Settle(typed) {
				if original.Formulary.Medicines[found.Medicine.Index].Generic == wrong {
					t.Errorf("%q offers %s", typed, wrong)
				}
			}
		}
		for _, typed := range []string{"ruda", "quinidine"} {
			for _, found := range index.Settle(typed) {
				if !found.Likeness && !found.Exact {
					t.Errorf("%q offers %s as if it were the name", typed, found.Name)
				}
			}
		}
	}
}

// TestOneAbbreviationForTwoMedicinesAsks has the graver one first.
func TestOneAbbreviationForTwoMedicinesAsks(t *testing.T) {
	index := finder.New(maternal(t).Formulary)
	for typed, want := range map[string][]string{"T3": {"codeine", "liothyronine"}, "Tylenol 3": {"codeine", "paracetamol"}} {
		found := index.Settle(typed)
		if len(found) < 2 || !slices.Equal(generics(found)[:2], want) || !found[0].LookAlike {
			t.Errorf("%s: %q; want %q", typed, generics(found), want)
		}
	}
}

// TestSeveralNamesAreEachLookedFor never loses one.
func TestSeveralNamesAreEachLookedFor(t *testing.T) {
	index := finder.New(maternal(t).Formulary)
	for typed, want := range map[string]string{
		"zoloft, lithium and ibuprofen":           "zoloft|lithium|ibuprofen",
		"litio y sertralina":                      "litio|sertralina",
		"zoloft\nlithium\r\nibuprofen":            "zoloft|lithium|ibuprofen",
		"zoloft lithium":                          "zoloft|lithium",
		"zoloft + my own drops":                   "zoloft|my own drops",
		"Tylenol Cold and Flu":                    "Tylenol Cold and Flu",
		"Tylenol Cold & Flu":                      "Tylenol Cold & Flu",
		"Advil Cold & Sinus":                      "Advil Cold & Sinus",
		"Advil Cold & Sinus, zoloft":              "Advil Cold & Sinus|zoloft",
		"ibuprofen with codeine":                  "ibuprofen with codeine",
		"guaifenesin DM":                          "guaifenesin DM",
		"zoloft, ":                                "zoloft",
		"sertraline tablets, quetiapine at night": "sertraline tablets|quetiapine at night",
	} {
		if got := strings.Join(index.Names(typed), "|"); got != want {
			t.Errorf("%q: %s; want %s", typed, got, want)
		}
	}
}

// BenchmarkFindKeystroke is a key on the real list. Each must stay well under a millisecond.
func BenchmarkFindKeystroke(b *testing.B) {
	index := finder.New(maternal(b).Formulary)
	for name, typed := range map[string]string{
		"exact":     "sertraline",
		"misspelt":  "sirtralime",
		"several":   "tylenol severe cold and flu night",
		"sentence":  "i was taking something like quetapine and clonazapan for my nerves since the summer, half of one at night",
		"long":      strings.Repeat("metoclopramida ", 200),
		"one word":  strings.Repeat("clorazepato", 300),
		"no name":   "the little blue pill",
		"beginning": "me",
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				index.Find(typed)
			}
		})
	}
}

// misspellings are made by rule, not collected: what a hand or an ear does to a name.
var misspellings = map[string]func(name []rune, at int) []rune{
	"a letter left out":    func(n []rune, at int) []rune { return slices.Concat(n[:at], n[at+1:]) },
	"a letter twice":       func(n []rune, at int) []rune { return slices.Concat(n[:at], n[at:at+1], n[at:]) },
	"two letters swapped":  func(n []rune, at int) []rune { return slices.Concat(n[:at], []rune{n[at+1], n[at]}, n[at+2:]) },
	"another vowel":        func(n []rune, at int) []rune { return respelt(n, at, "aeiou", "eaoiy") },
	"as it sounds":         func(n []rune, at int) []rune { return respelt(n, at, "yczkqsvb", "isskczbv") },
	"without its last one": func(n []rune, _ int) []rune { return n[:len(n)-1] },
}

// respelt has another letter for the first at or behind a place that has one.
func respelt(name []rune, at int, from, to string) []rune {
	for i := at; i < len(name); i++ {
		if j := strings.IndexRune(from, name[i]); j >= 0 {
			return slices.Concat(name[:i], []rune{rune(to[j])}, name[i+1:])
		}
	}
	return name
}

// TestMisspeltByRuleIsFound: a name of one word with one slip in it is proposed first in 97 of
// 100 cases, or asked about beside what it is mistaken for, and never is one wrong medicine
// proposed alone as if it were the name.
func TestMisspeltByRuleIsFound(t *testing.T) {
	f := maternal(t).Formulary
	index := finder.New(f)
	all, first, wrong := 0, 0, 0
	for i, m := range f.Medicines {
		for n, name := range m.Names() {
			letters := []rune(strings.ToLower(name))
			if len(letters) < 6 || strings.ContainsAny(name, " -'.0123456789") {
				continue
			}
			for rule, misspelt := range misspellings {
				typed := string(misspelt(letters, 1+(i+n)%(len(letters)-3)))
				if len(f.Called(typed)) > 0 || strings.EqualFold(typed, name) {
					continue
				}
				found := index.Settle(typed)
				all++
				switch {
				case len(found) > 0 && (found[0].Medicine == m || found[0].LookAlike && slices.ContainsFunc(found, func(o finder.Match) bool { return o.Medicine == m })):
					first++
				case len(found) == 1 && !found[0].Likeness && !found[0].Kind:
					wrong++
					t.Errorf("%s, %s: %q proposes only %s (%s)", name, rule, typed, found[0].Name, found[0].Medicine.Generic)
				}
			}
		}
	}
	t.Logf("%d misspellings by rule: %.2f %% right and first, %d wrong and alone", all, 100*float64(first)/float64(all), wrong)
	if all < 2500 || float64(first) < 0.97*float64(all) {
		t.Errorf("%d of %d are right and first", first, all)
	}
}

// TestAKindBesideANameIsNotLost: the words of "the pill" say nothing by themselves, so that
// a name beside them would be all that is asked about.
func TestAKindBesideANameIsNotLost(t *testing.T) {
	original := maternal(t)
	for language, q := range map[string]*questionnaire.Questionnaire{"en": original, "es": translation.Of(original, translations(t)["es"])} {
		index := finder.New(q.Formulary)
		kinds, joined := []string{"the pill", "sleeping pills", "a tea", "something for pain"}, []string{" and ", " with ", " plus ", " & "}
		if language == "es" {
			kinds, joined = []string{"la píldora", "pastillas para dormir", "un té", "algo para el dolor"}, []string{" y ", " con ", " + "}
		}
		for _, name := range []string{"Zoloft", "Lamictal", "lithium", "Tylenol PM"} {
			for _, kind := range kinds {
				for _, and := range joined {
					for _, typed := range []string{name + and + kind, kind + and + name} {
						names := index.Names(typed)
						whole := index.Settle(typed)
						if len(names) == 1 && len(whole) > 0 && (whole[0].Rest != "" || name == "Tylenol PM" && kind == kinds[3]) {
							continue // it is told: "we do not know what … adds"; or it is what the name is for
						}
						if len(names) != 2 || len(index.Settle(names[0])) == 0 || len(index.Settle(names[1])) == 0 {
							t.Errorf("%s: %q is looked for as %q", language, typed, names)
						}
					}
				}
			}
		}
	}
}
