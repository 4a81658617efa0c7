package schema

import (
	"bytes"
	"encoding/json"
)

// Schema is a JSON Schema with the keywords that questionnaires need. It is only
// ever written. A library for it also reads schemas and holds documents against
// them, which the tests do with one; in the program that was a twentieth of its
// size.
type Schema struct {
	// Types are written as one word where there is one; Type is one of them.
	Type  string   `json:"-"`
	Types []string `json:"-"`
	// Properties are written in the order of PropertyOrder, others after them.
	Properties    map[string]*Schema `json:"-"`
	PropertyOrder []string           `json:"-"`
	Items         *Schema            `json:"items,omitempty"`

	Schema string             `json:"$schema,omitempty"`
	Ref    string             `json:"$ref,omitempty"`
	Defs   map[string]*Schema `json:"$defs,omitempty"`

	Title       string `json:"title,omitempty"`
	Description string `json:"description,omitempty"`

	Enum      []any    `json:"enum,omitempty"`
	Const     *any     `json:"const,omitempty"`
	Minimum   *float64 `json:"minimum,omitempty"`
	Maximum   *float64 `json:"maximum,omitempty"`
	MaxLength *int     `json:"maxLength,omitempty"`
	Pattern   string   `json:"pattern,omitempty"`

	MinItems *int `json:"minItems,omitempty"`
	MaxItems *int `json:"maxItems,omitempty"`

	MinProperties        *int                `json:"minProperties,omitempty"`
	Required             []string            `json:"required,omitempty"`
	DependentRequired    map[string][]string `json:"dependentRequired,omitempty"`
	AdditionalProperties *Schema             `json:"additionalProperties,omitempty"`

	AllOf []*Schema `json:"allOf,omitempty"`
	AnyOf []*Schema `json:"anyOf,omitempty"`
	Not   *Schema   `json:"not,omitempty"`

	If               *Schema            `json:"if,omitempty"`
	Then             *Schema            `json:"then,omitempty"`
	DependentSchemas map[string]*Schema `json:"dependentSchemas,omitempty"`

	Format string `json:"format,omitempty"`
}

// MarshalJSON writes what holds for everything as true, and for nothing as false.
func (s Schema) MarshalJSON() ([]byte, error) {
	type keywords Schema // without this method
	written := struct {
		Type       any               `json:"type,omitempty"`
		Properties orderedProperties `json:"properties,omitzero"`
		keywords
	}{Properties: orderedProperties{s.Properties, s.PropertyOrder}, keywords: keywords(s)}
	switch {
	case s.Type != "":
		written.Type = s.Type
	case s.Types != nil:
		written.Type = s.Types
	}
	text, err := json.Marshal(written)
	switch string(text) {
	case `{}`:
		return []byte("true"), err
	case `{"not":true}`:
		return []byte("false"), err
	}
	return text, err
}

// orderedProperties are properties in the order in which an editor should offer
// them.
type orderedProperties struct {
	of    map[string]*Schema
	order []string
}

func (p orderedProperties) IsZero() bool { return p.of == nil }

func (p orderedProperties) MarshalJSON() ([]byte, error) {
	rest := make(map[string]*Schema, len(p.of))
	for key, s := range p.of {
		rest[key] = s
	}
	var text bytes.Buffer
	write := func(key string, s *Schema) error {
		name, err := json.Marshal(key)
		if err != nil {
			return err
		}
		value, err := json.Marshal(s)
		if text.Len() > 0 {
			text.WriteByte(',')
		}
		text.Write(name)
		text.WriteByte(':')
		text.Write(value)
		return err
	}
	for _, key := range p.order {
		if s := rest[key]; s != nil {
			delete(rest, key)
			if err := write(key, s); err != nil {
				return nil, err
			}
		}
	}
	others, err := json.Marshal(rest) // sorted by name
	if err != nil {
		return nil, err
	}
	if text.Len() == 0 {
		return others, nil
	}
	if len(rest) > 0 {
		text.WriteByte(',')
		text.Write(others[1 : len(others)-1])
	}
	return []byte("{" + text.String() + "}"), nil
}
