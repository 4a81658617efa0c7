package questionnaires_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Names that are mistaken for one another, a set a line, without those that the
// list of medicines does not have.
var misleadingNames = []string{
	"Celexa, citalopram, Celebrex, celecoxib, Cerebyx, fosphenytoin",
	"Zyprexa, olanzapine, Zyrtec, cetirizine",
	"Lamictal, lamotrigine, Lamisil, terbinafine",
	"bupropion, buspirone",
	"Brintellix, vortioxetine, Brilinta, Brilique, ticagrelor",
	"Klonopin, clonazepam, clonidine, lorazepam",
	"Seroquel, quetiapine, Serzone, nefazodone, Serax, oxazepam, Sinequan, doxepin",
	"Zoloft, sertraline, Zofran, ondansetron",
	"Prozac, fluoxetine, Prilosec, omeprazole",
	"Paxil, paroxetine, Plavix, clopidogrel",
	"fluoxetine, fluvoxamine, duloxetine, paroxetine",
	"tramadol, trazodone, Toradol, ketorolac, tapentadol",
	"Lexapro, escitalopram, Lexotan, Lexatin, bromazepam, Loxapac, loxapine",
	"hydroxyzine, hydralazine, hydroxychloroquine, hydrochlorothiazide",
	"metformin, metronidazole, metoclopramide, metoprolol, methyldopa, methadone, Methergine",
	"Lithobid, lithium, levothyroxine",
	"Effexor, Efexor, venlafaxine",
	"Valium, diazepam, valerian, valproate, Valtrex, valaciclovir",
	"Xanax, alprazolam, Xyzal, levocetirizine, Zyban, bupropion",
	"Wellbutrin, Zyban, bupropion",
	"Subutex, Suboxone, Sublocade, buprenorphine",
	"Depakote, Depakene, Depakine, valproate, Depo-Provera, medroxyprogesterone",
	"Aldomet, methyldopa, Aldactone, spironolactone, alprazolam",
	"Epilim, Epival, valproate, Epamin, phenytoin, Effexor, venlafaxine",
	"Methergin, Migranal, Maxalt",
	"Motilium, domperidone, Motrin, ibuprofen, Imodium, loperamide",
	"Stilnox, Stilnoct, zolpidem, Sinogan, levomepromazine",
	"Dormidina, doxylamine, Dormicum, midazolam",
	"prazosin, prednisone, propranolol",
	"clobazam, clonazepam",
	"propranolol, prednisolone",
	"risperidone, ropinirole",
	"atenolol, amlodipine",
	"Adderall, amphetamine mixed salts, Inderal, propranolol",
	"morphine, hydromorphone",
	"metoprolol, misoprostol",
	"amantadine, amiodarone",
	"ketorolac, ketamine",
	"Keppra, levetiracetam, Kaletra, lopinavir with ritonavir",
	"clomifene, clomipramine",
	"Lamictal, lamotrigine, labetalol",
	"buprenorphine, bupropion",
	"levothyroxine, liothyronine",
}

// Celebrex is found by its generic name here, which looks like Celexa too.
func TestABeginningOfMisleadingNamesAsks(t *testing.T) {
	for _, m := range finder.New(maternal(t).Formulary).Find("cele") {
		if m.Medicine.Generic == "citalopram" || m.Medicine.Generic == "celecoxib" {
			if !m.LookAlike {
				t.Errorf("%s is not marked as a look-alike", m.Name)
			}
		}
	}
}

// The words that are typed or meant are asked about; the generic names that only
// explain a brand lead to their medicine and need not.
func TestEveryLineOfMisleadingNamesAsks(t *testing.T) {
	f := maternal(t).Formulary
	index := finder.New(f)
	for _, line := range misleadingNames {
		t.Run(line, func(t *testing.T) {
			names := strings.Split(line, ", ")
			var meant []*questionnaire.Medicine // all medicines of the line
			for _, name := range names {
				called := f.Called(name)
				if len(called) == 0 {
					t.Errorf("no medicine is called %q", name)
				}
				for _, m := range called {
					if !slices.Contains(meant, m) {
						meant = append(meant, m)
					}
				}
			}
			if len(meant) == 1 {
				return // one medicine under several names: to mistake those does no harm
			}
			for _, name := range names {
				if explains(f, name, names) {
					continue
				}
				found := index.Settle(name)
				if len(found) == 0 || !found[0].LookAlike {
					t.Errorf("%s does not ask: %q", name, generics(found))
					continue
				}
				for _, m := range meant {
					if !slices.ContainsFunc(found, func(o finder.Match) bool { return o.Medicine == m && o.LookAlike }) {
						t.Errorf("%s proposes %q; want %s among them", name, generics(found), m.Generic)
					}
				}
			}
		})
	}
}

// explains tells a generic name that stands in the line for one of its brands.
func explains(f *questionnaire.Formulary, name string, line []string) bool {
	m := f.ByGeneric(name)
	return m != nil && slices.ContainsFunc(line, func(brand string) bool {
		return brand != name && slices.Contains(f.Called(brand), m)
	})
}

// The last paragraph of part 7: one word, different medicines by country or
// pack. Where the word names one medicine in the list, the others are asked
// about beside it.
func TestOneWordForSeveralMedicinesAsksWhichOne(t *testing.T) {
	index := finder.New(maternal(t).Formulary)
	for typed, want := range map[string]string{
		"Unisom":               "doxylamine, diphenhydramine",
		"Sominex":              "promethazine, diphenhydramine",
		"Benadryl":             "diphenhydramine, acrivastine",
		"Nytol":                "diphenhydramine, valerian",
		"Nytol Herbal":         "valerian, diphenhydramine",
		"Sudafed":              "pseudoephedrine, phenylephrine",
		"Sudafed PE":           "phenylephrine, pseudoephedrine",
		"Panadeine":            "codeine, paracetamol",
		"Panadol":              "paracetamol, codeine",
		"Tylenol":              "paracetamol, codeine",
		"Tylenol with Codeine": "codeine, paracetamol",
		"Bisolvon":             "bromhexine, dextromethorphan",
		"Robitussin":           "dextromethorphan, guaifenesin",
	} {
		found := index.Settle(typed)
		if len(found) < 2 || !found[0].LookAlike || !containsAll(generics(found), strings.Split(want, ", ")) {
			t.Errorf("%s proposes %q; want to be asked about %s", typed, generics(found), want)
		}
	}
	for typed, want := range map[string]string{"Dostinex": "cabergoline", "Cabaser": "cabergoline", "Co-codamol": "codeine"} {
		if found := index.Settle(typed); len(found) == 0 || found[0].Medicine.Generic != want {
			t.Errorf("%s proposes %q; want %s first", typed, generics(found), want)
		}
	}
}

// Real names are never corrected into another medicine, however near the letters are.
func TestARealNameIsNotTakenForAnother(t *testing.T) {
	index := finder.New(maternal(t).Formulary)
	for typed, never := range map[string]string{
		"Zocor": "morphine", "Proscar": "procarbazine", "Neulasta": "periciazine", "chlorpropamide": "chlorpromazine",
		"Actos": "atosiban", "Excedrin": "dexamfetamine", "Sinergix": "phenytoin", "Daparox": "trazodone", "Meridian": "sibutramine",
		"Carboron": "carboprost", "Neurobion": "buspirone", "suero": "citalopram", "perlutal": "terbutaline", "cyclofem": "bromocriptine",
	} {
		for face, found := range map[string][]finder.Match{"Find": index.Find(typed), "Settle": index.Settle(typed)} {
			if names := generics(found); len(names) == 0 || !found[0].Exact || slices.Contains(names, never) {
				t.Errorf("%s(%q) proposes %q; want the name itself, and never %s", face, typed, names, never)
			}
		}
	}
	// A longer name stands after the one that was typed, never before it.
	for typed, first := range map[string]string{"ruda": "common rue", "hierba": "cannabis"} {
		if found := index.Find(typed); len(found) == 0 || found[0].Medicine.Generic != first {
			t.Errorf("%q proposes %q; want %s first", typed, generics(found), first)
		}
	}
}
