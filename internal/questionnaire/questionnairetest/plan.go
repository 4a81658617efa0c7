package questionnairetest

import (
	"fmt"
	"strings"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// everyUrgency and everyWeight are as the author writes them.
var everyUrgency, everyWeight = questionnaire.UrgencyWords(), questionnaire.WeightWords()

// planned are the clinicians of a questionnaire with a plan.
var planned = []string{"prescriber", "pharmacist", "crisis-line", "midwife", "doctor", "poison-centre"}

func (d *drawing) clinicians() string {
	if !d.Plan {
		return clinicians
	}
	text := "clinicians:\n"
	var everyones []string // who is there for everyone, in every region
	for _, id := range planned {
		more := ""
		if d.rare("exists sometimes") {
			more += ", exists-when: " + d.part(1)
		}
		if d.rare("is a line") {
			more += ", line: crisis"
		}
		switch {
		case more != "":
		case len(everyones) > 0 && d.rare("somebody else is there instead"):
			more = ", lines: [crisis, emergency], instead: [" + strings.Join(everyones, ", ") + "]"
		default:
			everyones = append(everyones, id)
		}
		text += fmt.Sprintf("  - {id: %s, name: N, who: W%s}\n", id, more)
	}
	return text
}

func (d *drawing) helpLines() string {
	if d.Plan {
		return "regions:\n  - {id: us, name: US, lines: [{id: us-emergency, kind: emergency, name: E, call: \"911\"}, {id: us-crisis, kind: crisis, name: C, call: \"988\"}]}\n" +
			"  - {id: gb, name: GB, lines: [{id: gb-emergency, kind: emergency, name: E, call: \"999\"}]}\n"
	}
	return "regions: [{id: us, name: US, lines: [{id: us-emergency, kind: emergency, name: Emergency, call: \"911\"}]}]\n"
}

func (d *drawing) limits() string {
	if !d.Plan {
		return ""
	}
	text := fmt.Sprintf("limits: {facts: %d, requests: %d, texts: 1}\n", d.number("facts", 1, 3), d.number("requests", 1, 2))
	if d.flag("open with") {
		text += "open-with: " + d.need() + "\n"
	}
	return text
}

// name may draw a condition with a name, about the questions so far.
func (d *drawing) name() {
	if d.Plan && d.rare("name") {
		d.names = append(d.names, fmt.Sprintf("  - {id: c%d, when: %s}\n", d.named, d.part(2)))
		d.named++
	}
}

// part is a condition, or the name of one.
func (d *drawing) part(depth int) string {
	if d.named > 0 && d.rare("by name") {
		return fmt.Sprintf("c%d", d.number("which", 0, d.named-1))
	}
	return d.condition(depth)
}

// need is one clinician, or a few of whom any one will do.
func (d *drawing) need() string {
	some := rapid.Permutation(planned).Draw(d.t, "any of")
	return strings.Join(some[:d.number("alternatives", 1, 3)], " or ")
}

func (d *drawing) plannedRule() string {
	var needs []string
	for range d.number("needs", 1, 2) {
		if need := d.need(); len(needs) == 0 || !sameWords(needs[0], need) {
			needs = append(needs, need)
		}
	}
	urgency := d.number("urgency", 0, len(everyUrgency)-1)
	text := fmt.Sprintf("  - id: r%d\n    talk-to: [%s]\n    urgency: %s\n    reason: A reason.\n", d.rules, strings.Join(needs, ", "), everyUrgency[urgency])
	if everyUrgency[urgency] == "now" || d.flag("with a possible urgency") {
		text += "    possible-urgency: " + everyUrgency[d.number("possible urgency", 0, urgency)] + "\n"
	}
	if d.flag("with a weight") {
		text += "    weight: " + rapid.SampledFrom(everyWeight).Draw(d.t, "weight") + "\n"
	}
	if d.flag("interrupt") {
		text += "    interrupt: true\n"
	}
	if d.flag("asks") {
		text += "    ask:\n"
		for i := range d.number("variants", 0, 2) {
			text += fmt.Sprintf("      - {when: %s, ask: I ask %d of r%d.}\n", d.part(1), i, d.rules)
		}
		text += fmt.Sprintf("      - I ask of r%d.\n", d.rules)
	}
	if !d.rare("for everyone") {
		text += "    when: " + d.part(3) + "\n"
	}
	d.rules++
	return text
}

func sameWords(a, b string) bool {
	x, y := strings.Split(a, " or "), strings.Split(b, " or ")
	for _, w := range x {
		if !strings.Contains(" "+b+" ", " "+w+" ") {
			return false
		}
	}
	return len(x) == len(y)
}

// DrawAnyReply is [DrawReply] also of somebody who is not sure about the rest.
func DrawAnyReply(t *rapid.T, q *questionnaire.Questionnaire, question *questionnaire.Question) questionnaire.Reply {
	reply := DrawReply(t, q, question)
	if unsure, err := question.AndNotSure(reply); err == nil && rapid.Bool().Draw(t, "unsure of the rest") {
		return unsure
	}
	return reply
}
