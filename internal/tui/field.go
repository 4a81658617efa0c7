package tui

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
)

// field is where she types. What is typed is matched and forgotten.
type field struct {
	input *huh.Input // nil: there is none
	label string
}

func newField(label, text string) field {
	theme := huh.ThemeBase()
	theme.Focused.Base = lipgloss.NewStyle()
	theme.Focused.TextInput.Prompt = look.Title
	f := field{input: huh.NewInput().Prompt(label + ": ").Inline(true), label: label}
	f.input.WithTheme(theme)
	f.input.Focus() // its command would only make the cursor blink
	if text != "" {
		f.update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text)})
	}
	return f
}

func (f field) text() string {
	if f.input == nil {
		return ""
	}
	return f.input.GetValue().(string)
}

func (f field) update(k tea.KeyMsg) {
	if f.input == nil {
		return
	}
	for i, r := range k.Runes { // lines that are pasted are several names
		if r == '\n' || r == '\r' {
			k.Runes[i] = ','
		}
	}
	f.input.Update(k)
}

// row is the field on one line, with what it leads to, and the column of its cursor. What
// it leads to stands there because that line changes with every letter, and a screen
// reader speaks what has changed.
func (f field) row(width int, found string) (text string, column int) {
	if f.input == nil {
		return "", 0
	}
	column = min(ansi.StringWidth(f.label+": "+strings.TrimSpace(f.text())), width-1)
	text = strings.TrimRight(f.input.View(), " \n")
	const gap = "   "
	room := width - ansi.StringWidth(text+gap)
	if count, _, more := strings.Cut(found, ". "); more && ansi.StringWidth(found) > room { // the first stands beneath
		found = count + "."
	}
	if found != "" && ansi.StringWidth(found) <= room {
		text += gap + found
	}
	return ansi.Truncate(text, width, "…"), column
}
