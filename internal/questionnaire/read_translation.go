package questionnaire

import (
	"bytes"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// ReadTranslation reads the file of one language. Texts that the folder takes
// from the defaults are translated there; defaults may be nil. Whether it
// translates what the questionnaire says is for [Translation.Check].
//
// The translation is nil when any finding is an error.
func ReadTranslation(folder, defaults fs.FS, language string) (*Translation, []Finding, error) {
	t := BeginTranslation(folder, language)
	if defaults == nil {
		t.own = nil
	}
	if defaults != nil && slices.Contains(Languages(defaults), language) {
		inherited, _, err := ReadTranslation(defaults, nil, language)
		if err != nil {
			return nil, nil, err
		}
		t.inherited = inherited
	}
	if t.inherited != nil && !slices.Contains(Languages(folder), language) {
		return t, nil, nil // only what is taken from the defaults is in this language
	}
	r := newReader(&Questionnaire{}, folder)
	name := TranslationFile(language)
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

// BeginTranslation is one without any entries yet, for the folder's own texts.
func BeginTranslation(folder fs.FS, language string) *Translation {
	t := &Translation{Language: language, byKey: map[string]*Translated{}, own: map[string]bool{}}
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return t // of a folder that was just read
	}
	for _, e := range entries {
		t.own[e.Name()] = true
	}
	return t
}

// ParseTranslation reads a translation from bytes, as a translator's filled-in
// list is.
func ParseTranslation(name string, data []byte) (*Translation, []Finding) {
	t := &Translation{byKey: map[string]*Translated{}}
	r := newReader(&Questionnaire{}, nil)
	if len(data) > maxTranslationBytes {
		r.report("too-large", Position{File: name}, "the file is larger than 2 MiB; a translation is not that long")
	} else if root, ok := r.parse(name, data); ok {
		r.readEntries(t, root)
	}
	if q, findings, _ := r.result(); q == nil {
		return nil, findings
	}
	return t, nil
}

func (r *reader) readTranslation(t *Translation, root value) {
	o := r.readEntries(t, root)
	language := o.id("language")
	if language != "" && language != t.Language {
		r.report("bad-id", o.place("language"), "the language is called %q and its file %q; give both the same name", language, t.Language+".yaml")
	}
}

func (r *reader) readEntries(t *Translation, root value) object {
	o, _ := root.object(&translationKeys)
	t.At, t.LanguageAt = root.at(), o.place("language")
	if t.Language == "" {
		t.Language = o.id("language")
	}
	r.each(o, "reviewed", func(v value) {
		by, _ := v.object(&reviewKeys)
		t.Reviewed = append(t.Reviewed, Review{By: by.line("by"), On: by.date("on"), At: v.at()})
	})
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
	return o
}

// readFields reads the entries of one noun.
func (r *reader) readFields(t *Translation, kind, id string, v value) {
	for name, entry := range v.each(fmt.Sprintf("%q of a translation", strings.TrimSuffix(kind+"/"+id, "/"))) {
		o, ok := entry.object(&entryKeys)
		e := &Translated{Key: keyOf(kind, id, name.Value), Of: o.line("of"), From: o.text("from"), At: v.with(name).at()}
		if to, ok := o.fields["to"]; ok && !to.isEmpty() && strings.TrimSpace(to.node.Value) != "" {
			e.To = o.text("to")
		}
		if ok && e.Of != HashOf(e.From) && e.Of != "" && e.From != "" {
			r.report("translation-hash", o.place("of"), "%q is not the mark of this original (%s is); write it with askfirst translate --accept, and leave \"from\" as it was", e.Of, HashOf(e.From))
		}
		// Kinds, ids and fields have no / where it could make two keys one, but a
		// stranger's may.
		if t.byKey[e.Key] != nil {
			r.report("duplicate-id", e.At, "%q stands here for the second time", e.Key)
			continue
		}
		t.byKey[e.Key] = e
		t.Entries = append(t.Entries, e)
	}
}

// UnreadTranslations finds what stands in the folder of translations and is not
// read, because of its name or because the questionnaire is in that language.
func UnreadTranslations(q *Questionnaire, folder fs.FS) []Finding {
	entries, err := fs.ReadDir(folder, TranslationsFolder)
	if err != nil {
		return nil // a folder without translations
	}
	var found []Finding
	report := func(name, format string, args ...any) {
		found = append(found, Finding{Check: "dangling", Severity: Error, At: Position{File: TranslationsFolder + "/" + name}, Message: shortly(format, args...)})
	}
	for _, e := range entries {
		name := e.Name()
		language, isYAML := strings.CutSuffix(name, ".yaml")
		switch {
		case strings.HasPrefix(name, "."):
		case (isYAML || strings.HasSuffix(name, ".yml")) && !IsLegible(name):
			found = append(found, Finding{Check: "control-character", Severity: Error, At: Position{File: mainFile}, Message: illegible(TranslationsFolder + "/" + name)})
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

// ReadCoverIn is [ReadCover] in another language. It reads only the beginning of
// the translation, up to the first text that is not the questionnaire's own;
// should those stand farther down, the cover is in the original language.
func ReadCoverIn(folder fs.FS, language string) Cover {
	cover := ReadCover(folder)
	r := newReader(&Questionnaire{}, folder)
	data, ok := r.readFile(folder, TranslationFile(language))
	if !ok {
		return cover
	}
	root, ok := r.parse(TranslationFile(language), beginning(data))
	if !ok {
		return cover
	}
	t := &Translation{Language: language, byKey: map[string]*Translated{}}
	r.readEntries(t, root)
	q := (&Questionnaire{Language: cover.Language, Title: cover.Title, Welcome: cover.Welcome, Formulary: &Formulary{}}).In(t)
	return q.Cover()
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
