package folder

import (
	"cmp"
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"gopkg.in/yaml.v3"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// value is a YAML node that knows its file and where to report.
type value struct {
	r    *reader
	node *yaml.Node
	file *questionnaire.Position // as a whole
}

// at, place and name are asked for wherever something is read. Copied into each of these
// places, they would make the program 30 kB larger, and no faster.
//
//go:noinline
func (v value) at() questionnaire.Position {
	at := *v.file
	at.Line, at.Column = v.node.Line, v.node.Column
	return at
}

// report says what is wrong at this node.
func (v value) report(check *questionnaire.Check, format string, args ...any) {
	v.r.report(check, v.at(), format, args...)
}

func (v value) with(node *yaml.Node) value { return value{r: v.r, node: node, file: v.file} }

// refuse reports what YAML allows and a questionnaire must not contain, once
// for the whole file, so that everything after it can trust its nodes.
func (v value) refuse(depth int) {
	n := v.node
	switch {
	case depth > maxDepth:
		v.report(tooLarge, "too many things inside one another; nothing here needs more than %d levels", maxDepth)
		return
	case n.Kind == yaml.AliasNode:
		v.report(notYAML, "an alias (*%s) is not allowed; write the text out, or put it into quotes if it begins with *", n.Value)
		return
	case n.Anchor != "":
		v.report(notYAML, "an anchor (&%s) is not allowed; remove it", n.Anchor)
	case n.Style&yaml.TaggedStyle != 0:
		v.report(notYAML, "a tag (%s) is not allowed; put a text that begins with ! into quotes", legible(n.Tag))
	}
	if entries := len(n.Content); entries > maxEntries*2 || n.Kind == yaml.SequenceNode && entries > maxEntries {
		v.report(tooLarge, "more than %d entries; split the file", maxEntries)
		return
	}
	if n.Kind == yaml.ScalarNode {
		v.checkText()
		return
	}
	if n.Kind == yaml.MappingNode {
		seen := make(map[string]*yaml.Node, len(n.Content)/2)
		for i := 0; i < len(n.Content); i += 2 {
			key := n.Content[i]
			switch first := seen[key.Value]; {
			case key.Kind != yaml.ScalarNode:
				v.with(key).report(notYAML, "a key must be a single word; a text that begins with [ or { needs quotes")
			case key.Tag == "!!merge":
				v.with(key).report(notYAML, "a merge key (<<) is not allowed; write the entries out")
			case first != nil:
				v.with(key).report(duplicateID, "%q is here twice; the first is on line %d; remove one of the two", key.Value, first.Line)
			default:
				seen[key.Value] = key
			}
		}
	}
	for _, part := range n.Content {
		v.with(part).refuse(depth + 1)
	}
}

// legible writes out what must not be printed. A tag may hold it although the file
// does not: in tags, and nowhere else in YAML, %1B is a character.
func legible(s string) string { return strings.Trim(strconv.Quote(s), `"`) }

// checkText looks at a scalar after its escapes are undone: "\e" in quotes is
// harmless in the file and a command in a terminal.
func (v value) checkText() {
	if len(v.node.Value) > maxScalarBytes {
		v.report(tooLarge, "a text of more than %d characters; split it", maxScalarBytes)
		return
	}
	for _, c := range v.node.Value {
		if c != '\n' && forbidden(c) {
			v.report(controlCharacter, "this text contains the character U+%04X, which does not belong in a text; remove it", c)
			return
		}
	}
	if letter := heaped(v.node.Value); letter != 0 {
		v.report(controlCharacter, "more than %d marks stand on one letter, %q, and would be drawn over other rows; type it again", maxMarksOnALetter, letter)
	}
}

// maxMarksOnALetter is more than spelling needs. Unicode's own bound for a stream of text
// is 30 (UAX #15); so many would still be drawn over the rows above.
const maxMarksOnALetter = 10

// heaped is the first letter of a text that has more marks upon it, 0 if there is none.
func heaped(text string) rune {
	var letter rune
	on := 0
	for _, c := range text {
		switch {
		case c < 0x300 || !unicode.In(c, unicode.Mn, unicode.Me):
			letter, on = c, 0
		default:
			if on++; on > maxMarksOnALetter {
				return cmp.Or(letter, ' ')
			}
		}
	}
	return 0
}

// text is the value as a single text that says something; anything else is reported.
func (v value) text(what string) (string, bool) {
	text, ok := v.single(what)
	if ok && !questionnaire.Says(text) {
		written := strconv.Quote(text)
		if strings.ContainsFunc(text, func(c rune) bool { return unicode.IsMark(c) || strings.ContainsRune(questionnaire.Blank, c) }) {
			written = strconv.QuoteToASCII(text) // what nobody would see in the message either
		}
		v.report(missingKey, "%s is %s, which has neither a letter nor a digit that can be seen; write something, or leave it out if it may be left out", what, written)
		return "", false
	}
	return text, ok
}

// single is the value as a single text, which may be signs only: an id and a number to
// call have rules of their own.
func (v value) single(what string) (string, bool) {
	if v.node.Kind != yaml.ScalarNode {
		v.report(wrongType, "%s must be a text, not %s", what, kindWord(v.node))
		return "", false
	}
	text := strings.TrimSpace(v.node.Value)
	if v.isEmpty() && isCut(v.node) {
		v.reportCut(what)
		return "", false
	}
	if text == "" || v.isEmpty() {
		v.report(missingKey, "%s is empty; write something, or leave it out if it may be left out", what)
		return "", false
	}
	return text, true
}

// isEmpty tells a key with nothing behind it, or with ~ or null.
func (v value) isEmpty() bool { return v.node.Kind == yaml.ScalarNode && v.node.Tag == "!!null" }

// items are the entries of a list. A single value counts as a list of one when
// single allows it.
func (v value) items(what string, single bool) []value {
	switch {
	case v.node.Kind == yaml.SequenceNode:
		all := make([]value, 0, len(v.node.Content))
		for _, n := range v.node.Content {
			all = append(all, v.with(n))
		}
		return all
	case single && v.node.Kind == yaml.ScalarNode:
		return []value{v}
	}
	v.report(wrongType, "%s must be a list, not %s; write each entry on a line of its own, after \"- \"", what, kindWord(v.node))
	return nil
}

func kindWord(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "keys with values"
	case yaml.SequenceNode:
		return "a list"
	}
	return "a single text"
}

// each goes through a mapping whose keys are the author's.
func (v value) each(what string) iter.Seq2[*yaml.Node, value] {
	return func(yield func(*yaml.Node, value) bool) {
		if v.node.Kind != yaml.MappingNode {
			v.report(wrongType, "%s must be keys with values (key: value), not %s", what, kindWord(v.node))
			return
		}
		for i := 0; i < len(v.node.Content) && !v.r.full(); i += 2 {
			if !yield(v.node.Content[i], v.with(v.node.Content[i+1])) {
				return
			}
		}
	}
}

// object is a mapping whose keys are known.
type object struct {
	value
	*Keys
	fields map[string]value
	keys   map[string]questionnaire.Position
}

// curlyQuotes are what a word processor or a telephone makes of straight ones.
const curlyQuotes = "“”„‟"

// isOfCondition tells a key that can only stand in a condition: a joint of conditions,
// or a question of this questionnaire.
func (r *reader) isOfCondition(key string) bool {
	_, isQuestion := r.ids["question"][key]
	return isQuestion || slices.Contains([]string{"all", "any", "not", "at-least"}, key)
}

// object reads a mapping and reports keys that nobody knows and keys that are
// missing.
func (v value) object(noun *Keys) (*object, bool) {
	what := noun.What
	o := &object{value: v, Keys: noun, fields: map[string]value{}, keys: map[string]questionnaire.Position{}}
	if v.node.Kind != yaml.MappingNode {
		v.report(wrongType, "%s must be keys with values (key: value), not %s", what, kindWord(v.node))
		return o, false
	}
	known := noun.names()
	for i := 0; i < len(v.node.Content); i += 2 {
		key := v.node.Content[i]
		if !slices.Contains(known, key.Value) {
			if v.node.Style&yaml.FlowStyle != 0 && v.with(v.node.Content[i+1]).isEmpty() {
				if strings.ContainsAny(key.Value, curlyQuotes) {
					v.with(key).report(unknownKey, "%s has no key %q; curly quotes do not hold a text together here: type straight ones (\") around the whole text", what, key.Value)
					continue
				}
				if meant, text, remedy := keyMeant(key.Value, known); meant != "" {
					rest := scalar(key, text, len(key.Value)-len(text))
					v.with(rest).report(unknownKey, "%s", remedy)
					o.fields[meant], o.keys[meant] = v.with(rest), v.with(key).at() // so that it is not missing too
					continue
				}
				// {label: Yes, all of it} has the key "all of it".
				v.with(key).report(unknownKey, "%s has no key %q; if this belongs to the text before the comma, put that whole text into quotes", what, key.Value)
				continue
			}
			if meant := strings.TrimSpace(key.Value); meant != key.Value && slices.Contains(known, meant) {
				v.with(key).report(unknownKey, "a space that belongs nowhere, often a no-break space, stands beside the key %s; delete it and type the key again", meant)
				o.fields[meant], o.keys[meant] = v.with(v.node.Content[i+1]).behind(key), v.with(key).at() // so that it is not missing too
				continue
			}
			if now := noun.now(key.Value); now != "" {
				v.with(key).report(unknownKey, "%s has no key %q; write %s", what, key.Value, now)
				continue
			}
			if home := noun.homeOf(); home != "" && v.r.isOfCondition(key.Value) {
				v.with(key).report(unknownKey, "%s has no key %q; write it under %s, with more spaces before it", what, key.Value, home)
				continue
			}
			v.with(key).report(unknownKey, "%s has no key %q%s", what, key.Value, v.r.didYouMean(key.Value, known))
			continue
		}
		o.fields[key.Value] = v.with(v.node.Content[i+1]).behind(key)
		o.keys[key.Value] = v.with(key).at()
	}
	complete := true
	_, adds := o.fields[extendsKey] // to a file that has what is needed
	for _, key := range noun.that(true) {
		if _, ok := o.fields[key]; !ok && !adds {
			v.report(missingKey, "%s has no %q; write %s: …", what, key, key)
			complete = false
		}
	}
	return o, complete
}

// behind is the value of a key. Where nothing but a comment follows the key, YAML
// has the comment with the key.
func (v value) behind(key *yaml.Node) value {
	if v.isEmpty() && v.node.LineComment == "" {
		v.node.LineComment = key.LineComment
	}
	return v
}

func (o *object) has(key string) bool {
	_, ok := o.fields[key]
	return ok
}

// place is where a key's value stands, or where the object does if it has no
// such key.
//
//go:noinline
func (o *object) place(key string) questionnaire.Position {
	if v, ok := o.fields[key]; ok {
		return v.at()
	}
	return o.at()
}

// name is the key with its owner, for messages.
//
//go:noinline
func (o *object) name(key string) string { return fmt.Sprintf("%q of %s", key, o.What) }

// text is a key's text, or "" if the key is missing.
func (o *object) text(key string) string { return o.read(key, value.text) }

// dial is what stands where a number to call belongs.
func (o *object) dial(key string) string {
	return strings.Join(strings.Fields(o.read(key, value.single)), " ")
}

func (o *object) read(key string, as func(value, string) (string, bool)) string {
	v, ok := o.fields[key]
	if !ok {
		return ""
	}
	text, ok := as(v, o.name(key))
	if ok {
		o.doubt(key, v)
	}
	return text
}

// line is a key's text on a single line: what stands in a list or a heading.
func (o *object) line(key string) string {
	return strings.Join(strings.Fields(o.text(key)), " ")
}

// list is a key's list of texts with their positions.
func (o *object) list(key string) []word {
	v, ok := o.fields[key]
	if !ok {
		return nil
	}
	all := v.words(o.name(key))
	for _, n := range slices.Concat([]*yaml.Node{v.node}, v.node.Content) {
		o.doubt(key, v.with(n))
	}
	return all
}

// filled is a list that names something if it is there; otherwise format says what
// to write.
func (o *object) filled(key, format string, args ...any) []word {
	before := o.r.reported
	words := o.list(key)
	if o.has(key) && len(words) == 0 && o.r.reported == before {
		o.r.report(missingKey, o.keys[key], format, args...)
	}
	return words
}

// entries are those of a list that has some if it is there; otherwise format says
// what to write.
func (o *object) entries(key, format string, args ...any) []value {
	v, ok := o.fields[key]
	if !ok {
		return nil
	}
	before := o.r.reported
	items := v.items(o.name(key), true)
	if len(items) == 0 && o.r.reported == before {
		o.r.report(missingKey, o.keys[key], format, args...)
	}
	return items
}

// word is a name in the YAML with its place.
type word struct {
	text string
	at   questionnaire.Position
}

func (v value) words(what string) []word {
	var all []word
	for _, item := range v.items(what, true) {
		if text, ok := item.text("an entry of " + what); ok {
			all = append(all, word{text, item.at()})
		}
	}
	return all
}

func texts(words []word) []string {
	var all []string
	for _, w := range words {
		all = append(all, w.text)
	}
	return all
}

var kebab = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// id is the key's text as an id.
func (o *object) id(key string) string {
	v, ok := o.fields[key]
	if !ok {
		return ""
	}
	id, ok := v.single(o.name(key))
	if !ok {
		return ""
	}
	if len(id) > questionnaire.MaxMeant {
		v.report(badID, "%q is too long for an id; %d characters are enough", id, questionnaire.MaxMeant)
		return ""
	}
	if !kebab.MatchString(id) {
		meant := kebabOf(id)
		v.report(badID, "%q cannot be an id; write small letters, digits and single hyphens, such as %q", id, meant)
		if meant == noID {
			return ""
		}
		return meant // which those who name it have written, or will write
	}
	return id
}

// kebabOf turns what somebody wrote into the id that she probably meant.
func kebabOf(s string) string {
	parts := strings.FieldsFunc(strings.ToLower(s), func(c rune) bool { return !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9') })
	if s := strings.Join(parts, "-"); s != "" && len(s) <= questionnaire.MaxMeant {
		return s
	}
	return noID
}

// noID stands for an id of which nothing can be kept.
const noID = "my-id"

// flag is true or false; a missing key is false.
func (o *object) flag(key string) bool {
	v, ok := o.fields[key]
	if !ok {
		return false
	}
	switch v.node.Value {
	case "true":
		return true
	case "false":
		return false
	}
	v.report(wrongType, "%s must be true or false", o.name(key))
	return false
}

// date is a day; the zero time if the key is missing or wrong.
func (o *object) date(key string) time.Time {
	v, ok := o.fields[key]
	if !ok {
		return time.Time{}
	}
	day, err := time.Parse(time.DateOnly, v.node.Value)
	if err != nil {
		v.report(wrongType, "%s must be a day, such as 2026-11-24", o.name(key))
	}
	return day
}

// number is a whole number of the key's range; 0 if the key is missing or wrong.
func (o *object) number(key string) int {
	v, ok := o.fields[key]
	if !ok {
		return 0
	}
	of := o.key(key)
	least, most := of.Least, of.Most
	var n int
	// yaml.v3 would make 2 of 2.5.
	if err := v.node.Decode(&n); err != nil || v.node.Tag != "!!int" || n < least || n > most {
		v.report(wrongType, "%s must be a whole number from %d to %d", o.name(key), least, most)
		return 0
	}
	return n
}

// choice is one of a few words: its place among them, and whether there is one.
func (o *object) choice(key string, words []string) (int, bool) {
	v, ok := o.fields[key]
	if !ok {
		return 0, false
	}
	if v.node.Kind != yaml.ScalarNode {
		v.report(wrongType, "%s must be a single word, not %s; write one of: %s", o.name(key), kindWord(v.node), strings.Join(words, ", "))
		return 0, false
	}
	i := slices.Index(words, v.node.Value)
	if i < 0 {
		v.report(wrongType, "%s cannot be %q%s", o.name(key), v.node.Value, o.r.didYouMean(v.node.Value, words))
		return 0, false
	}
	return i, true
}
