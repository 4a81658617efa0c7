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

// brokenOrders are the orders that two people break, of all pairs of people and
// all pairs of answers.
func (e *everybody) brokenOrders() []string {
	if len(e.q.Orders) == 0 {
		return nil
	}
	soon, certain := e.howSoon(screening.Unknown), e.howSoon(screening.Yes)
	less := func(graver, lighter int) bool {
		for name := range soon {
			if soon[name][graver] < soon[name][lighter] || certain[name][graver] < certain[name][lighter] {
				return true
			}
		}
		return false
	}
	var all []string
	for _, order := range e.q.Orders {
		i := order.Question.Index
		for a := range e.replies[i] {
			for _, b := range e.lighterThan(order, e.replies[i][a]) {
				if e.any(func(p int) bool { return e.which(p, i) == a && less(p, e.instead(p, i, b)) }) {
					all = append(all, fmt.Sprintf("%s lighter-is-graver", order.At))
				}
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// lighterThan are the replies that are a reply but for one answer that the order
// holds for lighter, by their places.
func (e *everybody) lighterThan(order *questionnaire.Order, r questionnaire.Reply) []int {
	var all []int
	for b, other := range e.replies[order.Question.Index] {
		graver, lighter, exchanged := exchangedIn(r, other)
		if !exchanged {
			continue
		}
		g, l := rankOf(order, graver, lighter), rankOf(order, lighter, graver)
		if g >= 0 && l >= 0 && g < l {
			all = append(all, b)
		}
	}
	return all
}

// exchangedIn are the parts in which two replies differ, if each has only one,
// or one is the whole of both.
func exchangedIn(a, b questionnaire.Reply) (x, y questionnaire.Reply, exchanged bool) {
	parts := func(r questionnaire.Reply) (all []questionnaire.Reply) {
		if r.Kind != questionnaire.Definite {
			return []questionnaire.Reply{r}
		}
		for _, answer := range r.Answers {
			all = append(all, questionnaire.Reply{Kind: questionnaire.Definite, Answers: []int{answer}})
		}
		for _, t := range r.Taken {
			all = append(all, questionnaire.Reply{Kind: questionnaire.Definite, Taken: []questionnaire.Taken{t}})
		}
		if len(all) == 0 {
			return []questionnaire.Reply{r} // none
		}
		return all
	}
	without := func(of, other []questionnaire.Reply) []questionnaire.Reply {
		return slices.DeleteFunc(slices.Clone(of), func(r questionnaire.Reply) bool { return slices.ContainsFunc(other, r.Equal) })
	}
	if a.RestUnsure != b.RestUnsure {
		return x, y, false
	}
	of, other := parts(a), parts(b)
	left, right := without(of, other), without(other, of)
	if len(of) != len(other) || len(left) != 1 || len(right) != 1 {
		return x, y, false
	}
	return left[0], right[0], true
}

// rankOf is the gravest rank of a part of a reply; -1 if the order has none for
// it. Beside a part in another state only states are ranked, and beside another
// medicine only medicines.
func rankOf(order *questionnaire.Order, part, other questionnaire.Reply) int {
	one := func(r questionnaire.Reply) *questionnaire.Taken {
		if len(r.Taken) == 1 {
			return &r.Taken[0]
		}
		return nil
	}
	t, o := one(part), one(other)
	sameMedicine := t != nil && o != nil && t.Medicine == o.Medicine
	sameState := t == nil || o == nil || t.State == o.State
	for i, rank := range order.Ranks {
		for _, g := range rank {
			is := false
			switch g.Kind {
			case questionnaire.GradeAnswer:
				is = len(part.Answers) == 1 && part.Answers[0] == g.Place
			case questionnaire.GradeNotSure:
				is = part.Kind == questionnaire.Unsure
			case questionnaire.GradeDeclined:
				is = part.Kind == questionnaire.Declined
			case questionnaire.GradeNone:
				is = part.Kind == questionnaire.Definite && len(part.Answers)+len(part.Taken) == 0
			case questionnaire.GradeState:
				is = sameMedicine && t.State == g.Place && (order.Of == nil || t.Medicine >= 0 && order.Of[t.Medicine])
			case questionnaire.GradeMedicines:
				is = t != nil && sameState && t.Medicine >= 0 && g.Medicines[t.Medicine]
			case questionnaire.GradeUnlisted:
				is = t != nil && sameState && t.Medicine == questionnaire.UnlistedMedicine
			}
			if is {
				return i
			}
		}
	}
	return -1
}

// TestOrdersAgainstEverybody holds what is found about orders, and about what
// concerns nobody, against trying everybody: with what is seen at sight and
// without. It is a part of TestNobodyIsOverlooked that takes a tenth of its time.
func TestOrdersAgainstEverybody(t *testing.T) {
	kinds := map[string]*[2]int{} // orders kept and broken, by how their question is answered
	tried := map[string]int{}
	for _, kind := range questionnaire.ChooseWords() {
		kinds[kind] = new([2]int)
	}
	for left := *brute; left > 0 && !t.Failed(); {
		rapid.Check(t, func(t *rapid.T) {
			q := drawAll(t)
			if rapid.Bool().Draw(t, "few conditions") { // so that some answers are named by none
				q.Rules, q.Orders, q.Promises = q.Rules[:1], nil, nil
			}
			if number(q) > mostPeople || left <= 0 {
				return
			}
			left--
			e := tryEverybody(q)
			want := slices.Concat(e.brokenOrders(), e.unthoughtOf(), e.saidToNobody())
			slices.Sort(want)
			found := aboutOrders(q, false)
			for name, got := range map[string][]string{"at sight": keys(found), "by proofs alone": keys(aboutOrders(q, true))} {
				if !slices.Equal(got, want) {
					t.Fatalf("%s\n\t%s\nand trying everybody\n\t%s", name, strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
				}
			}
			for _, f := range found {
				tried[f.Check.ID()]++
			}
			for _, order := range q.Orders {
				broken := slices.ContainsFunc(found, func(f questionnaire.Finding) bool { return f.Check == lighterIsGraver && f.At == order.At })
				kinds[order.Question.Choose.String()][btoi(broken)]++
			}
		})
	}
	for kind, count := range kinds {
		t.Log(kind, *count)
	}
	t.Log(tried)
	for kind, count := range kinds {
		if count[0] == 0 || count[1] == 0 {
			t.Errorf("orders of %s are all kept, or all broken: %v", kind, *count)
		}
	}
	// Of the last there is one in a hundred or so: of a few hundred there may be none.
	for check, enough := range map[*questionnaire.Check]int{lighterIsGraver: 300, emptyPromise: 300, unknownAnswer: 2000} {
		if tried[check.ID()] == 0 && *brute >= enough {
			t.Errorf("nothing was found of %s", check.ID())
		}
	}
}

func aboutOrders(q *questionnaire.Questionnaire, blind bool) []questionnaire.Finding {
	c := newChecking(q)
	c.sight.off = blind
	c.sample()
	checkReach(c)
	c.findings = nil
	checkOrders(c)
	checkEmptyPromises(c)
	checkUnknownAnswers(c)
	return c.findings
}
