package folder

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// TranslationsFolder holds a file for each other language that a questionnaire
// speaks.
const TranslationsFolder = "translations"

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

// lookAtTranslations fails where there is a folder of translations that cannot be read: as
// if there were none, nobody would be told that a language is lost.
func (r *reader) lookAtTranslations() {
	const remedy = "put the folder itself there, with a file for each language, or remove it"
	info, err := fs.Stat(r.folder, TranslationsFolder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		// So is what a link leads to that leads nowhere.
		entries, _ := fs.ReadDir(r.folder, ".")
		if slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == TranslationsFolder }) {
			r.fail(fmt.Errorf("%s: %w: this is a link that leads nowhere; %s", TranslationsFolder, errNotReadable, remedy))
		}
		return
	case err == nil && !info.IsDir():
		r.fail(fmt.Errorf("%s: %w: this is not a folder; %s", TranslationsFolder, errNotReadable, remedy))
		return
	case err == nil:
		_, err = fs.ReadDir(r.folder, TranslationsFolder)
	}
	if err != nil {
		r.fail(fmt.Errorf("%s: %w", TranslationsFolder, Cause(err)))
	}
}

// TranslationFile is where a language's texts stand in the folder.
func TranslationFile(language string) string { return path.Join(TranslationsFolder, language+".yaml") }

// ReadTranslation reads the file of one language. Texts that the folder takes
// from the defaults are translated there; defaults may be nil. Whether it
// translates what the questionnaire says is for package translation.
//
// The translation is nil when any finding is an error.
func ReadTranslation(folder, defaults fs.FS, language string) (*questionnaire.Translation, []questionnaire.Finding, error) {
	return readTranslation(folder, defaults, language, questionnaire.FromTranslation)
}

func readTranslation(folder, defaults fs.FS, tag string, origin questionnaire.Origin) (*questionnaire.Translation, []questionnaire.Finding, error) {
	t := &questionnaire.Translation{Language: tag}
	if theirs, ok := InheritedLanguage(defaults, tag); ok {
		inherited, _, err := readTranslation(defaults, nil, theirs, origin|questionnaire.FromDefault)
		if err != nil {
			return nil, nil, err
		}
		t.Inherited = inherited
	}
	if t.Inherited != nil && !slices.Contains(Languages(folder), tag) {
		t.At = t.Inherited.At
		return t, nil, nil // only what is taken from the defaults is in this language
	}
	r := newReader(&questionnaire.Questionnaire{}, folder)
	r.origin = origin
	name := TranslationFile(tag)
	r.readOwn(name, func(root value) { r.readTranslation(t, root) })
	q, findings, err := r.result()
	for i := range findings { // result names the main file when there are too many
		findings[i].At.File = name
	}
	if q == nil {
		return nil, findings, err
	}
	return t, findings, nil
}

// InheritedLanguage is the translation of the defaults that is nearest to a language;
// false if there is none that its readers can read. defaults may be nil.
func InheritedLanguage(defaults fs.FS, tag string) (string, bool) {
	if defaults == nil {
		return "", false
	}
	return language.Nearest(tag, Languages(defaults))
}

// ParseTranslation reads a translation from bytes, as a translator's filled-in
// list is.
func ParseTranslation(name string, data []byte) (*questionnaire.Translation, []questionnaire.Finding) {
	t := &questionnaire.Translation{}
	r := newReader(&questionnaire.Questionnaire{}, nil)
	if len(data) > maxTranslationBytes {
		r.report(tooLarge, r.in(name), "the file is larger than 2 MiB; a translation is not that long")
	} else if root, ok := r.parse(name, data); ok {
		r.readEntries(t, root)
	}
	if q, findings, _ := r.result(); q == nil {
		return nil, findings
	}
	return t, nil
}

// ReadFilled reads a list of translations that somebody has filled in, which may lie
// anywhere, as carefully as a file of the folder. The translation is nil when any finding
// is an error.
func ReadFilled(dir fs.FS, name string) (*questionnaire.Translation, []questionnaire.Finding, error) {
	t := &questionnaire.Translation{}
	r := newReader(&questionnaire.Questionnaire{}, dir)
	r.translates = true
	r.readOwn(name, func(root value) { r.readEntries(t, root) })
	q, findings, err := r.result()
	if q == nil {
		return nil, findings, err
	}
	return t, nil, nil
}

func (r *reader) readTranslation(t *questionnaire.Translation, root value) {
	o := r.readEntries(t, root)
	language := o.id("language")
	if language != "" && language != t.Language {
		r.report(badID, o.place("language"), "the language is called %q and its file %q; give both the same name", language, t.Language+".yaml")
	}
}

func (r *reader) readEntries(t *questionnaire.Translation, root value) *object {
	o, _ := root.object(&translationKeys)
	t.At, t.LanguageAt = root.at(), o.place("language")
	if t.Language == "" {
		t.Language = o.id("language")
	}
	for _, key := range o.Keys.Keys {
		kind, ok := o.fields[key.Name]
		switch {
		case !ok:
		case key.Form == EntriesOfOne:
			r.readFields(t, key.Name, "", kind)
		case key.Form == Entries:
			for name, v := range kind.each(fmt.Sprintf("%q of a translation", key.Name)) {
				r.readFields(t, key.Name, name.Value, v)
			}
		}
	}
	t.Reviewed, t.Lapsed = r.reviews(o, t.Mark())
	r.settleEntries()
	return o
}

// filledIn are the words in braces of an original. A translation has no others.
func filledIn(original string) []string {
	var words []string
	for _, inBraces := range questionnaire.InBraces(original) {
		words = append(words, strings.Trim(inBraces, "{}"))
	}
	return words
}

// readFields reads the entries of one noun.
func (r *reader) readFields(t *questionnaire.Translation, kind, id string, v value) {
	for name, entry := range v.each(fmt.Sprintf("%q of a translation", strings.TrimSuffix(kind+"/"+id, "/"))) {
		o, ok := entry.object(&entryKeys)
		e := &questionnaire.Translated{Key: questionnaire.OneText{Kind: kind, ID: id, Field: name.Value}.Key(), Of: o.line("of"), From: o.text("from"), At: v.with(name).at()}
		if to, ok := o.fields["to"]; ok && !to.isEmpty() && strings.TrimSpace(to.node.Value) != "" {
			e.To = o.text("to")
			to.reportBraces(fmt.Sprintf("%q", e.Key), filledIn(e.From))
		}
		if ok && e.Of != questionnaire.HashOf(e.From) && e.Of != "" && e.From != "" {
			r.report(translationHash, o.place("of"), "%q is not the mark of this \"from\"; put \"from\" back if it was changed here, or else write of: %s", e.Of, questionnaire.HashOf(e.From))
		}
		// Kinds, ids and fields have no / where it could make two keys one, but a
		// stranger's may.
		if !t.Add(e) {
			r.report(duplicateID, e.At, "%q is here twice", e.Key)
		}
	}
}

// UnreadTranslations finds what stands in the folder of translations and is not
// read, because of its name or because the questionnaire is in that language.
func UnreadTranslations(q *questionnaire.Questionnaire, folder fs.FS) []questionnaire.Finding {
	entries, err := fs.ReadDir(folder, TranslationsFolder)
	if err != nil {
		return nil // a folder without translations
	}
	var found []questionnaire.Finding
	report := func(name, format string, args ...any) {
		found = append(found, questionnaire.Finding{Check: questionnaire.Dangling, Severity: questionnaire.Error, At: questionnaire.Position{File: TranslationsFolder + "/" + name, Origin: questionnaire.FromTranslation}, Message: questionnaire.Message(format, args...)})
	}
	for _, e := range entries {
		name := e.Name()
		language, isYAML := strings.CutSuffix(name, ".yaml")
		switch {
		case strings.HasPrefix(name, "."):
		case (isYAML || strings.HasSuffix(name, ".yml")) && !IsLegible(name):
			found = append(found, questionnaire.Finding{Check: controlCharacter, Severity: questionnaire.Error, At: questionnaire.Position{File: mainFile}, Message: illegible(TranslationsFolder + "/" + name)})
		case strings.HasSuffix(name, ".yml"):
			report(name, "this file is not read; rename it to %s", strings.TrimSuffix(name, "yml")+"yaml")
		case isYAML && !kebab.MatchString(language):
			report(name, "this file is not read, because no language is called that; name it like es.yaml or pt-br.yaml")
		case isYAML && language == q.Language:
			report(name, "the questionnaire is written in this language; change its own texts, and move this file away")
		}
	}
	return found
}

// ReadCoverTranslation reads of a translation what a cover needs: only its
// beginning, up to the first text that is not the questionnaire's own. It is nil
// if that cannot be read, and reports nothing.
func ReadCoverTranslation(folder fs.FS, language string) *questionnaire.Translation {
	r := newReader(&questionnaire.Questionnaire{}, folder)
	data, ok := r.readFile(folder, TranslationFile(language))
	if !ok {
		return nil
	}
	root, ok := r.parse(TranslationFile(language), beginning(data))
	if !ok {
		return nil
	}
	t := &questionnaire.Translation{Language: language}
	r.readEntries(t, root)
	return t
}

// beginning is the part of a translation before the texts of topics, questions
// and so on. Only a key can begin a line without a blank.
func beginning(data []byte) []byte {
	for _, key := range translationKeys.Keys {
		if key.Form == Entries {
			if i := bytes.Index(data, []byte("\n"+key.Name+":")); i >= 0 {
				data = data[:i+1]
			}
		}
	}
	return data
}
