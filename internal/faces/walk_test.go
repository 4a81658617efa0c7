package faces

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/plain"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/tui/tuitest"
	"github.com/ask-first/askfirst/internal/visit"
	"pgregory.net/rapid"
)

// seen are the kinds of pages that were seen, and pages on which everything was tried
// already, by what plain lines say of them.
type seen struct {
	kinds map[page.Kind]page.Page // the longest of each
	tried map[string]bool
}

func newSeen() *seen { return &seen{map[page.Kind]page.Page{}, map[string]bool{}} }

// walk plays the same events to both faces.
type walk struct {
	t      rapid.TB
	draw   func(n int) int // a number below n
	she    *she
	screen screen
	lines  *lines
	trail  []string // what she did, for whoever reads a failure
	seen   *seen
	late   bool // time to see the result
	closed bool // plain lines have closed the page that is open on the screen

	listed   bool   // her list of medicines has just changed, or is about to
	happened string // what the event did that its place does not show
}

func newWalk(t rapid.TB, s subject, language string, draw func(n int) int, seen *seen) *walk {
	sizes := append(tuitest.Sizes, tuitest.Size{Width: 20, Height: 10})
	w := &walk{t: t, draw: draw, she: begins(s, language), screen: newScreen(s, language, sizes[draw(len(sizes))]), lines: newLines(s, language), seen: seen}
	w.arrives()
	return w
}

func (w *walk) fail(format string, values ...any) {
	w.t.Helper()
	w.lines.hangUp()
	w.t.Fatalf("%s\nafter %s", fmt.Sprintf(format, values...), strings.Join(w.trail, ", "))
}

// arrives is on a page that she has not had before her: both say it.
func (w *walk) arrives() {
	w.t.Helper()
	heard, prompt := w.lines.hears(w.she.w)
	said := ofThePage(w.she.w, w.happened, heard)
	if shown := w.screen.Whole().Text; w.happened != "" && !(strings.Contains(shown, w.happened) && strings.Contains(heard, w.happened)) {
		w.fail("%s", failure(w.she.page(), "what happened is not said: "+w.happened, shown, heard))
	}
	if len(w.she.over) == 0 && inStory(w.she.w, prompt) {
		w.story(said, prompt)
		return
	}
	w.says(said, prompt)
}

// again is on a page that plain lines have said already: it is asked for once more.
func (w *walk) again() {
	w.t.Helper()
	w.lines.hears(w.she.w)
	w.asksAgain(w.she.w.Plain.Typed.Again)
}

func (w *walk) asksAgain(forms string) {
	w.t.Helper()
	w.lines.types(language.Told(forms))
	said, prompt := w.lines.hears(w.she.w)
	w.says(said, prompt)
}

// says holds both faces against the page.
func (w *walk) says(said, prompt string) {
	w.t.Helper()
	p := w.she.page()
	if longest, ok := w.seen.kinds[p.Kind]; !ok || len(p.Blocks) > len(longest.Blocks) {
		w.seen.kinds[p.Kind] = p
	}
	w.closed = closesByItself(p)
	if wrong := both(w.she.w, p, w.screen.shows(), said, w.screen.small); wrong != "" {
		w.fail("%s", wrong)
	}
	if notice := p.Notice; notice != "" && !strings.Contains(w.screen.Whole().Text, notice) {
		w.fail("%s", failure(p, "the notice is not on the screen: "+notice, w.screen.Whole().Text, said))
	}
	if n := count(p); !w.closed && !numbered(prompt, n) {
		w.fail("%s", failure(p, fmt.Sprintf("the prompt %q does not say that there are %d choices", prompt, n), w.screen.shows(), said))
	}
	all := fmt.Sprint(p.Kind, p.Ways, plain.Tell(w.she.w, p))
	if wrong := ""; !w.seen.tried[all] {
		if wrong = canBeDone(w.she.w, w.she.v.Region(), p); wrong != "" {
			w.fail("%s", failure(p, wrong, w.screen.shows(), said))
		}
	}
	w.seen.tried[all] = true
}

// move is something that she can do: on the screen, and in plain lines, where an
// empty line is typed for nothing.
type move struct {
	what   string
	choice *page.Choice
	press  func()
	line   string
}

// moves are all that she can do on the page, but to leave.
func (w *walk) moves(p page.Page) []move {
	var all []move
	var boxes []int
	for n, c := range p.Choices() {
		switch {
		case c.Box:
			boxes = append(boxes, n)
		case leaves(c), len(boxes) > 0 && c.Means == nil: // "go on with these", and nothing is ticked
		default:
			all = append(all, move{fmt.Sprintf("choice %d %q", n+1, c.Label), c, func() { w.reach(n) }, plain.Type(p, n)})
		}
	}
	for _, way := range p.Ways {
		word := plain.Word(w.she.w, way.Action)
		switch {
		case way.Action == page.GoOn, way.Action == page.Leave, p.Typing && way.Action != page.Back, word == "", w.closed && !way.Choice.Closes:
		default:
			key := pressed(w.she.w, tui.HintOf(w.she.w, way.Action).Key)
			all = append(all, move{"key " + key, &way.Choice, func() { w.pressAsked(key) }, word})
		}
	}
	if len(boxes) > 0 {
		m := w.ticks(p, boxes)
		all = append(all, m, m, m, m)
	}
	return all
}

func (w *walk) reach(n int) {
	w.t.Helper()
	if !w.screen.ChooseByKeys(n) {
		w.fail("no key leads to choice %d:\n%s", n+1, w.screen.View())
	}
}

// ticks chooses some of the answers that can be chosen together.
func (w *walk) ticks(p page.Page, boxes []int) move {
	chosen := map[int]bool{w.draw(len(boxes)): true}
	if other := w.draw(len(boxes)); !p.Question.Answers[other].Exclusive {
		if one := firstOf(chosen); !p.Question.Answers[one].Exclusive {
			chosen[other] = true
		}
	}
	var numbers []int
	for _, n := range boxes {
		if chosen[n] {
			numbers = append(numbers, n)
		}
	}
	on := len(boxes) // the way on comes after the last box
	if !p.Question.Answers[numbers[0]].Exclusive && w.draw(3) == 0 {
		on++ // and is not sure about the rest
		numbers = append(numbers, on)
	}
	var typed []string
	for _, n := range numbers {
		typed = append(typed, plain.Type(p, n))
	}
	means, _ := p.Together(numbers...)
	line := strings.Join(typed, ", ")
	return move{"ticks " + line, &page.Choice{Means: means}, func() {
		w.screen.tick(chosen, len(boxes))
		w.reach(on)
	}, line}
}

func firstOf(set map[int]bool) int {
	for n := range set {
		return n
	}
	return 0
}

// plays goes so many steps, and leaves.
func (w *walk) plays(steps int) {
	w.t.Helper()
	for n := range steps {
		w.late = n > steps/2
		w.step()
	}
	w.leaves()
}

// step does something.
func (w *walk) step() {
	w.t.Helper()
	p := w.she.page()
	switch {
	case !w.closed && !w.listed && !p.Draft.Asking() && !w.leavesAName() && w.draw(10) == 0 && w.she.v.TakesBack() != nil:
		w.takesBack()
		return
	case p.Typing && p.Draft.Typed() == "" && w.draw(2) == 0:
		w.looksFor(p)
		return
	}
	all := w.moves(p)
	at := w.draw(len(all))
	for n, m := range all {
		if _, ok := w.seen.kinds[w.leadsTo(m.choice)]; !ok {
			at = n // a page that is seldom come by
		}
	}
	if w.late && w.draw(3) > 0 {
		at = towardsTheResult(w.she.v, all, at)
	}
	w.does(p, all[at])
}

// towardsTheResult is the move that gets her there soonest; at: there is none.
func towardsTheResult(v visit.Visit, all []move, at int) int {
	if _, there := v.Where().(visit.Result); there {
		return at
	}
	for n, m := range all {
		switch m.choice.Means {
		case visit.HadEnough{}, visit.WentOn{}:
			return n
		}
	}
	return at
}

// leadsTo is the page after a choice.
func (w *walk) leadsTo(c *page.Choice) page.Kind {
	var p page.Page
	switch {
	case c.Means != nil:
		p = page.Of(w.she.w, w.she.v.Did(c.Means), page.Front{})
	case c.Opens != nil:
		p, _ = page.Over(w.she.w, w.she.v, c.Opens)
	default:
		p = w.she.page()
	}
	return p.Kind
}

func (w *walk) does(p page.Page, m move) {
	w.t.Helper()
	w.trail = append(w.trail, m.what)
	if !w.closed {
		w.lines.types(m.line)
	}
	m.press()
	w.listed = m.choice.Drafts != nil && (m.choice.Drafts.Asking() || m.choice.Drafts.Changed(p.Draft)) // plain lines take that back by themselves
	w.she.chose(m.choice)
	w.happened = page.Happened(w.she.w, m.choice.Means)
	switch {
	case m.choice.Language != "":
		w.screen.settle()
		w.arrives()
	case w.closed:
		w.closed = false
		w.asksAgain(w.she.w.Plain.Typed.Again)
	case m.choice.Closes, m.choice.Drafts != nil:
		w.again()
	default:
		w.arrives()
	}
}

// leavesAName reports whether she has typed a name and not settled what it means: plain lines,
// which alone take back, say that it is not on her list.
func (w *walk) leavesAName() bool {
	return w.she.draft != nil && page.LeftOut(w.she.w, *w.she.draft) != ""
}

func (w *walk) takesBack() {
	w.t.Helper()
	w.trail = append(w.trail, "takes back")
	w.lines.types(language.Told(w.she.w.Plain.Typed.Undo))
	w.screen.Do(visit.TookBack{})
	w.she.did(visit.TookBack{})
	if at, ok := w.she.v.Where().(visit.Asked); ok && at.Question.TakesMany() { // her ticks are there again, and plain lines have none
		w.screen.Do(visit.Prepared{Reply: questionnaire.Reply{Kind: questionnaire.Definite, Answers: at.Said.Answers}})
	}
	w.happened = ""
	w.arrives()
}

// looksFor types a name, and takes what both have found for it.
func (w *walk) looksFor(p page.Page) {
	w.t.Helper()
	medicines := w.she.v.Questionnaire().Formulary.Medicines
	name := medicines[w.draw(len(medicines))].Generic
	w.trail = append(w.trail, "types "+name)
	seen := w.she.typed(name, (*finder.Index).Find)
	heard := w.she.typed(name, (*finder.Index).Settle)
	settled := finder.New(w.she.v.Questionnaire().Formulary).Settle(name)
	w.lines.types(name)
	for _, letter := range name {
		w.screen.press(string(letter))
	}
	w.lines.hears(w.she.w)
	w.lines.types(language.Told(w.she.w.Plain.Typed.Again))
	said, _ := w.lines.hears(w.she.w)
	onScreenNow, inLinesNow := page.Drafted(w.she.w, w.she.v, seen), page.Drafted(w.she.w, w.she.v, heard)
	if wrong := onScreen(w.she.w, onScreenNow, w.screen.small).differs(withoutFound(w.screen.shows(), onScreenNow)); wrong != "" {
		w.fail("%s", failure(onScreenNow, wrong, w.screen.shows(), said))
	}
	only := inLinesNow.Choice(0)
	if len(settled) == 1 && settled[0].Exact && !settled[0].LookAlike && only.Drafts.Asking() { // that very name is not asked again
		w.trail = append(w.trail, "takes "+only.Label)
		w.she.chose(only)
		if wrong := inLines(w.she.w, w.she.page()).differs(said); wrong != "" {
			w.fail("%s", failure(w.she.page(), wrong, w.screen.shows(), said))
		}
		for n, c := range onScreenNow.Choices() {
			if c.Label == only.Label {
				w.reach(n)
			}
		}
		w.asksAgain(w.she.w.Plain.Typed.Again)
		w.listed = true
		return
	}
	if wrong := inLines(w.she.w, inLinesNow).differs(said); wrong != "" {
		w.fail("%s", failure(inLinesNow, wrong, w.screen.shows(), said))
	}
	for n, c := range inLinesNow.Choices() {
		for m, same := range onScreenNow.Choices() {
			if c.Label == same.Label {
				w.does(inLinesNow, move{"takes " + c.Label, c, func() { w.reach(m) }, plain.Type(inLinesNow, n)})
				return
			}
		}
	}
	w.fail("%q: on the screen she finds\n%s\nand in plain lines\n%s", name, w.screen.shows(), said)
}

// leaves: plain lines say that it has ended, and the full screen is empty. Where the page
// offers it she asks for a line to stay, now and then: both leave the same.
func (w *walk) leaves() {
	w.t.Helper()
	ends, line := visit.Left{}, plain.Word(w.she.w, page.Leave)
	press := func() { w.screen.press("ctrl+c") }
	p := w.she.page()
	for n, c := range p.Choices() {
		if left, leaves := c.Means.(visit.Left); leaves && !w.closed && w.draw(2) == 0 {
			ends, line = left, plain.Type(p, n)
			press = func() { w.reach(n) }
		}
	}
	last := page.Of(w.she.w, w.she.v.Did(ends), page.Front{})
	said := w.lines.leave(w.t, line)
	if wrong := inLines(w.she.w, last).differs(said); wrong != "" {
		w.t.Fatalf("%s\n%s", wrong, said)
	}
	press()
	if left, _ := w.screen.Left(); !left || w.screen.View() != "" {
		w.t.Fatalf("after leaving there is on the screen:\n%s", w.screen.View())
	}
	if !ends.Keeping {
		last = page.Page{}
	}
	if got := w.screen.Last(); !reflect.DeepEqual(got.Blocks, last.Blocks) {
		w.t.Fatalf("after %#v there stays %v, want %v", ends, got.Blocks, last.Blocks)
	}
}

// pressAsked presses a key, and Enter where the screen asks back.
func (w *walk) pressAsked(key string) {
	p, before := w.screen.Page(), w.screen.Visit().Where()
	w.screen.press(key)
	if key == "esc" && p.Kind == page.QuestionPage && p.Draft.Typed() == "" && !p.Draft.Asking() && reflect.DeepEqual(w.screen.Visit().Where(), before) {
		w.screen.press(key) // first to what stands before the question
	}
	_, stays, _ := strings.Cut(w.she.w.Keys.AskBack, "}")
	if strings.Contains(squeezed(w.screen.View()), squeezed(stays)) {
		w.screen.press("enter")
	}
}

// leaves reports whether a choice ends it, with a line that stays or without.
func leaves(c *page.Choice) bool {
	_, left := c.Means.(visit.Left)
	return left
}
