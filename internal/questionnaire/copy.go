package questionnaire

import "reflect"

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
	c.within(fresh.Elem())
	return fresh
}

// within replaces what v refers to. Booleans and numbers in lists are never
// changed, so both may share them: that is most of the memory.
func (c copier) within(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(c.pointer(v))
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				c.within(v.Field(i))
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
			c.within(fresh.Index(i))
		}
	}
}
