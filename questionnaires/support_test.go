package questionnaires_test

import (
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/questionnaires"
)

var readMaternal = sync.OnceValues(func() (*questionnaire.Questionnaire, []questionnaire.Finding) {
	q, findings, err := folder.Read(questionnaires.Maternal(), nil)
	if err != nil {
		panic(err) // cannot be: the folder is in memory
	}
	return q, findings
})

// maternal is the real questionnaire, read once for all tests.
func maternal(t testing.TB) *questionnaire.Questionnaire {
	t.Helper()
	q, findings := readMaternal()
	if q == nil {
		t.Fatalf("the maternal questionnaire cannot be read: %v", findings)
	}
	return q
}

// table reads a file of testdata: its rows, each with the cells by the names of
// the first line.
func table(t testing.TB, name string) []map[string]string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(data), "\n"), "\n")
	columns := strings.Split(lines[0], "\t")
	var rows []map[string]string
	for _, line := range lines[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != len(columns) {
			t.Fatalf("%s: %d cells instead of %d: %q", name, len(cells), len(columns), line)
		}
		row := map[string]string{}
		for i, cell := range cells {
			row[columns[i]] = cell
		}
		rows = append(rows, row)
	}
	return rows
}

// list takes a cell with several entries apart.
func list(cell string) []string {
	var entries []string
	for entry := range strings.SplitSeq(cell, ";") {
		if entry = strings.TrimSpace(entry); entry != "" {
			entries = append(entries, entry)
		}
	}
	return entries
}

// nothingToReport are the answers of somebody of whom there is nothing to tell.
// A person gives the first of them that a question offers.
var nothingToReport = []string{"none", "no", "25-plus", "longer-ago", "me", "no-guide", "nothing-yet"}

// given makes the reply of a person to a question, from answer ids.
func given(t testing.TB, question string, ids ...string) questionnaire.Given {
	t.Helper()
	asked := maternal(t).Question(question)
	if asked == nil {
		t.Fatalf("no question is called %q", question)
	}
	reply, err := asked.Reply(ids...)
	if err != nil {
		t.Fatal(err)
	}
	return questionnaire.Given{Question: asked, Reply: reply}
}

// takes makes the reply of somebody who takes one medicine, or did.
func takes(t testing.TB, m *questionnaire.Medicine, state string) questionnaire.Given {
	t.Helper()
	asked := maternal(t).Question("medicines")
	for i, s := range asked.States {
		if s.ID == state {
			reply, err := asked.ReplyTaken(questionnaire.Taken{Medicine: m.Index, State: i})
			if err != nil {
				t.Fatal(err)
			}
			return questionnaire.Given{Question: asked, Reply: reply}
		}
	}
	t.Fatalf("no state of a medicine is called %q", state)
	return questionnaire.Given{}
}

// outcomeFor is what a person leaves with who says this, and has nothing else
// to report.
func outcomeFor(t testing.TB, said ...questionnaire.Given) screening.Outcome {
	t.Helper()
	result := scenario.Run(maternal(t), &questionnaire.Scenario{Person: questionnaire.Person{Answers: said, Others: nothingToReport}})
	for _, f := range result.Failures {
		t.Fatalf("nothingToReport has no answer: %s", f.Message)
	}
	return result.Outcome
}

// calls reports whether the outcome has a certain need that only these people can
// meet, at least so urgent. They are written as a rule writes them: "prescriber or
// pharmacist".
func calls(t testing.TB, o screening.Outcome, who string, urgency questionnaire.Urgency) bool {
	t.Helper()
	expected := questionnaire.ExpectedConversation{Urgency: urgency}
	for id := range strings.SplitSeq(who, " or ") {
		c := maternal(t).Clinician(id)
		if c == nil {
			t.Fatalf("no clinician is called %q", id)
		}
		expected.AnyOf = append(expected.AnyOf, c)
	}
	came := scenario.Came{Outcome: o}
	return len(came.Against(questionnaire.Expectation{Conversations: []questionnaire.ExpectedConversation{expected}})) == 0
}
