package handout

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// numbers are the numbers of the questions that stand on a paper. One that is
// left out has none, and counts as "prefer not to say".
type numbers map[*questionnaire.Question]int

// known is a statement when questions are left out: what it comes to by itself,
// and whether that settles it.
func (n numbers) known(s statement) (rest statement, holds, settled bool) {
	if s.leaf != nil {
		if n[s.leaf.question] == 0 {
			return s, s.leaf.declined, true
		}
		return s, false, false
	}
	rest = statement{all: s.all}
	for _, part := range s.parts {
		left, holds, settled := n.known(part)
		switch {
		case !settled:
			rest.parts = append(rest.parts, left)
		case holds != s.all:
			return s, holds, true
		}
	}
	if len(rest.parts) == 0 {
		return s, s.all, true
	}
	return rest.single(), false, false
}

// teller says statements in words, with the numbers of one paper.
type teller struct {
	q  *questionnaire.Questionnaire
	w  *wording.Words
	no numbers
	// labels: an answer that stands alone is called by its whole label, for who must
	// understand at once and not look back; else by the letter that stands before it.
	labels bool
	// openOnce: that a medicine may be meant also where she was not sure is said once
	// for a whole statement, and not for each of its leaves.
	openOnce bool
}

// letter is what stands before the answer at a place: a, b, … z, aa, ab, ….
func letter(at int) string {
	if at < 26 {
		return string(rune('a' + at))
	}
	return letter(at/26-1) + letter(at%26)
}

// called are the answers at these places of a question, as a statement calls them.
// After the author's own answers come those that every question has.
func (t teller) called(question *questionnaire.Question, places []int) []string {
	if t.labels && len(places) == 1 {
		own := len(question.Answers)
		switch at := places[0]; at {
		case own:
			return []string{quoted(t.w.Answer.NotSure)}
		case own + 1:
			return []string{quoted(t.w.Answer.PreferNotToSay)}
		default:
			return []string{quoted(question.Answers[at].Label)}
		}
	}
	var letters []string
	for _, at := range places {
		letters = append(letters, letter(at))
	}
	return letters
}

// list is a statement as a list: one item, or one for each of its parts.
func (t teller) list(s statement) List {
	if s.leaf != nil {
		return List{Items: []Item{{Spans: plain(t.leaf(s.leaf))}}}
	}
	return List{Items: t.items(s)}
}

func (t teller) items(s statement) []Item {
	var items []Item
	for _, part := range s.parts {
		if said, ok := t.shortly(part); ok {
			items = append(items, Item{Spans: plain(said)})
			continue
		}
		items = append(items, Item{Spans: plain(t.joined(part)), Items: t.items(part)})
	}
	return items
}

// oneLine is a statement in one line: all of it, or what announces its parts.
func (t teller) oneLine(s statement) string {
	if s.leaf != nil {
		return t.leaf(s.leaf)
	}
	return t.joined(s)
}

// joined announces the parts of a statement.
func (t teller) joined(s statement) string {
	if s.all {
		return t.w.Handout.AllOf
	}
	return t.w.Handout.AnyOf
}

// mostInSigns is how long a statement is, as [inOneLine] measures it, that is still
// read in one line: about three lines of a column.
const mostInSigns = 300

// shortly is a statement in one line where it needs no list: one leaf, or few that
// must all be so, or of which one must be. Who must stop is not asked to read signs.
func (t teller) shortly(s statement) (said string, ok bool) {
	if s.leaf != nil {
		return t.leaf(s.leaf), true
	}
	if t.labels {
		return "", false
	}
	if inOneLine(s) > mostInSigns {
		return "", false
	}
	return t.joinedInSigns(s, 1)
}

// joinedInSigns is a statement in signs, if there are so many levels in it at most.
func (t teller) joinedInSigns(s statement, deeper int) (said string, ok bool) {
	b := &t.w.Handout.Brief
	sign := b.Either
	if s.all {
		sign = b.Plus
	}
	for i, part := range s.parts {
		var one string
		switch {
		case part.leaf != nil:
			one = t.inSigns(part.leaf)
		case deeper > 0:
			if one, ok = t.joinedInSigns(part, deeper-1); !ok {
				return "", false
			}
			one = wording.Fill(b.Group, "statement", one)
		default:
			return "", false
		}
		if i > 0 {
			one = wording.Fill(sign, "one", said, "other", one)
		}
		said = one
	}
	return said, len(s.parts) > 0
}

// inSigns is a leaf in signs: "27: b".
func (t teller) inSigns(p *picked) string {
	h := &t.w.Handout.Brief
	n := strconv.Itoa(t.no[p.question])
	if p.test == nil {
		text := h.Chose
		if p.none {
			text = h.ChoseNone
		}
		return wording.Fill(text, "n", n, "answers", t.or(t.called(p.question, p.places())))
	}
	names, states := t.testedOf(p.test)
	text := h.Chose
	switch {
	case p.test.AtLeast > 1:
		text = h.Count
	case len(states) > 0:
		text = h.State
	}
	said := wording.Fill(text, "n", n, "k", strconv.Itoa(p.test.AtLeast), "answers", t.or(names), "states", t.or(states))
	return t.turned(p, said, h.NotSo, h.OrOpen)
}

// turned is what is said of a test, in the words for its opposite, or for who is unsure.
func (t teller) turned(p *picked, said, notSo, orOpen string) string {
	switch {
	case p.none:
		return wording.Fill(notSo, "statement", said)
	case p.leavesOpen() && !t.openOnce:
		return wording.Fill(orOpen, "statement", said)
	}
	return said
}

// leaf is one statement about one question, with the number of the question.
func (t teller) leaf(p *picked) string {
	h := &t.w.Handout
	n := strconv.Itoa(t.no[p.question])
	if p.test != nil {
		return t.tested(p, n)
	}
	text := h.Chose
	if p.none {
		text = h.ChoseNone
	}
	return wording.Fill(text, "n", n, "answers", t.or(t.called(p.question, p.places())))
}

// places are those of the answers that a statement is about.
func (p *picked) places() []int {
	var places []int
	for i, wanted := range append(slices.Clone(p.of), p.notSure != p.none, p.declined != p.none) {
		if wanted {
			places = append(places, i)
		}
	}
	return places
}

// tested is a statement about medicines, or about how many were chosen.
func (t teller) tested(p *picked, n string) string {
	h := &t.w.Handout
	test := p.test
	names, states := t.testedOf(test)
	text := h.Took
	switch {
	case !test.Question.TakesMedicines():
		text = h.ChoseCount
	case test.AtLeast > 1:
		text = h.TookCount
	case len(states) > 0:
		text = h.TookState
	}
	said := wording.Fill(text, "n", n, "k", strconv.Itoa(test.AtLeast), "answers", t.or(names), "states", t.or(states))
	return t.turned(p, said, h.NotSo, h.OrOpen)
}

// testedOf are the names and states of medicines that a test is about, or the answers.
func (t teller) testedOf(test *questionnaire.Test) (names, states []string) {
	if !test.Question.TakesMedicines() {
		return t.called(test.Question, placesOf(test)), nil
	}
	for _, word := range test.Of {
		names = append(names, t.medicine(word))
	}
	for i, wanted := range test.WantState {
		if wanted {
			states = append(states, quoted(test.Question.States[i].Label))
		}
	}
	return names, states
}

// leavesOpen reports whether the statement holds as well for who was not sure.
func (p *picked) leavesOpen() bool {
	return p.test != nil && !p.none && p.notSure && !p.test.WantNotSure
}

// placesOf are the places of the answers that a test counts.
func placesOf(test *questionnaire.Test) []int {
	own := len(test.Question.Answers)
	var places []int
	for _, word := range test.Of {
		switch word {
		case questionnaire.NotSure:
			places = append(places, own)
		case questionnaire.PreferNotToSay:
			places = append(places, own+1)
		default:
			places = append(places, slices.IndexFunc(test.Question.Answers, func(a *questionnaire.Answer) bool { return a.ID == word }))
		}
	}
	return places
}

// medicine is what an author's word for a medicine, or a class of them, is called on
// paper.
func (t teller) medicine(word string) string {
	switch word {
	case questionnaire.NotSure:
		return quoted(t.w.Answer.NotSure)
	case questionnaire.PreferNotToSay:
		return quoted(t.w.Answer.PreferNotToSay)
	case questionnaire.None:
		return quoted(t.w.Answer.None)
	case questionnaire.Unlisted:
		return t.w.Answer.UnlistedShort
	}
	for _, c := range t.q.Formulary.Classes {
		if c.ID == word {
			return quoted(c.Name)
		}
	}
	// An author names a medicine by its generic name, which may be called
	// something else in the language of the paper.
	for _, m := range t.q.Formulary.Called(word) {
		if slices.Contains(m.Also, word) || questionnaire.Fold(m.Generic) == questionnaire.Fold(word) {
			return quoted(m.Generic)
		}
	}
	return quoted(word)
}

// or joins names: "a, b or c".
func (t teller) or(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return wording.Fill(t.w.Handout.Or, "one", strings.Join(names[:last], ", "), "other", names[last])
}

func quoted(s string) string { return "“" + oneLine(s) + "”" }
