package fuzztest

import (
	"reflect"
	"strings"
)

// Place is a text within a value, such as a questionnaire: where a stranger's
// text may stand.
type Place struct {
	Name  string // such as "Rule.Say"
	value reflect.Value
}

// PlacesIn are all exported texts that can be reached from a pointer, each once.
// A text that the model gets later is among them by itself.
func PlacesIn(root any) []Place {
	w := walker{seen: map[any]bool{}}
	w.walk(reflect.ValueOf(root), "")
	return w.found
}

// Legible is what of a text a reader lets stand here: that on several lines only
// where the field is of a type of its own for long texts, else on one.
func (p Place) Legible(text string) string {
	if p.value.Type().Name() == "string" {
		return strings.Join(strings.Fields(text), " ")
	}
	return strings.TrimSpace(text)
}

// Put puts a text there, until back is called.
func (p Place) Put(text string) (back func()) {
	was := p.value.String()
	p.value.SetString(text)
	return func() { p.value.SetString(was) }
}

// Text is what stands there.
func (p Place) Text() string { return p.value.String() }

type walker struct {
	seen  map[any]bool
	found []Place
}

func (w *walker) walk(v reflect.Value, name string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() && !w.seen[v.Interface()] {
			w.seen[v.Interface()] = true
			w.walk(v.Elem(), name)
		}
	case reflect.Slice:
		for i := range v.Len() {
			w.walk(v.Index(i), name)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.IsExported() {
				w.walk(v.Field(i), v.Type().Name()+"."+field.Name)
			}
		}
	case reflect.String:
		w.found = append(w.found, Place{name, v})
	}
}
