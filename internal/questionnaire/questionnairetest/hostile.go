package questionnairetest

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"gopkg.in/yaml.v3"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Places are the values of a folder's files, each of which can be replaced by a
// text, as a stranger might who wants a questionnaire to do more than ask.
type Places struct {
	files  fstest.MapFS
	trees  map[string]*yaml.Node
	values []value
}

type value struct {
	file string
	node *yaml.Node
}

// PlacesOf takes a folder apart.
func PlacesOf(tb testing.TB, folder fs.FS) *Places {
	tb.Helper()
	names, err := fs.Glob(folder, "*.yaml")
	if err != nil || len(names) == 0 {
		tb.Fatalf("no files: %v", err)
	}
	p := &Places{files: fstest.MapFS{}, trees: map[string]*yaml.Node{}}
	for _, name := range names {
		data, err := fs.ReadFile(folder, name)
		if err != nil {
			tb.Fatal(err)
		}
		tree := new(yaml.Node)
		if err := yaml.Unmarshal(data, tree); err != nil {
			tb.Fatal(err)
		}
		p.files[name], p.trees[name] = &fstest.MapFile{Data: data}, tree
		for _, node := range scalars(tree) {
			p.values = append(p.values, value{name, node})
		}
	}
	return p
}

// Folder is the folder with one of its values replaced by a text. place counts the
// values of all files, and wraps around. It is nil when the text cannot stand in
// YAML.
func (p *Places) Folder(place uint, text string) fstest.MapFS {
	v := p.values[place%uint(len(p.values))]
	was := *v.node
	v.node.Value, v.node.Style, v.node.Tag = text, yaml.DoubleQuotedStyle, "!!str"
	data, err := yaml.Marshal(p.trees[v.file])
	*v.node = was
	if err != nil {
		return nil // not UTF-8
	}
	hostile := fstest.MapFS{}
	for name, file := range p.files {
		hostile[name] = file
	}
	hostile[v.file] = &fstest.MapFile{Data: data}
	return hostile
}

// Read is that folder as it is read, or nil if it is refused.
func (p *Places) Read(place uint, text string) *questionnaire.Questionnaire {
	files := p.Folder(place, text)
	if files == nil {
		return nil
	}
	q, _, _ := folder.Read(files, nil)
	return q
}

// Texts are the places where any text may stand.
func (p *Places) Texts() []uint {
	var all []uint
	for place := range uint(len(p.values)) {
		if p.Read(place, "Any words.") != nil {
			all = append(all, place)
		}
	}
	return all
}

// scalars are the values beneath a node, without the keys.
func scalars(n *yaml.Node) []*yaml.Node {
	if n.Kind == yaml.ScalarNode {
		return []*yaml.Node{n}
	}
	var all []*yaml.Node
	for i, child := range n.Content {
		if n.Kind != yaml.MappingNode || i%2 == 1 {
			all = append(all, scalars(child)...)
		}
	}
	return all
}
