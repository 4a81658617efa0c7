package plain

import (
	"strings"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/wording"
)

// Who writes a number down, or types it into a telephone, hears it in pairs, on a row
// of its own: readers pause at a comma and at the end of a row.

// numbered is a help line of a page: its name, and the ways to reach it.
type numbered struct {
	name   string
	ways   []string
	access string // how it answers in her language
}

// slowly are the numbers of a page in pairs, or only those of its line n; none
// if there are none.
func slowly(p page.Page, n int) []line {
	all := numbersOf(p)
	if n > 0 {
		if n > len(all) {
			return nil
		}
		all = all[n-1 : n]
	}
	var told []line
	for _, of := range all {
		if of.name != "" {
			told = append(told, line{text: ended(wording.Spoken(of.name)), leads: true})
		}
		for i, way := range of.ways {
			told = append(told, line{text: ended(begun(wording.Pairs(way))), leads: i+1 < len(of.ways)})
		}
	}
	return told
}

// numbersOf are the help lines of a page, in the order in which they are said.
func numbersOf(p page.Page) []numbered {
	var all []numbered
	var ways []string
	name := ""
	for _, b := range p.Blocks {
		switch {
		case b.Manner == page.Number:
			ways = append(ways, b.Text())
		case b.Manner == page.LineName && len(ways) > 0:
			all, ways = append(all, numbered{name: b.Text(), ways: ways}), nil
		case b.Manner == page.Title:
			name = b.Text()
		case b.Choice != nil && b.Choice.Number != "":
			all = append(all, numbered{b.Choice.Label, strings.Split(b.Choice.Number, ", "), b.Choice.Access})
		}
	}
	if len(ways) > 0 { // the page of one line, whose title is its name
		all = append(all, numbered{name: name, ways: ways})
	}
	return all
}
