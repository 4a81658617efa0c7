package plain

import (
	"bytes"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// TestANumberAndHowItAnswersAreOnOneScreen, wherever the two have room on one: who writes
// a number down at "Enter for more" calls it before she hears that she could have texted.
func TestANumberAndHowItAnswersAreOnOneScreen(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {80, 9}, {40, 12}} {
		together := 0
		for language, q := range maternals() {
			w := wording.In(language)
			for _, region := range q.Regions {
				for n, p := range pagesWithNumbers(w, q, region) {
					together += onOneScreen(t, w, p, size, language, region.ID, n)
				}
			}
		}
		if together < 100 {
			t.Errorf("%v: only %d numbers with how they answer", size, together)
		}
	}
}

// pagesWithNumbers are pages of a region that have numbers on them.
func pagesWithNumbers(w *wording.Words, q *questionnaire.Questionnaire, region *questionnaire.Region) []page.Page {
	var all []page.Page
	for _, r := range q.Rules {
		if r.Interrupt {
			all = append(all, page.Page{Kind: page.DangerPage, Blocks: page.DangerOf(w, []*questionnaire.Rule{r}, region)})
		}
	}
	v := visit.Begin(q, visit.Options{Region: region.ID}).Did(visit.Began{}).Did(visit.Agreed{}).Did(visit.Settled{})
	for _, l := range region.Lines {
		if p, ok := page.Over(w, v, page.Line{ID: l.ID}); ok {
			all = append(all, p)
		}
	}
	return all
}

// onOneScreen counts the numbers of a page that say how they answer, and looks for each
// with that between two prompts.
func onOneScreen(t *testing.T, w *wording.Words, p page.Page, size [2]int, language, region string, n int) (seen int) {
	t.Helper()
	in := &scripted{out: new(bytes.Buffer), lines: make([]string, 40)}
	f := &face{in: newInput(in, 0), out: in.out, w: w, size: func() (int, int) { return size[0], size[1] }}
	if _, _, err := f.tell(lines(w, p, nil)); err != nil {
		t.Fatal(err)
	}
	said := append(in.bursts, burst{said: in.out.String()})
	_, most := f.measure()
	for i := 0; i < len(p.Blocks); i++ {
		if p.Blocks[i].Manner != page.Number {
			continue
		}
		from := i
		for i+1 < len(p.Blocks) && answers(p.Blocks[i+1].Manner) {
			next := p.Blocks[i+1].Manner
			if begins := next == page.Number || next == page.LineName; begins && p.Blocks[i].Manner != page.Number {
				break // the next line
			}
			i++
		}
		rows := f.laidOut(lines(w, page.Page{Kind: p.Kind, Blocks: p.Blocks[from : i+1]}, nil))
		if len(rows) < 2 || len(rows) >= most {
			continue
		}
		seen++
		text := ""
		for _, row := range rows {
			text += row.text + "\n"
		}
		found := false
		for _, b := range said {
			found = found || strings.Contains(b.said, text)
		}
		if !found {
			t.Errorf("%v, %s, %s, page %d: parted: %s", size, language, region, n, text)
		}
	}
	return seen
}

func answers(m page.Manner) bool {
	return m == page.Number || m == page.LineName || m == page.LineNote || m == page.LineAbout || m == page.Code
}
