package plain

import (
	"bufio"
	"errors"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
)

// WorkshopOptions are what a workshop line by line needs.
type WorkshopOptions struct {
	Questionnaire *questionnaire.Questionnaire
	Words         *wording.Words
	Region        *questionnaire.Region // whose numbers are said
	Wish          workshop.Wish         // which stories the list has
	Session       *workshop.Session     // to begin with; nil: the list
	Now           func() time.Time      // the clock of the facilitator's notes
	In            io.Reader
	Out           io.Writer
	Width         int
}

// Workshop leads through a workshop, a page at a time, by words. The error is
// one of writing.
func Workshop(o WorkshopOptions) error {
	l := &leader{
		face: &face{in: bufio.NewReader(o.In), out: o.Out, width: o.Width, w: o.Words, region: o.Region},
		q:    o.Questionnaire, wish: o.Wish, now: o.Now, entered: map[*questionnaire.PlanStep]time.Time{},
	}
	l.say(l.w.Workshop.Heading)
	for session := o.Session; ; session = nil {
		if session == nil {
			chosen, err := l.choose()
			if err != nil {
				return l.err
			}
			session = &chosen
		}
		if err := l.lead(*session); !errors.Is(err, errBack) {
			return l.err
		}
	}
}

// leader leads a group.
type leader struct {
	*face
	q       *questionnaire.Questionnaire
	wish    workshop.Wish
	now     func() time.Time
	entered map[*questionnaire.PlanStep]time.Time
}

// choose offers the plans and the stories.
func (l *leader) choose() (workshop.Session, error) {
	var sessions []func() workshop.Session
	var labels []string
	for _, p := range l.q.Workshop.Plans {
		sessions = append(sessions, func() workshop.Session { return workshop.Lead(l.q, p, nil) })
		labels = append(labels, page.PlanName(l.w, p))
	}
	for _, v := range workshop.Choose(l.q, l.wish) {
		sessions = append(sessions, func() workshop.Session { return workshop.Tell(l.q, v) })
		labels = append(labels, page.Tenderness(l.w, v)+". "+page.Story(l.w, l.q, v))
	}
	l.say("", l.w.Workshop.Choose)
	l.list(labels)
	for {
		line, err := l.line(l.w.Workshop.Plain.Choose)
		if err != nil {
			return workshop.Session{}, err
		}
		n, err := strconv.Atoi(line)
		switch {
		case err == nil && n >= 1 && n <= len(sessions):
			l.say("", l.w.Workshop.Plain.How)
			return sessions[n-1](), nil
		case questionnaire.Fold(line) != "" && strings.HasPrefix(questionnaire.Fold(l.w.Plain.Leave), questionnaire.Fold(line)):
			return workshop.Session{}, errLeft
		}
		l.say(l.w.Plain.NotUnderstood)
	}
}

// line reads a line after a prompt.
func (l *leader) line(prompt string) (string, error) {
	l.write(prompt)
	if l.err != nil {
		return "", errEnded
	}
	line, err := l.in.ReadString('\n')
	line = strings.TrimSpace(line)
	if err != nil && line == "" {
		l.say("")
		return "", errEnded
	}
	return line, nil
}

// lead goes through a session. It ends with errBack for the list, or with how
// the facilitator left.
func (l *leader) lead(s workshop.Session) error {
	clear(l.entered)
	l.show(s)
	words := l.w.Workshop.Plain
	for {
		said, err := l.line(words.Prompt)
		if err != nil {
			return err
		}
		before, _ := s.Place()
		switch l.command(said) {
		case "":
			if said != "" {
				l.say(words.Unknown)
				l.say(words.How)
				continue
			}
			l.show(s) // an empty line says it again
			continue
		case words.Next:
			s = s.Forward()
			if n, _ := s.Place(); n == before {
				l.say(wording.Fill(words.Last, "menu", words.Menu))
				continue
			}
		case l.w.Plain.Back:
			s = s.Back()
			if n, _ := s.Place(); n == before {
				l.say(l.w.Workshop.First)
				continue
			}
		case words.Skip:
			s = s.Skip()
		case words.Swap:
			other, ok := s.Swap(1)
			if !ok {
				l.say(l.w.Workshop.NoSwap)
				continue
			}
			s = other
		case words.Notes:
			l.notes(s)
			continue
		case words.Parked:
			l.show(workshop.LeftAside(l.q))
			continue
		case words.Agreed:
			for _, a := range l.q.Workshop.Agreements {
				l.say(a.Say)
			}
			continue
		case l.w.Plain.Lines:
			l.show(workshop.HelpLines(l.q))
			continue
		case words.Menu:
			return errBack
		case l.w.Plain.Leave:
			return errLeft
		}
		l.show(s)
	}
}

// command is the word that was meant: the first of them that begins so.
func (l *leader) command(said string) string {
	p, w := l.w.Plain, l.w.Workshop.Plain
	for _, word := range []string{w.Next, p.Back, w.Skip, w.Swap, w.Notes, w.Parked, w.Agreed, p.Lines, w.Menu, p.Leave} {
		if begun := questionnaire.Fold(said); begun != "" && strings.HasPrefix(questionnaire.Fold(word), begun) {
			return word
		}
	}
	return ""
}

// show says a step.
func (l *leader) show(s workshop.Session) {
	if s.Empty() {
		return
	}
	step := s.Step()
	if step.Plan != nil {
		if _, known := l.entered[step.Plan]; !known {
			l.entered[step.Plan] = l.now()
		}
	}
	l.say("")
	l.page(page.Wall(l.w, step, l.q.Formulary, l.region))
}

func (l *leader) page(p page.Page) {
	for _, b := range p.Blocks {
		text := wording.Spoken(b.Text())
		switch b.Manner {
		case page.Heading, page.Title:
			text = b.Text()
		case page.Item:
			text = "- " + text
		}
		l.say(text)
	}
}

// notes says the facilitator's notes. Who has asked for lines reads alone, so
// no second word is needed.
func (l *leader) notes(s workshop.Session) {
	spent := time.Duration(0)
	if part := s.Step().Plan; part != nil {
		spent = l.now().Sub(l.entered[part])
	}
	for _, p := range page.Notes(l.w, l.q, s, spent) {
		l.say("")
		l.page(p)
	}
	l.say("", l.w.Workshop.Plain.NotesEnd)
}
