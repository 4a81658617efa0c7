package prove

import (
	"fmt"
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Telling is what a questionnaire says in another language: its texts, and where
// each of them stands. A text that the language does not have is "".
type Telling struct {
	Language string
	At       questionnaire.Position // where it says so
	Says     func(questionnaire.OneText) (text string, at questionnaire.Position)
}

// checkUntrue finds words that somebody is given and that her answers do not make
// true, in each language. An unknown is not true: she may know better.
//
// It has a formula of its own, because the phrases tell many medicines and states
// apart that are all one to every other check.
func checkUntrue(c *checking) {
	if len(c.q.Phrases) == 0 {
		return
	}
	own := newCheckingOf(c.q, wordsHangOn(c.q))
	own.sight.off, own.whole, own.most, own.left = c.sight.off, c.whole, c.most, c.left
	own.checkWords(claimsIn(c.q, c.q.Language), nil)
	for _, t := range c.tellings {
		find := claimsIn(c.q, t.Language)
		if len(find.byFirst) == 0 {
			own.unheard(t)
			continue
		}
		own.checkWords(find, t.Says)
	}
	c.left = own.left
	c.findings = append(c.findings, own.findings...)
}

// wordsHangOn are the conditions on which it hangs who says what, and whether it
// is true.
func wordsHangOn(q *questionnaire.Questionnaire) []*questionnaire.Condition {
	all := everyCondition(q)
	for _, p := range q.Phrases {
		all = append(all, p.TrueWhen)
	}
	return all
}

// unheard reports a language in which nothing that is said is looked at.
func (c *checking) unheard(t Telling) {
	c.add(untrueWords, c.q.Subject(), t.At, nil, "no phrase has words in %q, so nothing shows that what is said in it is true; write them beside the others in phrases.yaml", t.Language)
	c.findings[len(c.findings)-1].Severity = questionnaire.Warning
}

// doubt is a claim in a text that is not seen at once to be true of everybody who
// is given it.
type doubt struct {
	claim
	heard
	is lit // somebody is given it, and it is not true
}

// checkWords checks what is said in one language; says: in another than the
// questionnaire's own.
func (c *checking) checkWords(find claims, says func(questionnaire.OneText) (string, questionnaire.Position)) {
	var doubts []doubt
	var any []lit
	for p := range c.q.Passages() {
		if !p.Use.Translated || !slices.Contains(heardKinds, p.Of.Kind) { // a number or an address says nothing
			continue
		}
		text, at := *p.Words, p.At
		if says != nil {
			text, at = says(p.One())
		}
		made := find.in(text)
		if len(made) == 0 {
			continue
		}
		t, ok := toldBy(c.q, p)
		if !ok {
			continue
		}
		t.Passage = p
		if says != nil || t.at == (questionnaire.Position{}) {
			t.at = at
		}
		for _, claim := range made {
			if claim.phrase.TextsMayName && t.readOnly || c.trueAtSight(t, claim.phrase) {
				continue
			}
			d := doubt{claim, t, c.f().and(t.to(c), c.notTrue(claim.phrase))}
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

// checkDoubt looks for the smallest person for whom it is not true.
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
		c.add(untrueWords, d.Of, d.at, &who, "%s: somebody is given these words (phrase %q) and her answers do not make them true; %s%s", what, d.phrase.ID, d.mend, orTrueBy(d.phrase))
	}
}

// orTrueBy is the other remedy: an answer that came later than the phrase may make its
// words true as well, and whoever wrote the answer need not know of the phrase.
func orTrueBy(p *questionnaire.Phrase) string {
	if p.Never || p.TrueWhen == nil {
		return ""
	}
	return fmt.Sprintf("; or, if her answer does make them true, add it to true-when at %s", p.TrueWhen.At)
}
