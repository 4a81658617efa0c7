package plain

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// Options are what a screening line by line needs.
type Options struct {
	Questionnaire *questionnaire.Questionnaire
	Words         *wording.Words
	// Notice says what is missing on this system, at the start; nil or "": nothing.
	Notice func(*wording.Words) string
	// Language is the one of the above, Languages are all that are offered at the
	// start, and Translate gives what is said in one of them.
	Language  string
	Languages []wording.Language
	Translate func(language string) wording.InLanguage
	// Door gives what is said in a language behind the door at the start: in the
	// questionnaire for somebody who is worried about a mother. nil: no door.
	Door   func(language string) wording.InLanguage
	Region string // id, when it is already known; else ""
	Nation string // the part of it that she is in, when that is known too
	Guess  string // id of the region that the locale suggests; she is told, and asked all the same
	In     io.Reader
	Out    io.Writer
	// Size is the terminal's, in columns and rows, asked anew for each page; nil or
	// 0: unknown. Then lines are as long as they are, and a screen has 24 rows.
	Size func() (columns, rows int)
	// Paste is how soon lines must follow one another to have been pasted together;
	// 0: In is not a terminal, and every line is an answer.
	Paste time.Duration
	Wipe  func() // clears what was said; nil where there is no screen to clear
	// Linger lets what was said last be heard before it is cleared too; nil: no time.
	Linger func()
}

// Run leads through the screening and returns the region that was chosen. That it has
// ended is said after the rest was cleared, and then cleared as well: what somebody who
// does not see hears at once does not stay. Only a line for which she asked does. The
// error is one of writing.
func Run(o Options) (*questionnaire.Region, error) {
	s := newSession(o)
	s.walk()
	s.v = s.v.Did(visit.Left{})
	at, _ := s.v.Where().(visit.Farewell)
	last := s.beneath() // whatever page was open over it
	region := s.v.Region()
	s.v.Forget()
	if s.draft != nil {
		s.draft.Forget()
	}
	if o.Wipe != nil {
		o.Wipe()
	}
	s.noted = nil
	s.sayAll(Tell(s.w, last)...)
	if o.Wipe != nil && !at.Keeping {
		if o.Linger != nil {
			o.Linger()
		}
		o.Wipe()
	}
	return region, s.err
}

// session is one screening.
type session struct {
	*face
	v         visit.Visit
	notice    func(*wording.Words) string
	front     page.Front
	others    []*wording.Words // of every language: a cry for help is understood in each
	translate func(language string) wording.InLanguage
	door      func(language string) wording.InLanguage
	given     visit.Options // what is known where a visit begins
	finder    *finder.Index

	over  []page.Opening // pages over the place, the one that is shown last
	draft *page.Draft    // what she has put together on the page of a question
	took  *page.Draft    // the draft before she put a medicine on it, or took one off; nil: that is not the last thing that she did
	names []string       // medicines that are still to be looked for
	story int            // the step of the plan that she has heard last, from 0; -1: none
	// numbered: she has heard what can be chosen on the result.
	numbered bool

	short bool      // she wants no reasons
	left  []leftOff // pages under those that are open, of which something was not said yet

	still  manner // what is still to be said of the page
	cut    manner // what was being said of it when she typed something
	place  string // the topic that was said last
	missed int    // lines that were not understood
	asked  []int  // the choices of which she was asked with the last line whether she means them
}

// leftOff is a page over which another was opened before it was said to its end.
type leftOff struct {
	over   int // pages over the place
	cut    manner
	unsaid []line
	asked  []int // the choices of which that asks whether she means them
}

// manner is how much is said of a page before its prompt.
type manner uint8

const (
	whole   manner = iota
	story          // of the result: the first step, and what leads to it
	rest           // of the result: what comes after it
	choices        // of a page that she knows: what has just happened, and what can be chosen
	nothing
)

func newSession(o Options) *session {
	s := &session{
		face:   &face{in: newInput(o.In, o.Paste), out: o.Out, size: o.Size, w: o.Words},
		v:      visit.Begin(o.Questionnaire, visit.Options{Region: o.Region, Nation: o.Nation, Guess: o.Guess}),
		notice: o.Notice, translate: o.Translate, door: o.Door, given: visit.Options{Region: o.Region, Nation: o.Nation, Guess: o.Guess}, finder: finder.New(o.Questionnaire.Formulary), story: -1,
	}
	s.front = page.Front{Language: o.Language, Languages: o.Languages}
	if o.Door != nil {
		s.front.Door = page.ToWorried
	}
	s.others = everyLanguage()
	return s
}

// walk goes on until she has left, or until there is no more input.
func (s *session) walk() {
	s.say(s.w.Plain.Heading, s.w.Plain.First)
	for {
		if _, left := s.v.Where().(visit.Farewell); left {
			return
		}
		p, typed, err := s.hears()
		if err != nil {
			return
		}
		s.heard(p, typed)
	}
}

// page is the one that she is on.
func (s *session) page() page.Page {
	for n := len(s.over); n > 0; n-- {
		if p, ok := page.Over(s.w, s.v, s.over[n-1]); ok {
			return p
		}
		s.over = s.over[:n-1]
	}
	if _, asked := s.v.Where().(visit.Asked); asked && s.draft != nil {
		return page.Drafted(s.w, s.v, *s.draft)
	}
	return s.beneath()
}

// dialled are the numbers of a region, which stand in sentences too: "Leave this and call
// 911."
func dialled(region *questionnaire.Region) []string {
	var numbers []string
	for _, l := range region.Lines {
		numbers = append(numbers, l.Call, l.Text)
	}
	return numbers
}

// beneath is the page of the place, with nothing over it.
func (s *session) beneath() page.Page {
	s.front.Missing = ""
	if s.notice != nil {
		s.front.Missing = s.notice(s.w)
	}
	return page.Of(s.w, s.v, s.front)
}

// hears says what is to be said of the page where she is, and reads a line. A page
// that is only read is closed then.
func (s *session) hears() (p page.Page, typed string, err error) {
	for {
		p = s.page()
		s.telling, s.dialled = shortened(named(s.w, p)), dialled(s.v.Region())
		typed, early, err := s.tell(s.lines(p))
		was := s.still
		s.still, s.cut = nothing, was
		if err != nil || early {
			return p, typed, err
		}
		switch {
		case was == story && len(s.steps()) > 0:
			s.story = 0
			typed, err := s.prompt(s.ask(p))
			return p, typed, err
		case readOnly(p):
			s.over = s.over[:len(s.over)-1]
		default:
			typed, err := s.prompt(s.ask(p))
			return p, typed, err
		}
	}
}

// lines are what is still to be said of the page.
func (s *session) lines(p page.Page) []line {
	if len(s.unsaid) > 0 {
		return s.resumed(s.unsaid)
	}
	switch s.still {
	case nothing:
		return s.goesBack()
	case choices:
		if s.took != nil && s.drafting().Fewer(*s.took) {
			p.Notice += " " + s.w.Plain.UndoTold
		}
		return menu(s.w, p)
	case story, rest:
		return s.told(p, s.still)
	}
	s.numbered = s.numbered || p.Kind == page.ResultPage && len(s.over) == 0
	if s.short {
		p = brief(p)
	}
	var all []line
	if p.Kind != page.DangerPage && p.Kind != page.QuestionPage { // the one begins with what to do, the other needs the room
		all = plainLines("")
	}
	p, topic := s.where(p)
	all = append(all, topic...)
	all = append(all, lines(s.w, p, s.titled(p))...)
	switch p.Kind {
	case page.WelcomePage:
		all = append(all, line{text: s.w.Plain.How})
	case page.KeysPage:
		all = append(all, line{text: s.w.Plain.How}, line{text: s.w.Plain.More})
	}
	return append(all, s.rest(p)...)
}

// rest says that one of the free answers can stand beside others, where it does not
// say so itself.
func (s *session) rest(p page.Page) []line {
	if p.Question == nil || !p.Question.TakesMany() {
		return nil
	}
	other := slices.IndexFunc(p.Question.Answers, func(a *questionnaire.Answer) bool { return !a.Exclusive })
	for n, c := range p.Choices() {
		replied, _ := c.Means.(visit.Replied)
		if c.Extra == page.NotSure && replied.Reply.Kind == questionnaire.Unsure && other >= 0 {
			return plainLines(wording.Fill(s.w.Plain.Rest, "other", strconv.Itoa(other+1), "n", strconv.Itoa(n+1)))
		}
	}
	return nil
}

// where says the topic of a question, and behind the question how many are left:
// where a topic begins, and not again before the next.
func (s *session) where(p page.Page) (page.Page, []line) {
	if p.Kind != page.QuestionPage || p.Place == s.place {
		return p, nil
	}
	s.place = p.Place
	var topic []line
	if p.Blocks[0].Manner != page.Heading { // it says the topic itself
		topic = append(topic, line{text: wording.Fill(s.w.Plain.Topic, "topic", p.Place), leads: true})
	}
	if p.Left != "" {
		left := page.Block{Manner: page.Note, Spans: []questionnaire.Span{{Words: ended(begun(p.Left))}}}
		p.Blocks = append([]page.Block{left}, p.Blocks...)
	}
	return p, topic
}

// heard does what she meant. Where that was nothing, what she had not heard yet of
// the page is still said: she must not choose from what she does not know. Where it
// opened another page over this one, such as the help lines, it is said after that.
func (s *session) heard(p page.Page, typed string) {
	unsaid, over := s.unsaid, len(s.over)
	s.unsaid = nil
	h := s.does(p, typed, unheard(unsaid))
	switch {
	case len(s.over) > over && len(unsaid) > 0:
		s.left = append(s.left, leftOff{over: over, cut: s.cut, unsaid: unsaid})
	case len(s.over) > over && len(h.Among) > 0:
		s.left = append(s.left, leftOff{over: over, cut: nothing, unsaid: s.asks(p, h), asked: h.Among})
	case len(unsaid) == 0:
	case s.still == nothing && len(s.over) == over:
		s.still, s.unsaid = s.cut, unsaid
	}
}

// goesBack is what was not said yet of the page to which she has come back.
func (s *session) goesBack() []line {
	for n := len(s.left); n > 0 && s.left[n-1].over >= len(s.over); n-- {
		last := s.left[n-1]
		s.left = s.left[:n-1]
		if last.over == len(s.over) {
			s.still, s.asked = last.cut, last.asked
			if len(last.asked) > 0 {
				return last.unsaid
			}
			return s.resumed(last.unsaid)
		}
	}
	return nil
}

// resumed are the lines that were left of a page, with its name before them.
func (s *session) resumed(unsaid []line) []line {
	if name := s.continued(); name != "" {
		return append([]line{{text: name, leads: true}}, unsaid...)
	}
	return unsaid
}

// asks are the lines that ask which of some choices is meant.
func (s *session) asks(p page.Page, h Heard) []line {
	text := h.Not
	if text == "" {
		text = (&ear{w: s.w}).among(h.Among).Not
	}
	all := []line{{text: text, leads: true}}
	for _, n := range h.Among {
		all = append(all, line{text: wording.Fill(s.w.Plain.Choice, "n", strconv.Itoa(n+1), "label", ended(p.Choice(n).Label)), leads: true})
	}
	all[len(all)-1].leads = false
	return all
}

// does does what a line means. The choices from the number unheard on were not said
// yet; 0: all of them were.
func (s *session) does(p page.Page, typed string, unheard int) Heard {
	plantedLeak(s, typed)
	h := s.hear(p, typed)
	switch number := len(numbers(s.w, typed)) > 0; {
	case unheard > 0 && s.early(p, h, unheard, number):
		h = Heard{Not: s.w.Plain.NotYet}
	case number && len(h.Of) > 0 && p.Kind == page.ResultPage && len(s.over) == 0 && !s.numbered:
		s.say(s.w.Plain.NotYet) // and what ends everything may have that number
		h = Heard{List: true}
	}
	s.asked = nil
	if h.Unclear && s.inStory() && len(s.over) > 0 && len(numbers(s.w, typed)) == 0 {
		// The words of the result are understood on its cards too; numbers are the card's.
		beneath := s.beneath()
		if meant := s.hear(beneath, typed); meant.Choice != nil {
			s.over = nil
			p, h = beneath, meant
		}
	}
	switch {
	case h.Choice != nil:
		s.chose(p, h.Choice)
	case h.Name != "":
		s.looksFor(h.Name)
	case h.Again:
		s.still = whole
	case h.List:
		if s.still = whole; s.inStory() {
			s.over, s.left = nil, nil
		}
	case h.Slow:
		s.slowly(p, h.Only)
	case h.Short:
		s.short = true
		s.say(s.w.Plain.ShortTold)
	case h.Full:
		s.short = false
		s.say(s.w.Plain.FullTold)
		if p.Kind == page.QuestionPage || p.Kind == page.CardPage {
			s.still = whole
		}
	case h.Undo:
		s.undo()
	case h.Next:
		s.next(p)
	case h.Unclear && s.missed > 0: // once long, then short
		s.say(wording.Fill(s.w.Plain.NotUnderstoodShort, "numbers", s.numbers(count(p))))
	case len(h.Among) > 0:
		s.noted, s.asked = append(s.noted, s.asks(p, h)...), h.Among
	default:
		if h.Unclear {
			s.missed++
		}
		s.say(h.Not)
	}
	if h.Not != "" { // what was pasted with it answers no later page
		s.tellNotTaken(s.in.cameAlong())
	}
	return h
}

// tellNotTaken says which lines that came with another were not taken as answers.
func (s *session) tellNotTaken(lines []string) {
	lines = slices.DeleteFunc(lines, func(line string) bool { return len(words(line)) == 0 })
	for i := range lines {
		lines[i] = printable(lines[i])
	}
	if len(lines) > 0 {
		s.say(wording.Fill(s.w.Plain.NotTaken, "typed", strings.Join(lines, ", ")))
	}
}

// early reports whether a line chooses what she cannot know yet: a number that was not
// read out, or the answer that says no to others that were not.
func (s *session) early(p page.Page, h Heard, unheard int, number bool) bool {
	return slices.ContainsFunc(h.Of, func(n int) bool {
		no := p.Question != nil && n < len(p.Question.Answers) && p.Question.Answers[n].Exclusive
		return number && n+1 >= unheard || no && unheard <= len(p.Question.Answers)
	})
}

// slowly says the numbers of a page in pairs, where it has some.
func (s *session) slowly(p page.Page, only int) {
	if told := slowly(p, only); len(told) > 0 {
		s.noted = append(s.noted, told...)
		return
	}
	s.say(s.w.Plain.NoNumber)
}

// hear is what a line means on the page. The whole name of a medicine is that name
// where names are asked for, even if somebody in danger might say a word of it, as of
// an emergency pill. A number is what was read out, though a brand may end in it: 3 is
// not XL-3.
func (s *session) hear(p page.Page, typed string) Heard {
	if p.Typing && len(numbers(s.w, typed)) == 0 {
		if finder.Certain(s.finder.Settle(typed)) {
			return Heard{Name: typed}
		}
	}
	if len(s.asked) > 0 {
		if h, ok := s.answered(p, typed); ok {
			return h
		}
	}
	return Hear(s.w, p, s.v.Region(), typed, s.others...)
}

// answered is what yes or no says to the question which of some choices is meant. "No"
// does not answer the page, unless one of them begins so.
func (s *session) answered(p page.Page, typed string) (Heard, bool) {
	e := ear{w: s.w, p: p}
	switch everyday(s.w.Plain.Typed, typed) {
	case saysYes:
		if len(s.asked) == 1 {
			return e.chosen(s.asked)
		}
	case saysNo, saysNone, saysHardly:
		for _, n := range e.answering(s.w.Plain.Typed.No) {
			if len(s.asked) > 1 && slices.Contains(s.asked, n) {
				return e.chosen([]int{n})
			}
		}
		return Heard{Not: wording.Fill(s.w.Plain.NothingChosen, "numbers", s.numbers(count(p)))}, true
	}
	return Heard{}, false
}

// next is what Enter means on the page.
func (s *session) next(p page.Page) {
	on := p.Way(page.GoOn)
	switch {
	case s.inStory():
		s.nextInStory()
	case p.Alone != nil:
		s.chose(p, p.Alone)
	case len(s.over) > 0:
		s.chose(p, &page.Choice{Closes: true})
	case on != nil && on.Means != nil:
		s.chose(p, on)
	case p.Kind == page.ResultPage:
		s.say(wording.Fill(s.w.Plain.AllHeard, "numbers", s.numbers(count(p))))
	default:
		s.say(wording.Fill(s.w.Plain.NothingChosen, "numbers", s.numbers(count(p))))
	}
}

// chose does what a choice means.
func (s *session) chose(p page.Page, c *page.Choice) {
	s.took = nil
	switch {
	case c.Means != nil:
		s.did(p, c.Means)
	case c.Opens != nil:
		s.open(c.Opens)
	case c.Closes:
		if len(s.over) > 0 {
			s.over = s.over[:len(s.over)-1]
		}
	case c.Language != "":
		s.goOnIn(c.Language)
	case c.Door:
		s.goThrough()
	case c.Drafts != nil && p.Question != nil && p.Question.TakesMany():
		s.say(wording.Fill(s.w.Plain.NothingChosen, "numbers", s.numbers(count(p))))
	case c.Drafts != nil:
		s.drafted(*c.Drafts)
	}
}

// open shows a page over this one.
func (s *session) open(o page.Opening) {
	s.over = append(s.over, o)
	s.still = whole
	s.heardOf(o)
}

// did goes on with what she did. Before an emergency page nothing is said: it is
// the first thing to hear.
func (s *session) did(p page.Page, e visit.Event) {
	before, left := s.v, s.unsettled()
	s.v = s.v.Did(e)
	s.begins()
	switch s.v.Where().(type) {
	case visit.Result:
		s.still = story
	case visit.Danger:
		s.in.cameAlong() // what was typed ahead does not answer this page
		return
	case visit.Farewell:
		return
	}
	s.say(left...)
	if replied, ok := e.(visit.Replied); ok && p.Question != nil && !tells(s.v.Where(), p.Question) {
		answer := page.Replied(s.w, before.Questionnaire().Formulary, p.Question, replied.Reply)
		s.say(wording.Fill(s.w.Plain.Chosen, "answer", trimmed(answer)))
	}
	if happened := page.Happened(s.w, e); happened != "" {
		s.say(happened)
	}
	switch e.(type) {
	case visit.Passed, visit.HadEnough:
		s.say(s.w.Plain.UndoTold)
	}
}

// tells reports whether the place to which she has come says itself what a question is
// answered with now: the review after a change.
func tells(at visit.Where, q *questionnaire.Question) bool {
	review, ok := at.(visit.Reviewing)
	return ok && review.Altered && review.Last == visit.Event(visit.Reopened{Question: q.ID})
}

// begins forgets what belongs to the page before.
func (s *session) begins() {
	s.over, s.left, s.draft, s.names, s.still, s.story, s.numbered = nil, nil, nil, nil, whole, -1, false
}

// undo takes back the last thing that counted, or what she has just done to her list of
// medicines.
func (s *session) undo() {
	took := s.took
	if s.draft != nil && s.draft.Asking() && len(s.over) == 0 { // of a medicine that is not on the list yet
		took = s.draft
	}
	if took != nil {
		s.put(took.Searched("", nil))
		s.took, s.still = nil, choices
		s.say(s.w.Plain.Undone)
		return
	}
	if s.v.TakesBack() == nil {
		s.say(s.w.Plain.NoUndo)
		return
	}
	left := s.unsettled()
	s.v = s.v.Did(visit.TookBack{})
	s.begins()
	if _, danger := s.v.Where().(visit.Danger); !danger {
		s.say(left...)
		s.say(s.w.Plain.Undone)
	}
}

// goOnIn goes on in another language.
func (s *session) goOnIn(language string) {
	said := s.saidIn(language)
	s.w, s.front.Language = said.Words, language
	s.v = s.v.In(said.Load())
	s.finder = finder.New(s.v.Questionnaire().Formulary)
	s.still, s.left = whole, nil
	s.say("", s.w.Plain.Heading, s.w.Plain.First)
}

// saidIn is what is said in a language, on this side of the door.
func (s *session) saidIn(language string) wording.InLanguage {
	if s.front.Door == page.ToOwn {
		return s.door(language)
	}
	return s.translate(language)
}

// goThrough begins on the other side of the door. Nothing goes with her but where she is:
// the answers here are about somebody else.
func (s *session) goThrough() {
	if s.front.Door == page.ToWorried {
		s.front.Door = page.ToOwn
	} else {
		s.front.Door = page.ToWorried
	}
	s.given.Region, s.given.Nation = s.v.Here()
	s.v.Forget()
	q := s.saidIn(s.front.Language).Load()
	s.v = visit.Begin(q, s.given)
	s.finder, s.still, s.left = finder.New(q.Formulary), whole, nil
}
