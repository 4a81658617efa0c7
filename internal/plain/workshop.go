package plain

import (
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/ask-first/askfirst/internal/language"
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
	Size          func() (columns, rows int) // of the terminal; nil: unknown
	Paste         time.Duration              // as of [Options]
}

// Workshop leads through a workshop, a page at a time, by words. The error is
// one of writing.
func Workshop(o WorkshopOptions) error {
	l := &leader{
		face:   &face{in: newInput(o.In, o.Paste), out: o.Out, size: o.Size, w: o.Words, workshop: true},
		region: o.Region, q: o.Questionnaire, wish: o.Wish, now: o.Now, entered: map[*questionnaire.PlanStep]time.Time{},
	}
	l.say(l.w.Workshop.Heading)
	if o.Session != nil {
		l.before = o.Session.Before()
	}
	for session := o.Session; ; session = nil {
		if session == nil {
			chosen, err := l.choose()
			if err != nil {
				return l.err
			}
			session, l.before = &chosen, 0
		}
		if err := l.lead(*session); !errors.Is(err, errMenu) {
			return l.err
		}
	}
}

// How a session ends.
var (
	errMenu = errors.New("menu")
	errLeft = errors.New("left")
)

// leader leads a group.
type leader struct {
	*face
	region  *questionnaire.Region
	q       *questionnaire.Questionnaire
	wish    workshop.Wish
	now     func() time.Time
	entered map[*questionnaire.PlanStep]time.Time
	before  time.Duration // of the plan, before the part where this session began
	page    string        // what the page is called that was said last
	missed  int           // lines that were not understood
	ahead   string        // typed while a page was still being said
	isAhead bool
}

// choose offers the plans and the stories.
func (l *leader) choose() (workshop.Session, error) {
	var sessions []func() workshop.Session
	var labels []string
	for _, p := range l.q.Workshop.Plans {
		sessions = append(sessions, func() workshop.Session { return workshop.Lead(l.q, p, l.wish) })
		labels = append(labels, page.PlanName(l.w, p))
	}
	for _, v := range workshop.Choose(l.q, l.wish) {
		sessions = append(sessions, func() workshop.Session { return workshop.Tell(l.q, v, l.wish) })
		labels = append(labels, page.Tenderness(l.w, v)+". "+page.Story(l.w, l.q, v, l.wish))
	}
	all := append(foreign(l.w, l.q.Foreign), plainLines("", l.w.Workshop.Choose)...)
	for i, label := range labels {
		all = append(all, line{text: wording.Fill(l.w.Plain.Choice, "n", strconv.Itoa(i+1), "label", ended(label))})
	}
	l.tellAll(all)
	for {
		typed, err := l.reads(wording.Fill(l.w.Workshop.Plain.Choose, "numbers", l.numbers(len(sessions))))
		if err != nil {
			return workshop.Session{}, err
		}
		meant := numbers(l.w, typed)
		switch {
		case len(meant) == 1 && meant[0] <= len(sessions):
			l.say("", l.w.Workshop.Plain.How)
			return sessions[meant[0]-1](), nil
		case l.begins(typed, language.Told(l.w.Plain.Typed.Leave)):
			return workshop.Session{}, errLeft
		case typed == "" || means(typed, l.w.Plain.Typed.Again):
			l.tellAll(all)
			continue
		case wantsHelp(typed, everyLanguage()):
			l.show(workshop.HelpLines(l.q))
			continue
		}
		l.nothing(wording.Fill(l.w.Plain.NotUnderstoodShort, "numbers", l.numbers(len(sessions))))
	}
}

// nothing says why a line does nothing, and then what was still to be said.
func (l *leader) nothing(why ...string) {
	l.say(why...)
	l.tellAll(l.unsaid)
}

// unknown says once what can be typed, and then only that this was none of it.
func (l *leader) unknown() {
	words := l.w.Workshop.Plain
	if l.missed++; l.missed > 1 {
		l.nothing(words.Unknown)
		return
	}
	l.nothing(words.Unknown, words.How)
}

// tellAll says lines, a screen at a time; what is typed before their end is the
// next line.
func (l *leader) tellAll(all []line) {
	l.ahead, l.isAhead, _ = l.tell(all)
}

// reads reads a line after a prompt.
func (l *leader) reads(prompt string) (string, error) {
	if l.isAhead {
		l.isAhead = false
		return l.ahead, nil
	}
	return l.prompt(prompt)
}

// lead goes through a session. It ends with errMenu for the list, or with how the
// facilitator left.
func (l *leader) lead(s workshop.Session) error {
	clear(l.entered)
	l.show(s)
	for {
		typed, err := l.reads(wording.Fill(l.w.Workshop.Plain.Prompt, "page", l.page))
		if err != nil {
			return err
		}
		if s, err = l.step(s, typed); err != nil {
			return err
		}
	}
}

// step is the session after a line.
func (l *leader) step(s workshop.Session, typed string) (workshop.Session, error) {
	words, t := l.w.Workshop.Plain, l.w.Plain.Typed
	switch l.command(typed) {
	case "":
		switch {
		case wantsHelp(typed, everyLanguage()):
			l.show(s.HelpLines())
			return s, nil
		case !means(typed, t.Again):
			l.unknown()
			return s, nil
		}
	case words.Next:
		if s.Last() {
			l.nothing(wording.Fill(words.Last, "menu", words.Menu))
			return s, nil
		}
		s = s.Forward()
	case language.Told(t.Back):
		if !s.Begun() {
			l.nothing(l.w.Workshop.First)
			return s, nil
		}
		s = s.Back()
	case words.Skip:
		s = s.Skip()
	case words.Swap:
		other, ok := s.Swap()
		if !ok {
			l.nothing(l.w.Workshop.NoSwap)
			return s, nil
		}
		s = other
	case words.End:
		if end, ok := s.End(); ok {
			s = end
		}
	case words.Notes:
		l.notes(s)
		return s, nil
	case words.Parked:
		l.show(workshop.LeftAside(l.q))
		return s, nil
	case words.Agreed:
		var all []line
		for _, a := range l.q.Workshop.Agreements {
			all = append(all, line{text: a.Say})
		}
		l.tellAll(all)
		return s, nil
	case language.Told(t.Lines):
		l.show(s.HelpLines())
		return s, nil
	case words.Menu:
		return s, errMenu
	case language.Told(t.Leave):
		return s, errLeft
	}
	l.show(s)
	return s, nil
}

// command is the word that was meant: the first of them that begins so. Nothing at
// all goes on.
func (l *leader) command(typed string) string {
	t, w := l.w.Plain.Typed, l.w.Workshop.Plain
	switch {
	case typed == "":
		return w.Next
	case means(typed, t.Lines):
		return language.Told(t.Lines)
	}
	for _, word := range []string{w.Next, language.Told(t.Back), w.Skip, w.Swap, w.End, w.Notes, w.Parked, w.Agreed, language.Told(t.Lines), w.Menu, language.Told(t.Leave)} {
		if l.begins(typed, word) {
			return word
		}
	}
	return ""
}

func (l *leader) begins(typed, word string) bool {
	begun := questionnaire.Fold(typed)
	return begun != "" && strings.HasPrefix(questionnaire.Fold(word), begun)
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
	p := page.Wall(l.w, step, l.q, l.region)
	l.page = shortened(title(p))
	l.tellAll(append(plainLines(""), l.wall(p, step.Kind == workshop.Numbers || step.Kind == workshop.Interrupt)...))
}

// title is what a page for everybody is called.
func title(p page.Page) string {
	for _, b := range p.Blocks {
		if b.Manner == page.Heading || b.Manner == page.Loud {
			return b.Text()
		}
	}
	return p.Place
}

// wall are the lines of a page for everybody. Only where it is about help lines
// are its numbers those of telephones.
func (l *leader) wall(p page.Page, spelled bool) []line {
	if spelled {
		p.Blocks = slices.Clone(p.Blocks)
		for i := range p.Blocks {
			b := &p.Blocks[i]
			b.Spans = []questionnaire.Span{{Words: wording.Spoken(b.Text())}}
		}
	}
	return lines(l.w, p, nil)
}

// notes says the facilitator's notes. On the wall two keys open them, because everybody
// would see them; nobody shares plain lines, so here one word is enough.
func (l *leader) notes(s workshop.Session) {
	var spent page.Spent
	if part := s.Step().Plan; part != nil {
		spent.Part = l.now().Sub(l.entered[part])
		for _, began := range l.entered {
			spent.All = max(spent.All, l.now().Sub(began))
		}
		spent.All += l.before
	}
	var all []line
	for _, p := range page.Notes(l.w, l.q, l.region, s, spent) {
		all = append(append(all, line{}), l.wall(p, false)...)
	}
	l.tellAll(append(all, line{}, line{text: l.w.Workshop.Plain.NotesEnd}))
}
