package questionnaires_test

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// What the evidence calls for, written from the sources and not taken from the
// YAML, so that the two can disagree. Groups: 1 could
// be dangerous together, 2 changes the effect, the heart or the seizure risk, 3
// sleepiness and breathing, 4 stopping suddenly is itself dangerous, 5 nothing
// specific known.
var groupsOfClass = map[string][]int{
	"maoi": {1}, "maoi-hidden": {1}, "maoi-plant": {1},
	"lithium":             {1, 4},
	"opioid-serotonergic": {1}, "cough-dextromethorphan": {1}, "bupropion": {1},
	"herb-serotonin": {1},
	"hiv-booster":    {1, 4},
	"ergot":          {1},

	"ssri": {2, 4}, "snri": {2, 4}, "tricyclic": {2, 4},
	"antidepressant-other": {2},
	"antipsychotic":        {2, 4}, "lamotrigine": {2, 4}, "anticonvulsant": {2, 4},
	"stimulant": {2}, "adhd-non-stimulant": {2}, "triptan": {2}, "dopamine-agonist": {2},
	"antiemetic-setron": {2}, "antiemetic-dopamine": {2},
	"heart-rhythm-medicine": {2, 4},
	"antibiotic-qt":         {2}, "decongestant": {2},
	"beta-blocker":            {2, 4},
	"blood-pressure-medicine": {2}, "ketamine-medical": {2}, "serotonin-blocker": {2},
	"steroid":      {2, 4},
	"mood-warning": {2}, "antifungal": {2}, "tocolytic": {2}, "psychoactive-plant": {2},

	"benzodiazepine": {3, 4}, "sleep-medicine": {3, 4}, "opioid": {3, 4}, "opioid-treatment": {3, 4}, "gabapentinoid": {3, 4},
	"postpartum-neurosteroid": {3}, "antihistamine-sedating": {3}, "muscle-relaxant": {3},

	"painkiller": {5}, "vitamins-minerals": {5}, "antihistamine": {5}, "antibiotic": {5}, "stomach": {5},
	"asthma":  {4, 5},
	"hormone": {5}, "uterotonic": {5}, "opioid-blocker": {5},
	"thyroid": {4, 5}, "blood-thinner": {4, 5},
	"migraine-cgrp": {5}, "cough-other": {5}, "antiviral": {5}, "stop-smoking": {5}, "weight-loss-glp1": {5}, "herb-other": {5},
	"diabetes": {5}, "alcohol-treatment": {5}, "immune-medicine": {5},
}

// groupsOfMedicine are the single medicines that part 2 puts into a group
// beside those of their class.
var groupsOfMedicine = map[string][]int{
	"iboga":     {1},
	"clonidine": {4}, "guanfacine": {4}, "baclofen": {4}, "insulin": {4},
}

// groupOneWith are those that are in group 1 when the substance is one of
// these, or not known.
var groupOneWith = map[string][]string{
	"ssri": {"mdma", "ayahuasca-or-dmt", questionnaire.NotSure}, "snri": {"mdma", "ayahuasca-or-dmt", questionnaire.NotSure},
	"clomipramine": {"mdma", "ayahuasca-or-dmt", questionnaire.NotSure}, "imipramine": {"mdma", "ayahuasca-or-dmt", questionnaire.NotSure},
	"methadone": {"ibogaine"},
}

// floorOfConcern is how soon the pharmacist is asked, whatever the class.
var floorOfConcern = map[string]questionnaire.Urgency{
	"serotonin-strong": questionnaire.BeforeDeciding, "lithium": questionnaire.BeforeDeciding, "ergot": questionnaire.BeforeDeciding,
	"seizure": questionnaire.BeforeDeciding, "heart-rhythm": questionnaire.BeforeDeciding, "mood-destabilising": questionnaire.BeforeDeciding,
	"serotonin-some": questionnaire.BeforeDeciding, "dampens-effect": questionnaire.BeforeDeciding, "sedation-breathing": questionnaire.BeforeDeciding,
	"blood-pressure": questionnaire.BeforeDeciding, "metabolism": questionnaire.BeforeDeciding, "unknown": questionnaire.BeforeDeciding,
	"none-known": questionnaire.NextVisit,
}

// groupOfConcern is what a concern that is stronger than the class makes of a
// medicine: part 2 rules on class and on concern. "Metabolism" and "unknown"
// are in no group; they only raise the floor.
var groupOfConcern = map[string]int{
	"serotonin-strong": 1, "lithium": 1, "ergot": 1,
	"seizure": 2, "heart-rhythm": 2, "mood-destabilising": 2, "serotonin-some": 2, "dampens-effect": 2, "blood-pressure": 2,
	"sedation-breathing": 3,
}

// psychiatristFor are those that severity C sends to a perinatal psychiatrist
// too: classes, and valproate by name. For milk-stopping medicines that is after
// a birth only.
var psychiatristFor = []string{"lithium", "antipsychotic", "lamotrigine", "valproate"}

// evidence is one medicine as the evidence table has it.
type evidence struct {
	generic string
	names   []string // the generic name first
	classes []string
	concern string
	m       *questionnaire.Medicine // nil: the YAML does not have it
}

// is reports whether the evidence calls the medicine one of these: a class of
// it, or its generic name.
func (e evidence) is(words ...string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return e.generic == word || slices.Contains(e.classes, word) })
}

// inGroup reports whether the medicine is in one of these groups.
func (e evidence) inGroup(groups ...int) bool {
	all := slices.Clone(groupsOfMedicine[e.generic])
	for _, class := range e.classes {
		all = append(all, groupsOfClass[class]...)
	}
	return slices.ContainsFunc(groups, func(g int) bool { return slices.Contains(all, g) })
}

// dangerousWith are the substances with which it is in group 1, by the answers
// of the question which; all of them for the medicines that always are.
func (e evidence) dangerousWith() []string {
	if e.inGroup(1) {
		return []string{"mushrooms-or-lsd", "something-else", questionnaire.NotSure}
	}
	var with []string
	for _, word := range append([]string{e.generic}, e.classes...) {
		with = append(with, groupOneWith[word]...)
	}
	slices.Sort(with)
	return slices.Compact(with)
}
