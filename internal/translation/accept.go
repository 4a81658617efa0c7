package translation

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/order"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Accept confirms entries of a file: each then counts as a translation of what
// its original says now. Nothing but the lines of the marks and the originals of
// these entries changes.
func Accept(file []byte, q *questionnaire.Questionnaire, keys []string) ([]byte, error) {
	f, err := parse(file)
	if err != nil {
		return nil, err
	}
	texts := byKey(q)
	want := map[string]Entry{}
	for _, key := range keys {
		text, known := texts[key]
		e := f.entries[key]
		switch {
		case !known:
			return nil, fmt.Errorf("%s: no text of this questionnaire is called that; \"askfirst check\" names them", key)
		case e == nil || e.to() == "":
			return nil, fmt.Errorf("%s: this is not translated yet, so there is nothing to confirm", key)
		}
		want[key] = Entry{Text: text, To: e.to()}
		if err := f.replace(e, want[key], "of", "from"); err != nil {
			return nil, err
		}
	}
	return f.written(want)
}

// Fill lays a filled-in work list into a file: each entry of the list that says
// something takes the place of the file's, or is put where its text stands among
// the others. An entry whose original has changed since the list was made is
// refused, because nobody has read it.
func Fill(file []byte, q *questionnaire.Questionnaire, list *questionnaire.Translation) (out []byte, filled int, err error) {
	f, err := parse(file)
	if err != nil {
		return nil, 0, err
	}
	texts := byKey(q)
	want := map[string]Entry{}
	var fresh []Entry
	for _, e := range list.Entries {
		if e.To == "" {
			continue
		}
		text, known := texts[e.Key]
		if !known {
			return nil, 0, fmt.Errorf("%s: %s: no text of this questionnaire is called that", e.At, e.Key)
		}
		if !e.Fresh(text) {
			return nil, 0, fmt.Errorf("%s: %s: the original has changed since this list was made; make a new list", e.At, e.Key)
		}
		want[e.Key] = Entry{Text: text, To: e.To}
		old := f.entries[e.Key]
		if old == nil {
			fresh = append(fresh, want[e.Key])
			continue
		}
		if err := f.replace(old, want[e.Key], "of", "from", "to"); err != nil {
			return nil, 0, err
		}
	}
	// The file has one part for each kind, and the questionnaire has them mixed.
	place, kinds := map[string]int{}, map[string]int{}
	for i, text := range q.Texts() {
		place[text.Key()] = i
		if _, seen := kinds[text.Kind]; !seen {
			kinds[text.Kind] = i
		}
	}
	order.Stable(fresh, func(a, b *Entry) int {
		return cmp.Or(kinds[a.Text.Kind]-kinds[b.Text.Kind], place[a.Text.Key()]-place[b.Text.Key()])
	})
	if err := f.insert(fresh, q.Texts()); err != nil {
		return nil, 0, err
	}
	out, err = f.written(want)
	return out, len(want), err
}

func byKey(q *questionnaire.Questionnaire) map[string]questionnaire.OneText {
	all := map[string]questionnaire.OneText{}
	for _, text := range q.Texts() {
		all[text.Key()] = text
	}
	return all
}

// written is the file with its changes. It is read again and held against what
// was wanted, because what is written here is what a mother reads.
func (f *file) written(want map[string]Entry) ([]byte, error) {
	out := []byte(strings.Join(f.applied(), "\n"))
	again, findings := folder.ParseTranslation("", out)
	if again == nil {
		return nil, fmt.Errorf("the file cannot be changed by itself here: %s", findings[0].Message)
	}
	for key, e := range want {
		got := again.Entry(key)
		if got == nil || !got.Fresh(e.Text) || strings.TrimSpace(got.To) != strings.TrimSpace(e.To) {
			return nil, fmt.Errorf("%s: this entry cannot be changed by itself; write its keys of, from and to on lines of their own", key)
		}
	}
	return out, nil
}
