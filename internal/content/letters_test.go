package content

import (
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

func TestLettersThatAreNotWhatTheyLookLike(t *testing.T) {
	for text, want := range map[string]string{
		"St\u043Ep now.":             "mixes Latin letters with Cyrillic ones",
		"Call n\u03BFw.":             "mixes Latin letters with Greek ones",
		"St\u3164op now.":            `the character "\u3164"`,
		"Feed a baby.":               "",
		"¿Qué más? Ü – “ß” … µg":     "",
		"Мама means mother, and μ m": "", // whole words are what they look like
		"Your operation ❤\uFE0F":     "",
	} {
		found := of(Check(read(t, map[string]string{"REASON": text}), today), "look-alike-letters")
		if want == "" && len(found) > 0 || want != "" && (len(found) != 1 || !strings.Contains(found[0].Message, want)) {
			t.Errorf("%q: want %q, got %v", text, want, found)
		}
	}
}

// An item of a list is read with the words that lead it in, and a line goes on
// where it does not end.
func TestLeadIns(t *testing.T) {
	runWordCases(t, "dose", []wordCase{
		{"WELCOME", "Take 100\n\nmg of it.", "100 mg"},
		{"WELCOME", "It weighs 100:\n\n- mg", ""},
		{"WELCOME", "You have 100.\n\nMg is a metal.", ""},
		{"WELCOME", "Two drops.\n\n- One", "Two drops"},
	})
	runWordCases(t, "stop-medicine", []wordCase{
		{"WELCOME", "Never do this alone:\n\n- Stop a medicine", "Stop a medicine"}, // nobody says that it goes on
		{"WELCOME", "Do not:\n\n- stop a medicine by yourself", ""},
		{"WELCOME", "Before that day:\n\n- stop lithium", "stop lithium"},
		{"WELCOME", "A note\n\nStop lithium.", "Stop lithium"},
	})
}

// FuzzCheck holds that no text can stop a check, in any place and language.
func FuzzCheck(f *testing.F) {
	for _, text := range []string{
		"Your operation ❤️", "Tell ☎️ the team today", "\u0301", "a \u0301 b ´", "½ ⅙ Ⅻ ㎎ ①", "\u200b", "٠٫١ мг", "St0p 9OO-555-OlOO", "🆂🆃🅾🅿 🍄", "1 0 0 m g",
		"Take:\n\n- 5 mg\n- *m*g", "*", "**", "- ", "…", ":", "\xff\xfe", "ﷺ", "'", "’s", "3rd 3º 1,5", "No. 5. No", "\"“”«»", strings.Repeat("lithium ", 300), "#", "[", "^ .. ~",
	} {
		f.Add(text, "en")
		f.Add(text, "es")
		f.Add(text, "klingon")
	}
	f.Fuzz(func(t *testing.T, text, language string) {
		q := read(t, nil)
		q.Language, q.Title, q.Welcome = language, text, questionnaire.Text(text)
		q.Questions[0].Ask, q.Questions[0].Why, q.Questions[0].Answers[0].Label = text, text, text
		q.Rules[0].Reason, q.Rules[0].Ask, q.Rules[0].First = text, []questionnaire.Ask{{Text: text}}, text
		q.Education[0].Title, q.Education[0].Text = text, questionnaire.Text(text)
		q.Formulary.Medicines[0].Generic, q.Clinicians[0].Name = text, text
		q.Regions[0].Lines[0].Name, q.Regions[0].Lines[0].Note, q.Regions[0].Lines[0].Call, q.Regions[0].Lines[0].Hours = text, text, text, text
		for _, f := range Check(q, today) {
			if f.Check == nil || f.Message == "" {
				t.Errorf("a finding that says nothing: %+v", f)
			}
		}
	})
}
