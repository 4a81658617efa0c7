package tui

import (
	"fmt"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/tui/tuitest"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/wording/wordingtest"
)

// TestAnyLanguageFitsOnEveryPage shows every page of the real questionnaire in a
// language that nobody speaks and whose texts are longer: nothing is cut, on the
// page or while one scrolls through it, and no English shows.
func TestAnyLanguageFitsOnEveryPage(t *testing.T) {
	original, q := wordingtest.Maternal(t)
	names := wordingtest.Names(original)
	words := wordingtest.Words()
	lipgloss.SetColorProfile(termenv.Ascii)
	for _, s := range tuitest.Sizes[:2] {
		t.Run(s.String(), func(t *testing.T) {
			view := NewView(words)
			view.Resize(s.Width, s.Height)
			walk := &tuitest.Walk{T: t, Size: s}
			pages := map[page.Kind]int{}
			show := func(what string, p page.Page) {
				t.Helper()
				pages[p.Kind]++
				view.Show(p)
				whole := view.Whole()
				for _, screen := range whole.Screens {
					walk.FitsOn(screen)
				}
				for _, row := range whole.Missing {
					t.Errorf("%s: cannot be scrolled to: %q", what, row)
				}
				for _, fault := range wordingtest.Faults(whole.Text, names) {
					t.Errorf("%s: %s\n%s", what, fault, whole.Screens[0])
				}
			}
			missing := wording.Fill(words.Privacy.Missing, "missing", words.Privacy.Name["files"])
			show("welcome", page.Welcome(words, page.Front{Cover: q.Cover(), Missing: missing}))
			everyPage(q, words, show)
			for kind := page.ConsentPage; kind <= page.KeysPage; kind++ {
				if pages[kind] == 0 && kind != page.FarewellPage { // it stands on no screen
					t.Errorf("no page of kind %d was shown", kind)
				}
			}
			for _, r := range q.Rules {
				if r.Interrupt && pages[page.DangerPage] < 10 {
					t.Fatalf("only %d emergency pages", pages[page.DangerPage])
				}
			}
		})
	}
}

// everyPage shows the page of every place that one answer to one question leads
// to, and everything that opens over it.
func everyPage(q *questionnaire.Questionnaire, w *wording.Words, show func(string, page.Page)) {
	over := func(v visit.Visit, what string, o page.Opening) {
		if p, ok := page.Over(w, v, o); ok {
			show(what, p)
		}
	}
	of := func(what string, v visit.Visit) { show(what, page.Of(w, v, page.Front{})) }
	begin := visit.Begin(q, visit.Options{Preview: true})
	of("consent", begin.Did(visit.Began{}))
	of("regions", begin.Did(visit.Began{}).Did(visit.Agreed{}))
	of("all texts", visit.Begin(q, visit.Options{Texts: q.Education}))
	over(begin, "keys", page.Keys{})
	for _, r := range q.Regions {
		v := visit.Begin(q, visit.Options{Region: r.ID})
		over(v, "lines of "+r.ID, page.Lines{})
		for _, l := range r.Lines {
			over(v, "line "+l.ID, page.Line{ID: l.ID})
		}
	}
	for _, e := range q.Education {
		over(begin, "text "+e.ID, page.Reading{Text: e.ID})
	}
	for _, x := range q.Questions {
		at := begin.Did(visit.Jumped{To: visit.Asked{Question: x}})
		of("question "+x.ID, at)
		over(at, "why of "+x.ID, page.WhyAsked{Question: x.ID})
		for _, reply := range replies(x) {
			next := at.Did(visit.Replied{Reply: reply})
			switch next.Where().(type) {
			case visit.Danger:
				of("danger after "+x.ID, next)
				of("stopped after "+x.ID, next.Did(visit.Stopped{}))
			case visit.Paused:
				of("pause after "+x.ID, next)
			}
		}
	}
	for what, v := range someVisits(q, begin) {
		of("review of "+what, v.Did(visit.Jumped{To: visit.Reviewing{}}))
		result := v.Did(visit.Jumped{To: visit.Result{}})
		of("conversations of "+what, result)
		opened := map[string]bool{}
		var opens func(page.Page)
		opens = func(p page.Page) {
			for _, c := range p.Choices() {
				key := fmt.Sprintf("%T %[1]v", c.Opens)
				switch c.Opens.(type) {
				case nil, page.Reading, page.Line, page.Lines: // the same for everybody, and shown above
					continue
				}
				if over, ok := page.Over(w, result, c.Opens); ok && !opened[key] {
					opened[key] = true
					show(key+" of "+what, over)
					opens(over)
				}
			}
		}
		opens(page.Of(w, result, page.Front{}))
		changed := result.Did(visit.Jumped{To: visit.Asked{Question: q.Questions[1]}}).Did(visit.Replied{Reply: replies(q.Questions[1])[0]})
		of("a change of "+what, changed.Did(visit.Jumped{To: visit.Result{}}))
	}
}

// replies are the open ones and each answer alone.
func replies(x *questionnaire.Question) []questionnaire.Reply {
	all := []questionnaire.Reply{{Kind: questionnaire.Unsure}, {Kind: questionnaire.Declined}}
	if x.TakesMedicines() {
		return append(all, questionnaire.Reply{Kind: questionnaire.Definite, Taken: []questionnaire.Taken{{Medicine: 0}, {Medicine: 7, State: questionnaire.UnsureState}}},
			questionnaire.Reply{Kind: questionnaire.Definite, Taken: []questionnaire.Taken{{Medicine: questionnaire.UnlistedMedicine}}})
	}
	for i := range x.Answers {
		all = append(all, questionnaire.Reply{Kind: questionnaire.Definite, Answers: []int{i}})
	}
	return all
}

// someVisits are people with much on their cards: unsure of everything, silent
// about everything, and with the first or the last answer to every question.
func someVisits(q *questionnaire.Questionnaire, begin visit.Visit) map[string]visit.Visit {
	all := map[string]visit.Visit{}
	for name, which := range map[string]func([]questionnaire.Reply) questionnaire.Reply{
		"unsure": func(r []questionnaire.Reply) questionnaire.Reply { return r[0] },
		"silent": func(r []questionnaire.Reply) questionnaire.Reply { return r[1] },
		"first":  func(r []questionnaire.Reply) questionnaire.Reply { return r[2] },
		"last":   func(r []questionnaire.Reply) questionnaire.Reply { return r[len(r)-1] },
	} {
		v := begin
		for _, x := range q.Questions {
			v = v.Did(visit.Jumped{To: visit.Asked{Question: x}}).Did(visit.Replied{Reply: which(replies(x))})
		}
		all[name] = v
	}
	return all
}
