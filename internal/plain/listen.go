package plain

import (
	"bytes"
	"io"
	"strconv"
	"strings"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// Spoken is what is said after one line that was typed. Nothing is drawn again and there
// is never more than a screen, so every kind of screen reader says the same.
type Spoken struct {
	Typed  string
	Said   string
	Words  int    // of all that is said
	Asked  string // the question in it; "": none
	Before int    // words before that
}

// Listen lets somebody answer as replies says, from the welcome to the end of the result,
// and returns what she hears after every line.
func Listen(q *questionnaire.Questionnaire, w *wording.Words, region string, replies func(*questionnaire.Question) questionnaire.Reply) []Spoken {
	l := &listener{person: page.Answering{Replies: replies}}
	l.s = newSession(Options{Questionnaire: q, Words: w, Region: region, In: l, Out: &l.out})
	l.s.walk()
	l.s.v.Forget()
	return l.all
}

// listener types for somebody: it is the input of a session, and hears its output.
type listener struct {
	s      *session
	out    bytes.Buffer
	person page.Answering
	all    []Spoken
	typed  string
}

// Read is asked for the next line when all before it is said.
func (l *listener) Read(into []byte) (int, error) {
	l.hears(l.out.String())
	l.out.Reset()
	line, more := l.line()
	if !more || len(l.all) > 1000 {
		return 0, io.EOF
	}
	l.typed = line
	return copy(into, line+"\n"), nil
}

// hears notes what was said.
func (l *listener) hears(said string) {
	heard := Spoken{Typed: l.typed, Said: strings.TrimSpace(said), Words: len(strings.Fields(said))}
	if at, ok := l.s.v.Where().(visit.Asked); ok && len(l.s.over) == 0 {
		if before, _, ok := strings.Cut(said, "\n"+at.Question.Ask+"\n"); ok {
			heard.Asked, heard.Before = at.Question.Ask, len(strings.Fields(before))
		}
	}
	l.all = append(l.all, heard)
}

// line is what she types next; at the end of the result she has heard all.
func (l *listener) line() (line string, more bool) {
	if len(l.s.unsaid) > 0 || l.s.inStory() || strings.HasSuffix(l.all[len(l.all)-1].Said, strings.TrimSpace(l.s.w.Plain.Prompt.More)) {
		return "", true
	}
	switch l.s.v.Where().(type) {
	case visit.Result:
		return "", false
	case visit.Asked:
		return l.answers(), true
	}
	return "1", true
}

// answers is the line that says what she has to say to a question.
func (l *listener) answers() string {
	choices, name := l.person.On(l.s.page(), l.s.v.Questionnaire().Formulary)
	if name != "" {
		return name
	}
	var all []string
	for _, n := range choices {
		all = append(all, strconv.Itoa(n+1))
	}
	return strings.Join(all, ", ")
}
