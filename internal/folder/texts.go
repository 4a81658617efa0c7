package folder

import (
	"fmt"
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
	cut := isCut(v.node) && !v.isEmpty()
	if cut || strings.ContainsAny(v.node.Value, "{}") {
		r.doubts = append(r.doubts, doubtful{noun, key, v, cut})
	}
}

// isCut tells a text without quotes that a # ends, because YAML takes what follows
// for a comment. Nobody can see whether its author did too.
func isCut(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.Style == 0 && strings.HasPrefix(n.LineComment, "#")
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
}
