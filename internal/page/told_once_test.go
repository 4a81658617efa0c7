package page_test

import (
	"io/fs"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
	"github.com/ask-first/askfirst/questionnaires"
)

// TestAFactIsToldOnceAndInTheSameWords: within one step no sentence that her answers make
// true is told twice, and wherever it stands it is the same sentence: on the result, on
// the card and under "more to tell", on the page to copy and the one to hold up, and on the
// wall of a workshop. What goes into a chart in two wordings reads as two things. Random
// people and all scenarios, of each questionnaire that comes with the program.
func TestAFactIsToldOnceAndInTheSameWords(t *testing.T) {
	for _, name := range questionnaires.Names() {
		for language, s := range shipped(t, name) {
			t.Run(name+"/"+language, func(t *testing.T) {
				var seen toldCount
				for n := range 60 {
					random := rand.New(rand.NewPCG(uint64(n), 1606))
					v := visit.Begin(s.q, visit.Options{Region: s.q.Regions[n%len(s.q.Regions)].ID, Shared: n%9 == 8})
					if toldOnce(t, s, arrived(random, s.q, v), &seen); t.Failed() {
						t.Fatalf("person %d", n)
					}
				}
				for n, story := range s.q.Scenarios {
					v := visit.Begin(s.q, visit.Options{Region: s.q.Regions[n%len(s.q.Regions)].ID})
					if toldOnce(t, s, liveAs(v, story), &seen); t.Failed() {
						t.Fatalf("scenario %s", story.ID)
					}
				}
				// Any of them could be marked for a workshop.
				for n, story := range s.q.Scenarios {
					toldOnWalls(t, s, story, n%2 == 0, &seen)
				}
				medicines := slices.ContainsFunc(s.q.Questions, (*questionnaire.Question).TakesMedicines)
				if seen.facts < 500 || medicines && seen.several < 20 || seen.onWalls < 20 {
					t.Errorf("only %d facts, %d of them of several medicines, and %d walls", seen.facts, seen.several, seen.onWalls)
				}
			})
		}
	}
}

// toldCount is how much a test has looked at.
type toldCount struct{ facts, several, onWalls int }

// shipped is a questionnaire that comes with the program, in all its languages.
func shipped(t *testing.T, name string) map[string]spoken {
	t.Helper()
	files, _ := questionnaires.Named(name)
	var defaults fs.FS
	if name != questionnaires.Default {
		defaults = questionnaires.Maternal()
	}
	q, _, err := folder.Read(files, defaults)
	if q == nil {
		t.Fatal(name, err)
	}
	all := map[string]spoken{q.Language: {words: wording.In(q.Language), q: q}}
	for _, language := range folder.Languages(files) {
		tr, _, err := folder.ReadTranslation(files, defaults, language)
		if tr == nil {
			t.Fatal(name, language, err)
		}
		all[language] = spoken{words: wording.In(language), q: translation.Of(q, tr)}
	}
	return all
}

// liveAs is the visit of a scenario's person, up to the result.
func liveAs(v visit.Visit, story *questionnaire.Scenario) visit.Visit {
	v = v.Did(visit.Began{}).Did(visit.Agreed{}).Did(visit.Settled{})
	for range 300 {
		switch at := v.Where().(type) {
		case visit.Result:
			return v
		case visit.Asked:
			reply, ok := scenario.ReplyOf(story.Person, at.Question)
			if !ok {
				reply = questionnaire.Reply{Kind: questionnaire.Declined}
			}
			v = v.Did(visit.Replied{Reply: reply})
		default:
			v = v.Did(visit.WentOn{})
		}
	}
	return v
}

// sentenceEnd parts a fact into its sentences.
var sentenceEnd = regexp.MustCompile(`[.!?]\s+`)

// toldOnce looks at each step of a result, and at each page on which its words stand.
func toldOnce(t *testing.T, s spoken, v visit.Visit, seen *toldCount) {
	t.Helper()
	steps := v.Plan().Steps
	copied := wordsByStep(opened(t, s, v, page.Copying{}))
	for i, step := range steps {
		who, words := step.Clinician.ID, step.Words()
		facts := slices.Concat(words.Facts, words.MoreFacts)
		eachSentenceOnce(t, who, s, facts)
		seen.facts += len(facts)
		for _, f := range facts {
			if len(f.Names) > 1 {
				seen.several++
			}
		}

		rest := func(face string, said []string, all []string) []string {
			for _, text := range said {
				left, ok := takenApart(text, &all)
				if !ok {
					t.Errorf("%s, %s: %q is told twice there, or in other words than elsewhere", who, face, left)
				}
			}
			return all
		}
		atOnce := spokenWords(s.words, words.ReportFirst, words.Facts, words.Requests)
		if left := rest("card", quotes(opened(t, s, v, page.Card{Clinician: who})), slices.Clone(atOnce)); len(left) > 0 {
			t.Errorf("%s, card: %q is not told", who, left)
		}
		if more := spokenWords(s.words, false, words.MoreFacts, words.MoreRequests); len(more) > 0 {
			if left := rest("more to tell", quotes(opened(t, s, v, page.MoreWords{Clinician: who})), more); len(left) > 0 {
				t.Errorf("%s, more to tell: %q is not told", who, left)
			}
		}
		if i == 0 {
			if left := rest("result", quotes(page.Of(s.words, v, page.Front{})), slices.Clone(atOnce)); len(left) > 0 {
				t.Errorf("%s, result: %q is not told", who, left)
			}
		}
		rest("page to copy", copied[i], slices.Clone(atOnce))
		heldUp(t, s, v, step, facts)
	}
}

// eachSentenceOnce: no sentence of one fact is one of another's, and no fact names a
// medicine twice.
func eachSentenceOnce(t *testing.T, who string, s spoken, facts []screening.Fact) {
	t.Helper()
	told := map[string]bool{}
	for _, f := range facts {
		for _, sentence := range sentenceEnd.Split(f.With(s.words.Listed(f.Names)), -1) {
			sentence = strings.TrimRight(questionnaire.Fold(sentence), ".!? ")
			if told[sentence] {
				t.Errorf("%s hears twice: %q", who, sentence)
			}
			told[sentence] = true
		}
		for i, name := range f.Names {
			if slices.ContainsFunc(f.Names[:i], func(o string) bool { return questionnaire.Fold(o) == questionnaire.Fold(name) }) {
				t.Errorf("%s hears twice of %q: %q", who, name, f.Text())
			}
		}
	}
}

// heldUp looks at the page to hold up. There all of her medicines stand, and not only those
// of the step; all else is in the words of the card.
func heldUp(t *testing.T, s spoken, v visit.Visit, step screening.Step, facts []screening.Fact) {
	t.Helper()
	p, ok := page.Over(s.words, v, page.Showing{Clinician: step.Clinician.ID})
	if !ok {
		return
	}
	words := step.Words()
	may := append(spokenWords(s.words, words.ReportFirst, slices.Concat(facts, v.Said().Medicines()), words.Requests), step.Clinician.Ask...)
	var told []string
	for _, b := range p.Blocks {
		if b.Manner != page.Loud {
			continue
		}
		if !slices.Contains(may, b.Text()) {
			t.Errorf("%s, held up: %q is in other words than elsewhere", step.Clinician.ID, b.Text())
		}
		if slices.Contains(told, b.Text()) {
			t.Errorf("%s, held up: %q is told twice", step.Clinician.ID, b.Text())
		}
		told = append(told, b.Text())
	}
	for _, f := range words.Facts {
		for _, name := range f.Names {
			if !words.ReportFirst && !slices.ContainsFunc(told, func(text string) bool { return strings.Contains(text, name) }) {
				t.Errorf("%s, held up: nothing of %q", step.Clinician.ID, name)
			}
		}
	}
}

// toldOnWalls looks at the words of each step that a workshop tells of a story.
func toldOnWalls(t *testing.T, s spoken, story *questionnaire.Scenario, whole bool, seen *toldCount) {
	t.Helper()
	for at := workshop.Tell(s.q, story, workshop.Wish{Whole: whole}); ; at = at.Forward() {
		if step := at.Step(); step.Kind == workshop.Say && step.Talk != nil {
			words := step.Talk.Words()
			all := spokenWords(s.words, words.ReportFirst, words.Facts, words.Requests)
			for _, text := range quotes(page.Wall(s.words, step, s.q, s.q.Regions[0])) {
				seen.onWalls++
				if left, ok := takenApart(text, &all); !ok {
					t.Errorf("%s, wall for %s: %q is told twice there, or in other words than elsewhere", story.ID, step.Talk.Clinician.ID, left)
				}
			}
		}
		if at.Last() {
			return
		}
	}
}

// spokenWords are the sentences of a step, as a language lists several medicines.
func spokenWords(w *wording.Words, reportFirst bool, facts []screening.Fact, requests []screening.Request) []string {
	var all []string
	if reportFirst {
		all = append(all, w.Card.Report)
	}
	for _, f := range facts {
		all = append(all, f.With(w.Listed(f.Names)))
	}
	for _, r := range requests {
		all = append(all, r.Text)
	}
	return all
}

// takenApart takes each of the sentences out of a text that is made of them, and out of
// those that are left; false with what no sentence is.
func takenApart(text string, all *[]string) (left string, ok bool) {
	for text = strings.TrimSpace(text); text != ""; text = strings.TrimSpace(text) {
		// The longest first: one may begin another.
		longest := -1
		for i, sentence := range *all {
			if strings.HasPrefix(text, sentence) && (longest < 0 || len(sentence) > len((*all)[longest])) {
				longest = i
			}
		}
		if longest < 0 {
			return text, false
		}
		text = text[len((*all)[longest]):]
		*all = slices.Delete(*all, longest, longest+1)
	}
	return "", true
}

func quotes(p page.Page) []string {
	var all []string
	for _, b := range p.Blocks {
		if b.Manner == page.Quote {
			all = append(all, b.Text())
		}
	}
	return all
}

// wordsByStep are the words on the page to copy, by step.
func wordsByStep(p page.Page) map[int][]string {
	all, step := map[int][]string{}, -1
	for _, b := range p.Blocks {
		switch b.Manner {
		case page.LineAbout:
			step++
		case page.Quote:
			all[step] = append(all[step], b.Text())
		}
	}
	return all
}
