package cli

import (
	"errors"
	"io/fs"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/questionnaires"
)

// languagesOf are the languages of a folder, the questionnaire's own first.
func languagesOf(own string, files fs.FS) []string {
	others := slices.DeleteFunc(folder.Languages(files), func(l string) bool { return l == own })
	return append([]string{own}, others...)
}

// choose is the language to speak: the one asked for, else the one of the
// environment, else the questionnaire's own, which is the first of all.
func choose(asked string, all []string) (string, error) {
	wanted := wording.Wanted(os.Getenv)
	for _, name := range []string{strings.ToLower(asked), wording.Base(asked)} {
		if name != "" && slices.Contains(all, name) {
			return name, nil
		}
	}
	if asked != "" {
		return "", errors.New(wording.Fill(wording.In(wanted).Trouble.Language, "asked", asked, "all", strings.Join(all, ", ")))
	}
	if slices.Contains(all, wanted) {
		return wanted, nil
	}
	return all[0], nil
}

// in is the questionnaire in one of its languages. What is wrong with the
// translation is printed; the error says so.
func (o opened) in(s streams, language string) (*questionnaire.Questionnaire, error) {
	// A questionnaire written in a language of the default one takes what it
	// inherits from there in that language too.
	inherits := o.defaults != nil && slices.Contains(folder.Languages(o.defaults), language)
	if language == o.q.Language && !inherits {
		return o.q, nil
	}
	t, findings, err := folder.ReadTranslation(o.files, o.defaults, language)
	if err != nil {
		return nil, err
	}
	if t == nil {
		o.print(s, findings)
		return nil, failed(exitFindings)
	}
	return translation.Of(o.q, t), nil
}

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
