package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/tools/txtar"
	"gopkg.in/yaml.v3"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/questionnaires"
)

// validators are the schemas as another library than the one that wrote them
// reads them; it holds each against the schema of schemas first.
func validators(t *testing.T) map[string]*jsonschema.Schema {
	t.Helper()
	all := map[string]*jsonschema.Schema{}
	for _, kind := range folder.FileKinds {
		text, err := json.Marshal(Of(kind))
		if err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		c := jsonschema.NewCompiler()
		c.AssertFormat()
		if err := c.AddResource("mem:///"+kind.Name, doc); err != nil {
			t.Fatal(err)
		}
		if all[kind.Name], err = c.Compile("mem:///" + kind.Name); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

func kindOf(file string) string {
	if strings.Contains(file, "translations/") {
		return "translation"
	}
	for _, kind := range folder.FileKinds {
		if kind.File == path.Base(file) {
			return kind.Name
		}
	}
	return "topic"
}

// seen is YAML as an editor sees it: 2026-11-24 is a text there.
func seen(n *yaml.Node) any {
	switch n.Kind {
	case yaml.DocumentNode:
		return seen(n.Content[0])
	case yaml.MappingNode:
		m := map[string]any{}
		for i := 0; i < len(n.Content); i += 2 {
			m[n.Content[i].Value] = seen(n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		list := []any{}
		for _, part := range n.Content {
			list = append(list, seen(part))
		}
		return list
	}
	switch n.Tag {
	case "!!null":
		return nil
	case "!!bool":
		return n.Value == "true"
	case "!!int", "!!float":
		if f, err := strconv.ParseFloat(n.Value, 64); err == nil {
			return f
		}
	}
	return n.Value
}

// TestShippedFilesAreValid holds for every questionnaire that comes with the
// program and for those of the tests.
func TestShippedFilesAreValid(t *testing.T) {
	valid := validators(t)
	checked := 0
	for _, root := range []string{"../../questionnaires", "../folder/testdata/small"} {
		err := fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || path.Ext(name) != ".yaml" {
				return err
			}
			data, err := os.ReadFile(filepath.Join(root, name))
			if err != nil {
				return err
			}
			var doc yaml.Node
			if err := yaml.Unmarshal(data, &doc); err != nil {
				return err
			}
			if err := valid[kindOf(name)].Validate(seen(&doc)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			checked++
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if checked < 15 {
		t.Errorf("only %d files were found", checked)
	}
}

// visible are the checks of the reader that a schema can take part in.
var visible = []string{"unknown-key", "missing-key", "wrong-type", "bad-id"}

// unseen are mistakes of those kinds that a schema cannot see, because they are
// about other places, about the file's name, or about what an id stands for.
var unseen = regexp.MustCompile(strings.Join([]string{
	"can never be met", "counts chosen answers", "has no states",
	"cannot be a topic: .*own files", "is called .* and its file", "cannot be called",
	"offers \"(not-sure|prefer-not-to-say)\" by itself", "neither letters nor digits", "there is a class",
	"takes one answer", "stands alone", "is not a time (of opening|zone)", "names no days", "needs an answer", "is named twice", "state\" of a medicine's answer cannot be",
	"is not a web address; write it like .*source", "\"https://\" is not a web address",
	"already; take it out of also", "stands for another one everywhere", "a record (without a day|of .* is not undated)",
	"an answer to .* must", "has no answer", "the minutes of the steps", "takes .* minutes as well",
}, "|"))

// TestBrokenFilesAreRefused holds the schema against the catalogue of mistakes:
// it refuses every file with a mistake that it can see, and no other.
func TestBrokenFilesAreRefused(t *testing.T) {
	valid := validators(t)
	archives, err := filepath.Glob("../folder/testdata/broken/*.txtar")
	if err != nil || len(archives) < 60 {
		t.Fatalf("%d archives: %v", len(archives), err)
	}
	refused, accepted := 0, 0
	for _, name := range archives {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		findings := strings.Split(string(archive.Files[len(archive.Files)-1].Data), "\n")
		for _, f := range archive.Files {
			var doc yaml.Node
			if path.Ext(f.Name) != ".yaml" || bytes.Contains(f.Data, []byte("«")) || yaml.Unmarshal(f.Data, &doc) != nil || len(doc.Content) == 0 {
				continue // an editor cannot read it either
			}
			var mistakes, others []string
			for _, line := range findings {
				switch check := line[strings.LastIndex(line, "[")+1:]; {
				case !strings.HasPrefix(line, f.Name+":"):
				case slices.Contains(visible, strings.TrimSuffix(check, "]")) && !unseen.MatchString(line):
					mistakes = append(mistakes, line)
				default:
					others = append(others, line)
				}
			}
			err := valid[kindOf(f.Name)].Validate(seen(&doc))
			switch {
			case len(mistakes) > 0 && err == nil:
				t.Errorf("%s: the schema accepts %s with %s", filepath.Base(name), f.Name, mistakes)
			case len(mistakes)+len(others) == 0 && err != nil:
				t.Errorf("%s: the schema refuses %s, in which the reader finds nothing: %v", filepath.Base(name), f.Name, err)
			case err != nil:
				refused++
			default:
				accepted++
			}
		}
	}
	t.Logf("%d files refused, %d accepted", refused, accepted)
	if refused < 30 {
		t.Errorf("only %d files were refused", refused)
	}
}

// alike is in how many places of one kind, such as the labels of answers, each
// value is tried. Every trial reads a questionnaire, so all places take minutes;
// and what reads the third label is what read the first.
const alike = 2

// TestReaderAndSchemaAgree puts every sort of value in the place of every kind of
// value of a questionnaire that uses every key, leaves out every key, and adds one
// that nobody knows. So neither knows a key, a need or a type that the other does
// not.
func TestReaderAndSchemaAgree(t *testing.T) {
	valid := validators(t)
	var values []*yaml.Node
	for _, text := range []string{
		"", `""`, `" "`, "word", "Two words", "a_b", `"-"`, `"\u3164."`, "½", "not-sure", "3", "0", "-1", "2.5", "true", "false", "2026-02-30x", "2026-11-24", "2026-13-01",
		"https://example.org", "ftp://example.org", "now", "emergency", "one", "many", "medicines",
		"[]", "[word]", "[[word]]", "[{a: b}]", "[~]", "{}", "{a: b}", "{a: [b]}", "{a: ~}", "{any: []}", "{not: [a]}", "[a, b]", strings.Repeat("a", 65),
	} {
		var doc yaml.Node
		if err := yaml.Unmarshal([]byte("v: "+text), &doc); err != nil {
			t.Fatal(err)
		}
		values = append(values, doc.Content[0].Content[1])
	}
	files := whole(t)
	used := map[string]bool{}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		var doc yaml.Node
		if err := yaml.Unmarshal(files[name].Data, &doc); err != nil {
			t.Fatal(err)
		}
		gatherKeys(&doc, used)
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			holdBoth(t, files, name, &doc, values, valid[kindOf(name)])
		})
	}
	for _, kind := range folder.FileKinds {
		everyKey(kind.Keys, func(key string) {
			if !used[key] && key != "extends" { // TestAFileThatExtends has it
				t.Errorf("the test's questionnaire does not use %q", key)
			}
		})
	}
}

// TestAFileThatExtends need not say what the questionnaire that it extends says.
func TestAFileThatExtends(t *testing.T) {
	valid := validators(t)
	for _, c := range []struct {
		kind, text string
		sound      bool
	}{
		{"clinicians", "extends: maternal", true},
		{"clinicians", "{}", false},
		{"medicines", "{extends: maternal, medicines: [{generic: a, classes: [b]}]}", true},
		{"medicines", "medicines: [{generic: a, classes: [b]}]", false},
		{"questionnaire", "{questionnaire: a, title: T, version: 1, language: en, topics: [maternal/right-now, b], welcome: W, consent: C}", true},
		{"questionnaire", "{questionnaire: a, title: T, version: 1, language: en, topics: [a/b/c], welcome: W, consent: C}", false},
	} {
		var doc any
		if err := yaml.Unmarshal([]byte(c.text), &doc); err != nil {
			t.Fatal(err)
		}
		if err := valid[c.kind].Validate(doc); (err == nil) != c.sound {
			t.Errorf("%s: %s: %v", c.kind, c.text, err)
		}
	}
}

func gatherKeys(n *yaml.Node, used map[string]bool) {
	for i, part := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			used[part.Value] = true
		}
		gatherKeys(part, used)
	}
}

// holdBoth changes one file of the folder in every way, one at a time, and holds
// what the reader says against what the schema says.
func holdBoth(t *testing.T, files fstest.MapFS, name string, doc *yaml.Node, values []*yaml.Node, valid *jsonschema.Schema) {
	tried, refused := 0, 0
	try := func(what string) {
		text, err := yaml.Marshal(doc)
		if err != nil {
			t.Fatal(err)
		}
		changed := fstest.MapFS{}
		for n, f := range files {
			changed[n] = f
		}
		changed[name] = &fstest.MapFile{Data: text}
		var findings []questionnaire.Finding
		if kindOf(name) == "translation" {
			_, findings, err = folder.ReadTranslation(changed, nil, "es")
		} else {
			_, findings, err = folder.Read(changed, nil)
		}
		if err != nil {
			t.Fatal(err)
		}
		findings = slices.DeleteFunc(findings, func(f questionnaire.Finding) bool { return f.At.File != name })
		isVisible := slices.ContainsFunc(findings, func(f questionnaire.Finding) bool {
			return slices.Contains(visible, f.Check.ID()) && !unseen.MatchString(f.Message)
		})
		var again yaml.Node
		if err := yaml.Unmarshal(text, &again); err != nil {
			t.Fatal(err)
		}
		err = valid.Validate(seen(&again))
		tried++
		switch {
		case err != nil && len(findings) == 0:
			t.Errorf("%s: %s: the schema refuses what the reader takes: %v", name, what, err)
		case err == nil && isVisible:
			t.Errorf("%s: %s: the schema accepts what the reader refuses: %v", name, what, findings)
		case err != nil:
			refused++
		}
	}
	places := map[string]int{}
	var walk func(n *yaml.Node, where, kind string)
	walk = func(n *yaml.Node, where, kind string) {
		for i := range n.Content {
			if n.Kind == yaml.MappingNode && i%2 == 0 {
				continue
			}
			step, sort := "/"+strconv.Itoa(i), "/*"
			if n.Kind == yaml.MappingNode {
				step = "/" + n.Content[i-1].Value
				sort = step
			}
			here, own := where+step, n.Content[i]
			places[kind+sort]++
			if places[kind+sort] > alike {
				walk(own, here, kind+sort)
				continue
			}
			for _, v := range values {
				n.Content[i] = v
				try(fmt.Sprintf("%s is %q %s", here, v.Value, v.ShortTag()))
			}
			n.Content[i] = own
			if n.Kind == yaml.MappingNode {
				all := n.Content
				n.Content = slices.Concat(all[:i-1], all[i+1:])
				try(here + " is left out")
				n.Content = all
			}
			walk(own, here, kind+sort)
		}
		if n.Kind == yaml.MappingNode {
			all := n.Content
			n.Content = slices.Concat(all, []*yaml.Node{{Kind: yaml.ScalarNode, Value: "colour"}, {Kind: yaml.ScalarNode, Value: "red"}})
			try(where + " has a colour")
			n.Content = all
		}
	}
	walk(doc, "", "")
	t.Logf("%d files, %d refused", tried, refused)
	if refused < 50 {
		t.Errorf("of %d files only %d were refused", tried, refused)
	}
}

func everyKey(keys *folder.Keys, visit func(string)) {
	for _, key := range keys.Keys {
		visit(key.Name)
		if key.Of != nil {
			everyKey(key.Of, visit)
		}
	}
}

// whole is the small questionnaire of the reader's tests, read whole.
func whole(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	small := os.DirFS("../folder/testdata/small")
	names, err := fs.Glob(small, "*.yaml")
	translations, _ := fs.Glob(small, "translations/*.yaml")
	if err != nil || len(names) == 0 || len(translations) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range append(names, translations...) {
		data, err := fs.ReadFile(small, name)
		if err != nil {
			t.Fatal(err)
		}
		// What the questionnaire has no use for, so that no key goes untried.
		data = bytes.Replace(data, []byte("  - id: everyone\n"), []byte("  - id: everyone\n    interrupt: false\n"), 1)
		data = bytes.Replace(data, []byte("    before:"), []byte("    after: Take your time.\n    before:"), 1)
		files[name] = &fstest.MapFile{Data: data}
	}
	if q, findings, err := folder.Read(files, questionnaires.Maternal()); q == nil {
		t.Fatal(findings, err)
	}
	return files
}
