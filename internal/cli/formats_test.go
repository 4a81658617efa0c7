package cli

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/scenario"
)

// TestTheFormatsAreWrittenDown: docs/formats.md names every field that other
// programs can read.
func TestTheFormatsAreWrittenDown(t *testing.T) {
	page, err := os.ReadFile("../../docs/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	fields := 0
	for _, format := range []any{findingsJSON{}, scenario.Report{}, privacyJSON{}} {
		eachField(reflect.TypeOf(format), func(name string) {
			fields++
			if !strings.Contains(string(page), `"`+name+`"`) && !strings.Contains(string(page), "`"+name+"`") {
				t.Errorf("%T: %q is not in docs/formats.md", format, name)
			}
		})
	}
	if fields < 30 {
		t.Errorf("only %d fields", fields)
	}
}

// eachField visits the names that JSON has for the fields of a type, and of what
// it is made of.
func eachField(of reflect.Type, visit func(name string)) {
	switch of.Kind() {
	case reflect.Slice, reflect.Pointer, reflect.Map:
		eachField(of.Elem(), visit)
	case reflect.Struct:
		for i := range of.NumField() {
			name, _, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
			visit(name)
			eachField(of.Field(i).Type, visit)
		}
	}
}
