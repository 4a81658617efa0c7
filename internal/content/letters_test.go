package content

import (
	"strings"
	"testing"
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
