package handout

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/questionnaires"
)

func day(year, month, date int) time.Time {
	return time.Date(year, time.Month(month), date, 0, 0, 0, 0, time.UTC)
}

// A number that was written down long ago does not look like the rest: beside it,
// and in the receipt, stands its day.
func TestAnOldRecordIsSeen(t *testing.T) {
	for years, old := range map[int]bool{0: false, 1: false, 3: true, 11: true} {
		s := small(t)
		region := *s.Region
		region.Lines = slices.Clone(region.Lines)
		for i, l := range region.Lines {
			one := *l
			one.Checked = day(2026, 10, 9)
			region.Lines[i] = &one
		}
		line := region.Lines[0]
		line.Checked = day(2026-years, 9, 8)
		q := *s.Questionnaire
		q.Regions = []*questionnaire.Region{&region}
		s.Questionnaire, s.Region = &q, &region
		said := page.Day(s.Words, line.Checked)
		if got := squeezed((&Document{Sections: []Section{{Blocks: []Block{s.short(region.Lines)}}}}).Text()); strings.Contains(got, said) != old {
			t.Errorf("after %d years, beside the number: %s", years, got)
		}
		if got := squeezed(s.Receipt().Text()); strings.Contains(got, "rests on a record that is old") != old || old && !strings.Contains(got, line.Name+", "+said) {
			t.Errorf("after %d years, in the receipt: %s", years, got)
		}
		line.Evidence = []questionnaire.Evidence{{Source: "A page", On: line.Checked}}
		if got := squeezed(s.Keeper().Text()); strings.Contains(got, "This record is old.") != old {
			t.Errorf("after %d years, for whoever reads the pages again: %s", years, got)
		}
	}
}

// Whoever answers for the texts is named; where nobody is, the paper says that and
// invents nobody.
func TestTheReceiptSaysWhoAnswersForTheTexts(t *testing.T) {
	s := small(t)
	q := *s.Questionnaire
	s.Questionnaire = &q
	for _, maker := range []questionnaire.Maker{{}, {By: "Ada", WriteTo: "https://example.org/write", PaidBy: "A fund", ReadAgain: day(2027, 5, 1)}} {
		q.Maker = maker
		got, said := squeezed(s.Receipt().Text()), maker.By != ""
		r := &s.Words.Handout.Receipt
		for text, want := range map[string]bool{
			r.MadeByNobody: !said, r.WriteNowhere: !said, r.ReadAgainNever: !said,
			"Made by Ada.": said, "Write to https://example.org/write.": said, "Paid for by A fund.": said, "by 1 May 2027.": said,
			r.Printed: true, r.Differs: true, r.Limits: true,
		} {
			if strings.Contains(got, text) != want {
				t.Errorf("%+v: %q, want %v: %s", maker, text, want, got)
			}
		}
	}
	e := *q.Education[0]
	e.Reviewed = []questionnaire.Review{{By: "B. Nurse, nurse", On: day(2026, 5, 1)}, {By: "A. Midwife, midwife", On: day(2026, 4, 1)}}
	q.Education = slices.Concat([]*questionnaire.Education{&e}, q.Education[1:])
	got := squeezed(s.Receipt().Text())
	for _, text := range []string{"Reviewed by B. Nurse, nurse: 1 of ", "at last on 1 April 2026."} {
		if !strings.Contains(got, text) {
			t.Errorf("no %q: %s", text, got)
		}
	}
}

// The promises of the real questionnaire are few enough to be read and many enough
// to judge by, and each can be read aloud: no gap, no sign for a word.
func TestThePromisesInPlainWordsCanBeReadAloud(t *testing.T) {
	signs := regexp.MustCompile(`[…/{}“”]|: \S+:`)
	for _, s := range inEachLanguage(t) {
		var rows [][]string
		for _, b := range s.plainly().Blocks {
			if table, ok := b.(Table); ok {
				rows = table.Rows
			}
		}
		if len(rows) < 12 || len(rows) > 15 {
			t.Errorf("%s: %d rows", s.Words.Language, len(rows))
		}
		for _, row := range rows {
			for _, cell := range row {
				if signs.MatchString(cell) || cell == "" || page.SentenceCase(cell) != cell {
					t.Errorf("%s: %q", s.Words.Language, cell)
				}
			}
		}
	}
}

// inEachLanguage is the real questionnaire in every language that it speaks. Nothing is
// proved of it.
func inEachLanguage(t *testing.T) []Source {
	t.Helper()
	original := read(t, questionnaires.Maternal())
	all := []Source{{Questionnaire: original, Words: wording.English(), Region: original.Regions[0], Program: "v0.0.0"}}
	for _, language := range folder.Languages(questionnaires.Maternal()) {
		tr, problems, err := folder.ReadTranslation(questionnaires.Maternal(), nil, language)
		if tr == nil {
			t.Fatal(problems, err)
		}
		q := translation.Of(original, tr)
		all = append(all, Source{Questionnaire: q, Words: wording.In(language), Region: q.Regions[0], Program: "v0.0.0"})
	}
	return all
}

// TestAPaperForAPlaceCallsPeopleAsThere: the receipt and the notes that are made for a
// region call each person as the screen of that region does, not as nobody there is called.
func TestAPaperForAPlaceCallsPeopleAsThere(t *testing.T) {
	for _, s := range inEachLanguage(t) {
		found := 0
		for _, region := range s.Questionnaire.Regions {
			s.Region = region
			papers := map[string]string{"receipt": squeezed(s.Receipt().Text()), "notes": squeezed(s.Notes().Text())}
			for _, who := range s.Questionnaire.Clinicians {
				here := who.In(region)
				if here.Name == who.Name {
					continue
				}
				for paper, text := range papers {
					if strings.Contains(text, here.Name) {
						found++
					}
					if strings.Contains(text, who.Name) {
						t.Errorf("%s, %s, %s: %q, which is %q there", s.Words.Language, region.ID, paper, who.Name, here.Name)
					}
				}
			}
		}
		if s.Words.Language == "es" && found == 0 {
			t.Error("nobody is called as in any region")
		}
	}
}
