package handout

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"github.com/ask-first/askfirst/internal/fuzztest"
	"github.com/ask-first/askfirst/internal/questionnaire/questionnairetest"
	"github.com/ask-first/askfirst/internal/wording"
)

// hostileTexts try to be more than text: in HTML, in Markdown, on a terminal.
var hostileTexts = slices.Concat(fuzztest.Texts, fuzztest.Marks, []string{
	"+ item", "* item", "1) item", "***", "===", "___", "~~~", "    code", ": defined", "![a](https://example.org/a.png)", "https://example.org", "{n}{statement}", "[^1]",
})

// allowed are all tags that a page may hold, with their attributes.
var allowed = []string{
	"html lang", "html lang class", "head", "meta charset", "meta http-equiv content", "meta name content", "title", "style", "body", "main", "article class",
	"h1", "h2", "h3", "section", "section class", "p", "p class", "em", "ul", "ul class", "li", "div class", "span class",
	"table", "table class", "thead", "tbody", "tr", "th scope", "td",
}

// TestNoTextIsMoreThanText puts each hostile text in the place of some of the
// small questionnaire's values, so that every value meets several of them.
func TestNoTextIsMoreThanText(t *testing.T) {
	const values, step = 330, 61
	places := questionnairetest.PlacesOf(t, os.DirFS("testdata/small"))
	tried := 0
	for i, hostile := range hostileTexts {
		for place := uint(i) % step; place < values; place += step {
			q := places.Read(place, hostile)
			if q == nil {
				continue // the reader has refused it
			}
			tried++
			s := Source{Questionnaire: q, Words: wording.English(), Program: "v0", Region: q.Regions[0]}
			for _, d := range []*Document{s.Guide(), s.Questions(true), s.Notes(), s.Receipt(), s.Poster(), s.Strips(), s.Cards(), s.PlanSheet(0)} {
				isOnlyText(t, hostile, d)
			}
		}
	}
	if tried < 100 {
		t.Errorf("only %d texts got past the reader", tried)
	}
}

func isOnlyText(t *testing.T, hostile string, d *Document) {
	t.Helper()
	page, markdown := d.HTML(), d.Markdown()
	tags, seen := elements(t, page)
	for _, tag := range tags {
		if !slices.Contains(allowed, tag) {
			t.Fatalf("%q: the page has <%s>", hostile, tag)
		}
	}
	for _, got := range []string{page, markdown, d.Text()} {
		if bad := fuzztest.Speaks(got); bad != "" {
			t.Fatalf("%q: %q", hostile, bad)
		}
	}
	// What is read is the same whichever way it is printed.
	want, got := letters(seen), letters(markdownText(t, markdown))
	for i := range want {
		if i >= len(got) || want[i] != got[i] {
			t.Fatalf("%q: Markdown and HTML differ:\n%.80q\n%.80q", hostile, want[max(0, i-30):], got[max(0, min(len(got), i)-30):])
		}
	}
}

// letters is a text without what only one format has: spaces and lines to write on.
func letters(s string) string { return strings.NewReplacer(" ", "", "_", "", "\u00a0", "").Replace(s) }

// A check that could not fail would show nothing.
func TestTheChecksHearWhatTheyShould(t *testing.T) {
	tags, _ := elements(t, `<html lang="en"><body><script src="x"></script></body></html>`)
	if slices.Contains(allowed, tags[2]) || tags[2] != "script src" {
		t.Errorf("%q", tags)
	}
	for _, source := range []string{"[a](b)", "<b>", "![a](b)", "https://example.org", "`code`", "```\ncode\n```", "~~gone~~"} {
		if kinds := markdownKinds(source); !slices.ContainsFunc(kinds, func(k ast.NodeKind) bool { return !slices.Contains(allowedKinds, k) }) {
			t.Errorf("%q: nothing found in %v", source, kinds)
		}
	}
}

var markdownReader = goldmark.New(goldmark.WithExtensions(extension.GFM))

// allowedKinds are all that a paper in Markdown may consist of.
var allowedKinds = []ast.NodeKind{
	ast.KindDocument, ast.KindHeading, ast.KindParagraph, ast.KindTextBlock, ast.KindText, ast.KindString, ast.KindEmphasis, ast.KindList, ast.KindListItem, ast.KindBlockquote, ast.KindThematicBreak,
	east.KindTable, east.KindTableHeader, east.KindTableRow, east.KindTableCell, east.KindTaskCheckBox,
}

func markdownKinds(source string) []ast.NodeKind {
	var kinds []ast.NodeKind
	root := markdownReader.Parser().Parse(text.NewReader([]byte(source)))
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			kinds = append(kinds, n.Kind())
		}
		return ast.WalkContinue, nil
	})
	return kinds
}

// markdownText is what somebody reads who has the Markdown drawn by a real reader.
func markdownText(t testing.TB, source string) string {
	t.Helper()
	for _, kind := range markdownKinds(source) {
		if !slices.Contains(allowedKinds, kind) {
			t.Fatalf("the Markdown has a %s", kind)
		}
	}
	var page bytes.Buffer
	if err := markdownReader.Convert([]byte(source), &page); err != nil {
		t.Fatal(err)
	}
	whole := strings.ReplaceAll(page.String(), `checked=""`, "")
	whole = strings.NewReplacer(` disabled=""`, "", `<input type="checkbox"> `, "").Replace(whole)
	// A box in a table is two brackets.
	_, seen := elements(t, "<html>"+strings.ReplaceAll(whole, "<td>[ ]</td>", "<td></td>")+"</html>")
	return seen
}

// TestPapersOfAFolderWithoutTexts: nobody has to offer any, and every paper is whole.
func TestPapersOfAFolderWithoutTexts(t *testing.T) {
	s := small(t)
	s.Questionnaire.Handout = nil
	for _, r := range s.Questionnaire.Rules {
		r.Learn = nil
	}
	for name, d := range papers(s) {
		if len(d.Sections) == 0 {
			t.Errorf("%s is empty", name)
		}
	}
}
