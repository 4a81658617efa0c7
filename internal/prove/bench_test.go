package prove

import (
	"fmt"
	"math"
	"runtime"
	"testing"
	"testing/fstest"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/questionnaires"
)

// maternal is the questionnaire that comes with the program.
func maternal(t testing.TB) *questionnaire.Questionnaire {
	t.Helper()
	return read(t, nil)
}

// read reads a folder; what it does not hold comes from the program's own. A nil
// folder is that itself.
func read(t testing.TB, files fstest.MapFS) *questionnaire.Questionnaire {
	t.Helper()
	q, findings, err := folder.Read(questionnaires.Maternal(), nil)
	if files != nil {
		q, findings, err = folder.Read(files, questionnaires.Maternal())
	}
	if q == nil || err != nil {
		t.Fatal(findings, err)
	}
	return q
}

func BenchmarkCheckMaternal(b *testing.B) { benchmark(b, maternal(b)) }

// BenchmarkCheck is to be read from 10 to 3,000 questions: beside the time, as
// "people-digits", stands with how many digits one writes the number of people
// whom trying everybody one by one would have to try. See docs/proofs.md.
func BenchmarkCheck(b *testing.B) {
	for _, n := range []int{10, 30, 100, 300, 1000, 3000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) { benchmark(b, large(b, n)) })
	}
}

// BenchmarkOnePerson is what trying one of them takes.
func BenchmarkOnePerson(b *testing.B) {
	for _, n := range []int{10, 100, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			q := large(b, n)
			state := screening.Start(q)
			for _, question := range q.Questions {
				state = state.Answer(question, questionnaire.Reply{Kind: questionnaire.Declined})
			}
			for b.Loop() {
				state.Outcome()
			}
		})
	}
}

func benchmark(b *testing.B, q *questionnaire.Questionnaire) {
	b.ReportAllocs()
	found := map[string]int{}
	var memory runtime.MemStats
	began := processorTime()
	for b.Loop() {
		clear(found)
		for _, f := range Check(q) {
			found[f.Check.ID()]++
		}
	}
	b.ReportMetric(float64((processorTime()-began).Milliseconds())/float64(b.N), "processor-ms/op")
	runtime.ReadMemStats(&memory)
	b.ReportMetric(float64(memory.Sys)/1e6, "MB-from-system")
	b.ReportMetric(math.Floor(digits(q))+1, "people-digits")
	b.Log(found)
}

// digits is the logarithm of the number of people: of the ways to answer all
// questions, of which "not sure" and "prefer not to say" are two. Somebody may
// take any set of medicines.
func digits(q *questionnaire.Questionnaire) float64 {
	all := 0.0
	for _, question := range q.Questions {
		n := float64(len(question.Answers))
		switch {
		case question.TakesOne():
			all += math.Log10(n + 2)
		case question.TakesMany():
			all += math.Log10(math.Exp2(n) + 1)
		default:
			all += float64(len(q.Formulary.Medicines)) * math.Log10(float64(len(question.States)+2))
		}
	}
	return all
}
