package translation

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/order"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// file is a translation as lines, with the places of its keys.
type file struct {
	lines   []string
	root    *yaml.Node
	keys    []*yaml.Node // all, in the order of the file
	entries map[string]*entryLines
	edits   []edit
}

// entryLines is an entry, and where it stands.
type entryLines struct {
	key   *yaml.Node
	value *yaml.Node
}

// edit puts lines in the place of others: from and up to, counted from 0.
type edit struct {
	from, upTo int
	lines      []string
	kind       bool // a new part: behind what is added to the last one
}

func parse(data []byte) (*file, error) {
	if t, findings := folder.ParseTranslation("", data); t == nil {
		return nil, fmt.Errorf("the translation has errors; \"askfirst check\" names them: %s", findings[0].Message)
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(data, &doc); err != nil || len(doc.Content) == 0 {
		return nil, errors.New("the translation cannot be read; \"askfirst check\" says why")
	}
	f := &file{lines: strings.Split(string(data), "\n"), root: doc.Content[0], entries: map[string]*entryLines{}}
	f.gather(f.root)
	for i := 0; i < len(f.root.Content); i += 2 {
		kind, value := f.root.Content[i].Value, f.root.Content[i+1]
		if kind == "questionnaire" {
			f.fields(kind, value)
			continue
		}
		for j := 0; value.Kind == yaml.MappingNode && j < len(value.Content); j += 2 {
			f.fields(kind+"/"+value.Content[j].Value, value.Content[j+1])
		}
	}
	return f, nil
}

func (f *file) fields(path string, n *yaml.Node) {
	for i := 0; n.Kind == yaml.MappingNode && i < len(n.Content); i += 2 {
		f.entries[path+"/"+n.Content[i].Value] = &entryLines{n.Content[i], n.Content[i+1]}
	}
}

func (f *file) gather(n *yaml.Node) {
	for i, part := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			f.keys = append(f.keys, part)
		}
		f.gather(part)
	}
}

func (e *entryLines) to() string {
	if _, v := pair(e.value, "to"); v != nil && v.Tag != "!!null" {
		return strings.TrimSpace(v.Value)
	}
	return ""
}

// pair is a key of a mapping and its value, or nil.
func pair(n *yaml.Node, key string) (k, v *yaml.Node) {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return n.Content[i], n.Content[i+1]
		}
	}
	return nil, nil
}

// end is the line after the last one of what stands after a key: before the next
// key that is not deeper, and before what is only a comment on that one.
func (f *file) end(key *yaml.Node) int {
	end := len(f.lines)
	i := slices.Index(f.keys, key)
	for _, next := range f.keys[i+1:] {
		if next.Column <= key.Column {
			end = next.Line - 1
			break
		}
	}
	for end > key.Line {
		line := strings.TrimSpace(f.lines[end-1])
		indent := len(f.lines[end-1]) - len(strings.TrimLeft(f.lines[end-1], " "))
		if line != "" && !(strings.HasPrefix(line, "#") && indent < key.Column) {
			break
		}
		end--
	}
	return end
}

// replace gives an entry new values for some of its keys.
func (f *file) replace(e *entryLines, with Entry, keys ...string) error {
	if e.value.Style&yaml.FlowStyle != 0 {
		return fmt.Errorf("line %d: this entry is in braces; write its keys of, from and to on lines of their own", e.key.Line)
	}
	all := entry(with)
	for _, name := range keys {
		fresh := mapping()
		_, value := pair(all, name)
		put(fresh, name, value)
		k, _ := pair(e.value, name)
		if k == nil { // only "to" may be missing: behind the others
			column, after := e.value.Content[0].Column, f.end(e.key)
			f.edits = append(f.edits, edit{from: after, upTo: after, lines: shifted(encode(fresh), column-1)})
			continue
		}
		f.edits = append(f.edits, edit{from: k.Line - 1, upTo: f.end(k), lines: shifted(encode(fresh), k.Column-1)})
	}
	return nil
}

// shifted are lines moved to the right, blank ones left blank.
func shifted(text []byte, by int) []string {
	lines := strings.Split(string(bytes.TrimRight(text, "\n")), "\n")
	for i, l := range lines {
		if l != "" {
			lines[i] = strings.Repeat(" ", by) + l
		}
	}
	return lines
}

// insert puts entries where their texts stand among the others: beside their
// nearest forerunner in the same noun, else behind the nearest noun of the same
// kind, else at the end of the file.
func (f *file) insert(entries []Entry, order []questionnaire.OneText) error {
	for len(entries) > 0 {
		kind, id := entries[0].Text.Kind, entries[0].Text.ID
		n := 1
		kindKey, kindValue := pair(f.root, kind)
		switch {
		case kindKey == nil: // all of this kind together
			for n < len(entries) && entries[n].Text.Kind == kind {
				n++
			}
			end := len(f.lines)
			for end > 0 && strings.TrimSpace(f.lines[end-1]) == "" {
				end--
			}
			whole := mapping()
			for _, e := range entries[:n] {
				at := within(whole, kind)
				if id != "" {
					at = within(at, e.Text.ID)
				}
				put(at, e.Text.Field, entry(e))
			}
			f.edits = append(f.edits, edit{from: end, upTo: end, lines: shifted(encode(whole), 0), kind: true})
		case kindValue.Kind != yaml.MappingNode || kindValue.Style&yaml.FlowStyle != 0 || len(kindValue.Content) == 0:
			return fmt.Errorf("line %d: %q is in braces or empty; remove the line, or write its entries beneath", kindKey.Line, kind)
		default:
			parent, parentKey := kindValue, kindKey
			if id != "" {
				parentKey, parent = pair(kindValue, id)
			}
			if parent == nil { // all of this noun together
				for n < len(entries) && entries[n].Text.Kind == kind && entries[n].Text.ID == id {
					n++
				}
				noun := mapping()
				for _, e := range entries[:n] {
					put(within(noun, id), e.Text.Field, entry(e))
				}
				f.put(noun, kindKey, kindValue, before(order, entries[0].Text, func(t questionnaire.OneText) string { return t.ID }))
			} else {
				if parent.Kind != yaml.MappingNode || parent.Style&yaml.FlowStyle != 0 || len(parent.Content) == 0 {
					return fmt.Errorf("line %d: %q is in braces or empty; remove the line, or write its entries beneath", parentKey.Line, parentKey.Value)
				}
				field := mapping()
				put(field, entries[0].Text.Field, entry(entries[0]))
				f.put(field, parentKey, parent, before(order, entries[0].Text, func(t questionnaire.OneText) string {
					if t.ID != id {
						return ""
					}
					return t.Field
				}))
			}
		}
		entries = entries[n:]
	}
	return nil
}

// before lists what comes before a text among its like, the nearest first.
func before(order []questionnaire.OneText, text questionnaire.OneText, name func(questionnaire.OneText) string) []string {
	var all []string
	for _, t := range order {
		if t.Key() == text.Key() {
			break
		}
		if n := name(t); t.Kind == text.Kind && n != "" {
			all = append(all, n)
		}
	}
	slices.Reverse(all)
	return all
}

// put adds a block to a mapping, behind the first of these keys that it has.
func (f *file) put(block, key, value *yaml.Node, behind []string) {
	at := key.Line
	for _, name := range behind {
		if k, _ := pair(value, name); k != nil {
			at = f.end(k)
			break
		}
	}
	f.edits = append(f.edits, edit{from: at, upTo: at, lines: shifted(encode(block), value.Content[0].Column-1)})
}

// applied are the lines with all edits.
func (f *file) applied() []string {
	order.Stable(f.edits, func(a, b *edit) int {
		switch {
		case a.from != b.from || a.kind == b.kind:
			return a.from - b.from
		case a.kind:
			return 1
		}
		return -1
	})
	var out []string
	at := 0
	for _, e := range f.edits {
		if e.from < at {
			continue // two edits of one line: what was written is read again and refused
		}
		out = append(out, f.lines[at:e.from]...)
		out = append(out, e.lines...)
		at = e.upTo
	}
	return append(out, f.lines[at:]...)
}
