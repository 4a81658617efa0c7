package fuzztest

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"golang.org/x/net/html"
)

var reader = goldmark.New(goldmark.WithExtensions(extension.GFM))

// Markdown is what a reader of Markdown, as GitHub has it, makes of a text: its
// blocks and marks within one another, and what they say. A run of plain words is
// one thing, however it was written.
func Markdown(tb testing.TB, source string) (shape, says string) {
	tb.Helper()
	var b strings.Builder
	depth := 0
	_ = ast.Walk(reader.Parser().Parse(text.NewReader([]byte(source))), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			depth--
			return ast.WalkContinue, nil
		}
		depth++
		if n.Kind() == ast.KindText || n.Kind() == ast.KindString {
			return ast.WalkContinue, nil
		}
		fmt.Fprintf(&b, "%s%s", strings.Repeat(" ", depth), n.Kind())
		switch n := n.(type) {
		case *ast.Heading:
			fmt.Fprintf(&b, " %d", n.Level)
		case *ast.Emphasis:
			fmt.Fprintf(&b, " %d", n.Level)
		case *ast.List:
			fmt.Fprintf(&b, " %c %v", n.Marker, n.IsTight)
		}
		b.WriteByte('\n')
		return ast.WalkContinue, nil
	})
	var page bytes.Buffer
	if err := reader.Convert([]byte(source), &page); err != nil {
		tb.Fatal(err)
	}
	root, err := html.Parse(&page)
	if err != nil {
		tb.Fatal(err)
	}
	var seen strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			seen.WriteString(n.Data)
		}
	}
	return b.String(), seen.String()
}
