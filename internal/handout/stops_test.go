package handout

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/questionnaire/questionnairetest"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/questionnaires"
)

// bothStop walks somebody through the screen and along the paper. Wherever the
// screen interrupts her, the paper has told her to stop, at that question or
// before it; and no box is hers for which the screen does not interrupt her in the
// end. The paper may be earlier: of what holds whatever she answers, it tells before
// the question, and the screen, which looks at each part by itself, behind it.
func bothStop(t interface{ Fatalf(string, ...any) }, p *boxes, private bool, answer func(*questionnaire.Question) questionnaire.Reply) (stopped []*questionnaire.Rule) {
	s := screening.Start(p.Questionnaire)
	if !private {
		s = screening.StartShared(p.Questionnaire)
	}
	var asked []*questionnaire.Question
	reply := func(question *questionnaire.Question) questionnaire.Reply {
		if slices.Contains(asked, question) {
			return s.Reply(question)
		}
		return questionnaire.Reply{}
	}
	told := map[*questionnaire.Rule]bool{}
	readTo := func(question *questionnaire.Question) {
		for _, stop := range p.at[question] {
			told[stop.rule] = told[stop.rule] || stop.when.so(reply)
		}
	}
	readTo(nil)
	for {
		step := s.Next()
		if step.Interrupt != nil {
			for _, rule := range step.Interrupt {
				if !told[rule] && !byHand(rule.When) {
					t.Fatalf("after %v the screen interrupts for %s, and paper does not", ids(asked), rule.ID)
				}
			}
			stopped = append(stopped, step.Interrupt...)
			s = s.Seen(step.Interrupt)
			continue
		}
		if step.Done() {
			for rule := range told {
				if told[rule] && !slices.Contains(stopped, rule) && !byHand(rule.When) {
					t.Fatalf("with answers to %v paper stops for %s, and the screen does not", ids(asked), rule.ID)
				}
			}
			return stopped
		}
		s = s.Answer(step.Question, answer(step.Question))
		asked = append(asked, step.Question)
		readTo(step.Question)
	}
}

// boxes are all that a paper has.
type boxes struct {
	*paper
	at map[*questionnaire.Question][]stop
}

func boxesOf(q *questionnaire.Questionnaire, private bool) *boxes {
	b := &boxes{Source{Questionnaire: q, Words: wording.English()}.paper(private), map[*questionnaire.Question][]stop{}}
	for _, question := range append(b.asked, nil) {
		b.at[question] = b.stopsAt(question)
	}
	return b
}

// byHand tells a condition that hangs on medicines written by hand, or on whether
// a question is asked that does.
func byHand(when *questionnaire.Condition) bool {
	found := medicines(when)
	when.Atoms(func(atom *questionnaire.Condition) {
		found = found || byHand(atom.Atom.Question.AskWhen)
	})
	return found
}

func ids(questions []*questionnaire.Question) []string {
	var all []string
	for _, q := range questions {
		all = append(all, q.ID)
	}
	return all
}

func TestPaperStopsNoLaterThanTheScreen(t *testing.T) {
	for _, shape := range []questionnairetest.Shape{{}, {Plan: true}, {MostQuestions: 4, MostRules: 8}} {
		rapid.Check(t, func(t *rapid.T) {
			q := questionnairetest.Draw(t, shape)
			private := rapid.Bool().Draw(t, "private")
			bothStop(t, boxesOf(q, private), private, func(question *questionnaire.Question) questionnaire.Reply {
				return questionnairetest.DrawReply(t, q, question)
			})
		})
	}
}

// Every interrupt of the real questionnaire is reached in every way in which its
// answers, and those that bring them up, can be given together.
func TestPaperStopsWhereverTheRealScreenDoes(t *testing.T) {
	q := read(t, questionnaires.Maternal())
	papers := map[bool]*boxes{false: boxesOf(q, false), true: boxesOf(q, true)}
	for _, rule := range q.Rules {
		if !rule.Interrupt || byHand(rule.When) {
			continue
		}
		about := map[*questionnaire.Question]bool{}
		lookedAt(rule.When, about)
		seen := 0
		for seed := range uint64(30) {
			chance := rand.New(rand.NewPCG(seed, 1))
			for _, private := range []bool{true, false} {
				stopped := bothStop(t, papers[private], private, func(question *questionnaire.Question) questionnaire.Reply {
					if !about[question] || question.TakesMedicines() {
						return questionnaire.Reply{Kind: questionnaire.Declined}
					}
					replies := questionnairetest.Replies(q, question)
					return replies[chance.IntN(len(replies))]
				})
				if slices.Contains(stopped, rule) {
					seen++
				}
			}
		}
		if seen == 0 {
			t.Errorf("%s never interrupts here, so nothing is tried", rule.ID)
		}
	}
}

func lookedAt(when *questionnaire.Condition, about map[*questionnaire.Question]bool) {
	when.Atoms(func(atom *questionnaire.Condition) {
		if of := atom.Atom.Question; !about[of] {
			about[of] = true
			lookedAt(of.AskWhen, about)
		}
	})
}

// The boxes stand where their answers are asked: one for each way.
func TestARuleWithAnyHasABoxAtEachOfItsQuestions(t *testing.T) {
	q := read(t, questionnaires.Maternal())
	p := Source{Questionnaire: q, Words: wording.English()}.paper(true)
	for _, rule := range q.Rules {
		if !rule.Interrupt || rule.When == nil || rule.When.Op != questionnaire.Any {
			continue
		}
		for _, part := range rule.When.Parts {
			if part.Op != questionnaire.Atom {
				continue
			}
			if !slices.ContainsFunc(p.stopsAt(part.Atom.Question), func(s stop) bool { return s.rule == rule }) {
				t.Errorf("%s has no box at %s", rule.ID, part.Atom.Question.ID)
			}
		}
	}
}

// A statement calls an answer by the letter that is printed before it.
func TestTheLettersAreThoseOfTheAnswers(t *testing.T) {
	for _, p := range printed(t) {
		if p.paper != "questionnaire" {
			continue
		}
		made := p.Source.paper(true)
		for _, question := range made.asked {
			if question.TakesMedicines() {
				continue
			}
			var labels, want []string
			cards := made.question(question)
			for _, b := range cards[len(cards)-1].(Card).Blocks {
				if l, ok := b.(List); ok && l.Boxes {
					for _, item := range l.Items {
						labels = append(labels, saidBy(item.Spans))
					}
				}
			}
			for i := range len(question.Answers) + 2 {
				one := picked{question: question, of: make([]bool, len(question.Answers))}
				switch own := len(question.Answers); i {
				case own:
					one.notSure = true
				case own + 1:
					one.declined = true
				default:
					one.of[i] = true
				}
				inWords := made.teller
				inWords.labels = true
				said := wording.Fill(p.Words.Handout.Chose, "n", strconv.Itoa(made.no[question]), "answers", letter(i))
				if got := made.leaf(&one); got != said {
					t.Errorf("%s: %q, want %q", question.ID, got, said)
				}
				_, label, _ := strings.Cut(inWords.leaf(&one), "“")
				label, _, _ = strings.Cut(label, "”")
				want = append(want, letter(i)+". "+label)
			}
			if !slices.Equal(labels, want) {
				t.Errorf("%s: printed are %q, meant are %q", question.ID, labels, want)
			}
		}
	}
}
