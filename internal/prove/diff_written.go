package prove

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Part is the part of a questionnaire to which something written belongs: whoever
// reads a comparison wants to see numbers beside numbers.
type Part uint8

const (
	Privacy Part = iota
	Numbers      // help lines and their regions
	Questions
	Advice // rules, clinicians, conditions
	MedicineList
	Texts
	Translations
	Guards // promises, orders, phrases, limits, scenarios
	Sources
	WorkshopPart
	Folder // what a questionnaire says of itself, and in which order things stand
)

var partWords = []string{
	"privacy", "help lines", "questions and answers", "rules and clinicians", "medicines", "texts", "translations",
	"promises and scenarios", "sources and dates", "workshop", "the folder",
}

func (p Part) String() string { return partWords[p] }

// writtenNoun is all that is written about one thing.
type writtenNoun struct {
	of    questionnaire.Subject
	part  Part
	facts []writtenFact
}

// writtenFact is one thing that is written: everything that an author can write is one,
// so that no change can stay unseen. A test holds that.
type writtenFact struct {
	key   string // as its author writes it
	value string // "": it is not written
	part  Part
	// seen is a text that somebody is shown; long is one whose line breaks mean
	// something.
	seen, long bool
	// names are those of a list whose order is the fact; they, and not the value,
	// are compared, and only those that both have.
	names []string
}

// writer gathers nouns in the order of the files.
type writer struct {
	nouns []*writtenNoun
	at    map[questionnaire.Subject]*writtenNoun
}

// Edition is a questionnaire as it stands in its folder, with its translations.
type Edition struct {
	*questionnaire.Questionnaire
	Translations []*questionnaire.Translation
}

// writtenIn is everything in an edition.
func writtenIn(e Edition) *writer {
	w := &writer{at: map[questionnaire.Subject]*writtenNoun{}}
	w.questionnaire(e.Questionnaire)
	for _, t := range e.Topics {
		w.topic(t, e.Formulary)
	}
	for _, c := range e.Clinicians {
		w.clinician(c)
	}
	for _, r := range e.Regions {
		w.region(r)
	}
	w.formulary(e.Formulary)
	w.rest(e.Questionnaire)
	w.workshop(e.Workshop)
	w.passages(e.Questionnaire)
	for _, t := range e.Translations {
		w.translation(t)
	}
	return w
}

func (w *writer) noun(kind, id, part string, in Part) *writtenNoun {
	of := questionnaire.Subject{Kind: kind, ID: id, Part: part}
	if w.at[of] == nil {
		w.at[of] = &writtenNoun{of: of, part: in}
		w.nouns = append(w.nouns, w.at[of])
	}
	return w.at[of]
}

func (n *writtenNoun) is(key, value string) *writtenNoun { return n.in(n.part, key, value) }

func (n *writtenNoun) in(part Part, key, value string) *writtenNoun {
	n.facts = append(n.facts, writtenFact{key: key, value: value, part: part})
	return n
}

func (n *writtenNoun) flag(key string, on bool) *writtenNoun {
	if on {
		return n.is(key, "true")
	}
	return n.is(key, "")
}

func (n *writtenNoun) number(key string, value int) *writtenNoun {
	if value == 0 {
		return n.is(key, "")
	}
	return n.is(key, fmt.Sprint(value))
}

func (n *writtenNoun) list(key string, values []string) *writtenNoun {
	return n.is(key, strings.Join(values, ", "))
}

// orderOf is a list of things that are nouns themselves: only which comes first is
// written here.
func orderOf[T any](n *writtenNoun, of string, all []T, name func(T) string) {
	n.facts = append(n.facts, writtenFact{key: "order of " + of, part: n.part, names: namesOf(all, name)})
}

func namesOf[T any](all []T, name func(T) string) (names []string) {
	for _, x := range all {
		names = append(names, name(x))
	}
	return names
}

func (w *writer) questionnaire(q *questionnaire.Questionnaire) {
	n := w.noun("questionnaire", "", "", Folder)
	n.is("questionnaire", q.ID)
	n.list("handout", namesOf(q.Handout, educationID))
	n.in(Advice, "open-with", q.OpenWith.String())
	for _, l := range []struct {
		key  string
		most int
	}{{"steps", q.Limits.Steps}, {"today", q.Limits.Today}, {"facts", q.Limits.Facts}, {"requests", q.Limits.Requests}, {"texts", q.Limits.Texts}} {
		n.in(Guards, "limits, "+l.key, strings.TrimPrefix(fmt.Sprint(l.most), "0"))
	}
	orderOf(n, "topics", q.Topics, func(t *questionnaire.Topic) string { return t.ID })
	orderOf(n, "clinicians", q.Clinicians, clinicianID)
	orderOf(n, "regions", q.Regions, func(r *questionnaire.Region) string { return r.ID })
	orderOf(n, "sources", q.Sources, sourceID)
	orderOf(n, "scenarios", q.Scenarios, scenarioID)
	orderOf(n, "phrases", q.Phrases, func(p *questionnaire.Phrase) string { return p.ID })
	orderOf(n, "conditions", q.Conditions, func(c *questionnaire.Named) string { return c.ID })
}

func (w *writer) topic(t *questionnaire.Topic, f *questionnaire.Formulary) {
	n := w.noun("topic", t.ID, "", Folder)
	orderOf(n, "questions", t.Questions, func(x *questionnaire.Question) string { return x.ID })
	orderOf(n, "rules", t.Rules, func(r *questionnaire.Rule) string { return r.ID })
	orderOf(n, "education", t.Education, educationID)
	orderOf(n, "promises", t.Promises, func(p *questionnaire.Promise) string { return p.ID })
	orderOf(n, "orders", t.Orders, func(o *questionnaire.Order) string { return o.ID })
	for _, x := range t.Questions {
		w.question(x)
	}
	for _, r := range t.Rules {
		w.rule(r)
	}
	for _, e := range t.Education {
		w.education(e)
	}
	for _, p := range t.Promises {
		w.noun("promise", p.ID, "", Guards).is("topic", topicID(p.Topic)).is("if", conditionText(p.If)).is("then", p.Then.String())
	}
	for _, o := range t.Orders {
		w.order(o, f)
	}
}

func (w *writer) question(x *questionnaire.Question) {
	n := w.noun("question", x.ID, "", Questions)
	n.is("topic", topicID(x.Topic)).is("choose", x.Choose.String()).is("ask-when", conditionText(x.AskWhen))
	private := ""
	if x.Private {
		private = "true"
	}
	n.in(Privacy, "private", private)
	orderOf(n, "answers", x.Answers, answerID)
	orderOf(n, "states", x.States, answerID)
	for _, a := range x.Answers {
		w.noun("question", x.ID, "answer/"+a.ID, Questions).flag("exclusive", a.Exclusive).flag("unknown", a.Unknown)
	}
	for _, s := range x.States {
		w.noun("question", x.ID, "state/"+s.ID, Questions).flag("exclusive", s.Exclusive).flag("unknown", s.Unknown)
	}
}

func (w *writer) rule(r *questionnaire.Rule) {
	n := w.noun("rule", r.ID, "", Advice)
	n.is("topic", topicID(r.Topic)).is("when", conditionText(r.When))
	n.list("talk-to", namesOf(r.Needs, questionnaire.Need.String))
	n.is("urgency", r.Urgency.String()).is("possible-urgency", r.PossibleUrgency.String()).is("weight", r.Weight.String())
	n.flag("interrupt", r.Interrupt)
	for i, a := range r.Ask {
		n.is(fmt.Sprintf("ask/%d, when", i+1), conditionText(a.When))
	}
	n.list("learn", namesOf(r.Learn, educationID)).list("lines", r.Lines)
	n.in(Sources, "sources", strings.Join(namesOf(r.Sources, sourceID), ", "))
}

func (w *writer) education(e *questionnaire.Education) {
	n := w.noun("education", e.ID, "", Texts).is("topic", topicID(e.Topic))
	n.in(Sources, "sources", strings.Join(namesOf(e.Sources, sourceID), ", ")).in(Sources, "checked", day(e.Checked))
	n.reviewed(e.Reviewed)
}

func (n *writtenNoun) reviewed(all []questionnaire.Review) {
	n.in(Sources, "reviewed", strings.Join(namesOf(all, func(r questionnaire.Review) string { return day(r.On) }), ", "))
}

func (w *writer) clinician(c *questionnaire.Clinician) {
	n := w.noun("clinician", c.ID, "", Advice)
	n.list("lines", c.Lines).is("exists-when", conditionText(c.ExistsWhen)).is("line", c.Line)
}

func (w *writer) region(r *questionnaire.Region) {
	n := w.noun("region", r.ID, "", Numbers)
	orderOf(n, "lines", r.Lines, func(l *questionnaire.HelpLine) string { return l.ID })
	for _, l := range r.Lines {
		n := w.noun("line", l.ID, "", Numbers)
		n.is("region", r.ID).is("kind", l.Kind).list("languages", l.Languages).is("checked", day(l.Checked))
		n.is("open", openText(l.Open)).is("zone", l.Open.Zone)
	}
}

func (w *writer) formulary(f *questionnaire.Formulary) {
	if f == nil {
		return
	}
	class := func(c *questionnaire.Class) string { return c.ID }
	n := w.noun("questionnaire", "", "", Folder)
	n.in(MedicineList, "look-alikes", strings.Join(namesOf(f.LookAlikes, func(names []string) string { return strings.Join(names, " / ") }), ", "))
	orderOf(n, "classes", f.Classes, class)
	orderOf(n, "medicines", f.Medicines, func(m *questionnaire.Medicine) string { return m.Generic })
	for _, c := range f.Classes {
		w.noun("class", c.ID, "", MedicineList).list("includes", namesOf(c.Includes, class))
	}
	for _, m := range f.Medicines {
		n := w.noun("medicine", m.Generic, "", MedicineList)
		n.list("also", m.Also).list("brands", m.Brands).list("classes", namesOf(m.Classes, class))
	}
}

// openText is when a line answers: "mon tue 9:00-17:00, sat 10:00-12:00".
func openText(o questionnaire.Opening) string {
	var all []string
	if o.Always {
		all = append(all, "always")
	}
	for _, t := range o.Times {
		var days string
		for i, on := range t.Days {
			if on {
				days += weekdays[i] + " "
			}
		}
		all = append(all, fmt.Sprintf("%s%d:%02d-%d:%02d", days, t.From/60, t.From%60, t.To/60, t.To%60))
	}
	return strings.Join(all, ", ")
}

var weekdays = []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

func topicID(t *questionnaire.Topic) string {
	if t == nil {
		return ""
	}
	return t.ID
}

func educationID(e *questionnaire.Education) string { return e.ID }
func clinicianID(c *questionnaire.Clinician) string { return c.ID }
func sourceID(s *questionnaire.Source) string       { return s.ID }
func scenarioID(s *questionnaire.Scenario) string   { return s.ID }
func answerID(a *questionnaire.Answer) string       { return a.ID }

// listed are the texts of a list that the nouns have as one fact.
var listed = map[string]bool{"also": true, "brands": true, "languages": true}

// passages are the texts that somebody is shown, from the one list of them.
func (w *writer) passages(q *questionnaire.Questionnaire) {
	parts := map[string]Part{
		"line": Numbers, "region": Numbers, "source": Sources, "class": MedicineList, "medicine": MedicineList, "scenario": Guards,
		"workshop": WorkshopPart, "plan": WorkshopPart, "distress": WorkshopPart, "disclosure": WorkshopPart, "questionnaire": Folder, "topic": Folder,
	}
	for p := range q.Passages() {
		if listed[p.Key] && p.Field != p.Key {
			continue
		}
		part, other := parts[p.Of.Kind]
		if !other {
			part = Texts
		}
		key := p.Key
		if n := strings.TrimPrefix(p.Field, p.Key); strings.HasPrefix(n, "/") && p.Of.Part == "" {
			key += n // one of several: "ask/2"
		}
		n := w.noun(p.Of.Kind, p.Of.ID, p.Of.Part, part)
		n.facts = append(n.facts, writtenFact{key: key, value: *p.Words, part: part, seen: true, long: p.Use.Long})
	}
}

// translation is what an edition says in another language. What it inherits comes
// with the program, and is the same for both.
func (w *writer) translation(t *questionnaire.Translation) {
	n := w.noun("translation", t.Language, "", Translations)
	n.is("language", t.Language)
	n.reviewed(t.Reviewed)
	n.in(Sources, "reviewed by", strings.Join(namesOf(t.Reviewed, func(r questionnaire.Review) string { return r.By }), "; "))
	for _, e := range t.Entries {
		n := w.noun("translation", t.Language, e.Key, Translations)
		n.facts = append(n.facts, writtenFact{key: "to", value: e.To, part: Translations, seen: true})
		n.is("from", e.From).is("of", e.Of)
	}
}

// equal reports whether a fact says the same in both. How the lines of a long
// text are broken is its author's editor's doing.
func (f writtenFact) equal(other writtenFact) bool {
	if f.long {
		return slices.Equal(paragraphs(f.value), paragraphs(other.value))
	}
	return f.value == other.value
}

// paragraphs are the blocks of a long text, each on one line.
func paragraphs(text string) (all []string) {
	for _, b := range questionnaire.Text(text).Blocks() {
		line := ""
		if b.Item {
			line = "- "
		}
		for _, s := range b.Spans {
			if s.Emphasis {
				s.Words = "*" + s.Words + "*"
			}
			line += s.Words
		}
		all = append(all, line)
	}
	return all
}
