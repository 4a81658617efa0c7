package translation

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

func small(t testing.TB) *questionnaire.Questionnaire {
	t.Helper()
	q, findings, err := folder.Read(os.DirFS("../folder/testdata/small"), nil)
	if q == nil {
		t.Fatal(err, findings)
	}
	return q
}

// TestFillingPutsEveryEntryWhereItBelongs takes a file with some of the entries,
// some of them outdated, with a translator's comments between them, and lays the
// rest into it: everything is there then, in the order of the questionnaire, and
// every line that was not about these entries is still there.
func TestFillingPutsEveryEntryWhereItBelongs(t *testing.T) {
	q := small(t)
	texts := q.Texts()
	rapid.Check(t, func(t *rapid.T) {
		var there, rest []Entry
		for _, text := range texts {
			to := rapid.SampledFrom([]string{"Una línea", "Dos líneas.\n\n- Y una lista: con dos puntos.\n- # y más", "no", "12", "*énfasis* y “comillas”"}).Draw(t, "to")
			old := text
			switch rapid.IntRange(0, 3).Draw(t, "state") {
			case 0:
				rest = append(rest, Entry{Text: text, To: to})
				continue
			case 1:
				old.Text += " As it was."
				rest = append(rest, Entry{Text: text, To: to})
			}
			there = append(there, Entry{Text: old, To: to, Comment: rapid.SampledFrom([]string{"", "A translator's note"}).Draw(t, "note")})
		}
		file := Write("es", there)
		list, findings := folder.ParseTranslation("list.yaml", Write("es", rest))
		if list == nil {
			t.Fatal(findings)
		}
		filled, n, err := Fill(file, q, list)
		if err != nil || n != len(rest) {
			t.Fatalf("%d of %d: %v\n%s", n, len(rest), err, file)
		}
		after, findings := folder.ParseTranslation("es.yaml", filled)
		if after == nil {
			t.Fatalf("%v\n%s", findings, filled)
		}
		if len(Work(q, after)) > 0 || len(after.Entries) != len(texts) {
			t.Fatalf("%d to do, %d entries of %d\n%s", len(Work(q, after)), len(after.Entries), len(texts), filled)
		}
		if a, b := strings.Count(string(file), "A translator's note"), strings.Count(string(filled), "A translator's note"); a != b {
			t.Fatalf("%d notes of %d are left\n%s", b, a, filled)
		}
		// The file has one part for each kind of text; within it the order is that
		// of the questionnaire.
		at := map[string]int{}
		for i, text := range texts {
			at[text.Key()] = i
		}
		last := map[string]int{}
		for _, e := range after.Entries {
			kind, _, _ := strings.Cut(e.Key, "/")
			if at[e.Key] < last[kind] {
				t.Fatalf("%s stands too far down\n%s", e.Key, filled)
			}
			last[kind] = at[e.Key]
		}
	})
}

// TestAcceptingChangesOnlyItsLines holds for a file as people leave it: comments,
// folded lines, keys in another order, other indentation.
func TestAcceptingChangesOnlyItsLines(t *testing.T) {
	q := small(t)
	file := `# Notes stay.
language: es
reviewed: []

rule:
    milk:   # so do these
        ask/2:
            # and these
            to: >-
                Le doy mi leche
                a mi bebé.
            from: I feed my baby my very own milk.
            of: ` + questionnaire.HashOf("I feed my baby my very own milk.") + `

        # about the next
        reason:
            of: ` + questionnaire.HashOf("You feed a baby with your milk.") + `
            from: You feed a baby with your milk.
            to: Le das tu leche a un bebé.
`
	got, err := Accept([]byte(file), q, []string{"rule/milk/ask/2"})
	if err != nil {
		t.Fatal(err)
	}
	want := strings.NewReplacer("my very own milk", "my own milk", questionnaire.HashOf("I feed my baby my very own milk."), questionnaire.HashOf("I feed my baby my own milk.")).Replace(file)
	if string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestWhatCannotBeChangedIsRefused(t *testing.T) {
	q := small(t)
	head := "language: es\nreviewed: []\n"
	flow := head + "rule:\n  milk:\n    ask/2: {of: " + questionnaire.HashOf("old") + ", from: old, to: Digo.}\n"
	for name, c := range map[string]struct {
		file, key, want string
	}{
		"in braces":       {flow, "rule/milk/ask/2", "this entry is in braces"},
		"no such text":    {head, "rule/milk/sya", "no text of this questionnaire is called that"},
		"not there":       {head, "rule/milk/ask/2", "not translated yet"},
		"nothing said":    {unsaid(q), "rule/milk/ask/2", "not translated yet"},
		"a broken file":   {head + "rules: {}\n", "rule/milk/ask/2", "has errors"},
		"no file at all":  {"", "rule/milk/ask/2", "has errors"},
		"an unclosed one": {head + "rule: [", "rule/milk/ask/2", "has errors"},
	} {
		if _, err := Accept([]byte(c.file), q, []string{c.key}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	list, findings := folder.ParseTranslation("list.yaml", []byte(head+"rule:\n  milk:\n    ask/2:\n      of: "+questionnaire.HashOf("old")+"\n      from: old\n      to: Digo.\n"))
	if list == nil {
		t.Fatal(findings)
	}
	if _, _, err := Fill([]byte(head), q, list); err == nil || !strings.Contains(err.Error(), "has changed since this list was made") {
		t.Errorf("an old list: %v", err)
	}
	empty := []byte(head + "rule: {}\n")
	fresh, _ := folder.ParseTranslation("list.yaml", Write("es", []Entry{{Text: textOf(q, "rule/milk/ask/2"), To: "Digo."}}))
	if _, _, err := Fill(empty, q, fresh); err == nil || !strings.Contains(err.Error(), "in braces or empty") {
		t.Errorf("a kind in braces: %v", err)
	}
}

// unsaid is a file with an entry that says nothing yet.
func unsaid(q *questionnaire.Questionnaire) string {
	return string(Write("es", []Entry{{Text: textOf(q, "rule/milk/ask/2")}}))
}

func textOf(q *questionnaire.Questionnaire, key string) questionnaire.OneText {
	texts := q.Texts()
	return texts[slices.IndexFunc(texts, func(t questionnaire.OneText) bool { return t.Key() == key })]
}

// TestTheListIsOfTheFormOfTheFile: what is listed can be filled in and laid in,
// and nothing of it counts before.
func TestTheListIsOfTheFormOfTheFile(t *testing.T) {
	q := small(t)
	files := fstest.MapFS{"translations/es.yaml": {Data: Write("es", nil)}}
	tr, findings, err := folder.ReadTranslation(files, nil, "es")
	if tr == nil {
		t.Fatal(err, findings)
	}
	list, findings := folder.ParseTranslation("list.yaml", List(q, tr, false))
	if list == nil || len(list.Entries) != len(q.Texts()) {
		t.Fatal(findings)
	}
	if out, n, err := Fill(Write("es", nil), q, list); err != nil || n != 0 || string(out) != string(Write("es", nil)) {
		t.Errorf("%d entries of an empty list were taken: %v", n, err)
	}
}
