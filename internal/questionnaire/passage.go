package questionnaire

import (
	"fmt"
	"strings"
)

// Passage is one text that somebody can see, wherever it stands. Nothing is asked
// of a text that is not among [Questionnaire.Passages]: neither that it names no
// dose, nor that it is translated.
type Passage struct {
	Of     Subject
	Key    string   // as its author writes it: "reason", "label", "hours"
	Field  string   // as a translation calls it beneath its noun: "reason", "answer/all-milk"
	Words  *string  // where it stands: translations write here
	At     Position // of the noun, or of what of it is a mapping of its own
	Place  Position // of the words themselves, where that is known
	Use    Use
	Braces []string // the words that something fills in there: "emergency" for {emergency}
}

// Subject is the noun that a text belongs to.
type Subject struct {
	Kind, ID string // "question", "feeding"; of the questionnaire itself there is only one
	Part     string // an answer, a state or a step of it: "answer/all-milk"
}

// Use says what a text is for, and so what is asked of it.
type Use struct {
	Translated bool // it is said in other languages too
	Long       bool // line breaks mean something in it
	Emergency  bool // it stands on the page of a rule that interrupts
	Aloud      bool // somebody says it as it stands: she herself, or a facilitator
	Exact      bool // what she answers or does hangs on each word of it: see [OneText]
	Theirs     bool // the author repeats it: a title, a name, a number, an address
	May        []Leave
}

// Leave is what a text may have in it and others may not.
type Leave struct {
	Check   string // the id of the check that lets it through
	Group   string // of the words that the check looks for; "": all of them
	Because string
}

// May reports whether a text may have in it what a check looks for.
func (p Passage) May(check, group string) bool {
	for _, l := range p.Use.May {
		if l.Check == check && (l.Group == "" || l.Group == group) {
			return true
		}
	}
	return false
}

// Line is where somebody who changes the text looks for it: at the text, or if its
// place is not known, at its noun.
func (p Passage) Line() Position {
	if p.Place != (Position{}) {
		return p.Place
	}
	return p.At
}

// Name is the text's name among all: "question/feeding/answer/all-milk".
func (p Passage) Name() string { return p.One().Key() }

// One is the text as a translation knows it.
func (p Passage) One() OneText {
	return OneText{Kind: p.Of.Kind, ID: p.Of.ID, Field: p.Field, Text: strings.TrimSpace(*p.Words), Long: p.Use.Long, Exact: p.Use.Exact, At: p.At}
}

func (p Passage) String() string { return fmt.Sprintf("%q of %v", p.Key, p.Of) }

// String is the noun in a message: `answer "all-milk" of question "feeding"`.
func (s Subject) String() string {
	part, name, _ := strings.Cut(s.Part, "/")
	switch {
	case s.Kind == "questionnaire":
		return "the questionnaire"
	case s.Kind == "workshop" && s.Part == "":
		return "the workshop"
	case s.Kind == "workshop":
		return fmt.Sprintf("%q under %s of the workshop", s.Part, s.ID)
	case s.Kind == "line":
		return fmt.Sprintf("help line %q", s.ID)
	case s.Kind == "distress":
		return fmt.Sprintf("step %q in distress", s.ID)
	case s.Part != "":
		return fmt.Sprintf("%s %q of %s %q", part, name, s.Kind, s.ID)
	}
	return fmt.Sprintf("%s %q", s.Kind, s.ID)
}
