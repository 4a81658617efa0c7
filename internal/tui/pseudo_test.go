package tui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/wording/wordingtest"
	"github.com/ask-first/askfirst/internal/workshop"
)

// TestAnyLanguageFitsOnEveryPage shows every page of the real questionnaire in a
// language that nobody speaks and whose texts are longer: nothing is cut, on the
// page or while one scrolls through it, and no English shows.
func TestAnyLanguageFitsOnEveryPage(t *testing.T) {
	original, q := wordingtest.Maternal(t)
	names := wordingtest.Names(original)
	words := wordingtest.Words()
	lipgloss.SetColorProfile(termenv.Ascii)
	for _, s := range []size{{80, 24}, {40, 12}} {
		t.Run(fmt.Sprintf("%dx%d", s.width, s.height), func(t *testing.T) {
			m := newModel(Options{
				Cover: q.Cover(), Load: func() *questionnaire.Questionnaire { return q }, Words: words,
				Notice: func(w *wording.Words) string {
					return wording.Fill(w.Privacy.Missing, "missing", w.Privacy.Name["files"])
				},
			})
			w := &walk{t: t, m: m, size: s}
			m.Update(tea.WindowSizeMsg{Width: s.width, Height: s.height})
			pages := 0
			look := func(what string) {
				pages++
				for _, fault := range wordingtest.Faults(w.through(), names) {
					t.Errorf("%s: %s\n%s", what, fault, m.View())
				}
			}
			show := func(what string, p page) {
				m.turn(p)
				look(what)
			}
			look("welcome")
			m.opened()
			show("keys", keysPage(words))
			show("consent", consentPage(words, q))
			show("regions", regionPage(words, q, ""))
			for _, r := range q.Regions {
				show("lines of "+r.ID, linesPage(words, r))
				for _, l := range r.Lines {
					show("line "+l.ID, linePage(words, l))
				}
			}
			m.stage = asking
			for _, x := range q.Questions {
				m.ask(x)
				look("question " + x.ID)
				show("why of "+x.ID, whyPage(words, q, x))
				show("pause after "+x.ID, pausePage(words, x))
			}
			for _, e := range q.Education {
				show("text "+e.ID, readingPage(words, e))
			}
			show("all texts", listPage(words, q.Title, q.Education))
			for _, r := range q.Rules {
				if r.Interrupt {
					m.rules = []*questionnaire.Rule{r}
					show("interrupt "+r.ID, interruptPage(words, m.rules, q.Regions[0]))
					m.stage = interrupted
					show("stopped at "+r.ID, m.stoppedPage())
				}
			}
			for what, state := range someStates(q) {
				show("review of "+what, checkPage(words, state))
				o := state.Outcome()
				change := o.Since(screening.Start(q).Enough().Outcome())
				show("conversations of "+what, outcomePage(words, q.Title, o, &change, q.Regions[0]))
				for _, c := range o.Conversations {
					show("card of "+what+" "+c.Clinician.ID, cardPage(words, q.Formulary, c, q.Regions[0]))
				}
			}
			if pages < 300 {
				t.Errorf("only %d pages were shown", pages)
			}
		})
	}
}

// TestAnyLanguageFitsOnTheWall tells every story and leads every plan in that
// language, page by page.
func TestAnyLanguageFitsOnTheWall(t *testing.T) {
	original, q := wordingtest.Maternal(t)
	original.Sources = nil // none is named there, and their titles would let words through
	names := wordingtest.Names(original)
	lipgloss.SetColorProfile(termenv.Ascii)
	sessions := map[string]workshop.Session{"agreements": workshop.Agreements(q), "left aside": workshop.LeftAside(q), "lines": workshop.HelpLines(q)}
	for _, v := range q.Vignettes() {
		sessions[v.ID] = workshop.Tell(q, v)
	}
	for _, p := range q.Workshop.Plans {
		sessions[p.ID] = workshop.Lead(q, p, nil)
	}
	for _, s := range []size{{80, 24}, {40, 12}} {
		for name, session := range sessions {
			m := newWall(WorkshopOptions{Questionnaire: q, Words: wordingtest.Words(), Region: q.Regions[0], Session: &session, Now: time.Now})
			m.Update(tea.WindowSizeMsg{Width: s.width, Height: s.height})
			w := &walk{t: t, size: s}
			_, all := session.Place()
			for range 40 * all {
				screen := ansi.Strip(m.View())
				w.fitsOn(screen)
				for _, fault := range wordingtest.Faults(screen, names) {
					if strings.HasPrefix(fault, "plain: ") { // a page may be longer than the screen
						t.Fatalf("%s at %v: %s\n%s", name, s, fault, screen)
					}
				}
				at, _ := m.shown().Place()
				if at == all && m.top >= m.lay().mostTop() {
					break
				}
				m.forward()
			}
			if at, _ := m.shown().Place(); at != all {
				t.Errorf("%s at %v: ends at page %d of %d", name, s, at, all)
			}
		}
	}
}

// TestAnyLanguageFitsBesideTheWall shows the workshop's pages of text in that
// language: the list of plans and stories, for each topic and for none; the keys;
// and the facilitator's notes beside every part of every plan and every story.
func TestAnyLanguageFitsBesideTheWall(t *testing.T) {
	original, q := wordingtest.Maternal(t)
	original.Sources = nil // none is named here, and their titles would let words through
	names := wordingtest.Names(original)
	for _, key := range "abfhpqstxS" {
		names[string(key)] = true
	}
	words := wordingtest.Words()
	lipgloss.SetColorProfile(termenv.Ascii)
	for _, s := range []size{{80, 24}, {40, 12}} {
		m := newWall(WorkshopOptions{Questionnaire: q, Words: words, Region: q.Regions[0], Now: time.Now})
		m.Update(tea.WindowSizeMsg{Width: s.width, Height: s.height})
		w := &walk{t: t, size: s}
		pages := 0
		look := func(what string) {
			pages++
			for _, fault := range wordingtest.Faults(w.throughAll(m.content(), &m.frame, m.View), names) {
				t.Errorf("%s at %v: %s\n%s", what, s, fault, m.View())
			}
		}
		look("the list")
		m.happened(topicTurnedEvent{})
		for ; m.wish.Topic != ""; m.happened(topicTurnedEvent{}) {
			look("the list about " + m.wish.Topic)
		}
		m.wish.Minutes = 1
		m.open(m.list())
		look("a list without stories")
		m.open(wallKeysPage(words))
		look("the keys")
		m.open(confirmPage{w: words})
		look("before the notes")
		beside := func(what string) {
			m.shelf = nil
			m.open(m.notesPage())
			look("the notes beside " + what)
		}
		for _, p := range q.Workshop.Plans {
			m.begin(workshop.Lead(q, p, nil))
			for before := (*questionnaire.PlanStep)(nil); ; m.goTo(m.session.Forward()) {
				if step := m.session.Step(); step.Plan != before {
					before = step.Plan
					beside("part " + step.Plan.ID + " of " + p.ID)
				}
				if m.session.Last() {
					break
				}
			}
			for i := range m.notes()[1:] {
				m.open(m.notePage(i + 1))
				look(fmt.Sprintf("note %d of %s", i+1, p.ID))
			}
			m.open(m.list())
			look("the list within " + p.ID)
		}
		for _, v := range q.Vignettes() {
			m.begin(workshop.Tell(q, v))
			beside(v.ID)
		}
		if pages < 50 {
			t.Errorf("only %d pages were shown", pages)
		}
	}
}

// TestAnyLanguageFitsOnASharedLaptop shows the kiosk's own pages in that
// language, to their ends.
func TestAnyLanguageFitsOnASharedLaptop(t *testing.T) {
	original, q := wordingtest.Maternal(t)
	names := wordingtest.Names(original)
	names["G"] = true // Ctrl and G
	for _, s := range []size{{80, 24}, {40, 12}} {
		for _, stage := range []kioskStage{kioskChoosing, kioskRepeating, kioskFree, kioskBetween, kioskOccupied} {
			l := openLaptop(t, s, q)
			l.kiosk.w, l.kiosk.o.Region = wordingtest.Words(), q.Regions[0].ID
			l.kiosk.stage = stage
			if stage == kioskOccupied {
				l.kiosk.left = 9 * time.Second // the countdown
			}
			var shown strings.Builder
			for before := -1; before != l.kiosk.frame.top; {
				before = l.kiosk.frame.top
				screen := ansi.Strip(l.kiosk.View())
				l.fitsOn(screen)
				shown.WriteString(screen)
				l.kiosk.scroll(tea.KeyMsg{Type: tea.KeyDown})
			}
			for _, r := range l.kiosk.content().rows {
				if row := strings.TrimSpace(ansi.Strip(r.text)); !strings.Contains(shown.String(), row) {
					t.Errorf("stage %d at %v: cannot be scrolled to: %q", stage, s, row)
				}
			}
			for _, fault := range wordingtest.Faults(shown.String(), names) {
				if strings.HasPrefix(fault, "plain: ") { // scrolled rows are shown more than once
					t.Errorf("stage %d at %v: %s\n%s", stage, s, fault, l.kiosk.View())
				}
			}
			if stage == kioskFree && !strings.Contains(shown.String(), "988") {
				t.Errorf("at %v the line for danger is out of reach", s)
			}
		}
	}
}

// someStates are people with much on their cards: unsure of everything, silent
// about everything, and with the last answer to every question.
func someStates(q *questionnaire.Questionnaire) map[string]screening.State {
	all := map[string]screening.State{"unsure": screening.Start(q), "silent": screening.Start(q).Enough(), "last": screening.Start(q), "first": screening.Start(q)}
	for _, x := range q.Questions {
		all["unsure"] = all["unsure"].Answer(x, questionnaire.Reply{Kind: questionnaire.Unsure})
		last, first := questionnaire.Reply{Kind: questionnaire.Definite}, questionnaire.Reply{Kind: questionnaire.Definite}
		if x.Choose == questionnaire.Medicines {
			last.Taken = []questionnaire.Taken{{Medicine: questionnaire.UnlistedMedicine}}
			first.Taken = []questionnaire.Taken{{Medicine: 0}, {Medicine: 7, State: questionnaire.UnsureState}}
		} else {
			last.Answers, first.Answers = []int{len(x.Answers) - 1}, []int{0}
		}
		all["last"], all["first"] = all["last"].Answer(x, last), all["first"].Answer(x, first)
	}
	return all
}

// through is everything that a page shows from its top to its end, each row once.
func (w *walk) through() string {
	w.t.Helper()
	return w.throughAll(w.m.content(), &w.m.frame, w.m.View)
}

func (w *walk) throughAll(c content, f *frame, view func() string) string {
	w.t.Helper()
	var shown []string
	for _, r := range c.rows {
		shown = append(shown, ansi.Strip(r.text))
	}
	// Each row can be scrolled to.
	_, height := f.parts(c)
	seen := map[string]bool{}
	f.top = 0
	for before := -1; before != f.top; {
		screen := ansi.Strip(view())
		w.fitsOn(screen)
		for l := range strings.SplitSeq(screen, "\n") {
			seen[strings.TrimSpace(l)] = true
		}
		before = f.top
		f.scroll(c, max(1, height-1))
	}
	for _, r := range shown {
		if !seen[strings.TrimSpace(r)] {
			w.t.Errorf("cannot be scrolled to: %q", r)
		}
	}
	// What stands in the foot.
	for _, h := range c.hints {
		shown = append(shown, h.key+" "+h.does)
	}
	return strings.Join(append(shown, c.place, c.notice), "\n")
}
