package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestTheEnglishIsPlain looks in comments, messages and docs for what a native
// speaker stumbles over. What to avoid is listed in testdata/english.tsv.
func TestTheEnglishIsPlain(t *testing.T) {
	rules := englishRules(t)
	err := filepath.WalkDir("../..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if name := entry.Name(); name == "testdata" || name == "words" || strings.HasPrefix(name, ".") && len(name) > 2 {
				return filepath.SkipDir
			}
			return nil
		}
		for _, text := range textsOf(t, path) {
			for _, r := range rules {
				if found := r.in(text.text); found != "" {
					t.Errorf("%s: %q: %s", text.at, found, r.instead)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// The rules find what they were written for, and let through what is right.
func TestTheRulesOfEnglish(t *testing.T) {
	rules := englishRules(t)
	for text, want := range map[string]bool{
		"does not belong into a text": true, "belongs in a text": false,
		"0 for what is no terminal": true, "there is no terminal": false, "is no longer asked": false, "she is no one's guest": false,
		"a number that can never be": true, "move it behind that": true, "falls behind": false,
		"worth mending": true, "mend it": true, "amend, recommend": false, "stands here for the second time": true,
		"or nobody of these": true, "has %d letters": true,
		"a screen reader says it, or else.": false, "because it would break else.": true, "something else.": false, "whom else?": false,
	} {
		found := slices.ContainsFunc(rules, func(r englishRule) bool { return r.in(text) != "" })
		if found != want {
			t.Errorf("%q: found %v, want %v", text, found, want)
		}
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// englishRule is what to avoid, unless it is part of something that is right.
type englishRule struct {
	avoid, unless *regexp.Regexp
	instead       string
}

func (r englishRule) in(text string) string {
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	if r.unless != nil {
		text = r.unless.ReplaceAllString(text, "…")
	}
	return r.avoid.FindString(text)
}

func englishRules(t *testing.T) []englishRule {
	t.Helper()
	var rules []englishRule
	for line := range strings.Lines(read(t, "testdata/english.tsv")) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		parts := strings.Split(strings.TrimSpace(line), "\t")
		if len(parts) != 3 {
			t.Fatalf("not three columns: %q", line)
		}
		r := englishRule{avoid: regexp.MustCompile(parts[0]), instead: parts[2]}
		if parts[1] != "-" {
			r.unless = regexp.MustCompile(parts[1])
		}
		rules = append(rules, r)
	}
	return rules
}

type placedText struct{ at, text string }

// textsOf are a file's comments and strings, if it is Go, and its paragraphs, if
// it is a document or holds the program's English.
func textsOf(t *testing.T, path string) []placedText {
	t.Helper()
	var texts []placedText
	switch {
	case strings.HasSuffix(path, "english_test.go"): // it holds what to avoid
	case strings.HasSuffix(path, ".go"):
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, group := range file.Comments {
			texts = append(texts, placedText{files.Position(group.Pos()).String(), group.Text()})
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if text, err := strconv.Unquote(lit.Value); err == nil {
					texts = append(texts, placedText{files.Position(lit.Pos()).String(), text})
				}
			}
			return true
		})
	case strings.HasSuffix(path, ".md"), strings.HasSuffix(path, "wording/en.yaml"):
		line := 1
		for _, paragraph := range strings.Split(read(t, path), "\n\n") {
			texts = append(texts, placedText{fmt.Sprintf("%s:%d", path, line), paragraph})
			line += strings.Count(paragraph, "\n") + 2
		}
	}
	return texts
}
