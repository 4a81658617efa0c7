package cli

import (
	"strings"
	"testing"
)

// A folder's name stands on the first page, and whoever made the folder chose it: it says
// nothing there.
func TestAFoldersNameCannotSpeak(t *testing.T) {
	for name, want := range map[string]string{
		"maternal": "maternal", "my-folder_2.0": "my-folder_2.0", "clinic 2027": "clinic 2027", "Mamá y bebé": "Mamá y bebé", "мама": "мама", "ward 7": "ward 7",
		"Call 555 0100 now": "", "call 911": "", "5550100": "", "2027-2028": "", "call 5-5-5": "",
		"\u0430skfirst": "", "ask\u200cfirst": "", "ask\x1bfirst": "", "ask\u202efirst": "", "": "", "“”": "",
		"Ask First” from the Ministry of Health “": "Ask First from the Ministry of Health",
		"a\"b": "a b", "a'b": "a b", "«a»": "a", "a: b!": "a b", "a\u00a0b": "a b", "{folder}": "folder",
	} {
		if got := nameToShow(name); got != want {
			t.Errorf("%q is shown as %q, want %q", name, got, want)
		}
	}
	if got := nameToShow(strings.Repeat("long name ", 30)); len([]rune(got)) > 41 {
		t.Errorf("%q is too long", got)
	}
}

// Nor does it say a number, or what to do, in words.
func TestAFoldersNameSaysNoNumber(t *testing.T) {
	o, err := open("")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"clinic": "clinic", "nine-one-one": "", "stop your lithium": "", "deje-el-litio": "", "llame al uno uno dos": ""} {
		o.folder = "/nowhere/" + name
		if got := o.origin().Folder; got != want {
			t.Errorf("%q is shown as %q, want %q", name, got, want)
		}
	}
}
