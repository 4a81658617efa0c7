package cli

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ask-first/askfirst/internal/prove"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// writtenItems are the things of one part that are written otherwise. What is new or
// gone as a whole is one item with all that it says.
func writtenItems(all []prove.Difference, part prove.Part) []diffItem {
	var items []diffItem
	for n, d := range all {
		switch {
		case d.Part != part || isMark(all, n):
		case d.Edit == prove.Elsewhere:
			items = append(items, diffItem{word: d.Edit.String(), what: d.Old + " → " + d.New})
		case d.Key == "" && d.Edit == prove.Renamed:
			items = append(items, diffItem{word: d.Edit.String(), what: subject(d.Of) + ": it was " + d.Old})
		case d.Key == "":
			items = append(items, diffItem{word: d.Edit.String(), what: subject(d.Of)})
		case d.Edit == prove.New:
			items[len(items)-1].details = append(items[len(items)-1].details, detail(d.Key, shownLines(d.New, d.Long)...))
		case d.Edit == prove.Gone:
			items[len(items)-1].details = append(items[len(items)-1].details, detail(d.Key, shownLines(d.Old, d.Long)...))
		default:
			items = append(items, sideBySide(d))
		}
	}
	return items
}

// isMark reports whether a difference says nothing that the one before it does not
// say in words: the mark of an original, behind the original itself.
func isMark(all []prove.Difference, n int) bool {
	return n > 0 && all[n].Of.Kind == "translation" && all[n].Key == "of" && all[n-1].Of == all[n].Of && all[n-1].Key == "from"
}

// sideBySide is a text or value before and after: on one line if both are short.
func sideBySide(d prove.Difference) diffItem {
	const short = 40
	i := diffItem{word: d.Edit.String(), what: subject(d.Of) + ", " + d.Key}
	if utf8.RuneCountInString(d.Old) <= short && utf8.RuneCountInString(d.New) <= short && !d.Long {
		i.what += ": " + orNothing(d.Old) + " → " + orNothing(d.New)
		return i
	}
	old, new := shownLines(d.Old, d.Long), shownLines(d.New, d.Long)
	if d.Long {
		old, new = onlyDifferent(old, new)
	}
	i.details = []diffDetail{detail("old", old...), detail("new", new...)}
	return i
}

func orNothing(value string) string {
	if value == "" {
		return "nothing"
	}
	return value
}

// shownLines are a text as lines to show: of a long one a line for each paragraph.
func shownLines(value string, long bool) []string {
	if value == "" {
		return []string{"nothing"}
	}
	if !long {
		return []string{value}
	}
	return strings.Split(questionnaire.Text(value).Plain(), "\n")
}

// onlyDifferent leaves out the paragraphs at the beginning and at the end that both
// have.
func onlyDifferent(old, new []string) ([]string, []string) {
	if slices.Equal(old, new) { // they differ in emphasis
		return old, new
	}
	first, last := 0, 0
	for first < min(len(old), len(new)) && old[first] == new[first] {
		first++
	}
	for last < min(len(old), len(new))-first && old[len(old)-1-last] == new[len(new)-1-last] {
		last++
	}
	cut := func(lines []string) (left []string) {
		if first > 0 {
			left = append(left, "…")
		}
		left = append(left, lines[first:len(lines)-last]...)
		if last > 0 {
			left = append(left, "…")
		}
		return left
	}
	return cut(old), cut(new)
}
