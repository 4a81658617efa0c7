package content

import (
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/fuzztest"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// FuzzCheck holds that no text can stop a check, in any place and language, in an
// original and in a translation of it; that each finding says something, and nothing to
// a terminal.
//
// Each execution is one text in one place, and all the other places are empty, because
// what they hold would be read each time. Where all places say the same, it is short.
func FuzzCheck(f *testing.F) {
	fuzztest.Hurry(f)
	q := smallFolder(f)
	var places []questionnaire.Passage
	for p := range q.Passages() {
		*p.Words = ""
		places = append(places, p)
	}
	languages := []string{"en", "es", "klingon", ""}
	for i, text := range append([]string{
		"Your operation ❤️", "Tell ☎️ the team today", "\u0301", "a \u0301 b ´", "½ ⅙ Ⅻ ㎎ ①", "\u200b", "٠٫١ мг", "St0p 9OO-555-OlOO", "🆂🆃🅾🅿 🍄", "1 0 0 m g",
		"Take:\n\n- 5 mg\n- *m*g", "*", "**", "- ", "…", ":", "\xff\xfe", "ﷺ", "'", "’s", "3rd 3º 1,5", "No. 5. No", "\"“”«»", strings.Repeat("lithium ", 30), "#", "[", "^ .. ~",
		"Do not stop lithium without your prescriber.", "Deje el litio ese día.", "Call nine one one, or 1-800-222-1222.", "Go to www.example.org.", "{emergency}", "Tome dos gotas cada tres días.",
	}, fuzztest.Texts...) {
		for mode := range 2 * len(languages) {
			f.Add(text, uint16((i*7+mode)%len(places)), uint8(mode))
		}
		f.Add(text, uint16(len(places)), uint8(0))
	}
	const longest, longestOfAll = 1000, 100 // bytes: TestLongTexts… has those that are longer
	f.Fuzz(func(t *testing.T, text string, where uint16, mode uint8) {
		all := int(where)%(len(places)+1) == len(places)
		if text == "" || len(text) > longest || all && len(text) > longestOfAll {
			return
		}
		some := places
		if !all {
			some = places[int(where)%(len(places)+1):][:1]
		}
		language, translates := languages[int(mode)%len(languages)], int(mode)/len(languages)%2 == 1
		original := text
		if translates {
			original = "What it says."
		}
		q.Language = language
		spanish := &questionnaire.Translation{Language: language}
		for _, p := range some {
			*p.Words = original
			if translates && p.Use.Translated {
				one := p.One()
				spanish.Add(&questionnaire.Translated{Key: one.Key(), Of: one.Hash(), From: original, To: text, At: questionnaire.Position{File: "translations/es.yaml", Line: 1}})
			}
		}
		defer func() {
			for _, p := range some {
				*p.Words = ""
			}
		}()
		found := Check(q, today)
		if translates {
			found = append(found, CheckTranslation(q, spanish, today)...)
		}
		for _, f := range found {
			if f.Check == nil || f.Message == "" {
				t.Errorf("a finding that says nothing: %+v", f)
			}
			if bad := fuzztest.Speaks(f.Message); folder.IsText(text) && bad != "" {
				t.Errorf("%s speaks: %q", f.Check.ID(), bad)
			}
		}
	})
}
