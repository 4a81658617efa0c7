package content

import (
	"fmt"
	"strings"
	"testing"
)

func TestTooLong(t *testing.T) {
	answers := func(n int) [2]string {
		more := ""
		for i := range n - 2 {
			more += fmt.Sprintf("      - {id: a%d, label: %d of them}\n", i, i)
		}
		return [2]string{"      - {id: none,", more + "      - {id: none,"}
	}
	labels := func(a, b string) [2]string {
		return [2]string{"      - {id: none,", fmt.Sprintf("      - {id: a, label: %q}\n      - {id: b, label: %q}\n      - {id: none,", a, b)}
	}
	for _, c := range []struct {
		name, place, text string
		change            [2]string
		fault, at         string
	}{
		{"ask of 91", "ASK", strings.Repeat("a", 91), [2]string{}, "has 91 characters; shorten it to 90", "milk.yaml:5:5"},
		{"ask of 90", "ASK", strings.Repeat("á", 90), [2]string{}, "", ""},
		{"why of 161", "WHY", strings.Repeat("a", 161), [2]string{}, "has 161 characters; shorten it to 160", "milk.yaml:5:5"},
		{"why of 160", "WHY", strings.Repeat("a", 160), [2]string{}, "", ""},
		{"label of 65", "LABEL", strings.Repeat("a", 65), [2]string{}, "has 65 characters; shorten it to 64", "milk.yaml:11:9"},
		{"label of 64", "LABEL", strings.Repeat("a", 64), [2]string{}, "", ""},
		{"education of 221", "EDUCATION", strings.Repeat("milk ", 221), [2]string{}, "has 221 words", "milk.yaml:29:5"},
		{"education of 220", "EDUCATION", strings.Repeat("milk ", 220), [2]string{}, "", ""},
		{"education of 59", "EDUCATION", strings.Repeat("milk ", 59), [2]string{}, "has only 59 words", "milk.yaml:29:5"},
		{"education of 60", "EDUCATION", strings.Repeat("milk ", 60), [2]string{}, "", ""},
		{"eight answers", "", "", answers(8), "offers 8 answers", "milk.yaml:5:5"},
		{"seven answers", "", "", answers(7), "", ""},
		{"labels that begin alike", "", "", labels("Yes, some of it", "yes, some of mine"), "begin with the same 12 characters", "milk.yaml:13:9"},
		{"labels that soon differ", "", "", labels("Yes, some of it", "Yes, some, but less"), "", ""},
		{"short labels", "", "", labels("Yes, some", "Yes, some too"), "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			texts := map[string]string{}
			if c.place != "" {
				texts[c.place] = c.text
			}
			var changes [][2]string
			if c.change[0] != "" {
				changes = append(changes, c.change)
			}
			found := of(Check(read(t, texts, changes...), today), "too-long")
			switch {
			case c.fault == "" && len(found) > 0:
				t.Errorf("a near miss was not left alone: %v", found)
			case c.fault != "" && (len(found) != 1 || !strings.Contains(found[0].Message, c.fault) || found[0].At.String() != c.at):
				t.Errorf("want %q at %s, got %v", c.fault, c.at, found)
			}
		})
	}
}
