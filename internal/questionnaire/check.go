package questionnaire

import (
	"slices"
	"strings"
)

// Check is one kind of thing that can be wrong with a questionnaire. Each is
// declared once, where it is looked for, and what lists checks reads the register.
type Check struct {
	id       string
	severity Severity
	finds    string
}

// ID is what the check is called in messages and machine formats: "dangling".
func (c *Check) ID() string {
	if c == nil {
		return ""
	}
	return c.id
}

// Severity is that of what it finds, or of the worst of that.
func (c *Check) Severity() Severity { return c.severity }

// Finds says what it finds: "a promise that some person breaks".
func (c *Check) Finds() string { return c.finds }

var register []*Check

// Declare puts a check into the register, of which alone a [Finding] can be made.
func Declare(id string, severity Severity, finds string) *Check {
	if CheckCalled(id) != nil {
		panic("two checks are called " + id) // found by whoever runs anything at all
	}
	c := &Check{id, severity, finds}
	register = append(register, c)
	return c
}

// Checks are all that are declared, by their ids.
func Checks() []*Check {
	return slices.SortedStableFunc(slices.Values(register), func(a, b *Check) int { return strings.Compare(a.id, b.id) })
}

// CheckCalled finds a check by its id, or returns nil.
func CheckCalled(id string) *Check {
	return find(register, func(c *Check) bool { return c.id == id })
}

// Those that more than one package finds.
var (
	Dangling    = Declare("dangling", Error, "a name that leads nowhere")
	EmptyHanded = Declare("empty-handed", Error, "a way through that ends without a conversation or help line")
)
