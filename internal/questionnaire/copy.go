package questionnaire

import (
	"reflect"
	"slices"
)

// Retold is the questionnaire in another language: the same ids, places and
// conditions under other words. say is asked about every text, also the empty
// ones; where it has nothing to say, a text stays as it is. A medicine is found
// by its original name too.
func (q *Questionnaire) Retold(language string, say func(OneText) string) *Questionnaire {
	fresh := q.copied()
	fresh.Language = language
	for p := range fresh.Passages() {
		if !p.Use.Translated {
			continue
		}
		if said := say(p.One()); said != "" {
			*p.Words = said
		}
	}
	for i, m := range fresh.Formulary.Medicines {
		if own := q.Formulary.Medicines[i].Generic; own != m.Generic {
			m.Also = append([]string{own}, m.Also...)
		}
		m.Also = slices.DeleteFunc(m.Also, func(name string) bool { return Fold(name) == Fold(m.Generic) })
	}
	fresh.Formulary.Gather()
	return fresh
}

// Copy is a deep copy, which can be changed without changing the questionnaire:
// see [Questionnaire.copied].
func (q *Questionnaire) Copy() *Questionnaire {
	fresh := q.copied()
	fresh.Formulary.Gather()
	return fresh
}

// copied is a deep copy: whatever refers to a part of the old questionnaire
// refers to the same part of the new one. It goes by the types, so that a noun or
// a reference that is added to the model later needs no thought here.
func (q *Questionnaire) copied() *Questionnaire {
	c := copier{}
	fresh := c.pointer(reflect.ValueOf(q)).Interface().(*Questionnaire)
	fresh.Formulary.called = nil
	return fresh
}

// copier remembers what became of each pointer.
type copier map[any]reflect.Value

func (c copier) pointer(old reflect.Value) reflect.Value {
	if old.IsNil() {
		return old
	}
	if fresh, done := c[old.Interface()]; done {
		return fresh
	}
	fresh := reflect.New(old.Type().Elem())
	c[old.Interface()] = fresh
	fresh.Elem().Set(old.Elem())
	c.Within(fresh.Elem())
	return fresh
}

// within replaces what v refers to. Booleans and numbers in lists are never
// changed, so both may share them: that is most of the memory.
func (c copier) Within(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(c.pointer(v))
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				c.Within(v.Field(i))
			}
		}
	case reflect.Slice:
		switch v.Type().Elem().Kind() {
		case reflect.Bool, reflect.Int, reflect.Uint8:
			return
		}
		fresh := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(fresh, v)
		if !v.IsNil() {
			v.Set(fresh)
		}
		for i := range fresh.Len() {
			c.Within(fresh.Index(i))
		}
	}
}
