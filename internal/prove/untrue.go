package prove

import (
	"fmt"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Telling is what a questionnaire says in another language: its texts, and where
// each of them stands. A text that the language does not have is "".
type Telling struct {
	Language string
	At       questionnaire.Position // where it says so
	Says     func(questionnaire.OneText) (text string, at questionnaire.Position)
}

// CheckTelling reports who is given false words in another language. All else is
// the same in every language, and reported by [Check].
func CheckTelling(q *questionnaire.Questionnaire, t Telling) []questionnaire.Finding {
	c, find := newChecking(q), claimsIn(q, t.Language)
	if len(q.Phrases) > 0 && len(find.byFirst) == 0 {
		f := questionnaire.Finding{Check: untrueWords, Severity: questionnaire.Warning, About: q.Subject(), At: t.At}
		f.Message = fmt.Sprintf("no phrase has words in %q, so nothing shows that what is said in it is true; write them beside the others in phrases.yaml", t.Language)
		return []questionnaire.Finding{f}
	}
	c.checkWords(find, func(p heard) (string, questionnaire.Position) { return t.Says(p.One()) })
	questionnaire.SortFindings(c.findings)
	return c.findings
}

// checkUntrue finds words that somebody is given and that her answers do not make
// true. An unknown is not true: she may know better.
func checkUntrue(c *checking) {
	c.checkWords(claimsIn(c.q, c.q.Language), func(t heard) (string, questionnaire.Position) {
		if t.at != (questionnaire.Position{}) {
			return *t.Words, t.at
		}
		return *t.Words, t.At
	})
}

// doubt is a claim in a text that is not seen at once to be true of everybody who
// is given it.
type doubt struct {
	claim
	heard
	at questionnaire.Position
	is lit // somebody is given it, and it is not true
}

func (c *checking) checkWords(find claims, says func(heard) (string, questionnaire.Position)) {
	if len(find.byFirst) == 0 {
		return
	}
	var doubts []doubt
	var any []lit
	for _, t := range toldIn(c.q) {
		text, at := says(t)
		for _, claim := range find.in(text) {
			if claim.phrase.TextsMayName && t.readOnly || c.trueAtSight(t, claim.phrase) {
				continue
			}
			d := doubt{claim, t, at, c.f().and(t.to(c), c.notTrue(claim.phrase))}
			doubts, any = append(doubts, d), append(any, d.is)
		}
	}
	if _, result := c.find(c.f().or(any...)); result == nobody {
		return
	}
	for _, d := range doubts {
		c.checkDoubt(d)
	}
}

// notTrue is true where no answer of hers makes the phrase so.
func (c *checking) notTrue(p *questionnaire.Phrase) lit {
	if p.Never {
		return yes
	}
	return c.anybody.truth(p.TrueWhen).must.not()
}

func (c *checking) checkDoubt(d doubt) {
	w, result := c.smallest(d.is, nil, c.anybody)
	what := fmt.Sprintf("%q in %v", d.words, d.Passage)
	switch result {
	case undecided:
		c.tooHard(untrueWords, d.Of, d.at, "whether "+what+" is true of everybody who is given it")
	case somebody:
		who := c.anybody.personIn(w)
		if d.makes != nil {
			d.makes(c, &who)
		}
		if !d.hears(replay(c.q, who)) || !d.phrase.Never && holds(c.q, who, d.phrase.TrueWhen) {
			c.disagree(untrueWords, d.Of, d.at)
			return
		}
		c.add(untrueWords, d.Of, d.at, &who, "%s: somebody is given these words (phrase %q) and her answers do not make them true; %s", what, d.phrase.ID, d.mend)
	}
}
