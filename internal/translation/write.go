package translation

import (
	"bytes"
	"errors"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Entry is one text with what it says in another language, to be written.
type Entry struct {
	Text    questionnaire.OneText
	To      string
	Comment string // above it
}

// Write is a whole file of a language, entries in the order given.
func Write(language string, entries []Entry) []byte {
	root := mapping()
	put(root, "language", scalar(language))
	reviewed := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle}
	put(root, "reviewed", reviewed)
	for _, e := range entries {
		at := within(root, e.Text.Kind)
		if e.Text.ID != "" {
			at = within(at, e.Text.ID)
		}
		put(at, e.Text.Field, entry(e)).HeadComment = e.Comment
	}
	return encode(root)
}

// entry is the mapping of one entry.
func entry(e Entry) *yaml.Node {
	n := mapping()
	put(n, "of", scalar(e.Text.Hash()))
	put(n, "from", scalar(e.Text.Text))
	put(n, "to", scalar(e.To))
	return n
}

func encode(n *yaml.Node) []byte {
	var b bytes.Buffer
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	if err := errors.Join(enc.Encode(n), enc.Close()); err != nil {
		panic(err) // cannot be: the nodes are made above, and memory takes everything
	}
	return b.Bytes()
}

func mapping() *yaml.Node { return &yaml.Node{Kind: yaml.MappingNode} }

// scalar is a text as a translator reads it best: one of several lines as lines.
func scalar(text string) *yaml.Node {
	n := new(yaml.Node)
	n.SetString(strings.TrimSpace(text))
	if text == "" {
		n.Style = yaml.DoubleQuotedStyle
	}
	return n
}

// put adds a key, and returns it.
func put(to *yaml.Node, key string, value *yaml.Node) *yaml.Node {
	k := scalar(key)
	to.Content = append(to.Content, k, value)
	return k
}

// within is the mapping behind a key; a new one if there is none.
func within(n *yaml.Node, key string) *yaml.Node {
	for i := len(n.Content) - 2; i >= 0; i -= 2 {
		if n.Content[i].Value == key {
			return n.Content[i+1]
		}
	}
	m := mapping()
	put(n, key, m)
	return m
}
