package content

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/language"
)

// checkOf is the check that searches a file of patterns.
var checkOf = map[string]string{language.Dose: "dose", language.StopMedicine: "stop-medicine", language.Banned: "banned-word", language.Glossary: "glossary"}

// An exception, or a frame, takes a sentence out, never a whole pattern: of each pattern some
// sentence is found in spite of all exceptions of its entry.
func TestNoExceptionCancelsAPattern(t *testing.T) {
	for _, l := range language.All() {
		for _, name := range []string{language.Dose, language.StopMedicine, language.Banned, language.Glossary} {
			if !l.HasPatterns(name) {
				continue
			}
			raw := l.Patterns(name)
			f := wordsOf(l, name, "")
			number := map[string]int{}
			for _, e := range f.entries {
				lines := raw.Groups[e.group][number[e.group]].Find
				number[e.group]++
				for i, p := range e.find {
					if !anyFound(&e, p, l, checkOf[name]) {
						t.Errorf("%s/%s.yaml: no sentence with %q is found: the exceptions of its entry, or the frames, take all of them out, or it never holds", l.Tag(), name, lines[i])
					}
				}
			}
		}
	}
}

func anyFound(e *entry, p pattern, l *language.Language, check string) bool {
	const tries = 400
	chance := rand.New(rand.NewPCG(1, 2))
	for range tries {
		all := sentences(example(p, chance), l)
		if len(all) != 1 {
			continue
		}
		if found, _ := e.spans([]pattern{p}, all[0], names{}); len(found) > 0 && (e.group == senseGroup || !e.inFrame(check, all[0], names{}, l)) {
			return true
		}
	}
	return false
}

// example writes a sentence that holds a pattern.
func example(p pattern, chance *rand.Rand) string {
	var b strings.Builder
	for _, e := range p {
		switch {
		case e.kind == clauseStart && b.Len() > 0:
			b.WriteString(",")
		case e.others:
			b.WriteString(" xyz")
		case e.kind == words && !e.optional && !e.repeated:
			var choices []string
			if e.end {
				choices = append(choices, "")
			}
			for _, list := range e.phrases {
				choices = append(choices, list.examples()...)
			}
			if choice := choices[chance.IntN(len(choices))]; choice != "" {
				b.WriteString(" " + choice)
			}
		}
	}
	if last := p[len(p)-1]; last.kind == words && !last.end {
		b.WriteString(" xyz")
	}
	return strings.TrimSpace(b.String())
}

func (p *phrases) examples() []string {
	var all []string
	written := func(run []wordPattern) {
		var some []string
		for _, w := range run {
			if w.written != "" {
				some = append(some, w.written)
			} else {
				some = append(some, w.text)
			}
		}
		all = append(all, strings.Join(some, " "))
	}
	for _, first := range slices.Sorted(maps.Keys(p.byFirst)) {
		for _, run := range p.byFirst[first] {
			written(run)
		}
	}
	for _, stem := range slices.Sorted(maps.Keys(p.byStem)) {
		for _, run := range p.byStem[stem] {
			written(run)
		}
	}
	for _, run := range p.byPrefix {
		written(run)
	}
	for _, ending := range p.endings {
		all = append(all, "xyz"+ending)
	}
	if p.anyNumber {
		all = append(all, "5")
	}
	if p.belowOne {
		all = append(all, "0.7")
	}
	return all
}
