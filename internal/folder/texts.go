package folder

import (
	"bytes"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// doubtful is a value that is wrong only if somebody sees it: it has braces in it,
// or was cut short by a #. Which values those are, the list of texts knows.
type doubtful struct {
	noun  questionnaire.Position
	key   string
	value value
	cut   bool
}

// doubt remembers the value of a key if it is doubtful.
func (o *object) doubt(key string, v value) { o.r.doubt(o.at(), key, v) }

func (r *reader) doubt(noun questionnaire.Position, key string, v value) {
	cut := (isCut(v.node) || r.swallowed[v.node] != "") && !v.isEmpty()
	if cut || questionnaire.HasBraces(v.node.Value) {
		r.doubts = append(r.doubts, doubtful{noun, key, v, cut})
	}
}

// isCut tells a text without quotes that a # ends, because YAML takes what follows
// for a comment. Nobody can see whether its author did too.
func isCut(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Style == 0 && strings.HasPrefix(n.LineComment, "#")
}

// opensComment is a line on which a # stands where a text could begin: behind the colon of
// its key, the dash of its entry, or in its list. With a space behind the # it is what its
// author wrote about the text: no number and no name begins so.
var opensComment = regexp.MustCompile(`^(?:[^"'#]*[:\[,]|\s*(?:-\s+)*-)\s+(#[^\s#].*)$`)

// swallow remembers what comes after such a #, for the text that begins only beneath it,
// and after the | or > of a text.
func (r *reader) swallow(data []byte, root *yaml.Node) {
	if !bytes.Contains(data, []byte("#")) {
		return
	}
	lines := strings.Split(string(data), "\n")
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		if n.Kind == yaml.ScalarNode {
			if comment := swallowed(lines, n); comment != "" {
				r.swallowed[n] = comment
			}
		}
		for i, part := range n.Content {
			if n.Kind != yaml.MappingNode || i%2 == 1 { // a key is none
				walk(part)
			}
		}
	}
	walk(root)
}

// swallowed is the comment that stands where this text could have begun; "" if none does.
func swallowed(lines []string, n *yaml.Node) string {
	if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		return asText(n.LineComment)
	}
	if n.Line > len(lines) || len(lines[n.Line-1])-len(strings.TrimLeft(lines[n.Line-1], " ")) != n.Column-1 {
		return "" // it does not begin its line
	}
	for _, line := range slices.Backward(lines[:n.Line-1]) {
		line = strings.TrimRight(line, " \r")
		for _, said := range []string{line, inQuotes.ReplaceAllString(line, "")} {
			if m := opensComment.FindStringSubmatch(said); m != nil {
				return m[1]
			}
		}
		if line != "" && !strings.HasPrefix(strings.TrimLeft(line, " "), "#") {
			break
		}
	}
	return ""
}

// asText is a comment that looks like the beginning of a text.
func asText(comment string) string {
	if len(comment) > 1 && !strings.ContainsAny(comment[1:2], " #\t") {
		return comment
	}
	return ""
}

// settle reports those doubtful values that are texts.
func (r *reader) settle() {
	if len(r.doubts) == 0 {
		return
	}
	type place struct {
		at  questionnaire.Position
		key string
	}
	texts := map[place]questionnaire.Passage{}
	for p := range r.q.Passages() {
		texts[place{p.At, p.Key}] = p
	}
	for _, d := range r.doubts {
		p, isText := texts[place{d.noun, d.key}]
		if !isText {
			continue
		}
		if d.cut {
			d.value.reportCut(p.String())
		}
		d.value.reportBraces(p.String(), p.Braces)
	}
}

// settleEntries does it for a translation, where whatever is not a name is a text.
func (r *reader) settleEntries() {
	for _, d := range r.doubts {
		if d.cut {
			d.value.reportCut(fmt.Sprintf("%q", d.key))
		}
		if d.key == "by" {
			d.value.reportBraces("\"by\"", nil)
		}
	}
}

func (v value) reportCut(what string) {
	if comment := v.r.swallowed[v.node]; comment != "" {
		v.report(lostComment, "%s begins only beneath %q, because # begins a comment there; put the whole text into quotes, or the comment on a line of its own", what, comment)
		return
	}
	v.report(lostComment, "%s ends before %q, because # begins a comment there; put the whole text into quotes, or the comment on a line of its own", what, v.node.LineComment)
}

// reportBraces reports what stands in braces and is not filled in.
func (v value) reportBraces(what string, filled []string) {
	found := questionnaire.InBraces(v.node.Value)
	slices.Sort(found)
	for _, inBraces := range slices.Compact(found) {
		if wrong := questionnaire.NotFilled(inBraces, filled); wrong != "" {
			v.report(unknownBrace, "%s: %s", what, wrong)
		}
	}
	like := questionnaire.LikeBraces(v.node.Value)
	for _, shown := range slices.Sorted(maps.Keys(like)) {
		remedy := "the word itself"
		if slices.Contains(filled, like[shown]) {
			remedy = "{" + like[shown] + "}"
		}
		v.report(unknownBrace, "%s: nothing fills in %q, and the signs around the word would be shown; write %s", what, shown, remedy)
	}
}
