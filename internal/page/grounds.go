package page

import (
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/wording"
)

// Ground is one certain reason for a step, and the answers that led to it as far
// as she does not say them in her own words. Of several medicines it names those that
// the reason is about: "a medicine of this kind" says nothing to who takes nine.
type Ground struct {
	Reason  string
	Because []string
}

// grounds are a step's certain reasons. Several rules may say the same
// sentence and rest on the same answer; on one card each is said once.
func grounds(w *wording.Words, f *questionnaire.Formulary, s screening.Step, region *questionnaire.Region) []Ground {
	told := map[string]bool{}
	fresh := func(text string) bool {
		if told[text] {
			return false
		}
		told[text] = true
		return true
	}
	words := s.Words()
	says := func(q *questionnaire.Question) bool {
		return slices.ContainsFunc(slices.Concat(words.Facts, words.MoreFacts), func(f screening.Fact) bool { return f.Question == q })
	}
	several := map[string]bool{}
	for _, fact := range slices.Concat(words.Facts, words.MoreFacts) {
		for _, name := range fact.Names {
			several[name] = true
		}
	}
	var all []Ground
	for _, r := range s.Reasons[:s.Certain] {
		var ground Ground
		var kept []string
		for _, sentence := range strings.SplitAfter(ReasonOf(w, r.Rule, region), ". ") {
			if sentence = strings.TrimSpace(sentence); fresh(sentence) {
				kept = append(kept, sentence)
			}
		}
		ground.Reason = strings.Join(kept, " ")
		for _, b := range r.Because() {
			// What she left open led here too, but it is nothing that she said.
			switch line := said(w, f, b); {
			case b.Reply.Open() || ground.Reason == "":
			case says(b.Question) && len(several) > 1 && len(b.Reply.Taken) > 0:
				ground.Because = append(ground.Because, about(w, f, b.Reply.Taken))
			case !says(b.Question) && fresh(line):
				ground.Because = append(ground.Because, line)
			}
		}
		if ground.Reason != "" {
			all = append(all, ground)
		}
	}
	return all
}

// about are medicines by her words for them, in a sentence.
func about(w *wording.Words, f *questionnaire.Formulary, taken []questionnaire.Taken) string {
	var names []string
	for _, t := range taken {
		name := screening.NameOf(f, t)
		if name == "" {
			name = w.Answer.UnlistedShort
		}
		names = append(names, name)
	}
	return sentence(SentenceCase(w.Listed(names)))
}
