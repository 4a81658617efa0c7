package folder

import (
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/folder/foldertest"
)

// TestTheRemedyAppliedMends obeys findings to the letter: each case is a file with a
// fault, what its finding must say, and the change that this asks for, which must
// leave a questionnaire that is read.
func TestTheRemedyAppliedMends(t *testing.T) {
	for _, c := range []struct {
		name, file, text string
		says             string // in the first finding, with its line
		from, to         string // the remedy
	}{
		{
			"what to do first without a page", "one.yaml", foldertest.Topic + "    first: Call.\n",
			"one.yaml:8:5: error: only a rule with interrupt: true has a page with what to do first; write interrupt: true",
			"    first:", "    interrupt: true\n    first:",
		},
		{
			"a phrase without words", "phrases.yaml", "phrases:\n  - {id: a, words: {en: []}}\n",
			"phrases.yaml:2:25: error: a phrase without words in en; write at least one [missing-key]",
			"[]", "[I feed]",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			q, findings, err := Read(foldertest.With(c.file, c.text), nil)
			if q != nil || err != nil || !strings.HasPrefix(foldertest.Listed(findings), c.says) {
				t.Errorf("got %v\n%s\nwant\n%s", err, foldertest.Listed(findings), c.says)
			}
			mended := strings.Replace(c.text, c.from, c.to, 1)
			if mended == c.text {
				t.Fatal("the remedy changes nothing")
			}
			if q, findings, err := Read(foldertest.With(c.file, mended), nil); q == nil {
				t.Errorf("mended as it says, it is still refused: %v\n%s", err, foldertest.Listed(findings))
			}
		})
	}
}
