package page

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// medicines is a question that finds medicines by name. It only ever proposes:
// each medicine comes onto her list by her own choice from names that say what
// they are for.
func medicines(w *wording.Words, v visit.Visit, q *questionnaire.Question, d Draft) *maker {
	m := newMaker(w, QuestionPage, q.Topic.Title)
	f := v.Questionnaire().Formulary
	switch {
	case d.asking:
		m.states(q, f, d)
	case d.typed != "":
		m.names(q, f, d, v.Region())
	default:
		m.list(q, f, d, announces(v, q))
	}
	return m
}

// list is her list, and the other answers.
func (m *maker) list(q *questionnaire.Question, f *questionnaire.Formulary, d Draft, announced bool) {
	m.Typing = true
	if announced {
		m.announce(q.Topic)
	}
	m.add(Before, q.Before)
	m.add(Question, q.Ask)
	m.why(q, d)
	m.gap()
	m.add(Field, m.w.Medicines.Field)
	m.add(Hint, m.w.Medicines.Hint)
	if len(d.taken) == 0 {
		m.choose(&Choice{Label: m.w.Answer.None, Means: d.replied()})
	} else {
		m.choose(&Choice{Label: m.w.Medicines.Done, Means: d.replied()})
	}
	for i, t := range d.taken {
		off := &Choice{Label: Taken(m.w, f, q, t), Drafts: d.takenOff(t.Medicine, m.offList(f, t))}
		if i == 0 {
			m.headed(m.w.Medicines.Yours, off)
		} else {
			m.choose(off)
		}
	}
	for _, t := range d.off {
		if !slices.ContainsFunc(d.taken, func(o questionnaire.Taken) bool { return o.Medicine == t.Medicine }) {
			m.choose(&Choice{Label: wording.Fill(m.w.Medicines.PutBack, "medicine", named(m.w, f, t)), Drafts: d.putBack(m.onList(f, []questionnaire.Taken{t}, ""))})
		}
	}
	if len(d.taken) > 0 {
		m.gap()
	}
	m.unlisted(q, f, d)
	m.gap()
	m.free(q, d)
	m.gap()
	// What ends the questions, and what leads to the help lines, is a letter elsewhere,
	// and letters are text here.
	m.choose(&Choice{Label: SentenceCase(m.w.Keys.Enough), Means: visit.HadEnough{}})
	m.choose(&Choice{Label: m.w.Outcome.Lines, Opens: Lines{}})
	m.way(Back, &Choice{Means: visit.WentBack{}})
}

// names are what the letters may mean. A slip of the hand is likelier than a medicine that
// the list does not have, so the nearest names come first, under a warning. Where what she
// typed is a real name that the list does not have, or something of it is left over, that
// comes first. Words of somebody in danger bring the help lines before them all.
func (m *maker) names(q *questionnaire.Question, f *questionnaire.Formulary, d Draft, region *questionnaire.Region) {
	m.Typing = true
	m.add(Question, q.Ask)
	m.gap()
	m.add(Field, m.w.Medicines.Field)
	m.Found = m.found(d)
	m.cry(d, region)
	m.gap()
	notices := m.noticesOf(d)
	m.add(Notice, notices...)
	add := m.choose
	if len(notices) > 0 {
		add = m.beneath // the warning stands at the names
	}
	if len(d.several) > 1 {
		add(&Choice{Label: wording.Fill(m.w.Medicines.OneByOne, "names", printable(strings.Join(d.several, ", "))), Drafts: d.goThrough()})
	}
	unlistedFirst := len(d.found) > 0 && (d.found[0].Elsewhere || d.found[0].Rest != "")
	if unlistedFirst {
		add(m.unlistedChoice(q, f, d))
		add = m.beneath
	}
	for _, found := range d.found {
		add(&Choice{Label: Match(m.w, found), Drafts: m.picked(q, f, d, found)})
		add = m.beneath
	}
	if len(d.found) > 0 && d.found[0].Unnamed != nil {
		m.beneath(&Choice{Label: m.w.Medicines.WhichUnknown, Drafts: m.unnamed(q, f, d)})
	}
	if !unlistedFirst {
		m.gap()
		m.choose(m.unlistedChoice(q, f, d))
	}
	m.way(Back, &Choice{Drafts: d.Searched("", nil).told(LeftOut(m.w, d))})
}

// cry is the help lines, where what is typed is not the name of a medicine but a call for
// help. What is typed stays.
func (m *maker) cry(d Draft, region *questionnaire.Region) {
	lines := InHerLanguage(m.w, questionnaire.AllLines(region))
	if len(lines) == 0 || finder.Certain(d.found) || !WantsHelp(d.typed, EveryLanguage()) {
		return
	}
	m.Found = m.w.Outcome.Lines
	if ways := Contacts(m.w, lines[0]); len(ways) > 0 {
		m.Found = SentenceCase(ways[0])
	}
	m.headed(m.w.Outcome.Lines+": "+regionOf(region), lineChoice(m.w, lines[0]))
	for _, l := range lines[1:] {
		m.beneath(lineChoice(m.w, l))
	}
}

// LeftOut says that the name that is looked for is not on her list after all, so that none
// is lost without a word: she has seen it there, and may think that it was taken. Two
// letters are too few for a name. Empty: none is looked for, or it is on her list from before.
func LeftOut(w *wording.Words, d Draft) string {
	name := printable(d.typed)
	short := len(d.waiting) == 0 && utf8.RuneCountInString(strings.TrimSpace(name)) <= 2
	if d.asking || name == "" || short || slices.ContainsFunc(d.taken, func(t questionnaire.Taken) bool { return d.has(t, name) }) {
		return ""
	}
	return wording.Fill(w.Medicines.LeftOut, "name", name)
}

// has reports whether one of her list is what a name that is looked for most likely means.
func (d Draft) has(t questionnaire.Taken, name string) bool {
	if t.Medicine == questionnaire.UnlistedMedicine {
		return t.Typed != nil && holdsTyped(t.Typed, questionnaire.NewTyped(name))
	}
	for i, found := range d.found {
		if (i == 0 || found.Exact) && found.Medicine.Index == t.Medicine || found.Unnamed != nil && found.Unnamed.Index == t.Medicine {
			return true
		}
	}
	return false
}

// found says how many names were found and which is the first: what changes with every
// letter, for whoever hears the page.
func (m *maker) found(d Draft) string {
	if len(d.found) == 0 {
		return ""
	}
	first := d.found[0]
	name := first.Name
	if name != first.Medicine.Generic {
		name += " (" + first.Medicine.Generic + ")"
	}
	text := m.w.Medicines.Found
	if first.Likeness {
		text = m.w.Medicines.Like
	}
	return wording.Fill(text, "count", strconv.Itoa(len(d.found)), "name", name)
}

// noticesOf are what must be known before one of the names is chosen.
func (m *maker) noticesOf(d Draft) []string {
	w := m.w.Medicines
	switch {
	case len(d.several) > 1:
		return []string{w.Several}
	case len(d.found) == 0 && utf8.RuneCountInString(d.typed) > 2:
		return []string{w.Nothing}
	case len(d.found) == 0: // too little to say that
		return []string{w.More}
	}
	var notices []string
	first := d.found[0]
	if first.Likeness {
		notices = append(notices, w.Likeness)
	}
	if first.Rest != "" {
		notices = append(notices, m.restNotice(first))
	}
	switch {
	case first.Kind:
		notices = append(notices, w.Kind)
	case !first.Likeness && slices.ContainsFunc(d.found, func(found finder.Match) bool { return found.LookAlike }):
		notices = append(notices, w.LookAlike)
	}
	return notices
}

// restNotice says which words nobody knows, and what such words can mean.
func (m *maker) restNotice(found finder.Match) string {
	rest := printable(found.Rest)
	if len(found.May) == 0 {
		return wording.Fill(m.w.Medicines.Rest, "words", rest)
	}
	var may []string
	for _, medicine := range found.May {
		may = append(may, medicine.Generic)
	}
	return wording.Fill(m.w.Medicines.RestMay, "words", rest, "medicines", strings.Join(may, ", "))
}

func (m *maker) unlisted(q *questionnaire.Question, f *questionnaire.Formulary, d Draft) {
	m.choose(m.unlistedChoice(q, f, d))
}

// unnamed takes one of a kind of which she does not know which it is, where the list has
// something that stands for it: then what is said of the kind is said to her.
func (m *maker) unnamed(q *questionnaire.Question, f *questionnaire.Formulary, d Draft) *Draft {
	return m.taking(q, f, d, []questionnaire.Taken{{Medicine: d.found[0].Unnamed.Index}}, "")
}

// unlistedChoice takes what she typed as a medicine that the list does not know, or as
// one of a kind for which the list has nothing else.
func (m *maker) unlistedChoice(q *questionnaire.Question, f *questionnaire.Formulary, d Draft) *Choice {
	label := m.w.Answer.Unlisted
	if len(d.found) > 0 && d.found[0].Kind && d.found[0].Unnamed == nil {
		label = m.w.Medicines.WhichUnknown
	}
	t := questionnaire.Taken{Medicine: questionnaire.UnlistedMedicine, Typed: questionnaire.NewTyped(printable(d.typed))}
	return &Choice{Label: label, Extra: Unlisted, Drafts: m.taking(q, f, d, []questionnaire.Taken{t}, "")}
}

// picked takes a medicine by the name that she found it by, with all that her words say
// is in it besides. Words that nobody knows count as a medicine that is not in the list.
func (m *maker) picked(q *questionnaire.Question, f *questionnaire.Formulary, d Draft, found finder.Match) *Draft {
	t := questionnaire.Taken{Medicine: found.Medicine.Index}
	if found.Name != found.Medicine.Generic {
		t.Typed = questionnaire.NewTyped(found.Name)
	}
	taken := []questionnaire.Taken{t}
	for _, with := range found.With {
		taken = append(taken, questionnaire.Taken{Medicine: with.Index, Typed: questionnaire.NewTyped(printable(d.typed))})
	}
	if found.Rest != "" {
		taken = append(taken, questionnaire.Taken{Medicine: questionnaire.UnlistedMedicine, Typed: questionnaire.NewTyped(printable(d.typed))})
	}
	return m.taking(q, f, d, taken, found.Rest)
}

// taking takes medicines, after asking whether she still takes them.
func (m *maker) taking(q *questionnaire.Question, f *questionnaire.Formulary, d Draft, taken []questionnaire.Taken, rest string) *Draft {
	if len(q.States) == 0 {
		return d.put(taken, m.onList(f, taken, rest))
	}
	return d.ask(taken, rest)
}

// longestName is how many letters of a name that the list does not know are kept.
const longestName = 60

// printable is what can be shown of something that was typed.
func printable(typed string) string {
	letters := []rune(strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return -1
		}
		return r
	}, typed))
	return string(letters[:min(len(letters), longestName)])
}

// onList says that medicines are on her list, and which words of their name count as one
// that is not in ours.
func (m *maker) onList(f *questionnaire.Formulary, taken []questionnaire.Taken, rest string) string {
	if rest != "" {
		return wording.Fill(m.w.Medicines.PutRest, "medicine", named(m.w, f, taken[0]), "words", printable(rest))
	}
	if taken[0].Medicine == questionnaire.UnlistedMedicine {
		return m.w.Medicines.UnlistedPut
	}
	return wording.Fill(m.w.Count(m.w.Medicines.Put, len(taken)), "medicine", m.allNamed(f, taken))
}

// allNamed are the names of medicines in one line.
func (m *maker) allNamed(f *questionnaire.Formulary, taken []questionnaire.Taken) string {
	line := named(m.w, f, taken[0])
	for _, t := range taken[1:] {
		line = m.w.And(line, named(m.w, f, t))
	}
	return line
}

// offList says that a medicine is no longer on her list.
func (m *maker) offList(f *questionnaire.Formulary, t questionnaire.Taken) string {
	return wording.Fill(m.w.Medicines.Off, "medicine", SentenceCase(named(m.w, f, t)))
}

// states asks whether she still takes the medicine.
func (m *maker) states(q *questionnaire.Question, f *questionnaire.Formulary, d Draft) {
	m.add(Title, wording.Fill(m.w.Medicines.StateAsk, "medicine", m.allNamed(f, d.about)))
	put := func(label string, state int, extra Extra) {
		about := slices.Clone(d.about)
		for i := range about {
			about[i].State, about[i].Declined = state, extra == Declined
		}
		m.choose(&Choice{Label: label, Extra: extra, Drafts: d.put(about, m.onList(f, about, d.rested))})
	}
	for i, s := range q.States {
		put(s.Label, i, NoExtra)
	}
	m.gap()
	put(m.w.Answer.NotSure, questionnaire.UnsureState, NotSure)
	put(m.w.Answer.PreferNotToSay, questionnaire.UnsureState, Declined)
	back := d
	back.asking = false
	m.way(Back, &Choice{Drafts: back.told("")})
}

// SentenceCase begins a text with a capital letter.
func SentenceCase(s string) string {
	_, first := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:first]) + s[first:]
}
