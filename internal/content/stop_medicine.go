package content

import (
	"slices"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// The two groups of language/*/stop-medicine.yaml.
const (
	stopGroup  = "stop-medicine"
	senseGroup = "sense"
)

// checkStopMedicine finds orders and advice to stop, start or change a medicine
// (rule 4). A report of what somebody else said, a question and the one allowed
// sentence are left alone.
func checkStopMedicine(r *report) {
	files := r.everyLanguage(language.StopMedicine, stopGroup)
	for _, p := range r.passages {
		for _, h := range searchAll(files, "stop-medicine", p, r.names, r.language) {
			r.add(stopMedicine, questionnaire.Error, p, "%q in %v %s", h.words, p, h.entry.says)
		}
	}
}

// checkNearMedicine finds texts near a medicine that do not say the allowed
// sentence: rules whose condition looks at a medicines question, and the
// education of a topic that asks one.
func checkNearMedicine(r *report) {
	if r.language == nil {
		return
	}
	var sense []entry
	for _, f := range r.everyLanguage(language.StopMedicine, senseGroup) {
		sense = append(sense, f.entries...)
	}
	says := func(texts ...string) bool {
		for _, text := range texts {
			_, understood := takeApart(questionnaire.Text(text), r.language)
			for _, s := range understood {
				if !s.across && slices.ContainsFunc(sense, func(e entry) bool { return anyIn(e.find, s, r.names) }) {
					return true
				}
			}
		}
		return false
	}
	message := sense[0].says

	for _, rule := range r.q.Rules {
		if looksAtMedicines(rule.When) && !says(rule.First, rule.Reason) {
			r.addOf(stopMedicine, questionnaire.Error, rule.Subject(), rule.At, "rule %q: %s", rule.ID, message)
		}
	}
	for _, t := range r.q.Topics {
		if !asksMedicines(t) {
			continue
		}
		for _, e := range t.Education {
			if !says(string(e.Text)) {
				r.addOf(stopMedicine, questionnaire.Error, e.Subject(), e.At, "education %q: %s", e.ID, message)
			}
		}
	}
}

// looksAtMedicines reports whether somebody who takes a medicine may meet the
// rule because of it. A rule for those who take none is not near a medicine.
func looksAtMedicines(when *questionnaire.Condition) bool {
	looks := false
	when.Atoms(func(c *questionnaire.Condition) {
		t := c.Atom
		if t.Question == nil || !t.Question.TakesMedicines() {
			return
		}
		onlyNone := t.WantNone && !t.WantUnlisted && !t.WantNotSure && !t.WantPreferNotToSay
		for _, want := range t.Want {
			onlyNone = onlyNone && !want
		}
		looks = looks || !onlyNone
	})
	return looks
}

func asksMedicines(t *questionnaire.Topic) bool {
	for _, x := range t.Questions {
		if x.TakesMedicines() {
			return true
		}
	}
	return false
}
