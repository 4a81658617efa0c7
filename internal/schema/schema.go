// Package schema makes a JSON Schema (draft 2020-12) for each kind of file of a
// questionnaire, so that an editor completes keys, explains them and marks
// mistakes while somebody types.
//
// The keys come from the reader's own list ([folder.FileKinds]); only what holds
// between several keys is said here a second time, and a test holds both against
// each other. A schema sees one file, and no ids: what refers to
// nothing, and what no clinician should read, is for "askfirst check".
package schema

import (
	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

const (
	dialect = "https://json-schema.org/draft/2020-12/schema"
	kebab   = "^[a-z0-9]+(-[a-z0-9]+)*$"
	longest = 64 // of an id
	// A letter that is seen, or a digit: see [questionnaire.Says].
	says = `[^\P{L}` + questionnaire.Blank + `]|\p{N}`
)

// Of is the schema of a kind of file.
func Of(kind folder.FileKind) *Schema {
	b := builder{defs: map[string]*Schema{}}
	s := b.noun(kind.Keys)
	s.Schema = dialect
	s.Title = "Ask First: " + kind.Name
	s.Defs = b.defs
	return s
}

// builder gathers the definitions that a schema refers to.
type builder struct{ defs map[string]*Schema }

// define refers to a definition, and makes it at the first time.
func (b builder) define(name string, of func() *Schema) *Schema {
	if _, made := b.defs[name]; !made {
		b.defs[name] = nil // conditions contain conditions
		b.defs[name] = of()
	}
	return &Schema{Ref: "#/$defs/" + name}
}

// noun is a mapping with the noun's keys and no others.
func (b builder) noun(keys *folder.Keys) *Schema {
	s := &Schema{Type: "object", Properties: map[string]*Schema{}, AdditionalProperties: never()}
	for _, key := range keys.Keys {
		p := b.key(key)
		p.Description = key.Help
		s.Properties[key.Name] = p
		s.PropertyOrder = append(s.PropertyOrder, key.Name)
		if key.Needed {
			s.Required = append(s.Required, key.Name)
		}
	}
	if extends := "extends"; s.Properties[extends] != nil && len(s.Required) > 0 {
		s.AnyOf = append(s.AnyOf, &Schema{Required: s.Required}, &Schema{Required: []string{extends}})
		s.Required = nil
	}
	if between := between[keys.What]; between != nil {
		between(s)
	}
	return s
}

func (b builder) key(key folder.Key) *Schema {
	switch key.Form {
	case folder.Name:
		return b.define("id", id)
	case folder.Words, folder.Names, folder.Needs:
		return b.words(key)
	case folder.NeedOf:
		return b.define("need", need)
	case folder.Flag:
		return &Schema{Type: "boolean"}
	case folder.Day:
		return &Schema{Type: "string", Format: "date", Pattern: `^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$`}
	case folder.Whole:
		return &Schema{Type: "integer", Minimum: ptr(float64(key.Least)), Maximum: ptr(float64(key.Most))}
	case folder.Choice:
		return oneOf(key.Words)
	case folder.Nouns:
		return list(b.noun(key.Of))
	case folder.Lists:
		names := list(b.text())
		names.MinItems = ptr(2)
		return list(names)
	case folder.Noun:
		return b.noun(key.Of)
	case folder.When:
		return b.define("condition", b.condition)
	case folder.Replies:
		return &Schema{Type: "object", AdditionalProperties: b.reply()}
	case folder.Entries:
		return &Schema{Type: "object", AdditionalProperties: b.entries(key)}
	case folder.EntriesOfOne:
		return b.entries(key)
	case folder.Variants:
		variants := list(&Schema{AnyOf: []*Schema{b.text(), b.noun(key.Of)}})
		if key.NotEmpty {
			variants.MinItems = ptr(1)
		}
		return &Schema{AnyOf: []*Schema{b.text(), variants}}
	case folder.Ranks:
		equals := list(b.define("id", id))
		equals.MinItems = ptr(1)
		ranks := list(&Schema{AnyOf: []*Schema{b.define("id", id), equals}})
		ranks.MinItems = ptr(2)
		return ranks
	case folder.WordsByLanguage:
		words := b.words(folder.Key{NotEmpty: true})
		return &Schema{Type: "object", MinProperties: ptr(1), AdditionalProperties: words}
	case folder.PerhapsUrgencies:
		words := b.words(key)
		words.AnyOf = append(words.AnyOf, b.key(folder.Key{Form: folder.Urgencies, NotEmpty: key.NotEmpty}))
		return words
	case folder.Urgencies:
		urgencies := &Schema{Type: "object", AdditionalProperties: oneOf(questionnaire.UrgencyWords())}
		if key.NotEmpty {
			urgencies.MinProperties = ptr(1)
		}
		return urgencies
	}
	if key.Blank {
		return &Schema{Types: []string{"string", "number", "boolean", "null"}, Pattern: `^\s*$|` + says}
	}
	return b.text()
}

// entries are fields with an entry each.
func (b builder) entries(key folder.Key) *Schema {
	return &Schema{Type: "object", AdditionalProperties: b.define("entry", func() *Schema { return b.noun(key.Of) })}
}

// text is what the reader takes for a text: in YAML 1.0 and true are none, but
// nobody should have to know that.
func (b builder) text() *Schema {
	return b.define("text", func() *Schema {
		return &Schema{Types: []string{"string", "number", "boolean"}, Pattern: says}
	})
}

// need is one clinician, or several of whom any one will do.
func need() *Schema {
	one := kebab[1 : len(kebab)-1]
	return &Schema{Types: []string{"string", "integer", "boolean"}, Pattern: `^\s*` + one + `(\s+or\s+` + one + `)*\s*$`, Minimum: ptr(0.0)}
}

// sharedID is an id, or one of the questionnaire that is extended: maternal/right-now.
func sharedID() *Schema {
	one := kebab[1 : len(kebab)-1]
	return &Schema{Types: []string{"string", "integer", "boolean"}, Pattern: "^" + one + "(/" + one + ")?$", MaxLength: ptr(2*longest + 1), Minimum: ptr(0.0)}
}

func id() *Schema {
	return &Schema{Types: []string{"string", "integer", "boolean"}, Pattern: kebab, MaxLength: ptr(longest), Minimum: ptr(0.0)}
}

// words is one text, or a list of them.
func (b builder) words(key folder.Key) *Schema {
	one := b.text()
	switch {
	case key.Words != nil:
		one = oneOf(key.Words)
	case key.Form == folder.Names:
		one = b.define("shared-id", sharedID)
	case key.Form == folder.Needs:
		one = b.define("need", need)
	}
	several := list(one)
	if key.NotEmpty {
		several.MinItems = ptr(1)
	}
	if key.Most > 0 {
		several.MaxItems = ptr(key.Most)
	}
	return &Schema{AnyOf: []*Schema{one, several}}
}

// condition is questions with tests, joined by all, any and not.
func (b builder) condition() *Schema {
	again := func() *Schema { return &Schema{Ref: "#/$defs/condition"} }
	several := func() *Schema {
		s := list(again())
		s.MinItems = ptr(1)
		return s
	}
	answers := b.words(folder.Key{NotEmpty: true})
	answers.AnyOf = append(answers.AnyOf, b.define("test", func() *Schema { return b.noun(folder.TestKeys()) }))
	s := &Schema{
		Types: []string{"object", "string"}, Pattern: kebab, MinProperties: ptr(1),
		Properties:           map[string]*Schema{"all": several(), "any": several(), "not": again()},
		PropertyOrder:        []string{"all", "any", "not"},
		AdditionalProperties: answers,
	}
	s.Properties["all"].Description = "Each of these conditions must hold."
	s.Properties["any"].Description = "At least one of these conditions must hold."
	s.Properties["not"].Description = "This condition must not hold."
	s.Description = "Questions with the answers that count; several are joined by all. Or the name of a condition."
	return s
}

// reply is a person's answer: an id, ids, or medicines with their states.
func (b builder) reply() *Schema {
	taken := b.define("medicine-answer", func() *Schema { return b.noun(folder.TakenKeys()) })
	one := &Schema{AnyOf: []*Schema{b.text(), taken}}
	return &Schema{AnyOf: []*Schema{b.text(), list(one)}}
}

// between has, for each noun, which of its keys exclude or need each other.
var between = map[string]func(*Schema){
	"a question": func(s *Schema) {
		answers := func(least int) *Schema {
			return &Schema{
				Required:   []string{"answers"},
				Properties: map[string]*Schema{"answers": {MinItems: ptr(least)}, "states": never(), "said": never()},
			}
		}
		one := answers(2)
		one.Properties["answers"].Items = &Schema{Properties: map[string]*Schema{"exclusive": {Const: ptr(any(false))}}}
		s.AllOf = []*Schema{
			when("choose", "one", one),
			when("choose", "many", answers(1)),
			when("choose", "medicines", &Schema{Properties: map[string]*Schema{"answers": never()}}),
		}
	},
	"a rule": func(s *Schema) {
		s.AllOf = []*Schema{
			when("urgency", "now", &Schema{Required: []string{"possible-urgency"}}),
		}
		s.DependentSchemas = map[string]*Schema{"first": {
			Required:   []string{"interrupt"},
			Properties: map[string]*Schema{"interrupt": {Const: ptr(any(true))}},
		}}
	},
	"a help line": func(s *Schema) {
		s.DependentRequired = map[string][]string{"text-word": {"text"}}
		for _, key := range []string{"call", "text", "url", "note"} {
			s.AnyOf = append(s.AnyOf, &Schema{Required: []string{key}})
		}
		number := func(key string) {
			s.Properties[key] = &Schema{
				Types: []string{"string", "integer"}, Pattern: `^\s*[+*# -]*[0-9][0-9+*# -]*\s*$`,
				Description: s.Properties[key].Description,
			}
		}
		number("call")
		number("text")
		webAddress(s)
		s.Properties["url"].Pattern = safeSite
	},
	"\"then\" of a promise": func(s *Schema) {
		for _, key := range s.PropertyOrder {
			says := &Schema{Required: []string{key}}
			if key == "no-more" {
				says.Properties = map[string]*Schema{key: {Const: ptr(any(true))}}
			}
			s.AnyOf = append(s.AnyOf, says)
		}
	},
	"a source": webAddress,
}

// webAddress accepts a url only if it may become a link.
func webAddress(s *Schema) {
	s.Properties["url"] = &Schema{Type: "string", Format: "uri", Pattern: plainSite, Description: s.Properties["url"].Description}
}

func when(key, word string, then *Schema) *Schema {
	return &Schema{
		If:   &Schema{Required: []string{key}, Properties: map[string]*Schema{key: {Const: ptr(any(word))}}},
		Then: then,
	}
}

func list(of *Schema) *Schema {
	return &Schema{Type: "array", Items: of}
}

func oneOf(words []string) *Schema {
	s := &Schema{}
	for _, word := range words {
		s.Enum = append(s.Enum, word)
	}
	return s
}

// never holds for nothing.
func never() *Schema { return &Schema{Not: &Schema{}} }

func ptr[T any](v T) *T { return &v }

// site is one with a name in plain letters, as the reader wants it: no name before an @,
// no bare number, no door of this machine. Of a help line nobody may read or change it on
// the way to her.
const (
	site      = `://([a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?\.)+[a-zA-Z]{2,}([/?#][^ ]*)?\s*$`
	plainSite = `^\s*https?` + site
	safeSite  = `^\s*https` + site
)
