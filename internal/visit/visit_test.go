package visit

import (
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/questionnaires"
)

func maternal(t testing.TB) *questionnaire.Questionnaire {
	t.Helper()
	q, findings, err := questionnaire.Read(questionnaires.Maternal(), nil)
	if q == nil || err != nil {
		t.Fatal(findings, err)
	}
	return q
}

func TestTheFirstStepsLeadToTheFirstQuestion(t *testing.T) {
	q := maternal(t)
	v := Begin(q, Options{}).Did(Began{}).Did(Agreed{}).Did(Placed{Region: "us"})
	if at, ok := v.Where().(Asked); !ok || at.Question != q.Questions[0] {
		t.Fatalf("at %#v", v.Where())
	}
	if v.Region().ID != "us" {
		t.Error(v.Region().ID)
	}
}
