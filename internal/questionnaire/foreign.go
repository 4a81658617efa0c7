package questionnaire

import (
	"cmp"
	"reflect"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Foreign is where a questionnaire comes from that did not come with the program.
// What a file says of itself is only its author's word; this is what the program
// knows of it.
type Foreign struct {
	// Folder is the name of the folder that it was read from; "" if it cannot be shown.
	Folder string
	// Renumbered are lines that the program's own questionnaire has otherwise for that
	// region, which it knows.
	Renumbered []Renumbered
}

// Renumbered is a help line of a region.
type Renumbered struct {
	Region *Region
	Line   *HelpLine
	// Says is what else is said of a number that the program knows: which key to press
	// there, or when. "" where the number is another.
	Says string
}

// Renumbered are this questionnaire's lines that reach somebody else than those of
// another do in the same region, or not in the same way. What it inherited is the
// other's.
func (q *Questionnaire) Renumbered(own *Questionnaire) []Renumbered {
	var all []Renumbered
	for _, region := range q.Regions {
		known := own.Region(region.ID)
		if known == nil {
			known = own.Region(region.Country())
		}
		if known == nil {
			continue
		}
		reached := map[string][]*HelpLine{}
		for _, l := range known.Lines {
			for _, way := range l.ways() {
				reached[way] = append(reached[way], l)
			}
		}
		for _, l := range region.Lines {
			others, same := []*HelpLine(nil), true
			for _, way := range l.ways() {
				others, same = append(others, reached[way]...), same && reached[way] != nil
			}
			if !same {
				all = append(all, Renumbered{Region: region, Line: l})
			} else if says := l.differs(others, q.Language == own.Language); says != "" {
				all = append(all, Renumbered{region, l, says})
			}
		}
	}
	return all
}

// ways are the numbers and the address of a line, each as one way to write it.
func (l *HelpLine) ways() (all []string) {
	if l.Call != "" {
		all = append(all, "call "+dialled(l.Call))
	}
	if l.Text != "" {
		all = append(all, "text "+Fold(l.TextWord)+" to "+dialled(l.Text))
	}
	if l.URL != "" {
		all = append(all, l.URL)
	}
	return all
}

// differs is what a line says otherwise than every other with its numbers: which keys to
// press, because the number alone reaches somebody else, or else when somebody is there.
// To leave something out is not to say something else. In another language only figures
// can be compared.
func (l *HelpLine) differs(others []*HelpLine, sameLanguage bool) string {
	if len(others) == 0 {
		return ""
	}
	instructs := func(o *HelpLine) bool {
		return isPart(signs(l.Note, sameLanguage), signs(o.Note, sameLanguage))
	}
	hours := func(o *HelpLine) bool {
		said := l.Hours == "" || Fold(o.Hours) == Fold(l.Hours)
		if !sameLanguage {
			said = isPart(signs(l.Hours, false), signs(o.Hours, false))
		}
		isOpen := l.Open.Always || len(l.Open.Times) > 0
		return said && (!isOpen || reflect.DeepEqual(o.Open, l.Open))
	}
	switch {
	case slices.ContainsFunc(others, func(o *HelpLine) bool { return instructs(o) && hours(o) }):
		return ""
	case slices.ContainsFunc(others, instructs):
		return cmp.Or(l.Hours, l.Name)
	case slices.ContainsFunc(others, hours) || l.Hours == "":
		return l.Note
	}
	return l.Note + " " + l.Hours
}

// signs are what somebody types: the words with a figure in them, and those in capital
// letters.
func signs(text string, capitals bool) []string {
	var all []string
	for _, word := range strings.FieldsFunc(text, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }) {
		isLong := utf8.RuneCountInString(word) > 1
		if strings.ContainsFunc(word, unicode.IsDigit) || capitals && isLong && strings.ToUpper(word) == word {
			all = append(all, Fold(word))
		}
	}
	return all
}

// isPart tells whether all of some words are among others, in their order.
func isPart(words, of []string) bool {
	for _, word := range words {
		at := slices.Index(of, word)
		if at < 0 {
			return false
		}
		of = of[at+1:]
	}
	return true
}

// dialled is a number without what only parts it for the eye.
func dialled(number string) string {
	var keys []rune
	for _, r := range Fold(number) {
		switch r {
		case ' ', '-', '.', '(', ')', '/', '\u00a0', '\u2011':
		default:
			keys = append(keys, r)
		}
	}
	return string(keys)
}
