package questionnaires_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/finder/findertest"
	"github.com/ask-first/askfirst/internal/translation"
)

// TestWhatPeopleTypeLeadsToTheRightMedicine looks for them in the real list. What
// names no medicine finds none, so that she is asked what the pack says.
func TestWhatPeopleTypeLeadsToTheRightMedicine(t *testing.T) {
	index := finder.New(maternal(t).Formulary)
	for typed, want := range findertest.Typed() {
		for face, found := range map[string][]finder.Match{"Find": index.Find(typed), "Settle": index.Settle(typed)} {
			names := generics(found)
			switch {
			case len(want) == 0 && len(found) > 0:
				t.Errorf("%s(%q) proposes %q", face, typed, names)
			case len(want) > 0 && (len(names) == 0 || names[0] != want[0] || !containsAll(names, want)):
				t.Errorf("%s(%q) proposes %q; want %q first, with %q", face, typed, names, want[0], want[1:])
			case len(want) > 1 && !found[0].LookAlike:
				t.Errorf("%s(%q) does not ask which is meant: %q", face, typed, names)
			}
		}
	}
}

// Typed right, each stands alone, unless the list of look-alikes says
// that people mistake it: letters that are near are not a reason.
func TestNamesTypedRightAreNotConfusedByDistanceAlone(t *testing.T) {
	withoutLookAlikes := *maternal(t).Formulary
	withoutLookAlikes.LookAlikes = nil
	alone, listed := finder.New(&withoutLookAlikes), finder.New(maternal(t).Formulary)
	for typed, want := range map[string]string{
		"Zoloft": "sertraline", "Zofran": "ondansetron",
		"Celexa": "citalopram", "Celebrex": "celecoxib",
		"Prozac": "fluoxetine", "prazosin": "prazosin",
		"Lamictal": "lamotrigine", "Lamisil": "terbinafine",
	} {
		if found := alone.Settle(typed); len(found) != 1 || !found[0].Exact || found[0].LookAlike || found[0].Medicine.Generic != want {
			t.Errorf("%s: %q; want %s alone", typed, generics(found), want)
		}
		if found := listed.Settle(typed); len(found) == 0 || !found[0].Exact || found[0].Medicine.Generic != want {
			t.Errorf("%s: %q; want %s first", typed, generics(found), want)
		}
	}
}

func containsAll(list, wanted []string) bool {
	return !slices.ContainsFunc(wanted, func(w string) bool { return !slices.Contains(list, w) })
}

// TestMedicinesAreFoundByTheirSpanishNames types generic and brand names of Spain
// and Mexico, with and without accents and with the slips of a tired hand, in both
// languages: a list may say "sertralina" to somebody who reads English.
func TestMedicinesAreFoundByTheirSpanishNames(t *testing.T) {
	original := maternal(t)
	spanish := translation.Of(original, translations(t)["es"])
	index, inSpanish := finder.New(original.Formulary), finder.New(spanish.Formulary)
	for _, c := range []struct{ typed, want string }{
		{"sertralina, Sertralina, sertalina, Besitran, Altruline, Zoloft", "sertraline"},
		{"fluoxetina, fluoxetína, Prozac, Adofen", "fluoxetine"},
		{"escitalopram, Cipralex, Esertia", "escitalopram"},
		{"paroxetina, Seroxat", "paroxetine"},
		{"venlafaxina, Vandral", "venlafaxine"},
		{"litio, carbonato de litio, Plenur", "lithium"},
		{"ácido valproico, acido valproico, Depakine", "valproate"},
		{"quetiapina, Seroquel", "quetiapine"},
		{"lorazepam, Orfidal", "lorazepam"},
		{"clonazepam, Rivotril", "clonazepam"},
		{"alprazolam, Trankimazin, Tafil", "alprazolam"},
		{"tramadol, Adolonta, Tramadól", "tramadol"},
		{"hierba de San Juan, hierba de san juan, hipérico, hiperico", "St John's wort"},
		{"metadona", "methadone"},
		{"domperidona, Motilium", "domperidone"},
		{"metilfenidato, Concerta", "methylphenidate"},
		{"levotiroxina, Eutirox", "levothyroxine"},
		{"ibuprofeno", "ibuprofen"},
	} {
		want := original.Formulary.ByGeneric(c.want)
		if want == nil {
			t.Errorf("no medicine is called %s", c.want)
			continue
		}
		for name := range strings.SplitSeq(c.typed, ", ") {
			found := inSpanish.Find(name)
			if len(found) == 0 || found[0].Medicine.Index != want.Index {
				t.Errorf("%q does not find %s first: %v", name, c.want, generics(found))
			}
		}
		if name, _, _ := strings.Cut(c.typed, ", "); len(index.Find(name)) == 0 {
			t.Errorf("in English %q finds nothing", name)
		}
	}
}
