package handout

import (
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/prove"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/questionnaires"
)

var update = flag.Bool("update", false, "write the golden papers anew; look at each before keeping it")

func read(t testing.TB, files fs.FS) *questionnaire.Questionnaire {
	t.Helper()
	q, findings, err := folder.Read(files, questionnaires.Maternal())
	if q == nil || err != nil {
		t.Fatalf("%v %v", findings, err)
	}
	return q
}

// small is the questionnaire of the goldens, in its first region.
func small(t testing.TB) Source {
	q := read(t, os.DirFS("testdata/small"))
	return Source{Questionnaire: q, Words: wording.English(), Region: q.Regions[0], Findings: prove.Check(q), Program: "v0.0.0"}
}

// papersBy are all that can be printed of a source, by name.
var papersBy = map[string]func(Source) *Document{
	"guide": Source.Guide, "sheet": Source.Sheet, "notes": Source.Notes, "receipt": Source.Receipt,
	"poster": Source.Poster, "strips": Source.Strips, "cards": Source.Cards, "slip": Source.Slip, "checklist": Source.Checklist,
	"plan":                  func(s Source) *Document { return s.PlanSheet(0) },
	"questionnaire":         func(s Source) *Document { return s.Questions(false) },
	"questionnaire-private": func(s Source) *Document { return s.Questions(true) },
}

// forARoom are the papers without a receipt: they claim nothing but numbers.
var forARoom = []string{"poster", "strips", "cards", "slip", "checklist", "plan"}

func papers(s Source) map[string]*Document {
	all := map[string]*Document{}
	for name, paper := range papersBy {
		all[name] = paper(s)
	}
	return all
}

func TestPapersLookAsTheyDid(t *testing.T) {
	for name, d := range papers(small(t)) {
		for format, got := range map[string]string{"txt": d.Text(), "md": d.Markdown(), "html": strings.Replace(d.HTML(), style(), "/* handout.css */\n", 1)} {
			file := filepath.Join("testdata", "papers", name+"."+format)
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s is not as it was; look at it, then keep it with -update:\n%s", file, got)
			}
		}
	}
}

// void are the elements that HTML does not close.
var void = regexp.MustCompile(`(<(?:meta|hr|br|input)\b[^<>]*)>`)

// elements lists every tag of a page with its attributes, and what a reader
// sees. A page that is not balanced fails the test.
func elements(t testing.TB, page string) (tags []string, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(void.ReplaceAllString(page, "$1/>")))
	d.Entity = xml.HTMLEntity
	var seen strings.Builder
	hidden := "" // the element whose text is not on the page
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return tags, strings.Join(strings.Fields(seen.String()), " ")
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			tag := token.Name.Local
			for _, a := range token.Attr {
				tag += " " + a.Name.Local
			}
			tags = append(tags, tag)
			if name := token.Name.Local; name == "style" || name == "title" {
				hidden = name
			}
			if !slices.Contains([]string{"em", "span"}, token.Name.Local) {
				seen.WriteByte('\n')
			}
		case xml.EndElement:
			hidden = ""
		case xml.CharData:
			if hidden == "" {
				seen.Write(token)
			}
		case xml.Comment:
			t.Fatalf("a comment: %s", token)
		}
	}
}

// shown are the three formats as somebody reads them, without marks and breaks.
func shown(t testing.TB, d *Document) map[string]string {
	_, page := elements(t, d.HTML())
	return map[string]string{
		"html":     page,
		"text":     strings.Join(strings.Fields(d.Text()), " "),
		"markdown": markdownText(t, d.Markdown()),
	}
}

func TestEveryConversationAndLineIsOnTheGuide(t *testing.T) {
	q := read(t, questionnaires.Maternal())
	for _, region := range q.Regions {
		s := Source{Questionnaire: q, Words: wording.English(), Region: region, People: true, AllLines: true}
		for format, got := range shown(t, s.Guide()) {
			for _, who := range q.Clinicians {
				if s.talked(who) && !strings.Contains(got, squeezed(who.Name)) {
					t.Errorf("%s, %s: %q is missing", region.ID, format, who.Name)
				}
			}
			for _, line := range region.Lines {
				for _, want := range append(page.Contacts(s.Words, line), line.Name) {
					// An address that is wider than the paper goes on beneath.
					if !strings.Contains(unspaced(got), unspaced(want)) {
						t.Errorf("%s, %s: %q is missing", region.ID, format, want)
					}
				}
			}
		}
	}
}

// unspaced is a text without any space.
func unspaced(s string) string { return strings.Join(strings.Fields(s), "") }

// around is what stands about the first place of a word.
func around(text, word string) string {
	at := strings.Index(text, word)
	return text[max(0, at-60):min(len(text), at+60)]
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), " ") }

// Nobody leaves empty-handed, with a small sheet neither.
func TestTheSheetHasTheLinesForWorseAndForHome(t *testing.T) {
	q := read(t, questionnaires.Maternal())
	for _, region := range q.Regions {
		s := Source{Questionnaire: q, Words: wording.English(), Region: region}
		for format, got := range shown(t, s.Sheet()) {
			for _, line := range questionnaire.AlwaysLines(region) {
				for _, want := range page.Contacts(s.Words, line) {
					// An address that is wider than the paper goes on beneath.
					if !strings.Contains(unspaced(got), unspaced(want)) {
						t.Errorf("%s, %s: %q is missing", region.ID, format, want)
					}
				}
			}
		}
	}
}

func TestEveryQuestionAndAnswerIsOnPaper(t *testing.T) {
	q := read(t, questionnaires.Maternal())
	s := Source{Questionnaire: q, Words: wording.English(), Region: q.Regions[0]}
	for format, got := range shown(t, s.Questions(true)) {
		for _, question := range q.Questions {
			want := []string{question.Ask, onPaper(&s.Words.Handout.Screen, question.Why)}
			for _, a := range slices.Concat(question.Answers, question.States) {
				want = append(want, a.Label)
			}
			for _, text := range want {
				if !strings.Contains(got, squeezed(text)) {
					t.Errorf("%s: %q is missing", format, text)
				}
			}
		}
	}
	for format, got := range shown(t, s.Questions(false)) {
		for _, question := range q.Questions {
			if strings.Contains(got, squeezed(question.Ask)) == question.Private {
				t.Errorf("%s: %q is private: %v", format, question.Ask, question.Private)
			}
		}
	}
}

// TestEveryUrgencyHasItsPlaceOnPaper gives all rules one urgency after the other.
func TestEveryUrgencyHasItsPlaceOnPaper(t *testing.T) {
	for _, urgency := range questionnaire.Urgencies() {
		s := small(t)
		for _, rule := range s.Questionnaire.Rules {
			rule.Urgency = urgency
		}
		var headings []string
		for _, section := range s.Questions(true).Sections {
			headings = append(headings, section.Heading)
		}
		if !slices.Contains(headings, page.Urgent(s.Words, urgency)) {
			t.Errorf("rules that are %v stand nowhere, only under %q", urgency, headings)
		}
	}
}

func TestADiscreetPaperNamesNoLineAboutBeingHurt(t *testing.T) {
	s := small(t)
	s.Discreet = true
	for name, d := range map[string]*Document{"guide": s.Guide(), "sheet": s.Sheet()} {
		for format, got := range shown(t, d) {
			if strings.Contains(got, "hurt") {
				t.Errorf("%s as %s speaks of being hurt: %s", name, format, around(got, "hurt"))
			}
			if !strings.Contains(got, "0700 123") || !strings.Contains(got, s.Words.Handout.Lines.Discreet) {
				t.Errorf("%s as %s has lost the number:\n%s", name, format, got)
			}
		}
	}
}

func TestTheReceiptSaysWhatIsBroken(t *testing.T) {
	s := small(t)
	about := s.Questionnaire.Promises[0].Subject()
	for _, check := range []string{"promise", "undecided"} {
		s.Findings = []questionnaire.Finding{{Check: questionnaire.CheckCalled(check), About: about}}
		for _, names := range []bool{false, true} {
			s.Names = names
			got := squeezed(s.Receipt().Text())
			if !strings.Contains(got, "1 promise is not kept for everybody.") || !strings.Contains(got, "2 promises are proved") || strings.Contains(got, "danger-reaches-a-line") != names {
				t.Errorf("%s: %s", check, got)
			}
			for paper, make := range papersBy {
				if slices.Contains(forARoom, paper) {
					continue
				}
				if text := squeezed(make(s).Text()); !strings.Contains(text, "1 promise is not kept for everybody.") {
					t.Errorf("%s: the %s hides it: %s", check, paper, text)
				}
			}
		}
	}
	s.Names = false
	for check, gone := range map[string]string{"empty-handed": s.Words.Handout.Receipt.NobodyEmpty, "unknown-is-safer": s.Words.Handout.Receipt.UnsureSafe} {
		if s.Findings = nil; !strings.Contains(squeezed(s.Receipt().Text()), gone) {
			t.Errorf("without findings: no %q", gone)
		}
		s.Findings = []questionnaire.Finding{{Check: questionnaire.CheckCalled(check)}}
		if strings.Contains(squeezed(s.Receipt().Text()), gone) {
			t.Errorf("%s: still says %q", check, gone)
		}
	}
}

// The notes say of each made-up person what the engine says, and no less than her
// scenario expects.
func TestTheNotesHaveEveryVignetteWithItsConversations(t *testing.T) {
	q := read(t, questionnaires.Maternal())
	s := Source{Questionnaire: q, Words: wording.English(), Region: q.Regions[0]}
	vignettes := q.Vignettes()
	if len(vignettes) < 18 {
		t.Fatalf("only %d vignettes", len(vignettes))
	}
	for _, v := range vignettes {
		d := &Document{Sections: []Section{s.vignette(v)}}
		for format, got := range shown(t, d) {
			want := slices.Concat([]string{v.Story, v.Point}, v.Discuss, v.IfTheySay)
			for _, talk := range slices.Concat(v.Expect.Conversations, v.Expect.Possible) {
				if !slices.ContainsFunc(talk.AnyOf, func(who *questionnaire.Clinician) bool { return strings.Contains(got, squeezed(who.Name)) }) {
					t.Errorf("%s, %s: none of the clinicians of %q is named", v.ID, format, talk.AnyOf[0].ID)
				}
			}
			for _, text := range want {
				if !strings.Contains(got, squeezed(text)) {
					t.Errorf("%s, %s: %q is missing", v.ID, format, text)
				}
			}
		}
	}
	for format, got := range shown(t, s.Notes()) {
		for _, v := range vignettes {
			if !strings.Contains(got, squeezed(v.Title)) {
				t.Errorf("%s: %q is missing", format, v.Title)
			}
		}
		for _, told := range q.Workshop.Disclosures {
			if !strings.Contains(got, squeezed(told.WeDoNot.Plain())) {
				t.Errorf("%s: what not to do about %s is missing", format, told.ID)
			}
		}
	}
}

func TestWithoutAWorkshopThereAreNoNotes(t *testing.T) {
	s := small(t)
	s.Questionnaire.Workshop = nil
	if s.Notes() != nil {
		t.Error("there are notes of nothing")
	}
}

func TestEmphasisInMarkdownShowsNoAsterisks(t *testing.T) {
	for text, want := range map[string]string{
		"Do *not* wait.":     "Do **not** wait.",
		"*Not*, and *yes*.":  "**Not**, and **yes**.",
		"with *(all)* of it": `with **(all)** of it`,
		"word*(s)* here":     "word(s) here",
		"*(s)*word":          "(s)word",
		"a*b*c":              "a**b**c",
		"*a**b*":             "**ab**",
		"so * much * here":   "so  **much**  here",
		"5€*a*":              "5€**a**",
		"€*(a)*":             "€(a)",
		"a* *b":              "a b",
	} {
		got := ""
		for _, b := range questionnaire.Text(text).Blocks() {
			got += markdownSpans(b.Spans)
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
