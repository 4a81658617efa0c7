package questionnaire

import (
	"cmp"
	"slices"
	"strings"
)

// Which help lines stand where is a matter of safety, not of looks, so it is
// decided here and not in a face. All of these give the region's lines, each once.

// AlwaysLines stand at every leaving and on the wall of a workshop: the emergency line,
// one crisis line, one for pregnancy and after birth, and one for safety at home:
// of each those of all nations where they differ.
func AlwaysLines(region *Region) []*HelpLine {
	return distinct(
		firstOf(region, "emergency"), firstOf(region, "crisis"), firstOf(region, "maternal"), firstOf(region, "violence"),
	)
}

// FirstOfKinds are the first of each kind: for the whole region, or where it has none
// those of its nations.
func FirstOfKinds(region *Region, kinds ...string) []*HelpLine {
	var all [][]*HelpLine
	for _, kind := range kinds {
		all = append(all, firstOf(region, kind))
	}
	return distinct(all...)
}

// urgentKinds are those that can help at once. Others, such as a line about
// medicines in milk, only stand in the way on a page that says "now".
var urgentKinds = []string{"emergency", "poison", "crisis", "violence"}

// nowKinds stand on the page of a danger in the order that its rule writes. All
// others are quieter: see [withQuiet].
var nowKinds = append([]string{"mind", "assault"}, urgentKinds...)

// How many lines an interrupt shows for one danger, and how many of them are of one
// kind: somebody in danger should not have to choose among many. Of crisis lines there
// may be three, because one of them often takes texts.
const maxInterruptLines, maxOfOneKind, maxCrisis = 3, 2, 3

func maxOf(kind string) int {
	if kind == "crisis" {
		return maxCrisis
	}
	return maxOfOneKind
}

// InterruptLines stand on an interrupt page: three at most, whatever is due. The lines of
// a region's nations count as one: each serves somebody else. Those of the graver danger
// come first, and none of them gives way to another's. Dangers that are as grave as each
// other take turns, as [GravestFirst] has them, so that none of two is left without a line; after the first of each
// comes the emergency line. Where that has no place, the page says its number in a sentence
// ([UnlistedEmergency]).
func InterruptLines(rules []*Rule, region *Region) []*HelpLine {
	rules = GravestFirst(rules)
	var lines []*HelpLine
	var quiet []string
	left := maxInterruptLines
	for len(rules) > 0 {
		alike := 1
		for alike < len(rules) && graver(rules[alike], rules[0]) == 0 {
			alike++
		}
		places, quieter := inTurn(rules[:alike], region)
		for _, place := range places {
			place = slices.DeleteFunc(place, func(l *HelpLine) bool { return slices.Contains(lines, l) })
			if len(place) > 0 && left > 0 {
				lines = append(lines, place...)
				left--
			}
		}
		rules, quiet = rules[alike:], append(quiet, quieter...)
	}
	return withQuiet(lines, quiet, region)
}

// GravestFirst are the dangers of a page in the order in which it speaks of them: the graver
// before the lighter. Of dangers as grave as each other those stand first whose own page
// begins with the ambulance, then those that name its number at all, whatever the order of
// writing: whoever reads one heading and no more has called whoever can come.
func GravestFirst(rules []*Rule) []*Rule {
	rules = slices.Clone(rules)
	slices.SortStableFunc(rules, func(a, b *Rule) int { return cmp.Or(graver(b, a), afterAmbulance(a)-afterAmbulance(b)) })
	return rules
}

// afterAmbulance is 0 for a danger whose page begins with the ambulance, and above that for
// one whose heading names its number later or not at all.
func afterAmbulance(r *Rule) int {
	switch kinds := dangerKinds(r); {
	case !strings.Contains(r.First, "{emergency}"):
		return 3
	case OfViolence(r): // another person is the danger: the heading names the number second
		return 2
	case len(kinds) > 0 && kinds[0] != "emergency":
		return 1
	}
	return 0
}

// graver is above 0 where a danger is graver than another: more urgent, or else heavier.
func graver(a, b *Rule) int {
	return cmp.Or(int(a.Urgency)-int(b.Urgency), int(a.Weight)-int(b.Weight))
}

// inTurn are the places of dangers that are as grave as each other, and their quieter
// kinds: the first place of each, the emergency line, then the others of each.
func inTurn(rules []*Rule, region *Region) (all [][]*HelpLine, quiet []string) {
	var own [][][]*HelpLine
	var ambulance [][]*HelpLine
	for _, r := range rules {
		lines, quieter := dangerLines([]*Rule{r}, region)
		places := placesOf(lines)
		for _, place := range places {
			if place[0].Kind == "emergency" && len(rules) > 1 {
				ambulance = append(ambulance, slices.Clone(place))
			}
		}
		own, quiet = append(own, places), append(quiet, quieter...)
	}
	for turn := range maxInterruptLines + 1 {
		for _, places := range own {
			if turn < len(places) {
				all = append(all, places[turn])
			}
		}
		if turn == 0 {
			all = append(all, ambulance...)
		}
	}
	return all, quiet
}

// placesOf are lines as she chooses among them: those that each serve another nation are
// one.
func placesOf(lines []*HelpLine) [][]*HelpLine {
	var all [][]*HelpLine
	var served []string // by the last of them
	for _, l := range lines {
		nations := l.Nations()
		elsewhere := !slices.ContainsFunc(nations, func(n string) bool { return slices.Contains(served, n) })
		if len(served) > 0 && len(nations) > 0 && elsewhere {
			all[len(all)-1] = append(all[len(all)-1], l)
			served = append(served, nations...)
			continue
		}
		all, served = append(all, []*HelpLine{l}), nations
	}
	return all
}

// withQuiet adds the lines of quieter kinds, such as one for mothers: last, in the third
// place and no more, and only those that answer at any hour.
func withQuiet(lines []*HelpLine, quiet []string, region *Region) []*HelpLine {
	for _, l := range region.LinesOf(quiet...) {
		if len(lines) < maxInterruptLines && l.Open.Always && l.Call != "" && region.serves(l) && !slices.Contains(lines, l) {
			lines = append(lines, l)
		}
	}
	return lines
}

// StopLines stand on paper, where nobody knows which of the dangers beside a question is
// hers: the emergency line, and three others.
func StopLines(rules []*Rule, region *Region) []*HelpLine {
	lines, quiet := dangerLines(rules, region)
	return withQuiet(lines, quiet, region)
}

// dangerLines are those that serve dangers, in the order that the rules write (`lines:`),
// and the emergency line, which comes first unless a rule puts another before it. A rule
// that writes none has those that its first sentence names, and those that its clinicians
// stand for. Of several dangers the emergency line stands beside three others. Of one
// danger it is the first of the three, or gives way where three others have come before
// it. Quieter kinds are not among them.
func dangerLines(rules []*Rule, region *Region) (lines []*HelpLine, quiet []string) {
	var kinds []string
	most := make(map[string]int)
	for _, rule := range rules {
		of := dangerKinds(rule)
		for i, kind := range of {
			mind := kind == "crisis" && slices.Contains(of[:i], "mind")
			switch {
			case !slices.Contains(nowKinds, kind):
				quiet = append(quiet, kind)
				continue
			case mind && len(region.LinesOf("mind")) > 0:
				continue // it stands in for the line that a region lacks
			case mind, kind == "crisis" && slices.Contains(of[:i], "poison"):
				most[kind] = max(most[kind], 1)
			default:
				most[kind] = maxOf(kind)
			}
			kinds = append(kinds, kind)
		}
	}
	kinds = each(emergencyAmong(kinds, rules, region))
	shown := make(map[*HelpLine]bool)
	left := maxInterruptLines
	// One danger has three lines in all.
	one := len(rules) == 1
	first := one && (kinds[0] == "emergency" || strings.Contains(rules[0].First, "{emergency}"))
	if first {
		left--
	}
	for turn := range maxCrisis + 1 {
		for _, kind := range kinds {
			group := turnOf(region, kind, turn, most[kind])
			told := len(group) > 0 && !slices.ContainsFunc(group, func(l *HelpLine) bool { return !shown[l] })
			switch {
			case kind == "emergency":
				group = firstOf(region, kind)
			case len(group) == 0 || told || left == 0:
				continue
			default:
				left--
			}
			for _, l := range group {
				shown[l] = true
			}
		}
	}
	var besides []*HelpLine
	for _, l := range region.LinesOf(kinds...) {
		switch {
		case !shown[l], one && !first && left == 0 && l.Kind == "emergency":
		case slices.Contains(kinds, l.Kind):
			lines = append(lines, l)
		default: // it serves this danger too, but was not made for it
			besides = append(besides, l)
		}
	}
	return append(lines, besides...), quiet
}

// UnlistedEmergency is the emergency line of a region where it is not among those of an
// interrupt; nil where it is, or where the region has no number for it.
func UnlistedEmergency(lines []*HelpLine, region *Region) *HelpLine {
	is := func(l *HelpLine) bool { return l.Kind == "emergency" }
	number := NumberOf(region, "emergency")
	i := slices.IndexFunc(region.Lines, func(l *HelpLine) bool { return is(l) && l.Call == number })
	if number == "" || i < 0 || slices.ContainsFunc(lines, is) {
		return nil
	}
	return region.Lines[i]
}

// emergencyAmong puts the emergency line among the kinds of a page where no rule
// has: first, or after the line that the page says to call. Such a line gives its
// place to the emergency line where it may be shut.
func emergencyAmong(kinds []string, rules []*Rule, region *Region) []string {
	calls := len(kinds) > 0 && len(rules) > 0 && strings.Contains(rules[0].First, "{"+kinds[0]+"}")
	number := NumberOf(region, "emergency")
	switch {
	case calls && (number == "" || NumberOf(region, kinds[0]) != number):
		return slices.Insert(kinds, 1, "emergency")
	case calls, !slices.Contains(kinds, "emergency"):
		return slices.Insert(kinds, 0, "emergency")
	}
	return kinds
}

// dangerKinds are the kinds of line that serve the danger of a rule.
func dangerKinds(rule *Rule) []string {
	if len(rule.Lines) > 0 {
		return rule.Lines
	}
	var kinds []string
	for _, kind := range LineKinds {
		if strings.Contains(rule.First, "{"+kind+"}") {
			kinds = append(kinds, kind)
		}
	}
	for _, who := range rule.TalkTo {
		if len(who.Lines) > 0 && slices.Contains(urgentKinds, who.Lines[0]) {
			kinds = append(kinds, who.Lines[0])
		}
	}
	return kinds
}

// turnOf is the first, second … of a kind's lines for the whole region, so many at
// most; after these, or where only one is asked for in its place, those of its
// nations together.
func turnOf(region *Region, kind string, turn, most int) []*HelpLine {
	var whole, nations []*HelpLine
	for _, l := range region.LinesOf(kind) {
		if l.Nation != "" {
			nations = append(nations, l)
		} else if len(whole) < most {
			whole = append(whole, l)
		}
	}
	switch {
	case turn < len(whole):
		return whole[turn : turn+1]
	case turn == len(whole) && (turn == 0 || most > 1):
		return nations
	}
	return nil
}

// OfViolence reports whether the danger of a rule is another person: one who may
// stand near her, and must not see the screen.
func OfViolence(rule *Rule) bool {
	return slices.ContainsFunc(dangerKinds(rule), func(kind string) bool { return kind == "violence" || kind == "assault" })
}

// each is every word once, in the order of its first place.
func each(words []string) []string {
	var all []string
	for _, w := range words {
		if !slices.Contains(all, w) {
			all = append(all, w)
		}
	}
	return all
}

// crisisLines are the region's first few, and those of its nations.
func crisisLines(region *Region) []*HelpLine {
	whole := 0
	return slices.DeleteFunc(region.LinesOf("crisis"), func(l *HelpLine) bool {
		if l.Nation == "" {
			whole++
		}
		return l.Nation == "" && whole > maxCrisis
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

// StepLines serve a step with a clinician, the first to call first: those of what the
// clinician is, at "now" the emergency line, then those that the certain reasons call
// for, and the clinician's others in the order of writing. At "now" no line stands first
// that may be shut: before it, or the emergency line, come those that the clinician's
// first kind has at any hour, such as a poison centre's. That is so of who is a line; the
// ambulance stands before the lines of anybody else.
func StepLines(who *Clinician, certain []*Rule, urgency Urgency, region *Region) []*HelpLine {
	add := func(lines []*HelpLine, kind string) []*HelpLine {
		switch kind {
		case "":
			return lines
		case "crisis":
			return distinct(lines, crisisLines(region))
		}
		return distinct(lines, region.LinesOf(kind))
	}
	lines := add(nil, who.Line)
	if urgency == Now {
		ambulance := firstOf(region, "emergency")
		var answers []*HelpLine
		if slices.Contains(who.Lines, "emergency") && answersNow(region, who.Lines[0]) { // who is a line says where it stands
			answers = add(nil, who.Lines[0])
		}
		if len(lines) > 0 && lines[0].MayBeShut() {
			lines = distinct(answers, lines, ambulance)
		} else {
			lines = distinct(lines, answers, ambulance)
		}
		if len(lines) > 0 && lines[0].MayBeShut() {
			lines = distinct(ambulance, lines)
		}
	}
	var kinds []string
	for _, r := range certain {
		kinds = append(kinds, r.Lines...)
	}
	// Who speaks of a loss may not have said what was lost: who has said so comes first.
	if i := slices.Index(kinds, "loss"); i >= 0 && slices.Contains(kinds, "stillbirth") {
		kinds = slices.Insert(kinds, i, "stillbirth")
	}
	for _, kind := range kinds {
		lines = add(lines, kind)
	}
	for _, kind := range who.Lines {
		// Nobody calls an ambulance about what can wait for weeks, also where there is no
		// poison centre and its number stands for one.
		if urgency >= Soon || kind != "emergency" {
			lines = add(lines, kind)
		}
	}
	return lines
}

// answersNow tells a kind that can help at once, and that has a number of its own at any
// hour, where she is.
func answersNow(region *Region, kind string) bool {
	number := NumberOf(region, kind)
	return slices.Contains(urgentKinds, kind) && number != "" && number != NumberOf(region, "emergency")
}

// MayBeShut reports whether nobody may answer at some hour: there is a number, and it is
// not written down that somebody always does. An emergency number is never shut.
func (l *HelpLine) MayBeShut() bool {
	return !l.Open.Always && l.Kind != "emergency" && (l.Call != "" || l.Text != "")
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
		kind = slices.DeleteFunc(slices.Clone(kind), func(l *HelpLine) bool { return slices.Contains(all, l) })
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

// WithNamed are lines, and behind each those of the region that its note sends somebody to
// by name: "Deaf: see The Deaf Hotline". A name without its number helps nobody.
func WithNamed(lines []*HelpLine, region *Region) []*HelpLine {
	var all []*HelpLine
	for _, l := range lines {
		all = append(all, l)
		for _, o := range region.Lines {
			if o != l && o.NamedIn(l.Note) != "" {
				all = append(all, o)
			}
		}
	}
	return distinct(all)
}

// NamedIn is how a text names the line: by its name, or by what of that stands in brackets,
// as it is called in the country itself; "" where it does not. A single word in brackets is
// a short form, such as GP.
func (l *HelpLine) NamedIn(text string) string {
	if l.Name != "" && strings.Contains(text, l.Name) {
		return l.Name
	}
	parts := strings.FieldsFunc(l.Name, func(c rune) bool { return c == '(' || c == ')' })
	for _, name := range parts[min(1, len(parts)):] {
		name = strings.TrimSpace(name)
		if strings.Contains(name, " ") && strings.Contains(text, name) {
			return name
		}
	}
	return ""
}

// ReachedBy is the kind of help line that a clinician is, or whose number calls it at once,
// such as an ambulance; "" for one of her own people.
func (c *Clinician) ReachedBy() string {
	if c.Line == "" && len(c.Lines) > 0 && slices.Contains(urgentKinds, c.Lines[0]) {
		return c.Lines[0]
	}
	return c.Line
}

// AllLines are all lines of a region, in the order of their kinds.
func AllLines(region *Region) []*HelpLine {
	return region.LinesOf(LineKinds...)
}

// NumberOf is the number to call first for a kind of line: of the region's first
// such line that serves her and is never shut, else of its emergency line; ""
// where the region has neither. It may be night, and she may be in another nation:
// a number that is the only one of its kind says which nations have it.
func NumberOf(region *Region, kind string) string {
	var nations []*HelpLine
	for _, l := range region.LinesOf(kind) {
		switch {
		case l.Call == "" || !l.Open.Always && kind != "emergency":
		case region.serves(l):
			return l.Call
		default:
			nations = append(nations, l)
		}
	}
	switch {
	case kind == "emergency":
		return ""
	case len(nations) == 1:
		return nations[0].Call + " (" + nations[0].Nation + ")"
	}
	return NumberOf(region, "emergency")
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
