package plain

import (
	"bufio"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/wording"
)

// Options are what a screening line by line needs.
type Options struct {
	Questionnaire *questionnaire.Questionnaire
	Words         *wording.Words
	// Notice says what is missing on this system, at the start; nil or "": nothing.
	Notice func(*wording.Words) string
	// Language is the one of the above, Tongues are all that are offered at the
	// start, and Speak is what is said in one of them.
	Language string
	Tongues  []wording.Tongue
	Speak    func(language string) wording.Speech
	Region   string // id, when it is already known; else ""
	In       io.Reader
	Out      io.Writer
	Width    int    // of the terminal, in columns, so that no word is broken; 0: lines as long as they are
	Wipe     func() // clears what was said, before the last lines; nil where there is no screen to clear
}

// walk is one screening.
type walk struct {
	*face
	q        *questionnaire.Questionnaire
	finder   *finder.Index
	state    screening.State
	notice   func(*wording.Words) string
	language string
	tongues  []wording.Tongue
	speech   func(language string) wording.Speech
}

// Run leads through the screening and returns the region that was chosen. The
// error is one of writing.
func Run(o Options) (*questionnaire.Region, error) {
	q := o.Questionnaire
	f := &face{in: bufio.NewReader(o.In), out: o.Out, width: o.Width, w: o.Words, region: &questionnaire.Region{}}
	if n := len(q.Regions); n > 0 {
		f.region = q.Regions[n-1]
	}
	if r := q.Region(o.Region); r != nil {
		f.region = r
	}
	w := &walk{face: f, q: q, state: screening.Start(q), finder: finder.New(q.Formulary), notice: o.Notice, language: o.Language, tongues: o.Tongues, speech: o.Speak}
	err := w.whole(o.Region == "")
	w.state.Forget()
	if o.Wipe != nil {
		o.Wipe()
	}
	if errors.Is(err, errEnded) {
		f.say(f.w.Plain.Ended)
	}
	f.say("")
	f.say(f.w.Goodbye.Text)
	f.lines(questionnaire.AlwaysLines(f.region), false)
	return f.region, f.err
}

// whole goes from the welcome to the conversations. Its error says how she left.
func (w *walk) whole(askRegion bool) error {
	if err := w.welcome(); err != nil {
		return err
	}
	if askRegion {
		if err := w.place(); err != nil {
			return err
		}
	}
	if err := w.questions(nil); err != nil {
		return err
	}
	return w.conversations()
}

func (w *walk) welcome() error {
	w.say(w.w.Plain.Heading)
	w.prose(w.q.Welcome)
	w.say(page.Reviewed(w.w, w.q))
	if w.notice != nil {
		if missing := w.notice(w.w); missing != "" {
			w.say(missing)
		}
	}
	w.heading(w.w.Welcome.Heading)
	w.prose(w.q.Consent)
	w.say("", w.w.Plain.How)
	choices := []string{w.w.Welcome.Agree, w.w.Welcome.Leave}
	var others []string
	for _, t := range w.tongues {
		if t.Language != w.language {
			choices, others = append(choices, t.Change), append(others, t.Language)
		}
	}
	for {
		n, err := w.number(w.w.Region.Why, func() {}, choices)
		switch {
		case errors.Is(err, errBack), errors.Is(err, errEnough):
			w.say(w.w.Plain.BackFirst)
		case err != nil:
			return err
		case n == 1:
			return errLeft
		case n > 1:
			w.speak(others[n-2])
			return w.welcome()
		default:
			return nil
		}
	}
}

// speak goes on in another language, with every answer where it was: both
// questionnaires have the same questions in the same places.
func (w *walk) speak(language string) {
	said := w.speech(language)
	w.w, w.q, w.language = said.Words, said.Load(), language
	w.state = w.state.In(w.q)
	w.finder = finder.New(w.q.Formulary)
	if r := w.q.Region(w.region.ID); r != nil {
		w.region = r
	}
}

func (w *walk) place() error {
	var choices []string
	for _, r := range w.q.Regions {
		choices = append(choices, r.Name)
	}
	choices = append(choices, w.w.Region.Skip)
	for {
		n, err := w.number(w.w.Region.Why, func() { w.say("", w.w.Region.Ask, w.w.Region.Why) }, choices)
		switch {
		case errors.Is(err, errBack):
			w.say(w.w.Plain.BackFirst)
		case errors.Is(err, errEnough):
			return nil
		case err != nil:
			return err
		default:
			if n < len(w.q.Regions) {
				w.region = w.q.Regions[n]
			}
			return nil
		}
	}
}

// questions asks all of them that come after at (nil: from the first), and then goes through the review until she is
// content with it.
func (w *walk) questions(at *questionnaire.Question) error {
	for {
		step := w.state.Next()
		if len(step.Interrupt) > 0 {
			if err := w.interrupt(step.Interrupt); err != nil {
				return err
			}
			continue
		}
		asked := w.state.Asked()
		i := slices.Index(asked, at) + 1
		if step.Question == nil && (i >= len(asked) || w.state.Stopped()) {
			next, done, err := w.review()
			switch {
			case err != nil:
				return err
			case done:
				return nil
			case next == nil:
				continue
			}
			if err := w.change(next); err != nil {
				return err
			}
			at = asked[len(asked)-1]
			continue
		}
		question := step.Question
		if i < len(asked) {
			question = asked[i]
		}
		err := w.ask(question)
		switch {
		case errors.Is(err, errBack) && i == 0:
			w.say(w.w.Plain.BackFirst)
		case errors.Is(err, errBack):
			at = nil
			if i >= 2 {
				at = asked[i-2]
			}
		case errors.Is(err, errEnough):
			w.state = w.state.Enough()
		case err != nil:
			return err
		default:
			at = question
		}
	}
}

// change asks one question again, from the review.
func (w *walk) change(q *questionnaire.Question) error {
	err := w.ask(q)
	if errors.Is(err, errBack) || errors.Is(err, errEnough) {
		return nil
	}
	return err
}

// review says every answer; she goes on, or names one to change.
func (w *walk) review() (change *questionnaire.Question, done bool, err error) {
	asked := w.state.Asked()
	choices := []string{w.w.Check.GoOn}
	if w.state.Stopped() {
		choices = append(choices, w.w.Check.Resume)
	}
	own := len(choices)
	for _, q := range asked {
		choices = append(choices, q.Ask+" "+page.Replied(w.w, w.q.Formulary, q, w.state.Reply(q)))
	}
	before := func() {
		w.heading(w.w.Check.Heading)
		w.say(w.w.Check.Intro)
		if w.state.Stopped() {
			w.say(w.w.Check.IntroStopped)
		}
	}
	n, err := w.number(w.w.Check.Intro, before, choices)
	switch {
	case errors.Is(err, errEnough):
		return nil, true, nil
	case errors.Is(err, errBack):
		return asked[len(asked)-1], false, nil
	case err != nil:
		return nil, false, err
	case n == 0:
		return nil, true, nil
	case n < own:
		w.state = w.state.Resume()
		return nil, false, nil
	}
	return asked[n-own], false, nil
}

func (w *walk) interrupt(rules []*questionnaire.Rule) error {
	page := func() {
		w.heading(w.w.Interrupt.Heading)
		var said []string
		once := func(text string, say func(string)) {
			if text != "" && !slices.Contains(said, text) {
				said = append(said, text)
				say(text)
			}
		}
		for _, r := range rules {
			once(wording.Spoken(page.FirstAct(w.w, r.First, w.region)), func(t string) { w.say(t) })
		}
		w.lines(questionnaire.InterruptLines(rules, w.region), false)
		for _, r := range rules {
			once(r.Say, func(t string) { w.say(w.w.Interrupt.Say + " “" + t + "”") })
		}
		for _, r := range rules {
			once(r.Reason, func(t string) { w.say(t) })
		}
		w.say(w.w.Interrupt.SendHelp)
	}
	n, err := w.number(rules[0].Reason, page, []string{w.w.Interrupt.GoOn, w.w.Interrupt.Stop})
	if err != nil && !errors.Is(err, errBack) && !errors.Is(err, errEnough) {
		return err
	}
	w.state = w.state.Seen(rules)
	if n == 1 || errors.Is(err, errEnough) {
		w.state = w.state.Enough()
	}
	return nil
}

// conversations says all of them, then waits for what she wants to hear more of.
func (w *walk) conversations() error {
	o := w.state.Outcome()
	w.heading(w.w.Outcome.Heading)
	for i, c := range o.Conversations {
		w.card(i, len(o.Conversations), c)
	}
	w.heading(w.w.Outcome.Lines)
	w.say(w.w.Outcome.Worse)
	w.lines(questionnaire.AlwaysLines(w.region), false)
	w.say(w.w.Outcome.NotSafe)
	for {
		var choices []string
		for _, c := range o.Conversations {
			choices = append(choices, c.Clinician.Name)
		}
		learn := o.Learn()
		for _, e := range learn {
			choices = append(choices, w.w.Outcome.Learn+": "+e.Title)
		}
		choices = append(choices, w.w.Outcome.Finish)
		n, err := w.number(w.w.Outcome.NotSafe, func() { w.say("", w.w.Plain.Open) }, choices)
		switch {
		case errors.Is(err, errBack):
			asked := w.state.Asked() // all are answered, so this is the review
			if err := w.questions(asked[len(asked)-1]); err != nil {
				return err
			}
			return w.conversations()
		case errors.Is(err, errEnough):
			return errLeft
		case err != nil:
			return err
		case n < len(o.Conversations):
			w.card(n, len(o.Conversations), o.Conversations[n])
			w.details(o.Conversations[n])
		case n < len(o.Conversations)+len(learn):
			w.read(learn[n-len(o.Conversations)])
		default:
			return errLeft
		}
	}
}

// card says one conversation: whom, how soon, what to say, and why.
func (w *walk) card(i, all int, c screening.Conversation) {
	w.heading(wording.Fill(w.w.Plain.Conversation, "n", strconv.Itoa(i+1), "all", strconv.Itoa(all), "clinician", c.Clinician.Name))
	soon := page.Urgent(w.w, c.Urgency)
	if !c.Certain {
		soon += ". " + w.w.Card.Possible
	}
	w.say(wording.Fill(w.w.Plain.HowSoon, "urgency", soon))
	for _, say := range page.Sayings(w.w, c) {
		w.say(w.w.Card.Say + ": “" + say + "”")
	}
	if whys := page.Grounds(w.w, w.q.Formulary, c); len(whys) > 0 {
		w.say(w.w.Card.Because + ":")
		for _, why := range whys {
			w.say("- " + strings.Join(append([]string{why.Reason}, why.Because...), " "))
		}
	}
	unsure, declined := page.LeftOpen(w.w, w.q.Formulary, c)
	w.open(w.w.Card.Unsure, unsure)
	w.open(w.w.Card.Declined, declined)
}

// open says what she left open, if anything.
func (w *walk) open(why string, questions []string) {
	if len(questions) > 0 {
		w.say(why)
	}
	for _, q := range questions {
		w.say("- " + q)
	}
}

// details says the rest of a conversation.
func (w *walk) details(c screening.Conversation) {
	w.say(w.w.Card.Who+":", c.Clinician.Who)
	if c.Clinician.IfNone != "" {
		w.say(w.w.Card.IfNone+":", c.Clinician.IfNone)
	}
	w.say(w.w.Card.Lines + ":")
	w.lines(questionnaire.ConversationLines(c.Clinician, c.CertainRules(), w.region), true)
	w.say(w.w.Outcome.Worse)
	w.lines(questionnaire.UrgentLines(w.region), false)
	for _, e := range c.Learn() {
		w.say(w.w.Card.Learn + ": " + e.Title + ".")
	}
}
