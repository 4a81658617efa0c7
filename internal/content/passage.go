package content

import (
	"fmt"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// passage is one text that a person reads, and where it stands.
type passage struct {
	questionnaire.Passage
	key        string // the YAML key: "reason", "ask", "label"
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

// passages are all texts of the questionnaire that somebody can see.
func passages(q *questionnaire.Questionnaire) []passage {
	l, _ := language.Of(q.Language)
	var all []passage
	for one := range q.Passages() {
		if *one.Words == "" {
			continue
		}
		p := passage{Passage: one, key: one.Key, owner: one.Of.String(), at: one.Line(), text: questionnaire.Text(*one.Words), emergency: one.Use.Emergency}
		p.paragraphs, p.understood = takeApart(p.text, l)
		all = append(all, p)
	}
	return all
}
