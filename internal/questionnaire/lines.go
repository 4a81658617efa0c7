package questionnaire

import (
	"slices"
	"strings"
)

// Which help lines stand where is a matter of safety, not of looks, so it is
// decided here and not in a face. All of these give the region's lines, each once.

// AlwaysLines stand at every leaving and on the wall of a workshop: the emergency line,
// one crisis line, one for pregnancy and after birth, and those for safety at
// home, which differ between the nations of a region.
func AlwaysLines(region *Region) []*HelpLine {
	return distinct(
		firstOf(region, "emergency"), firstOf(region, "crisis"), firstOf(region, "maternal"),
		region.LinesOf("violence"),
	)
}

// urgentKinds are those that can help at once. Others, such as a line about
// medicines in milk, only stand in the way on a page that says "now".
var urgentKinds = []string{"emergency", "poison", "crisis", "violence", "maternal"}

// maxCrisisLines is how many crisis lines for a whole region an interrupt shows
// at most: somebody in danger should not have to choose among many.
const maxCrisisLines = 2

// InterruptLines stand on an interrupt page: the emergency line, what the
// clinicians of its rules call for, and crisis lines. A line that says of itself
// that it is for no crisis can never stand there alone.
func InterruptLines(rules []*Rule, region *Region) []*HelpLine {
	var kinds []string
	for _, rule := range rules {
		for _, who := range rule.TalkTo {
			kinds = append(kinds, who.Lines...)
		}
		kinds = append(kinds, rule.Lines...)
	}
	var lines []*HelpLine
	if len(rules) > 0 {
		// What the page says to call first stands first.
		for _, kind := range urgentKinds {
			if strings.Contains(rules[0].First, "{"+kind+"}") {
				lines = append(lines, firstOf(region, kind)...)
			}
		}
	}
	lines = append(lines, firstOf(region, "emergency")...)
	for _, kind := range urgentKinds {
		if slices.Contains(kinds, kind) && kind != "crisis" {
			lines = append(lines, region.LinesOf(kind)...)
		}
		if kind == "crisis" {
			lines = append(lines, crisisLines(region)...)
		}
	}
	return distinct(lines)
}

// crisisLines are the region's first few, and those of its nations.
func crisisLines(region *Region) []*HelpLine {
	whole := 0
	return slices.DeleteFunc(region.LinesOf("crisis"), func(l *HelpLine) bool {
		if l.Nation == "" {
			whole++
		}
		return l.Nation == "" && whole > maxCrisisLines
	})
}

// ConversationLines stand beside a conversation with a clinician: those that its
// certain reasons and the clinician call for. [UrgentLines] stand beside them, for when
// it cannot wait, and are not said twice.
func ConversationLines(who *Clinician, certain []*Rule, region *Region) []*HelpLine {
	var lines []*HelpLine
	for _, r := range certain {
		lines = append(lines, region.LinesOf(r.Lines...)...)
	}
	urgent := UrgentLines(region)
	return slices.DeleteFunc(distinct(lines, region.LinesOf(who.Lines...)), func(l *HelpLine) bool {
		return slices.Contains(urgent, l)
	})
}

// StepLines serve a step with a clinician, the first to call first: at "now" the
// emergency line, then those of what the clinician is, those that the certain
// reasons call for, and the clinician's others in the order of writing.
func StepLines(who *Clinician, certain []*Rule, urgency Urgency, region *Region) []*HelpLine {
	var lines []*HelpLine
	if urgency == Now {
		lines = firstOf(region, "emergency")
	}
	kinds := []string{who.Line}
	for _, r := range certain {
		kinds = append(kinds, r.Lines...)
	}
	for _, kind := range append(kinds, who.Lines...) {
		if kind == "crisis" {
			lines = distinct(lines, crisisLines(region))
		} else if kind != "" {
			lines = distinct(lines, region.LinesOf(kind))
		}
	}
	return lines
}

// FirstLines are the first of some lines, at most so many: of each kind the one
// for the whole region, or else those of all its nations, so that nobody finds
// only the number of another nation. There is always one where there are any.
func FirstLines(lines []*HelpLine, most int) []*HelpLine {
	var all []*HelpLine
	for i, l := range lines {
		if slices.ContainsFunc(lines[:i], func(o *HelpLine) bool { return o.Kind == l.Kind }) {
			continue
		}
		kind := firstOf(&Region{Lines: lines}, l.Kind)
		if len(all) > 0 && len(all)+len(kind) > most {
			break
		}
		all = append(all, kind...)
	}
	return all
}

// UrgentLines are for when it gets worse: an emergency line and a crisis line,
// and nothing that would say of itself that it is for neither.
func UrgentLines(region *Region) []*HelpLine {
	return distinct(firstOf(region, "emergency"), firstOf(region, "crisis"))
}

// AllLines are all lines of a region, in the order of their kinds.
func AllLines(region *Region) []*HelpLine {
	return region.LinesOf(LineKinds...)
}

// NumberOf is the number to call for a kind of line: of the region's first such
// line, else of its emergency line; "" where the region has neither.
func NumberOf(region *Region, kind string) string {
	for _, k := range []string{kind, "emergency"} {
		for _, l := range firstOf(region, k) {
			if l.Call != "" && l.Nation == "" { // she may be in another nation
				return l.Call
			}
		}
	}
	return ""
}

// firstOf is the first line of a kind that serves the whole region, or all of
// them where each serves a part of it.
func firstOf(region *Region, kind string) []*HelpLine {
	all := region.LinesOf(kind)
	if i := slices.IndexFunc(all, func(l *HelpLine) bool { return l.Nation == "" }); i >= 0 {
		return all[i : i+1]
	}
	return all
}

func distinct(lists ...[]*HelpLine) []*HelpLine {
	var all []*HelpLine
	for _, l := range slices.Concat(lists...) {
		if !slices.Contains(all, l) {
			all = append(all, l)
		}
	}
	return all
}
