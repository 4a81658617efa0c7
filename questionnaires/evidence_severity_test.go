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
	"diabetes": {5}, "alcohol-treatment": {5}, "immune-medicine": {5}, "cholesterol": {5}, "antiparasitic": {5},
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

// floorOfConcern is how soon somebody looks at it, whatever the class.
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

// whomFor is whom a medicine of a class calls for before anything is decided, written
// down a second time, apart from the rules. Where an order would have to change or the illness
// behind it is the matter, it is the prescriber; where information is asked for,
// either will do, the pharmacist first where a shop sells it.
var whomFor = map[string]string{
	"maoi": "prescriber", "maoi-hidden": "prescriber",
	"maoi-plant":          "pharmacist or prescriber",
	"lithium":             "prescriber or perinatal-psychiatrist",
	"opioid-serotonergic": "prescriber or pharmacist", "cough-dextromethorphan": "pharmacist or prescriber",
	"bupropion": "prescriber or pharmacist", "herb-serotonin": "pharmacist or prescriber",
	"hiv-booster": "prescriber or pharmacist", "ergot": "prescriber or pharmacist",

	"ssri": "prescriber or pharmacist", "snri": "prescriber or pharmacist", "tricyclic": "prescriber or pharmacist",
	"antidepressant-other": "prescriber or pharmacist",
	"antipsychotic":        "prescriber or perinatal-psychiatrist",
	"lamotrigine":          "prescriber", "anticonvulsant": "prescriber",
	"stimulant": "prescriber or pharmacist", "adhd-non-stimulant": "prescriber or pharmacist", "triptan": "prescriber or pharmacist",
	"dopamine-agonist":  "midwife-or-obstetric-provider or prescriber",
	"antiemetic-setron": "prescriber or pharmacist", "antiemetic-dopamine": "pharmacist or prescriber",
	"heart-rhythm-medicine": "prescriber or pharmacist", "antibiotic-qt": "prescriber or pharmacist",
	"decongestant": "pharmacist or prescriber",
	"beta-blocker": "primary-care or prescriber", "blood-pressure-medicine": "primary-care or prescriber", "tocolytic": "primary-care or prescriber",
	"ketamine-medical": "prescriber", "serotonin-blocker": "prescriber or pharmacist",
	"steroid": "prescriber or pharmacist", "mood-warning": "prescriber or pharmacist",
	"antifungal": "pharmacist or prescriber", "psychoactive-plant": "pharmacist or prescriber",

	"benzodiazepine": "prescriber or pharmacist", "sleep-medicine": "prescriber or pharmacist", "gabapentinoid": "prescriber or pharmacist",
	"opioid": "prescriber or pharmacist", "opioid-treatment": "prescriber or addiction-clinician",
	"postpartum-neurosteroid": "prescriber",
	"antihistamine-sedating":  "pharmacist or prescriber", "muscle-relaxant": "pharmacist or prescriber",
}

// anyOfThem is everybody who can look at a medicine: a need that every medicine
// has, whatever else it calls for.
const anyOfThem = "pharmacist or prescriber or perinatal-psychiatrist or primary-care or midwife-or-obstetric-provider or addiction-clinician"

// nobodyPrescribed are the classes that a shop sells and that grow in gardens.
// Who takes one of them has no prescriber of it whom she could call.
var nobodyPrescribed = []string{"maoi-plant", "herb-serotonin", "psychoactive-plant", "cough-dextromethorphan", "iboga"}

// psychiatristFor are those that send to a psychiatrist for birth too, whatever
// else was said; psychiatristAroundBirthFor only who thinks of a psychedelic, and
// is pregnant or gave birth.
var (
	psychiatristFor            = []string{"lamotrigine", "valproate"}
	psychiatristAroundBirthFor = []string{"lithium", "antipsychotic"}
)

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
