package content

import (
	"fmt"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// passage is one text that a person reads, and where it stands.
type passage struct {
	key        string // the YAML key: "reason", "say", "label"
	owner      string // what the key belongs to: `rule "milk"`
	text       questionnaire.Text
	at         questionnaire.Position
	emergency  bool // it stands on the page of a rule that interrupts
	paragraphs []paragraph
	understood []sentence // for patterns: see [takeApart]
}

// paragraph is a paragraph or one item of a list, as sentences.
type paragraph []sentence

func (p passage) String() string { return fmt.Sprintf("%q of %s", p.key, p.owner) }

// each calls yield for every sentence of the passage.
func (p passage) each(yield func(sentence) bool) {
	for _, paragraph := range p.paragraphs {
		for _, s := range paragraph {
			if !yield(s) {
				return
			}
		}
	}
}

// passages are all texts of the questionnaire except those that repeat other
// people's words and names: titles of sources, names and hours of help lines,
// names of regions and medicines.
func passages(q *questionnaire.Questionnaire) []passage {
	l, _ := language.Of(q.Language)
	var all []passage
	add := func(key, owner string, at questionnaire.Position, text string, emergency bool) {
		if text == "" {
			return
		}
		p := passage{key: key, owner: owner, at: at, text: questionnaire.Text(text), emergency: emergency}
		p.paragraphs, p.understood = takeApart(p.text, l)
		all = append(all, p)
	}
	const calm = false

	add("title", "the questionnaire", q.At, q.Title, calm)
	add("welcome", "the questionnaire", q.At, string(q.Welcome), calm)
	add("consent", "the questionnaire", q.At, string(q.Consent), calm)
	for _, t := range q.Topics {
		owner := fmt.Sprintf("topic %q", t.ID)
		add("title", owner, t.At, t.Title, calm)
		add("about", owner, t.At, t.About, calm)
	}
	for _, x := range q.Questions {
		owner := fmt.Sprintf("question %q", x.ID)
		add("before", owner, x.At, x.Before, calm)
		add("ask", owner, x.At, x.Ask, calm)
		add("why", owner, x.At, x.Why, calm)
		for _, a := range x.Answers {
			add("label", fmt.Sprintf("answer %q of question %q", a.ID, x.ID), a.At, a.Label, calm)
		}
		for _, s := range x.States {
			add("label", fmt.Sprintf("state %q of question %q", s.ID, x.ID), s.At, s.Label, calm)
		}
	}
	for _, rule := range q.Rules {
		owner := fmt.Sprintf("rule %q", rule.ID)
		add("first", owner, rule.At, rule.First, rule.Interrupt)
		add("reason", owner, rule.At, rule.Reason, rule.Interrupt)
		add("say", owner, rule.At, rule.Say, rule.Interrupt)
	}
	for _, e := range q.Education {
		owner := fmt.Sprintf("education %q", e.ID)
		add("title", owner, e.At, e.Title, calm)
		add("text", owner, e.At, string(e.Text), calm)
	}
	for _, c := range q.Clinicians {
		owner := fmt.Sprintf("clinician %q", c.ID)
		add("name", owner, c.At, c.Name, calm)
		add("who", owner, c.At, c.Who, calm)
		add("if-none", owner, c.At, c.IfNone, calm)
	}
	for _, region := range q.Regions {
		for _, l := range region.Lines {
			owner := fmt.Sprintf("help line %q", l.ID)
			add("for", owner, l.At, l.For, calm)
			add("note", owner, l.At, l.Note, calm)
		}
	}
	for _, c := range q.Formulary.Classes {
		owner := fmt.Sprintf("class %q", c.ID)
		add("name", owner, c.At, c.Name, calm)
		add("what", owner, c.At, c.What, calm)
	}
	for _, m := range q.Formulary.Medicines {
		add("for", fmt.Sprintf("medicine %q", m.Generic), m.At, m.For, calm)
	}
	for _, s := range q.Scenarios {
		owner := fmt.Sprintf("scenario %q", s.ID)
		add("title", owner, s.At, s.Title, calm)
		add("story", owner, s.At, s.Story, calm)
		add("point", owner, s.At, s.Point, calm)
		for _, d := range s.Discuss {
			add("discuss", owner, s.At, d, calm)
		}
	}
	if w := q.Workshop; w != nil {
		for _, list := range w.Lists() {
			for _, s := range list.Sayings {
				add("say", fmt.Sprintf("%q under %s of the workshop", s.ID, list.Name), s.At, s.Say, calm)
			}
		}
		for _, p := range w.Plans {
			owner := fmt.Sprintf("plan %q", p.ID)
			add("title", owner, p.At, p.Title, calm)
			for _, s := range p.Steps {
				owner := fmt.Sprintf("step %q of plan %q", s.ID, p.ID)
				add("title", owner, s.At, s.Title, calm)
				add("do", owner, s.At, string(s.Do), calm)
			}
		}
		for _, s := range w.Distress {
			owner := fmt.Sprintf("step %q in distress", s.ID)
			add("title", owner, s.At, s.Title, calm)
			add("do", owner, s.At, string(s.Do), calm)
		}
		for _, d := range w.Disclosures {
			owner := fmt.Sprintf("disclosure %q", d.ID)
			add("what", owner, d.At, d.What, calm)
			add("we-do", owner, d.At, string(d.WeDo), calm)
			add("we-do-not", owner, d.At, string(d.WeDoNot), calm)
		}
		add("reporting-sentence", "the workshop", w.At, w.ReportingSentence, calm)
	}
	return all
}
