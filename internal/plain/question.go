package plain

import (
	"strconv"
	"strings"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// ask asks one question and records the answer.
func (w *walk) ask(q *questionnaire.Question) error {
	var reply questionnaire.Reply
	var err error
	switch q.Choose {
	case questionnaire.One:
		reply, err = w.one(q)
	case questionnaire.Many:
		reply, err = w.many(q)
	case questionnaire.Medicines:
		reply, err = w.medicines(q)
	}
	if err != nil {
		return err
	}
	w.state = w.state.Answer(q, reply)
	w.say(wording.Fill(w.w.Plain.Chosen, "answer", strings.TrimSuffix(page.Replied(w.w, w.q.Formulary, q, reply), ".")))
	if q.After != "" {
		w.say(q.After, w.w.Pause.Rest)
	}
	return nil
}

// introduce says where the question belongs, what it is, and what she said to
// it before.
func (w *walk) introduce(q *questionnaire.Question) {
	w.say("", wording.Fill(w.w.Plain.Topic, "topic", q.Topic.Title))
	if q == q.Topic.Questions[0] && q.Topic.About != "" {
		w.say(q.Topic.About)
	}
	if q.Before != "" {
		w.say(q.Before)
	}
	w.say(q.Ask, w.w.Question.Why+" "+q.Why)
	if said := w.state.Reply(q); said.Kind != questionnaire.NoReply {
		w.say(wording.Fill(w.w.Plain.Chosen, "answer", page.Replied(w.w, w.q.Formulary, q, said)))
	}
}

func (w *walk) choices(q *questionnaire.Question) []string {
	var all []string
	for _, a := range q.Answers {
		all = append(all, a.Label)
	}
	return append(all, w.w.Answer.NotSure, w.w.Answer.PreferNotToSay)
}

func (w *walk) one(q *questionnaire.Question) (questionnaire.Reply, error) {
	n, err := w.number(q.Why, func() { w.introduce(q) }, w.choices(q))
	if err != nil {
		return questionnaire.Reply{}, err
	}
	return replyTo(q, []int{n}), nil
}

// replyTo makes a reply of places in the list that was read out: the answers,
// then the two free ones.
func replyTo(q *questionnaire.Question, places []int) questionnaire.Reply {
	switch places[0] {
	case len(q.Answers):
		return questionnaire.Reply{Kind: questionnaire.Unsure}
	case len(q.Answers) + 1:
		return questionnaire.Reply{Kind: questionnaire.Declined}
	}
	return questionnaire.Reply{Kind: questionnaire.Definite, Answers: places}
}

func (w *walk) many(q *questionnaire.Question) (questionnaire.Reply, error) {
	choices := w.choices(q)
	again := func() {
		w.introduce(q)
		w.list(choices)
	}
	again()
	for {
		line, err := w.prompt(w.w.Plain.PromptMany, q.Why, again)
		if err != nil {
			return questionnaire.Reply{}, err
		}
		places, ok := numbers(line, len(choices))
		if !ok {
			w.notUnderstood(w.w.Plain.NotUnderstoodMany, line)
			continue
		}
		if alone := standsAlone(q, places); alone >= 0 {
			w.say(wording.Fill(w.w.Plain.StandsAlone, "answer", choices[alone]))
			continue
		}
		return replyTo(q, places), nil
	}
}

// numbers reads "1, 3 4" as places from 0, in ascending order and each once.
func numbers(line string, most int) ([]int, bool) {
	chosen := make([]bool, most)
	for _, part := range strings.FieldsFunc(line, func(c rune) bool { return c == ',' || c == ' ' || c == ';' }) {
		n, err := strconv.Atoi(part)
		if err != nil || n < 1 || n > most {
			return nil, false
		}
		chosen[n-1] = true
	}
	var places []int
	for i, is := range chosen {
		if is {
			places = append(places, i)
		}
	}
	return places, len(places) > 0
}

// standsAlone is a chosen answer that cannot be chosen together with the
// others, or -1.
func standsAlone(q *questionnaire.Question, places []int) int {
	if len(places) < 2 {
		return -1
	}
	for _, p := range places {
		if p >= len(q.Answers) || q.Answers[p].Exclusive {
			return p
		}
	}
	return -1
}
