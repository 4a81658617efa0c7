package cli

import (
	"reflect"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
)

// Help and completion name every kind of file that there is, and no other.
func TestEveryKindOfFileIsNamed(t *testing.T) {
	var names []string
	for _, kind := range folder.FileKinds {
		names = append(names, kind.Name)
	}
	field, _ := reflect.TypeFor[schemaCmd]().FieldByName("Kind")
	if got, want := field.Tag.Get("complete"), strings.Join(names, ","); got != want {
		t.Errorf("completion knows %s, want %s", got, want)
	}
	last := len(names) - 1
	if want := strings.Join(names[:last], ", ") + " or " + names[last]; !strings.HasPrefix(field.Tag.Get("help"), want) {
		t.Errorf("help does not begin with %q", want)
	}
}
