package translation

import (
	"os"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/questionnaires"
)

// TestANewcomerBeginsWithTheForty fills in the forty most urgent texts in Portuguese,
// which the program does not speak: welcome, consent, the first question, emergency
// texts and lines. They are test data and are shipped nowhere.
func TestANewcomerBeginsWithTheForty(t *testing.T) {
	data, err := os.ReadFile("testdata/pt.txt")
	if err != nil {
		t.Fatal(err)
	}
	forty := map[string]string{}
	for line := range strings.Lines(string(data)) {
		key, to, ok := strings.Cut(strings.TrimSpace(line), " | ")
		if !ok {
			t.Fatalf("%q", line)
		}
		forty[key] = strings.ReplaceAll(to, "¶", "\n")
	}
	q := mustRead(t, questionnaires.Maternal(), nil)
	var entries []Entry
	for _, text := range q.Texts() {
		if to := forty[text.Key()]; to != "" {
			entries = append(entries, Entry{Text: text, To: to})
		}
	}
	if len(entries) != len(forty) || len(forty) != 40 {
		t.Fatalf("of %d texts %d are those of a text of the questionnaire", len(forty), len(entries))
	}
	tr, findings := folder.ParseTranslation("pt.yaml", Write("pt", entries))
	if tr == nil {
		t.Fatal(findings)
	}
	for _, f := range Check(q, tr) {
		if f.Check.ID() != "missing-translation" {
			t.Errorf("%v", f)
		}
	}
	said := Of(q, tr)
	shown := map[string]string{}
	for p := range said.Passages() {
		shown[p.Name()] = *p.Words
	}
	for key, to := range forty {
		if strings.Join(strings.Fields(shown[key]), " ") != strings.Join(strings.Fields(to), " ") {
			t.Errorf("%s says %q", key, shown[key])
		}
	}
	for _, rule := range said.Rules {
		if rule.Interrupt && rule.First == "" {
			t.Errorf("%s: what is not translated yet is not said at all", rule.ID)
		}
	}
	if urgent := said.Question("right-now"); urgent == nil || questionnaire.Fold(urgent.Ask) == questionnaire.Fold(q.Question("right-now").Ask) {
		t.Error("the first question is asked in the original")
	}
}
