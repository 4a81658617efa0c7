package prove

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// earlier is what she said to an old question, as far as it was asked: what was not is
// nothing said.
type earlier struct {
	asked        lit
	open, unsure lit
	rest         lit // beside what is chosen
	reply        *reply
}

func (p *pair) earlierBy(x *questionnaire.Question) earlier {
	r, asked := p.old.reply(x.Index), p.old.isAsked(x.Index)
	return earlier{asked, p.f.and(asked, r.open), p.f.and(asked, r.unsure), p.f.and(asked, r.open.not(), r.rest), r}
}

// chose is that she chose an answer of it.
func (h earlier) chose(f *formula, place int) lit {
	return f.and(h.asked, h.reply.open.not(), h.reply.chosen[place][0])
}

// sayMoved is her reply to a new question to which answers moved, or from which they
// did: what she chose of all that stands there now. Where that is nothing she says
// that it is none of these.
func (p *pair) sayMoved(i int, was *questionnaire.Question, own *reply) reply {
	f, is := p.f, p.new.q.Questions[i]
	chosen := make([]lit, len(is.Answers))
	for k := range chosen {
		chosen[k] = no
	}
	known := make([]bool, len(chosen)) // an old question had it
	var asked, notOpen, open, unsure, rest, gone []lit
	for _, x := range p.names.sourcesOf(was, is) {
		h := p.earlierBy(x)
		asked, notOpen = append(asked, h.asked), append(notOpen, f.and(h.asked, h.open.not()))
		open, unsure, rest = append(open, h.open), append(unsure, h.unsure), append(rest, h.rest)
		for j, a := range x.Answers {
			k := p.names.cameAs(x, a, is)
			switch {
			case k >= 0:
				known[k] = true
				chosen[k] = f.or(chosen[k], h.chose(f, j))
			case x == was && p.names.movedFrom(x, a) == nil:
				gone = append(gone, h.chose(f, j))
			}
		}
	}
	left := f.or(append(rest, open...)...) // something, to one of them
	r := reply{shape: own.shape, doubts: no, rest: no}
	for k := range chosen {
		r.chosen = append(r.chosen, append([]lit{chosen[k]}, slices.Repeat([]lit{no}, len(own.chosen[k])-1)...))
	}
	p.dropWhatStandsAlone(r.chosen, left, is, func(*questionnaire.Answer) bool { return true }) // now there is something to say
	some := f.or(slices.Concat(r.chosen...)...)
	silent := f.and(some.not(), f.or(notOpen...), left.not())
	none := nothingOf(p.new.q, is)
	if none >= 0 {
		r.chosen[none][0] = f.or(r.chosen[none][0], silent)
		some, silent = f.or(some, silent), no
	}
	r.open = some.not()
	r.declined = f.and(r.open, f.or(silent, f.or(append(unsure, rest...)...).not()))
	r.unsure = f.and(r.open, r.declined.not())
	if !is.TakesOne() {
		r.rest = f.and(some, left, p.alone(r.chosen, is).not())
	}
	var added []lit
	for k := range chosen {
		if !known[k] && k != none {
			added = append(added, f.and(own.open.not(), own.chosen[k][0]))
		}
	}
	same := f.and(f.or(asked...), f.or(gone...).not(), f.or(r.open, p.standTogether(r.chosen, r.rest, is)))
	return p.unlessNew(same, added, r, own)
}

// alone is true when an answer that stands alone is chosen.
func (p *pair) alone(chosen [][]lit, question *questionnaire.Question) lit {
	var all []lit
	for k, a := range question.Answers {
		if a.Exclusive {
			all = append(all, chosen[k][0])
		}
	}
	return p.f.or(all...)
}
