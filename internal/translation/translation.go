package translation

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Of is the questionnaire in the language of a translation: the same ids, places
// and conditions under other words. What is not translated stays as it is. A
// medicine is found by its original name too.
func Of(q *questionnaire.Questionnaire, t *questionnaire.Translation) *questionnaire.Questionnaire {
	other := q.Retold(t.Language, func(text questionnaire.OneText) string { return fit(says(t, text), text.Long) })
	if len(t.Entries) > 0 {
		other.Translated = t
	}
	return other
}

// Cover is what a folder's questionnaire shows before anything else, in another
// language. Little is read for it, so that it need not wait for the rest; should
// its texts stand farther down in the translation, it is in the original language.
func Cover(files fs.FS, language string) questionnaire.Cover {
	cover := folder.ReadCover(files)
	t := folder.ReadCoverTranslation(files, language)
	if t == nil {
		return cover
	}
	q := &questionnaire.Questionnaire{Language: cover.Language, Title: cover.Title, Welcome: cover.Welcome, Covered: cover.Covered, ForWhom: cover.ForWhom, Formulary: &questionnaire.Formulary{}}
	return Of(q, t).Cover()
}

// Says is what a text of the questionnaire says in the language of a translation,
// and where that stands; "" if it is not said in it, or can no longer be shown.
func Says(t *questionnaire.Translation, text questionnaire.OneText) (string, questionnaire.Position) {
	said := fit(says(t, text), text.Long)
	e := t.Entry(text.Key())
	if e == nil && t.Inherited != nil {
		e = t.Inherited.Entry(text.Key())
	}
	if said == "" || e == nil {
		return "", questionnaire.Position{}
	}
	return said, e.At
}

// says is the text in this language, or "" where there is none that can be
// shown. An outdated one is still better than another language, but never of what
// she answers, says or does at once: there any change may be the one that counts. Nor
// where a number of the original changed, or what is filled in there: then it may send
// her to the wrong place. Nor where a word came or went that turns a sentence round:
// then it may say the opposite.
func says(t *questionnaire.Translation, text questionnaire.OneText) string {
	if text.Text == "" { // it was taken out, and says nothing in any language
		return ""
	}
	if e := t.Entry(text.Key()); e != nil && e.To != "" {
		if e.Fresh(text) || holdsStill(e, text) {
			return e.To
		}
		return ""
	}
	if t.Inherited != nil {
		if e := t.Inherited.Entry(text.Key()); e.Fresh(text) {
			return e.To
		}
	}
	return ""
}

// holdsStill reports whether a translation can be shown although its original has
// changed since.
func holdsStill(e *questionnaire.Translated, text questionnaire.OneText) bool {
	return !text.Exact && slices.Equal(numbersIn(e.From), numbersIn(text.Text)) &&
		slices.Equal(turningIn(e.From), turningIn(text.Text)) && sameBraces(e.From, text.Text)
}

var number = regexp.MustCompile(`[0-9]+`)

func numbersIn(text string) []string { return number.FindAllString(text, -1) }

// turning are the words of every language that turn a sentence round, compare or
// count.
var turning = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, l := range language.All() {
		for _, word := range l.Words().Turning {
			all[language.Fold(word)] = true
		}
		for word, digit := range l.Words().Digits {
			all[language.Fold(word)] = digit != ""
		}
	}
	return all
})

// turningIn are those of a text, in order.
func turningIn(text string) []string {
	var all []string
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r != '\'' && r != '’' && !unicode.IsLetter(r) }) {
		if word = language.Fold(word); turning()[word] {
			all = append(all, word)
		}
	}
	return all
}

// fit puts a text that has no paragraphs on one line.
func fit(text string, long bool) string {
	if long {
		return strings.TrimSpace(text)
	}
	return strings.Join(strings.Fields(text), " ")
}
