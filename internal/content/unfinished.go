package content

import (
	"regexp"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// checkFirst finds an interrupt without its first line. Its page would open with
// numbers, an ambulance's before all others, and say of none of them what it is for.
func checkFirst(r *report) {
	for _, rule := range r.q.Rules {
		if rule.Interrupt && rule.First == "" {
			r.addOf(noFirst, questionnaire.Error, rule.Subject(), rule.At, "rule %q interrupts, and its page would not say what to do first; write first: with one action and the number, such as \"Call {emergency} now.\"", rule.ID)
		}
	}
}

// draft is what stands in a text until somebody writes it, the marks of other formats,
// which would be shown as they are, and what an editor left of a letter that it could not
// read: "recet\ufffd", "recetÃ¡", "itâ€™s".
var draft = regexp.MustCompile(`\b(?:TODO|FIXME|XXX|TBD|TBC)\b|(?i:\blorem ipsum\b)|%[sdv]\b|\*\*|__|</?[A-Za-z][^<>]*>|\[[^\[\]]+\]\([^()]*\)|\x{FFFD}|[ÂÃ][\x{80}-\x{BA}\x{BC}-\x{BF}‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]|â€`)

// checkDrafts finds what a draft or another format left behind in a text.
func checkDrafts(r *report) {
	for _, p := range r.passages {
		if found := draft.FindString(string(p.text)); found != "" {
			r.add(leftBehind, questionnaire.Error, p, "%q in %v would be shown as it is; write the text as it is to be read, in which only *one star* on each side means something", found, p)
		}
	}
}
