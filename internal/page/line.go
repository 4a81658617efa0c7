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
	ways := Contacts(w, l)
	m.add(Number, ways...)
	switch {
	case l.For == "" || l.Name == l.For:
		m.add(LineAbout, limits(w, l)...)
	case len(ways) == 0: // whom to call, such as her local emergency number
		m.add(Number, l.Name)
		m.add(LineAbout, limits(w, l)...)
	default:
		m.add(LineAbout, limits(w, l)...)
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

// Access is how a line answers somebody who cannot hear or speak, or who has another
// language than most who call it: what to press, what to say, where to register. It
// stands where the number stands, on every page: whoever finds it one page later has
// called by then. Only a number in one line of a list, which opens, does with what her own
// language needs ([inHerWords]).
func Access(w *wording.Words, l *questionnaire.HelpLine) []string {
	return slices.DeleteFunc([]string{service(w, l), l.Note}, func(said string) bool { return said == "" })
}

// inHerWords is what to press, send or say for her language, of a line that is answered in
// another first; "" where that is not known. Its note may say other things as well.
func inHerWords(w *wording.Words, l *questionnaire.HelpLine) string {
	if service(w, l) == "" || l.Call == "" && l.Text == "" {
		return ""
	}
	hers := languageName(w, w.Language)
	for said := range strings.SplitSeq(l.Note, ". ") {
		if strings.Contains(said, hers) {
			return sentence(said)
		}
	}
	return interpreterFor(w, l)
}

// interpreterFor is what to say for an interpreter, where she needs one and gets one so.
func interpreterFor(w *wording.Words, l *questionnaire.HelpLine) string {
	if slices.Contains(l.Languages, w.Language) || !slices.ContainsFunc(l.Languages, interpreted) || w.Language != english && !slices.Contains(l.Languages, english) {
		return ""
	}
	return w.Line.Interpreter
}

// english is the language in which one asks for another where a line is answered in
// English. Who reads Spanish and calls Spain's emergency number is not to say "Spanish,
// please".
const english = "en"

// answeredIn are the languages of a line, in a sentence.
func answeredIn(w *wording.Words, l *questionnaire.HelpLine) string {
	if len(l.Languages) == 0 {
		return ""
	}
	said := sentence(wording.Fill(w.Line.Languages, "languages", languageNames(w, l.Languages)))
	if ask := interpreterFor(w, l); ask != "" {
		said += " " + ask
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
// no order of languages puts another line before the one for an emergency. Nor does it
// put a line of one nation before that of the whole region: she may live in another.
func InHerLanguage(w *wording.Words, lines []*questionnaire.HelpLine) []*questionnaire.HelpLine {
	sorted := slices.Clone(lines)
	for from := 0; from < len(sorted); {
		to := from + 1
		for to < len(sorted) && sorted[to].Kind == sorted[from].Kind && (sorted[to].Nation == "") == (sorted[from].Nation == "") {
			to++
		}
		slices.SortStableFunc(sorted[from:to], func(a, b *questionnaire.HelpLine) int { return foreign(w, a) - foreign(w, b) })
		from = to
	}
	return sorted
}

// regionsFor are the regions in the order in which somebody who reads these words
// looks for hers: first those whose crisis line is answered in her language before any
// other, then those where it is among others.
func regionsFor(w *wording.Words, regions []*questionnaire.Region) []*questionnaire.Region {
	sorted := slices.Clone(regions)
	slices.SortStableFunc(sorted, func(a, b *questionnaire.Region) int { return abroad(w, a) - abroad(w, b) })
	return sorted
}

// abroad is how far from her language a region is, by its first crisis line.
func abroad(w *wording.Words, r *questionnaire.Region) int {
	lines := r.LinesOf("crisis")
	switch {
	case len(lines) == 0, !slices.Contains(lines[0].Languages, w.Language):
		return 2
	case lines[0].Languages[0] != w.Language:
		return 1
	}
	return 0
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
