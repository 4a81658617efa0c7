package questionnaire

import (
	"cmp"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// TranslationsFolder holds a file for each other language that a questionnaire
// speaks.
const TranslationsFolder = "translations"

// Translation is a questionnaire's texts in another language, as one file of its
// translations holds them. Each entry keeps the original that it translates, so
// that a changed original shows.
type Translation struct {
	Language   string
	Reviewed   []Review // by clinicians who grew up with the language; empty until one has read it
	Entries    []*Translated
	At         Position
	LanguageAt Position // where it says which language it is in

	byKey     map[string]*Translated
	inherited *Translation    // of the default questionnaire, for texts that were taken from it
	own       map[string]bool // the folder's files; nil: all texts are its own
}

// Translated is one text in another language.
type Translated struct {
	Key  string // [OneText.Key]
	Of   string // [HashOf] From
	From string // the original
	To   string // what it says in this language; "": not yet
	At   Position
}

// Entry finds the entry of a text by its key, or nil.
func (t *Translation) Entry(key string) *Translated { return t.byKey[key] }

// Fresh reports whether the entry translates what the text says now.
func (e *Translated) Fresh(text OneText) bool {
	return e != nil && e.To != "" && e.Of == text.Hash()
}

// says is the text in this language, or "" where there is none that can be
// shown. An outdated one is still better than another language, unless a number
// of the original changed: then it may send her to the wrong place.
func (t *Translation) says(text OneText) (said string, from *Translated) {
	if e := t.byKey[text.Key()]; e != nil && e.To != "" {
		if e.Fresh(text) || slices.Equal(numbersIn(e.From), numbersIn(text.Text)) {
			return e.To, e
		}
		return "", nil
	}
	if t.inherited != nil {
		if e := t.inherited.byKey[text.Key()]; e.Fresh(text) {
			return e.To, e
		}
	}
	return "", nil
}

var number = regexp.MustCompile(`[0-9]+`)

func numbersIn(text string) []string { return number.FindAllString(text, -1) }

// In is the questionnaire in the language of a translation: the same ids, places
// and conditions under other words. What is not translated stays as it is. A
// medicine is found by its original name too.
func (q *Questionnaire) In(t *Translation) *Questionnaire {
	fresh := q.copied()
	fresh.Language = t.Language
	if len(t.Entries) > 0 {
		fresh.Translated = t
	}
	fresh.eachText(func(text OneText, place *string) {
		text.Text = strings.TrimSpace(*place)
		if said, _ := t.says(text); said != "" {
			*place = fit(said, text.Long)
		}
	})
	for i, m := range fresh.Formulary.Medicines {
		if own := q.Formulary.Medicines[i].Generic; own != m.Generic {
			m.Also = append([]string{own}, m.Also...)
		}
		m.Also = slices.DeleteFunc(m.Also, func(name string) bool { return Fold(name) == Fold(m.Generic) })
	}
	fresh.Formulary.gather()
	return fresh
}

// fit puts a text that has no paragraphs on one line.
func fit(text string, long bool) string {
	if long {
		return strings.TrimSpace(text)
	}
	return strings.Join(strings.Fields(text), " ")
}

// Languages lists the other languages of a folder's questionnaire, by the names
// of their files alone, which takes no time.
func Languages(folder fs.FS) []string {
	var all []string
	entries, err := fs.ReadDir(folder, TranslationsFolder)
	if err != nil {
		return nil // a folder without translations
	}
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), ".yaml"); ok && kebab.MatchString(name) && len(all) < maxFiles {
			all = append(all, name)
		}
	}
	slices.Sort(all)
	return all
}

// TranslationFile is where a language's texts stand in the folder.
func TranslationFile(language string) string { return path.Join(TranslationsFolder, language+".yaml") }

// Stale tells what has become of a translation since its original was written.
type Stale struct {
	Language string
	Key      string
	Old, New string // the original, as it was translated and as it is
	Now      string // what the translation says
}

// Work is a text that waits for a translator: missing (Entry is nil, or says
// nothing), or outdated.
type Work struct {
	Text  OneText
	Entry *Translated
}

// Missing reports whether nothing is there yet.
func (w Work) Missing() bool { return w.Entry == nil || w.Entry.To == "" }

// Task are the texts of a questionnaire that this translation is for. What was
// taken from the default questionnaire is translated there.
func (t *Translation) Task(q *Questionnaire) []OneText {
	return slices.DeleteFunc(q.Texts(), func(text OneText) bool {
		return t.own != nil && !t.own[text.At.File] && t.byKey[text.Key()] == nil
	})
}

// Work lists the texts of its task that the translation does not say, or does
// not say as they are now.
func (t *Translation) Work(q *Questionnaire) []Work {
	var all []Work
	for _, text := range t.Task(q) {
		if e := t.byKey[text.Key()]; !e.Fresh(text) {
			all = append(all, Work{text, e})
		}
	}
	return all
}

// place is something in braces that the program fills in.
var place = regexp.MustCompile(`\{[a-z-]+\}`)

// Check holds the translation against the questionnaire: what is missing, what
// is outdated, what translates nothing, and what says another number or leaves
// out a place to fill in.
func (t *Translation) Check(q *Questionnaire) []Finding {
	var found []Finding
	add := func(check string, severity Severity, at Position, message string) *Finding {
		found = append(found, Finding{Check: check, Severity: severity, At: at, Message: message})
		return &found[len(found)-1]
	}
	texts := map[string]OneText{}
	var keys []string
	for _, text := range q.Texts() {
		texts[text.Key()] = text
		keys = append(keys, text.Key())
	}
	for _, w := range t.Work(q) {
		if w.Missing() {
			at := Position{File: TranslationFile(t.Language)}
			if w.Entry != nil {
				at = w.Entry.At
			}
			f := add("missing-translation", Warning, at, shortly("%q is not translated; its original: %q", w.Text.Key(), w.Text.Text))
			f.Stale = &Stale{Language: t.Language, Key: w.Text.Key(), New: w.Text.Text}
			continue
		}
		f := add("outdated-translation", Warning, w.Entry.At, shortly("the original of %q has changed; read both, mend the translation, and confirm it: askfirst translate --lang %s --accept %s FOLDER", w.Text.Key(), t.Language, w.Text.Key()))
		f.Stale = &Stale{Language: t.Language, Key: w.Text.Key(), Old: w.Entry.From, New: w.Text.Text, Now: w.Entry.To}
	}
	compared := 0
	for _, e := range t.Entries {
		if _, known := texts[e.Key]; !known {
			meant := ""
			if compared += len(keys); compared <= maxComparisons {
				meant = DidYouMean(e.Key, keys)
			}
			add("dangling", Error, e.At, shortly("no text of this questionnaire is called %q%s", e.Key, meant))
			continue
		}
		if e.To == "" {
			continue
		}
		if !slices.Equal(sorted(place.FindAllString(e.From, -1)), sorted(place.FindAllString(e.To, -1))) {
			add("translation-differs", Error, e.At, shortly("%q must have the same words in braces as its original, which the program fills in: %s", e.Key, strings.Join(place.FindAllString(e.From, -1), " ")))
		}
		if !slices.Equal(sorted(numbersIn(e.From)), sorted(numbersIn(e.To))) {
			add("translation-differs", Warning, e.At, shortly("%q has other numbers than its original (%s, not %s)", e.Key, strings.Join(numbersIn(e.From), " "), strings.Join(numbersIn(e.To), " ")))
		}
	}
	SortFindings(found)
	return found
}

func sorted(list []string) []string { slices.SortFunc(list, cmp.Compare[string]); return list }
