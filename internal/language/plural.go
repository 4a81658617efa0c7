package language

import (
	"fmt"
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

// FormOf is the form that a number of things asks for, by the plural rules of the
// language's folder; the last form for a language that has none.
func FormOf(tag string, n int) Form {
	l, ok := Of(tag)
	if !ok {
		return Other
	}
	return l.plurals().form(n)
}

// plurals are the rules of a language: when a number asks for each form. Those of
// the CLDR exclude each other, so their order does not matter.
type plurals map[Form]rule

func (p plurals) form(n int) Form {
	for form, r := range p {
		if r.matches(max(n, -n)) {
			return form
		}
	}
	return Other
}

func (l *Language) readPlurals() plurals {
	all := plurals{}
	for form, text := range decoded[map[Form]string](l, "plurals.yaml") {
		r, err := parseRule(text)
		switch form {
		case Zero, One, Two, Few, Many:
		default:
			err = fmt.Errorf("there is no form %q with a rule", form)
		}
		if err != nil {
			panic(fmt.Errorf("language %s: plurals.yaml: %w", l.tag, err))
		}
		all[form] = r
	}
	return all
}

// rule is a rule of CLDR: relations joined by "and", and these by "or".
type rule [][]relation

// relation is "n % 10 = 2..4, 6", or the same with "!=".
type relation struct {
	whole   bool // n and i are the number; the others tell of decimals and powers, of which a whole number has none
	modulus int  // 0: none
	not     bool
	ranges  [][2]int
}

func (r rule) matches(n int) bool {
	for _, all := range r {
		matched := true
		for i := range all {
			matched = matched && all[i].matches(n)
		}
		if matched {
			return true
		}
	}
	return false
}

func (r *relation) matches(n int) bool {
	if !r.whole {
		n = 0
	}
	if r.modulus > 0 {
		n %= r.modulus
	}
	for _, from := range r.ranges {
		if from[0] <= n && n <= from[1] {
			return !r.not
		}
	}
	return r.not
}

func parseRule(text string) (rule, error) {
	var r rule
	for _, or := range strings.Split(text, " or ") {
		var all []relation
		for _, and := range strings.Split(or, " and ") {
			one, ok := parseRelation(and)
			if !ok {
				return nil, fmt.Errorf("%q is not a relation of a plural rule", and)
			}
			all = append(all, one)
		}
		r = append(r, all)
	}
	return r, nil
}

func parseRelation(text string) (relation, bool) {
	left, right, ok := strings.Cut(text, "=")
	if !ok {
		return relation{}, false
	}
	var r relation
	left, r.not = strings.CutSuffix(left, "!")
	operand, modulus, divided := strings.Cut(left, "%")
	operand = strings.TrimSpace(operand)
	r.whole = operand == "n" || operand == "i"
	if len(operand) != 1 || !strings.Contains("nivwftec", operand) {
		return r, false
	}
	if divided {
		if r.modulus, ok = number(modulus); !ok || r.modulus == 0 {
			return r, false
		}
	}
	for _, part := range strings.Split(right, ",") {
		from, to, isRange := strings.Cut(part, "..")
		if !isRange {
			to = from
		}
		first, ok1 := number(from)
		last, ok2 := number(to)
		if !ok1 || !ok2 || first > last {
			return r, false
		}
		r.ranges = append(r.ranges, [2]int{first, last})
	}
	return r, true
}

func number(text string) (int, bool) {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	return n, err == nil && n >= 0
}
