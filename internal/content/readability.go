package content

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// The measures that every language shares; the others are in
// language/*/reading.yaml. docs/measures.md lists all of them.
const (
	averageFrom        = 4 // sentences: fewer have no average worth the name
	paragraphSentences = 3
	briefWords         = 3 // a sentence of so few is not hard work: "Hello."
)

// checkReadability measures sentences, paragraphs and whole texts. Scenarios
// are read by facilitators, and names of people and medicines are not the
// author's to shorten, so neither is measured.
func checkReadability(r *report) {
	id := hardToReadText
	if r.language == nil {
		return
	}
	limits := r.language.Reading().Limits
	for _, p := range r.passages {
		if !measured(p) {
			continue
		}
		limit, page := limits.Sentence, ""
		if p.emergency && !p.Use.Aloud {
			limit, page = limits.EmergencySentence, " on an emergency page"
		}
		words, count := 0, 0
		for _, paragraph := range p.paragraphs {
			long := 0
			for _, s := range paragraph {
				n := s.words()
				if n > limit {
					r.add(id, questionnaire.Warning, p, "%v: the sentence %q has %d words; make it two, of %d at most%s", p, start(s.raw), n, limit, page)
				}
				if n > briefWords {
					long++
				}
				words, count = words+n, count+1
			}
			if long > paragraphSentences {
				r.add(id, questionnaire.Warning, p, "%v: the paragraph %q has %d sentences; begin a new one after %d", p, start(paragraph[0].raw), len(paragraph), paragraphSentences)
			}
		}
		if count >= averageFrom && words > limits.Average*count {
			r.add(id, questionnaire.Warning, p, "%v: sentences have %.1f words on average; make them shorter, %d at most", p, float64(words)/float64(count), limits.Average)
		}
		checkScore(r, p)
	}
}

// checkScore judges a whole text by the measure of its language.
func checkScore(r *report, p passage) {
	measure := r.language.Reading().Measure
	formula := language.Formulas[measure.Formula]
	score, ok := score(p, r.names, r.language)
	if !ok || !formula.Harder(score, measure.Warning) {
		return
	}
	severity := questionnaire.Warning
	if formula.Harder(score, measure.Error) {
		severity = questionnaire.Error
	}
	r.add(hardToReadText, severity, p, "%v %s; write shorter words and sentences, %s", p, fmt.Sprintf(formula.Says, score), fmt.Sprintf(formula.Write, measure.Warning))
}

func measured(p passage) bool {
	return !p.Use.Theirs && !slices.Contains([]string{"story", "point", "discuss", "name", "for"}, p.key)
}

// start is enough of a sentence to find it again.
func start(raw string) string {
	const enough = 40
	letters := []rune(raw)
	if len(letters) <= enough {
		return raw
	}
	cut := string(letters[:enough])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut + " …"
}

// score is that of a text that is long enough to have one, without names of
// medicines and people.
func score(p passage, names names, l *language.Language) (float64, bool) {
	words, count, sounds := 0, 0, 0
	for s := range p.each {
		count++
		for _, t := range withoutNames(s.tokens, names) {
			words++
			sounds += l.Syllables(s.raw[t.from:t.to])
		}
	}
	measure := l.Reading().Measure
	if words < measure.From {
		return 0, false
	}
	return language.Formulas[measure.Formula].Score(words, count, sounds), true
}

func withoutNames(all []token, names names) []token {
	var rest []token
	for i := 0; i < len(all); {
		if n := names.unread.lengths(all[i:]); len(n) > 0 {
			i += n[0]
			continue
		}
		rest = append(rest, all[i])
		i++
	}
	return rest
}

// glossaries are those that were read, as functions.
var glossaries sync.Map

func glossaryOf(l *language.Language) *phrases {
	read, _ := glossaries.LoadOrStore(l, sync.OnceValue(func() *phrases {
		var p phrases
		for _, w := range l.Reading().Glossary {
			p.add(w)
		}
		return &p
	}))
	return read.(func() *phrases)()
}

// checkHardWords finds long words where somebody reads in a hurry: in
// questions, in answers and on emergency pages. What she says herself is measured
// by its sentences alone.
func checkHardWords(r *report) {
	if r.language == nil {
		return
	}
	atMost, glossary := r.language.Reading().Limits.HardWord, glossaryOf(r.language)
	for _, p := range r.passages {
		asked := p.Of.Kind == "question" && slices.Contains([]string{"before", "ask", "why", "label"}, p.key)
		if !p.emergency && !asked {
			continue
		}
		var hard []string
		for s := range p.each {
			for _, t := range withoutNames(s.tokens, r.names) {
				known := len(glossary.lengths([]token{t})) > 0
				word := fmt.Sprintf("%q", strings.ToLower(s.raw[t.from:t.to]))
				if n := r.language.Syllables(s.raw[t.from:t.to]); n >= atMost && !known && !slices.Contains(hard, word) {
					hard = append(hard, word)
				}
			}
		}
		if len(hard) > 0 {
			r.add(hardToReadText, questionnaire.Warning, p, "%v: %s: %d syllables or more; write shorter words, or add them to the glossary", p, strings.Join(hard, ", "), atMost)
		}
	}
}
