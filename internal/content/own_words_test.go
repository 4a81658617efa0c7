package content

import (
	"reflect"
	"testing"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// TestTheProgramsOwnWordsKeepToTheGlossary: what the program says of itself stands on
// the same page as a questionnaire's texts, so one thing has one word there too, and no
// medicine is stopped. The other checks are for texts about taking something: the
// program also speaks of files, of months and of gentle stories.
func TestTheProgramsOwnWordsKeepToTheGlossary(t *testing.T) {
	for _, tag := range language.Tags() {
		l, _ := language.Of(tag)
		q := read(t, nil)
		q.Language = tag
		r := newReport(q)
		r.passages = nil
		texts := 0
		ownWords(reflect.ValueOf(wording.In(tag)).Elem(), "", func(place, text string) {
			texts++
			p := passage{key: place, owner: "the program's words", text: questionnaire.Text(text)}
			p.paragraphs, p.understood = takeApart(p.text, l)
			r.passages = append(r.passages, p)
		})
		if texts < 300 {
			t.Fatalf("%s: only %d texts were read", tag, texts)
		}
		for _, check := range []func(*report){checkGlossary, checkStopMedicine} {
			check(r)
		}
		for _, f := range r.findings {
			t.Errorf("%s: %s [%s]", tag, f.Message, f.Check.ID())
		}
	}
}

// ownWords visits every text, wherever it stands.
func ownWords(v reflect.Value, place string, visit func(place, text string)) {
	switch v.Kind() {
	case reflect.String:
		if v.String() != "" {
			visit(place, v.String())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Name != "Typed" { // what she types, and nobody reads
				ownWords(v.Field(i), place+"."+f.Name, visit)
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			ownWords(v.Index(i), place, visit)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			ownWords(v.MapIndex(key), place+"."+key.String(), visit)
		}
	}
}

// TestAWordOfEverydayElsewhereIsNoJargon: in a language that no check reads, the words
// that shame or promise are looked for, but not those that only clinicians use in another.
func TestAWordOfEverydayElsewhereIsNoJargon(t *testing.T) {
	q := read(t, nil)
	q.Language = "pt"
	for text, want := range map[string]bool{"Uma gravidez, ou depois do parto.": false, "A miracle for every junkie.": true} {
		r := newReport(q)
		p := passage{key: "reason", owner: "a rule", text: questionnaire.Text(text)}
		p.paragraphs, p.understood = takeApart(p.text, nil)
		r.passages = []passage{p}
		checkBannedWords(r)
		if found := len(r.findings) > 0; found != want {
			t.Errorf("%q: %v", text, r.findings)
		}
	}
}
