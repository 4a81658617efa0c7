package prove

import (
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// lostAtSight are the needs that somebody may lose who is unsure. Of her medicines it
// looks at the atoms instead of what she says: each may be what it is for the first
// person, or unknown, whatever the others are. That is more than can be said, so what
// nobody loses in this way is lost in none.
func (c *checking) lostAtSight(needs []need) []need {
	if c.sight.off {
		return needs
	}
	second := c.doubting()
	c.sight.unsure = second
	c.showStaying(second, needs)
	loses := make([]lit, len(needs))
	for i, n := range needs {
		loses[i] = c.loses(second, n)
	}
	c.growUnsure()
	var left []need
	for i, result := range c.each(loses) {
		if result != nobody {
			left = append(left, needs[i])
		}
	}
	return left
}

// showStaying shows of conditions that what may be yes for somebody may be so for whoever
// is unsure: what is shown of one rule need not be shown of each need. Where most do not
// stay, that is not worth while.
func (c *checking) showStaying(unsure *person, needs []need) {
	const grace = 4
	left := grace
	for _, n := range needs {
		for _, r := range n.rules {
			if _, known := c.sight.stay[r.When]; known || left < 0 || c.staysAtSight(r.When) {
				continue
			}
			may, gone := c.anybody.truth(r.When).may, unsure.truth(r.When).may.not()
			c.growUnsure()
			stays := false
			if !c.bothAtSight(may, gone) {
				_, result := c.find(may, gone)
				stays = result == nobody
			}
			c.sight.stay[r.When] = stays
			left += 2*btoi(stays) - 1
		}
	}
}

// doubting is somebody who is unsure where another is not, as far as her atoms tell.
// Of medicines, of which there are many kinds, that is a little more than can be said.
// See sight.go.
type doubting struct {
	*person
	first *person
	opens map[int]open
	less  map[int]lit     // by question: she claims less than the other, and is not sure of the rest
	parts map[inPart]span // of medicines
}

// open is that she leaves a question open that the other answers, and how.
type open struct{ is, unsure lit }

// inPart tells atoms apart that may each be unknown.
type inPart struct {
	question int
	of       span
	named    bool
}

func (c *checking) doubting() *person {
	d := &doubting{newPerson(c.f(), c.q, c.shapes), c.anybody, map[int]open{}, map[int]lit{}, map[inPart]span{}}
	d.atom = d.test
	return d.person
}

func (d *doubting) test(t *questionnaire.Test) span {
	i := t.Question.Index
	is, asked := d.first.replied(t), d.isAsked(i)
	s := d.f.chooseSpan(d.open(i).is, d.whenOpen(t), d.partly(t, is))
	if asked != d.first.isAsked(i) {
		s = d.f.chooseSpan(d.first.isAsked(i), s, d.asksAlone(t, is))
	}
	return span{d.f.and(asked, s.may), d.f.and(asked, s.must)}
}

// open is true of nobody who leaves the question open already: she says the same.
func (d *doubting) open(question int) open {
	o, seen := d.opens[question]
	if !seen {
		o = open{d.f.and(d.f.input(), d.first.reply(question).open.not()), d.f.input()}
		d.opens[question] = o
	}
	return o
}

func (d *doubting) whenOpen(t *questionnaire.Test) span {
	unsure := d.open(t.Question.Index).unsure
	var must []lit
	if t.WantNotSure {
		must = append(must, unsure)
	}
	if t.WantPreferNotToSay {
		must = append(must, unsure.not())
	}
	return span{yes, d.f.or(must...)}
}

// partly is what an atom is where she is unsure of a part of her answer. Of a list of
// medicines it is what it is for the other, or unknown; and one that names what is
// unsure in part may be anything.
func (d *doubting) partly(t *questionnaire.Test, is span) span {
	i := t.Question.Index
	answered := d.first.reply(i).open.not()
	if !t.Question.TakesMedicines() {
		less, seen := d.less[i]
		if !seen {
			less = d.f.and(d.f.input(), answered, d.f.answersLess(d.first.reply(i), d.person.anything(i)))
			d.less[i] = less
		}
		return d.f.chooseSpan(less, d.person.anything(i).test(d.f, t, yes), is)
	}
	at := inPart{i, is, t.WantUnlisted}
	s, seen := d.parts[at]
	if !seen {
		s = span{yes, no}
		if at.named {
			s = d.whatever()
		}
		s = d.f.chooseSpan(d.f.and(d.f.input(), answered), s, is)
		d.parts[at] = s
	}
	return s
}

// asksAlone is for whoever is asked what the other is not. What she says of medicines
// may be anything.
func (d *doubting) asksAlone(t *questionnaire.Test, is span) span {
	if !t.Question.TakesMedicines() {
		return d.person.anything(t.Question.Index).test(d.f, t, yes)
	}
	at := inPart{-1 - t.Question.Index, is, namesWhatIsOpen(t)}
	if _, seen := d.parts[at]; !seen {
		d.parts[at] = d.whatever()
	}
	return d.parts[at]
}

func (d *doubting) whatever() span {
	may := d.f.input()
	return span{may, d.f.and(may, d.f.input())}
}

func (f *formula) chooseSpan(condition lit, a, b span) span {
	return span{f.choose(condition, a.may, b.may), f.choose(condition, a.must, b.must)}
}
