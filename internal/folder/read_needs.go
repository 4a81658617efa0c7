package folder

import (
	"slices"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// readNeeds reads whom a rule sends her to. Whom the needs name first are those
// whom it talked to before there were alternatives.
func (r *reader) readNeeds(rule *questionnaire.Rule, o *object) {
	for _, item := range o.entries("talk-to", "rule %q sends nobody anywhere; name at least one clinician", rule.ID) {
		need, ok := r.need(item, "an entry of "+o.name("talk-to"))
		switch {
		case !ok:
		case slices.ContainsFunc(rule.Needs, func(n questionnaire.Need) bool { return sameClinicians(n, need) }):
			item.report(duplicateID, "%q is named twice", need.String())
		default:
			rule.Needs = append(rule.Needs, need)
			if first := need.AnyOf[0]; !slices.Contains(rule.TalkTo, first) {
				rule.TalkTo = append(rule.TalkTo, first)
			}
		}
	}
}

func sameClinicians(a, b questionnaire.Need) bool {
	return len(a.AnyOf) == len(b.AnyOf) && !slices.ContainsFunc(a.AnyOf, func(who *questionnaire.Clinician) bool { return !slices.Contains(b.AnyOf, who) })
}

// need reads "prescriber", or "prescriber or pharmacist". It is false when
// anything of it is wrong.
func (r *reader) need(v value, what string) (questionnaire.Need, bool) {
	need := questionnaire.Need{At: v.at()}
	text, ok := v.text(what)
	if !ok {
		return need, false
	}
	if names := strings.Split(text, ","); len(names) > 1 {
		for i := range names {
			names[i] = strings.TrimSpace(names[i])
		}
		v.report(wrongType, "%q is not one clinician; write [%s] if all are needed, or %q if any one will do", text, strings.Join(names, ", "), strings.Join(names, " or "))
		return need, false
	}
	parts := v.parts()
	if len(parts) > 1 && r.q.Clinician(kebabOf(text)) != nil {
		v.report(questionnaire.Dangling, "no clinician is called %q; did you mean %q?", text, kebabOf(text))
		return need, false
	}
	for i, w := range parts {
		if i%2 == 1 {
			if w.text != "or" {
				r.report(wrongType, w.at, "%q is not one clinician; write several with \"or\" between them (prescriber or pharmacist) if any one will do, or each as an entry of its own if all are needed", text)
				return need, false
			}
			continue
		}
		who := lookUp(r, "clinician", w, r.q.Clinician)
		switch {
		case who == nil:
			ok = false
		case slices.Contains(need.AnyOf, who):
			r.report(duplicateID, w.at, "%q is named twice", w.text)
			ok = false
		default:
			need.AnyOf = append(need.AnyOf, who)
		}
	}
	if len(parts)%2 == 0 {
		v.report(missingKey, "%q ends with \"or\"; name the clinician after it, or remove it", text)
		return need, false
	}
	if len(need.AnyOf) > questionnaire.MaxAlternatives {
		v.report(tooLarge, "more than %d clinicians of whom any one will do; keep the best of them", questionnaire.MaxAlternatives)
		return need, false
	}
	return need, ok
}

// parts are the words of a single text, each with its place.
func (v value) parts() []word {
	at := v.at()
	oneLine := v.node.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0 && !strings.Contains(v.node.Value, "\n")
	if v.node.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
		at.Column++
	}
	var all []word
	inWord := false
	for _, c := range v.node.Value {
		switch space := unicode.IsSpace(c); {
		case space:
			inWord = false
		case !inWord:
			inWord = true
			all = append(all, word{string(c), at})
		default:
			all[len(all)-1].text += string(c)
		}
		if oneLine {
			at.Column++
		}
	}
	return all
}

// readAsk reads a rule's request, or its variants.
func (r *reader) readAsk(rule *questionnaire.Rule, o *object) {
	items := o.entries("ask", "%s asks nothing; write what to request, or remove it", o.name("ask"))
	for i, item := range items {
		if item.node.Kind != yaml.MappingNode {
			text, _ := item.text("an entry of " + o.name("ask"))
			r.doubt(item.at(), "ask", item)
			rule.Ask = append(rule.Ask, questionnaire.Ask{Text: strings.Join(strings.Fields(text), " "), At: item.at()})
			if i < len(items)-1 {
				item.report(wrongOrder, "a request without a when is for everybody, so nobody sees those after it; give it one: {when: …, ask: …}, or put it last")
			}
			continue
		}
		variant, _ := item.object(&askKeys)
		rule.Ask = append(rule.Ask, questionnaire.Ask{Text: variant.line("ask"), At: item.at()})
		if when, ok := variant.fields["when"]; ok {
			r.later = append(r.later, func() { rule.Ask[i].When = r.condition(when) })
		}
	}
}

func (r *reader) sources(o *object) []*questionnaire.Source {
	var all []*questionnaire.Source
	for _, w := range o.list("sources") {
		if s := lookUp(r, "source", w, r.q.Source); s != nil {
			all = append(all, s)
		}
	}
	return all
}
