package prove

import (
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

func TestPhrasesAreFoundByWholeWordsWithinASentence(t *testing.T) {
	q := &questionnaire.Questionnaire{Phrases: []*questionnaire.Phrase{
		{ID: "milk", Words: []questionnaire.PhraseWords{{Language: "en", Words: []string{"my milk", "I feed"}}, {Language: "es", Words: []string{"mi leche"}}}},
		{ID: "baby", Words: []questionnaire.PhraseWords{{Language: "en", Words: []string{"your baby"}}}},
	}}
	for _, c := range []struct{ language, text, want string }{
		{"en", "A baby gets my milk.", "milk"},
		{"en", "What is in MY  *Milk*, and in your baby’s blood?", "milk baby"},
		{"en", "Is this my milkshake? I feedback.", ""},
		{"en", "This is my. Milk is white.", ""},
		{"en", "I take {names} my {report} milk", ""},
		{"en", "I, feed", "milk"},
		{"en", "mi leche", ""},
		{"es", "¿Pasa a MI LÉCHE?", "milk"},
		{"es-MX", "Y mi leche", "milk"},
		{"es", "my milk", ""},
		{"en", "", ""},
	} {
		var got []string
		for _, found := range claimsIn(q, c.language).in(c.text) {
			got = append(got, found.phrase.ID)
		}
		if !slices.Equal(got, strings.Fields(c.want)) {
			t.Errorf("%s %q: got %q, want %q", c.language, c.text, got, c.want)
		}
	}
}

// TestEveryLanguageIsHeldToItsOwnWords: an original that is true does not excuse
// what its translation says.
func TestEveryLanguageIsHeldToItsOwnWords(t *testing.T) {
	folder := planted(strings.Replace(sound, "reason: A fever.", "reason: A fever.\n  ask:\n  - {when: {feeding: milk}, ask: \"Does it pass into my milk?\"}\n  - What is it?", 1))
	q := read(t, folder)
	q.Phrases = []*questionnaire.Phrase{{
		ID:       "milk",
		Words:    []questionnaire.PhraseWords{{Language: "en", Words: []string{"my milk"}}, {Language: "es", Words: []string{"mi leche"}}},
		TrueWhen: q.Rule("fever").Ask[0].When,
	}}
	at := questionnaire.Position{File: "translations/es.yaml", Line: 7}
	said := map[string]string{"rule/fever/ask/1": "¿Pasa a mi leche?"}
	in := func(language string) Telling {
		return Telling{Language: language, At: at, Says: func(text questionnaire.OneText) (string, questionnaire.Position) { return said[text.Key()], at }}
	}
	if found := Check(q, in("es")); len(found) > 0 {
		t.Errorf("both are true, and found is %v", found)
	}
	said["rule/fever/ask/2"] = "¿Qué le pasa a mi leche?"
	found := Check(q, in("es"))
	if len(found) != 1 || found[0].Check.ID() != "untrue" || found[0].At != at || found[0].Severity != questionnaire.Error || !strings.Contains(found[0].Message, `"mi leche" in "ask" of rule "fever"`) {
		t.Fatalf("found %v", found)
	}
	if where := q.Phrases[0].TrueWhen.At.String(); !strings.Contains(found[0].Message, "add it to true-when at "+where) {
		t.Errorf("%q does not say that an answer may be added at %s", found[0].Message, where)
	}
	if got := Answers(q, *found[0].Example)["signs"]; !slices.Equal(got.([]string), []string{"fever"}) {
		t.Errorf("the smallest person has %v", got)
	}
	if found := Check(q, in("pt")); len(found) != 1 || found[0].Severity != questionnaire.Warning || !strings.Contains(found[0].Message, `no phrase has words in "pt"`) {
		t.Errorf("a language without words: %v", found)
	}
}
