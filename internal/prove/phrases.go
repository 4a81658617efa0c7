package prove

import (
	"strings"
	"unicode"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// claim is a phrase that was found in a text, by the words that stand there.
type claim struct {
	phrase *questionnaire.Phrase
	words  string
}

// claims finds the phrases of one language in a text: whole words, whatever
// their case and accents.
type claims struct {
	byFirst map[string][]saying
}

// saying is one way to say a phrase, word by word.
type saying struct {
	claim
	tokens []string
}

func claimsIn(q *questionnaire.Questionnaire, language string) claims {
	c := claims{map[string][]saying{}}
	for _, p := range q.Phrases {
		for _, said := range p.Words {
			if !sameLanguage(said.Language, language) {
				continue
			}
			for _, words := range said.Words {
				if tokens := tokensOf(words); len(tokens) > 0 {
					c.byFirst[tokens[0]] = append(c.byFirst[tokens[0]], saying{claim{p, words}, tokens})
				}
			}
		}
	}
	return c
}

// sameLanguage reports whether words in one language are read in another: those of
// "es" in "es-MX" too.
func sameLanguage(words, text string) bool {
	return words == text || strings.HasPrefix(text, words+"-")
}

// in are the phrases that a text holds, each once, in the order of its words.
func (c claims) in(text string) []claim {
	if len(c.byFirst) == 0 || text == "" {
		return nil
	}
	tokens := tokensOf(text)
	var all []claim
	seen := map[*questionnaire.Phrase]bool{}
	for i, token := range tokens {
		for _, s := range c.byFirst[token] {
			if !seen[s.phrase] && begins(tokens[i:], s.tokens) {
				seen[s.phrase] = true
				all = append(all, s.claim)
			}
		}
	}
	return all
}

func begins(tokens, with []string) bool {
	if len(tokens) < len(with) {
		return false
	}
	for i, w := range with {
		if tokens[i] != w {
			return false
		}
	}
	return true
}

// tokensOf are the words of a text, each in its one form. What ends a sentence
// or a clause within it is a token of its own, and so is what something fills in,
// so that no phrase is found across it. "Your baby's" holds "your baby".
func tokensOf(text string) []string {
	text = oneForm(text)
	tokens := make([]string, 0, len(text)/4)
	start := -1
	for i, r := range text {
		letter := r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r >= 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r))
		switch {
		case letter && start < 0:
			start = i
		case !letter && start >= 0:
			tokens, start = append(tokens, text[start:i]), -1
		}
		if !letter && strings.ContainsRune(".?!…:;{}¿¡", r) {
			tokens = append(tokens, text[i:i+len(string(r))])
		}
	}
	if start >= 0 {
		tokens = append(tokens, text[start:])
	}
	return tokens
}

// oneForm is a text in small letters without accents.
func oneForm(text string) string {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return language.Fold(text)
		}
	}
	return strings.ToLower(text)
}
