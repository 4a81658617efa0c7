package page_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/questionnaires"
)

// spoken is the questionnaire that comes with the program, in a language.
type spoken struct {
	words *wording.Words
	q     *questionnaire.Questionnaire
	f     *finder.Index
}

var languages = sync.OnceValue(func() map[string]spoken {
	q, _, err := folder.Read(questionnaires.Maternal(), nil)
	if err != nil || q == nil {
		panic("the questionnaire cannot be read")
	}
	t, _, err := folder.ReadTranslation(questionnaires.Maternal(), nil, "es")
	if err != nil || t == nil {
		panic("the translation cannot be read")
	}
	all := map[string]spoken{"en": {wording.In("en"), q, nil}, "es": {wording.In("es"), translation.Of(q, t), nil}}
	for language, s := range all {
		s.f = finder.New(s.q.Formulary)
		all[language] = s
	}
	return all
})

// wander goes through random visits in both languages, by the choices and ways of
// the pages alone, and hands each page that comes up to see.
func wander(t *testing.T, visits int, see func(t *testing.T, v visit.Visit, p page.Page)) {
	for language, s := range languages() {
		t.Run(language, func(t *testing.T) {
			for n := range visits {
				w := &wanderer{t: t, spoken: s, random: rand.New(rand.NewPCG(uint64(n), 7)), see: see}
				v := visit.Begin(s.q, visit.Options{Shared: n%5 == 4})
				if n%7 == 6 {
					v = visit.Begin(s.q, visit.Options{Texts: s.q.Education})
				}
				w.walk(v)
				if t.Failed() {
					return
				}
			}
		})
	}
}

// wanderer is somebody who does anything that a page offers.
type wanderer struct {
	spoken
	t      *testing.T
	random *rand.Rand
	see    func(*testing.T, visit.Visit, page.Page)
	front  page.Front
}

func (w *wanderer) walk(v visit.Visit) {
	w.front = page.Front{Missing: "files", Language: w.words.Language, Languages: []wording.Language{wording.LanguageOf("en"), wording.LanguageOf("es")}}
	p := page.Of(w.words, v, w.front)
	for range 90 {
		w.see(w.t, v, p)
		c := w.any(p)
		if c == nil {
			return
		}
		switch {
		case c.Means != nil:
			v = v.Did(c.Means)
			p = page.Of(w.words, v, w.front)
		case c.Drafts != nil:
			d := *c.Drafts
			if p.Typing && w.random.IntN(3) > 0 {
				name := w.names()
				d = d.Searched(name, w.f.Find(name))
			}
			p = page.Drafted(w.words, v, d)
		case c.Opens != nil:
			over, ok := page.Over(w.words, v, c.Opens)
			if !ok {
				w.t.Errorf("%#v opens nothing", c.Opens)
				return
			}
			w.see(w.t, v, over)
			for _, o := range over.Choices() { // one page further, and back
				if o.Opens != nil {
					further, _ := page.Over(w.words, v, o.Opens)
					w.see(w.t, v, further)
				}
			}
		}
	}
}

// any is something that can be done on the page; what ends the visit, seldom.
func (w *wanderer) any(p page.Page) *page.Choice {
	var all []*page.Choice
	for _, c := range p.Choices() {
		all = append(all, c, c, c)
	}
	for i := range p.Ways {
		all = append(all, &p.Ways[i].Choice)
	}
	if len(all) == 0 {
		return nil
	}
	c := all[w.random.IntN(len(all))]
	if _, leaves := c.Means.(visit.Left); leaves && w.random.IntN(5) > 0 {
		return w.any(p)
	}
	return c
}

func (w *wanderer) names() string {
	all := []string{"zo", "lithium", "litio", "hydroxyzine", "qqqq", "St John", "a"}
	return all[w.random.IntN(len(all))]
}

func TestEveryPageIsWhole(t *testing.T) {
	kinds := map[page.Kind]bool{}
	wander(t, 60, func(t *testing.T, v visit.Visit, p page.Page) {
		kinds[p.Kind] = true
		if p.Kind == page.NoPage {
			t.Fatalf("no page at %#v", v.Where())
		}
		for _, b := range p.Blocks {
			switch text := b.Text(); {
			case strings.TrimSpace(text) == "":
				t.Errorf("page %d has an empty block of manner %d", p.Kind, b.Manner)
			case strings.ContainsAny(text, "{}"):
				t.Errorf("page %d: nothing fills %q", p.Kind, text)
			}
			if (b.Manner == page.Option) != (b.Choice != nil) {
				t.Errorf("page %d: %q is half a choice", p.Kind, b.Text())
			}
		}
		if len(p.Blocks) > 0 && p.Blocks[0].Apart {
			t.Errorf("page %d has room above its first block", p.Kind)
		}
	})
	for kind := page.WelcomePage; kind <= page.KeysPage; kind++ {
		if !kinds[kind] {
			t.Errorf("no page of kind %d was seen", kind)
		}
	}
}

// TestATopicIsAnnouncedOnce, at the first of its questions that she is asked, which for
// many is not the first that there is.
func TestATopicIsAnnouncedOnce(t *testing.T) {
	later := 0
	for language, s := range languages() {
		for n := range 40 {
			random := rand.New(rand.NewPCG(uint64(n), 3))
			v := visit.Begin(s.q, visit.Options{Region: s.q.Regions[0].ID, Shared: n%5 == 4}).Did(visit.Began{}).Did(visit.Agreed{})
			announced := map[string]bool{}
			for range 300 {
				at, asked := v.Where().(visit.Asked)
				if !asked {
					if _, done := v.Where().(visit.Reviewing); done {
						break
					}
					v = v.Did(visit.WentOn{})
					continue
				}
				topic := at.Question.Topic
				says := strings.Contains(saysAll(page.Of(s.words, v, page.Front{})), topic.About+"\n")
				if topic.About != "" && says == announced[topic.ID] {
					t.Errorf("%s, %s: announced: %v, and before: %v", language, at.Question.ID, says, announced[topic.ID])
				}
				if !announced[topic.ID] && at.Question != topic.Questions[0] {
					later++
				}
				announced[topic.ID] = true
				v = v.Did(visit.Replied{Reply: anyReply(random, s.q, at.Question, random.IntN(4))})
			}
		}
	}
	if later == 0 {
		t.Error("everybody is asked the first question of every topic")
	}
}

func TestEveryChoiceMeansOneThing(t *testing.T) {
	wander(t, 30, func(t *testing.T, v visit.Visit, p page.Page) {
		var all []page.Choice
		for _, c := range p.Choices() {
			if c.Label == "" {
				t.Errorf("page %d has a choice without a label", p.Kind)
			}
			all = append(all, *c)
		}
		for _, way := range p.Ways {
			all = append(all, way.Choice)
		}
		if p.Alone != nil {
			all = append(all, *p.Alone)
		}
		for _, c := range all {
			means := 0
			for _, is := range []bool{c.Means != nil, c.Opens != nil, c.Closes, c.Drafts != nil, c.Language != ""} {
				if is {
					means++
				}
			}
			if means != 1 {
				t.Errorf("page %d: %q means %d things", p.Kind, c.Label, means)
			}
		}
		if p.Begin != page.NoChoice && p.Choice(p.Begin) == nil {
			t.Errorf("page %d begins at choice %d, which is not there", p.Kind, p.Begin)
		}
	})
}

// TestEveryPlaceHasAWayOn: something that stands on the page leads further, and
// every page over a place leads back.
func TestEveryPlaceHasAWayOn(t *testing.T) {
	wander(t, 30, func(t *testing.T, v visit.Visit, p page.Page) {
		if p.Kind == page.FarewellPage {
			return
		}
		on := false
		for _, c := range p.Choices() {
			moved := c.Means != nil && !reflect.DeepEqual(v.Did(c.Means).Where(), v.Where())
			on = on || moved || c.Closes || c.Drafts != nil
		}
		if !on {
			t.Errorf("nothing on page %d leads on", p.Kind)
		}
		if p.Way(page.Leave) == nil {
			t.Errorf("page %d cannot be left", p.Kind)
		}
		if p.Way(page.Back) == nil && p.Kind != page.WelcomePage {
			t.Errorf("nothing leads back from page %d", p.Kind)
		}
	})
}

// TestADangerBeginsWithWhatToDo: the action, then a number, and the way on last.
func TestADangerBeginsWithWhatToDo(t *testing.T) {
	seen := false
	wander(t, 60, func(t *testing.T, v visit.Visit, p page.Page) {
		if p.Kind != page.DangerPage {
			return
		}
		seen = true
		manners := []page.Manner{}
		for _, b := range p.Blocks {
			if len(manners) == 0 || manners[len(manners)-1] != b.Manner {
				manners = append(manners, b.Manner)
			}
		}
		if manners[0] != page.Act || manners[1] != page.Number && manners[1] != page.LineName || manners[len(manners)-1] != page.Option {
			t.Errorf("a danger is told in this order: %v", manners)
		}
	})
	if !seen {
		t.Error("nobody came into danger")
	}
}

// TestAFooterNamesOnlyWhatWorks: each is among the ways of the page, or something
// that its choices and its text allow.
func TestAFooterNamesOnlyWhatWorks(t *testing.T) {
	wander(t, 20, func(t *testing.T, v visit.Visit, p page.Page) {
		footer := p.Footer()
		for _, a := range footer {
			if a >= page.Back && p.Way(a) == nil {
				t.Errorf("the footer of page %d promises action %d", p.Kind, a)
			}
		}
		if p.Kind != page.FarewellPage && footer[len(footer)-1] != page.Leave {
			t.Errorf("the footer of page %d does not end with how to leave", p.Kind)
		}
		if slices.Contains(footer, page.Move) && p.Choice(1) == nil && !p.Typing { // there is a field to move from
			t.Errorf("the footer of page %d moves among nothing", p.Kind)
		}
	})
}
