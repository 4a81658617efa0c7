package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/prove"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// What a comparison says, in the order of reading: what is lost, what nobody could
// say before, what else changes for people, and what is written otherwise. Text and
// Markdown only lay it out.

// diffSection is what stands under one heading.
type diffSection struct {
	heading string
	items   []diffItem
}

// diffItem is one thing that changes.
type diffItem struct {
	word    string // "LOST", "changed"; "": the item says it all
	what    string
	details []diffDetail
}

// diffDetail is a line beneath it, or a few.
type diffDetail struct {
	label string
	lines []string
}

func detail(label string, lines ...string) diffDetail { return diffDetail{label, lines} }

const nothingChanges = "Nothing changes: no conversation, no question, no answer, no number and no text; %d texts and values were held side by side."

// nobodyIsCalled is what is proved where nothing is called for otherwise. It speaks of
// what is proved, and of nothing that is only seen or only written.
const nobodyIsCalled = "Whom to talk to, who else will do, how soon and how surely, and which interrupt pages, questions and texts there are: this changes for nobody%s. It is proved, not sampled."

// nothingLost is said of what can be known: not of numbers that are others now, since
// no proof knows who answers there, and not of whoever gives an answer that is new.
const nothingLost = "No loss: whom to talk to, how soon and how surely, interrupt pages, texts to read, answers%s and privacy are no less for anybody%s."

const ofBoth = " who gives an answer that both have"

// redialled is how many of the ways to reach a line, of these kinds, are others now.
func redialled(written []prove.Difference, ways ...string) int {
	n := 0
	for _, d := range written {
		if d.Part == prove.Numbers && d.Edit == prove.Rewritten && slices.Contains(ways, d.Key) {
			n++
		}
	}
	return n
}

// diffHeadline says in one line what there is.
func diffHeadline(c prove.Comparison) string {
	if c.Nothing() {
		return fmt.Sprintf(nothingChanges, c.Compared)
	}
	fates := map[prove.Edit]int{}
	for _, a := range c.Answers {
		fates[a.Edit]++
	}
	others, elsewhere := redialled(c.Written, "call", "text"), redialled(c.Written, "url", "text-word")
	lines, whom := ", help lines", ""
	if others+elsewhere > 0 {
		lines = ""
	}
	if fates[prove.New] > 0 {
		whom = ofBoth
	}
	head := fmt.Sprintf(nothingLost, lines, whom)
	if n := c.Losses(); n > 0 {
		head = countedAs(n, "loss", "losses") + "."
	}
	var also []string
	add := func(n int, one, many string) {
		if n > 0 {
			also = append(also, countedAs(n, one, many))
		}
	}
	add(others, "line has another number, to be tried", "lines have another number, to be tried")
	add(elsewhere, "line has another address or word to text, to be tried", "lines have another address or word to text, to be tried")
	add(fates[prove.New], "new answer", "new answers")
	add(fates[prove.Elsewhere], "moved answer", "moved answers")
	add(fates[prove.Renamed], "renamed answer", "renamed answers")
	other := 0
	for _, change := range c.Changes {
		if !change.Loss() {
			other++
		}
	}
	add(other, "other change for somebody", "other changes for somebody")
	add(len(c.Apart), "question that takes other replies", "questions that take other replies")
	also = append(also, plansTold(c.Plans)...)
	gone := 0
	for _, d := range c.Written {
		if d.GuardGone() {
			gone++
		}
	}
	add(gone, "promise, order, phrase or scenario gone", "promises, orders, phrases or scenarios gone")
	parts := map[prove.Part]int{}
	for p := prove.Privacy; p <= prove.Folder; p++ {
		parts[p] = len(writtenItems(c.Written, p))
	}
	var written []string
	for p := prove.Privacy; p <= prove.Folder; p++ {
		if parts[p] > 0 {
			written = append(written, fmt.Sprintf("%s %d", p, parts[p]))
		}
	}
	if len(written) > 0 {
		also = append(also, "written otherwise: "+strings.Join(written, ", "))
	}
	if len(also) > 0 {
		head += " Also: " + strings.Join(also, "; ") + "."
	}
	return head
}

// plansTold is how many of those whose plans were compared have another one.
func plansTold(p prove.Plans) []string {
	var all []string
	add := func(n int, one, many string) {
		if n > 0 {
			all = append(all, countedAs(n, one, many))
		}
	}
	add(p.Opening(), "opens with somebody else", "open with somebody else")
	add(p.Resized(), "has more or fewer steps", "have more or fewer steps")
	add(p.Other.People, "has other steps behind the first", "have other steps behind the first")
	if len(all) == 0 {
		return nil
	}
	return []string{fmt.Sprintf("of %d people's plans ", p.Scenarios.People+p.Random.People) + strings.Join(all, ", ")}
}

func countedAs(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// diffSections are all of them that have something to say.
func diffSections(c prove.Comparison) []diffSection {
	if c.Nothing() {
		return nil
	}
	var lost, gained, fresh, moved, renamed []diffItem
	for _, change := range c.Changes {
		if change.Loss() {
			lost = append(lost, changeItem(change))
		} else {
			gained = append(gained, changeItem(change))
		}
	}
	for _, a := range c.Answers {
		switch a.Edit {
		case prove.Gone:
			lost = append(lost, answerItem(a))
		case prove.New:
			fresh = append(fresh, answerItem(a))
		case prove.Elsewhere:
			moved = append(moved, answerItem(a))
		default:
			renamed = append(renamed, answerItem(a))
		}
	}
	for _, d := range c.Written {
		if d.Loss() {
			lost = append(lost, lostItem(d))
		}
	}
	if len(c.Changes) == 0 {
		of := ""
		if len(c.Answers) > 0 {
			of = ofBoth
		}
		gained = append(gained, diffItem{what: fmt.Sprintf(nobodyIsCalled, of)})
	}
	for _, id := range c.Apart {
		fresh = append(fresh, diffItem{word: "other replies", what: "question " + id + ": what was said to it cannot be said to the new one, so that whoever is asked may say anything to both"})
	}
	all := []diffSection{
		{"lost or weaker", lost}, {"new answers: whether they lead where they must is for somebody to judge", fresh},
		{"answers that another question has now, taken for the same", moved},
		{"for somebody", gained}, {"renamed answers, taken for the same", renamed}, planSection(c.Plans),
	}
	for p := prove.Privacy; p <= prove.Folder; p++ {
		all = append(all, diffSection{p.String(), writtenItems(c.Written, p)})
	}
	return slices.DeleteFunc(all, func(s diffSection) bool { return len(s.items) == 0 })
}

// ruleSection is what is lost rule by rule.
func ruleSection(old, new prove.Edition) diffSection {
	s := diffSection{heading: "rule by rule, for somebody for whom the old rule is certain"}
	for _, c := range prove.ByRule(old.Questionnaire, new.Questionnaire) {
		i := changeItem(c)
		i.what = fmt.Sprintf("%s: %s (%s → %s)", c.Rule, c.Need, c.Before, c.After)
		if c.Effect >= prove.Undecided {
			i.what = c.Rule + ": " + whatChanges(c)
		}
		s.items = append(s.items, i)
	}
	return s
}

// changeItem is what changes for somebody, and for whom.
func changeItem(c prove.Change) diffItem {
	i := diffItem{word: loud(c), what: whatChanges(c)}
	if len(c.Example) > 0 || c.Effect != prove.Undecided {
		i.details = append(i.details, detail("for", person(c.Example)))
	}
	if len(c.Otherwise) > 0 {
		i.details = append(i.details, detail("who "+otherwise(c), strings.Join(c.Otherwise, "; ")))
	}
	if c.Rule == "" && !slices.Equal(c.RulesBefore, c.RulesAfter) {
		i.details = append(i.details, detail("by", ruleNames(c.RulesBefore)+" → "+ruleNames(c.RulesAfter)))
	}
	return i
}

func ruleNames(ids []string) string {
	if len(ids) == 0 {
		return "no rule"
	}
	const most = 6
	if len(ids) > most+1 {
		return fmt.Sprintf("%s and %d more", strings.Join(ids[:most], ", "), len(ids)-most)
	}
	return strings.Join(ids, ", ")
}

// loud writes losses so that nobody reads past them.
func loud(c prove.Change) string {
	switch {
	case c.Question != "" && c.Effect == prove.Lost:
		return "not asked"
	case c.Question != "" && c.Effect == prove.Gained:
		return "asked"
	case c.Effect.Loss():
		return strings.ToUpper(c.Effect.String())
	}
	return c.Effect.String()
}

func whatChanges(c prove.Change) string {
	name := c.Clinician + c.Need + c.Interrupt + c.Question + c.Education
	switch {
	case c.Effect == prove.Disagrees:
		return name + ": the proof and the screening disagree; this is a fault of askfirst, please report it"
	case c.Effect == prove.Undecided:
		return name + ": this could not be decided for everybody"
	case c.Clinician != "":
		return fmt.Sprintf("%s (%s → %s)", c.Clinician, c.Before, c.After)
	case c.Need != "":
		return fmt.Sprintf("who will do for %s (%s → %s)", c.Need, c.Before, c.After)
	case c.Interrupt != "":
		return fmt.Sprintf("interrupt %s (%s → %s)", c.Interrupt, c.Before, c.After)
	case c.Question != "":
		return "question " + c.Question
	}
	return "education " + c.Education
}

func person(example []string) string {
	return strings.Join(append(slices.Clone(example), "others: prefer-not-to-say"), "; ")
}

func otherwise(c prove.Change) string {
	if c.Effect.Loss() {
		return "says in the new one"
	}
	return "said in the old one"
}

// answerItem is an answer that only one of them offers, with what it leads to.
func answerItem(a prove.Answered) diffItem {
	of := "answer"
	if a.State {
		of = "state"
	}
	i := diffItem{word: a.Edit.String(), what: fmt.Sprintf("%s %s of question %s, %q", of, a.Answer, a.Question, a.Label)}
	switch a.Edit {
	case prove.Renamed:
		i.what = fmt.Sprintf("%s %s of question %s is %s now, %q", of, a.Was, a.Question, a.Answer, a.Label)
		return i
	case prove.Elsewhere:
		i.what = fmt.Sprintf("%s %s of question %s is %s of question %s now, %q", of, a.Was, a.From, a.Answer, a.Question, a.Label)
		i.details = append(i.details, detail("who says it gets", listOr(a.Gets, "nothing")))
		b := a.Beside[0]
		if len(b.Lacks)+len(b.More) == 0 {
			i.details = append(i.details, detail("the same as she got before"))
		}
		if len(b.Lacks) > 0 {
			i.details = append(i.details, detail("and not, as before", strings.Join(b.Lacks, "; ")))
		}
		if len(b.More) > 0 {
			i.details = append(i.details, detail("and, unlike before", strings.Join(b.More, "; ")))
		}
		return i
	case prove.Gone:
		i.word = "GONE"
		i.details = append(i.details, detail("who said it got by it", listOr(a.Gets, "nothing")))
		return i
	}
	i.details = append(i.details, detail("who says it gets by it", listOr(a.Gets, "nothing")))
	for _, b := range a.Beside {
		who := strings.Join(b.Answers, ", ")
		if len(b.Lacks)+len(b.More) == 0 {
			i.details = append(i.details, detail("the same as who says "+who))
			continue
		}
		if len(b.Lacks) > 0 {
			i.details = append(i.details, detail("and not, as who says "+who, strings.Join(b.Lacks, "; ")))
		}
		if len(b.More) > 0 {
			i.details = append(i.details, detail("and, unlike who says "+who, strings.Join(b.More, "; ")))
		}
	}
	return i
}

func listOr(all []string, none string) string {
	if len(all) == 0 {
		return none
	}
	return strings.Join(all, "; ")
}

// planSection is how plans changed, of those who were compared.
func planSection(p prove.Plans) diffSection {
	s := diffSection{heading: fmt.Sprintf("plans, of the people of %s and of %d random people: seen, not proved", countedAs(p.Scenarios.People, "scenario", "scenarios"), p.Random.People)}
	if !p.Differ() {
		return s
	}
	for _, g := range []struct {
		who string
		prove.Group
	}{{"of the scenarios' people", p.Scenarios}, {"of the random people", p.Random}} {
		if g.People > 0 {
			s.items = append(s.items, spreadItem("steps "+g.who, g.Steps), spreadItem("steps today or now "+g.who, g.Today))
		}
	}
	moved := func(word string, m prove.Moved) {
		if m.People > 0 {
			s.items = append(s.items, diffItem{word: word, what: countedAs(m.People, "person", "people"), details: []diffDetail{detail("for", person(m.Example))}})
		}
	}
	moved("more steps", p.More)
	moved("fewer steps", p.Fewer)
	moved("others behind the first, or in another order, or sooner or later", p.Other)
	const most = 8
	for n, m := range p.First {
		if n == most {
			rest := 0
			for _, m := range p.First[most:] {
				rest += m.People
			}
			s.items = append(s.items, diffItem{word: "first step moved otherwise", what: countedAs(rest, "person", "people")})
			break
		}
		moved(fmt.Sprintf("first step %s → %s", orNobody(m.From), orNobody(m.To)), m)
	}
	return s
}

func spreadItem(word string, of [2]prove.Spread) diffItem {
	return diffItem{word: word, what: fmt.Sprintf("%d in the middle and %d at most → %d and %d", of[0].Middle, of[0].Most, of[1].Middle, of[1].Most)}
}

func orNobody(id string) string {
	if id == "" {
		return "nobody"
	}
	return id
}

// subject is a noun in one line.
func subject(of questionnaire.Subject) string {
	if of.Kind == "translation" && of.Part != "" {
		return of.ID + ": " + of.Part
	}
	return of.String()
}

func lostItem(d prove.Difference) diffItem {
	switch {
	case d.Part == prove.Privacy:
		return diffItem{word: "NOT PRIVATE", what: subject(d.Of) + " is shown on a shared screen now"}
	case d.Edit == prove.Gone:
		return diffItem{word: "GONE", what: subject(d.Of)}
	}
	return diffItem{word: "GONE", what: fmt.Sprintf("%s, %s (%s)", subject(d.Of), d.Key, d.Old)}
}
