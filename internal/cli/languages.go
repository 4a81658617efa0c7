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

// tongues is every language of a questionnaire, and which is spoken.
type tongues struct {
	all   []wording.Tongue
	spoke string
	words *wording.Words
	said  func(language string) (questionnaire.Cover, func() *questionnaire.Questionnaire)
}

func newTongues(languages []string, first string, said func(string) (questionnaire.Cover, func() *questionnaire.Questionnaire)) *tongues {
	t := &tongues{spoke: first, words: wording.In(first), said: said}
	for _, language := range languages {
		t.all = append(t.all, wording.TongueOf(language))
	}
	return t
}

// inWords are the words of the language that was spoken last.
func (t *tongues) inWords() *wording.Words { return t.words }

// speak is what is said in a language, and remembers which it was, for the words
// after the last screen.
func (t *tongues) speak(language string) wording.Speech {
	if language != t.spoke {
		t.spoke, t.words = language, wording.In(language)
	}
	cover, load := t.said(language)
	return wording.Speech{Words: t.words, Cover: cover, Load: load}
}

// embedded is the questionnaire that comes with the program, read behind the
// first screen. It is known to be sound.
func embedded(language string) *tongues {
	open := sync.OnceValue(func() opened {
		o, err := open("")
		if err != nil || o.q == nil {
			panic("the questionnaire that comes with the program has errors") // cannot be: a test reads the same bytes
		}
		// Reading leaves more behind than it makes. That is given back while she
		// reads the first screen, and not while she may wait for the second.
		time.AfterFunc(400*time.Millisecond, debug.FreeOSMemory)
		return o
	})
	files := questionnaires.Maternal()
	loads := map[string]func() *questionnaire.Questionnaire{}
	all := languagesOf(questionnaires.Language, files)
	for _, l := range all {
		loads[l] = sync.OnceValue(func() *questionnaire.Questionnaire {
			if l == questionnaires.Language {
				return open().q
			}
			// One after the other, so that the first screen keeps a processor.
			q := open().q
			t, _, _ := folder.ReadTranslation(files, nil, l)
			if t == nil {
				panic("a translation that comes with the program has errors") // cannot be: a test reads the same bytes
			}
			return translation.Of(q, t)
		})
	}
	return newTongues(all, language, func(l string) (questionnaire.Cover, func() *questionnaire.Questionnaire) {
		if l == questionnaires.Language {
			return folder.ReadCover(files), loads[l]
		}
		return translation.Cover(files, l), loads[l]
	})
}

// tongues is a questionnaire that has to be read before there is a screen, in all
// its languages: later the locks forbid to read.
func (o opened) tongues(s streams, asked string) (*tongues, error) {
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
	return newTongues(all, first, func(l string) (questionnaire.Cover, func() *questionnaire.Questionnaire) {
		return read[l].Cover(), func() *questionnaire.Questionnaire { return read[l] }
	}), nil
}
