package content

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"gopkg.in/yaml.v3"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/folder/foldertest"
)

func TestLettersThatAreNotWhatTheyLookLike(t *testing.T) {
	for text, want := range map[string]string{
		"St\u043Ep now.":             "mixes Latin letters with Cyrillic ones",
		"Call n\u03BFw.":             "mixes Latin letters with Greek ones",
		"St\u3164op now.":            `the character "\u3164"`,
		"St\u200Cop now.":            `the character "\u200c"`,
		"Stop\u034F now.":            `the character "\u034f"`,
		"\uFE0FStop now.":            `the character "\ufe0f"`,
		"St\U0001D159op now.":        `the character "\U0001d159"`,
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

// TestNoStringOfAFolderHoldsALookAlike: wherever it stands, also where texts or names of
// medicines are only compared with it, which would then find nothing.
func TestNoStringOfAFolderHoldsALookAlike(t *testing.T) {
	small := os.DirFS("../folder/testdata/small")
	names, err := fs.Glob(small, "*.yaml")
	if err != nil || len(names) < 8 {
		t.Fatal(names, err)
	}
	met := 0
	for _, name := range names {
		for i := 0; ; i++ {
			files := fstest.MapFS{}
			for _, other := range names {
				data, _ := fs.ReadFile(small, other)
				files[other] = &fstest.MapFile{Data: data}
			}
			var document yaml.Node
			if err := yaml.Unmarshal(files[name].Data, &document); err != nil {
				t.Fatal(err)
			}
			left := i
			was := plantLookAlike(&document, &left)
			if was == "" {
				break
			}
			met++
			data, err := yaml.Marshal(&document)
			if err != nil {
				t.Fatal(err)
			}
			files[name] = &fstest.MapFile{Data: data}
			q, findings, err := folder.Read(files, nil)
			if err != nil {
				t.Fatal(err)
			}
			if q != nil {
				findings = of(Check(q, today), "look-alike-letters")
			}
			if len(findings) == 0 {
				t.Errorf("%s: a letter of another alphabet in %q is not found", name, was)
			}
		}
	}
	if met < 100 {
		t.Errorf("only %d strings were tried", met)
	}
}

// plantLookAlike puts a Cyrillic letter into the text with this number, and returns what
// that was; "" if there are not so many.
func plantLookAlike(n *yaml.Node, left *int) string {
	if n.Kind == yaml.ScalarNode {
		at := inWordWithO.FindStringIndex(n.Value)
		if at == nil {
			return ""
		}
		if *left--; *left >= 0 {
			return ""
		}
		was := n.Value
		n.Value = was[:at[0]] + strings.Replace(was[at[0]:], "o", "о", 1)
		return was
	}
	for _, part := range n.Content {
		if was := plantLookAlike(part, left); was != "" {
			return was
		}
	}
	return ""
}

var inWordWithO = regexp.MustCompile(`[a-z]o|o[a-z]`)

// A phrase in a language that has Latin letters is found nowhere if it has none.
func TestAPhraseIsInTheLettersOfItsLanguage(t *testing.T) {
	for words, want := range map[string]bool{
		"en: [mushrооms]": true, "en: [mush\u200crooms]": true, "en: [осе]": true, "es: [сосо]": true, "en: [mushrooms, µg]": false, "ru: [грибы]": false,
	} {
		if !strings.HasPrefix(words, "en:") {
			words = "en: [mushrooms], " + words
		}
		q, findings, err := folder.Read(foldertest.With("phrases.yaml", "phrases:\n  - {id: p, words: {"+words+"}}\n"), nil)
		if q == nil {
			t.Fatal(words, err, findings)
		}
		if found := of(Check(q, today), "look-alike-letters"); (len(found) > 0) != want {
			t.Errorf("%s: %v", words, found)
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
