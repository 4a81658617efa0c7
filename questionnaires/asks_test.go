package questionnaires_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/questionnaires"
)

// TestWhatAnybodyMayAskClaimsNothing: what stands on paper under a person to talk to is
// true of whoever holds the paper. No phrase of it says anything of her, in any language,
// and none asks for what only some need.
func TestWhatAnybodyMayAskClaimsNothing(t *testing.T) {
	ofSomebody := map[string]*regexp.Regexp{
		"en": regexp.MustCompile(`(?i)\b(pregnan\w*|births?|bab(y|ies)|tests?|lithium|serotonin|recovery|fear|medicines?|seizures?)\b`),
		"es": regexp.MustCompile(`(?i)(embaraz|parto|bebé|prueba|litio|serotonina|recuperación|miedo|medicamento|convulsi)`),
	}
	for language, said := range map[string]string{"en": "Can I have a pregnancy test?", "es": "¿Puedo hacerme una prueba de embarazo?"} {
		if !ofSomebody[language].MatchString(said) {
			t.Fatalf("%s: %q is not found", language, said)
		}
	}
	for name, told := range toldEverywhere(t) {
		q := told[questionnaires.Language]
		for language, in := range told {
			for i, who := range in.Clinicians {
				if !slices.ContainsFunc(in.Rules, func(r *questionnaire.Rule) bool { return slices.Contains(r.TalkTo, who) }) {
					continue // nobody is led there, and no paper names it
				}
				if len(who.Ask) == 0 {
					t.Errorf("%s in %s: nothing to ask %s", name, language, who.ID)
				}
				for j, ask := range who.Ask {
					if language != q.Language && ask == q.Clinicians[i].Ask[j] {
						t.Errorf("%s in %s, %s: not translated: %s", name, language, who.ID, ask)
					}
					if of := ofSomebody[language].FindString(ask); of != "" {
						t.Errorf("%s in %s, %s: %q is for somebody: %s", name, language, who.ID, of, ask)
					}
					for _, p := range in.Phrases {
						for _, said := range p.Words {
							for _, words := range said.Words {
								if said.Language == language && strings.Contains(" "+strings.ToLower(strings.Trim(ask, "¿?."))+" ", " "+strings.ToLower(words)+" ") {
									t.Errorf("%s in %s, %s: %q claims something of her: %s", name, language, who.ID, words, p.ID)
								}
							}
						}
					}
				}
			}
		}
	}
}
