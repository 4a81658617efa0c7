package content

import (
	"slices"
	"sync"

	"github.com/ask-first/askfirst/internal/language"
)

// frame is what a whole sentence can be that orders nothing: "Did you …?", "Ask whether …",
// "My sister stopped …". Exceptions know the words beside what was found, and an honest
// sentence has its own beside each; how it begins is one of a few ways.
type frame struct {
	name       string
	of         []string
	asks       bool
	in, unless []pattern
}

// framesRead are those of each language, as functions: nothing is read before a sentence
// needs to be excused, and the texts that we ship never do.
var framesRead sync.Map

func framesOf(l *language.Language) []frame {
	if l == nil || !l.HasPatterns(language.Frames) {
		return nil
	}
	read, _ := framesRead.LoadOrStore(l, sync.OnceValue(func() []frame {
		raw := l.Patterns(language.Frames)
		f := loadWords(raw)
		var all []frame
		for _, r := range raw.Frames {
			all = append(all, frame{name: r.Name, of: r.Of, asks: r.Asks, in: f.parse(r.Is), unless: f.parse(r.Unless)})
		}
		return all
	}))
	return read.(func() []frame)()
}

// inFrame reports whether the sentence is one that only tells of what the entry finds.
func (e *entry) inFrame(check string, s sentence, names names, l *language.Language) bool {
	if slices.Contains(e.framed, "all") {
		return false
	}
	return slices.ContainsFunc(framesOf(l), func(f frame) bool {
		return (slices.Contains(f.of, check) || slices.Contains(f.of, e.group)) && !slices.Contains(e.framed, f.name) &&
			(!f.asks || s.question) && anyIn(f.in, s, names) && !anyIn(f.unless, s, names)
	})
}
