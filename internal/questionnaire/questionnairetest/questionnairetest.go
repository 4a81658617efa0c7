// Package questionnairetest draws random questionnaires and random people, for
// property tests of what must hold for every one of them.
//
// A questionnaire is drawn as the YAML that an author might have written and
// then read by package folder, so that a test of the engine is one of the
// reader as well. They are small: a few questions with a few answers, so that
// package prove can be held against all possible people one by one.
package questionnairetest

import (
	"fmt"
	"slices"
	"strings"
	"testing/fstest"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Shape says which questionnaires are drawn. Its zero value allows everything.
type Shape struct {
	MostQuestions int  // 0: seven
	MostRules     int  // 0: five
	WithoutNot    bool // no condition holds a "not"
	WithoutOpen   bool // no condition names "not-sure" or "prefer-not-to-say"
	WithoutStates bool // medicines are taken or not, and that is all
	// Plan draws also what plans are made of: alternatives, clinicians who exist
	// only sometimes, weights, names of conditions, facts and requests, and answers
	// of the author's own that mean "I do not know".
	Plan   bool
	Orders bool // which answers are graver than others
}

// Draw draws a questionnaire. The test fails if the reader refuses it.
func Draw(t *rapid.T, s Shape) *questionnaire.Questionnaire {
	t.Helper()
	files := DrawFolder(t, s)
	q, findings, err := folder.Read(files, nil)
	if q == nil || err != nil {
		t.Fatalf("a sound questionnaire was refused: %v %v\n%s", err, findings, Text(files))
	}
	return q
}

// Text is a folder's files one after the other, for the log of a failed test.
func Text(folder fstest.MapFS) string {
	var names []string
	for name := range folder {
		names = append(names, name)
	}
	slices.Sort(names)
	var b strings.Builder
	for _, name := range names {
		fmt.Fprintf(&b, "-- %s --\n%s", name, folder[name].Data)
	}
	return b.String()
}

// DrawFolder draws the YAML of a questionnaire.
func DrawFolder(t *rapid.T, s Shape) fstest.MapFS {
	d := drawing{Shape: s, t: t}
	if d.MostQuestions == 0 {
		d.MostQuestions = 7
	}
	if d.MostRules == 0 {
		d.MostRules = 5
	}
	d.medicines = slices.Clone(medicines[:d.number("medicines", 1, len(medicines))])
	if len(d.medicines) == len(medicines) && d.flag("one of a kind") {
		d.medicines[len(medicines)-1] = oneOfAKind
	}
	topics := []string{"first"}
	if d.flag("second topic") {
		topics = append(topics, "second")
	}
	folder := fstest.MapFS{
		"help-lines.yaml": {Data: []byte(d.helpLines())},
		"medicines.yaml":  {Data: []byte(d.formulary())},
		"questionnaire.yaml": {Data: fmt.Appendf(nil, "questionnaire: drawn\ntitle: Drawn\nversion: 1.0.0\nlanguage: en\ntopics: [%s]\nwelcome: Hello.\nconsent: Yes.\n%s",
			strings.Join(topics, ", "), d.limits())},
	}
	questions := d.number("questions", 1, d.MostQuestions)
	rules := d.number("rules", 1, d.MostRules)
	// The questions of the first topic come before those of the second; a rule
	// may look at any question, also at one of a later topic.
	var texts []string
	for i, topic := range topics {
		text := fmt.Sprintf("topic: %s\ntitle: A topic\n", topic)
		end := questions
		if i < len(topics)-1 {
			end = d.number("questions of the first topic", 0, questions)
		}
		if len(d.asked) < end {
			text += "questions:\n"
		}
		d.names = nil
		for len(d.asked) < end {
			text += d.question()
			d.name()
		}
		if len(d.names) > 0 {
			text += "conditions:\n" + strings.Join(d.names, "")
		}
		texts = append(texts, text)
	}
	for i, topic := range topics {
		n := 0
		if i == 0 {
			n = rules - rules/2
		} else {
			n = rules / 2
		}
		if len(topics) == 1 {
			n = rules
		}
		if n > 0 {
			texts[i] += "rules:\n"
		}
		for range n {
			texts[i] += d.rule()
		}
		texts[i] += d.orders(i)
		folder[topic+".yaml"] = &fstest.MapFile{Data: []byte(texts[i])}
	}
	folder["clinicians.yaml"] = &fstest.MapFile{Data: []byte(d.clinicians())}
	return folder
}

const clinicians = `clinicians:
  - {id: prescriber, name: Your prescriber, who: A}
  - {id: pharmacist, name: Your pharmacist, who: B}
  - {id: crisis-line, name: A crisis line, who: C}
`

// medicines are few, so that all that somebody could take can be tried: two in
// a group, one in two classes, one in none.
var medicines = []string{
	"{generic: sertraline, brands: [Zoloft], classes: [ssri]}",
	"{generic: lithium, classes: [lithium, heart-rhythm]}",
	"{generic: paracetamol, classes: []}",
}

// oneOfAKind is for the mood: it has the rules of an SSRI, and may be lithium.
const oneOfAKind = "{generic: an ssri, classes: [ssri], one-of: [ssri, lithium]}"

var classes = []string{"ssri", "lithium", "heart-rhythm", "not-to-be-stopped-suddenly"}

// drawing is one questionnaire on its way.
type drawing struct {
	Shape
	t         *rapid.T
	medicines []string
	asked     []drawn  // the questions so far, in their order
	names     []string // the named conditions of this topic
	named     int      // the names so far: c0, c1, …
	rules     int
}

// drawn is what later conditions must know of a question.
type drawn struct {
	id        string
	choose    string
	answers   []string
	exclusive bool // the last answer stands alone
	states    []string
}

func (d *drawing) number(label string, least, most int) int {
	return rapid.IntRange(least, most).Draw(d.t, label)
}

func (d *drawing) flag(label string) bool { return rapid.Bool().Draw(d.t, label) }

// rare is true one time in four.
func (d *drawing) rare(label string) bool { return d.number(label, 0, 3) == 3 }

func (d *drawing) formulary() string {
	return "classes:\n  - {id: ssri, name: A}\n  - {id: lithium, name: B}\n  - {id: heart-rhythm, name: C}\n" +
		"  - {id: not-to-be-stopped-suddenly, name: D, includes: [ssri, lithium]}\nmedicines:\n  - " + strings.Join(d.medicines, "\n  - ") + "\n"
}

func (d *drawing) question() string {
	q := drawn{id: fmt.Sprintf("q%d", len(d.asked)), choose: rapid.SampledFrom([]string{"one", "many", "medicines"}).Draw(d.t, "choose")}
	text := fmt.Sprintf("  - id: %s\n    ask: A question?\n    why: A reason.\n    choose: %s\n", q.id, q.choose)
	if q.choose == "medicines" {
		if !d.WithoutStates && d.flag("states") {
			q.states = []string{"taking", "stopped"}
			if d.Plan {
				text += "    states: [{id: taking, label: A, said: \"I take {names}.\"}, {id: stopped, label: B, said: \"I stopped {names}.\"}]\n"
			} else {
				text += "    states: [{id: taking, label: A}, {id: stopped, label: B}]\n"
			}
		}
		if d.Plan && d.flag("said of medicines") {
			text += "    said: \"{names} is on my list.\"\n"
		}
	} else {
		text += "    answers:\n"
		for i := range d.number("answers", 2, 3) {
			q.answers = append(q.answers, string(rune('a'+i)))
		}
		q.exclusive = q.choose == "many" && d.flag("exclusive")
		for i, a := range q.answers {
			exclusive := ""
			if q.exclusive && i == len(q.answers)-1 {
				exclusive = ", exclusive: true"
			}
			if d.Plan && d.rare("unknown") {
				exclusive += ", unknown: true"
			}
			if d.Plan && d.flag("said") {
				exclusive += fmt.Sprintf(", said: I say %s of %s.", a, q.id)
			}
			text += fmt.Sprintf("      - {id: %s, label: An answer%s}\n", a, exclusive)
		}
	}
	if d.rare("private") {
		text += "    private: true\n"
	}
	if len(d.asked) > 0 && d.flag("ask-when") {
		text += "    ask-when: " + d.part(2) + "\n"
	}
	d.asked = append(d.asked, q)
	return text
}

func (d *drawing) rule() string {
	if d.Plan {
		return d.plannedRule()
	}
	urgency := d.number("urgency", 0, len(everyUrgency)-1)
	talkTo := rapid.SampledFrom([]string{"prescriber", "pharmacist", "crisis-line", "[prescriber, pharmacist]", "[crisis-line, prescriber]"}).Draw(d.t, "talk-to")
	text := fmt.Sprintf("  - id: r%d\n    talk-to: %s\n    urgency: %s\n    reason: A reason.\n", d.rules, talkTo, everyUrgency[urgency])
	d.rules++
	if everyUrgency[urgency] == "now" || d.flag("with a possible urgency") {
		text += "    possible-urgency: " + everyUrgency[d.number("possible urgency", 0, urgency)] + "\n"
	}
	if d.flag("interrupt") {
		text += "    interrupt: true\n"
	}
	if !d.rare("for everyone") {
		text += "    when: " + d.condition(3) + "\n"
	}
	return text
}

// condition draws a map of at most three entries, nested at most so deep.
func (d *drawing) condition(depth int) string {
	var entries []string
	used := map[string]bool{} // a key may stand once in a map
	for range d.number("entries", 1, 3) {
		key, text := d.entry(depth)
		if !used[key] {
			used[key] = true
			entries = append(entries, key+": "+text)
		}
	}
	return "{" + strings.Join(entries, ", ") + "}"
}

func (d *drawing) entry(depth int) (key, text string) {
	kind := "atom"
	if depth > 0 {
		kind = rapid.SampledFrom([]string{"atom", "atom", "atom", "all", "any", "not"}).Draw(d.t, "kind")
	}
	switch {
	case kind == "not" && !d.WithoutNot:
		return "not", d.part(depth - 1)
	case kind == "all" || kind == "any":
		var parts []string
		for range d.number("parts", 1, 3) {
			parts = append(parts, d.part(depth-1))
		}
		return kind, "[" + strings.Join(parts, ", ") + "]"
	}
	q := d.asked[d.number("question", 0, len(d.asked)-1)]
	return q.id, d.test(q)
}

func (d *drawing) test(q drawn) string {
	names := q.answers
	if q.choose == "medicines" {
		names = slices.Concat(classes, []string{"sertraline", "unlisted", "none"})
	}
	// What can be chosen together may be counted: the medicines only when it is
	// certain that there are two.
	if q.choose == "many" && len(q.answers) == 3 && d.rare("at-least") {
		if q.exclusive {
			names = names[:2]
		}
		return fmt.Sprintf("{at-least: 2, of: [%s]}", strings.Join(names, ", "))
	}
	if q.choose == "medicines" && len(d.medicines) >= 2 && d.rare("at-least") {
		names = []string{"sertraline", "lithium", "unlisted"}
		return fmt.Sprintf("{at-least: 2, of: [%s]%s}", strings.Join(names, ", "), d.state(q))
	}
	var of []string
	for _, name := range names {
		if d.flag(name) {
			of = append(of, name)
		}
	}
	if !d.WithoutOpen && d.rare("open") {
		of = append(of, rapid.SampledFrom([]string{questionnaire.NotSure, questionnaire.PreferNotToSay}).Draw(d.t, "which"))
	}
	if len(of) == 0 {
		of = names[:1]
	}
	if state := d.state(q); state != "" {
		return fmt.Sprintf("{of: [%s]%s}", strings.Join(of, ", "), state)
	}
	return "[" + strings.Join(of, ", ") + "]"
}

func (d *drawing) state(q drawn) string {
	if len(q.states) == 0 || d.flag("any state") {
		return ""
	}
	return ", state: [" + rapid.SampledFrom(q.states).Draw(d.t, "state") + "]"
}

// DrawReply draws anything that can be said to the question.
func DrawReply(t *rapid.T, q *questionnaire.Questionnaire, question *questionnaire.Question) questionnaire.Reply {
	return rapid.SampledFrom(Replies(q, question)).Draw(t, question.ID)
}

// Replies lists everything that can be said to the question. For a question
// with many answers or medicines that is much: keep them few.
func Replies(q *questionnaire.Questionnaire, question *questionnaire.Question) []questionnaire.Reply {
	all := []questionnaire.Reply{{Kind: questionnaire.Unsure}, {Kind: questionnaire.Declined}}
	if question.TakesMedicines() {
		return append(all, medicineReplies(q, question)...)
	}
	for chosen := 1; chosen < 1<<len(question.Answers); chosen++ {
		var ids []string
		for i, a := range question.Answers {
			if chosen&(1<<i) != 0 {
				ids = append(ids, a.ID)
			}
		}
		// The question itself says which cannot be given together.
		if reply, err := question.Reply(ids...); err == nil {
			all = append(all, reply)
		}
	}
	return all
}

// medicineReplies are all ways to take each medicine, or something that is not
// listed, in each state, or not to take it.
func medicineReplies(q *questionnaire.Questionnaire, question *questionnaire.Question) []questionnaire.Reply {
	states := []int{0}
	if len(question.States) > 0 {
		states = []int{questionnaire.UnsureState}
		for i := range question.States {
			states = append(states, i)
		}
	}
	taken := [][]questionnaire.Taken{nil}
	for medicine := questionnaire.UnlistedMedicine; medicine < len(q.Formulary.Medicines); medicine++ {
		for _, others := range taken[:len(taken):len(taken)] {
			for _, state := range states {
				taken = append(taken, append(slices.Clip(others), questionnaire.Taken{Medicine: medicine, State: state}))
			}
		}
	}
	var all []questionnaire.Reply
	for _, t := range taken {
		if reply, err := question.ReplyTaken(t...); err == nil {
			all = append(all, reply)
		}
	}
	return all
}
