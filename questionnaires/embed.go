// Package questionnaires holds the questionnaires that come with the program,
// as the YAML files that their maintainers edit. There is no second copy of
// them anywhere: what is in these folders is what is embedded.
package questionnaires

import (
	"embed"
	"io/fs"
	"slices"
)

//go:embed maternal/*.yaml maternal/translations/*.yaml worried/*.yaml worried/translations/*.yaml
var folders embed.FS

// Default is the name of the questionnaire that is used unless another is named.
const Default = "maternal"

// Worried is that of the one for somebody who is worried about a mother. It takes
// over from the default one.
const Worried = "worried"

// Language is the one that they are written in; the others are translations.
const Language = "en"

// Names are those of all that come with the program, the default one first.
func Names() []string { return []string{Default, Worried} }

// Maternal is the folder of the default questionnaire.
func Maternal() fs.FS { return named(Default) }

// Named is the folder of one that comes with the program; false if none is called so.
func Named(name string) (fs.FS, bool) {
	if !slices.Contains(Names(), name) {
		return nil, false
	}
	return named(name), true
}

func named(name string) fs.FS {
	folder, err := fs.Sub(folders, name)
	if err != nil {
		panic(err) // cannot be: the names are constants and valid
	}
	return folder
}
