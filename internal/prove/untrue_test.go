package prove

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// claiming are words that a drawn text can have, and the ways to write them.
var claiming = map[string][]string{
	"zulu":       {"zulu", "Zulu", "ZÚLU's", "*zulu*"},
	"zulu tango": {"zulu tango", "zulu,  Tango", "zulu\ntango"},
	"yankee":     {"yankee", "(yankee)"},
	"nowhere":    {"nowhere man, no where", "now here"},
}

// drawClaims draws phrases, and writes their words into texts here and there.
func drawClaims(t *rapid.T, q *questionnaire.Questionnaire) {
	conditions := []*questionnaire.Condition{nil}
	for _, r := range q.Rules {
		conditions = append(conditions, r.When)
		for _, a := range r.Ask {
			conditions = append(conditions, a.When)
		}
	}
	for _, x := range q.Questions {
		conditions = append(conditions, x.AskWhen)
	}
	words := []string{"zulu", "zulu tango", "yankee"}
	for i, w := range words {
		p := &questionnaire.Phrase{ID: fmt.Sprint("p", i), Words: []questionnaire.PhraseWords{{Language: "es", Words: []string{"reason"}}, {Language: q.Language, Words: []string{w}}}}
		if p.Never = rapid.IntRange(0, 5).Draw(t, "never") == 0; !p.Never {
			p.TrueWhen = rapid.SampledFrom(conditions).Draw(t, "true when")
		}
		p.TextsMayName = rapid.IntRange(0, 3).Draw(t, "texts may name") == 0
		q.Phrases = append(q.Phrases, p)
	}
	q.Topics[0].Education = q.Education
	for i, e := range q.Education {
		e.Title, e.Text = fmt.Sprint("Title ", i), questionnaire.Text(fmt.Sprint("Text ", i))
	}
	for _, r := range q.Rules {
		if r.Interrupt {
			r.First = "Call now"
		}
	}
	for p := range q.Passages() {
		if *p.Words == "" || !slices.Contains([]string{"rule", "question", "education", "clinician", "line"}, p.Of.Kind) || rapid.IntRange(0, 3).Draw(t, "claims") > 0 {
			continue
		}
		with := rapid.SampledFrom(append(slices.Clone(words), "nowhere")).Draw(t, "words")
		*p.Words = strings.TrimSuffix(*p.Words, ".") + " " + rapid.SampledFrom(claiming[with]).Draw(t, "written")
	}
}

// heardBy is what somebody is given because of her answers, by the screening: the
// names of the texts, in the order of looking.
func heardBy(q *questionnaire.Questionnaire, s screening.State, exists func(*questionnaire.Clinician) bool) map[string]bool {
	all := map[string]bool{}
	in := func(kind, id string) func(field string) {
		return func(field string) { all[kind+"/"+id+"/"+field] = true }
	}
	plan := s.Plan(nil)
	for _, e := range plan.Learn() {
		in("education", e.ID)("title")
		in("education", e.ID)("text")
	}
	facts := s.Medicines()
	lines := map[string]bool{}
	for _, step := range plan.Steps {
		words := step.Words()
		facts = append(facts, slices.Concat(words.Facts, words.MoreFacts)...)
		for _, reason := range step.Reasons[:step.Certain] {
			r := reason.Rule
			in("rule", r.ID)("reason")
			in("rule", r.ID)("first")
			for _, kind := range r.Lines {
				lines[kind] = true
			}
			lines["crisis"] = lines["crisis"] || r.Interrupt
		}
		for _, request := range slices.Concat(words.Requests, words.MoreRequests) {
			for _, r := range q.Rules { // who says one says the other
				for i, a := range r.Ask {
					if strings.TrimSpace(strings.ReplaceAll(a.Text, "{report}", "")) == request.Text {
						in("rule", r.ID)(fmt.Sprint("ask/", i+1))
					}
				}
			}
		}
	}
	for _, f := range facts {
		switch {
		case f.Answer == nil:
			in("question", f.Question.ID)("said")
		case f.Question.TakesMedicines():
			in("question", f.Question.ID)("state-said/" + f.Answer.ID)
		default:
			in("question", f.Question.ID)("answer-said/" + f.Answer.ID)
		}
	}
	for _, n := range plan.Needs {
		if !n.Certain {
			continue
		}
		some := slices.ContainsFunc(n.AnyOf, func(who *questionnaire.Clinician) bool { return who.Line == "" && exists(who) })
		for _, who := range n.AnyOf {
			if exists(who) || !some { // a region may lack the lines
				in("clinician", who.ID)("name")
				in("clinician", who.ID)("who")
				for _, kind := range append(who.Lines, who.Line) {
					lines[kind] = true
				}
			}
		}
	}
	for _, region := range q.Regions {
		for _, l := range region.Lines {
			if slices.Contains(questionnaire.AlwaysLines(region), l) || lines[l.Kind] {
				in("line", l.ID)("name")
			}
		}
	}
	return all
}

// falseWords are those that trying everybody finds, by text and phrase.
func falseWords(e *everybody) []string {
	q := e.q
	found := map[string]bool{}
	for _, person := range e.people {
		truth := func(when *questionnaire.Condition) screening.Truth { return comesTo(q, person.state, when) }
		heard := heardBy(q, person.state, func(who *questionnaire.Clinician) bool { return truth(who.ExistsWhen) != screening.No })
		for p := range q.Passages() {
			if !heard[p.Name()] {
				continue
			}
			for _, phrase := range q.Phrases {
				words := phrase.Words[1].Words[0]
				if !slices.ContainsFunc(claiming[words], func(written string) bool { return strings.HasSuffix(*p.Words, " "+written) }) &&
					!(words == "zulu" && slices.ContainsFunc(claiming["zulu tango"], func(written string) bool { return strings.HasSuffix(*p.Words, " "+written) })) {
					continue
				}
				exempt := phrase.TextsMayName && (p.Of.Kind == "education" || p.Of.Kind == "line")
				if !exempt && (phrase.Never || truth(phrase.TrueWhen) != screening.Yes) {
					found[fmt.Sprintf("%q in %v %s %v", words, p, p.Field, p.At)] = true
				}
			}
		}
	}
	var all []string
	for key := range found {
		all = append(all, key)
	}
	slices.Sort(all)
	return all
}

// comesTo is what a condition comes to for somebody: a rule of its own tells.
func comesTo(q *questionnaire.Questionnaire, s screening.State, when *questionnaire.Condition) screening.Truth {
	with := *q
	watcher := &questionnaire.Clinician{}
	with.Clinicians = []*questionnaire.Clinician{watcher}
	with.Rules = []*questionnaire.Rule{{When: when, TalkTo: with.Clinicians}}
	switch talk := s.In(&with).Outcome().With(watcher); {
	case talk == nil:
		return screening.No
	case talk.Certain:
		return screening.Yes
	}
	return screening.Unknown
}

// TestNobodyIsGivenFalseWords holds the proof against trying everybody, on random
// small questionnaires whose texts make random claims; with what is seen at sight
// and without.
func TestNobodyIsGivenFalseWords(t *testing.T) {
	tried := map[string]int{}
	left := *brute
	for rounds := 0; left > 0; rounds++ {
		before := left
		rapid.Check(t, func(t *rapid.T) {
			q := drawAll(t)
			if number(q) > mostPeople || left <= 0 {
				return
			}
			drawClaims(t, q)
			left--
			e := tryEverybody(q)
			e.nameTheUnlisted()
			want := falseWords(e)
			for _, off := range []bool{false, true} {
				c := newChecking(q)
				c.sight.off = off
				checkUntrue(c)
				if got := untrueKeys(q, c.findings); !slices.Equal(got, want) {
					t.Fatalf("sight off %v: the solver finds\n\t%s\nand trying everybody\n\t%s", off, strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
				}
			}
			tried["questionnaires"]++
			for _, key := range want {
				_, what, _ := strings.Cut(key, " in ")
				tried[strings.Fields(what)[0]]++
			}
		})
		if t.Failed() {
			return
		}
		if left == before && rounds > 1000 {
			t.Fatal("no questionnaire is small enough")
		}
	}
	t.Log(tried)
	for _, key := range []string{"reason", "first", "ask", "said", "title", "who", "name"} {
		if tried[`"`+key+`"`] == 0 {
			t.Errorf("no questionnaire had a false %s", key)
		}
	}
}

// nameTheUnlisted lets everybody type the name of what the list does not know.
func (e *everybody) nameTheUnlisted() {
	for i := range e.people {
		p := &e.people[i]
		for j, question := range e.q.Questions {
			r := e.reply(i, j)
			taken := slices.Clone(r.Taken)
			for k := range taken {
				if taken[k].Medicine == questionnaire.UnlistedMedicine {
					taken[k].Typed = questionnaire.NewTyped("something")
				}
			}
			r.Taken = taken
			p.state = p.state.Answer(question, r)
		}
	}
}

// untrueKeys are findings by text and words.
func untrueKeys(q *questionnaire.Questionnaire, findings []questionnaire.Finding) []string {
	var all []string
	for _, f := range findings {
		what, _, _ := strings.Cut(f.Message, ": somebody")
		if f.Check.ID() != "untrue" || f.Example == nil {
			all = append(all, f.String())
			continue
		}
		found := false
		for p := range q.Passages() {
			at := p.At
			if r := q.Rule(p.Of.ID); r != nil && p.Key == "reason" {
				at = r.ReasonAt
			} else if r != nil && p.Key == "first" {
				at = r.FirstAt
			}
			if !found && p.Of == f.About && strings.HasSuffix(what, p.String()) && at == f.At {
				all, found = append(all, fmt.Sprintf("%s %s %v", what, p.Field, p.At)), true
			}
		}
	}
	slices.Sort(all)
	return all
}
