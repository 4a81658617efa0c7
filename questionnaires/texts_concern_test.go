package questionnaires_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/screening"
)

// reader is somebody to whom texts are offered. What she may have said is written
// here a second time, by single answers: neither by the conditions of the texts nor by
// those with a name, so that a slip in one of them is seen.
type reader struct {
	q     *questionnaire.Questionnaire
	state screening.State
	asked []*questionnaire.Question
}

// may tells whether one of these is so, or may be: she is not sure, does not say, or
// leaves something open beside what she says.
func (r reader) may(question string, of ...string) bool {
	asked := r.q.Question(question)
	if !slices.Contains(r.asked, asked) {
		return false
	}
	reply := r.state.Reply(asked)
	if reply.Kind != questionnaire.Definite || reply.RestUnsure {
		return true
	}
	for _, a := range reply.Answers {
		if asked.Answers[a].Unknown || slices.Contains(of, asked.Answers[a].ID) {
			return true
		}
	}
	return slices.ContainsFunc(reply.Taken, func(taken questionnaire.Taken) bool {
		if taken.Medicine == questionnaire.UnlistedMedicine {
			return true
		}
		m := r.q.Formulary.Medicines[taken.Medicine]
		// One of a kind may be each that its list names.
		return r.isOneOf(m, of) || slices.ContainsFunc(r.q.Formulary.Medicines, func(other *questionnaire.Medicine) bool {
			return len(other.OneOf) == 0 && r.isOneOf(other, m.OneOf) && r.isOneOf(other, of)
		})
	})
}

// isOneOf reports whether a medicine has one of these names, or is in a class of them.
func (r reader) isOneOf(m *questionnaire.Medicine, of []string) bool {
	return slices.ContainsFunc(of, func(word string) bool {
		class := r.q.Formulary.Class(word)
		return m.Generic == word || class != nil && m.In(class)
	})
}

func (r reader) medicines(of ...string) bool { return r.may("medicines", of...) }

func (r reader) thinks() bool {
	return r.may("using", "curious", "planning", "taking", "stopped-recently")
}

func (r reader) milk() bool {
	return r.may("feeding", "all-milk", "some-milk", "pumping-only", "planning", "stopping")
}

// lost is a loss of which nothing is left open.
func (r reader) lost() bool {
	since := r.q.Question("since-birth")
	loss := slices.IndexFunc(since.Answers, func(a *questionnaire.Answer) bool { return a.ID == "loss" })
	return slices.Contains(r.asked, since) && r.state.Reply(since).Kind == questionnaire.Definite && r.state.Reply(since).Has(loss)
}

// childless tells that no answer of hers may speak of a child who lives with her, is
// born to her or drinks her milk.
func (r reader) childless() bool {
	return !r.may("baby-lives", "me", "hospital", "other") && !r.may("feeding", "all-milk", "some-milk", "pumping-only") && (r.lost() || !r.may("feeding", "stopping")) &&
		!r.may("support", "bed-sharing", "alone") && !r.may("contents", "in-reach") && !r.may("right-now", "child-swallowed") && !r.may("noticed", "baby-changed")
}

// pregnancyBehindOrAhead is a pregnancy now, wished for, or in the past two years.
func (r reader) pregnancyBehindOrAhead() bool {
	return r.may("pregnancy", "trying", "could-be", "first", "second", "third", "pregnant-unsure-weeks") ||
		r.may("since-birth", "birth-0-6-weeks", "birth-to-6-months", "birth-to-2-years", "loss")
}

// text says to whom one may be offered. Of one that is exact it must be offered to all
// those for whom a rule names it.
type text struct {
	may   func(reader) bool
	exact bool
}

func forMedicines(of ...string) text {
	return text{func(r reader) bool { return r.medicines(of...) }, true}
}

var forThinking = text{reader.thinks, true}

// concerned are the texts that speak of a class of medicines, of psychedelics and of
// nothing else, of milk, of a loss, and of a baby.
var concerned = map[string]text{
	"ssri-snri": forMedicines("ssri", "snri", "tricyclic", "antidepressant-other"),
	"maoi": {func(r reader) bool {
		return r.medicines("maoi", "maoi-hidden", "maoi-plant") || r.may("which", "ayahuasca-or-dmt", "something-else")
	}, true},
	"lithium":                  forMedicines("lithium"),
	"serotonergic-painkillers": forMedicines("opioid-serotonergic", "cough-dextromethorphan"),
	"bupropion":                forMedicines("bupropion"),
	"antipsychotics":           forMedicines("antipsychotic", "alprazolam with sulpiride"),
	"epilepsy-mood-medicines":  forMedicines("lamotrigine", "anticonvulsant"),
	"calming-medicines": {func(r reader) bool {
		return r.medicines("sleepiness-and-breathing") || r.may("substances", "alcohol-daily", "opioids", "sedatives")
	}, true},
	"opioids-and-treatment": {func(r reader) bool {
		return r.medicines("opioid", "opioid-serotonergic", "opioid-treatment", "kratom") || r.may("substances", "opioids", "recovery") || r.may("which", "ibogaine")
	}, true},
	"migraine-medicines":     forMedicines("triptan", "ergot", "given-for-bleeding-after-birth", "serotonin-blocker"),
	"nausea-medicines":       forMedicines("antiemetic-setron", "antiemetic-dopamine", "doxylamine", "doxylamine with pyridoxine", "domperidone"),
	"zuranolone-brexanolone": forMedicines("postpartum-neurosteroid"),
	"milk-stopping-tablets":  forMedicines("dopamine-agonist"),
	"adhd-medicines":         forMedicines("stimulant", "adhd-non-stimulant"),
	"heart-and-pressure-medicines": forMedicines("heart-rhythm", "may-touch-heart-rhythm", "heart-rhythm-medicine", "beta-blocker", "blood-pressure-medicine",
		"tocolytic", "magnesium sulfate", "decongestant", "ketamine-medical"),
	"herbs-and-supplements":  forMedicines("herb-serotonin", "herb-other", "psychoactive-plant", "maoi-plant"),
	"hiv-fungal-antibiotics": forMedicines("hiv-booster", "antifungal"),
	"nothing-known":          forMedicines("any-medicine"),
	"two-medicines-together": {func(r reader) bool {
		return r.medicines("any-medicine") || r.may("substances", "opioids", "sedatives")
	}, false},

	"what-microdosing-is":      forThinking,
	"what-trials-found":        forThinking,
	"not-the-same-as-therapy":  forThinking,
	"expectation":              forThinking,
	"bipolar-and-psychedelics": forThinking,
	"online-about-milk":        forThinking,
	"if-already-using":         forThinking,
	"lasting-changes":          forThinking,
	"after-and-between":        forThinking,
	"your-experience-counts":   forThinking,

	"milk-data":    {func(r reader) bool { return r.milk() && !(r.lost() && r.childless() && !r.may("feeding", "planning")) }, false},
	"after-a-loss": {func(r reader) bool { return r.may("since-birth", "loss") || r.may("baby-lives", "died") }, true},
	"tired-body": {func(r reader) bool {
		return r.may("pregnancy", "first", "second", "third", "pregnant-unsure-weeks") || r.may("since-birth", "birth-0-6-weeks", "birth-to-6-months", "birth-to-2-years") || !r.childless()
	}, false},
	"children-at-home": {func(r reader) bool {
		return !r.lost() || !r.childless() || r.may("since-birth", "birth-0-6-weeks", "birth-to-6-months", "birth-to-2-years")
	}, false},
	"pregnancy-data": {reader.pregnancyBehindOrAhead, false},
	"psychosis-after-birth": {func(r reader) bool {
		return r.pregnancyBehindOrAhead() || !r.childless() || r.may("right-now", "no-sleep-wired", "not-myself") || r.may("noticed", "less-sleep", "unreal") ||
			r.may("feelings", "cut-off", "sudden-change", "better-without-me", "ending-my-life") || r.may("thoughts", "make-sense", "unsure-which")
	}, false},
}

// TestATextIsOfferedOnlyToWhomItMayConcern: on the people of the scenarios, and on many
// for each rule that names a text. Who takes lithium and feeds is offered nothing on
// tramadol, and who said no to taking and thinking nothing on microdosing; who is not
// sure is offered no less.
func TestATextIsOfferedOnlyToWhomItMayConcern(t *testing.T) {
	q := maternal(t)
	everyone := newCrowd(q)
	offered, spared := map[string]int{}, map[string]int{}
	look := func(who string, s screening.State) {
		r := reader{q, s, s.Asked()}
		learn := s.Plan(nil).Learn()
		for id, is := range concerned {
			e := q.Text(id)
			has, may := slices.Contains(learn, e), is.may(r)
			named := slices.ContainsFunc(s.Fires(), func(f screening.Fire) bool { return slices.Contains(f.Rule.Learn, e) })
			switch {
			case has:
				offered[id]++
			case named:
				spared[id]++
			}
			if has && !may || named && is.exact && may && !has {
				t.Errorf("%s: text %s is offered: %v; may concern her: %v", who, id, has, may)
			}
		}
	}
	for _, sc := range q.Scenarios {
		s := screening.Start(q).Enough()
		for _, question := range q.Questions {
			if reply, ok := scenario.ReplyOf(sc.Person, question); ok {
				s = s.Answer(question, reply)
			}
		}
		look("scenario "+sc.ID, s)
	}
	for i, rule := range q.Rules {
		if len(rule.Learn) == 0 {
			continue
		}
		random := rand.New(rand.NewPCG(17, uint64(i)))
		for n := range 6 {
			if p := everyone.person(random, rule.When); !t.Failed() {
				look(fmt.Sprintf("rule %s, person %d: %v", rule.ID, n, p), p.state(q))
			}
		}
	}
	for id := range concerned {
		if q.Text(id) == nil {
			t.Errorf("no text is called %q", id)
		} else if offered[id] == 0 {
			t.Errorf("text %s is offered to nobody", id)
		}
	}
	t.Log("offered", offered, "named by a rule and not offered", spared)
}

// TestWhatJarredIsGone: people for whom a rule was meant for several kinds of them.
func TestWhatJarredIsGone(t *testing.T) {
	q := maternal(t)
	lithium := takes(t, q.Formulary.ByGeneric("lithium"), "taking")
	for _, c := range []struct {
		name      string
		said      []questionnaire.Given
		not, told []string
	}{
		{"who takes lithium and feeds", []questionnaire.Given{given(t, "feeding", "all-milk"), given(t, "baby", "over-6-months"), given(t, "using", "no"), lithium},
			[]string{"serotonergic-painkillers", "opioids-and-treatment", "online-about-milk", "what-microdosing-is"}, []string{"lithium", "milk-data", "stopping-suddenly"}},
		{"who is low and thinks of nothing", []questionnaire.Given{given(t, "using", "no"), given(t, "low-history", "low-most-days"), given(t, "since-birth", "birth-to-6-months")},
			[]string{"not-the-same-as-therapy", "what-microdosing-is", "what-trials-found"}, []string{"treatments-that-work", "children-at-home"}},
		{"who weans", []questionnaire.Given{given(t, "feeding", "stopping"), given(t, "since-birth", "birth-to-6-months")}, []string{"after-a-loss"}, []string{"milk-data"}},
		{"whose milk came after a loss", []questionnaire.Given{given(t, "feeding", "stopping"), given(t, "since-birth", "loss"), given(t, "loss-when", "loss-0-6-weeks"), given(t, "support", "none")},
			[]string{"milk-data", "tired-body", "children-at-home"}, []string{"after-a-loss", "psychosis-after-birth"}},
		{"who takes a pressure medicine and is pregnant", []questionnaire.Given{given(t, "pregnancy", "second"), takes(t, q.Formulary.ByGeneric("enalapril"), "taking")},
			[]string{"epilepsy-mood-medicines"}, []string{"heart-and-pressure-medicines", "pregnancy-data"}},
	} {
		learn := outcomeFor(t, c.said...).Learn()
		for _, id := range c.not {
			if slices.Contains(learn, q.Text(id)) {
				t.Errorf("%s is offered %s", c.name, id)
			}
		}
		for _, id := range c.told {
			if !slices.Contains(learn, q.Text(id)) {
				t.Errorf("%s is not offered %s", c.name, id)
			}
		}
	}
}
