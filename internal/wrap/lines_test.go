package wrap_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/wrap"
	"github.com/ask-first/askfirst/questionnaires"
)

var addressInText = regexp.MustCompile(`(?:https?://)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[\w./?&=-]*\w)?`)

// TestNoNumberAndNoAddressOfAHelpLineIsParted looks at every help line that comes
// with the program, at many widths, as letters and as it is read out.
func TestNoNumberAndNoAddressOfAHelpLineIsParted(t *testing.T) {
	q, findings, err := folder.Read(questionnaires.Maternal(), nil)
	if q == nil {
		t.Fatal(err, findings)
	}
	for _, language := range []string{"en", "es"} {
		w := wording.In(language)
		for _, region := range q.Regions {
			for _, line := range region.Lines {
				for text, whole := range saidOf(w, line) {
					keepsWhole(t, text, whole)
				}
			}
		}
	}
}

// saidOf are texts of a help line, each with what must stay whole in it.
func saidOf(w *wording.Words, line *questionnaire.HelpLine) map[string][]string {
	spoken := *line
	spoken.Call, spoken.Text, spoken.Note = wording.Digits(line.Call), wording.Digits(line.Text), wording.Spoken(line.Note)
	said := map[string][]string{}
	for _, l := range []*questionnaire.HelpLine{line, &spoken} {
		ways := page.Contacts(w, l)
		whole := slices.DeleteFunc([]string{l.Call, l.Text}, func(s string) bool { return s == "" })
		if l.Call != "" {
			whole = append(whole, wording.Fill(w.Line.Call, "number", l.Call))
		}
		text := l.Name + ": " + strings.Join(ways, "; ") + ". " + strings.Join(page.About(w, l), " ") + " " + l.URL
		said[text] = append(whole, addressInText.FindAllString(text, -1)...)
		said[strings.Join(ways, ", ")+"  "+l.Name] = whole
	}
	return said
}

func keepsWhole(t *testing.T, text string, whole []string) {
	t.Helper()
	for width := 20; width <= 200; width += 1 + width/50 {
		lines := wrap.Lines(text, width)
		for _, part := range whole {
			if ansi.StringWidth(part) < width && !slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, part) }) {
				t.Errorf("at %d columns %q is parted:\n%s", width, part, strings.Join(lines, "\n"))
			}
		}
	}
}
