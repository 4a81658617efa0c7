package tui

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/tui/tuitest"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// TestTheScreenSaysEveryBlockAndDecidesNothing goes any way by choices made with
// keys, and by the page's other ways: each does exactly what the page says that
// it means, and every block of every page can be read.
func TestTheScreenSaysEveryBlockAndDecidesNothing(t *testing.T) {
	q := small(t)
	rapid.Check(t, func(r *rapid.T) {
		size := rapid.SampledFrom(tuitest.Sizes).Draw(r, "size")
		w := startWith(t, size, options(q))
		w.s.Visit()
		for range rapid.IntRange(1, 40).Draw(r, "steps") {
			p, before, open := w.s.Page(), w.s.Visit(), len(w.s.Openings())
			saysAll(r, w.s, p)
			var c *page.Choice
			if ways := 4; rapid.IntRange(0, ways).Draw(r, "way") == 0 && len(p.Ways) > 0 && !p.Typing {
				way := rapid.SampledFrom(p.Ways).Draw(r, "action")
				if way.Action == page.GoOn || way.Action == page.Leave {
					continue
				}
				c = &way.Choice
				if way.Action == page.Back && w.s.view.frame.asks(w.s.view.content()) { // to what stands before the question
					w.Press("esc")
				}
				w.Press(bindings[way.Action].Keys()[0])
				if slices.Contains(costly, way.Action) { // asked back
					w.Press("enter")
				}
			} else if n := choices(p); n > 0 {
				number := rapid.IntRange(0, n-1).Draw(r, "choice")
				c = p.Choice(number)
				if !w.s.ChooseByKeys(number) {
					r.Fatalf("no key leads to choice %d, %q:\n%s", number, c.Label, w.s.View())
				}
			} else {
				return
			}
			w.Fits()
			if w.s.leaving {
				if _, leaves := c.Means.(visit.Left); !leaves {
					r.Fatalf("%+v has ended the program", c)
				}
				return
			}
			means(r, w.s, before, open, p, c)
		}
	})
}

func choices(p page.Page) int {
	n := 0
	for range p.Choices() {
		n++
	}
	return n
}

// means holds that what is shown follows from what was chosen.
func means(t *rapid.T, s *Screening, before visit.Visit, open int, p page.Page, c *page.Choice) {
	t.Helper()
	want, over := before, false
	switch {
	case c.Means != nil:
		want = before.Did(c.Means)
	case c.Opens != nil:
		shown, _ := page.Over(s.w, before, c.Opens)
		if over = true; s.Page().Kind != shown.Kind {
			t.Fatalf("%+v opened a page of kind %d, want %d", c.Opens, s.Page().Kind, shown.Kind)
		}
	case c.Closes:
		if over = open > 1; len(s.Openings()) != open-1 {
			t.Fatalf("%d pages are open, and were %d before one was closed", len(s.Openings()), open)
		}
	case c.Box && c.Marked: // Enter on a tick is the way on
		want = before.Did(p.Way(page.GoOn).Means)
	case c.Drafts != nil:
		want = before.Did(c.Drafts.Prepared())
	}
	if got := s.Visit().Where(); !reflect.DeepEqual(got, want.Where()) {
		t.Fatalf("%+v led to %+v, want %+v", c, got, want.Where())
	}
	if !over && c.Drafts == nil {
		if shown := page.Of(s.w, want, page.Front{Cover: s.cover}); s.Page().Kind != shown.Kind {
			t.Fatalf("the page is of kind %d, want %d", s.Page().Kind, shown.Kind)
		}
	}
}

// saysAll holds that nothing of a page is left out, whatever the size.
func saysAll(t *rapid.T, s *Screening, p page.Page) {
	t.Helper()
	whole := s.Whole()
	if len(whole.Missing) > 0 {
		t.Fatalf("cannot be scrolled to: %q", whole.Missing)
	}
	text := tuitest.Words(whole.Text)
	for at, b := range p.Blocks {
		says := tuitest.Words(b.Text())
		if b.Folded || b.Known || b.Manner == page.Key || b.Manner == page.Why && s.view.laid.folds && p.Way(page.ToWhy) != nil {
			continue
		}
		i := strings.Index(text, says)
		if i < 0 {
			t.Fatalf("block %d of a page of kind %d is not on the screen, or not in its place: %q\n%s", at, p.Kind, says, whole.Text)
		}
		text = text[i+len(says):]
	}
}

// TestTheFooterNamesTheLinesAndTheCover, and the way on, on every page from which there
// is a way to them, on small screens too, and while something is told that has happened.
func TestTheFooterNamesTheLinesAndTheCover(t *testing.T) {
	for _, language := range []string{"en", "es"} {
		w := wording.In(language)
		everyPage(small(t), w, func(what string, p page.Page) {
			for _, size := range []tuitest.Size{{Width: 80, Height: 24}, {Width: 60, Height: 18}, {Width: 40, Height: 12}} {
				view := NewView(w)
				view.Resize(size.Width, size.Height)
				view.Show(p)
				for _, notice := range []string{"", w.Question.ChooseFirst} {
					if notice != "" && p.Place == "" {
						continue // the welcome: what was told goes with the next key
					}
					view.Notice = notice
					screen, at := view.Draw()
					rows := strings.Split(ansi.Strip(screen), "\n")
					names := []string{named(w, bindings[page.Back].short) + " "}
					switch footer := p.Footer(); {
					case slices.Contains(footer, page.Choose), slices.Contains(footer, page.GoOn):
						names[0] = "enter "
					case !slices.Contains(footer, page.Back):
						names = nil
					}
					if p.Way(page.ToLines) != nil {
						names = append(names, map[bool]string{true: "? ", false: "h "}[p.Typing])
					}
					if p.Way(page.Leave) != nil {
						names = append(names, "F12 ", "ctrl+c ")
					}
					foot := strings.Join(rows[len(rows)-at.Foot:], "\n")
					for _, name := range names {
						if !strings.Contains(foot, name) {
							t.Errorf("%s, %s, %v: the foot does not name %q:\n%s", language, what, size, name, foot)
						}
					}
				}
			}
		})
	}
}

// TestFootersPromiseNoKeyThatDoesNothing presses every key of every footer.
func TestFootersPromiseNoKeyThatDoesNothing(t *testing.T) {
	w := wording.English()
	view := NewView(w)
	everyPage(small(t), w, func(what string, p page.Page) {
		for _, a := range p.Footer() {
			b := bindings[a]
			if b.short == "" || len(b.Keys()) == 0 {
				t.Fatalf("%s: action %d has no key", what, a)
			}
			way := p.Way(a)
			if way == nil || p.Typing || a == page.GoOn { // that is for whoever stands on a tick
				continue
			}
			for _, name := range b.Keys() {
				view.Show(p)
				chosen, _ := view.Press(tuitest.Named(name))
				if slices.Contains(costly, a) && chosen == nil { // asked back
					chosen, _ = view.Press(tuitest.Named("enter"))
				}
				if fmt.Sprint(chosen) != fmt.Sprint(way) {
					t.Errorf("%s: key %q of action %d means %+v, want %+v", what, name, a, chosen, way)
				}
			}
		}
	})
}

// TestNoHeadRepeatsItsTitle: a head says where she is, and a title what the page
// is.
func TestNoHeadRepeatsItsTitle(t *testing.T) {
	for _, w := range []*wording.Words{wording.English(), wording.In("es")} {
		everyPage(small(t), w, func(what string, p page.Page) {
			for _, b := range p.Blocks {
				if b.Manner == page.Title && p.Place != "" && strings.HasPrefix(b.Text(), p.Place) {
					t.Errorf("%s: the head and the title say %q", what, p.Place)
				}
			}
		})
	}
}

func TestAHeadIsShortenedAtAWord(t *testing.T) {
	for text, want := range map[string]string{
		"What you take, and what you notice": "What you take, and…", "What you take": "What you take", "Medicinesandnothingelse": "Medicinesandnothin…",
	} {
		if got := shortened(text, 19); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

// TestHelpLinesOpenFromEveryPage, whatever the questionnaire is called: a page is
// known by its kind, never by what is written on it.
func TestHelpLinesOpenFromEveryPage(t *testing.T) {
	q := small(t)
	w := wording.English()
	for _, title := range []string{w.Outcome.Lines, w.Keys.Heading} {
		q.Title = title
		for _, topic := range q.Topics {
			topic.Title = title
		}
		w := startWith(t, tuitest.Wide, options(q))
		for _, to := range []visit.Event{visit.Began{}, visit.Agreed{}, visit.Placed{Region: "here"}, visit.HadEnough{}, visit.WentOn{}} {
			for key, kind := range map[string]page.Kind{"h": page.LinesPage, "?": page.KeysPage} {
				beneath := w.s.Page().Kind
				if w.Press(key); w.s.Page().Kind != kind {
					t.Errorf("%q: %s does not open on a page of kind %d", title, key, beneath)
				}
				if w.Press("esc"); w.s.Page().Kind != beneath {
					t.Errorf("%q: not back on the page of kind %d", title, beneath)
				}
			}
			w.s.Do(to)
		}
	}
}

func TestPagesThatLeadToEachOtherMakeNoPile(t *testing.T) {
	w := startAsking(t, tuitest.Wide)
	for range 5 {
		w.Press("h", "?")
	}
	w.Press("esc", "esc").Sees("happening now")
}

func TestStoppingKeepsTheNumbersAndLeadsBackToTheEmergency(t *testing.T) {
	w := startAsking(t, tuitest.Wide)
	w.Press("1", "enter", "enter").Sees("Call 100 now.").Press("2", "enter")
	w.Sees("Who can help now").Sees("call 100").Sees("call 200")
	w.Press("h").Sees("Help lines: Here").Press("esc").Sees("Who can help now")
	if w.Press("esc").Sees("Call 100 now."); w.s.Page().Kind != page.DangerPage {
		t.Errorf("Esc leads to a page of kind %d", w.s.Page().Kind)
	}
	w.Press("1", "enter").Sees("your milk")
}

func TestEnterGoesOnWhereThereIsOneWayOn(t *testing.T) {
	w := start(t, tuitest.Wide)
	w.Press("enter").Sees("Before we start").Press("enter").Sees("Where do you live")
	w.Press("enter").Sees("Nothing is chosen yet") // which region is hers only she knows
}

func TestAPageOverAnotherGivesItBackAsItWas(t *testing.T) {
	tuitest.EverySize(t, func(t *testing.T, s tuitest.Size) {
		w := startAsking(t, s)
		w.Press("2", "space", "3")
		before := w.s.View()
		for _, key := range []string{"h", "?", "w"} {
			if w.Press(key, "esc"); w.s.View() != before {
				t.Errorf("after %s:\n%s\nwant:\n%s", key, w.s.View(), before)
			}
		}
	})
}

func TestTheFooterSaysWhatEnterDoes(t *testing.T) {
	w := startAsking(t, tuitest.Wide)
	w.Sees("enter tick, go on")
	w.Press("1").Sees("enter tick, go on").Press("enter").Sees("chosen, 1 so far").Press("enter").Sees("Call 100 now.")
}

// Consent is given by who has had all of it before her.
func TestEnterFirstShowsTheWholeConsent(t *testing.T) {
	w := start(t, tuitest.Size{Width: 40, Height: 8})
	w.Press("enter").Sees("Before we start").SeesNo("I understand")
	w.Press("enter").Sees("more above").UntilSees("Where do you live", "enter")
	if w.s.Page().Kind != page.PlacingPage {
		t.Errorf("a page of kind %d", w.s.Page().Kind)
	}
}
