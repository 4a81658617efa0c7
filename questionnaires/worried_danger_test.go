package questionnaires_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/wording"
)

// seen is one answer of somebody who is worried.
type seen struct{ question, answer string }

// signs are what is a danger to her or to a child, from the papers: what an ambulance
// must hear of, whatever else it is called for. To be alone is one of them.
var signs = []seen{
	{"mind", "strange-beliefs"}, {"mind", "not-herself"}, {"mind", "hardly-sleeps"}, {"mind", "talks-of-death"}, {"mind", "may-harm"}, {"mind", "afraid-of-baby"},
	{"might-act", "yes"},
	{"body", "hard-to-wake"}, {"body", "chest-breath"}, {"body", "head-sight"}, {"body", "around-birth"}, {"body", "hot-stiff"},
	{"took", "took-unwell"}, {"took", "took-too-much"}, {"took", "took-well"},
	{"child", "baby-drowsy"}, {"child", "swallowed"},
	{"with-her", "alone-with-baby"}, {"with-her", "alone-with-child"}, {"with-her", "alone"},
}

// An ambulance comes for the first kind whoever is there; for the second around a
// birth or after an earlier illness; for the third when she is alone. Of the pairs each
// alone would not call one: what was taken with talk of death, and hardly any sleep with
// the red flags of the reports on mothers' deaths.
var (
	forAnybody = []string{"strange-beliefs", "not-herself", "may-harm", "yes", "hard-to-wake", "chest-breath", "head-sight", "around-birth", "hot-stiff", "baby-drowsy", "swallowed"}
	atRisk     = []string{"hardly-sleeps"}
	whenAlone  = []string{"talks-of-death", "took-unwell", "took-too-much"}
	together   = [][2]string{
		{"talks-of-death", "took-unwell"}, {"talks-of-death", "took-too-much"}, {"talks-of-death", "took-well"},
		{"hardly-sleeps", "talks-of-death"}, {"hardly-sleeps", "afraid-of-baby"},
	}
)

// pasts are what else is known of her, none of which may push a danger out of what an
// ambulance hears: nothing, and as much as can be.
var pasts = [][]seen{
	nil,
	{{"around", "birth-6-months"}, {"history", "bipolar"}, {"history", "high-times"}, {"history", "psychosis"}, {"history", "in-family"}, {"took", "stopped-medicine"}, {"body", "not-eating"}, {"low", "most-days"}},
	{{"around", "baby-died"}, {"history", "in-family"}},
}

// everyFew calls for each one, two and three of the signs that one person can show.
func everyFew(do func(few []seen)) {
	var add func(few []seen, from int)
	add = func(few []seen, from int) {
		if len(few) > 0 {
			do(few)
		}
		for i := from; i < len(signs) && len(few) < 3; i++ {
			if s := signs[i]; s.question != "with-her" || !slices.ContainsFunc(few, func(o seen) bool { return o.question == s.question }) {
				add(append(slices.Clone(few), s), i+1)
			}
		}
	}
	add(nil, 0)
}

// walked is somebody's way through the questions, with the pages that interrupted it.
type walked struct {
	screening.State
	pages [][]*questionnaire.Rule
}

// walk answers as said, and all else with what counts for nothing.
func walk(t *testing.T, q *questionnaire.Questionnaire, said []seen) walked {
	t.Helper()
	if slices.Contains(said, seen{"might-act", "yes"}) && !slices.Contains(said, seen{"mind", "talks-of-death"}) {
		said = append(said, seen{"mind", "talks-of-death"}) // or it is not asked
	}
	w := walked{State: screening.Start(q)}
	for {
		next := w.Next()
		switch {
		case len(next.Interrupt) > 0:
			w.pages = append(w.pages, next.Interrupt)
			w.State = w.Seen(next.Interrupt)
		case next.Question == nil:
			return w
		default:
			var ids []string
			for _, s := range said {
				if s.question == next.Question.ID {
					ids = append(ids, s.answer)
				}
			}
			for _, id := range []string{"none", "no", "rarely", "somebody"} {
				if len(ids) == 0 && slices.ContainsFunc(next.Question.Answers, func(a *questionnaire.Answer) bool { return a.ID == id }) {
					ids = []string{id}
				}
			}
			reply, err := next.Question.Reply(ids...)
			if err != nil {
				t.Fatal(next.Question.ID, ids, err)
			}
			w.State = w.Answer(next.Question, reply)
		}
	}
}

// has tells whether one of these answers is among those said.
func has(said []seen, answers ...string) bool {
	return slices.ContainsFunc(said, func(s seen) bool { return slices.Contains(answers, s.answer) })
}

// TestAnAmbulanceHearsOfEachDanger: who is called for her sleep hears that she speaks of
// death, and whoever is called for anything that she is alone with a baby. What was
// before, such as an illness of her sister, is told after all of that.
func TestAnAmbulanceHearsOfEachDanger(t *testing.T) {
	q := worried(t)["en"]
	who := q.Clinician("emergency-services")
	ambulances := 0
	for _, past := range pasts {
		everyFew(func(few []seen) {
			if t.Failed() {
				return
			}
			w := walk(t, q, slices.Concat(few, past))
			alone, withChild := has(few, "alone-with-baby", "alone-with-child", "alone"), has(few, "alone-with-baby", "alone-with-child")
			hers := has(few, forAnybody[:len(forAnybody)-2]...)
			pair := slices.ContainsFunc(together, func(p [2]string) bool { return has(few, p[0]) && has(few, p[1]) })
			due := has(few, forAnybody...) || pair || past != nil && has(few, atRisk...) || alone && has(few, whenAlone...)
			step := w.Plan(nil).With(who)
			if (step != nil && step.Certain > 0) != due {
				t.Errorf("%v and %v: an ambulance comes: %v", few, past, step != nil)
			}
			if !due || step == nil {
				return
			}
			ambulances++
			if step.Urgency != questionnaire.Now {
				t.Errorf("%v and %v: an ambulance comes %v", few, past, step.Urgency)
			}
			words := step.Words()
			for _, s := range few {
				if !slices.ContainsFunc(words.Facts, func(f screening.Fact) bool { return f.Question.ID == s.question && f.Answer.ID == s.answer }) {
					t.Errorf("%v and %v: an ambulance does not hear of %v: %v, and then %v", few, past, s, texts(words.Facts), texts(words.MoreFacts))
				}
			}
			// Another adult is to go there, and a page says so.
			inDanger := hers || pair || past != nil && has(few, atRisk...) || has(few, whenAlone...)
			goes := func(r *questionnaire.Rule) bool {
				return strings.Contains(r.First, "{emergency} now, and go to her") || strings.Contains(r.First, "{emergency} now, and do not leave her alone")
			}
			if (alone && inDanger || withChild && has(few, "baby-drowsy")) && !slices.ContainsFunc(w.pages, func(rules []*questionnaire.Rule) bool { return slices.ContainsFunc(rules, goes) }) {
				t.Errorf("%v and %v: no page says that somebody is to go to her", few, past)
			}
			if withChild && inDanger && !strings.Contains(words.Requests[0].Text, "to the child") {
				t.Errorf("%v and %v: nobody is asked to go to the child: %s", few, past, words.Requests[0].Text)
			}
		})
	}
	if ambulances < 3000 {
		t.Errorf("only %d ambulances", ambulances)
	}
}

func texts(facts []screening.Fact) []string {
	var all []string
	for _, f := range facts {
		all = append(all, f.Text())
	}
	return all
}

// TestAnAmbulanceHearsOfALossAndAnEarlierIllness: where there is room, who comes for a
// change of her mind hears what was before, and nothing of a birth after a loss.
func TestAnAmbulanceHearsOfALossAndAnEarlierIllness(t *testing.T) {
	q := worried(t)["en"]
	for _, sign := range []string{"strange-beliefs", "not-herself", "may-harm"} {
		for around, says := range map[string]string{"pregnant": "She is pregnant.", "may-be-pregnant": "She may be pregnant.", "birth-6-months": "She gave birth in the last six months.",
			"loss": "A pregnancy of hers ended in the last six months.", "baby-died": "A baby of hers died in the last six months."} {
			w := walk(t, q, []seen{{"mind", sign}, {"around", around}, {"history", "bipolar"}})
			words := w.Plan(nil).With(q.Clinician("emergency-services")).Words()
			if got := texts(words.Facts); len(got) != 3 || got[1] != says || got[2] != "She has bipolar disorder." {
				t.Errorf("%s, %s: an ambulance hears %v", sign, around, got)
			}
			for _, r := range words.Requests {
				if strings.Contains(r.Text, "birth") {
					t.Errorf("%s, %s: %s", sign, around, r.Text)
				}
			}
		}
	}
	for language, q := range worried(t) {
		for _, lost := range []string{"loss", "baby-died"} {
			sorry := map[string]string{"en": "We are sorry.", "es": "Lo sentimos"}[language]
			said := func(s screening.Step) bool {
				return slices.ContainsFunc(s.Reasons, func(r screening.Reason) bool { return strings.HasPrefix(r.Rule.Reason, sorry) })
			}
			if !slices.ContainsFunc(walk(t, q, []seen{{"around", lost}}).Plan(nil).Steps, said) {
				t.Errorf("%s: nobody is sorry for %s", language, lost)
			}
		}
	}
}

// TestWhomAPageSaysToCallFirst: where a page has two headings that name different
// numbers, the ambulance's is the first, and says that it is. The number that the first
// heading names is the first of the lines under it.
func TestWhomAPageSaysToCallFirst(t *testing.T) {
	first := map[string]string{"en": "before anyone else", "es": "antes que a nadie"}
	together := 0
	for language, q := range worried(t) {
		words := wording.In(language)
		look := func(said []seen) {
			for _, rules := range walk(t, q, said).pages {
				most := rules[0].Urgency
				acting := slices.DeleteFunc(slices.Clone(rules), func(r *questionnaire.Rule) bool { return r.Urgency < most })
				calls := func(r *questionnaire.Rule, kind string) bool { return strings.Contains(r.First, "{"+kind+"}") }
				other := slices.ContainsFunc(acting, func(r *questionnaire.Rule) bool { return !calls(r, "emergency") })
				ambulance := slices.ContainsFunc(acting, func(r *questionnaire.Rule) bool { return calls(r, "emergency") })
				if other && ambulance {
					together++
					if !calls(acting[0], "emergency") || !strings.Contains(acting[0].First, first[language]) {
						t.Errorf("%s, %v: two headings, and the first of them is %s", language, said, acting[0].First)
					}
				}
				below := acting[0].ID == "i-am-not-safe" // its heading sends to the lines
				for _, region := range q.Regions {
					lines := questionnaire.InterruptLines(rules, region)
					if calls(acting[0], "emergency") && !below && lines[0].Kind != "emergency" {
						t.Errorf("%s, %s, %v: %q, and the first line is %s", language, region.ID, said, page.FirstAct(words, acting[0].First, region), lines[0].ID)
					}
				}
			}
		}
		everyFew(func(few []seen) {
			if !t.Failed() {
				look(few)
			}
		})
		look([]seen{{"took", "took-unwell"}, {"body", questionnaire.NotSure}})
		look([]seen{{"mind", "talks-of-death"}, {"mind", questionnaire.NotSure}})
	}
	if together == 0 {
		t.Error("no page has two headings")
	}
}

// TestNoCrisisLineServesABody: also not where she is alone.
func TestNoCrisisLineServesABody(t *testing.T) {
	q := worried(t)["en"]
	for _, id := range []string{"body-danger", "birth-danger", "taken-and-nobody-knows", "baby-drowsy", "alone-and-unwell"} {
		for _, region := range q.Regions {
			for _, l := range questionnaire.InterruptLines([]*questionnaire.Rule{q.Rule(id)}, region) {
				if l.Kind != "emergency" {
					t.Errorf("%s in %s: %s", id, region.ID, l.ID)
				}
			}
		}
	}
}

// soonAsked are requests to see her, and to be with her, with how soon.
var soonAsked = map[string][]*regexp.Regexp{
	"en": {
		regexp.MustCompile(`(?i)\b(seen|see her|assessed|look at)\b[^.?]*\b(now|today)\b`),
		regexp.MustCompile(`(?i)\b(be with her|go to her|adult there)\b[^.?]*\b(now|today)\b`),
	},
	"es": {
		regexp.MustCompile(`(?i)\b(ver|verla|examinar|valorar)\b[^.?]*\b(ahora|hoy)\b`),
		regexp.MustCompile(`(?i)\b(estar|ir|haya)\b[^.?]*\bahora\b`),
	},
}

// TestHowSoonIsSaidOnce: "Can she be seen now? Can she be seen today?" sounds as if
// the first had not been heard.
func TestHowSoonIsSaidOnce(t *testing.T) {
	for language, q := range worried(t) {
		for i, twice := range [][2]string{
			{"Can she be seen now? Can somebody see her today, and ask her what she fears?", "¿La pueden ver ahora? ¿Puede alguien verla hoy, y preguntarle qué teme?"},
			{"Can someone go to her now? Can someone be with her now?", "¿Puede ir alguien con ella ahora? ¿Puede alguien estar con ella ahora?"},
		} {
			if found := howSoon(twice[map[string]int{"en": 0, "es": 1}[language]], soonAsked[language][i]); len(found) != 2 {
				t.Fatalf("%s: %q is how soon in %v", language, found, twice)
			}
		}
		for _, past := range pasts {
			everyFew(func(few []seen) {
				if t.Failed() {
					return
				}
				for _, step := range walk(t, q, slices.Concat(few, past)).Plan(nil).Steps {
					words := step.Words()
					for _, asked := range soonAsked[language] {
						var soon []string
						for _, r := range slices.Concat(words.Requests, words.MoreRequests) {
							soon = append(soon, howSoon(r.Text, asked)...)
						}
						if len(soon) > 1 {
							t.Errorf("%s, %v and %v, %s: %q", language, few, past, step.Clinician.ID, soon)
						}
					}
				}
			})
		}
	}
}

// howSoon are the sentences that ask for this.
func howSoon(text string, asked *regexp.Regexp) []string {
	return slices.DeleteFunc(strings.SplitAfter(text, "?"), func(sentence string) bool { return !asked.MatchString(sentence) })
}

// TestAChildWhoSwallowedIsAPoisonCentresFirst: what else is seen does not put the ambulance
// before it, as long as it would not come for that.
func TestAChildWhoSwallowedIsAPoisonCentresFirst(t *testing.T) {
	q := worried(t)["en"]
	for _, other := range []seen{{"mind", "hardly-sleeps"}, {"mind", "afraid-of-baby"}, {"mind", "talks-of-death"}, {"took", "took-well"}, {"took", "took-unwell"}} {
		if steps := walk(t, q, []seen{{"child", "swallowed"}, other}).Plan(nil).Steps; steps[0].Clinician.ID != "poison-centre" {
			t.Errorf("%v: %s comes first", other, steps[0].Clinician.ID)
		}
	}
}

// TestTwoDangersAreToldOnceAtOnce: whoever took something and speaks of death has a page of
// both, with the ambulance first. What is said there names each once, and an ambulance hears
// of both before anything else.
func TestTwoDangersAreToldOnceAtOnce(t *testing.T) {
	for language, q := range worried(t) {
		said := func(question, answer string) string {
			for _, asked := range q.Questions {
				for _, a := range asked.Answers {
					if asked.ID == question && a.ID == answer {
						return a.Said
					}
				}
			}
			t.Fatal(question, answer)
			return ""
		}
		for _, took := range []string{"took-unwell", "took-too-much", "took-well"} {
			for _, past := range pasts {
				w := walk(t, q, slices.Concat([]seen{{"mind", "talks-of-death"}, {"took", took}}, past))
				last := w.pages[len(w.pages)-1]
				if last[0].ID != "taken-and-speaks-of-death" {
					t.Errorf("%s, %s: the page opens with %s", language, took, last[0].ID)
				}
				want := []string{said("mind", "talks-of-death"), said("took", took)}
				for place, words := range map[string]screening.Words{"page": w.WordsFor(last), "step": w.Plan(nil).With(q.Clinician("emergency-services")).Words()} {
					got := texts(words.Facts)
					if slices.Sort(want); len(got) < 2 || !slices.Equal(slices.Sorted(slices.Values(got[:2])), want) {
						t.Errorf("%s, %s, %s: %q, want first %q", language, took, place, got, want)
					}
					for _, fact := range want {
						if n := strings.Count(strings.Join(got, " "), fact); n != 1 {
							t.Errorf("%s, %s, %s: %d times %q", language, took, place, n, fact)
						}
					}
				}
			}
		}
	}
}

// TestAFactOfSeveralIsTrueOfEach: a fact is one thing that the answer makes true. Where the
// answer holds several, such as "confused, suspicious, or not herself", the fact leaves no
// "or" to be resolved aloud, and names no two of them as examples: whoever is not confused
// would say that she is. Both questionnaires, each language.
func TestAFactOfSeveralIsTrueOfEach(t *testing.T) {
	or := map[string]*regexp.Regexp{"en": regexp.MustCompile(`(?i)\bor\b`), "es": regexp.MustCompile(`(?i)(?:^|\PL)[ou](?:$|\PL)`)}
	example := map[string]*regexp.Regexp{"en": regexp.MustCompile(`(?i)\b(such as|for example|like)\b`), "es": regexp.MustCompile(`(?i)(?:^|\PL)(como|por ejemplo)(?:$|\PL)`)}
	// A child of either sex, one span of time, and "as ever" are one thing each.
	one := map[string]*strings.Replacer{
		"en": strings.NewReplacer("today or last night", "", "feel like something", ""),
		"es": strings.NewReplacer("una niña o un niño", "", "Una niña o un niño", "", "La niña o el niño", "", "hoy o anoche", "", "como siempre", "", "como antes", "", "como real", ""),
	}
	looked := 0
	for name, languages := range toldEverywhere(t) {
		for language, q := range languages {
			for _, question := range q.Questions {
				for _, a := range question.Answers {
					looked++
					said := one[language].Replace(a.Said)
					if or[language].MatchString(said) || example[language].MatchString(said) {
						t.Errorf("%s in %s, %s: %s", name, language, a.ID, a.Said)
					}
				}
			}
		}
	}
	if looked < 400 {
		t.Errorf("only %d answers", looked)
	}
	for _, wrong := range []string{"She has a sign such as fever and pain.", "I have a sign like a fever."} {
		if !example["en"].MatchString(wrong) {
			t.Errorf("%q passes", wrong)
		}
	}
	if !example["es"].MatchString("Ella tiene una señal como fiebre y dolor.") {
		t.Error("the Spanish example passes")
	}
}
