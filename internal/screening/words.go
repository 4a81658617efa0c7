package screening

import (
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Words are what she can say in a step: the facts behind its certain reasons,
// the heaviest first, then what to request. What does not fit into the limits of
// the questionnaire is "more to tell". In danger so is all that belongs to something
// else: said in one breath, where she has her mushrooms from would be told of what a
// child has swallowed.
type Words struct {
	// ReportFirst: before she tells anything she asks what must be reported, and
	// to whom.
	ReportFirst  bool
	Facts        []Fact
	Requests     []Request
	MoreFacts    []Fact
	MoreRequests []Request
}

// Fact is a sentence in her voice that one of her answers makes true.
type Fact struct {
	Question *questionnaire.Question
	Answer   *questionnaire.Answer // the answer, or the state of medicines; nil: of medicines without one
	Names    []string              // the medicines, in her own words
	said     string
	behind   []*questionnaire.Rule // whose reasons it is told for
}

// Text is the sentence, with medicines parted by commas.
func (f Fact) Text() string { return f.With(strings.Join(f.Names, ", ")) }

// With is the sentence with the medicines as a language lists them.
func (f Fact) With(names string) string {
	return strings.ReplaceAll(f.said, questionnaire.NamesBrace, names)
}

// Request is what to ask the clinician for.
type Request struct {
	Rule *questionnaire.Rule
	Text string
}

// Words works out what to say in the step, when somebody looks. Of a possible
// reason nothing is said: what it would ask for may not be so.
func (s Step) Words() Words {
	return wordsOf(s.q, s.Reasons, s.Clinician.TellWithMedicines)
}

// WordsFor are those of a page about these rules, as far as they are certain.
func (s State) WordsFor(rules []*questionnaire.Rule) Words {
	reasons := slices.DeleteFunc(s.look().fired(rules), func(r Reason) bool { return !r.Certain })
	return wordsOf(s.q, reasons, nil)
}

// Medicines are what she takes, and has taken, as she says it.
func (s State) Medicines() []Fact {
	var facts []Fact
	v := s.look()
	for _, question := range s.q.Questions {
		if question.TakesMedicines() && v.standing[question.Index] == answered && !(s.shared && question.Private) {
			facts = addFacts(facts, s.q, Because{question, v.replies[question.Index]}, nil)
		}
	}
	return eachOnce(facts)
}

// wordsOf are the words for some reasons. Where they tell of a medicine that can wait until today,
// beside is told as well, as far as it is certain, behind the first of these reasons: whoever
// prescribes lithium hears of the pregnancy too.
func wordsOf(q *questionnaire.Questionnaire, reasons []Reason, beside *questionnaire.Condition) Words {
	var w Words
	var facts []Fact
	var requests []Request
	atOnce := [2]int{-1, -1} // so many facts and requests are of the danger
	for _, r := range reasons {
		if !r.Certain {
			break // certain ones stand first
		}
		if atOnce[0] < 0 && reasons[0].Urgency() == questionnaire.Now && r.Urgency() < questionnaire.Now {
			atOnce = [2]int{len(eachOnce(facts)), len(requests)}
		}
		for _, b := range r.Because() {
			facts = addFacts(facts, q, b, r.Rule)
		}
		if beside != nil && r.Urgency() < questionnaire.Now && tellsMedicine(facts) {
			if r.view.truth(beside) == Yes {
				also := becauses{view: r.view}
				also.support(beside, false)
				for _, b := range also.found {
					facts = addFacts(facts, q, b, nil)
				}
			}
			beside = nil
		}
		head, tail, reports := strings.Cut(r.ask(), questionnaire.ReportBrace)
		w.ReportFirst = w.ReportFirst || reports
		if text := strings.TrimSpace(head + tail); text != "" {
			requests = addRequest(requests, Request{r.Rule, text})
		}
	}
	w.Requests, w.MoreRequests = within(requests, q.Limits.Requests, atOnce[1])
	told, more := within(eachOnce(facts), 0, atOnce[0])
	w.Facts = told
	if q.Limits.Facts > 0 {
		w = w.Few(q.Limits.Facts)
	}
	w.MoreFacts = append(w.MoreFacts, more...)
	return w
}

func tellsMedicine(facts []Fact) bool {
	return slices.ContainsFunc(facts, func(f Fact) bool { return f.Names != nil })
}

// Few are the same words with at most so many facts, in the same order; the others are
// "more to tell". Each thing to request has a fact that it comes from, before another
// has two: asked without it, nobody could tell what the question is about.
func (w Words) Few(facts int) Words {
	if len(w.Facts) <= facts {
		return w
	}
	told := make([]bool, len(w.Facts))
	left := facts
	tell := func(which func(Fact) bool) {
		for i, f := range w.Facts {
			if left > 0 && !told[i] && which(f) {
				told[i] = true
				left--
				return
			}
		}
	}
	for _, r := range w.Requests {
		tell(func(f Fact) bool { return slices.Contains(f.behind, r.Rule) })
	}
	for left > 0 {
		tell(func(Fact) bool { return true })
	}
	var first, more []Fact
	for i, f := range w.Facts {
		if told[i] {
			first = append(first, f)
		} else {
			more = append(more, f)
		}
	}
	w.Facts, w.MoreFacts = first, append(more, w.MoreFacts...)
	return w
}

// addRequest adds what to ask for. Of two of which one asks for all that the other
// does, the fuller one is told, where the heavier one stands: read out, the second
// would sound as if the first had not been heard.
func addRequest(all []Request, r Request) []Request {
	if slices.ContainsFunc(all, func(o Request) bool { return asksToo(o.Text, r.Text) }) {
		return all
	}
	within := func(o Request) bool { return asksToo(r.Text, o.Text) }
	i := slices.IndexFunc(all, within)
	if i < 0 {
		return append(all, r)
	}
	all[i] = r
	return append(all[:i+1], slices.DeleteFunc(all[i+1:], within)...)
}

// asksToo tells whether the words of part stand in whole as a sentence, or as its
// beginning up to a comma. Of anything less nobody can tell that it asks the same.
func asksToo(whole, part string) bool {
	part = strings.TrimRight(part, ".?!")
	for at := 0; ; {
		i := strings.Index(whole[at:], part)
		if i < 0 || part == "" {
			return false
		}
		before, after := whole[:at+i], whole[at+i+len(part):]
		begins := before == "" || strings.HasSuffix(before, ". ") || strings.HasSuffix(before, "? ") || strings.HasSuffix(before, "! ")
		if begins && (after == "" || strings.ContainsRune(".?!,;:", rune(after[0]))) {
			return true
		}
		at += i + len(part)
	}
}

// eachOnce leaves out a sentence that another question has made true already.
func eachOnce(facts []Fact) []Fact {
	var all []Fact
	for _, f := range facts {
		if i := slices.IndexFunc(all, func(o Fact) bool { return o.Text() == f.Text() }); i >= 0 {
			all[i].behind = append(all[i].behind, f.behind...)
		} else {
			all = append(all, f)
		}
	}
	return all
}

// within parts a list where the limit is, or before; 0: there is no limit. Of a danger
// only so many are of it; negative, or 0: it does not matter.
func within[T any](all []T, limit, ofDanger int) (first, more []T) {
	if ofDanger > 0 && (limit == 0 || ofDanger < limit) {
		limit = ofDanger
	}
	if limit == 0 || len(all) <= limit {
		return all, nil
	}
	return all[:limit:limit], all[limit:]
}

// ask is the first variant that is certain for her, or "".
func (r Reason) ask() string {
	for _, a := range r.Rule.Ask {
		if r.view.truth(a.When) == Yes {
			return a.Text
		}
	}
	return r.Rule.AskOfAll()
}

// addFacts adds what an answer makes true, which is told for a rule. Medicines in one
// state are one fact, which stands where the first of them was told.
func addFacts(facts []Fact, q *questionnaire.Questionnaire, b Because, rule *questionnaire.Rule) []Fact {
	for _, a := range b.Reply.Answers {
		answer := b.Question.Answers[a]
		if answer.Said == "" {
			continue
		}
		i := slices.IndexFunc(facts, func(f Fact) bool { return f.Answer == answer })
		if i < 0 {
			i = len(facts)
			facts = append(facts, Fact{Question: b.Question, Answer: answer, said: answer.Said})
		}
		facts[i].behind = append(facts[i].behind, rule)
	}
	for _, taken := range b.Reply.Taken {
		name := NameOf(q.Formulary, taken)
		state, said := stateSaid(b.Question, taken)
		if name == "" || said == "" {
			continue
		}
		i := slices.IndexFunc(facts, func(f Fact) bool { return f.Question == b.Question && f.Answer == state && f.Names != nil })
		if i < 0 {
			i = len(facts)
			facts = append(facts, Fact{Question: b.Question, Answer: state, said: said})
		}
		if !slices.Contains(facts[i].Names, name) {
			facts[i].Names = append(facts[i].Names, name)
		}
		facts[i].behind = append(facts[i].behind, rule)
	}
	return facts
}

// stateSaid is what is said of a medicine: the sentence of its state, or where
// that is not asked or not known the question's.
func stateSaid(question *questionnaire.Question, taken questionnaire.Taken) (*questionnaire.Answer, string) {
	if len(question.States) == 0 || taken.State == questionnaire.UnsureState {
		return nil, question.Said
	}
	state := question.States[taken.State]
	return state, state.Said
}

// NameOf is a medicine by the word that she typed, the generic name beside it:
// "Deprax (trazodone)". It is "" for one that the list does not know and of which
// she typed no name.
func NameOf(f *questionnaire.Formulary, taken questionnaire.Taken) string {
	typed := taken.Typed.String()
	if taken.Medicine == questionnaire.UnlistedMedicine {
		return typed
	}
	generic := f.Medicines[taken.Medicine].Generic
	if typed == "" || questionnaire.Fold(typed) == questionnaire.Fold(generic) {
		return generic
	}
	return typed + " (" + generic + ")"
}

// Learn are the texts that are offered beside the step, those of its heaviest
// reasons, each once; more are those beyond the limit.
func (s Step) Learn() (offered, more []*questionnaire.Education) {
	return within(learnOf(s.Reasons), s.q.Limits.Texts, 0)
}

// learnOf are the texts of some reasons, each once, as far as they concern her. One
// of which that is unknown does: who is not sure is offered no less.
func learnOf(reasons []Reason) []*questionnaire.Education {
	var all []*questionnaire.Education
	for _, r := range reasons {
		for _, e := range r.Rule.Learn {
			if !slices.Contains(all, e) && r.view.truth(e.Concerns) != No {
				all = append(all, e)
			}
		}
	}
	return all
}

// Learn lists the education of all reasons, each once: that of the first step
// first, that of what is left open last.
func (p Plan) Learn() []*questionnaire.Education {
	var all []Reason
	for _, s := range p.Steps {
		all = append(all, s.Reasons...)
	}
	return learnOf(append(all, p.Open.Reasons...))
}
