package questionnaires_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/screening"
)

// Until a solver proves it for all people, chance guards the questionnaire: for each rule
// and each promise so many people are drawn, always the same ones, whom it is likely to
// concern, and nobody may be let down. A promise that too few of them meet has more drawn
// for it alone, so that a new one takes nobody from the others.
const peopleForEach, enoughForEach, mostForEach = 25, 10, 500

// watch is a questionnaire with one more rule for each promise, which talks to a
// clinician of its own whenever the promise's "if" is yes. So the engine itself
// says for whom a promise is made.
type watch struct {
	*questionnaire.Questionnaire
	watcher *questionnaire.Clinician
	crowd   crowd
}

func watching(q *questionnaire.Questionnaire) watch {
	with := *q
	watcher := &questionnaire.Clinician{ID: "watcher", Index: len(q.Clinicians)}
	with.Clinicians = append(slices.Clone(q.Clinicians), watcher)
	with.Rules = slices.Clone(q.Rules)
	for _, p := range q.Promises {
		with.Rules = append(with.Rules, &questionnaire.Rule{
			ID: p.ID, Index: len(with.Rules), When: p.If, TalkTo: []*questionnaire.Clinician{watcher},
		})
	}
	return watch{&with, watcher, newCrowd(q)}
}

// finding is somebody who was let down: what happened to her, and her scenario.
type finding struct {
	key, what, scenario string
	person              int // her number
}

// brokenPromises lists the promises that are made to somebody, and those of them
// that are not kept.
func (w watch) brokenPromises(state screening.State, o screening.Outcome) (made, broken []*questionnaire.Promise) {
	watcher := o.With(w.watcher)
	if watcher == nil {
		return nil, nil
	}
	for _, reason := range watcher.Reasons {
		if !reason.Certain {
			continue
		}
		p := w.Promises[reason.Rule.Index-(len(w.Rules)-len(w.Promises))]
		made = append(made, p)
		if !w.kept(p, state, o) {
			broken = append(broken, p)
		}
	}
	return made, broken
}

// kept says again, without the prover, whether somebody was given what a promise
// says.
func (w watch) kept(p *questionnaire.Promise, state screening.State, o screening.Outcome) bool {
	came := scenario.Came{Asked: state.Asked(), Interrupted: state.Next().Interrupt, Outcome: o}
	if len(p.Then.First.AnyOf) > 0 {
		came.Plan = state.Plan(nil)
		came.Plan.Steps = slices.DeleteFunc(came.Plan.Steps, func(s screening.Step) bool { return s.Clinician == w.watcher })
	}
	return len(came.Against(p.Then)) == 0
}

func (w watch) promiseFinding(p *questionnaire.Promise, person somebody) finding {
	small := shrunk(w.Questionnaire, person, func(s somebody) bool {
		state := s.state(w.Questionnaire)
		_, broken := w.brokenPromises(state, state.Outcome())
		return slices.Contains(broken, p)
	})
	return finding{
		key:      "promise " + p.ID,
		what:     fmt.Sprintf("%v: the promise %s is broken", p.At, p.ID),
		scenario: small.pasteable(w.Questionnaire, "breaks-"+p.ID, p.Then.String()),
	}
}

// lost says what the second outcome lost against the first that leaving
// something open may not lose (rule 1): a need, which nobody else is to meet in
// its place, or more than one step of urgency. It is empty if nothing.
func (w watch) lost(sure, unsure screening.Outcome) (who *questionnaire.Clinician, what string) {
	for _, c := range sure.Conversations {
		if c.Clinician == w.watcher {
			continue
		}
		// Whom a need names first may be another now: a crisis line, and no peer line or crisis line.
		if after := unsure.With(c.Clinician); after != nil && c.Urgency > after.Urgency+1 {
			return c.Clinician, fmt.Sprintf("comes %v instead of %v", after.Urgency, c.Urgency)
		}
		for _, reason := range c.Reasons {
			if need, met := needsMet(reason, unsure); !met {
				return c.Clinician, fmt.Sprintf("is no longer called for by a need of %s", need)
			}
		}
	}
	return nil, ""
}

// needsMet reports whether each need of a rule that fired is there still, at most
// one step less urgent: mostly the same rule fires, or else another one with a need
// that the same people, or fewer, can meet.
func needsMet(had screening.Reason, now screening.Outcome) (rule string, met bool) {
	soonEnough := func(r screening.Reason) bool { return r.Urgency()+1 >= had.Urgency() }
	anyReason := func(fits func(screening.Reason) bool) bool {
		return slices.ContainsFunc(now.Conversations, func(c screening.Conversation) bool { return slices.ContainsFunc(c.Reasons, fits) })
	}
	if anyReason(func(r screening.Reason) bool { return r.Rule == had.Rule && soonEnough(r) }) {
		return "", true
	}
	for _, need := range had.Rule.Needs {
		same := questionnaire.ExpectedConversation{AnyOf: need.AnyOf}
		if !anyReason(func(r screening.Reason) bool { return soonEnough(r) && same.CalledForBy(r.Rule) }) {
			return had.Rule.ID, false
		}
	}
	return "", true
}

// toLeaveOpen draws what somebody is to leave open of what she said: all that
// she was drawn for, because that decides most, or else anything.
func toLeaveOpen(random *rand.Rand, likely *questionnaire.Condition, person somebody, state screening.State) []*questionnaire.Question {
	asked := slices.DeleteFunc(state.Asked(), func(q *questionnaire.Question) bool { return person[q.Index].Kind != questionnaire.Definite })
	var deciding []*questionnaire.Question
	likely.Atoms(func(c *questionnaire.Condition) {
		if slices.Contains(asked, c.Atom.Question) && !slices.Contains(deciding, c.Atom.Question) {
			deciding = append(deciding, c.Atom.Question)
		}
	})
	if len(asked) == 0 || len(deciding) > 0 && random.IntN(4) > 0 {
		return deciding
	}
	return []*questionnaire.Question{asked[random.IntN(len(asked))]}
}

// saferUnsure leaves open what somebody said to a question, and sees whether
// that lets her down.
func (w watch) saferUnsure(random *rand.Rand, question *questionnaire.Question, person somebody, state screening.State, o screening.Outcome) (finding, bool) {
	leave := open(random, person[question.Index])
	reply, ok := leave(question, person[question.Index])
	if !ok {
		return finding{}, false
	}
	who, _ := w.lost(o, state.Answer(question, reply).Outcome())
	if who == nil {
		return finding{}, false
	}
	// From here on she is one of very few.
	both := func(s somebody) (sure, unsure somebody, loses bool, what string) {
		reply, ok := leave(question, s[question.Index])
		if !ok {
			return nil, nil, false, ""
		}
		unsure = s.with(question, reply)
		lost, what := w.lost(s.state(w.Questionnaire).Outcome(), unsure.state(w.Questionnaire).Outcome())
		return s, unsure, lost == who, what
	}
	small := shrunk(w.Questionnaire, person, func(s somebody) bool { _, _, loses, _ := both(s); return loses })
	sure, unsure, _, what := both(small)
	leaves := fmt.Sprintf("leaving %s open is less safe than answering it: %s %s", question.ID, who.ID, what)
	expect := fmt.Sprintf("possible: [%s]", who.ID)
	knows := expect
	if c := sure.state(w.Questionnaire).Outcome().With(who); c.Certain {
		knows = fmt.Sprintf("conversations: {%s: %v}", who.ID, c.Urgency)
	}
	return finding{
		key:  fmt.Sprintf("unknown-is-safer %s %s", question.ID, who.ID),
		what: leaves,
		scenario: sure.pasteable(w.Questionnaire, "knows-"+question.ID, knows) +
			unsure.pasteable(w.Questionnaire, "leaves-"+question.ID+"-open", expect),
	}, true
}

// drawn is what a crowd came to.
type drawn struct {
	people   int
	made     map[*questionnaire.Promise]int // to how many people
	findings []finding                      // one for each key
}

// draw lets so many people through. The work is shared out, and everybody is
// drawn from her own number, so that the outcome is always the same.
func (w watch) draw(n int) drawn {
	workers := runtime.GOMAXPROCS(0)
	parts := make([]drawn, workers)
	var wait sync.WaitGroup
	for worker := range workers {
		wait.Go(func() {
			part := drawn{made: map[*questionnaire.Promise]int{}}
			for i := worker; i < n; i += workers {
				w.meet(i, &part)
			}
			parts[worker] = part
		})
	}
	wait.Wait()
	all := drawn{people: n, made: map[*questionnaire.Promise]int{}}
	var findings []finding
	for _, part := range parts {
		for p, times := range part.made {
			all.made[p] += times
		}
		findings = append(findings, part.findings...)
	}
	slices.SortStableFunc(findings, func(a, b finding) int { return a.person - b.person })
	for _, f := range findings {
		all.note(f)
	}
	return all
}

func (d *drawn) note(f finding) {
	if !d.has(f.key) {
		d.findings = append(d.findings, f)
	}
}

func (d *drawn) has(key string) bool {
	return slices.ContainsFunc(d.findings, func(o finding) bool { return o.key == key })
}

// meet draws one person and sees what becomes of her.
func (w watch) meet(i int, d *drawn) {
	// The rules are those of the questionnaire and one for each promise.
	w.meetLikely(i, w.Rules[i%len(w.Rules)].When, d)
}

// meetLikely draws somebody for whom a condition is likely.
func (w watch) meetLikely(i int, likely *questionnaire.Condition, d *drawn) {
	random := rand.New(rand.NewPCG(2, uint64(i)))
	person := w.crowd.person(random, likely)
	state := person.state(w.Questionnaire)
	o := state.Outcome()
	note := func(f finding) { f.person = i; d.note(f) }
	made, broken := w.brokenPromises(state, o)
	for _, p := range made {
		d.made[p]++
	}
	for _, p := range broken {
		if !d.has("promise " + p.ID) {
			note(w.promiseFinding(p, person))
		}
	}
	for _, question := range toLeaveOpen(random, likely, person, state) {
		if f, found := w.saferUnsure(random, question, person, state, o); found {
			note(f)
		}
	}
	if !slices.ContainsFunc(o.Conversations, func(c screening.Conversation) bool { return c.Clinician != w.watcher }) {
		note(finding{key: "empty-handed", what: "somebody leaves without a conversation", scenario: person.pasteable(w.Questionnaire, "empty-handed", "conversations: {}")})
	}
}

func TestNobodyOfManyIsLetDown(t *testing.T) {
	w := watching(maternal(t))
	d := w.draw(peopleForEach * len(w.Rules))
	for _, p := range w.Promises {
		for range mostForEach {
			if d.made[p] >= enoughForEach {
				break
			}
			w.meetLikely(d.people, p.If, &d)
			d.people++
		}
	}
	for _, f := range d.findings {
		t.Errorf("%s\n%s", f.what, f.scenario)
	}
	least := d.people
	for _, p := range w.Promises {
		least = min(least, d.made[p])
		if d.made[p] < enoughForEach {
			t.Errorf("%v: the promise %s was made to %d people only, so this says little of it", p.At, p.ID, d.made[p])
		}
	}
	t.Logf("%d people; %d promises, each made to %d of them or more", d.people, len(w.Promises), least)
}

func TestEveryRegionHasLinesForEveryLeaving(t *testing.T) {
	for _, region := range maternal(t).Regions {
		lines := questionnaire.AlwaysLines(region)
		if !slices.ContainsFunc(lines, func(l *questionnaire.HelpLine) bool { return l.Kind == "crisis" }) ||
			!slices.ContainsFunc(lines, func(l *questionnaire.HelpLine) bool { return l.Kind == "emergency" }) {
			t.Errorf("%s: who leaves here has no crisis or no emergency line", region.ID)
		}
	}
}

// Somebody who stops at the first question, or passes over all of them.
func TestWhoSaysNothingStillHasAConversation(t *testing.T) {
	if o := screening.Start(maternal(t)).Enough().Outcome(); !slices.ContainsFunc(o.Conversations, func(c screening.Conversation) bool { return c.Certain }) {
		t.Error("who says nothing has no certain conversation")
	}
}
