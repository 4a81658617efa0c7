package language

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Form is one of the forms of a text that a number can ask for, as the Unicode
// CLDR calls them.
type Form string

// The forms. Every language has the last.
const (
	Zero  Form = "zero"
	One   Form = "one"
	Two   Form = "two"
	Few   Form = "few"
	Many  Form = "many"
	Other Form = "other"
)

// ordered are all of them, in the order of CLDR.
func ordered() []Form { return []Form{Zero, One, Two, Few, Many, Other} }

// FormOf is the form that a number of things asks for in the language of a tag; of a
// language that the program does not know, the one that every language has.
//
// golang.org/x/text knows the rules of all languages, at the price of 190 kB of
// tables about languages; a test holds ours to it.
func FormOf(tag string, n int) Form {
	l, ok := Of(tag)
	if !ok {
		return Other
	}
	return l.form(n)
}

func (l *Language) form(n int) Form {
	for _, form := range ordered() {
		if holds, ok := l.plural()[form]; ok && holds(n) {
			return form
		}
	}
	return Other
}

func (l *Language) readPlural() map[Form]func(n int) bool {
	rules := map[Form]func(n int) bool{}
	for form, rule := range decoded[map[Form]string](l, "plural.yaml") {
		holds, err := pluralRule(rule)
		if err == nil && !slices.Contains(ordered(), form) {
			err = fmt.Errorf("no number asks for the form %q", form)
		}
		if err != nil {
			panic(fmt.Errorf("language %s: plural.yaml: %w", l.tag, err))
		}
		rules[form] = holds
	}
	return rules
}

// pluralRule reads a rule as CLDR writes it: "n % 10 = 2..4 and n % 100 != 12..14",
// several of them joined with "or".
func pluralRule(rule string) (func(n int) bool, error) {
	var any [][]func(int) bool
	for _, part := range strings.Split(rule, " or ") {
		var all []func(int) bool
		for _, relation := range strings.Split(part, " and ") {
			holds, err := pluralRelation(strings.Fields(relation))
			if err != nil {
				return nil, fmt.Errorf("%q: %w", relation, err)
			}
			all = append(all, holds)
		}
		any = append(any, all)
	}
	return func(n int) bool {
		return slices.ContainsFunc(any, func(all []func(int) bool) bool {
			return !slices.ContainsFunc(all, func(holds func(int) bool) bool { return !holds(n) })
		})
	}, nil
}

// pluralRelation reads "n % 10 = 2..4,7", the remainder left out or not.
func pluralRelation(words []string) (func(n int) bool, error) {
	divisor := 0
	if len(words) == 5 && words[1] == "%" {
		d, err := strconv.Atoi(words[2])
		if err != nil || d < 1 {
			return nil, fmt.Errorf("%q is not a number to divide by", words[2])
		}
		divisor, words = d, slices.Delete(slices.Clone(words), 1, 3)
	}
	if len(words) != 3 || words[0] != "n" || words[1] != "=" && words[1] != "!=" {
		return nil, fmt.Errorf("write n = 1, n != 0 or n %% 10 = 2..4")
	}
	var ranges [][2]int
	for _, r := range strings.Split(words[2], ",") {
		from, to, is := strings.Cut(r, "..")
		if !is {
			to = from
		}
		low, err := strconv.Atoi(from)
		high, err2 := strconv.Atoi(to)
		if err != nil || err2 != nil || high < low {
			return nil, fmt.Errorf("%q is neither a number nor a range", r)
		}
		ranges = append(ranges, [2]int{low, high})
	}
	return func(n int) bool {
		if divisor > 0 {
			n %= divisor
		}
		within := slices.ContainsFunc(ranges, func(r [2]int) bool { return r[0] <= n && n <= r[1] })
		return within == (words[1] == "=")
	}, nil
}
