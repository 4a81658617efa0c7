package content

import (
	"regexp"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// A web address, a mail address or a name to write to: what begins like one, or a
// name with a dot and one of the usual endings.
var webAddress = regexp.MustCompile(`(?i)\b(?:https?|ftp)\s*:\s*//\S*|\bwww\.\S+|[\pL0-9._%+-]*@[\pL0-9][\pL0-9._-]+|` +
	`\b[\pL0-9](?:[\pL0-9-]*\.)+(?:com|org|net|info|biz|edu|gov|int|mil|io|co|me|ly|app|dev|online|site|shop|store|health|care|example|eu|uk|us|ca|au|nz|ie|es|mx|de|fr|nl|pt|br|ar|cl|pe)\b(?:/\S*)?`)

// checkAddresses finds addresses outside help-lines.yaml and sources.yaml, where
// nobody would check where they lead.
func checkAddresses(r *report) {
	lines := r.helpLines()
	for _, p := range r.passages {
		if p.May(addressElsewhere.ID(), "") {
			continue
		}
		// Not in sentences, because an address has dots in it.
		for _, found := range webAddress.FindAllString(p.text.Plain(), -1) {
			if l := lines[p.Of]; l != nil && strings.Contains(l.URL, found) {
				continue // some services are called by their address
			}
			r.add(addressElsewhere, questionnaire.Error, p, "%q in %v is an address; leave it out: addresses stand in help-lines.yaml and sources.yaml only", strings.TrimRight(found, ".,;:)"), p)
		}
	}
}
