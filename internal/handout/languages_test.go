package handout

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/prove"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/wording/wordingtest"
	"github.com/ask-first/askfirst/questionnaires"
)

// TestPapersSpeakAnyLanguage prints every paper of the real questionnaire in a
// language that nobody speaks, in every format: no text is cut, and no English
// is printed but names.
func TestPapersSpeakAnyLanguage(t *testing.T) {
	original := read(t, questionnaires.Maternal())
	q := wordingtest.Questionnaire(t, original)
	names := namesOnPaper(original)
	s := Source{Questionnaire: q, Words: wordingtest.Words(), Findings: prove.Check(original), Program: "v0.0.0"}
	for _, region := range append([]*questionnaire.Region{nil}, q.Regions...) {
		for _, s.Discreet = range []bool{false, true} {
			s.Region = region
			for name, d := range papers(s) {
				for format, said := range shown(t, d) {
					for _, fault := range wordingtest.Faults(said, names) {
						// Of a title, cards and plans have only whose story it is.
						if (name == "cards" || name == "plan") && strings.Contains(fault, " texts begin and ") {
							continue
						}
						t.Errorf("%s as %s, region %q: %s: %s", name, format, s.region().ID, fault, around(said, strings.TrimPrefix(fault, "plain: ")))
					}
				}
			}
		}
	}
}

// namesOnPaper are the plain words that may be printed in any language: addresses,
// what the questionnaire itself is called, and its sources. Medicines are not among them: they
// have names of their own in each language.
func namesOnPaper(q *questionnaire.Questionnaire) map[string]bool {
	bare := *q
	bare.Formulary = &questionnaire.Formulary{}
	names := wordingtest.Names(&bare)
	names[q.ID], names["askfirst"], names["v"] = true, true, true
	return names
}

// TestPapersSayTheSameInEveryLanguage holds the papers of each translation against
// the original ones, part by part: the same questions, answers and rooms to write,
// and in each part the same numbers, whether of the next question or of a line.
func TestPapersSayTheSameInEveryLanguage(t *testing.T) {
	original := read(t, questionnaires.Maternal())
	findings := prove.Check(original)
	for _, language := range folder.Languages(questionnaires.Maternal()) {
		tr, problems, err := folder.ReadTranslation(questionnaires.Maternal(), nil, language)
		if tr == nil {
			t.Fatal(problems, err)
		}
		q := translation.Of(original, tr)
		for i, region := range original.Regions {
			one := Source{Questionnaire: original, Words: wording.English(), Region: region, Findings: findings}
			other := Source{Questionnaire: q, Words: wording.In(language), Region: q.Regions[i], Findings: findings}
			there := papers(other)
			for name, d := range papers(one) {
				a, b := bones(d), bones(there[name])
				if len(a) != len(b) || len(a) < 10 && !slices.Contains(forARoom, name) {
					t.Errorf("%s, %s, %s: %d parts, not %d", language, region.ID, name, len(b), len(a))
					continue
				}
				if slices.Contains([]string{"sheet", "guide", "poster", "strips"}, name) {
					continue // has room for some of the lines, those in her language first
				}
				slices.Sort(a) // lines in her language stand first
				slices.Sort(b)
				for i := range a {
					if a[i] != b[i] {
						t.Errorf("%s, %s, %s: there is\n%s\nwhere this was\n%s", language, region.ID, name, b[i], a[i])
					}
				}
			}
		}
	}
}

// bones are the parts of a paper, each with its numbers, in order of size.
func bones(d *Document) []string {
	var all []string
	add := func(kind string, texts ...string) {
		var found []string
		for _, text := range texts {
			found = append(found, numerals.FindAllString(text, -1)...)
		}
		slices.Sort(found)
		found = slices.Compact(found) // what several lines share is said once
		all = append(all, fmt.Sprintf("%s of %d: %s", kind, len(texts), strings.Join(found, " ")))
	}
	var walk func(b Block)
	walk = func(b Block) {
		switch b := b.(type) {
		case Paragraph:
			add("paragraph", saidBy(b.Spans))
		case List:
			add("list", itemsSaid(b.Items)...)
		case Quote:
			add("quote", b.Words)
		case Note:
			add("note", b.Words)
		case Blank:
			add("blank", strings.Repeat("1 ", b.Lines))
		case Table:
			add("head", b.Head...)
			for _, row := range b.Rows {
				add("row", row...)
			}
		case Card:
			add("card", b.Heading)
			for _, inner := range b.Blocks {
				walk(inner)
			}
		}
	}
	for _, section := range d.Sections {
		if section.Fine {
			continue
		}
		add("section", section.Heading)
		for _, b := range section.Blocks {
			walk(b)
		}
	}
	return all
}

var numerals = regexp.MustCompile(`[0-9]+`)

func saidBy(spans []questionnaire.Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Words)
	}
	return b.String()
}

func itemsSaid(items []Item) []string {
	var all []string
	for _, item := range items {
		all = append(append(all, saidBy(item.Spans)), itemsSaid(item.Items)...)
	}
	return all
}

// Each promise that its author has put into plain words stands on the receipt, in
// each language, with the people it leads to; by name only for a reviewer.
func TestTheReceiptHasThePromisesInPlainWords(t *testing.T) {
	for _, p := range printed(t) {
		if p.paper != "receipt" {
			continue
		}
		found := 0
		for _, promise := range p.Questionnaire.Promises {
			if promise.Whoever == "" {
				continue
			}
			found++
			for _, names := range []bool{false, true} {
				s := p.Source
				s.Names = names
				talk := promise.Then.Conversations[0]
				row := []string{page.SentenceCase(promise.Whoever), page.Urgent(s.Words, talk.Urgency) + ": " + s.anyOf(talk)}
				if names {
					row = append(row, promise.ID)
				}
				if !slices.ContainsFunc(s.Receipt().Sections, func(section Section) bool {
					return slices.ContainsFunc(section.Blocks, func(b Block) bool {
						table, is := b.(Table)
						return is && slices.ContainsFunc(table.Rows, func(r []string) bool { return slices.Equal(r, row) })
					})
				}) {
					t.Errorf("%s: no row %q", p.Words.Language, row)
				}
			}
		}
		if found < 12 || found > 15 {
			t.Errorf("%s: %d promises in plain words; 12 to 15 are what somebody reads", p.Words.Language, found)
		}
	}
}

// No paper calls a promise or a rule by its name, except for a reviewer. Those of one
// word may be words of a text too.
func TestNoPaperNamesAPromiseOrARule(t *testing.T) {
	everyPaper(t, true, func(name string, s Source, d *Document) {
		text := strings.Join(texts(d), "\n")
		for _, p := range s.Questionnaire.Promises {
			if strings.Count(p.ID, "-") > 1 && strings.Contains(text, p.ID) {
				t.Errorf("%s: %s", name, p.ID)
			}
		}
		for _, r := range s.Questionnaire.Rules {
			if strings.Count(r.ID, "-") > 1 && strings.Contains(text, r.ID) {
				t.Errorf("%s: %s", name, r.ID)
			}
		}
	})
}
