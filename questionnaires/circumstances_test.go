package questionnaires_test

import (
	"slices"
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
)

// TestWhoLooksAtAMedicineHearsOfAPregnancyAndOfMilk: of every kind of medicine, with everybody who
// is asked about it because of the medicine, the first words say that she is pregnant, wants to be,
// gave birth lately or gives milk. What corrections.md asks for of any medicine it asks for the more
// of those that it names, such as lithium, valproate and codeine.
func TestWhoLooksAtAMedicineHearsOfAPregnancyAndOfMilk(t *testing.T) {
	q := maternal(t)
	quiet := somebody(newCrowd(q).nothing)
	looks := []string{"prescriber", "pharmacist", "perinatal-psychiatrist", "primary-care"}
	for _, c := range []struct{ question, answer string }{
		{"pregnancy", "first"}, {"pregnancy", "second"}, {"pregnancy", "third"}, {"pregnancy", "pregnant-unsure-weeks"}, {"pregnancy", "could-be"}, {"pregnancy", "trying"},
		{"since-birth", "birth-0-6-weeks"}, {"since-birth", "birth-to-6-months"},
		{"feeding", "all-milk"}, {"feeding", "some-milk"}, {"feeding", "pumping-only"}, {"feeding", "stopping"},
	} {
		question := q.Question(c.question)
		answer := slices.IndexFunc(question.Answers, func(a *questionnaire.Answer) bool { return a.ID == c.answer })
		told := 0
		for _, medicine := range q.Formulary.Medicines {
			s := quiet.with(q.Question("medicines"), questionnaire.Reply{Kind: questionnaire.Definite, Taken: []questionnaire.Taken{{Medicine: medicine.Index}}})
			s = s.with(question, questionnaire.Reply{Kind: questionnaire.Definite, Answers: []int{answer}})
			for _, step := range s.state(q).Plan(nil).Steps {
				words := step.Words()
				if step.Urgency == questionnaire.Now || !slices.Contains(looks, step.Clinician.ID) || !slices.ContainsFunc(words.Facts, func(f screening.Fact) bool { return f.Names != nil }) {
					continue
				}
				told++
				if !slices.ContainsFunc(words.Facts, func(f screening.Fact) bool { return f.Answer == question.Answers[answer] }) {
					t.Fatalf("%s with %s: the %s hears %v", medicine.Generic, c.answer, step.Clinician.ID, words.Facts)
				}
			}
		}
		if told < 300 {
			t.Errorf("%s: only %d conversations", c.answer, told)
		}
	}
}
