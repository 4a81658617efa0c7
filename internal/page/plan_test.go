package page_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/wrap"
)

// people go through random answers to the result, in both languages and every
// region, and hand it to see.
func people(t *testing.T, count int, see func(t *testing.T, s spoken, v visit.Visit, at visit.Result)) {
	for language, s := range languages() {
		t.Run(language, func(t *testing.T) {
			for n := range count {
				random := rand.New(rand.NewPCG(uint64(n), 16))
				v := arrived(random, s.q, visit.Begin(s.q, visit.Options{Region: s.q.Regions[n%len(s.q.Regions)].ID, Shared: n%9 == 8}))
				at, ok := v.Where().(visit.Result)
				if !ok {
					t.Fatalf("person %d never comes to a result", n)
				}
				see(t, s, v, at)
				if t.Failed() {
					t.Fatalf("person %d", n)
				}
			}
		})
	}
}

// arrived answers at random, now and then stops early, and goes on to the result.
func arrived(random *rand.Rand, q *questionnaire.Questionnaire, v visit.Visit) visit.Visit {
	v = v.Did(visit.Began{}).Did(visit.Agreed{}).Did(visit.Settled{})
	open := random.IntN(4)
	for range 300 {
		switch at := v.Where().(type) {
		case visit.Result:
			return v
		case visit.Asked:
			if random.IntN(60) == 0 {
				v = v.Did(visit.HadEnough{})
				continue
			}
			v = v.Did(visit.Replied{Reply: anyReply(random, q, at.Question, open)})
		default:
			v = v.Did(visit.WentOn{})
		}
	}
	return v
}

// anyReply is a reply to the question, open in so many of eight.
func anyReply(random *rand.Rand, q *questionnaire.Questionnaire, x *questionnaire.Question, open int) questionnaire.Reply {
	if random.IntN(8) < open {
		return questionnaire.Reply{Kind: questionnaire.Unsure + questionnaire.ReplyKind(random.IntN(2))}
	}
	r := questionnaire.Reply{Kind: questionnaire.Definite}
	switch {
	case x.TakesOne():
		r.Answers = []int{random.IntN(len(x.Answers))}
	case x.TakesMany():
		for i, a := range x.Answers {
			if !a.Exclusive && random.IntN(3) == 0 {
				r.Answers = append(r.Answers, i)
			}
		}
		if len(r.Answers) == 0 {
			r.Answers = []int{len(x.Answers) - 1}
		}
	default:
		for range random.IntN(4) {
			m := random.IntN(len(q.Formulary.Medicines)+1) - 1
			if slices.ContainsFunc(r.Taken, func(t questionnaire.Taken) bool { return t.Medicine == m }) {
				continue
			}
			t := questionnaire.Taken{Medicine: m, State: random.IntN(len(x.States)+1) - 1}
			if m == questionnaire.UnlistedMedicine {
				t.Typed = questionnaire.NewTyped("Vitaglow")
			} else if brands := q.Formulary.Medicines[m].Brands; len(brands) > 0 && random.IntN(2) == 0 {
				t.Typed = questionnaire.NewTyped(brands[0])
			}
			r.Taken = append(r.Taken, t)
		}
	}
	if rest, err := x.AndNotSure(r); err == nil && random.IntN(5) == 0 {
		return rest
	}
	return r
}

func opened(t *testing.T, s spoken, v visit.Visit, o page.Opening) page.Page {
	t.Helper()
	p, ok := page.Over(s.words, v, o)
	if !ok {
		t.Errorf("%#v opens nothing", o)
	}
	return p
}

// cards are the clinicians whose cards can be reached from a result, the first
// step first.
func cards(t *testing.T, s spoken, v visit.Visit, p page.Page) []string {
	var all []string
	for _, c := range p.Choices() {
		switch o := c.Opens.(type) {
		case page.Card:
			all = append(all, o.Clinician)
		case page.Also, page.Everything:
			all = append(all, cards(t, s, v, opened(t, s, v, o))...)
		}
	}
	return all
}

// TestEveryStepIsReachedAndTheFirstComesFirst: no clinician of the plan is lost, none
// is there twice, and who carries a certain need has a card.
func TestEveryStepIsReachedAndTheFirstComesFirst(t *testing.T) {
	people(t, 300, func(t *testing.T, s spoken, v visit.Visit, at visit.Result) {
		p := page.Of(s.words, v, page.Front{})
		var steps []string
		for _, step := range at.Plan.Steps {
			steps = append(steps, step.Clinician.ID)
		}
		got := cards(t, s, v, p)
		if !slices.Equal(got, steps) {
			t.Errorf("the cards are %v, the plan is %v", got, steps)
		}
		for _, n := range at.Plan.Needs {
			if n.Certain && !slices.Contains(got, n.By.ID) {
				t.Errorf("nobody leads to %s, who carries %s", n.By.ID, n.Rule.ID)
			}
		}
		if len(at.Plan.Steps) == 0 {
			t.Fatal("nobody leaves empty-handed, and somebody does")
		}
		first := at.Plan.Steps[0]
		if said := p.Blocks[1]; said.Manner != page.Act || said.Text() != page.Soon(page.Hers(s.words, v.Said()), first.Clinician, first.Urgency) {
			t.Errorf("it begins with %q and not with %s", said.Text(), first.Clinician.ID)
		}
	})
}

// TestAResultIsShort: of help lines, texts and steps no more stand there than
// somebody can take in, and nothing is said twice.
func TestAResultIsShort(t *testing.T) {
	people(t, 300, func(t *testing.T, s spoken, v visit.Visit, at visit.Result) {
		p := page.Of(s.words, v, page.Front{})
		names, texts, steps := 0, 0, 0
		said := map[string]int{}
		for _, b := range p.Blocks {
			switch b.Manner {
			case page.LineName:
				names++
			case page.Option:
				switch b.Choice.Opens.(type) {
				case page.Reading:
					texts++
				case page.Card:
					steps++
				}
			}
			if b.Manner != page.Number && b.Manner != page.LineNote {
				said[b.Text()]++
			}
		}
		if most := 3; names > most {
			t.Errorf("%d help lines", names)
		}
		if texts > s.q.Limits.Texts {
			t.Errorf("%d texts are offered", texts)
		}
		if steps > 3 {
			t.Errorf("%d steps stand there", steps)
		}
		for text, times := range said {
			if times > 1 {
				t.Errorf("%q is said %d times", text, times)
			}
		}
	})
}

// TestWhoLeavesAtOnceIsLeftInPeace: who stops at the first question sees three help
// lines at most, and one quiet line for all that she left open.
func TestWhoLeavesAtOnceIsLeftInPeace(t *testing.T) {
	for language, s := range languages() {
		for _, region := range s.q.Regions {
			v := visit.Begin(s.q, visit.Options{Region: region.ID}).Did(visit.Began{}).Did(visit.Agreed{}).Did(visit.Settled{}).Did(visit.HadEnough{}).Did(visit.WentOn{})
			p, lines, open := page.Of(s.words, v, page.Front{}), 0, 0
			whole := opened(t, s, v, page.Everything{})
			for _, b := range p.Blocks {
				if b.Manner == page.LineName {
					lines++
				}
			}
			for _, c := range whole.Choices() {
				if c.Opens == (page.Unfolded{}) {
					open++
				}
			}
			if lines == 0 || lines > 3 || open != 1 {
				t.Errorf("%s, %s: %d help lines, %d lines of what is left open", language, region.ID, lines, open)
			}
		}
	}
}

// TestWhoHadEnoughSeesThreeLines: whom and how soon, one number with its limits, the
// words; whatever else a result has is one choice away, and Enter is that choice. It stays
// so for whoever said nothing grave before.
func TestWhoHadEnoughSeesThreeLines(t *testing.T) {
	for language, s := range languages() {
		for _, region := range s.q.Regions {
			v := visit.Begin(s.q, visit.Options{Region: region.ID}).Did(visit.Began{}).Did(visit.Agreed{}).Did(visit.Settled{})
			v = v.Did(visit.HadEnough{}).Did(visit.WentOn{})
			p := page.Of(s.words, v, page.Front{})
			count := map[page.Manner]int{}
			for _, b := range p.Blocks {
				if b.Choice != nil {
					break
				}
				if count[b.Manner]++; b.Manner == page.Reason || b.Manner == page.Text {
					t.Errorf("%s, %s: before the first choice stands %q", language, region.ID, b.Text())
				}
			}
			if count[page.Act] != 1 || count[page.LineName] != 1 || count[page.Number] == 0 || count[page.Quote] != 1 {
				t.Errorf("%s, %s: before the first choice stand %v", language, region.ID, count)
			}
			if c := p.Choice(0); c == nil || c.Opens != (page.Everything{}) || p.Alone == nil || p.Alone.Opens != c.Opens {
				t.Errorf("%s, %s: neither the first choice nor Enter leads to all of it", language, region.ID)
			}
			whole := saysAll(opened(t, s, v, page.Everything{}))
			for _, l := range questionnaire.UrgentLines(v.Region()) {
				if !strings.Contains(whole, l.Name) || !strings.Contains(saysAll(p), l.Name) {
					t.Errorf("%s, %s: %s is not named", language, region.ID, l.ID)
				}
			}
		}
	}
}

// TestWhoSaidSomethingGraveSeesAllOfIt, also if she had enough after that, or stopped at an
// emergency page: three lines are for nobody who may be in danger.
func TestWhoSaidSomethingGraveSeesAllOfIt(t *testing.T) {
	short, long := 0, 0
	people(t, 400, func(t *testing.T, s spoken, v visit.Visit, at visit.Result) {
		_, isShort := page.Over(s.words, v, page.Everything{})
		if !isShort {
			long++
			return
		}
		short++
		for _, n := range at.Plan.Needs {
			if n.Certain && (n.Urgency() == questionnaire.Now || n.Rule.Weight != questionnaire.Usual || n.Rule.Interrupt) {
				t.Errorf("three lines for somebody with %s", n.Rule.ID)
			}
		}
	})
	if short < 5 || long < 5 {
		t.Errorf("too few to tell: %d short, %d long", short, long)
	}
	for _, s := range languages() {
		for _, x := range s.q.Questions {
			for i := range x.Answers {
				v := visit.Begin(s.q, visit.Options{Region: "us"}).Did(visit.Began{}).Did(visit.Agreed{}).Did(visit.Settled{})
				for range 100 {
					at, asked := v.Where().(visit.Asked)
					if !asked || at.Question == x {
						break
					}
					v = v.Did(visit.Replied{Reply: questionnaire.Reply{Kind: questionnaire.Unsure}})
				}
				v = v.Did(visit.Replied{Reply: questionnaire.Reply{Kind: questionnaire.Definite, Answers: []int{i}}})
				if _, danger := v.Where().(visit.Danger); !danger {
					continue
				}
				v = v.Did(visit.Stopped{}).Did(visit.WentOn{})
				if _, isShort := page.Over(s.words, v, page.Everything{}); isShort {
					t.Errorf("three lines for who stops at the page of %s", x.Answers[i].ID)
				}
			}
		}
	}
}

// TestShortPagesAreShort: three steps can be copied from one screen of 80x24, and
// what is held up fits half of one.
func TestShortPagesAreShort(t *testing.T) {
	const width, rows = 70, 20
	people(t, 300, func(t *testing.T, s spoken, v visit.Visit, at visit.Result) {
		height := func(p page.Page) int {
			n := 0
			for _, b := range p.Blocks {
				if b.Apart {
					n++
				}
				n += len(wrap.Lines(b.Text(), width))
			}
			return n
		}
		if len(at.Plan.Steps) <= 3 {
			if n := height(opened(t, s, v, page.Copying{})); n > rows {
				t.Errorf("%d rows to copy", n)
			}
		}
		for _, step := range at.Plan.Steps {
			if p, ok := page.Over(s.words, v, page.Showing{Clinician: step.Clinician.ID}); ok && height(p) > rows {
				t.Errorf("%d rows to hold up to %s", height(p), step.Clinician.ID)
			}
		}
	})
}

// TestNothingThatSheAsksIsLostOutside: what a card has her ask stands on the page to
// copy and on the one to hold up, word for word.
func TestNothingThatSheAsksIsLostOutside(t *testing.T) {
	several := 0
	people(t, 200, func(t *testing.T, s spoken, v visit.Visit, at visit.Result) {
		copied := saysAll(opened(t, s, v, page.Copying{}))
		for _, step := range at.Plan.Steps {
			requests := step.Words().Requests
			if len(requests) > 1 {
				several++
			}
			for _, r := range requests {
				if !strings.Contains(copied, r.Text) {
					t.Errorf("not to be copied for %s: %s", step.Clinician.ID, r.Text)
				}
				if step.Clinician.Line != "" { // nobody holds anything up to a telephone
					continue
				}
				if held := saysAll(opened(t, s, v, page.Showing{Clinician: step.Clinician.ID})); !strings.Contains(held, r.Text) {
					t.Errorf("not held up to %s: %s", step.Clinician.ID, r.Text)
				}
			}
		}
	})
	if several == 0 {
		t.Error("nobody asks for two things")
	}
}

// TestWhatIsCopiedBeginsWithAFact: a question alone, read out, has no beginning. Where more
// than three steps take more than a screen anyway, all of them have one, and what is asked
// second has its own.
func TestWhatIsCopiedBeginsWithAFact(t *testing.T) {
	many := 0
	people(t, 300, func(t *testing.T, s spoken, v visit.Visit, at visit.Result) {
		copied := saysAll(opened(t, s, v, page.Copying{}))
		if len(at.Plan.Steps) > 3 {
			many++
		}
		for i, step := range at.Plan.Steps {
			words := step.Words()
			if len(words.Facts) == 0 || i > 0 && len(at.Plan.Steps) <= 3 || words.ReportFirst {
				continue
			}
			if !slices.ContainsFunc(words.Facts, func(f screening.Fact) bool { return strings.Contains(copied, f.With(s.words.Listed(f.Names))) }) {
				t.Errorf("%s hears only a question: %s", step.Clinician.ID, copied)
			}
		}
	})
	if many < 20 {
		t.Errorf("only %d people have more than three steps", many)
	}
}

func saysAll(p page.Page) string {
	var all strings.Builder
	for _, b := range p.Blocks {
		all.WriteString(b.Text() + "\n")
	}
	return all.String()
}

// TestAPageToHoldUpIsForSomebodyWhoSeesIt: a help line is called, so the result and the
// cards offer none for it, and the result offers that of the first who can read it.
func TestAPageToHoldUpIsForSomebodyWhoSeesIt(t *testing.T) {
	lines := 0
	people(t, 200, func(t *testing.T, s spoken, v visit.Visit, at visit.Result) {
		first := ""
		for _, step := range at.Plan.Steps {
			offered := false
			for _, c := range opened(t, s, v, page.Card{Clinician: step.Clinician.ID}).Choices() {
				offered = offered || c.Opens == page.Showing{Clinician: step.Clinician.ID}
			}
			switch {
			case step.Clinician.Line != "" && offered:
				t.Errorf("a page to hold up to %s", step.Clinician.ID)
			case step.Clinician.Line != "":
				lines++
			case offered && first == "":
				first = step.Clinician.ID
			}
		}
		for _, c := range page.Of(s.words, v, page.Front{}).Choices() {
			if show, ok := c.Opens.(page.Showing); ok && show.Clinician != first {
				t.Errorf("the result offers the page for %q, and the first who can see one is %q", show.Clinician, first)
			}
		}
	})
	if lines == 0 {
		t.Error("nobody is led to a help line")
	}
}

// TestAfterwardsEveryLineForWhenItGetsWorseIsThere, and the choices are those of the
// result: who heard the first step a while ago has nothing else before her.
func TestAfterwardsEveryLineForWhenItGetsWorseIsThere(t *testing.T) {
	people(t, 200, func(t *testing.T, s spoken, v visit.Visit, at visit.Result) {
		p, afterwards := page.Of(s.words, v, page.Front{}), page.Afterwards(s.words, v)
		labels := func(p page.Page) (all []string) {
			for _, c := range p.Choices() {
				all = append(all, c.Label)
			}
			return all
		}
		if !slices.Equal(labels(p), labels(afterwards)) {
			t.Errorf("the choices are %q and afterwards %q", labels(p), labels(afterwards))
		}
		said := saysAll(afterwards)
		worse := strings.Index(said, s.words.Outcome.Worse)
		first := at.Plan.Steps[0]
		if begins := s.words.Outcome.Heading + "\n" + page.Soon(page.Hers(s.words, v.Said()), first.Clinician, first.Urgency) + "\n"; !strings.HasPrefix(said, begins) {
			t.Errorf("it does not begin with %q", begins)
		}
		for _, l := range questionnaire.UrgentLines(v.Region()) {
			if worse < 0 || !strings.Contains(said[worse:], l.Name) {
				t.Errorf("%s is not named for when it gets worse", l.ID)
			}
		}
	})
}

// TestWhenItGetsWorseItIsNeverACrisisLineAlone: the emergency number stands there, or whom
// it is for with it, also where one of both stands on the page already.
func TestWhenItGetsWorseItIsNeverACrisisLineAlone(t *testing.T) {
	seen := map[string]int{}
	people(t, 200, func(t *testing.T, s spoken, v visit.Visit, at visit.Result) {
		pages := []page.Page{page.Of(s.words, v, page.Front{})}
		for _, step := range at.Plan.Steps {
			pages = append(pages, opened(t, s, v, page.Card{Clinician: step.Clinician.ID}))
		}
		lines := questionnaire.UrgentLines(v.Region())
		call := strings.ReplaceAll(s.words.Outcome.WorseCall, "{emergency}", questionnaire.NumberOf(v.Region(), "emergency"))
		for _, p := range pages {
			text := saysAll(p)
			if at := strings.Index(text, s.words.Outcome.Worse); at >= 0 {
				seen["lines"]++
				for _, l := range lines {
					if !strings.Contains(text[at:], l.Name) {
						t.Errorf("when it gets worse %s is missing:\n%s", l.ID, text)
					}
				}
			}
			if at := strings.Index(text, s.words.Outcome.WorseOne); at >= 0 {
				seen["one"]++
				if !strings.Contains(text[at:], lines[0].Name) || lines[0].Kind != "emergency" {
					t.Errorf("when it gets worse there is another line than for an emergency:\n%s", text)
				}
			}
			if strings.Contains(text, call) {
				seen["call"]++
			}
		}
	})
	if seen["lines"] < 50 || seen["one"] < 10 || seen["call"] < 50 {
		t.Errorf("too few to tell: %v", seen)
	}
}

// TestNobodyCallsAnAmbulanceAboutWhatCanWait: where a region has no poison centre, the
// emergency number stands for one, and not for a question that can wait for weeks.
func TestNobodyCallsAnAmbulanceAboutWhatCanWait(t *testing.T) {
	seen := map[bool]int{}
	people(t, 200, func(t *testing.T, s spoken, v visit.Visit, at visit.Result) {
		emergency := questionnaire.UrgentLines(v.Region())[0]
		for _, b := range opened(t, s, v, page.Copying{}).Blocks {
			for _, step := range at.Plan.Steps {
				if !strings.HasPrefix(b.Text(), page.Soon(page.Hers(s.words, v.Said()), step.Clinician, step.Urgency)) {
					continue
				}
				said := strings.Contains(b.Text(), emergency.Name)
				seen[said]++
				if waits := step.Urgency < questionnaire.Soon; said && waits {
					t.Errorf("%s", b.Text())
				}
			}
		}
	})
	if seen[true] < 10 || seen[false] < 10 {
		t.Errorf("too few to tell: %v", seen)
	}
}

// TestWhatIsOpenStandsBeforeNoNumber: on a card that has a certain reason it is one row, after
// the lines; that row leads to all of it.
func TestWhatIsOpenStandsBeforeNoNumber(t *testing.T) {
	seen := 0
	people(t, 200, func(t *testing.T, s spoken, v visit.Visit, at visit.Result) {
		for _, step := range at.Plan.Steps {
			open := page.LeftOpen(s.words, v.Questionnaire().Formulary, step.Reasons[step.Certain:])
			items := slices.Concat(open.Unsure, open.Unknown, open.Declined)
			if step.Certain == 0 || len(items) == 0 {
				continue
			}
			seen++
			card := saysAll(opened(t, s, v, page.Card{Clinician: step.Clinician.ID}))
			row := strings.Index(card, s.words.Card.Open)
			for _, l := range questionnaire.UrgentLines(v.Region()) {
				if i := strings.LastIndex(card, l.Name); i > row {
					t.Errorf("%s stands after what is open:\n%s", l.ID, card)
				}
			}
			all := saysAll(opened(t, s, v, page.Unfolded{Clinician: step.Clinician.ID}))
			for _, item := range items {
				if row < 0 || !strings.Contains(all, item) {
					t.Errorf("nothing leads to %q", item)
				}
			}
		}
	})
	if seen < 50 {
		t.Errorf("only %d cards have something open", seen)
	}
}

// TestACardHasTheLinesThatServeItsStep before those for when it gets worse: the card of
// a crisis line has the number of one, although that stands below as well elsewhere.
func TestACardHasTheLinesThatServeItsStep(t *testing.T) {
	lines := 0
	people(t, 200, func(t *testing.T, s spoken, v visit.Visit, at visit.Result) {
		for _, step := range at.Plan.Steps {
			said := saysAll(opened(t, s, v, page.Card{Clinician: step.Clinician.ID}))
			if worse := strings.Index(said, s.words.Outcome.Worse); worse >= 0 {
				said = said[:worse]
			}
			var certain []*questionnaire.Rule
			for _, r := range step.Reasons[:step.Certain] {
				certain = append(certain, r.Rule)
			}
			for _, l := range questionnaire.StepLines(step.Clinician, certain, step.Urgency, v.Region()) {
				lines++
				if !strings.Contains(said, l.Name) {
					t.Errorf("the card of %s does not name %s where its lines are", step.Clinician.ID, l.ID)
				}
			}
		}
	})
	if lines == 0 {
		t.Error("no step has a line")
	}
}

// TestBeforeAnythingIsToldSheAsksWhatMustBeReported: it is the first of her words
// wherever they stand.
func TestBeforeAnythingIsToldSheAsksWhatMustBeReported(t *testing.T) {
	seen := 0
	people(t, 200, func(t *testing.T, s spoken, v visit.Visit, at visit.Result) {
		for _, step := range at.Plan.Steps {
			if !step.Words().ReportFirst {
				continue
			}
			seen++
			p := opened(t, s, v, page.Card{Clinician: step.Clinician.ID})
			first := slices.IndexFunc(p.Blocks, func(b page.Block) bool { return b.Manner == page.Quote })
			if first < 0 || p.Blocks[first].Text() != s.words.Card.Report {
				t.Errorf("%s hears something before that", step.Clinician.ID)
			}
			if step.Clinician.Line != "" {
				continue
			}
			held := opened(t, s, v, page.Showing{Clinician: step.Clinician.ID})
			if held.Blocks[1].Text() != s.words.Card.Report {
				t.Errorf("%s reads something before that", step.Clinician.ID)
			}
			// The page is not for one question alone: she asks for something too.
			if !slices.ContainsFunc(held.Blocks[2:], func(b page.Block) bool { return b.Manner == page.Loud && b.Text() != s.words.Card.Report }) {
				t.Errorf("%s reads nothing but that", step.Clinician.ID)
			}
			// Who reads the question has read what stands beneath it.
			for _, f := range slices.Concat(step.Words().Facts, step.Words().MoreFacts, v.Said().Medicines()) {
				if strings.Contains(saysAll(held), f.Text()) {
					t.Errorf("%s reads %q beneath the question", step.Clinician.ID, f.Text())
				}
			}
		}
	})
	if seen == 0 {
		t.Error("nobody has to ask")
	}
}

// TestHerOwnWordStays: a name that the list does not know is read back, and is in
// what a clinician reads.
func TestHerOwnWordStays(t *testing.T) {
	seen := 0
	people(t, 200, func(t *testing.T, s spoken, v visit.Visit, at visit.Result) {
		for _, x := range v.Said().Asked() {
			for _, taken := range v.Said().Reply(x).Taken {
				if taken.Typed == nil {
					continue
				}
				seen++
				if said := page.Replied(s.words, s.q.Formulary, x, v.Said().Reply(x)); !strings.Contains(strings.ToLower(said), strings.ToLower(taken.Typed.String())) {
					t.Errorf("%q is read back as %q", taken.Typed.String(), said)
				}
			}
		}
	})
	if seen == 0 {
		t.Error("nobody typed a name")
	}
}

// TestWhatIsOpenNeverContradictsATalk: whoever goes through what she left open has one
// urgency beside her talk with the same person, or the page says why there are two. It is
// never later than the gravest of what is open would be if it were so.
func TestWhatIsOpenNeverContradictsATalk(t *testing.T) {
	seen := map[string]int{}
	people(t, 80, func(t *testing.T, s spoken, v visit.Visit, at visit.Result) {
		o := at.Plan.Open
		if o.None() {
			return
		}
		says, urgency := s.words.Open.With, o.Urgency
		if step := at.Plan.With(o.With); step != nil && step.Urgency >= o.Urgency {
			says, urgency = s.words.Open.Along, step.Urgency
		} else if step != nil {
			says = s.words.Open.Sooner
		}
		seen[says]++
		want := wording.Fill(says, "who", o.With.Name, "urgency", page.Urgent(s.words, urgency))
		undecided := strings.ReplaceAll(want, s.words.Urgency.BeforeDeciding, s.words.Urgency.Undecided) // of who decides nothing
		if got := textOf(opened(t, s, v, page.Unfolded{})); urgency < o.Urgency || !strings.Contains(got, want) && !strings.Contains(got, undecided) {
			t.Errorf("what is open does not say: %s\n%s", want, got)
		}
	})
	for _, s := range languages() {
		for _, says := range []string{s.words.Open.Along, s.words.Open.Sooner} {
			if seen[says] == 0 {
				t.Errorf("nobody reads: %s", says)
			}
		}
	}
}

// TestALineThatCanTakeItAllHasItsNumberOnTheCard: "you can take all of this to a help
// line too" helps nobody without one to call.
func TestALineThatCanTakeItAllHasItsNumberOnTheCard(t *testing.T) {
	seen := 0
	people(t, 60, func(t *testing.T, s spoken, v visit.Visit, at visit.Result) {
		for _, step := range at.Plan.Steps {
			for _, who := range step.Others() {
				if who.Line == "" {
					continue
				}
				seen++
				lines := v.Region().LinesOf(who.Line)
				text := textOf(opened(t, s, v, page.Card{Clinician: step.Clinician.ID}))
				if !slices.ContainsFunc(lines, func(l *questionnaire.HelpLine) bool { return strings.Contains(text, l.Name) }) {
					t.Errorf("the card of %s names %s, and none of its lines", step.Clinician.ID, who.ID)
				}
			}
		}
	})
	if seen < 10 {
		t.Errorf("only %d cards name a line", seen)
	}
}

// TestWhatChangedStandsBeneathTheFirstStep: whoever comes back with a graver answer reads
// whom to call before she reads what that answer changed, once, however short the result is.
func TestWhatChangedStandsBeneathTheFirstStep(t *testing.T) {
	changes := 0
	people(t, 12, func(t *testing.T, s spoken, v visit.Visit, at visit.Result) {
		for i, q := range s.q.Questions {
			if i != 0 && q.ID != "feeding" { // the gravest, and one that is not
				continue
			}
			again := v.Did(visit.Reread{}).Did(visit.Reopened{Question: q.ID}).Did(visit.Replied{Reply: questionnaire.Reply{Kind: questionnaire.Definite, Answers: []int{0}}})
			for range 4 { // a page of danger, and the review
				again = again.Did(visit.WentOn{})
			}
			at, ok := again.Where().(visit.Result)
			if !ok || at.Change == nil {
				continue
			}
			changes++
			p, want := page.Of(s.words, again, page.Front{}), page.Changed(page.Hers(s.words, again.Said()), at.Change)
			if first := p.Blocks[1]; first.Manner != page.Act {
				t.Errorf("%s: the result begins with %q", q.ID, first.Text())
			}
			if got := strings.Count(textOf(p), want[0].Text()); got != 1 {
				t.Errorf("%s: %q is said %d times", q.ID, want[0].Text(), got)
			}
		}
	})
	if changes < 20 {
		t.Errorf("only %d changes were tried", changes)
	}
}

// TestWhatIsForTodayDoesNotHide: the line that leads to what she left open names how soon and whom
// where something of it would be for today, once, and nowhere else.
func TestWhatIsForTodayDoesNotHide(t *testing.T) {
	seen := map[bool]int{}
	people(t, 150, func(t *testing.T, s spoken, v visit.Visit, at visit.Result) {
		open, p := at.Plan.Open, page.Of(s.words, v, page.Front{})
		for _, c := range p.Choices() {
			if c.Opens != (page.Unfolded{}) {
				continue
			}
			today := len(at.Plan.Steps) > 0 && len(open.Questions()) > 0 && open.Urgency >= questionnaire.Today
			seen[today]++
			soon := strings.ToLower(page.Urgent(s.words, open.Urgency))
			if says := strings.Contains(c.Label, soon) && strings.HasSuffix(strings.ToLower(c.Label), strings.ToLower(open.With.Name)); says != today {
				t.Errorf("%s of %s: %q", soon, open.With.ID, c.Label)
			}
		}
	})
	if seen[true] < 20 || seen[false] < 20 {
		t.Errorf("only %v", seen)
	}
}

// TestANumberToCopySaysWhoseItIs: on the page to copy with a pen no number of somebody else stands
// beside a person without the name of who answers.
func TestANumberToCopySaysWhoseItIs(t *testing.T) {
	seen := 0
	people(t, 150, func(t *testing.T, s spoken, v visit.Visit, at visit.Result) {
		p, ok := page.Over(s.words, v, page.Copying{})
		if !ok {
			return
		}
		for _, step := range at.Plan.Steps {
			for _, b := range p.Blocks {
				if b.Manner != page.LineAbout || !strings.HasPrefix(b.Text(), step.Clinician.Name) {
					continue
				}
				for _, l := range v.Region().Lines {
					of := len(step.Clinician.Lines) > 0 && step.Clinician.Lines[0] == l.Kind && slices.Contains([]string{"emergency", "poison", "violence"}, l.Kind)
					if l.Call == "" || step.Clinician.Line == l.Kind || of || !strings.Contains(b.Text()+" ", page.Contacts(s.words, l)[0]+")") && !strings.Contains(b.Text(), page.Contacts(s.words, l)[0]+":") {
						continue
					}
					seen++
					if !slices.ContainsFunc(v.Region().Lines, func(o *questionnaire.HelpLine) bool { return o.Call == l.Call && strings.Contains(b.Text(), o.Name) }) {
						t.Errorf("%s does not say whose number that is", b.Text())
					}
				}
			}
		}
	})
	if seen < 50 {
		t.Errorf("only %d numbers", seen)
	}
}
