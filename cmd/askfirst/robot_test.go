//go:build !windows

package main

import (
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/screentest"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/questionnaires"
)

// robot answers on the screen what a fictional person would, by the labels that
// stand there, and walks the same visit beside it to know where it must be. So a
// maintainer may reword and reorder the questionnaire without touching a test.
type robot struct {
	*screentest.Walk
	t      *testing.T
	q      *questionnaire.Questionnaire
	w      *wording.Words
	person questionnaire.Person
	visit  visit.Visit
}

func maternal(t *testing.T) *questionnaire.Questionnaire {
	t.Helper()
	q, findings, err := folder.Read(questionnaires.Maternal(), nil)
	if err != nil || q == nil {
		t.Fatalf("the maternal questionnaire cannot be read: %v %v", err, findings)
	}
	return q
}

// startRobot opens the screen and goes on to the first question.
func startRobot(t *testing.T, width, height int, person questionnaire.Person, env ...string) *robot {
	t.Helper()
	r := walkOn(t, screentest.Start(t, program, width, height, env))
	r.person = person
	return r
}

// fictional makes a person from answer ids; medicines are named by generic
// name. Everything else gets the first of others that the question offers.
func fictional(t *testing.T, answers map[string][]string, others ...string) questionnaire.Person {
	t.Helper()
	q := maternal(t)
	p := questionnaire.Person{Others: others}
	for id, ids := range answers {
		question := q.Question(id)
		if question == nil {
			t.Fatalf("no question %q", id)
		}
		reply, err := question.Reply(ids...)
		if question.Choose == questionnaire.Medicines && err != nil {
			var taken []questionnaire.Taken
			for _, name := range ids {
				m := q.Formulary.ByGeneric(name)
				if m == nil {
					t.Fatalf("no medicine %q", name)
				}
				taken = append(taken, questionnaire.Taken{Medicine: m.Index})
			}
			reply, err = question.ReplyTaken(taken...)
		}
		if err != nil {
			t.Fatal(err)
		}
		p.Answers = append(p.Answers, questionnaire.Given{Question: question, Reply: reply})
	}
	return p
}

// nothingElse are the answers of somebody with nothing to report.
var nothingElse = []string{"none", "no", "25-plus", questionnaire.PreferNotToSay}

// at is the question at which the person stands, or nil.
func (r *robot) at() *questionnaire.Question {
	at, _ := r.visit.Where().(visit.Asked)
	return at.Question
}

// step answers one question, or leaves an emergency page or a pause; false at
// the review.
func (r *robot) step() bool {
	r.t.Helper()
	switch at := r.visit.Where().(type) {
	case visit.Danger:
		r.Sees(r.w.Interrupt.Heading)
		r.Sees(page.FirstAct(r.w, at.Rules[0].First, r.visit.Region()))
		r.choose(0)
		r.did(visit.WentOn{})
	case visit.Paused:
		r.Sees(r.w.Pause.Heading).Press("enter")
		r.did(visit.WentOn{})
	case visit.Asked:
		r.sees(at.Question)
		reply, ok := scenario.ReplyOf(as(r.person, r.q), at.Question)
		if !ok {
			r.t.Fatalf("the person has no answer to %q", at.Question.ID)
		}
		r.reply(at.Question, reply)
	default:
		return false
	}
	return true
}

// reply says it on the page and in the visit.
func (r *robot) reply(question *questionnaire.Question, reply questionnaire.Reply) {
	r.t.Helper()
	r.say(question, reply)
	r.did(visit.Replied{Reply: reply})
}

func (r *robot) did(e visit.Event) { r.visit = r.visit.Did(e) }

// as and asOf bind a person that was made from another reading of the same
// questionnaire to this one: replies are places, and places are the same.
func as(p questionnaire.Person, q *questionnaire.Questionnaire) questionnaire.Person {
	bound := questionnaire.Person{Others: p.Others}
	for _, g := range p.Answers {
		bound.Answers = append(bound.Answers, questionnaire.Given{Question: asOf(g.Question, q), Reply: g.Reply})
	}
	return bound
}

func asOf(question *questionnaire.Question, q *questionnaire.Questionnaire) *questionnaire.Question {
	return q.Question(question.ID)
}

// sees waits for the question. On small screens a long one may be scrolled, so
// that its first words are enough; and what stands before it may have a screen of its
// own.
func (r *robot) sees(question *questionnaire.Question) {
	r.t.Helper()
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		before := r.shows(question.Topic.About) || r.shows(question.Before)
		if r.shows(question.Ask) {
			break
		}
		if before {
			r.Press("pgdown")
		}
	}
	r.Sees(threeWords(question.Ask))
}

// shows reports whether a text begins on the screen.
func (r *robot) shows(text string) bool {
	return text != "" && strings.Contains(strings.Join(strings.Fields(r.Screen()), " "), threeWords(text))
}

func threeWords(text string) string {
	words := strings.Fields(text)
	return strings.Join(words[:min(3, len(words))], " ")
}

// choose goes to an item by its number and confirms.
func (r *robot) choose(item int) {
	r.t.Helper()
	r.goTo(item)
	r.Press("enter")
}

func (r *robot) goTo(item int) {
	r.t.Helper()
	r.Press(strconv.Itoa(min(item, 8) + 1))
	for i := 8; i < item; i++ {
		r.Press("down")
	}
}

// standsOn holds that the real cursor is at the label of an answer.
func (r *robot) standsOn(label string) {
	r.t.Helper()
	if got := r.CursorLine(); !strings.HasPrefix(got, firstWords(label)) {
		r.t.Errorf("the cursor stands before %q, want %q:\n%s", got, label, r.Screen())
	}
}

// say gives a reply on a question's page.
func (r *robot) say(question *questionnaire.Question, reply questionnaire.Reply) {
	r.t.Helper()
	if question.Choose == questionnaire.Medicines {
		r.take(question, reply)
		return
	}
	free := len(question.Answers)
	if question.Choose == questionnaire.Many {
		free++ // the way on stands before the free answers
	}
	switch {
	case reply.Kind == questionnaire.Unsure:
		r.choose(free)
	case reply.Kind == questionnaire.Declined:
		r.choose(free + 1)
	case question.Choose == questionnaire.One:
		r.choose(reply.Answers[0])
	default:
		for _, a := range reply.Answers {
			r.goTo(a)
			r.Press("space")
		}
		r.choose(len(question.Answers))
	}
}

// take answers the medicines question: from the field down to what is wanted.
func (r *robot) take(question *questionnaire.Question, reply questionnaire.Reply) {
	r.t.Helper()
	switch {
	case reply.Kind == questionnaire.Unsure:
		r.Press("down", "down", "down", "enter")
		return
	case reply.Kind == questionnaire.Declined:
		r.Press("down", "down", "down", "down", "enter")
		return
	}
	for _, taken := range reply.Taken {
		name := r.q.Formulary.Medicines[taken.Medicine].Generic
		r.Type(name).Sees(name).Press("down", "enter")
		if len(question.States) > 0 {
			r.Sees(strings.Fields(question.States[0].Label)[0])
			r.choose(taken.State)
		}
	}
	r.Press("down", "enter") // "done", or "none" without any
}

// toReview answers everything.
func (r *robot) toReview() *robot {
	r.t.Helper()
	for r.step() {
	}
	r.Press("home").Sees(r.w.Check.Heading) // after a change she stands where she was
	return r
}

// toOutcome goes on to the plan, and finds its first step there.
func (r *robot) toOutcome() screening.Plan {
	r.t.Helper()
	r.Press("1", "enter").Sees(r.w.Outcome.Heading)
	r.did(visit.WentOn{})
	plan := r.visit.Plan()
	if len(plan.Steps) == 0 {
		r.t.Fatal("there is no first step")
	}
	r.Sees(nameOf(plan.Steps[0]))
	return plan
}

// toCard opens the card of a step from the result, and reads it. Those that the
// result does not name stand on a page of their own, from which it comes back.
func (r *robot) toCard(s screening.Step) {
	r.t.Helper()
	if !r.opens(page.Of(r.w, r.visit, page.Front{}), page.Card{Clinician: s.Clinician.ID}) {
		r.opens(page.Of(r.w, r.visit, page.Front{}), page.Also{})
		more, _ := page.Over(r.w, r.visit, page.Also{})
		if !r.opens(more, page.Card{Clinician: s.Clinician.ID}) {
			r.t.Fatalf("nothing leads to %s", s.Clinician.ID)
		}
	}
	r.Sees(nameOf(s)).Sees(page.Urgent(r.w, s.Urgency))
}

// opens chooses what opens a page over this one.
func (r *robot) opens(p page.Page, o page.Opening) bool {
	r.t.Helper()
	for n, c := range p.Choices() {
		if c.Opens == o {
			r.choose(n)
			return true
		}
	}
	return false
}

// nameOf is the beginning of a name, as it stands in one line of a narrow screen.
func nameOf(s screening.Step) string {
	words := strings.Fields(s.Clinician.Name)
	return strings.Join(words[:min(len(words), 2)], " ")
}

// somebody has much to hide, and says it.
func somebody(t *testing.T) questionnaire.Person {
	return fictional(t, map[string][]string{
		"pregnancy": {"first"}, "using": {"curious"}, "medicines": {"sertraline"}, "mood-history": {"high-times"},
	}, nothingElse...)
}

// walkOn leads a program that has just started to its first question.
func walkOn(t *testing.T, w *screentest.Walk) *robot {
	t.Helper()
	q := maternal(t)
	r := &robot{Walk: w, t: t, q: q, w: wording.English(), person: somebody(t), visit: asked(q, visit.Options{})}
	r.Sees(strings.Fields(r.q.Welcome.Plain())[0]).Press("enter")
	r.Sees(r.w.Welcome.Heading).Press("1", "enter")
	r.Sees(r.w.Region.Ask).Press("1", "enter")
	return r
}

// asked is a visit at its first question.
func asked(q *questionnaire.Questionnaire, o visit.Options) visit.Visit {
	return visit.Begin(q, o).Did(visit.Began{}).Did(visit.Agreed{}).Did(visit.Placed{Region: q.Regions[0].ID})
}

// canaries are the answers that she has given: none of them may be found
// anywhere afterwards.
func (r *robot) canaries() []string {
	r.t.Helper()
	var all []string
	said := r.visit.Said()
	for _, q := range said.Asked() {
		reply := said.Reply(q)
		if reply.Kind != questionnaire.Definite {
			continue
		}
		for _, a := range reply.Answers {
			if label := firstWords(q.Answers[a].Label); len(label) > 8 {
				all = append(all, label)
			}
		}
		for _, taken := range reply.Taken {
			all = append(all, r.q.Formulary.Medicines[taken.Medicine].Generic)
		}
	}
	if len(all) < 3 {
		r.t.Fatalf("only these answers to look for: %q", all)
	}
	return all
}

// found are the canaries in a text, whatever its line breaks and colours.
func found(text string, canaries []string) []string {
	text = strings.Join(strings.Fields(ansi.Strip(text)), " ")
	return slices.DeleteFunc(slices.Clone(canaries), func(c string) bool { return !strings.Contains(text, c) })
}
