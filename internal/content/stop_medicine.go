package content

import "github.com/ask-first/askfirst/internal/questionnaire"

// The two groups of words/stop-medicine.yaml.
const (
	stopGroup  = "stop-medicine"
	senseGroup = "sense"
)

// checkStopMedicine finds orders and advice to stop, start or change a medicine
// (rule 4). A report of what somebody else said, a question and the one allowed
// sentence are left alone.
func checkStopMedicine(r *report) {
	words := stopWords().group(stopGroup)
	for _, p := range r.passages {
		for _, h := range words.search(p, r.names) {
			r.add(stopMedicine, questionnaire.Error, p.at, "%q in %v %s", h.words, p, h.entry.says)
		}
	}
}

// checkNearMedicine finds texts near a medicine that do not say the allowed
// sentence: rules whose condition looks at a medicines question, and the
// education of a topic that asks one.
func checkNearMedicine(r *report) {
	sense := stopWords().group(senseGroup)
	says := func(texts ...string) bool {
		for _, text := range texts {
			for _, b := range questionnaire.Text(text).Blocks() {
				line := ""
				for _, s := range b.Spans {
					line += s.Words
				}
				for _, s := range sentences(line) {
					for _, e := range sense.entries {
						if anyIn(e.find, s, r.names) {
							return true
						}
					}
				}
			}
		}
		return false
	}
	message := sense.entries[0].says

	for _, rule := range r.q.Rules {
		if looksAtMedicines(rule.When) && !says(rule.First, rule.Reason, rule.Say) {
			r.add(stopMedicine, questionnaire.Error, rule.At, "rule %q: %s", rule.ID, message)
		}
	}
	for _, t := range r.q.Topics {
		if !asksMedicines(t) {
			continue
		}
		for _, e := range t.Education {
			if !says(string(e.Text)) {
				r.add(stopMedicine, questionnaire.Error, e.At, "education %q: %s", e.ID, message)
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
		if t.Question == nil || t.Question.Choose != questionnaire.Medicines {
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
		if x.Choose == questionnaire.Medicines {
			return true
		}
	}
	return false
}
