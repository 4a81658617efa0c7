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
	l := &listener{replies: replies}
	l.s = newSession(Options{Questionnaire: q, Words: w, Region: region, In: l, Out: &l.out})
	l.s.walk()
	l.s.v.Forget()
	return l.all
}

// listener types for somebody: it is the input of a session, and hears its output.
type listener struct {
	s       *session
	out     bytes.Buffer
	replies func(*questionnaire.Question) questionnaire.Reply
	all     []Spoken
	typed   string
	named   int // medicines of the question that are on her list, or asked about
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
	switch at := l.s.v.Where().(type) {
	case visit.Result:
		return "", false
	case visit.Asked:
		return l.answers(at.Question), true
	}
	return "1", true
}

// answers is the line that says what she has to say to a question.
func (l *listener) answers(q *questionnaire.Question) string {
	p, r := l.s.page(), l.replies(q)
	switch {
	case r.Kind == questionnaire.Unsure:
		return l.extra(p, page.NotSure)
	case r.Kind != questionnaire.Definite:
		return l.extra(p, page.Declined)
	case q.TakesMedicines():
		return l.medicine(p, r)
	}
	var all []string
	for _, a := range r.Answers {
		all = append(all, strconv.Itoa(a+1))
	}
	if r.RestUnsure {
		all = append(all, l.extra(p, page.NotSure))
	}
	return strings.Join(all, ", ")
}

// medicine is the next line about her medicines: a name, which one it is, whether she
// still takes it, and at last that this is all.
func (l *listener) medicine(p page.Page, r questionnaire.Reply) string {
	formulary := l.s.v.Questionnaire().Formulary
	switch d := p.Draft; {
	case d.Asking():
		state := r.Taken[l.named-1]
		if state.State == questionnaire.UnsureState {
			return l.extra(p, page.NotSure)
		}
		return strconv.Itoa(state.State + 1)
	case d.Typed() != "":
		if r.Taken[l.named-1].Medicine == questionnaire.UnlistedMedicine {
			return l.extra(p, page.Unlisted)
		}
		return "1"
	case l.named < len(r.Taken):
		l.named++
		if t := r.Taken[l.named-1]; t.Medicine != questionnaire.UnlistedMedicine {
			return formulary.Medicines[t.Medicine].Generic
		}
		return l.extra(p, page.Unlisted)
	case r.RestUnsure:
		return l.extra(p, page.NotSure)
	}
	return "1"
}

// extra is the number of one of the program's own answers.
func (l *listener) extra(p page.Page, x page.Extra) string {
	e := ear{w: l.s.w, p: p}
	for _, n := range e.extra(x) {
		return strconv.Itoa(n + 1)
	}
	return "1"
}
