//go:build !windows

package main

import (
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/wording"
)

// The real questionnaire by pipe, as a script or a screen reader's user would
// answer it: a number for each line.
func TestPregnantAndTakingAnSSRIThroughAPipe(t *testing.T) {
	t.Parallel()
	q := maternal(t)
	person := as(fictional(t, map[string][]string{
		"pregnancy": {"first"}, "using": {"curious"}, "medicines": {"sertraline"},
	}, nothingElse...), q)
	lines := []string{"1", "1", "1"} // welcome, consent, region
	state := screening.Start(q)
	for step := state.Next(); !step.Done(); step = state.Next() {
		reply, ok := scenario.ReplyOf(person, step.Question)
		if !ok {
			t.Fatalf("no answer to %q", step.Question.ID)
		}
		lines = append(lines, linesFor(q, step.Question, reply)...)
		if step.Question.After != "" { // a pause
			lines = append(lines, "")
		}
		state = state.Answer(step.Question, reply)
	}
	lines = append(lines, "See who")
	for range 200 { // one conversation after the other, a screen at a time
		lines = append(lines, "")
	}
	lines = append(lines, "leave")

	cmd := exec.Command(program, "--accessible")
	cmd.Stdin = strings.NewReader(strings.Join(lines, "\n") + "\n")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	steps := state.Plan(q.Regions[0]).Steps
	for i, s := range steps {
		want := wording.Fill(wording.English().Plain.Conversation, "n", strconv.Itoa(i+1), "all", strconv.Itoa(len(steps)), "clinician", s.Clinician.Name)
		if i == 0 {
			want = page.Soon(wording.English(), s.Clinician, s.Urgency)
		}
		if !strings.Contains(string(out), want) {
			t.Errorf("step %d, with %s, is missing", i+1, s.Clinician.ID)
		}
	}
	for _, no := range []string{"\x1b", "│", "─", "✓"} {
		if strings.Contains(string(out), no) {
			t.Errorf("%q in plain lines", no)
		}
	}
}

// linesFor is what to type for a reply.
func linesFor(q *questionnaire.Questionnaire, question *questionnaire.Question, reply questionnaire.Reply) []string {
	switch {
	case question.Choose == questionnaire.Medicines:
		var lines []string
		for _, taken := range reply.Taken {
			lines = append(lines, q.Formulary.Medicines[taken.Medicine].Generic, strconv.Itoa(taken.State+1))
		}
		return append(lines, "1")
	case reply.Kind == questionnaire.Unsure:
		return []string{"not sure"}
	case reply.Kind == questionnaire.Declined:
		return []string{"prefer not to say"}
	}
	var numbers []string
	for _, a := range reply.Answers {
		numbers = append(numbers, strconv.Itoa(a+1))
	}
	return []string{strings.Join(numbers, ", ")}
}
