package questionnaire

// Op is what a condition does with its parts.
type Op uint8

const (
	All  Op = iota // every part
	Any            // at least one part
	Not            // the opposite of its only part
	Atom           // a test of one question's answer
)

// Condition is a test over answers. A nil *Condition always holds. Whether it
// holds for somebody is for package screening to say.
type Condition struct {
	Op    Op
	Parts []*Condition
	Atom  *Test
	// Named is what the author called by its name here; nil: it is written out.
	// Then Op is All, and the named condition is its only part.
	Named *Named
	At    Position
}

// Test is a condition's atom: are at least so many of these answers among those
// that were chosen?
type Test struct {
	Question *Question
	Of       []string // as the author wrote them
	AtLeast  int      // 1 unless the author wrote at-least

	// Want tells for each of Question.Answers, or for each of the formulary's
	// medicines, whether it counts.
	Want []bool
	// May tells for each of the formulary's medicines whether it stands for one of a kind
	// and may be one that counts; nil: none does.
	May []bool
	// These four count beside Want: the two open answers by name, and for
	// medicines "none" and "unlisted".
	WantNotSure        bool
	WantPreferNotToSay bool
	WantNone           bool
	WantUnlisted       bool
	// WantState tells for each of Question.States whether a medicine in it
	// counts; nil: every state does.
	WantState []bool
}

// Atoms calls yield for every atom of the condition, in the order of writing.
func (c *Condition) Atoms(yield func(*Condition)) {
	if c == nil {
		return
	}
	if c.Op == Atom {
		yield(c)
		return
	}
	for _, p := range c.Parts {
		p.Atoms(yield)
	}
}
