package handout

import (
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/fuzztest"
	"github.com/ask-first/askfirst/internal/wording"
)

// FuzzPapers puts a stranger's text into any place of a questionnaire, and prints
// the papers that it stands on in all formats. A browser finds the elements that it
// finds with a harmless text, a reader of Markdown the same headings, lists and
// tables; nothing speaks to a terminal, and all formats say the same.
//
// The text is put where the reader would have put it, without reading: that is
// much quicker. Only texts that the reader lets through are tried, and FuzzRead
// (internal/questionnaire) holds that it lets no others through; no paper is
// printed of what was not read.
func FuzzPapers(f *testing.F) {
	fuzztest.Hurry(f)
	defer func(was func() string) { style = was }(style)
	style = func() string { return "" } // no text stands there, and to read it takes longer than the rest
	q := read(f, os.DirFS("testdata/small"))
	s := Source{Questionnaire: q, Words: wording.English(), Region: q.Regions[0], Program: "v0"}
	printings := printingsOf(s)
	for n := range printings {
		f.Add(uint(n), strings.Join(fuzztest.Marks, " "))
		for i := n; i < len(hostileTexts); i += len(hostileTexts) / 8 {
			f.Add(uint(n), hostileTexts[i])
		}
	}
	f.Fuzz(func(t *testing.T, n uint, text string) {
		p := printings[n%uint(len(printings))]
		text = p.place.Legible(text)
		if text == "[ ]" /* what a box looks like */ || !folder.IsText(text) {
			return
		}
		got, want := p.with(t, s, text), p.with(t, s, fuzztest.Harmless(text))
		if got.html != want.html {
			t.Errorf("%s: in a browser the %s has the shape\n%s\nand with a harmless text\n%s", p.place.Name, p.paper, differing(got.html, want.html), differing(want.html, got.html))
		}
		if got.markdown != want.markdown {
			t.Errorf("%s: in Markdown the %s has the shape\n%s\nand with a harmless text\n%s", p.place.Name, p.paper, differing(got.markdown, want.markdown), differing(want.markdown, got.markdown))
		}
	})
}

// printing is a place whose text stands on a paper.
type printing struct {
	place fuzztest.Place
	paper string
	as    *Document // with what the questionnaire says
}

func printingsOf(s Source) (all []printing) {
	const words = "a text that stands nowhere else"
	before := papers(s)
	names := slices.Sorted(maps.Keys(before))
	for _, place := range fuzztest.PlacesIn(s.Questionnaire) {
		back := place.Put(words)
		after := papers(s)
		for _, name := range names {
			if strings.Contains(after[name].HTML(), words) {
				all = append(all, printing{place, name, before[name]})
			}
		}
		back()
	}
	return all
}

// shapes are what readers of the formats that have marks make of a paper.
type shapes struct{ html, markdown string }

// with prints a paper with a text in the place, and holds it to what must be so
// with any text. Of the paper only what the text changes is printed.
func (p printing) with(t *testing.T, s Source, text string) shapes {
	t.Helper()
	defer p.place.Put(text)()
	d := papersBy[p.paper](s)
	if len(d.Sections) == len(p.as.Sections) {
		var sections []Section
		for i, section := range d.Sections {
			if was := p.as.Sections[i]; !reflect.DeepEqual(section, was) {
				section.Blocks = changed(section.Blocks, was.Blocks)
				sections = append(sections, section)
			}
		}
		d.Sections = sections
	}
	isOnlyText(t, text, d)
	shape, seen := browsed(t, d.HTML())
	// In lines there are no marks to break out of; but what a page says they say.
	if want := solid(text); !strings.ContainsAny(text, "…*\n") && strings.Contains(solid(seen), want) && !strings.Contains(solid(d.Text()), want) {
		t.Errorf("%s: %q is on the page and not in the text of the %s", p.place.Name, text, p.paper)
	}
	blocks, _ := fuzztest.Markdown(t, d.Markdown())
	return shapes{shape, blocks}
}

// changed are the blocks that are not as they were, or all if there are more of
// them, or fewer. Strips are always among them: of a note they have only what somebody
// has to dial, and a harmless text has nothing of that.
func changed(blocks, were []Block) []Block {
	if len(blocks) != len(were) {
		return blocks
	}
	var all []Block
	for i, b := range blocks {
		if l, is := b.(List); is && l.Strips || !reflect.DeepEqual(b, were[i]) {
			all = append(all, b)
		}
	}
	return all
}

// solid is a text without its blanks.
func solid(s string) string { return strings.Join(strings.Fields(s), "") }

// browsed is what a browser makes of a page: its elements within one another with
// all their attributes, and the text that is seen. What keeps a number in one
// piece is left out, because it depends on the text.
func browsed(t *testing.T, page string) (shape, seen string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b, text strings.Builder
	var walk func(*html.Node, int)
	walk = func(n *html.Node, depth int) {
		switch n.Type {
		case html.CommentNode:
			t.Errorf("a comment: %q", n.Data)
		case html.TextNode:
			if n.Parent.Data != "style" && n.Parent.Data != "title" {
				text.WriteString(n.Data)
			}
		case html.ElementNode:
			if n.Data == "script" || n.Namespace != "" {
				t.Errorf("the page has <%s>", n.Data)
			}
			isWhole := n.Data == "span" && len(n.Attr) == 1 && n.Attr[0] == html.Attribute{Key: "class", Val: "whole"}
			if !isWhole {
				fmt.Fprintf(&b, "%s<%s%q>\n", strings.Repeat(" ", depth), n.Data, n.Attr)
			}
		}
		if n.Type == html.TextNode && n.Parent.Data == "style" {
			fmt.Fprintf(&b, "style: %q\n", n.Data)
		}
		for child := range n.ChildNodes() {
			walk(child, depth+1)
		}
	}
	walk(root, 0)
	return b.String(), text.String()
}

// differing is a shape from a little before the place where it differs.
func differing(shape, from string) string {
	i := 0
	for i < min(len(shape), len(from)) && shape[i] == from[i] {
		i++
	}
	return shape[max(0, i-200):min(len(shape), i+200)]
}
