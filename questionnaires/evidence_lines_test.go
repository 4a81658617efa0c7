package questionnaires_test

import (
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/questionnaires"
)

// testdata/help-lines.tsv has the numbers of the verified rows of the plan of
// help lines, as digits: what to call, what to text, and further numbers of the
// same row, such as a text telephone. Only these may be printed. A row without a
// line there, or marked "known", "unsure" or "second-hand", ships without a
// number. A wrong number is the worst defect that the program can have, so a
// change of one needs both files and two readers.

// firstToDial is the plan's table "What emergency means in each region".
// Elsewhere no number is printed.
var firstToDial = map[string]string{
	"us": "911", "ca": "911", "gb": "999", "ie": "112", "au": "000", "nz": "111", "es": "112", "mx": "911", "elsewhere": "",
}

// numbersToRefuse circulate, and are dead, local or for professionals; the last
// of them is 1-800-273-8255, which 988 has replaced.
var numbersToRefuse = []string{
	"08444124665", "08451228669", "18339435746", "1300072637", "018092566", "01924200799",
	"8776961996", "8004843731", "08088010100", "18002738255",
}

var (
	digitRuns = regexp.MustCompile(`\+?[0-9]+(?:[ .()/-]{1,2}[0-9]+)*`)
	inLetters = regexp.MustCompile(`^[- ]?[A-Z]{2,}`)                           // what follows the digits of 1-833-TLC-MAMA
	dialled   = regexp.MustCompile(`\b(call|dial|ring|phone|text)\b[^.]{0,4}$`) // what comes before the digits
	dateOrURL = regexp.MustCompile(`\b20[0-9]{2}-[0-9]{2}-[0-9]{2}\b|https?://\S+`)
)

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

func TestEveryNumberOfAHelpLineIsTheVerifiedOne(t *testing.T) {
	evidence := map[string]map[string]string{}
	for _, row := range table(t, "help-lines.tsv") {
		evidence[row["id"]] = row
	}
	for _, region := range maternal(t).Regions {
		for _, l := range region.Lines {
			row := evidence[l.ID]
			if call := digits(l.Call); call != "" && call != row["call"] {
				t.Errorf("%v: %s: call %s; the evidence has %q", l.At, l.ID, l.Call, row["call"])
			}
			if text := digits(l.Text); text != "" && text != row["text"] {
				t.Errorf("%v: %s: text %s; the evidence has %q", l.At, l.ID, l.Text, row["text"])
			}
			if row["call"] != "" && l.Call == "" {
				t.Logf("%v: %s: the evidence has a number to call, and the line has none", l.At, l.ID)
			}
			if row["text"] != "" && l.Text == "" {
				t.Logf("%v: %s: the evidence has a number to text, and the line has none", l.At, l.ID)
			}
		}
	}
}

// TestNoNameOfALineIsItsNumber: whoever listens hears the number first, and then would hear
// it again before whose it is. Canada's 211 has no other name.
func TestNoNameOfALineIsItsNumber(t *testing.T) {
	mothers := map[string]*questionnaire.Questionnaire{"en": maternal(t)}
	for language, tr := range translations(t) {
		mothers[language] = translation.Of(mothers["en"], tr)
	}
	for language, q := range mothers {
		for _, region := range q.Regions {
			for _, l := range region.Lines {
				if l.ID != "ca-211" && l.Call != "" && strings.Contains(digits(l.Name), digits(l.Call)) {
					t.Errorf("%s: %s is called %q, beside %s", language, l.ID, l.Name, l.Call)
				}
			}
		}
	}
}

// What a line says of itself may hold a number only if the evidence of its row
// has it, or of another line of the region.
func TestWhatAHelpLineSaysHoldsNoOtherNumber(t *testing.T) {
	evidence := table(t, "help-lines.tsv")
	for _, region := range maternal(t).Regions {
		var allowed []string
		for _, row := range evidence {
			if slices.ContainsFunc(region.Lines, func(l *questionnaire.HelpLine) bool { return l.ID == row["id"] }) {
				allowed = append(allowed, row["call"], row["text"])
				allowed = append(allowed, strings.Fields(row["also"])...)
			}
		}
		for _, l := range region.Lines {
			for _, said := range []string{l.Name, l.For, l.Note, l.TextWord, l.Nation} {
				for _, at := range digitRuns.FindAllStringIndex(said, -1) {
					run, after := said[at[0]:at[1]], said[at[1]:]
					// Package content holds letters to their digits.
					if len(digits(run)) > 2 && !inLetters.MatchString(after) && !slices.Contains(allowed, digits(run)) {
						t.Errorf("%v: %s says %q, which no row of the evidence has", l.At, l.ID, run)
					}
				}
			}
		}
	}
}

// Every file, comments included, so that nobody copies one from there.
func TestNoNumberToRefuseStandsAnywhere(t *testing.T) {
	eachFile(t, func(name, text string) {
		for _, run := range digitRuns.FindAllString(text, -1) {
			for _, refused := range numbersToRefuse {
				// With or without a country's code and the zero that it replaces.
				if strings.HasSuffix(digits(run), strings.TrimPrefix(strings.TrimLeft(refused, "0"), "1")) {
					t.Errorf("%s: %q must not be printed", name, run)
				}
			}
		}
	})
}

var translatedLines = regexp.MustCompile(`(?m)^line:\n(?: .*\n)*`)

// A number stands in one place, so that a change happens in one place.
func TestNumbersStandInHelpLinesOnly(t *testing.T) {
	numbers := map[string]string{}
	for _, row := range table(t, "help-lines.tsv") {
		for _, number := range append(strings.Fields(row["also"]), row["call"], row["text"]) {
			numbers[number] = row["id"]
		}
	}
	delete(numbers, "")
	eachFile(t, func(name, text string) {
		if name == "help-lines.yaml" {
			return
		}
		// A translation has the notes of help lines in a part of its own; check
		// holds their numbers against the original's.
		text = translatedLines.ReplaceAllString(text, "")
		text = dateOrURL.ReplaceAllString(text, " ")
		for _, at := range digitRuns.FindAllStringIndex(text, -1) {
			run := digits(text[at[0]:at[1]])
			before := strings.ToLower(text[max(0, at[0]-12):at[0]])
			if id := numbers[run]; id != "" && (len(run) > 4 || dialled.MatchString(before)) {
				t.Errorf("%s: %q is the number of %s", name, text[at[0]:at[1]], id)
			}
		}
	})
}

func TestEveryRegionHasItsEmergencyNumberFirstAndACrisisLine(t *testing.T) {
	regions := map[string]bool{}
	for _, region := range maternal(t).Regions {
		regions[region.ID] = true
		want, planned := firstToDial[region.ID]
		if !planned {
			t.Errorf("the plan has no region %q", region.ID)
		}
		emergency := region.LinesOf("emergency")
		if len(emergency) == 0 || digits(emergency[0].Call) != want || emergency[0].Nation != "" {
			t.Errorf("%s: the first emergency line is not %q", region.ID, want)
		}
		crisis := slices.DeleteFunc(region.LinesOf("crisis"), func(l *questionnaire.HelpLine) bool {
			return l.Nation != "" || l.Call == "" && l.Text == "" && l.URL == ""
		})
		if len(crisis) == 0 {
			t.Errorf("%s: no crisis line that serves the whole region and can be reached", region.ID)
		}
	}
	for id := range firstToDial {
		if !regions[id] {
			t.Errorf("region %q is missing", id)
		}
	}
}

// eachFile calls check with every file of the questionnaire.
func eachFile(t *testing.T, check func(name, text string)) {
	t.Helper()
	folder := questionnaires.Maternal()
	err := fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(folder, name)
		if err != nil {
			return fmt.Errorf("reading %s: %w", name, err)
		}
		check(name, string(data))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
