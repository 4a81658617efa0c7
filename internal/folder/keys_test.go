package folder

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"gopkg.in/yaml.v3"

	"github.com/ask-first/askfirst/internal/folder/foldertest"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// stated is a key with its value, where the questionnaire of testdata/small has it.
type stated struct {
	file  string
	root  *yaml.Node
	noun  *Keys
	key   Key
	value *yaml.Node
}

func (w stated) String() string {
	return fmt.Sprintf("%s:%d: %q of %s", w.file, w.value.Line, w.key.Name, w.noun.What)
}

// eachStated goes through the files of testdata/small as the format describes
// them.
func eachStated(t *testing.T, visit func(stated)) {
	t.Helper()
	files := os.DirFS("testdata/small")
	names, err := fs.Glob(files, "*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range append(names, TranslationFile("es")) {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			t.Fatal(err)
		}
		var doc yaml.Node
		if err := yaml.Unmarshal(data, &doc); err != nil {
			t.Fatal(err)
		}
		keys := &topicKeys
		for _, kind := range FileKinds {
			if kind.File == name {
				keys = kind.Keys
			}
		}
		walk{file: name, root: &doc, visit: visit}.noun(doc.Content[0], keys)
	}
}

type walk struct {
	file  string
	root  *yaml.Node
	visit func(stated)
}

func (w walk) noun(n *yaml.Node, keys *Keys) {
	for name, value := range pairs(n) {
		i := slices.IndexFunc(keys.Keys, func(k Key) bool { return k.Name == name })
		if i < 0 {
			continue // of a condition: a question
		}
		key := keys.Keys[i]
		w.visit(stated{w.file, w.root, keys, key, value})
		switch key.Form {
		case Nouns, Variants:
			for _, item := range value.Content {
				w.noun(item, key.Of)
			}
		case Noun:
			w.noun(value, key.Of)
		case Entries:
			for _, of := range pairs(value) {
				w.entries(of, key.Of)
			}
		case EntriesOfOne:
			w.entries(value, key.Of)
		case When:
			w.inside(value, &testKeys)
		case Replies:
			w.inside(value, &takenKeys)
		}
	}
}

func (w walk) entries(n *yaml.Node, keys *Keys) {
	for _, entry := range pairs(n) {
		w.noun(entry, keys)
	}
}

// inside finds a noun that may stand anywhere in a condition or an answer.
func (w walk) inside(n *yaml.Node, keys *Keys) {
	w.noun(n, keys)
	for _, child := range n.Content {
		w.inside(child, keys)
	}
}

func pairs(n *yaml.Node) func(func(string, *yaml.Node) bool) {
	return func(yield func(string, *yaml.Node) bool) {
		if n.Kind != yaml.MappingNode {
			return
		}
		for i := 0; i < len(n.Content); i += 2 {
			if !yield(n.Content[i].Value, n.Content[i+1]) {
				return
			}
		}
	}
}

// TestTheSmallQuestionnaireHasEveryKey with a value, so that tests which go through
// it go through the whole format.
func TestTheSmallQuestionnaireHasEveryKey(t *testing.T) {
	has := map[*Keys]map[string]bool{}
	eachStated(t, func(w stated) {
		if has[w.noun] == nil {
			has[w.noun] = map[string]bool{}
		}
		if w.value.Value != "" || len(w.value.Content) > 0 {
			has[w.noun][w.key.Name] = true
		}
	})
	seen := map[*Keys]bool{}
	var of func(*Keys)
	of = func(keys *Keys) {
		if keys == nil || seen[keys] {
			return
		}
		seen[keys] = true
		for _, key := range keys.Keys {
			if !has[keys][key.Name] && key.Name != "extends" { // it stands alone; parent_test.go takes over
				t.Errorf("testdata/small never says %q of %s", key.Name, keys.What)
			}
			of(key.Of)
		}
	}
	for _, kind := range FileKinds {
		of(kind.Keys)
	}
	of(&testKeys)
	of(&takenKeys)
}

// aBrace is a word to fill in. Braces around more than a word are YAML.
var aBrace = regexp.MustCompile(`\{[a-z-]+\}`)

// TestTheHelpNamesWhatIsFilledIn: whoever writes a text learns in her editor what
// the list of texts says about braces in it.
func TestTheHelpNamesWhatIsFilledIn(t *testing.T) {
	q, _ := mustReadSmall(t)
	filled := map[string]string{} // by key, noun and place
	for p := range q.Passages() {
		if len(p.Braces) > 0 && *p.Words != "" {
			filled[p.Key+" a "+p.Of.Kind+" "+p.At.String()] = inBraces(p.Braces)
		}
	}
	parts := map[string]string{"a request": "a rule", "an answer": "a question", "a state": "a question", "the questionnaire": "a questionnaire"}
	eachStated(t, func(s stated) {
		want, noun := "", cmp.Or(parts[s.noun.What], s.noun.What)
		for place, braces := range filled {
			if strings.HasPrefix(place, s.key.Name+" "+noun+" "+s.file) {
				want = braces
			}
		}
		if want == "" && aBrace.MatchString(s.key.Help) || !strings.Contains(s.key.Help, want) {
			t.Errorf("%v: its help %q does not say what is filled in: %q", s, s.key.Help, want)
		}
	})
}

// Texts to put in the place of another: the first that the reader takes.
var otherTexts = []string{"Other words", "0800 12", "https://other.example/words"}

// TestEveryKeyIsRead gives each key another value. The questionnaire must then be
// another one, or be refused: nothing but the reading of that key can tell. A text
// must be found under its own key in the list of texts.
func TestEveryKeyIsRead(t *testing.T) {
	before := contents(mustReadSmall(t))
	eachStated(t, func(w stated) {
		was := *w.value
		defer func() { *w.value = was }()
		for _, other := range others(w) {
			*w.value = other
			q, tr, refused := readSmall(t, &w)
			if refused != "" {
				continue // the value was looked at; another one may be taken
			}
			if slices.Equal(contents(q, tr), before) {
				t.Errorf("%v: %v, and nothing has changed", w, other.Value)
			}
			for p := range q.Passages() {
				if strings.Contains(*p.Words, other.Value) && other.Value != "" && w.key.Form == Line && p.Key != w.key.Name {
					t.Errorf("%v is read into %v", w, p)
				}
			}
			return
		}
	})
}

// others are values of the same form, or none where there is none.
func others(w stated) []yaml.Node {
	scalar := func(text, tag string) yaml.Node {
		return yaml.Node{Kind: yaml.ScalarNode, Value: text, Tag: tag, Line: w.value.Line}
	}
	switch w.key.Form {
	case Flag:
		return []yaml.Node{scalar(map[string]string{"true": "false", "false": "true"}[w.value.Value], "!!bool")}
	case Day:
		return []yaml.Node{scalar("2026-01-02", "!!timestamp")}
	case Whole:
		return []yaml.Node{scalar(fmt.Sprint(w.key.Least), "!!int"), scalar(fmt.Sprint(w.key.Most), "!!int")}
	case Choice:
		var all []yaml.Node
		for _, word := range w.key.Words {
			if word != w.value.Value {
				all = append(all, scalar(word, "!!str"))
			}
		}
		return all
	case Line, Name, MedicineName, Words, Names:
		var all []yaml.Node
		for _, text := range otherTexts {
			all = append(all, scalar(text, "!!str"))
		}
		return all
	}
	if len(w.value.Content) == 0 {
		return nil
	}
	return []yaml.Node{{Kind: w.value.Kind, Line: w.value.Line}} // an empty list or mapping
}

// readSmall reads testdata/small with one file as it is in memory.
func readSmall(t *testing.T, changed *stated) (*questionnaire.Questionnaire, *questionnaire.Translation, string) {
	t.Helper()
	files := fstest.MapFS{}
	if err := fs.WalkDir(os.DirFS("testdata/small"), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile("testdata/small/" + name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if changed != nil {
		data, err := yaml.Marshal(changed.root)
		if err != nil {
			t.Fatal(err)
		}
		files[changed.file] = &fstest.MapFile{Data: data}
	}
	q, findings, err := Read(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	if q == nil {
		return nil, nil, foldertest.Listed(findings)
	}
	tr, findings, err := ReadTranslation(files, nil, "es")
	if err != nil {
		t.Fatal(err)
	}
	if tr == nil {
		return nil, nil, foldertest.Listed(findings)
	}
	return q, tr, ""
}

func mustReadSmall(t *testing.T) (*questionnaire.Questionnaire, *questionnaire.Translation) {
	t.Helper()
	q, tr, refused := readSmall(t, nil)
	if refused != "" {
		t.Fatal(refused)
	}
	return q, tr
}

// contents are all values of a questionnaire and its translation but for their
// places in files.
func contents(q *questionnaire.Questionnaire, tr *questionnaire.Translation) []string {
	var all []string
	seen := map[any]bool{}
	var of func(name string, v reflect.Value)
	of = func(name string, v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() && !seen[v.Interface()] {
				seen[v.Interface()] = true
				of(name, v.Elem())
			} else if !v.IsNil() && v.Elem().Kind() == reflect.Struct && v.Elem().FieldByName("ID").IsValid() {
				all = append(all, name+" is "+v.Elem().FieldByName("ID").String())
			}
		case reflect.Slice:
			for i := range v.Len() {
				of(name, v.Index(i))
			}
		case reflect.Struct:
			if v.Type() == reflect.TypeFor[questionnaire.Position]() {
				return
			}
			if typed, ok := v.Interface().(questionnaire.Typed); ok {
				all = append(all, name+" "+typed.String())
				return
			}
			if day, ok := v.Interface().(time.Time); ok {
				all = append(all, name+" "+day.String())
				return
			}
			for i := range v.NumField() {
				if f := v.Type().Field(i); f.IsExported() {
					of(v.Type().Name()+"."+f.Name, v.Field(i))
				}
			}
		default:
			all = append(all, fmt.Sprint(name, " ", v))
		}
	}
	of("", reflect.ValueOf(q))
	of("", reflect.ValueOf(tr))
	return all
}
