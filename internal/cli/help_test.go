package cli

import (
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/wording"
)

// TestHelpIsThereInSpanish: everything that help says of every command, and
// nothing that no help says any more. The Spanish is found by its
// English, so a changed English shows here.
func TestHelpIsThereInSpanish(t *testing.T) {
	program := newProgram()
	words := wording.In("es").Help.Texts
	used := map[string]bool{program.Help: true, program.HelpFlag.Help: true}
	for _, command := range program.Commands {
		eachHelp(command, func(text string) { used[text] = true })
	}
	for english := range words {
		if !used[english] {
			t.Errorf("no help says %q any more", english)
		}
	}
	need := func(text string) {
		if text != "" && words[text] == "" {
			t.Errorf("no Spanish for %q", text)
		}
	}
	need(program.Help)
	need(program.HelpFlag.Help)
	for _, command := range program.Commands {
		eachHelp(command, func(text string) {
			if !strings.Contains(text, "|") { // words to type
				need(text)
			}
		})
	}
}
