package plain

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// medicines takes names one after the other. A name is never taken silently:
// she is told what it is for and asked whether it is that one.
func (w *walk) medicines(q *questionnaire.Question) (questionnaire.Reply, error) {
	taken := slices.Clone(w.state.Reply(q).Taken)
	var choices []string
	again := func() {
		choices = []string{w.w.Answer.None, w.w.Answer.Unlisted, w.w.Answer.NotSure, w.w.Answer.PreferNotToSay}
		if len(taken) > 0 {
			choices[0] = w.w.Medicines.Done
			w.say(wording.Fill(w.w.Plain.List, "medicines", page.Replied(w.w, w.q.Formulary, q, questionnaire.Reply{Kind: questionnaire.Definite, Taken: taken})))
		}
		w.list(choices)
	}
	w.introduce(q)
	again()
	for {
		line, err := w.prompt(w.w.Plain.PromptName, q.Why, again)
		if err != nil {
			return questionnaire.Reply{}, err
		}
		medicine := questionnaire.UnlistedMedicine
		n, err := strconv.Atoi(line)
		switch {
		case err == nil && (n < 1 || n > len(choices)):
			w.say(w.w.Plain.NotUnderstood)
			continue
		case err == nil && n == 1:
			return questionnaire.Reply{Kind: questionnaire.Definite, Taken: taken}, nil
		case err == nil && n == 3:
			return questionnaire.Reply{Kind: questionnaire.Unsure}, nil
		case err == nil && n == 4:
			return questionnaire.Reply{Kind: questionnaire.Declined}, nil
		case err != nil:
			found, ok, err := w.which(line)
			if errors.Is(err, errBack) || err == nil && !ok {
				again()
				continue
			}
			if err != nil {
				return questionnaire.Reply{}, err
			}
			medicine = found
		}
		state, err := w.stateOf(q, medicine)
		if errors.Is(err, errBack) {
			again()
			continue
		}
		if err != nil {
			return questionnaire.Reply{}, err
		}
		taken = slices.DeleteFunc(taken, func(t questionnaire.Taken) bool { return t.Medicine == medicine })
		taken = append(taken, questionnaire.Taken{Medicine: medicine, State: state})
		if medicine == questionnaire.UnlistedMedicine {
			w.say(w.w.Medicines.UnlistedPut)
		}
		again()
	}
}

// which finds out which medicine a name means.
func (w *walk) which(typed string) (medicine int, ok bool, err error) {
	found := w.finder.Settle(typed)
	if len(found) == 0 {
		w.say(w.w.Medicines.Nothing)
		return 0, false, nil
	}
	look := false
	var choices []string
	for _, m := range found {
		look = look || m.LookAlike
		choices = append(choices, page.Match(w.w, m))
	}
	choices = append(choices, w.w.Plain.NoneOfThese, w.w.Answer.Unlisted)
	n, err := w.number(w.w.Medicines.Hint, func() {
		w.say(w.w.Plain.Which)
		if look {
			w.say(w.w.Medicines.LookAlike)
		}
	}, choices)
	switch {
	case err != nil:
		return 0, false, err
	case n == len(found):
		return 0, false, nil
	case n > len(found):
		return questionnaire.UnlistedMedicine, true, nil
	}
	return found[n].Medicine.Index, true, nil
}

// stateOf asks whether she still takes it.
func (w *walk) stateOf(q *questionnaire.Question, medicine int) (int, error) {
	if len(q.States) == 0 {
		return 0, nil
	}
	var choices []string
	for _, s := range q.States {
		choices = append(choices, s.Label)
	}
	choices = append(choices, w.w.Answer.NotSure, w.w.Answer.PreferNotToSay)
	n, err := w.number(q.Why, func() {
		w.say(wording.Fill(w.w.Medicines.StateAsk, "medicine", strings.TrimSpace(page.Medicine(w.w, w.q.Formulary, medicine))))
	}, choices)
	if err != nil {
		return 0, err
	}
	if n >= len(q.States) {
		return questionnaire.UnsureState, nil
	}
	return n, nil
}
