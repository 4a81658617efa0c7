package cli

import (
	"reflect"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/commandline"
)

// What a script's variable that is not set leaves behind is an empty name. Taken for none,
// it would be the questionnaire that comes with the program that is checked, and all well.
func TestAnEmptyNameIsRefusedEverywhere(t *testing.T) {
	t.Parallel()
	refused := 0
	try := func(v *commandline.Value, args ...string) {
		t.Helper()
		_, err := newProgram().Parse(args)
		if err == nil {
			t.Errorf("%q is understood", args)
			return
		}
		for _, language := range []string{"en", "es"} {
			if why := misread(spoken(language), err); !strings.HasPrefix(why, valueName(spoken(language), v)+": ") || strings.Contains(why, `""`) {
				t.Errorf("%s: of %q is said %q", language, args, why)
			}
		}
		refused++
	}
	for _, c := range newProgram().Commands {
		target := reflect.TypeOf(c.Target).Elem()
		for _, v := range c.Flags {
			if !v.Switch() && len(v.Words) == 0 && names(target, v.Name) {
				try(v, c.Name, "--"+v.Name, "")
				try(v, c.Name, "--"+v.Name+"=")
			}
		}
		for i, v := range c.Arguments {
			if len(v.Words) > 0 {
				continue
			}
			args := []string{c.Name}
			for range i {
				args = append(args, "something")
			}
			try(v, append(args, "")...)
		}
	}
	if refused < 60 {
		t.Errorf("only %d are tried", refused)
	}
}

// names tells whether a flag holds words, and not a number or a time.
func names(target reflect.Type, flag string) bool {
	for i := range target.NumField() {
		f := target.Field(i)
		if f.Anonymous && names(f.Type, flag) {
			return true
		}
		called := f.Tag.Get("name")
		if called == "" {
			called = strings.ToLower(f.Name)
		}
		if called == strings.ReplaceAll(flag, "-", "") || called == flag {
			return f.Type.Kind() == reflect.String || f.Type.Kind() == reflect.Slice
		}
	}
	return false
}
