package questionnairetest

import (
	"fmt"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// orders are those of a topic: at most two.
func (d *drawing) orders(topic int) string {
	if !d.Orders {
		return ""
	}
	text := ""
	for i := range d.number("orders", 0, 2) {
		text += fmt.Sprintf("  - {id: o%d%d, %s}\n", topic, i, d.order())
	}
	if text != "" {
		text = "orders:\n" + text
	}
	return text
}

// order draws some of a question's answers in an order, with equals.
func (d *drawing) order() string {
	q := d.asked[d.number("question of the order", 0, len(d.asked)-1)]
	names, of := slices.Clone(q.answers), ""
	switch {
	case q.choose != "medicines":
		names = append(names, questionnaire.PreferNotToSay)
	case len(q.states) > 0 && d.flag("of states"):
		names = slices.Clone(q.states)
		if d.flag("of some") {
			of = ", of: [" + rapid.SampledFrom(classes).Draw(d.t, "of") + "]"
		}
	default:
		names = append(slices.Clone(classes), "sertraline", questionnaire.Unlisted, questionnaire.None)
	}
	names = append(names, questionnaire.NotSure)
	names = rapid.Permutation(names).Draw(d.t, "gravest first")
	names = names[:d.number("ranked", 2, min(4, len(names)))]
	if !slices.ContainsFunc(names, func(name string) bool { return slices.Contains(q.states, name) }) {
		of = "" // nothing but "not sure" is left of the states
	}
	var ranks []string
	for len(names) > 0 {
		n := 1
		if len(names) > 1 && len(ranks)+len(names) > 2 && d.rare("equals") {
			n = 2
		}
		ranks = append(ranks, "["+strings.Join(names[:n], ", ")+"]")
		names = names[n:]
	}
	return fmt.Sprintf("question: %s, gravest-first: [%s]%s", q.id, strings.Join(ranks, ", "), of)
}
