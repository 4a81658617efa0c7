package diagram

import (
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/fuzztest"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// FuzzGraph puts a stranger's text into any place of a questionnaire, and draws
// it. The graph has the nodes and arrows that it has with a harmless text, and
// every label says what it was given, letter for letter.
//
// The text is put where the reader would have put it, without reading: that is a
// hundred times as quick. Only texts that the reader lets through are tried, and
// FuzzRead (internal/questionnaire) holds that it lets no others through; no
// picture is drawn of what was not read.
func FuzzGraph(f *testing.F) {
	fuzztest.Hurry(f)
	q := read(f, os.DirFS("../folder/testdata/small"))
	places := fuzztest.PlacesIn(q)
	texts := slices.Concat(fuzztest.Marks, attacks, fuzztest.Texts)
	for place := range places {
		f.Add(uint(place), strings.Join(slices.Concat(fuzztest.Marks, attacks), " "))
		for j := place; j < len(texts); j += len(texts) / 2 {
			f.Add(uint(place), texts[j])
		}
	}
	f.Fuzz(func(t *testing.T, n uint, text string) {
		place := places[n%uint(len(places))]
		text = place.Legible(text)
		if !folder.IsText(text) {
			return
		}
		got := drawnWith(t, q, place, text)
		want := drawnWith(t, q, place, fuzztest.Harmless(text))
		if got.mermaid != want.mermaid {
			t.Errorf("%s: Mermaid draws\n%s\nand with a harmless text\n%s", place.Name, got.mermaid, want.mermaid)
		}
		if got.dot != want.dot {
			t.Errorf("%s: dot draws\n%s\nand with a harmless text\n%s", place.Name, got.dot, want.dot)
		}
	})
}

// bare is a graph without its labels, in each format.
type bare struct{ mermaid, dot string }

// drawnWith draws a questionnaire with a text in one place, and holds the graphs
// to what must be so with any text.
func drawnWith(t *testing.T, q *questionnaire.Questionnaire, place fuzztest.Place, text string) bare {
	t.Helper()
	defer place.Put(text)()
	flow := Of(q, true)
	mermaid, dot := flow.Mermaid(), flow.Dot()
	for _, shown := range []string{mermaid, dot} {
		if bad := fuzztest.Speaks(shown); bad != "" {
			t.Fatalf("%s: it speaks to the terminal: %q", place.Name, bad)
		}
	}
	for line := range strings.Lines(mermaid) {
		if !mermaidLine.MatchString(strings.TrimSuffix(line, "\n")) {
			t.Errorf("%s: %q is not a line of a graph", place.Name, line)
		}
	}
	mermaidBones, mermaidSays := bones(t, mermaid, mermaidString, unMermaid)
	dotBones, dotSays := bones(t, dot, dotString, unDot)
	if want := labels(flow); !slices.Equal(mermaidSays, want[1:]) || !slices.Equal(dotSays, want) {
		t.Errorf("%s: labels say\n%q\n%q\nwant\n%q", place.Name, mermaidSays, dotSays, want)
	}
	return bare{mermaidBones, dotBones}
}

// labels are all texts of a picture in the order of writing, without blanks,
// because labels are broken into lines between words.
func labels(f Flow) []string {
	all := []string{squeezed(f.Title)}
	add := func(nodes []Node) {
		for _, n := range nodes {
			all = append(all, squeezed(strings.Join(n.Lines, "")))
		}
	}
	for _, c := range f.Clusters {
		all = append(all, squeezed(c.Title))
		add(c.Nodes)
	}
	add(f.Nodes)
	for _, e := range f.Edges {
		if e.Label != "" {
			all = append(all, squeezed(e.Label))
		}
	}
	return all
}

// Strings as the two languages have them: in Mermaid nothing escapes a quote.
var (
	mermaidString = regexp.MustCompile(`"[^"]*"`)
	dotString     = regexp.MustCompile(`(?s)"(?:[^"\\]|\\.)*"`)
	title         = regexp.MustCompile(`accTitle: .*`)
)

// bones is a graph without its labels, and what they say.
func bones(t *testing.T, graph string, quoted *regexp.Regexp, read func(*testing.T, string) string) (string, []string) {
	t.Helper()
	var says []string
	graph = strings.ReplaceAll(graph, `fontname="sans-serif"`, "") // no label
	rest := quoted.ReplaceAllStringFunc(graph, func(s string) string {
		says = append(says, squeezed(read(t, s[1:len(s)-1])))
		return `""`
	})
	rest = title.ReplaceAllString(rest, "accTitle: x")
	if strings.Count(rest, `"`)%2 != 0 {
		t.Errorf("a label is not closed:\n%s", rest)
	}
	return rest, says
}

var entity = regexp.MustCompile(`#(\d+);`)

// unMermaid is what Mermaid shows of a label.
func unMermaid(t *testing.T, label string) string {
	t.Helper()
	return entity.ReplaceAllStringFunc(strings.ReplaceAll(label, "<br/>", "\n"), func(s string) string {
		n, err := strconv.Atoi(s[1 : len(s)-1])
		if err != nil {
			t.Fatal(err)
		}
		return string(rune(n))
	})
}

var dotEscaped = regexp.MustCompile(`(?s)\\.|&[#\w]+;`)

// unDot is what dot shows of a label. Of its escapes we write three, and of HTML's
// entities one.
func unDot(t *testing.T, label string) string {
	t.Helper()
	return dotEscaped.ReplaceAllStringFunc(label, func(s string) string {
		said, ok := map[string]string{`\\`: `\`, `\"`: `"`, `\n`: "\n", "&amp;": "&"}[s]
		if !ok {
			t.Errorf("%q means something else to dot", s)
		}
		return said
	})
}
