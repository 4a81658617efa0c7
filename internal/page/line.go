package page

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// LineOf tells a help line to somebody who has it in her hand and not on a page
// of its own: what it is for, how to reach it, when and for whom it is there,
// whose it is. The name comes late: nobody looks for help by a name.
func LineOf(w *wording.Words, l *questionnaire.HelpLine) []Block {
	m := newMaker(w, LinePage, "")
	m.add(Heading, cmp.Or(l.For, l.Name))
	m.add(Number, Contacts(w, l)...)
	m.add(LineAbout, limits(w, l)...)
	if l.For != "" && l.Name != l.For {
		m.add(LineName, l.Name)
	}
	m.add(LineAbout, Checked(w, l)...)
	if l.URL != "" && (l.Call != "" || l.Text != "") {
		m.add(Address, strings.TrimPrefix(l.URL, "https://"))
	}
	return m.Blocks
}

// service says in which languages a line is answered, where somebody who reads
// these words could not take it for granted: where hers is not the first of them.
func service(w *wording.Words, l *questionnaire.HelpLine) string {
	if len(l.Languages) == 0 || l.Languages[0] == w.Language {
		return ""
	}
	return answeredIn(w, l)
}

// answeredIn are the languages of a line, in a sentence.
func answeredIn(w *wording.Words, l *questionnaire.HelpLine) string {
	if len(l.Languages) == 0 {
		return ""
	}
	said := sentence(wording.Fill(w.Line.Languages, "languages", languageNames(w, l.Languages)))
	if !slices.Contains(l.Languages, w.Language) && slices.ContainsFunc(l.Languages, interpreted) {
		said += " " + w.Line.Interpreter
	}
	return said
}

// AlsoIn are the other languages of a line where hers is the first of them: what is
// said of them where there is little room. Elsewhere it is nothing.
func AlsoIn(w *wording.Words, l *questionnaire.HelpLine) string {
	if len(l.Languages) < 2 || l.Languages[0] != w.Language {
		return ""
	}
	return sentence(wording.Fill(w.Line.Also, "languages", languageNames(w, l.Languages[1:])))
}

func languageNames(w *wording.Words, codes []string) string {
	var names []string
	for _, code := range codes {
		names = append(names, languageName(w, code))
	}
	return strings.Join(names, ", ")
}

// interpreted tells what stands for languages and is none: "interpreters".
func interpreted(code string) bool { return len(code) > len("eng") }

// InHerLanguage puts those lines first that are answered in the language of the
// words, among lines of one kind. What a line is for comes before who speaks what:
// no order of languages puts another line before the one for an emergency.
func InHerLanguage(w *wording.Words, lines []*questionnaire.HelpLine) []*questionnaire.HelpLine {
	sorted := slices.Clone(lines)
	for from := 0; from < len(sorted); {
		to := from + 1
		for to < len(sorted) && sorted[to].Kind == sorted[from].Kind {
			to++
		}
		slices.SortStableFunc(sorted[from:to], func(a, b *questionnaire.HelpLine) int { return foreign(w, a) - foreign(w, b) })
		from = to
	}
	return sorted
}

// foreign is 0 for a line that is answered in the language of the words, 1 for one
// with interpreters or many languages, or of which that is not known, 2 for any
// other.
func foreign(w *wording.Words, l *questionnaire.HelpLine) int {
	switch {
	case slices.Contains(l.Languages, w.Language):
		return 0
	case len(l.Languages) == 0, slices.ContainsFunc(l.Languages, interpreted):
		return 1
	}
	return 2
}
