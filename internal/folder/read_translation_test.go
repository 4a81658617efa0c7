package folder

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ask-first/askfirst/internal/folder/foldertest"
)

func TestATranslationThatIsNotReadIsTold(t *testing.T) {
	folder := foldertest.With("translations/es.yaml", foldertest.Spanish)
	for name, want := range map[string]string{
		"es.yml": "rename it to es.yaml", "Español.yaml": "name it like es.yaml", "en.yaml": "is written in this language",
		"readme.txt": "", ".es.yaml.swp": "", "pt-br.yaml": "",
	} {
		folder["translations/"+name] = &fstest.MapFile{Data: []byte(foldertest.Spanish)}
		found := UnreadTranslations(mustRead(t, folder, nil), folder)
		if want == "" && len(found) > 0 || want != "" && (len(found) != 1 || !strings.Contains(found[0].Message, want)) {
			t.Errorf("%s: %v, want %q", name, found, want)
		}
		delete(folder, "translations/"+name)
	}
}
