package content

import (
	"fmt"
	"slices"
	"strings"
)

// pattern is a line of a word file, ready to be searched for; words.go says how
// it is written.
type pattern []element

type element struct {
	phrases  []*phrases // its own words, and the lists that it names
	medicine *phrases   // the list of that name, or "drug": every name of the formulary counts too
	kind     elementKind
	optional bool
	end      bool // or here the sentence, or part of one, ends
	repeated bool // as often as it comes, also never
	most     int  // of a gap
	crosses  bool // commas do not end the gap or the repetition
	not      *phrases
	others   bool // any one word, at which none of the phrases begins
}

type elementKind uint8

const (
	words elementKind = iota
	gap
	sentenceStart
	clauseStart
	clauseEnd
)

// phrases is a set of words, beginnings of words and runs of words.
type phrases struct {
	byFirst   map[string][][]wordPattern
	byStem    map[string][][]wordPattern // that begin with the beginning of a word, by its first letters
	byPrefix  [][]wordPattern            // the same, with fewer letters than a stem has
	endings   []string                   // of a word as it is written
	anyNumber bool
	belowOne  bool // a number that begins with "0." or "0,"
}

type wordPattern struct {
	text    string
	prefix  bool
	written string // not "": so it must be written, accents and all
}

func (w wordPattern) matches(t token) bool {
	return (t.word == w.text || w.prefix && strings.HasPrefix(t.word, w.text)) && (w.written == "" || w.written == t.written)
}

// add takes a phrase apart as a sentence would be: "risk-free" is two words.
func (p *phrases) add(phrase string) {
	switch phrase {
	case "#":
		p.anyNumber = true
		return
	case "0.#":
		p.belowOne = true
		return
	}
	if ending, ok := strings.CutPrefix(phrase, "*"); ok {
		p.endings = append(p.endings, ending)
		return
	}
	var run []wordPattern
	for _, part := range strings.Fields(phrase) {
		part, prefix := strings.CutSuffix(part, "*")
		part, exact := strings.CutPrefix(part, "=")
		if !exact && isPlainWord(part) {
			run = append(run, wordPattern{text: part, prefix: prefix})
			continue
		}
		for _, t := range tokens(oneForm(part)) {
			w := wordPattern{text: t.word}
			if exact {
				w.written = t.written
			}
			run = append(run, w)
		}
		if prefix && len(run) > 0 {
			run[len(run)-1].prefix = true
		}
	}
	if len(run) == 0 {
		return
	}
	switch begins := run[0].text; {
	case run[0].prefix && len(begins) >= stemLetters:
		if p.byStem == nil {
			p.byStem = map[string][][]wordPattern{}
		}
		stem := begins[:stemLetters]
		p.byStem[stem] = append(p.byStem[stem], run)
		return
	case run[0].prefix:
		p.byPrefix = append(p.byPrefix, run)
		return
	}
	if p.byFirst == nil {
		p.byFirst = map[string][][]wordPattern{}
	}
	p.byFirst[run[0].text] = append(p.byFirst[run[0].text], run)
}

func (p *phrases) empty() bool {
	return len(p.byFirst) == 0 && len(p.byStem) == 0 && len(p.byPrefix) == 0 && len(p.endings) == 0 && !p.anyNumber && !p.belowOne
}

// isPlainWord reports whether a word is its own form, and one word.
func isPlainWord(word string) bool {
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return false
		}
	}
	return word != ""
}

// lengths are the numbers of words, greatest first, of the phrases that begin
// at this token.
func (p *phrases) lengths(tokens []token) []int {
	if len(tokens) == 0 {
		return nil
	}
	var found []int
	try := func(run []wordPattern) {
		if len(run) > len(tokens) {
			return
		}
		for i, w := range run {
			if !w.matches(tokens[i]) || i > 0 && tokens[i].breaks {
				return
			}
		}
		found = append(found, len(run))
	}
	first := tokens[0].word
	for _, run := range p.byFirst[first] {
		try(run)
	}
	if len(p.byStem) > 0 && len(first) >= stemLetters {
		for _, run := range p.byStem[first[:stemLetters]] {
			try(run)
		}
	}
	for _, run := range p.byPrefix {
		try(run)
	}
	if p.anyNumber && first[0] >= '0' && first[0] <= '9' || p.belowOne && isBelowOne(first) || p.endsAs(tokens[0].written) {
		found = append(found, 1)
	}
	if len(found) > 1 {
		slices.Sort(found)
		slices.Reverse(found)
	}
	return found
}

// endsAt reports whether one of the phrases ends with the last of these tokens.
func (p *phrases) endsAt(tokens []token) bool {
	if p.empty() {
		return false
	}
	for from := range tokens {
		if slices.Contains(p.lengths(tokens[from:]), len(tokens)-from) {
			return true
		}
	}
	return false
}

func isBelowOne(number string) bool {
	return len(number) > len("0.") && number[0] == '0' && (number[1] == '.' || number[1] == ',')
}

func (p *phrases) endsAs(written string) bool {
	return slices.ContainsFunc(p.endings, func(ending string) bool { return strings.HasSuffix(written, ending) })
}

// span is a run of tokens: from the first up to, not including, the last.
type span struct{ from, to int }

func (a span) overlaps(b span) bool { return a.from < b.to && b.from < a.to }

// in finds the pattern in a sentence, each place once.
func (p pattern) in(s sentence, names names) []span {
	var found []span
	m := matching{all: s.tokens, names: &names}
	for i := range s.tokens {
		if end := m.match(p, i, i); end > i {
			found = append(found, span{i, end})
		}
	}
	return found
}

// matching is one pattern that is searched for in one sentence.
type matching struct {
	all   []token
	names *names
	known map[place]int
}

// place is where a pattern was tried that begins with something repeated. Where it ends
// from there is the same however one came there, and is found once: "5 mg 5 mg 5 mg …"
// can be parted in more ways than anybody could wait for.
type place struct {
	left, at int // of the pattern's elements, and the token
	free     bool
}

// needs are keys of which a sentence must have one, or it cannot hold the pattern;
// nil if any sentence may; the keys are told below. A medicine is a key of its own only
// where there is no other: too many sentences name one.
func (p pattern) needs() (keys []string, medicine bool) {
	for i := range p {
		e := &p[i]
		if e.kind != words || e.optional || e.repeated || e.end || e.others {
			continue
		}
		some, ok := e.keys()
		if len(some) == 1 && some[0] == medicineKey {
			medicine = true
			continue
		}
		if ok && (keys == nil || cost(some) < cost(keys)) {
			keys = some
		}
	}
	if keys == nil && medicine {
		keys = []string{medicineKey}
	}
	return keys, medicine
}

// cost is how often one of the keys will be met, roughly: short words and numbers
// stand in most sentences.
func cost(keys []string) int {
	const short, often = 3, 25
	sum := len(keys)
	for _, key := range keys {
		if len(key) <= short && !strings.HasSuffix(key, "*") {
			sum += often
		}
	}
	return sum
}

// Keys by which patterns are found for a sentence: a word, the first letters of a
// word, and these two.
const (
	medicineKey = "[medicine]"
	numberKey   = "#"
	stemLetters = 3
)

func (e *element) keys() (keys []string, ok bool) {
	for _, p := range e.phrases {
		if p == e.medicine {
			keys = append(keys, medicineKey)
			continue
		}
		more, ok := p.keys()
		if !ok {
			return nil, false
		}
		keys = append(keys, more...)
	}
	return keys, true
}

// keys are those of which a sentence with one of the phrases has at least one.
func (p *phrases) keys() (keys []string, ok bool) {
	if len(p.endings) > 0 || len(p.byPrefix) > 0 {
		return nil, false
	}
	for word := range p.byFirst {
		keys = append(keys, word)
	}
	for stem := range p.byStem {
		keys = append(keys, stem+"*")
	}
	if p.anyNumber || p.belowOne {
		keys = append(keys, numberKey)
	}
	return keys, true
}

// match reports where the pattern ends that continues at this token, or -1.
// free is the token that may follow a comma: the first of the pattern, and the
// one behind a gap that crosses commas.
func (m *matching) match(p pattern, at, free int) int {
	if len(p) == 0 {
		return at
	}
	e, rest, all := &p[0], p[1:], m.all
	switch e.kind {
	case sentenceStart:
		if at == 0 {
			return m.match(rest, at, at)
		}
		return -1
	case clauseStart:
		if at < len(all) && all[at].begins() {
			return m.match(rest, at, at)
		}
		return -1
	case clauseEnd:
		if at == len(all) || all[at].begins() {
			return m.match(rest, at, free)
		}
		return -1
	case gap:
		for n := 0; n <= e.most && at+n <= len(all); n++ {
			if e.crosses {
				free = at + n
			}
			if end := m.match(rest, at+n, free); end >= 0 {
				return end
			}
			if at+n == len(all) || all[at+n].breaks && at+n != free || e.not != nil && len(e.not.lengths(all[at+n:])) > 0 {
				break
			}
		}
		return -1
	}
	if !e.repeated {
		end, _ := m.words(p, at, free)
		return end
	}
	here := place{len(p), at, at == free}
	if end, known := m.known[here]; known {
		return end
	}
	end, some := m.words(p, at, free)
	if some {
		if m.known == nil {
			m.known = map[place]int{}
		}
		m.known[here] = end
	}
	return end
}

// words matches a pattern that begins with words, and tells whether some of them
// stand here.
func (m *matching) words(p pattern, at, free int) (end int, some bool) {
	e, rest, all := &p[0], p[1:], m.all
	if at < len(all) && (!all[at].breaks || at == free || e.repeated && e.crosses) {
		for _, n := range e.lengths(all[at:], m.names) {
			some = true
			next := rest
			if e.repeated {
				next = p
			}
			if end := m.match(next, at+n, free); end >= 0 {
				return end, some
			}
		}
	}
	if e.end && (at == len(all) || all[at].begins()) {
		if end := m.match(rest, at, free); end >= 0 {
			return end, some
		}
	}
	if e.optional || e.repeated {
		if e.repeated && e.crosses {
			free = at
		}
		return m.match(rest, at, free), some
	}
	return -1, some
}

func (e *element) lengths(tokens []token, names *names) []int {
	var found []int
	for _, p := range e.phrases {
		found = append(found, p.lengths(tokens)...)
	}
	if e.medicine != nil {
		found = append(found, names.medicines.lengths(tokens)...)
	}
	if e.others {
		if len(found) > 0 {
			return nil
		}
		return []int{1}
	}
	return found
}

// parsePattern reads a line of a word file.
func parsePattern(line string, lists map[string]*phrases) (pattern, error) {
	var p pattern
	for _, field := range strings.Fields(line) {
		var e element
		switch field {
		case "^^":
			e.kind = sentenceStart
		case "^":
			e.kind = clauseStart
		case "$":
			e.kind = clauseEnd
		case ",":
			e.kind, e.crosses = gap, true
		case "..":
			e.kind, e.most = gap, 3
		case "...":
			e.kind, e.most, e.crosses = gap, 8, true
		case "~":
			e.kind, e.most = gap, 4
			if stops, ok := lists["between"]; ok {
				e.not = stops
			}
		default:
			field, e.optional = strings.CutSuffix(field, "?")
			field, e.others = strings.CutPrefix(field, "!")
			if strings.HasSuffix(field, "]+") || strings.HasSuffix(field, "]++") {
				e.repeated, e.crosses = true, strings.HasSuffix(field, "++")
				field = strings.TrimRight(field, "+")
			}
			var own phrases
			for _, alternative := range strings.Split(field, "|") {
				if alternative == "$" {
					e.end = true
					continue
				}
				name, isList := strings.CutPrefix(alternative, "[")
				if !isList {
					own.add(strings.ReplaceAll(alternative, "_", " "))
					continue
				}
				name = strings.TrimSuffix(name, "]")
				list, known := lists[name]
				if !known {
					return nil, fmt.Errorf("pattern %q: there is no list %q in this file", line, name)
				}
				e.phrases = append(e.phrases, list)
				if name == "medicine" || name == "drug" {
					e.medicine = list
				}
			}
			if !own.empty() {
				e.phrases = append(e.phrases, &own)
			}
			if len(e.phrases) == 0 {
				return nil, fmt.Errorf("pattern %q: %q has no words", line, field)
			}
		}
		p = append(p, e)
	}
	if len(p) == 0 {
		return nil, fmt.Errorf("an empty pattern")
	}
	return p, nil
}
