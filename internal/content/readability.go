package content

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// The measures of the content style.
const (
	sentenceWords          = 20 // at most, in a sentence
	emergencySentenceWords = 12 // on the page of a rule that interrupts
	averageWords           = 14 // on average, in a text
	averageFrom            = 4  // sentences: fewer have no average worth the name
	paragraphSentences     = 3
	briefWords             = 3   // a sentence of so few is no load: "Hello."
	gradeFrom              = 100 // words: a shorter text has no grade
	gradeWarning           = 6.0 // Flesch-Kincaid
	gradeError             = 8.0
	hardSyllables          = 4
)

// checkReadability measures sentences, paragraphs and whole texts. Scenarios
// are read by facilitators, and names of people and medicines are not the
// author's to shorten, so neither is measured. Grades are for English.
func checkReadability(r *report) {
	id := hardToReadText
	for _, p := range r.passages {
		if !measured(p) {
			continue
		}
		limit, page := r.longer(sentenceWords), ""
		if p.emergency && p.key != "say" {
			limit, page = r.longer(emergencySentenceWords), " on an emergency page"
		}
		words, count := 0, 0
		for _, paragraph := range p.paragraphs {
			long := 0
			for _, s := range paragraph {
				n := s.words()
				if n > limit {
					r.add(id, questionnaire.Warning, p.at, "%v: the sentence %q has %d words; make it two, of %d at most%s", p, start(s.raw), n, limit, page)
				}
				if n > briefWords {
					long++
				}
				words, count = words+n, count+1
			}
			if long > paragraphSentences {
				r.add(id, questionnaire.Warning, p.at, "%v: the paragraph %q has %d sentences; begin a new one after %d", p, start(paragraph[0].raw), len(paragraph), paragraphSentences)
			}
		}
		if count >= averageFrom && words > r.longer(averageWords)*count {
			r.add(id, questionnaire.Warning, p.at, "%v: sentences have %.1f words on average; make them shorter, %d at most", p, float64(words)/float64(count), r.longer(averageWords))
		}
		switch {
		case r.in("en"):
			checkGrade(r, p)
		case r.in("es"):
			checkInflesz(r, p)
		}
	}
}

func checkGrade(r *report, p passage) {
	g, ok := grade(p, r.names)
	if !ok || g <= gradeWarning {
		return
	}
	severity := questionnaire.Warning
	if g > gradeError {
		severity = questionnaire.Error
	}
	r.add(hardToReadText, severity, p.at, "%v reads like school grade %.1f; write shorter words and sentences, for grade %.0f", p, g, gradeWarning)
}

func measured(p passage) bool {
	return !slices.Contains([]string{"story", "point", "discuss", "name", "for"}, p.key)
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

// grade is the Flesch-Kincaid grade of a text that is long enough to have one,
// without names of medicines and people.
func grade(p passage, names names) (float64, bool) {
	words, count, sounds := measure(p, names, func(word string) int { return syllables(fold(word)) })
	if words < gradeFrom {
		return 0, false
	}
	return 0.39*float64(words)/float64(count) + 11.8*float64(sounds)/float64(words) - 15.59, true
}

// measure counts the words, sentences and syllables of a text.
func measure(p passage, names names, syllables func(word string) int) (words, count, sounds int) {
	for s := range p.each {
		count++
		for _, t := range withoutNames(s.tokens, names) {
			words++
			sounds += syllables(s.raw[t.from:t.to])
		}
	}
	return words, count, sounds
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

// hardIn says for a language how many syllables make a word hard, and which long
// words may be used nevertheless.
var hardIn = map[string]struct {
	hard      int
	syllables func(word string) int
	glossary  func() *phrases
}{
	"en": {hardSyllables, syllables, sync.OnceValue(func() *phrases { return loadGlossary("glossary.yaml") })},
	"es": {hardSyllablesSpanish, syllablesSpanish, sync.OnceValue(func() *phrases { return loadGlossary("glossary-es.yaml") })},
}

func loadGlossary(name string) *phrases {
	var file struct {
		Words []string `yaml:"words"`
	}
	mustDecode(wordFiles, "words/"+name, &file)
	var p phrases
	for _, w := range file.Words {
		p.add(w)
	}
	return &p
}

// checkHardWords finds long words where somebody reads in a hurry: in
// questions, in answers and on emergency pages.
func checkHardWords(r *report) {
	language, ok := hardIn[r.language()]
	if !ok {
		return
	}
	for _, p := range r.passages {
		if !p.emergency && !slices.Contains([]string{"before", "ask", "why", "label"}, p.key) {
			continue
		}
		var hard []string
		for s := range p.each {
			for _, t := range withoutNames(s.tokens, r.names) {
				known := len(language.glossary().lengths([]token{t})) > 0
				word := fmt.Sprintf("%q", strings.ToLower(s.raw[t.from:t.to]))
				if n := language.syllables(s.raw[t.from:t.to]); n >= language.hard && !known && !slices.Contains(hard, word) {
					hard = append(hard, word)
				}
			}
		}
		if len(hard) > 0 {
			r.add(hardToReadText, questionnaire.Warning, p.at, "%v: %s: %d syllables or more; write shorter words, or add them to the glossary", p, strings.Join(hard, ", "), language.hard)
		}
	}
}
