// Package questionnaires holds the questionnaires that come with the program,
// as the YAML files that their maintainers edit. There is no second copy of
// them anywhere: what is in these folders is what is embedded.
package questionnaires

import (
	"embed"
	"io/fs"
)

//go:embed maternal/*.yaml maternal/translations/*.yaml
var folders embed.FS

// Default is the name of the questionnaire that is used unless another is named.
const Default = "maternal"

// Language is the one that it is written in; the others are translations.
const Language = "en"

// Maternal is the folder of the default questionnaire.
func Maternal() fs.FS {
	folder, err := fs.Sub(folders, Default)
	if err != nil {
		panic(err) // cannot be: the name is a constant and valid
	}
	return folder
}
