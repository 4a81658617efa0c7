package faces

import (
	"os"
	"sync"

	"github.com/ask-first/askfirst/internal/finder"
	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/questionnaires"
)

// subject is a questionnaire in each of its languages.
type subject struct {
	name      string
	languages []string
	in        map[string]*questionnaire.Questionnaire
}

// subjects are the real questionnaires, and a small one that uses every key of the
// format.
var subjects = sync.OnceValue(func() []subject {
	maternal := subject{name: "maternal", languages: []string{"en", "es"}, in: map[string]*questionnaire.Questionnaire{}}
	worried := subject{name: "worried", languages: maternal.languages, in: map[string]*questionnaire.Questionnaire{}}
	small := subject{name: "small", languages: maternal.languages, in: map[string]*questionnaire.Questionnaire{}}
	for s, files := range map[*subject]func() (*questionnaire.Questionnaire, *questionnaire.Translation){
		&maternal: func() (*questionnaire.Questionnaire, *questionnaire.Translation) {
			q, _, _ := folder.Read(questionnaires.Maternal(), nil)
			t, _, _ := folder.ReadTranslation(questionnaires.Maternal(), nil, "es")
			return q, t
		},
		&worried: func() (*questionnaire.Questionnaire, *questionnaire.Translation) {
			files, _ := questionnaires.Named(questionnaires.Worried)
			q, _, _ := folder.Read(files, questionnaires.Maternal())
			t, _, _ := folder.ReadTranslation(files, questionnaires.Maternal(), "es")
			return q, t
		},
		&small: func() (*questionnaire.Questionnaire, *questionnaire.Translation) {
			files := os.DirFS("../folder/testdata/small")
			q, _, _ := folder.Read(files, questionnaires.Maternal())
			t, _, _ := folder.ReadTranslation(files, questionnaires.Maternal(), "es")
			return q, t
		},
	} {
		q, t := files()
		if q == nil || t == nil {
			panic(s.name + " cannot be read")
		}
		s.in["en"], s.in["es"] = q, translation.Of(q, t)
	}
	return []subject{maternal, small, worried}
})

func (s subject) offered() []wording.Language {
	var all []wording.Language
	for _, l := range s.languages {
		all = append(all, wording.LanguageOf(l))
	}
	return all
}

func (s subject) inLanguage(language string) wording.InLanguage {
	q := s.in[language]
	return wording.InLanguage{Words: wording.In(language), Cover: q.Cover(), Load: func() *questionnaire.Questionnaire { return q }}
}

// she goes her way without a face: by what visit and page say alone.
type she struct {
	of       subject
	language string
	w        *wording.Words
	v        visit.Visit
	over     []page.Opening
	draft    *page.Draft // on the page of a question; nil: what she said before
}

func begins(s subject, language string) *she {
	return &she{of: s, language: language, w: wording.In(language), v: visit.Begin(s.in[language], visit.Options{})}
}

// page is where she is.
func (s *she) page() page.Page {
	if n := len(s.over); n > 0 {
		p, _ := page.Over(s.w, s.v, s.over[n-1])
		return p
	}
	if _, asked := s.v.Where().(visit.Asked); asked && s.draft != nil {
		return page.Drafted(s.w, s.v, *s.draft)
	}
	return page.Of(s.w, s.v, page.Front{Language: s.language, Languages: s.of.offered()})
}

// did goes on with an event.
func (s *she) did(e visit.Event) {
	s.v, s.over, s.draft = s.v.Did(e), nil, nil
}

// chose does what a choice means.
func (s *she) chose(c *page.Choice) {
	switch {
	case c.Means != nil:
		s.did(c.Means)
	case c.Opens != nil:
		s.over = append(s.over, c.Opens)
	case c.Closes:
		s.over = s.over[:len(s.over)-1]
	case c.Drafts != nil:
		s.draft = c.Drafts
		s.v = s.v.Did(s.draft.Prepared())
	case c.Language != "":
		s.language, s.w = c.Language, wording.In(c.Language)
		s.v = s.v.In(s.of.in[c.Language])
	}
}

// typed looks for a name: as somebody finds it who sees the list with every letter,
// or as somebody does who has typed it to its end.
func (s *she) typed(name string, find func(*finder.Index, string) []finder.Match) page.Draft {
	d := s.page().Draft
	return d.Searched(name, find(finder.New(s.v.Questionnaire().Formulary), name))
}
