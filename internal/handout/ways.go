package handout

import "slices"

// A card must not be torn apart, and a rule may read more than a page holds. So a
// long statement is told as several shorter ones, each for a card of its own: it
// is so where at least one of them is. None of them needs another to be read.

// mostLetters is how long a statement is on one card: about half a page in large
// print.
const mostLetters = 800

// ways are the statements as which one is told, given how long each would be.
func (s statement) ways(letters func(statement) int) []statement {
	i, alternatives := s.alternatives(letters)
	if letters(s) <= mostLetters || len(alternatives) < 2 {
		return []statement{s}
	}
	var all []statement
	for len(alternatives) > 0 {
		n := 1
		way := s.with(i, alternatives[:n])
		for n < len(alternatives) {
			more := s.with(i, alternatives[:n+1])
			if letters(more) > mostLetters {
				break
			}
			n, way = n+1, more
		}
		all = append(all, way.ways(letters)...)
		alternatives = alternatives[n:]
	}
	return all
}

// folded is the statement with what several alternatives have in common said
// once: "A and B, or A and C" is "A, and B or C".
func (s statement) folded() statement {
	if s.leaf != nil {
		return s
	}
	folded := statement{all: s.all}
	for _, part := range s.parts {
		folded.add(part.folded())
	}
	if s.all {
		return folded.single()
	}
	common, most := statement{}, 1
	for _, part := range folded.parts {
		for _, c := range part.needs() {
			n := 0
			for _, other := range folded.parts {
				if slices.ContainsFunc(other.needs(), c.equal) {
					n++
				}
			}
			if n > most {
				common, most = c, n
			}
		}
	}
	if most == 1 {
		return folded.single()
	}
	rest, others := statement{}, statement{}
	for _, part := range folded.parts {
		if !slices.ContainsFunc(part.needs(), common.equal) {
			others.parts = append(others.parts, part)
			continue
		}
		without := statement{all: true, parts: slices.DeleteFunc(slices.Clone(part.parts), common.equal)}
		rest.add(without.single())
	}
	both := statement{all: true}
	both.add(common)
	both.add(rest.single())
	others.add(both.single())
	return others.folded()
}

// needs are the parts of an alternative that must all be so.
func (s statement) needs() []statement {
	if s.leaf != nil || !s.all {
		return nil
	}
	return s.parts
}

// alternatives are the parts of which at least one must be so: those of the
// statement itself, or of the longest of its parts that joins some.
func (s statement) alternatives(letters func(statement) int) (at int, parts []statement) {
	if s.leaf == nil && !s.all {
		return -1, s.parts
	}
	longest := -1
	for i, part := range s.parts {
		if part.leaf == nil && !part.all && (longest < 0 || letters(part) > letters(s.parts[longest])) {
			longest = i
		}
	}
	if longest < 0 {
		return -1, nil
	}
	return longest, s.parts[longest].parts
}

// with is the statement with only some of the alternatives of one part; -1 is the
// statement itself.
func (s statement) with(at int, alternatives []statement) statement {
	some := statement{}
	for _, a := range alternatives {
		some.add(a)
	}
	some = some.single()
	if at < 0 {
		return some
	}
	rest := statement{all: true}
	for i, part := range s.parts {
		if i == at {
			part = some
		}
		rest.add(part)
	}
	return rest.single()
}

// lengthOf is about how much there is to read of a statement, and of each of its
// parts where they stand in lines of their own. Answers are a letter each. Medicines
// are measured by the words of the author and not of the paper, so that a paper has
// the same cards in every language.
func lengthOf(s statement) int {
	n := inOneLine(s)
	for _, part := range s.parts {
		n += lengthOf(part)
	}
	return n
}

// A name is longer than its id by about so much; a letter takes a comma and a space;
// and so much stands around both.
const beyondAnID, aLetter, aroundAnswers = 20, 3, 30

func inOneLine(s statement) int {
	n := 0
	for _, part := range s.parts {
		n += inOneLine(part)
	}
	if s.leaf == nil {
		return n
	}
	n = aroundAnswers
	for _, wanted := range s.leaf.of {
		if wanted {
			n += aLetter
		}
	}
	if s.leaf.test != nil {
		for _, word := range s.leaf.test.Of {
			n += len(word) + beyondAnID
		}
	}
	return n
}
