package translation

import (
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

var (
	missingTranslation  = questionnaire.Declare("missing-translation", questionnaire.Warning, "a text that is not translated")
	outdatedTranslation = questionnaire.Declare("outdated-translation", questionnaire.Warning, "a translation of a text that has changed")
	translationDiffers  = questionnaire.Declare("translation-differs", questionnaire.Error, "a translation with other numbers or places to fill in than its original")
)

// maxComparisons bounds the search for what somebody may have meant.
const maxComparisons = 100_000

// Check holds a translation against the questionnaire: what is missing, what
// is outdated, what translates nothing, and what says another number or leaves
// out a place to fill in.
func Check(q *questionnaire.Questionnaire, t *questionnaire.Translation) []questionnaire.Finding {
	var found []questionnaire.Finding
	add := func(check *questionnaire.Check, severity questionnaire.Severity, at questionnaire.Position, message string) *questionnaire.Finding {
		found = append(found, questionnaire.Finding{Check: check, Severity: severity, At: at, Message: message})
		return &found[len(found)-1]
	}
	texts := map[string]questionnaire.OneText{}
	all := q.Texts()
	for _, text := range all {
		texts[text.Key()] = text
	}
	for _, w := range Work(q, t) {
		if w.Missing() {
			at := questionnaire.Position{File: folder.TranslationFile(t.Language), Origin: t.At.Origin | questionnaire.FromTranslation}
			if w.Entry != nil {
				at = w.Entry.At
			}
			f := add(missingTranslation, questionnaire.Warning, at, questionnaire.Message("%q is not translated; its original: %q", w.Text.Key(), w.Text.Text))
			f.About = about(w.Text)
			f.Stale = &questionnaire.Stale{Language: t.Language, Key: w.Text.Key(), New: w.Text.Text}
			continue
		}
		shown := "the original is shown until then"
		if holdsStill(w.Entry, w.Text) {
			shown = "the old translation is shown until then"
		}
		f := add(outdatedTranslation, questionnaire.Warning, w.Entry.At, questionnaire.Message("the original of %q has changed; %s; read both, fix the translation, and confirm it: askfirst translate --lang %s --accept %s FOLDER", w.Text.Key(), shown, t.Language, w.Text.Key()))
		f.About = about(w.Text)
		f.Stale = &questionnaire.Stale{Language: t.Language, Key: w.Text.Key(), Old: w.Entry.From, New: w.Text.Text, Now: w.Entry.To}
	}
	compared := 0
	for _, e := range t.Entries {
		if _, known := texts[e.Key]; !known {
			meant, stood := "", ""
			if compared += len(texts); compared <= maxComparisons {
				meant, stood = questionnaire.DidYouMean(e.Key, originalsOf(e, t, texts)), home(e.Key, all)
			}
			if meant == "" {
				add(questionnaire.Dangling, questionnaire.Error, e.At, questionnaire.Message("the questionnaire has no text %q any more; put the original back%s (%q), or remove this entry", e.Key, stood, e.From))
				continue
			}
			add(questionnaire.Dangling, questionnaire.Error, e.At, questionnaire.Message("no text of this questionnaire is called %q%s", e.Key, meant))
			continue
		}
		if e.To == "" {
			continue
		}
		if !sameBraces(e.From, e.To) {
			f := add(translationDiffers, questionnaire.Error, e.At, questionnaire.Message("%q must have the same words in braces as its original, which the program fills in: %s", e.Key, strings.Join(questionnaire.InBraces(e.From), " ")))
			f.About = about(texts[e.Key])
		}
		if !slices.Equal(sorted(numbersIn(e.From)), sorted(numbersIn(e.To))) {
			f := add(translationDiffers, questionnaire.Warning, e.At, questionnaire.Message("%q has other numbers than its original (%s, not %s); read both, and write the original's numbers under to", e.Key, strings.Join(numbersIn(e.From), " "), strings.Join(numbersIn(e.To), " ")))
			f.About = about(texts[e.Key])
		}
	}
	questionnaire.SortFindings(found)
	return found
}

// home is where the text of a key stood, by the other texts of the same rule or answer;
// "" where nothing is left of that.
func home(key string, texts []questionnaire.OneText) string {
	parts := strings.SplitN(key, "/", 4)
	for _, text := range texts {
		other := strings.SplitN(text.Key(), "/", 4)
		if len(other) == len(parts) && slices.Equal(other[:2], parts[:2]) && (len(parts) < 4 || other[3] == parts[3]) {
			return " at " + text.At.String()
		}
	}
	return ""
}

// originalsOf are the keys that an entry under a wrong one may have meant: those of
// texts that say what its original did, and that nothing translates yet. A key that
// only looks alike would bring the words of another text there.
func originalsOf(e *questionnaire.Translated, t *questionnaire.Translation, texts map[string]questionnaire.OneText) []string {
	var keys []string
	for key, text := range texts {
		if text.Text == e.From && t.Entry(key) == nil {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	return keys
}

// sameBraces reports whether the same is filled into two texts.
func sameBraces(a, b string) bool {
	return slices.Equal(sorted(questionnaire.InBraces(a)), sorted(questionnaire.InBraces(b)))
}

func about(text questionnaire.OneText) questionnaire.Subject {
	return questionnaire.Subject{Kind: text.Kind, ID: text.ID}
}

func sorted(list []string) []string { slices.Sort(list); return list }
