package page_test

import (
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// TestEveryPlaceAndEveryOpeningHasAPage takes the names of all places and openings
// from where they are declared, so that a new one cannot be forgotten.
func TestEveryPlaceAndEveryOpeningHasAPage(t *testing.T) {
	seen := map[string]bool{}
	wander(t, 60, func(t *testing.T, v visit.Visit, p page.Page) {
		if p.Kind != page.NoPage {
			seen[reflect.TypeOf(v.Where()).Name()] = true
		}
		for _, c := range p.Choices() {
			if c.Opens != nil {
				seen[reflect.TypeOf(c.Opens).Name()] = true
			}
		}
		for _, way := range p.Ways {
			if way.Choice.Opens != nil {
				seen[reflect.TypeOf(way.Choice.Opens).Name()] = true
			}
		}
	})
	for file, method := range map[string]string{"../visit/where.go": "where", "choice.go": "opening"} {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		names := regexp.MustCompile(`(?m)^func \((\w+)\) +`+method+`\(\)`).FindAllStringSubmatch(string(source), -1)
		if len(names) < 5 {
			t.Errorf("%s declares only %d", file, len(names))
		}
		for _, name := range names {
			if !seen[name[1]] {
				t.Errorf("%s was never shown", name[1])
			}
		}
	}
}

// at is the page of a question, reached by a preview's jump.
func at(t *testing.T, choose questionnaire.Choose, fits func(*questionnaire.Question) bool) (visit.Visit, *questionnaire.Question, page.Page) {
	t.Helper()
	s := languages()["en"]
	i := slices.IndexFunc(s.q.Questions, func(q *questionnaire.Question) bool { return q.Choose == choose && fits(q) })
	if i < 0 {
		t.Fatal("no such question")
	}
	q := s.q.Questions[i]
	v := visit.Begin(s.q, visit.Options{Preview: true}).Did(visit.Jumped{To: visit.Asked{Question: q}})
	return v, q, page.Of(s.words, v, page.Front{})
}

func labelled(t *testing.T, p page.Page, label string) *page.Choice {
	t.Helper()
	for _, c := range p.Choices() {
		if c.Label == label {
			return c
		}
	}
	t.Fatalf("no choice is called %q", label)
	return nil
}

func TestAnAnswerThatStandsAloneTakesTheOthersOut(t *testing.T) {
	w := languages()["en"].words
	v, q, p := at(t, questionnaire.Many, func(q *questionnaire.Question) bool {
		return slices.ContainsFunc(q.Answers, func(a *questionnaire.Answer) bool { return a.Exclusive })
	})
	alone := slices.IndexFunc(q.Answers, func(a *questionnaire.Answer) bool { return a.Exclusive })
	other := slices.IndexFunc(q.Answers, func(a *questionnaire.Answer) bool { return !a.Exclusive })
	p = page.Drafted(w, v, *p.Choice(other).Drafts)
	if !p.Choice(other).Marked || p.Notice != "" {
		t.Errorf("after one tick: marked %v, said %q", p.Choice(other).Marked, p.Notice)
	}
	p = page.Drafted(w, v, *p.Choice(alone).Drafts)
	if p.Choice(other).Marked || !p.Choice(alone).Marked || p.Notice != w.Question.Alone {
		t.Errorf("after the second: marked %v and %v, said %q", p.Choice(other).Marked, p.Choice(alone).Marked, p.Notice)
	}
	if got := p.Way(page.GoOn).Means; !reflect.DeepEqual(got, visit.Replied{Reply: questionnaire.Reply{Kind: questionnaire.Definite, Answers: []int{alone}}}) {
		t.Errorf("going on means %v", got)
	}
	if _, label := p.Together(other, alone); label != q.Answers[alone].Label {
		t.Errorf("both together: %q stands in the way", label)
	}
	rest := questionnaire.Reply{Kind: questionnaire.Definite, Answers: []int{other}, RestUnsure: true}
	if means, label := p.Together(other, len(q.Answers)+1); label != "" || !reflect.DeepEqual(means, visit.Replied{Reply: rest}) {
		t.Errorf("with a free answer it means %v, and %q stands in the way", means, label)
	}
	if _, label := p.Together(alone, len(q.Answers)+1); label != q.Answers[alone].Label {
		t.Errorf("what stands alone leaves no rest, and %q stands in the way", label)
	}
}

func TestNothingTickedIsNoAnswer(t *testing.T) {
	w := languages()["en"].words
	v, _, p := at(t, questionnaire.Many, func(*questionnaire.Question) bool { return true })
	on := labelled(t, p, w.Question.ManyGoOn)
	if on.Means != nil || page.Drafted(w, v, *on.Drafts).Notice != w.Question.ChooseFirst {
		t.Errorf("going on with nothing: %+v", on)
	}
}

func TestAMedicineComesOntoTheListByHerChoice(t *testing.T) {
	s := languages()["en"]
	v, q, p := at(t, questionnaire.Medicines, func(q *questionnaire.Question) bool { return len(q.States) > 0 })
	search := func(name string) page.Page { return page.Drafted(s.words, v, p.Draft.Searched(name, s.f.Find(name))) }
	p = search("zoloft")
	if p.Choice(0).Drafts == nil || labelled(t, p, s.words.Answer.Unlisted) == nil {
		t.Fatal("nothing is offered")
	}
	back := page.Drafted(s.words, v, *p.Way(page.Back).Drafts)
	labelled(t, back, s.words.Answer.None)
	p = page.Drafted(s.words, v, *p.Choice(0).Drafts)
	if p.Typing || !p.Draft.Asking() {
		t.Fatal("the state is not asked")
	}
	p = page.Drafted(s.words, v, *labelled(t, p, q.States[0].Label).Drafts)
	if p.Notice == "" || !p.Typing {
		t.Errorf("it comes onto the list in silence")
	}
	done := labelled(t, p, s.words.Medicines.Done).Means.(visit.Replied).Reply
	if len(done.Taken) != 1 || done.Taken[0].State != 0 {
		t.Errorf("what she says is %+v", done)
	}
	off := page.Drafted(s.words, v, *p.Choice(1).Drafts)
	labelled(t, off, s.words.Answer.None)
}

func TestWhatSheSaidBeforeIsMarked(t *testing.T) {
	s := languages()["en"]
	_, q, p := at(t, questionnaire.One, func(*questionnaire.Question) bool { return true })
	v := visit.Begin(s.q, visit.Options{Preview: true})
	for _, test := range []struct {
		reply questionnaire.Reply
		begin int
	}{
		{questionnaire.Reply{}, page.NoChoice},
		{questionnaire.Reply{Kind: questionnaire.Definite, Answers: []int{1}}, 1},
		{questionnaire.Reply{Kind: questionnaire.Unsure}, len(q.Answers)},
		{questionnaire.Reply{Kind: questionnaire.Declined}, len(q.Answers) + 1},
	} {
		there := v.Did(visit.Jumped{To: visit.Asked{Question: q}})
		p = page.Drafted(s.words, there, page.DraftOf(visit.Asked{Said: test.reply}))
		if p.Begin != test.begin || test.begin >= 0 && !p.Choice(test.begin).Marked {
			t.Errorf("after %+v she begins at %d", test.reply, p.Begin)
		}
	}
}

// TestNotSureAddsToWhatIsChosen: beside chosen answers, and beside a list, the free
// answers take nothing back.
func TestNotSureAddsToWhatIsChosen(t *testing.T) {
	w := languages()["en"].words
	v, q, p := at(t, questionnaire.Many, func(*questionnaire.Question) bool { return true })
	other := slices.IndexFunc(q.Answers, func(a *questionnaire.Answer) bool { return !a.Exclusive })
	p = page.Drafted(w, v, *p.Choice(other).Drafts)
	for _, label := range []string{w.Answer.RestUnsure, w.Answer.RestDeclined} {
		said := labelled(t, p, label).Means.(visit.Replied).Reply
		if !slices.Equal(said.Answers, []int{other}) || !said.RestUnsure {
			t.Errorf("%q says %+v", label, said)
		}
		if back := page.Replied(w, languages()["en"].q.Formulary, q, said); back != q.Answers[other].Label+"; "+w.Answer.Rest {
			t.Errorf("%q is read back as %q", label, back)
		}
		after := v.Did(visit.Replied{Reply: said})
		if !after.Said().Reply(q).Equal(said) {
			t.Errorf("%q is kept as %+v", label, after.Said().Reply(q))
		}
		again := page.Drafted(w, v, page.DraftOf(visit.Asked{Said: said}))
		if c := again.Choice(again.Begin); c == nil || c.Label != w.Answer.RestUnsure {
			t.Errorf("asked again she begins at %+v", c)
		}
	}
}

// TestTheWordThatSheTypedIsKept: a brand beside its generic name, and names that the
// list does not know, each of them.
func TestTheWordThatSheTypedIsKept(t *testing.T) {
	s := languages()["en"]
	v, q, p := at(t, questionnaire.Medicines, func(q *questionnaire.Question) bool { return len(q.States) > 0 })
	add := func(name string, choice int) {
		p = page.Drafted(s.words, v, p.Draft.Searched(name, s.f.Find(name)))
		c := p.Choice(choice)
		if choice < 0 {
			c = labelled(t, p, s.words.Answer.Unlisted)
		}
		p = page.Drafted(s.words, v, *c.Drafts)
		p = page.Drafted(s.words, v, *p.Choice(0).Drafts)
	}
	add("zolof", 0)
	add("Vitaglow\x1b", -1)
	add("Moonroot", -1)
	said := labelled(t, p, s.words.Answer.RestUnsure).Means.(visit.Replied).Reply
	var typed []string
	for _, taken := range said.Taken {
		typed = append(typed, taken.Typed.String())
	}
	if !slices.Equal(typed, []string{"Zoloft", "Vitaglow, Moonroot"}) || !said.RestUnsure {
		t.Fatalf("she typed %q, the rest left open: %v", typed, said.RestUnsure)
	}
	back := page.Replied(s.words, s.q.Formulary, q, said)
	for _, want := range []string{"Zoloft (sertraline)", "Vitaglow, Moonroot (not in the list)", s.words.Answer.Rest} {
		if !strings.Contains(back, want) {
			t.Errorf("read back as %q, without %q", back, want)
		}
	}
}

// TestANameThatIsLeftIsTold: she has seen it beside what she typed, and may think that it
// was taken. Two letters are too few for a name.
func TestANameThatIsLeftIsTold(t *testing.T) {
	s := languages()["en"]
	v, _, p := at(t, questionnaire.Medicines, func(*questionnaire.Question) bool { return true })
	for typed, told := range map[string]bool{"zoloft": true, "zolof": true, "my own drops": true, "zo": false, " ": false} {
		names := page.Drafted(s.words, v, p.Draft.Searched(typed, s.f.Find(typed)))
		list := page.Drafted(s.words, v, *names.Way(page.Back).Drafts)
		want := ""
		if told {
			want = wording.Fill(s.words.Medicines.LeftOut, "name", typed)
		}
		if list.Notice != want {
			t.Errorf("back from %q she is told %q, want %q", typed, list.Notice, want)
		}
	}
	// What is on her list from before is not said to be missing.
	for _, typed := range []string{"zoloft", "my own drops"} {
		names := page.Drafted(s.words, v, p.Draft.Searched(typed, s.f.Find(typed)))
		list := page.Drafted(s.words, v, *names.Choice(0).Drafts)
		for list.Draft.Asking() {
			list = page.Drafted(s.words, v, *list.Choice(0).Drafts)
		}
		again := page.Drafted(s.words, v, list.Draft.Searched(typed, s.f.Find(typed)))
		if told := page.Drafted(s.words, v, *again.Way(page.Back).Drafts).Notice; told != "" {
			t.Errorf("%q is on her list, and she is told %q", typed, told)
		}
	}
}

// TestWhatIsNotFinishedCounts: the review says what would count of it, and her result is
// of that.
func TestWhatIsNotFinishedCounts(t *testing.T) {
	for language, s := range languages() {
		v := visit.Begin(s.q, visit.Options{Region: "us"}).Did(visit.Began{}).Did(visit.Agreed{}).Did(visit.HadEnough{})
		many := slices.IndexFunc(s.q.Questions, func(q *questionnaire.Question) bool { return q.TakesMany() && !q.Answers[0].Exclusive })
		q := s.q.Questions[many]
		v = v.Did(visit.Reopened{Question: q.ID})
		p := page.Of(s.words, v, page.Front{})
		v = v.Did(p.Choice(0).Drafts.Prepared())
		if p = page.Of(s.words, v, page.Front{}); !p.Choice(0).Marked {
			t.Errorf("%s: what is ticked is not there again", language)
		}
		v = v.Did(visit.WentBack{})
		if v.Said().Reply(q).Has(0) {
			t.Fatalf("%s: what is only ticked is an answer", language)
		}
		want := strings.ReplaceAll(s.words.Check.Unfinished, "{answer}", q.Answers[0].Label+"; "+s.words.Answer.Rest) + "."
		if row := labelled(t, page.Of(s.words, v, page.Front{}), q.Ask); row.Answer != want {
			t.Errorf("%s: the review says %q, want %q", language, row.Answer, want)
		}
		if v = v.Did(visit.WentOn{}); !v.Said().Reply(q).Has(0) || !v.Said().Reply(q).RestUnsure {
			t.Errorf("%s: after the review %v counts", language, v.Said().Reply(q))
		}
	}
}

// TestOneOfAKindIsOnHerListAsThat: who typed a word for several medicines and does not know
// which one it is has one of that kind.
func TestOneOfAKindIsOnHerListAsThat(t *testing.T) {
	for language, word := range map[string]string{"en": "mood stabiliser", "es": "antidepresivo"} {
		s := languages()[language]
		i := slices.IndexFunc(s.q.Questions, func(q *questionnaire.Question) bool { return q.TakesMedicines() })
		q := s.q.Questions[i]
		v := visit.Begin(s.q, visit.Options{Preview: true}).Did(visit.Jumped{To: visit.Asked{Question: q}})
		searched := page.Of(s.words, v, page.Front{}).Draft.Searched(word, finder.New(s.q.Formulary).Settle(word))
		p := page.Drafted(s.words, v, *labelled(t, page.Drafted(s.words, v, searched), s.words.Medicines.WhichUnknown).Drafts)
		said := page.Drafted(s.words, v, *p.Choice(0).Drafts).Draft.Prepared().(visit.Prepared).Reply
		if len(said.Taken) != 1 || said.Taken[0].Medicine < 0 || !s.q.Formulary.Medicines[said.Taken[0].Medicine].Unnamed() {
			t.Errorf("%s: %q is %v", language, word, said.Taken)
		}
	}
}
