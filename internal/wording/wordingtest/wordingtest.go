// Package wordingtest makes a language that nobody speaks: every letter has an
// accent, every text is two fifths longer and stands in brackets. With it a test
// sees what no test of a real language can: a text that was cut has lost its
// bracket, and a text that nobody can translate has plain letters. A second one is
// the same in letters that are written from right to left ([RightToLeft]).
package wordingtest

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/questionnaires"
)

// Language is what the language is called.
const Language = "xx"

const (
	plain    = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	accented = "áƀçđéƒğĥíĵķłɱñóþɋřšţúṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶŁṀÑÓÞɊŘŠŢÚṼŴẊÝŽ"
)

// hebrew are as many letters as there are plain ones, without capitals.
const hebrew = "אבגדהוזחטיכלמנסעפצקרשתךםןף"

// Speech is a language that nobody speaks.
type Speech struct {
	Language string
	letters  *strings.Replacer
	filler   string // what makes a text longer
}

var (
	usual = Speech{Language, replacing(accented), "ñó "}
	// RightToLeft is one that is written from right to left. Its tag is that of
	// Hebrew, so that what depends on the direction of a language can be seen.
	RightToLeft = Speech{"he", replacing(hebrew + hebrew), "נו "}
)

func replacing(letters string) *strings.Replacer {
	var pairs []string
	to := []rune(letters)
	for i, c := range plain {
		pairs = append(pairs, string(c), string(to[i]))
	}
	return strings.NewReplacer(pairs...)
}

// kept is what a translation keeps: places to fill in, and addresses.
var kept = regexp.MustCompile(`\{[a-z-]+\}|[a-z]+\.[a-z.]+`)

// Text is a text in this language. Each paragraph and each item of a list has its
// own brackets.
func Text(text string) string { return usual.Text(text) }

// Text is a text in the language: see [Text].
func (s Speech) Text(text string) string {
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); i++ {
		// A paragraph goes on over the ends of lines.
		for i+1 < len(lines) && strings.TrimSpace(lines[i]) != "" && strings.TrimSpace(lines[i+1]) != "" && !strings.HasPrefix(strings.TrimSpace(lines[i+1]), "- ") {
			lines[i] += " " + strings.TrimSpace(lines[i+1])
			lines = append(lines[:i+1], lines[i+2:]...)
		}
		lines[i] = s.line(lines[i])
	}
	return strings.Join(lines, "\n")
}

func (s Speech) line(text string) string {
	if strings.TrimSpace(text) == "" {
		return text
	}
	item := ""
	if rest, ok := strings.CutPrefix(text, "- "); ok {
		item, text = "- ", rest
	}
	var b strings.Builder
	at := 0
	for _, m := range kept.FindAllStringIndex(text, -1) {
		b.WriteString(s.letters.Replace(text[at:m[0]]) + text[m[0]:m[1]])
		at = m[1]
	}
	b.WriteString(s.letters.Replace(text[at:]))
	whole := strings.ReplaceAll(b.String(), ". ", "; ") // a card says sentences one by one
	longer := strings.TrimSpace(strings.Repeat(s.filler, (2*len([]rune(text))/5+2)/3))
	return item + "⟦" + longer + " " + whole + "⟧"
}

// Maternal is the real questionnaire, and the same in this language.
func Maternal(t *testing.T) (original, q *questionnaire.Questionnaire) {
	t.Helper()
	original, findings, err := folder.Read(questionnaires.Maternal(), nil)
	if original == nil {
		t.Fatal(err, findings)
	}
	return original, Questionnaire(t, original)
}

// Words are the English words in this language. Words that are typed stay short
// and without brackets.
func Words() *wording.Words { return usual.Words() }

// Words are the English words in the language: see [Words].
func (s Speech) Words() *wording.Words {
	w := *wording.English()
	w.Language = s.Language
	var walk func(v reflect.Value, name string)
	walk = func(v reflect.Value, name string) {
		switch v.Kind() {
		case reflect.String:
			v.SetString(s.Text(v.String()))
		case reflect.Struct:
			for i := range v.NumField() {
				if v.Type() == reflect.TypeFor[language.Typed]() {
					v.Field(i).SetString(s.letters.Replace(v.Field(i).String()))
					continue
				}
				if v.Type().Field(i).Name != "Language" || v.Type() != reflect.TypeFor[wording.Words]() {
					walk(v.Field(i), v.Type().Field(i).Name)
				}
			}
		case reflect.Slice:
			fresh := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
			reflect.Copy(fresh, v)
			v.Set(fresh)
			for i := range v.Len() {
				walk(v.Index(i), name)
			}
		case reflect.Map:
			fresh := reflect.MakeMap(v.Type())
			for _, key := range v.MapKeys() {
				fresh.SetMapIndex(key, reflect.ValueOf(s.Text(v.MapIndex(key).String())))
			}
			v.Set(fresh)
		}
	}
	walk(reflect.ValueOf(&w).Elem(), "")
	return &w
}

// Questionnaire is a questionnaire in this language, by way of a translation as
// it stands in a file.
func Questionnaire(t testing.TB, q *questionnaire.Questionnaire) *questionnaire.Questionnaire {
	t.Helper()
	return usual.Questionnaire(t, q)
}

// Questionnaire is a questionnaire in the language: see [Questionnaire].
func (s Speech) Questionnaire(t testing.TB, q *questionnaire.Questionnaire) *questionnaire.Questionnaire {
	t.Helper()
	var entries []translation.Entry
	for _, text := range q.Texts() {
		to := s.Text(text.Text)
		if text.Kind == "medicine" && text.Field == "generic" {
			to = s.letters.Replace(text.Text) // a name, which is typed
		}
		entries = append(entries, translation.Entry{Text: text, To: to})
	}
	tr, findings := folder.ParseTranslation(s.Language+".yaml", translation.Write(s.Language, entries))
	if tr == nil {
		t.Fatal(findings)
	}
	if work := translation.Work(q, tr); len(work) > 0 {
		t.Fatalf("%d texts are not translated, the first is %s", len(work), work[0].Text.Key())
	}
	return translation.Of(q, tr)
}

// Names are the plain words that may stand on a screen in this language too:
// names, addresses, and what is typed or pressed.
func Names(q *questionnaire.Questionnaire) map[string]bool {
	names := map[string]bool{}
	add := func(texts ...string) {
		for _, text := range texts {
			for _, word := range letters.FindAllString(text, -1) {
				names[word] = true
			}
		}
	}
	add("enter esc ctrl c F12 s q e h w l x")
	for _, m := range q.Formulary.Medicines {
		add(m.Names()...)
	}
	for _, r := range q.Regions {
		for _, l := range r.Lines {
			add(l.URL, l.TextWord, l.Call, l.Text)
		}
	}
	for _, s := range q.Sources {
		add(kept.FindAllString(s.Note, -1)...) // addresses, which stay
		for _, part := range []string{s.Title, s.By, s.Where, s.Year, s.URL} {
			add(part)
			if part != "" {
				add(strings.ToUpper(part[:1]) + part[1:]) // each begins a sentence
			}
		}
	}
	for _, e := range q.Education {
		for _, r := range e.Reviewed {
			add(r.By)
		}
	}
	return names
}

var letters = regexp.MustCompile(`[A-Za-z]+`)

// Faults are what is wrong with something shown: brackets that were cut off, and
// plain words that are not names.
func Faults(shown string, names map[string]bool) []string {
	var faults []string
	if open, closed := strings.Count(shown, "⟦"), strings.Count(shown, "⟧"); open != closed {
		faults = append(faults, fmt.Sprintf("%d texts begin and %d end", open, closed))
	}
	for _, word := range letters.FindAllString(shown, -1) {
		if !names[word] && !isPart(word, names) {
			faults = append(faults, "plain: "+word)
		}
	}
	return faults
}

// isPart tells a piece of a name that is longer than a line and was broken.
func isPart(word string, names map[string]bool) bool {
	for name := range names {
		if len(name) >= 6 && (strings.HasPrefix(name, word) || strings.HasSuffix(name, word)) {
			return true
		}
	}
	return false
}
