package questionnaire

import (
	"fmt"
	"iter"
	"strings"
)

// What texts are for.
var (
	read  = Use{Translated: true}
	prose = Use{Translated: true, Long: true}
	exact = Use{Translated: true, Exact: true}
	aloud = Use{Translated: true, Aloud: true, Exact: true}

	// What the author repeats. A stranger's folder can put anything there, so that
	// these are checked like all others, but for what is honest in them.
	theirs      = Use{Theirs: true}
	named       = Use{Theirs: true, Translated: true}
	lineName    = Use{Theirs: true, Translated: true, May: []Leave{itsNumber}}
	lineNote    = Use{Translated: true, Exact: true, May: []Leave{itsNumber}}
	hours       = Use{Translated: true, Exact: true, May: []Leave{openingDays}}
	lineNumber  = Use{Theirs: true, May: []Leave{itsNumber}}
	lineAddress = Use{Theirs: true, May: []Leave{itsNumber, anAddress, wordsOfAddresses}}
	address     = Use{Theirs: true, May: []Leave{identifies, anAddress, wordsOfAddresses}}
	title       = Use{Theirs: true, May: []Leave{jargon, stigma, talkOfDoses}}
	cited       = Use{Theirs: true, May: []Leave{jargon, stigma, identifies, anAddress}}
	ofSource    = Use{Translated: true, May: []Leave{jargon, stigma, identifies, anAddress}}
	people      = Use{Theirs: true, May: []Leave{jargon, stigma}}
	medicine    = Use{Theirs: true, Translated: true, May: []Leave{jargon}}
	otherName   = Use{Theirs: true, May: []Leave{jargon}}
)

// What some texts may have in them, each as narrow as honest texts allow.
var (
	itsNumber = Leave{"telephone-number", "", "the file of help lines is the place for telephone numbers"}
	anAddress = Leave{"web-address", "", "it is a web address, or says where to find a source"}

	itsVersion       = Leave{"telephone-number", "", "a version is made of digits, such as 1.1.2"}
	identifies       = Leave{"telephone-number", "alike", "what identifies an article or a form looks like a telephone number"}
	wordsOfAddresses = Leave{"banned-word", "", "nobody can choose the words of an address"}
	jargon           = Leave{"banned-word", "jargon", "titles and names have clinicians' words in them"}
	stigma           = Leave{"banned-word", "stigma", "titles of old articles and names of journals and offices have words that we do not use"}
	openingDays      = Leave{"dose", "hours", "a help line answers on certain days"}
	talkOfDoses      = Leave{"dose", "titles", "articles are about doses and protocols; an amount, a day or an order is found in a title as well"}
)

// Passages are all texts of the questionnaire that somebody can see, in the order
// of its files, also the empty ones. It is the one list of them: whatever is done
// with every text is done with this list. A test goes through the nouns, so that
// none is forgotten.
func (q *Questionnaire) Passages() iter.Seq[Passage] {
	return func(yield func(Passage) bool) {
		more := true
		list := lister(func(p Passage) { more = more && yield(p) })
		list.questionnaire(q)
		if q.Translated != nil {
			list.translation(q.Translated)
		}
		for _, t := range q.Topics {
			list.topic(t)
		}
		for _, c := range q.Clinicians {
			list.clinician(c)
		}
		for _, r := range q.Regions {
			list.region(r)
		}
		for _, s := range q.Sources {
			list.source(s)
		}
		if q.Formulary != nil {
			list.formulary(q.Formulary)
		}
		for _, s := range q.Scenarios {
			list.scenario(s)
		}
		if q.Workshop != nil {
			list.workshop(q.Workshop)
		}
	}
}

// lister takes the passages one by one.
type lister func(Passage)

// noun is what some passages belong to.
type noun struct {
	list lister
	of   Subject
	at   Position
}

func (list lister) noun(kind, id string, at Position) noun {
	return noun{list, Subject{Kind: kind, ID: id}, at}
}

// part is an answer, a state or a step of the noun.
func (n noun) part(part string, at Position) noun {
	n.of.Part, n.at = part, at
	return n
}

func (n noun) text(key string, words *string, use Use) { n.called(key, key, words, use) }

func (n noun) long(key string, words *Text) { n.called(key, key, (*string)(words), prose) }

// called is a text that a translation does not know by the key alone.
func (n noun) called(key, field string, words *string, use Use) {
	n.list(Passage{Of: n.of, Key: key, Field: field, Words: words, At: n.at, Use: use})
}

// each lists the texts of a list under one key.
func (n noun) each(key string, words []string, use Use) {
	for i := range words {
		n.called(key, fmt.Sprintf("%s/%d", key, i+1), &words[i], use)
	}
}

func (list lister) questionnaire(q *Questionnaire) {
	n := list.noun("questionnaire", "", q.At)
	n.text("title", &q.Title, read)
	n.agreed("welcome", &q.Welcome)
	n.agreed("consent", &q.Consent)
	n.long("covered", &q.Covered)
	n.text("for-whom", &q.ForWhom, read)
	n.agreed("consent-shared", &q.ConsentShared)
	n.text("version", &q.Version, Use{May: []Leave{itsVersion}})
	n.text("language", &q.Language, Use{})
	n.text("made-by", &q.Maker.By, people)
	n.text("write-to", &q.Maker.WriteTo, lineAddress)
	n.text("paid-by", &q.Maker.PaidBy, people)
}

// translation is what a translation says of itself. What it says instead of each
// text is in that text's place.
func (list lister) translation(t *Translation) {
	for i := range t.Reviewed {
		list.noun("translation", t.Language, t.Reviewed[i].At).text("by", &t.Reviewed[i].By, people)
	}
}

func (list lister) topic(t *Topic) {
	n := list.noun("topic", t.ID, t.At)
	n.text("title", &t.Title, read)
	n.text("about", &t.About, read)
	for _, x := range t.Questions {
		list.question(x)
	}
	for _, r := range t.Rules {
		list.rule(r)
	}
	for _, e := range t.Education {
		list.education(e)
	}
	for _, p := range t.Promises {
		list.noun("promise", p.ID, p.At).text("whoever", &p.Whoever, read)
	}
}

func (list lister) question(x *Question) {
	n := list.noun("question", x.ID, x.At)
	n.text("before", &x.Before, read)
	n.text("ask", &x.Ask, exact)
	n.text("why", &x.Why, read)
	n.text("after", &x.After, read)
	names := []string{strings.Trim(NamesBrace, "{}")} // of what she takes
	n.said("said", &x.Said, names)
	for _, a := range x.Answers {
		n := n.part("answer/"+a.ID, a.At)
		n.called("label", "answer/"+a.ID, &a.Label, exact)
		n.said("answer-said/"+a.ID, &a.Said, nil)
	}
	for _, s := range x.States {
		n := n.part("state/"+s.ID, s.At)
		n.called("label", "state/"+s.ID, &s.Label, exact)
		n.said("state-said/"+s.ID, &s.Said, names)
	}
}

// said is a sentence in her voice.
func (n noun) said(field string, words *string, braces []string) {
	n.list(Passage{Of: n.of, Key: "said", Field: field, Words: words, At: n.at, Use: aloud, Braces: braces})
}

func (list lister) rule(r *Rule) {
	n := list.noun("rule", r.ID, r.At)
	shown, said, first := read, aloud, exact
	shown.Emergency, said.Emergency, first.Emergency = r.Interrupt, r.Interrupt, r.Interrupt
	shown.Exact = r.Interrupt
	report := []string{strings.Trim(ReportBrace, "{}")}
	list(Passage{Of: n.of, Key: "first", Field: "first", Words: &r.First, At: r.At, Place: r.FirstAt, Use: first, Braces: LineKinds})
	list(Passage{Of: n.of, Key: "reason", Field: "reason", Words: &r.Reason, At: r.At, Place: r.ReasonAt, Use: shown, Braces: LineKinds})
	for i := range r.Ask {
		list(Passage{Of: n.of, Key: "ask", Field: fmt.Sprintf("ask/%d", i+1), Words: &r.Ask[i].Text, At: r.Ask[i].At, Use: said, Braces: report})
	}
}

func (list lister) education(e *Education) {
	n := list.noun("education", e.ID, e.At)
	n.text("title", &e.Title, read)
	n.long("text", &e.Text)
	for i := range e.Reviewed {
		n.at = e.Reviewed[i].At
		n.text("by", &e.Reviewed[i].By, people)
	}
}

// agreed is what she reads before she agrees, and what she agrees to: a kind of help line in braces becomes its number.
func (n noun) agreed(key string, words *Text) {
	n.list(Passage{Of: n.of, Key: key, Field: key, Words: (*string)(words), At: n.at, Use: prose, Braces: LineKinds})
}

// filled is what to do without somebody: a kind of help line in braces becomes its number.
func (n noun) filled(field string, words *string) {
	n.list(Passage{Of: n.of, Key: "if-none", Field: field, Words: words, At: n.at, Use: read, Braces: LineKinds})
}

func (list lister) clinician(c *Clinician) {
	n := list.noun("clinician", c.ID, c.At)
	n.text("name", &c.Name, read)
	n.text("who", &c.Who, read)
	n.filled("if-none", &c.IfNone)
	n.each("ask", c.Ask, aloud)
	for _, l := range c.Locals {
		n := n.part("in/"+l.Region, l.At)
		n.called("name", "in/"+l.Region+"/name", &l.Name, read)
		n.called("who", "in/"+l.Region+"/who", &l.Who, read)
		n.filled("in/"+l.Region+"/if-none", &l.IfNone)
	}
}

func (list lister) region(r *Region) {
	n := list.noun("region", r.ID, r.At)
	n.text("name", &r.Name, named)
	n.text("in-sentence", &r.InSentence, named)
	for _, l := range r.Lines {
		list.line(l)
	}
}

func (list lister) line(l *HelpLine) {
	n := list.noun("line", l.ID, l.At)
	n.text("name", &l.Name, lineName)
	n.text("for", &l.For, read)
	n.text("hours", &l.Hours, hours)
	n.text("nation", &l.Nation, named)
	n.text("note", &l.Note, lineNote)
	n.text("call", &l.Call, lineNumber)
	n.text("text", &l.Text, lineNumber)
	n.text("text-word", &l.TextWord, theirs)
	n.text("url", &l.URL, lineAddress)
	for i := range l.Evidence {
		n.called("source", fmt.Sprintf("source/%d", i+1), &l.Evidence[i].Source, lineAddress)
	}
	n.each("languages", l.Languages, theirs)
}

func (list lister) source(s *Source) {
	n := list.noun("source", s.ID, s.At)
	n.text("title", &s.Title, title)
	n.text("by", &s.By, people)
	n.text("year", &s.Year, theirs)
	n.text("where", &s.Where, cited)
	n.text("note", &s.Note, ofSource)
	n.text("url", &s.URL, address)
}

func (list lister) formulary(f *Formulary) {
	for _, c := range f.Classes {
		n := list.noun("class", c.ID, c.At)
		n.text("name", &c.Name, read)
		n.text("what", &c.What, read)
	}
	for _, m := range f.Medicines {
		n := list.noun("medicine", m.Generic, m.At)
		n.text("for", &m.For, read)
		n.text("generic", &m.Generic, medicine)
		n.each("also", m.Also, otherName)
		n.each("brands", m.Brands, otherName)
	}
}

func (list lister) scenario(s *Scenario) {
	n := list.noun("scenario", s.ID, s.At)
	use := Use{Translated: s.Workshop} // what no workshop tells is read by its author
	n.text("title", &s.Title, use)
	n.text("story", &s.Story, use)
	n.text("point", &s.Point, use)
	n.each("discuss", s.Discuss, use)
	n.each("if-they-say", s.IfTheySay, use)
	n.text("say", &s.Say, use)
	n.text("move-on", &s.MoveOn, use)
	for i := range s.Called {
		n.at = s.Called[i].At
		n.called("typed", fmt.Sprintf("typed/%d", i+1), &s.Called[i].Words, otherName)
	}
}

// workshop is what a facilitator reads, and what she says.
func (list lister) workshop(w *Workshop) {
	for _, sayings := range w.Lists() {
		n := list.noun("workshop", sayings.Name, w.At)
		for _, s := range sayings.Sayings {
			n.part(s.ID, s.At).called("say", s.ID, &s.Say, aloud)
		}
	}
	list.noun("workshop", "reporting-sentence", w.At).called("reporting-sentence", "say", &w.ReportingSentence, aloud)
	for _, p := range w.Plans {
		n := list.noun("plan", p.ID, p.At)
		n.text("title", &p.Title, read)
		for _, s := range p.Steps {
			step := "step/" + s.ID
			n.part(step, s.At).called("title", step+"/title", &s.Title, read)
			n.part(step, s.At).called("do", step+"/do", (*string)(&s.Do), prose)
		}
	}
	for _, d := range w.Distress {
		n := list.noun("distress", d.ID, d.At)
		n.text("title", &d.Title, read)
		n.long("do", &d.Do)
	}
	for _, d := range w.Disclosures {
		n := list.noun("disclosure", d.ID, d.At)
		n.text("what", &d.What, read)
		n.long("we-do", &d.WeDo)
		n.long("we-do-not", &d.WeDoNot)
	}
}
