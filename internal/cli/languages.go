package cli

import (
	"runtime/debug"
	"sync"
	"time"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/questionnaires"
)

// languages is every language of a questionnaire, and which is shown.
type languages struct {
	all     []wording.Language
	current string
	words   *wording.Words
	said    func(language string) (questionnaire.Cover, func() *questionnaire.Questionnaire)
}

func newLanguages(tags []string, first string, said func(string) (questionnaire.Cover, func() *questionnaire.Questionnaire)) *languages {
	t := &languages{current: first, words: wording.In(first), said: said}
	for _, language := range tags {
		t.all = append(t.all, wording.LanguageOf(language))
	}
	toldApart(t.all)
	return t
}

// toldApart adds the tag to languages that are offered in the same words, as es and
// es-419 are: nobody can choose between two choices that read alike.
func toldApart(all []wording.Language) {
	called := map[string]int{}
	for _, l := range all {
		called[l.Change]++
	}
	for i := range all {
		if l := &all[i]; called[l.Change] > 1 {
			l.OwnName += " (" + l.Tag + ")"
			l.Change += " (" + l.Tag + ")"
		}
	}
}

// inWords are the words of the language that was shown last.
func (t *languages) inWords() *wording.Words { return t.words }

// in is what is said in a language, and remembers which it was, for the words
// after the last screen.
func (t *languages) in(language string) wording.InLanguage {
	if language != t.current {
		t.current, t.words = language, wording.In(language)
	}
	cover, load := t.said(language)
	return wording.InLanguage{Words: t.words, Cover: cover, Load: load}
}

// embedded is the questionnaire that comes with the program, read behind the
// first screen. It is known to be sound.
func embedded(name, language string) *languages {
	open := sync.OnceValue(func() opened {
		o, err := openEmbedded(name)
		if err != nil || o.q == nil {
			panic("a questionnaire that comes with the program has errors") // cannot be: a test reads the same bytes
		}
		// Reading leaves more behind than it makes. That is given back while she
		// reads the first screen, and not while she may wait for the second.
		time.AfterFunc(400*time.Millisecond, debug.FreeOSMemory)
		return o
	})
	files, defaults := embeddedFiles(name)
	loads := map[string]func() *questionnaire.Questionnaire{}
	all := languagesOf(questionnaires.Language, files)
	for _, l := range all {
		loads[l] = sync.OnceValue(func() *questionnaire.Questionnaire {
			if l == questionnaires.Language {
				return open().q
			}
			// One after the other, so that the first screen keeps a processor.
			q := open().q
			t, _, _ := folder.ReadTranslation(files, defaults, l)
			if t == nil {
				panic("a translation that comes with the program has errors") // cannot be: a test reads the same bytes
			}
			return translation.Of(q, t)
		})
	}
	return newLanguages(all, language, func(l string) (questionnaire.Cover, func() *questionnaire.Questionnaire) {
		if l == questionnaires.Language {
			return folder.ReadCover(files), loads[l]
		}
		return translation.Cover(files, l), loads[l]
	})
}

// door is what is behind the door on the first screen, which is read only once
// somebody goes through it; nil where the screening is not the one with the door.
// The last words are in the language that was shown last, on whichever side.
func (f *face) door(t *languages) func(language string) wording.InLanguage {
	if f.Questionnaire != "" {
		return nil
	}
	there := sync.OnceValue(func() *languages { return embedded(questionnaires.Worried, t.current) })
	return func(language string) wording.InLanguage {
		said := there().in(language)
		t.current, t.words = language, said.Words
		return said
	}
}

// languages is a questionnaire that has to be read before there is a screen, in all
// its languages: later the locks forbid to read.
func (o opened) languages(s streams, asked string) (*languages, error) {
	all := languagesOf(o.q.Language, o.files)
	first, err := choose(asked, all)
	if err != nil {
		return nil, err
	}
	read := map[string]*questionnaire.Questionnaire{}
	for _, l := range all {
		if read[l], err = o.in(s, l); err != nil {
			return nil, err
		}
	}
	return newLanguages(all, first, func(l string) (questionnaire.Cover, func() *questionnaire.Questionnaire) {
		return read[l].Cover(), func() *questionnaire.Questionnaire { return read[l] }
	}), nil
}
