package page

import "github.com/ask-first/askfirst/internal/questionnaire"

// Answering finds on the pages of a visit what somebody chooses, when it is known what she
// has to say to every question.
type Answering struct {
	Replies func(*questionnaire.Question) questionnaire.Reply
	named   int // medicines of the question that are on her list, or asked about
}

// On is what she does next on the page of a question: the numbers of what she chooses,
// from 0, or the name of a medicine that she types.
func (a *Answering) On(p Page, f *questionnaire.Formulary) (choices []int, name string) {
	r := a.Replies(p.Question)
	switch {
	case r.Kind == questionnaire.Unsure:
		return p.extra(NotSure), ""
	case r.Kind != questionnaire.Definite:
		return p.extra(Declined), ""
	case p.Question.TakesMedicines():
		return a.medicine(p, f, r)
	}
	if choices = append(choices, r.Answers...); r.RestUnsure {
		choices = append(choices, p.extra(NotSure)...)
	}
	return choices, ""
}

// medicine is the next step about her medicines: a name, which one it is, whether she
// still takes it, and at last that this is all.
func (a *Answering) medicine(p Page, f *questionnaire.Formulary, r questionnaire.Reply) (choices []int, name string) {
	switch d := p.Draft; {
	case d.Asking():
		state := r.Taken[a.named-1]
		if state.State == questionnaire.UnsureState {
			return p.extra(NotSure), ""
		}
		return []int{state.State}, ""
	case d.Typed() != "":
		if r.Taken[a.named-1].Medicine == questionnaire.UnlistedMedicine {
			return p.extra(Unlisted), ""
		}
		return []int{0}, ""
	case a.named < len(r.Taken):
		a.named++
		if t := r.Taken[a.named-1]; t.Medicine != questionnaire.UnlistedMedicine {
			return nil, f.Medicines[t.Medicine].Generic
		}
		return p.extra(Unlisted), ""
	case r.RestUnsure:
		return p.extra(NotSure), ""
	}
	return []int{0}, ""
}

// extra is the number of one of the program's own answers; the first choice where a page
// has none.
func (p Page) extra(x Extra) []int {
	for n, c := range p.Choices() {
		if c.Extra == x {
			return []int{n}
		}
	}
	return []int{0}
}
