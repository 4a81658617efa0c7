package prove

import (
	"fmt"
	"slices"
	"strconv"
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

// noun is called for every kind of noun; written out in each place, it would make
// the program 14 kB larger.
//
//go:noinline
func (w *writer) noun(kind, id, part string, in Part) *writtenNoun {
	of := questionnaire.Subject{Kind: kind, ID: id, Part: part}
	if w.at[of] == nil {
		w.at[of] = &writtenNoun{of: of, part: in}
		w.nouns = append(w.nouns, w.at[of])
	}
	return w.at[of]
}

// says adds facts, each a key and its value.
func (n *writtenNoun) says(facts ...string) { n.in(n.part, facts...) }

func (n *writtenNoun) in(part Part, facts ...string) {
	for fact := range slices.Chunk(facts, 2) {
		n.facts = append(n.facts, writtenFact{key: fact[0], value: fact[1], part: part})
	}
}

func onlyIf(on bool) string {
	if on {
		return "true"
	}
	return ""
}

func unlessZero(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// order is of a list of things that are nouns themselves: only which comes first is
// written here.
func (n *writtenNoun) order(of string, names []string) {
	n.facts = append(n.facts, writtenFact{key: "order of " + of, part: n.part, names: names})
}

// namesOf is called for every list; written out in each place, it would make the
// program 10 kB larger.
//
//go:noinline
func namesOf[T any](all []T, name func(T) string) (names []string) {
	for _, x := range all {
		names = append(names, name(x))
	}
	return names
}

func list[T any](all []T, name func(T) string) string { return strings.Join(namesOf(all, name), ", ") }

func commas(all []string) string { return strings.Join(all, ", ") }

func (w *writer) questionnaire(q *questionnaire.Questionnaire) {
	n := w.noun("questionnaire", "", "", Folder)
	n.says("questionnaire", q.ID, "handout", list(q.Handout, educationID), "short", list(q.Short, func(s *questionnaire.Question) string { return s.ID }), "read-again", day(q.Maker.ReadAgain))
	n.in(Advice, "open-with", q.OpenWith.String())
	most := q.Limits
	n.in(Guards, "limits, steps", unlessZero(most.Steps), "limits, today", unlessZero(most.Today), "limits, facts", unlessZero(most.Facts),
		"limits, requests", unlessZero(most.Requests), "limits, texts", unlessZero(most.Texts))
	n.order("topics", namesOf(q.Topics, topicID))
	n.order("clinicians", namesOf(q.Clinicians, clinicianID))
	n.order("regions", namesOf(q.Regions, func(r *questionnaire.Region) string { return r.ID }))
	n.order("sources", namesOf(q.Sources, sourceID))
	n.order("scenarios", namesOf(q.Scenarios, scenarioID))
	n.order("phrases", namesOf(q.Phrases, func(p *questionnaire.Phrase) string { return p.ID }))
	n.order("outside lists", namesOf(q.OutsideLists, func(l *questionnaire.OutsideList) string { return l.ID }))
	n.order("conditions", namesOf(q.Conditions, func(c *questionnaire.Named) string { return c.ID }))
}

func (w *writer) topic(t *questionnaire.Topic, f *questionnaire.Formulary) {
	n := w.noun("topic", t.ID, "", Folder)
	n.order("questions", namesOf(t.Questions, questionID))
	n.order("rules", namesOf(t.Rules, ruleID))
	n.order("education", namesOf(t.Education, educationID))
	n.order("promises", namesOf(t.Promises, func(p *questionnaire.Promise) string { return p.ID }))
	n.order("orders", namesOf(t.Orders, func(o *questionnaire.Order) string { return o.ID }))
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
		w.noun("promise", p.ID, "", Guards).says("topic", topicID(p.Topic), "if", conditionText(p.If), "then", p.Then.String())
	}
	for _, o := range t.Orders {
		w.order(o, f)
	}
}

func (w *writer) question(x *questionnaire.Question) {
	n := w.noun("question", x.ID, "", Questions)
	n.says("topic", topicID(x.Topic), "choose", x.Choose.String(), "ask-when", conditionText(x.AskWhen))
	n.in(Privacy, "private", onlyIf(x.Private))
	n.order("answers", namesOf(x.Answers, answerID))
	n.order("states", namesOf(x.States, answerID))
	w.answers(x, "answer/", x.Answers)
	w.answers(x, "state/", x.States)
}

func (w *writer) answers(x *questionnaire.Question, kind string, all []*questionnaire.Answer) {
	for _, a := range all {
		w.noun("question", x.ID, kind+a.ID, Questions).says("exclusive", onlyIf(a.Exclusive), "unknown", onlyIf(a.Unknown))
	}
}

func (w *writer) rule(r *questionnaire.Rule) {
	n := w.noun("rule", r.ID, "", Advice)
	n.says("topic", topicID(r.Topic), "when", conditionText(r.When), "talk-to", list(r.Needs, questionnaire.Need.String),
		"urgency", r.Urgency.String(), "possible-urgency", r.PossibleUrgency.String(), "weight", r.Weight.String(), "interrupt", onlyIf(r.Interrupt))
	for i, a := range r.Ask {
		n.says(fmt.Sprintf("ask/%d, when", i+1), conditionText(a.When))
	}
	n.says("learn", list(r.Learn, educationID), "lines", commas(r.Lines))
	n.in(Sources, "sources", list(r.Sources, sourceID))
}

func (w *writer) education(e *questionnaire.Education) {
	n := w.noun("education", e.ID, "", Texts)
	n.says("topic", topicID(e.Topic), "concerns", conditionText(e.Concerns))
	n.in(Sources, "sources", list(e.Sources, sourceID), "checked", day(e.Checked), "reviewed", reviewed(e.Reviewed))
}

func reviewed(all []questionnaire.Review) string {
	return list(all, func(r questionnaire.Review) string { return strings.TrimSpace(day(r.On) + " " + r.Seen) })
}

func (w *writer) clinician(c *questionnaire.Clinician) {
	w.noun("clinician", c.ID, "", Advice).says("lines", commas(c.Lines), "exists-when", conditionText(c.ExistsWhen), "tell-with-medicines", conditionText(c.TellWithMedicines), "line", c.Line, "instead", list(c.Instead, func(who *questionnaire.Clinician) string { return who.ID }))
}

func (w *writer) region(r *questionnaire.Region) {
	w.noun("region", r.ID, "", Numbers).order("lines", namesOf(r.Lines, func(l *questionnaire.HelpLine) string { return l.ID }))
	for _, l := range r.Lines {
		n := w.noun("line", l.ID, "", Numbers)
		n.says("region", r.ID, "kind", l.Kind, "also", commas(l.Also), "instead-of", l.InsteadOf, "languages", commas(l.Languages),
			"checked", day(l.Checked), "open", openText(l.Open), "zone", l.Open.Zone)
		n.in(Sources, "evidence", list(l.Evidence, func(e questionnaire.Evidence) string {
			return strings.TrimSpace(string(e.Kind) + " " + day(e.On) + " " + e.Source)
		}))
	}
}

func (w *writer) formulary(f *questionnaire.Formulary) {
	if f == nil {
		return
	}
	class := func(c *questionnaire.Class) string { return c.ID }
	n := w.noun("questionnaire", "", "", Folder)
	n.in(MedicineList, "look-alikes", list(f.LookAlikes, func(names []string) string { return strings.Join(names, " / ") }))
	n.order("classes", namesOf(f.Classes, class))
	n.order("medicines", namesOf(f.Medicines, func(m *questionnaire.Medicine) string { return m.Generic }))
	for _, c := range f.Classes {
		w.noun("class", c.ID, "", MedicineList).says("includes", list(c.Includes, class))
	}
	for _, m := range f.Medicines {
		w.noun("medicine", m.Generic, "", MedicineList).says("also", commas(m.Also), "brands", commas(m.Brands), "classes", list(m.Classes, class), "one of", commas(m.OneOf))
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

func questionID(x *questionnaire.Question) string   { return x.ID }
func ruleID(r *questionnaire.Rule) string           { return r.ID }
func educationID(e *questionnaire.Education) string { return e.ID }
func clinicianID(c *questionnaire.Clinician) string { return c.ID }
func sourceID(s *questionnaire.Source) string       { return s.ID }
func scenarioID(s *questionnaire.Scenario) string   { return s.ID }
func answerID(a *questionnaire.Answer) string       { return a.ID }

// listed are the texts of a list that the nouns have as one fact.
var listed = map[string]bool{"also": true, "brands": true, "evidence": true, "languages": true}

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
	n.says("language", t.Language)
	by := namesOf(t.Reviewed, func(r questionnaire.Review) string { return r.By })
	n.in(Sources, "reviewed", reviewed(t.Reviewed), "reviewed by", strings.Join(by, "; "))
	for _, e := range t.Entries {
		n := w.noun("translation", t.Language, e.Key, Translations)
		n.facts = append(n.facts, writtenFact{key: "to", value: e.To, part: Translations, seen: true})
		n.says("from", e.From, "of", e.Of)
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
