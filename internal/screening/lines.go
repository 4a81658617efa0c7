package screening

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Which help lines stand where is a matter of safety, not of looks, so it is
// decided here and not in a face. All three give the region's lines, each once.

// AlwaysLines stand on every outcome and at every leaving: the emergency line,
// one crisis line, one for pregnancy and after birth, and those for safety at
// home, which differ between the nations of a region.
func AlwaysLines(region *questionnaire.Region) []*questionnaire.HelpLine {
	return distinct(
		firstOf(region, "emergency"), firstOf(region, "crisis"), firstOf(region, "maternal"),
		region.LinesOf("violence"),
	)
}

// InterruptLines stand on an interrupt page: the emergency line, whatever the
// clinicians of its rules call for, and every crisis line. A line that says of
// itself that it is for no crisis can never stand there alone.
func InterruptLines(rules []*questionnaire.Rule, region *questionnaire.Region) []*questionnaire.HelpLine {
	lines := firstOf(region, "emergency")
	for _, rule := range rules {
		for _, who := range rule.TalkTo {
			lines = append(lines, region.LinesOf(who.Lines...)...)
		}
		lines = append(lines, region.LinesOf(rule.Lines...)...)
	}
	return distinct(lines, region.LinesOf("crisis"))
}

// ConversationLines stand on a conversation's card: those that its certain
// reasons and the clinician call for, and in any case one for when it cannot wait.
func ConversationLines(c Conversation, region *questionnaire.Region) []*questionnaire.HelpLine {
	var lines []*questionnaire.HelpLine
	for _, r := range c.Reasons {
		if r.Certain {
			lines = append(lines, region.LinesOf(r.Rule.Lines...)...)
		}
	}
	return distinct(lines, region.LinesOf(c.Clinician.Lines...), firstOf(region, "crisis"), firstOf(region, "emergency"))
}

// AllLines are all lines of a region, in the order of their kinds.
func AllLines(region *questionnaire.Region) []*questionnaire.HelpLine {
	return region.LinesOf(questionnaire.LineKinds...)
}

// NumberOf is the number to call for a kind of line: of the region's first such
// line, else of its emergency line; "" where the region has neither.
func NumberOf(region *questionnaire.Region, kind string) string {
	for _, k := range []string{kind, "emergency"} {
		for _, l := range firstOf(region, k) {
			if l.Call != "" {
				return l.Call
			}
		}
	}
	return ""
}

// firstOf is the first line of a kind that serves the whole region, or all of
// them where each serves a part of it.
func firstOf(region *questionnaire.Region, kind string) []*questionnaire.HelpLine {
	all := region.LinesOf(kind)
	if i := slices.IndexFunc(all, func(l *questionnaire.HelpLine) bool { return l.Nation == "" }); i >= 0 {
		return all[i : i+1]
	}
	return all
}

func distinct(lists ...[]*questionnaire.HelpLine) []*questionnaire.HelpLine {
	var all []*questionnaire.HelpLine
	for _, l := range slices.Concat(lists...) {
		if !slices.Contains(all, l) {
			all = append(all, l)
		}
	}
	return all
}
