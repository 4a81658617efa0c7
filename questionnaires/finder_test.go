package questionnaires_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/translation"
)

// TestWhatPeopleTypeLeadsToTheRightMedicine has sixty names that people type,
// against the real list. The first name is proposed first; what is marked with "?"
// stands beside it, and she is asked.
func TestWhatPeopleTypeLeadsToTheRightMedicine(t *testing.T) {
	index := finder.New(maternal(t).Formulary)
	for _, c := range []struct{ typed, want string }{
		{"zolof, zoloft, sertralin, setraline, sertaline", "sertraline"},
		{"prozack, prosac, fluoxitine, floxetine", "fluoxetine"},
		{"celexia, citalopran", "citalopram"},
		{"lexapo, lexipro, excitalopram", "escitalopram"},
		{"paxel, paroxitine", "paroxetine"},
		{"luvex", "fluvoxamine"},
		{"wellbutrine, welbutrin, buproprion, bupropian", "bupropion"},
		{"effexer, efexer, venlafaxin", "venlafaxine"},
		{"cymbalter, dulexetine", "duloxetine"},
		{"remron, mirtazipine, mertazapine", "mirtazapine"},
		{"trazadone, trazodon", "trazodone"},
		{"buspar, busperone", "buspirone"},
		{"lithum, litium", "lithium"},
		{"lamictol, lamotrigene", "lamotrigine"},
		{"depacote, valporate", "valproate"},
		{"seroquil, seraquel, quetiapin", "quetiapine"},
		{"abilfy, aripiprasole", "aripiprazole"},
		{"zyprexia, olanzapin", "olanzapine"},
		{"risperdol", "risperidone"},
		{"ativen, lorazapam", "lorazepam"},
		{"klonapin, clonazapam", "clonazepam, clonidine"},
		{"xanex, alprazolan", "alprazolam"},
		{"ambian, zolpidam", "zolpidem"},
		{"aderal, adderal", "amphetamine mixed salts"},
		{"vyvance", "lisdexamfetamine"},
		{"riddlin, ritilin", "methylphenidate"},
		{"straterra", "atomoxetine"},
		{"tramadal, tramodol", "tramadol, trazodone"},
		{"suboxin, subutec", "buprenorphine"},
		{"methadon", "methadone"},
		{"imatrex, sumatripan", "sumatriptan"},
		{"zofram, odansetron", "ondansetron"},
		{"raglan", "metoclopramide"},
		{"metaclopramide", "metoclopramide, metformin"},
		{"motillium, domperidon", "domperidone"},
		{"methergin, metergin", "methylergometrine"},
		{"diclectin, diclegus", "doxylamine with pyridoxine"},
		{"labatolol, labetolol", "labetalol"},
		{"nifedapine", "nifedipine"},
		{"propanolol, proprananol", "propranolol"},
		{"synthroyd, levothyroxin", "levothyroxine"},
		{"st johns wort, st. john wort, saint johns wart, hiperico", "st john's wort"},
		{"5htp, 5-http", "5-htp"},
		{"zuranalone, zurzuvay", "zuranolone"},
		{"nuedexa", "dextromethorphan with quinidine"},
		{"robitusin", "dextromethorphan, guaifenesin"},
		{"benydril", "diphenhydramine, acrivastine"},
		{"tylanol, paracetomol, acetominophen", "paracetamol"},
		{"advill, ibuprofin", "ibuprofen"},
		{"cannibis", "cannabis"},
		{"cratom", "kratom"},
		{"sertralina", "sertraline"},
		{"fluoxetina", "fluoxetine"},
		{"litio", "lithium"},
		{"lorazepam", "lorazepam"},
		{"paracetamol", "paracetamol"},
	} {
		for typed := range strings.SplitSeq(c.typed, ", ") {
			t.Run(typed, func(t *testing.T) {
				want := strings.Split(c.want, ", ")
				for face, found := range map[string][]finder.Match{"Find": index.Find(typed), "Settle": index.Settle(typed)} {
					names := generics(found)
					if len(names) == 0 || names[0] != want[0] || !containsAll(names, want) {
						t.Errorf("%s proposes %q; want %q first, with %q", face, names, want[0], want[1:])
						continue
					}
					if len(want) > 1 && !found[0].LookAlike {
						t.Errorf("%s does not ask which is meant: %q", face, names)
					}
				}
			})
		}
	}
}

// They name no medicine, so that she is asked what the pack says.
func TestWhatNamesNoMedicineFindsNone(t *testing.T) {
	index := finder.New(maternal(t).Formulary)
	for _, typed := range []string{"la pastilla para dormir", "the little blue pill", "happy pills", "ssri", "antidepressant"} {
		for face, found := range map[string][]finder.Match{"Find": index.Find(typed), "Settle": index.Settle(typed)} {
			if len(found) > 0 {
				t.Errorf("%s(%q) proposes %q", face, typed, generics(found))
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
		{"hierba de San Juan, hierba de san juan, hipérico, hiperico", "st john's wort"},
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
			found := finder.New(spanish.Formulary).Find(name)
			if len(found) == 0 || found[0].Medicine.Index != want.Index {
				t.Errorf("%q does not find %s first: %v", name, c.want, namesOf(found))
			}
		}
		if name, _, _ := strings.Cut(c.typed, ", "); len(finder.New(original.Formulary).Find(name)) == 0 {
			t.Errorf("in English %q finds nothing", name)
		}
	}
}

func namesOf(found []finder.Match) []string {
	var all []string
	for _, m := range found {
		all = append(all, m.Medicine.Generic)
	}
	return all
}
