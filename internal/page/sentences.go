package page

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// Urgent is how soon, in words.
func Urgent(w *wording.Words, u questionnaire.Urgency) string {
	switch u {
	case questionnaire.Now:
		return w.Urgency.Now
	case questionnaire.Today:
		return w.Urgency.Today
	case questionnaire.Soon:
		return w.Urgency.Soon
	case questionnaire.BeforeDeciding:
		return w.Urgency.BeforeDeciding
	}
	return w.Urgency.NextVisit
}

// Replied is a reply in the words of the answers that she chose.
func Replied(w *wording.Words, f *questionnaire.Formulary, q *questionnaire.Question, r questionnaire.Reply) string {
	switch r.Kind {
	case questionnaire.NoReply:
		return w.Answer.Skipped
	case questionnaire.Unsure:
		return w.Answer.NotSure
	case questionnaire.Declined:
		return w.Answer.PreferNotToSay
	}
	if q.TakesMedicines() {
		if len(r.Taken) == 0 && !r.RestUnsure {
			return w.Answer.None
		}
		var names []string
		for _, t := range r.Taken {
			names = append(names, Taken(w, f, q, t))
		}
		if r.RestUnsure {
			names = append(names, w.Answer.Rest)
		}
		return strings.Join(names, "; ")
	}
	var labels []string
	for _, a := range r.Answers {
		labels = append(labels, q.Answers[a].Label)
	}
	if r.RestUnsure {
		labels = append(labels, w.Answer.Rest)
	}
	return strings.Join(labels, "; ")
}

// Medicine is what a medicine is called. No brand stands with it: that of one region means
// nothing in another, or something else, and which is sold where is not in the list.
func Medicine(w *wording.Words, f *questionnaire.Formulary, medicine int) string {
	if medicine == questionnaire.UnlistedMedicine {
		return w.Answer.UnlistedShort
	}
	return f.Medicines[medicine].Generic
}

// named is a medicine by the word that she typed, or else as [Medicine] calls it.
func named(w *wording.Words, f *questionnaire.Formulary, t questionnaire.Taken) string {
	switch {
	case t.Typed == nil:
		return Medicine(w, f, t.Medicine)
	case t.Medicine == questionnaire.UnlistedMedicine:
		return wording.Fill(w.Answer.UnlistedNamed, "name", t.Typed.String())
	}
	return screening.NameOf(f, t)
}

// Match is a name that was found, with what it is for: that is what tells
// look-alikes apart.
func Match(w *wording.Words, m finder.Match) string {
	text := w.Medicines.For
	if m.Name != m.Medicine.Generic {
		text = w.Medicines.KnownAs
	}
	if m.Medicine.For == "" {
		text, _, _ = strings.Cut(text, ":")
	}
	label := wording.Fill(text, "name", m.Name, "generic", m.Medicine.Generic, "for", m.Medicine.For)
	for _, with := range m.With {
		label = wording.Fill(w.Medicines.With, "match", label, "medicine", with.Generic)
	}
	if m.Rest != "" {
		label = wording.Fill(w.Medicines.WithRest, "match", label, "words", printable(m.Rest))
	}
	return label
}

// Taken is a medicine and, if she was asked, whether she still takes it.
func Taken(w *wording.Words, f *questionnaire.Formulary, q *questionnaire.Question, t questionnaire.Taken) string {
	name := named(w, f, t)
	if len(q.States) == 0 {
		return name
	}
	state := w.Answer.StateUnsure
	switch {
	case t.State != questionnaire.UnsureState:
		state = q.States[t.State].Label
	case t.Declined:
		state = w.Answer.StateDeclined
	}
	return wording.Fill(w.Answer.Taken, "medicine", name, "state", state)
}

// Open is why possible reasons are possible, each once: reasons that share an open
// question say nothing more by saying it again. A doubt stands with whose it is.
type Open struct {
	Unsure   []string // what she was not sure about
	Declined []string // what she left out
	Unknown  []string // what she named, and the list does not know
}

// LeftOpen is why these reasons are possible.
func LeftOpen(w *wording.Words, f *questionnaire.Formulary, possible []screening.Reason) Open {
	var o Open
	add := func(list *[]string, line string) {
		if !slices.Contains(*list, line) {
			*list = append(*list, line)
		}
	}
	for _, r := range possible {
		for _, b := range r.Because() {
			part := func(list *[]string, r questionnaire.Reply) {
				r.Kind = questionnaire.Definite
				add(list, said(w, f, screening.Because{Question: b.Question, Reply: r}))
			}
			switch b.Reply.Kind {
			case questionnaire.Unsure:
				add(&o.Unsure, b.Question.Ask)
			case questionnaire.Declined:
				add(&o.Declined, b.Question.Ask)
			}
			for _, a := range b.Reply.Answers {
				if b.Question.Answers[a].Unknown {
					part(&o.Unsure, questionnaire.Reply{Answers: []int{a}})
				}
			}
			for _, t := range b.Reply.Taken {
				switch {
				case t.Medicine == questionnaire.UnlistedMedicine:
					part(&o.Unknown, questionnaire.Reply{Taken: []questionnaire.Taken{t}})
				case t.State == questionnaire.UnsureState && t.Declined:
					part(&o.Declined, questionnaire.Reply{Taken: []questionnaire.Taken{t}})
				case t.State == questionnaire.UnsureState:
					part(&o.Unsure, questionnaire.Reply{Taken: []questionnaire.Taken{t}})
				}
			}
			if b.Reply.RestUnsure {
				add(&o.Declined, wording.Fill(w.Card.YouSaid, "question", b.Question.Ask, "answer", sentence(SentenceCase(w.Answer.Rest))))
			}
		}
	}
	return o
}

func said(w *wording.Words, f *questionnaire.Formulary, b screening.Because) string {
	return wording.Fill(w.Card.YouSaid, "question", b.Question.Ask, "answer", sentence(Replied(w, f, b.Question, b.Reply)))
}

// Contacts are the ways to reach a help line, the quickest first: "call 988". Who may
// be heard by the one she is afraid of has the silent way first.
func Contacts(w *wording.Words, l *questionnaire.HelpLine) []string {
	var ways []string
	if l.Call != "" {
		ways = append(ways, wording.Fill(w.Line.Call, "number", l.Call))
	}
	switch {
	case l.Text == "":
	case l.TextWord != "":
		ways = append(ways, wording.Fill(w.Line.TextWord, "word", l.TextWord, "number", l.Text))
	default:
		ways = append(ways, wording.Fill(w.Line.Text, "number", l.Text))
	}
	if l.URL != "" && len(ways) == 0 {
		ways = append(ways, strings.TrimPrefix(l.URL, "https://"))
	}
	if l.Kind == "violence" || l.Kind == "assault" {
		slices.Reverse(ways)
	}
	return ways
}

// About are the details of a help line, each a sentence: what it is for, where,
// when, in which languages, its limits, and when the number was checked.
func About(w *wording.Words, l *questionnaire.HelpLine) []string {
	var lines []string
	if l.For != "" {
		lines = append(lines, sentence(l.For))
	}
	return slices.Concat(lines, limits(w, l), Checked(w, l))
}

// limits are where, when and in which languages a line is there, and its own
// note.
func limits(w *wording.Words, l *questionnaire.HelpLine) []string {
	var lines []string
	if l.Nation != "" {
		lines = append(lines, sentence(wording.Fill(w.Line.Nation, "nation", l.Nation)))
	}
	if l.Hours != "" {
		lines = append(lines, sentence(wording.Fill(w.Line.Hours, "hours", l.Hours)))
	}
	if said := answeredIn(w, l); said != "" {
		lines = append(lines, said)
	}
	if l.Note != "" {
		lines = append(lines, sentence(l.Note))
	}
	return lines
}

var digits = regexp.MustCompile(`[0-9]+`)

// languageName is what a language of a help line is called, or what stands there
// instead, such as "53 languages". What the words do not know stays as it is.
func languageName(w *wording.Words, code string) string {
	n := digits.FindString(code)
	if name, ok := w.Languages[digits.ReplaceAllLiteralString(code, "{n}")]; ok {
		return wording.Fill(name, "n", n)
	}
	return code
}

// Checked is when a line's number was checked, in a sentence; none for a line
// without a number. Somebody else's record of it is said to be that.
func Checked(w *wording.Words, l *questionnaire.HelpLine) []string {
	switch {
	case l.Call == "" && l.Text == "":
		return nil
	case l.Checked.IsZero():
		return []string{sentence(w.Line.Unchecked)}
	}
	said := w.Line.Recorded
	if newest := l.Newest(); newest != nil && newest.Read() {
		said = w.Line.Checked
	}
	return []string{sentence(wording.Fill(said, "on", Day(w, l.Checked)))}
}

// Day is a date in words: of 7/10 nobody knows which the month is.
func Day(w *wording.Words, t time.Time) string {
	return wording.Fill(w.Date.Day, "day", strconv.Itoa(t.Day()), "month", w.Date.Months[t.Month()-1], "year", strconv.Itoa(t.Year()))
}

// Foreign says of a questionnaire that did not come with the program that it did
// not: nothing that the program promises of its own texts and numbers holds for it.
// "" of its own.
func Foreign(w *wording.Words, o *questionnaire.Foreign) string {
	if o == nil {
		return ""
	}
	if o.Folder == "" {
		return w.Origin.Unnamed
	}
	return wording.Fill(w.Origin.Folder, "folder", o.Folder)
}

// OtherNumbers are the lines of regions that the program knows, with the numbers
// that it does not know there or says otherwise how or when to call, as far as there is room: of one region, or, if that
// is nil, of all.
func OtherNumbers(w *wording.Words, o *questionnaire.Foreign, region *questionnaire.Region) (heading string, lines []string) {
	const room = 6
	if o == nil {
		return "", nil
	}
	more := 0
	for _, r := range o.Renumbered {
		switch {
		case region != nil && r.Region.ID != region.ID:
		case len(lines) == room:
			more++
		default:
			line := r.Region.Name + ": " + reached(w, r.Line)
			if r.Says != "" {
				line += ". " + sentence(r.Says)
			}
			lines = append(lines, line)
		}
	}
	if more > 0 {
		lines = append(lines, w.Count(w.Origin.More, more))
	}
	if len(lines) == 0 {
		return "", nil
	}
	return w.Origin.Numbers, lines
}

// Reviewed says how far clinicians have reviewed the questionnaire's texts.
func Reviewed(w *wording.Words, q *questionnaire.Questionnaire) string {
	return withTranslation(w, reviewedOf(w, q.Education), q.Translated)
}

// reviewedOf says it of some of the texts to read. Where any is reviewed, it says what is
// not, too: nobody reviews a question, a rule or a number.
func reviewedOf(w *wording.Words, texts []*questionnaire.Education) string {
	done := 0
	for _, e := range texts {
		if len(e.Reviewed) > 0 {
			done++
		}
	}
	if done == 0 {
		return w.Review.None
	}
	return wording.Fill(w.Review.Some, "done", strconv.Itoa(done), "all", strconv.Itoa(len(texts)))
}

// reviewedCover says the more careful thing while the texts are not read yet:
// that nobody has reviewed them.
func reviewedCover(w *wording.Words, c questionnaire.Cover) string {
	return withTranslation(w, w.Review.None, c.Translated)
}

// withTranslation adds who has reviewed the translation; in one sentence where nobody has
// reviewed either, so that the welcome has room for its choices.
func withTranslation(w *wording.Words, said string, t *questionnaire.Translation) string {
	if said == w.Review.None && t != nil && len(t.Reviewed) == 0 {
		return w.Review.Neither
	}
	return said + reviewedTranslation(w, t)
}

// reviewedTranslation says who has reviewed a translation; "" of what was written in
// this language.
func reviewedTranslation(w *wording.Words, t *questionnaire.Translation) string {
	switch {
	case t == nil:
		return ""
	case len(t.Reviewed) == 0:
		return " " + w.Review.TranslationNone
	}
	last := t.Reviewed[len(t.Reviewed)-1]
	return " " + wording.Fill(w.Review.TranslationBy, "by", last.By, "on", Day(w, last.On))
}

// reviewedText says who has reviewed one text.
func reviewedText(w *wording.Words, e *questionnaire.Education) string {
	if len(e.Reviewed) == 0 {
		return w.Review.TextNone
	}
	last := e.Reviewed[len(e.Reviewed)-1]
	return wording.Fill(w.Review.TextBy, "by", last.By, "on", Day(w, last.On))
}

// Source is one source, with how much of it was read.
func Source(w *wording.Words, s *questionnaire.Source) string {
	return source(w, s, found(s), s.URL)
}

// SourceTitle is a source by its title and its year, and how much of it was read. One
// without a year says where it is.
func SourceTitle(w *wording.Words, s *questionnaire.Source) string {
	if s.Year == "" {
		return source(w, s, found(s))
	}
	return source(w, s)
}

// found is where a source is, and what is to be said of it.
func found(s *questionnaire.Source) string {
	if s.Where != "" && s.Note != "" {
		return s.Where + "; " + s.Note
	}
	return s.Where + s.Note
}

func source(w *wording.Words, s *questionnaire.Source, more ...string) string {
	read := w.Education.ReadNo
	switch s.Read {
	case "whole":
		read = w.Education.ReadWhole
	case "abstract":
		read = w.Education.ReadAbstract
	case "excerpt":
		read = w.Education.ReadExcerpt
	}
	text := ""
	for _, part := range append([]string{s.By, s.Title, s.Year}, more...) {
		switch part = asBeginning(strings.TrimSuffix(part, ".")); {
		case part == "":
		case text == "":
			text = part
		case strings.ContainsAny(text[len(text)-1:], "?!"): // a title that ends by itself
			text += " " + part
		default:
			text += ". " + part
		}
	}
	return text + " (" + read + ")."
}

// asBeginning is a text that stands where a sentence begins. Addresses, and names that are
// written in their own way, such as eLife, stay as they are.
func asBeginning(part string) string {
	first, _, _ := strings.Cut(part, " ")
	own := strings.ContainsAny(first, "./:") || first != strings.ToLower(first)
	if own {
		return part
	}
	return SentenceCase(part)
}

// FirstAct fills the places of a text, such as {emergency} in an interrupt's first
// sentence, with the region's number of that kind, or says it in words.
func FirstAct(w *wording.Words, first string, region *questionnaire.Region) string {
	for _, kind := range questionnaire.LineKinds {
		number := questionnaire.NumberOf(region, kind)
		if number == "" {
			number = w.Interrupt.EmergencyWord
		}
		first = wording.Fill(first, kind, number)
	}
	return first
}

// ReasonOf is why a rule holds, with the region's numbers in their places, as in its
// first sentence: where it says to call, the number stands.
func ReasonOf(w *wording.Words, r *questionnaire.Rule, region *questionnaire.Region) string {
	return FirstAct(w, r.Reason, region)
}

// farewell is the end, for whoever hears it: a greeting, and the number for danger to life,
// which is the same for everybody. It does not stay. Where she asked for a line to stay it
// is that number alone, which does not tell what the program was: whoever comes after her
// reads it too. The pages before it have the lines.
func farewell(w *wording.Words, region *questionnaire.Region, at visit.Farewell) Page {
	m := newMaker(w, FarewellPage, "")
	if !at.Keeping {
		m.add(Text, w.Goodbye.Text+" "+w.Goodbye.Nothing)
	}
	m.add(Act, FirstAct(w, wording.Fill(w.Interrupt.Unlisted, "number", "{emergency}"), region))
	m.Reading = true
	return m.Page
}

func sentence(s string) string {
	if strings.HasSuffix(s, ".") || strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") {
		return s
	}
	return s + "."
}
