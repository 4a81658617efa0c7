package prove

import (
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// What is proved of plans is proved of every home and every promise in turn, and they
// differ in little. So it is asked of all of them at once first: mostly there is
// nobody, and one search shows it instead of one for each. Where there is somebody, or
// that cannot be decided, each is looked at by itself. See sight.go.

// possible is one of the homes that a home may be, and what makes it so.
type possible struct {
	home
	is lit
}

// anywhere is a home that may be any of all there are.
func (c *checking) anywhere() home {
	homes := homesOf(c.q)
	var at home
	rest := yes
	for i, one := range homes {
		is := rest
		if i+1 < len(homes) {
			other := c.f().input() // usually it is not: so she is where she did not say
			is, rest = c.f().and(rest, other.not()), c.f().and(rest, other)
		}
		at.oneOf = append(at.oneOf, possible{one, is})
	}
	return at
}

// hasLine is true where there is such a clinician, as far as she is a line.
func (h home) hasLine(f *formula, who *questionnaire.Clinician) lit {
	if h.oneOf == nil {
		if hasLine(h.region, who) {
			return yes
		}
		return no
	}
	var all []lit
	for _, one := range h.oneOf {
		if hasLine(one.region, who) {
			all = append(all, one.is)
		}
	}
	if len(all) == len(h.oneOf) {
		return yes
	}
	return f.or(all...)
}

// meeting are those who can meet a need of a rule where she is, and what makes it so: where one of
// them has no line of her own, others are there instead.
func (h home) meeting(f *formula, n questionnaire.Need, u questionnaire.Urgency) []meeting {
	homes := h.oneOf
	if homes == nil {
		homes = []possible{{h, yes}}
	}
	var all []meeting
	for _, one := range homes {
		anyOf := n.AnyOf
		if u < questionnaire.Now {
			anyOf = n.WhereLacking(func(who *questionnaire.Clinician) bool { return who.LacksLine(one.region) })
		}
		i := slices.IndexFunc(all, func(m meeting) bool { return slices.Equal(m.anyOf, anyOf) })
		if i < 0 {
			i = len(all)
			all = append(all, meeting{anyOf, no})
		}
		all[i].here = f.or(all[i].here, one.is)
	}
	if len(all) == 1 {
		all[0].here = yes
	}
	return all
}

// meeting are some of whom any one can meet a need, where that is so.
type meeting struct {
	anyOf []*questionnaire.Clinician
	here  lit
}

// regionIn is the region of the home that it is in this world.
func (h home) regionIn(f *formula, w world) *questionnaire.Region {
	for _, one := range h.oneOf {
		if w.holds(f, one.is) {
			return one.region
		}
	}
	return h.region
}

// bound is how many steps those may have at most for whom something is true; of
// today: steps that are today or now.
type bound struct {
	of    lit
	most  int
	today bool
}

// boundAtSight reports of a bound that a search for somebody, wherever she is, finds
// nobody who exceeds it.
func (p *wanting) boundAtSight(b bound, search func(*wanting, lit, int) (questionnaire.Person, answer)) bool {
	if p.sight.off || p.home.oneOf != nil {
		return false
	}
	kept, known := p.sight.bounds[b]
	if !known {
		_, result := search(p.wanting(p.anywhere()), b.of, b.most)
		kept = result == nobody
		p.sight.bounds[b] = kept
	}
	return kept
}
