package faces

import (
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/plain"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// renderers are the two faces as a page goes into them, so that another page than the
// right one can be given to one of them.
var renderers = map[string]struct {
	shows func(*wording.Words, page.Page) string
	has   func(*wording.Words, page.Page) telling
}{
	"full screen": {func(w *wording.Words, p page.Page) string {
		view := tui.NewView(w)
		view.Show(p)
		return view.Whole().Rows
	}, func(w *wording.Words, p page.Page) telling { return onScreen(w, p, false) }},
	"plain lines": {func(w *wording.Words, p page.Page) string { return strings.Join(plain.Tell(w, p), "\n") }, inLines},
}

// leaksAreFound gives each face the longest page of each kind, with a block dropped,
// with two that have changed places, and with one added: every single one is noticed.
func leaksAreFound(t *testing.T, w *wording.Words, seen *seen) {
	t.Helper()
	for _, p := range seen.kinds {
		for face, r := range renderers {
			has := r.has(w, p)
			right := r.shows(w, p)
			if wrong := has.differs(right); wrong != "" {
				t.Errorf("page of kind %d as it is: %s", p.Kind, wrong)
			}
			for what, leaking := range leaks(p, has) {
				shown := r.shows(w, leaking)
				if face == "plain lines" && strings.HasPrefix(what, "that two changed places") && shown == right {
					continue // they say some blocks in an order of their own
				}
				if has.differs(shown) == "" {
					t.Errorf("%s, page of kind %d: nobody notices %s:\n%s", face, p.Kind, what, shown)
				}
			}
		}
	}
}

// leaks are pages that differ from this one in a block that a face has to say.
func leaks(p page.Page, has telling) map[string]page.Page {
	all := map[string]page.Page{}
	with := func(what string, blocks []page.Block) {
		leaking := p
		leaking.Blocks = blocks
		all[what] = leaking
	}
	said := func(b page.Block) bool {
		return slices.ContainsFunc(has.parts, func(x part) bool { return x.block.Manner == b.Manner && x.block.Text() == b.Text() })
	}
	added := page.Block{Manner: page.Text, Spans: []questionnaire.Span{{Words: "A planted sentence."}}}
	for i, b := range p.Blocks {
		if !said(b) {
			continue
		}
		with("a block more before "+b.Text(), slices.Insert(slices.Clone(p.Blocks), i, added))
		with("that it is gone: "+b.Text(), slices.Delete(slices.Clone(p.Blocks), i, i+1))
		if i > 0 && said(p.Blocks[i-1]) && p.Blocks[i-1].Text() != b.Text() {
			swapped := slices.Clone(p.Blocks)
			swapped[i-1], swapped[i] = swapped[i], swapped[i-1]
			with("that two changed places: "+b.Text(), swapped)
		}
	}
	with("a block more at the end", append(slices.Clone(p.Blocks), added))
	return all
}

// TestAChoiceThatCannotBeMadeIsFound: what is typed for one choice is the name of
// another, an action has no word, and a footer names a key that does something else.
func TestAChoiceThatCannotBeMadeIsFound(t *testing.T) {
	w, s := wording.English(), subjects()[1]
	region := s.in["en"].Regions[0]
	p := begins(s, "en").page()
	if wrong := canBeDone(w, region, p); wrong != "" {
		t.Fatal(wrong)
	}
	shadowed := p
	shadowed.Blocks = slices.Clone(p.Blocks)
	for i, b := range p.Blocks {
		if b.Choice != nil {
			named := *b.Choice
			named.Label = "3"
			shadowed.Blocks[i].Choice = &named
			break
		}
	}
	if withLines(w, region, shadowed) == "" {
		t.Error("nobody notices a number that means another choice")
	}
	wordless := p
	wordless.Ways = append(slices.Clone(p.Ways), page.Way{Action: page.Cover, Choice: page.Choice{Means: visit.TookBack{}}})
	if withLines(w, region, wordless) == "" {
		t.Error("nobody notices a way without a word")
	}
	if footer(w, p, func(w *wording.Words, a page.Action) tui.Hint { return tui.Hint{Key: "z"} }) == "" {
		t.Error("nobody notices a key that does nothing")
	}
}
