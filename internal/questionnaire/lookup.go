package questionnaire

import "slices"

// Each of these finds a noun by its id, or returns nil.

func (q *Questionnaire) Topic(id string) *Topic {
	return find(q.Topics, func(t *Topic) bool { return t.ID == id })
}

func (q *Questionnaire) Question(id string) *Question {
	return find(q.Questions, func(x *Question) bool { return x.ID == id })
}

func (q *Questionnaire) Rule(id string) *Rule {
	return find(q.Rules, func(r *Rule) bool { return r.ID == id })
}

func (q *Questionnaire) Promise(id string) *Promise {
	return find(q.Promises, func(p *Promise) bool { return p.ID == id })
}

func (q *Questionnaire) Text(id string) *Education {
	return find(q.Education, func(e *Education) bool { return e.ID == id })
}

func (q *Questionnaire) Clinician(id string) *Clinician {
	return find(q.Clinicians, func(c *Clinician) bool { return c.ID == id })
}

func (q *Questionnaire) Region(id string) *Region {
	return find(q.Regions, func(r *Region) bool { return r.ID == id })
}

func (q *Questionnaire) Condition(id string) *Named {
	return find(q.Conditions, func(n *Named) bool { return n.ID == id })
}

func (q *Questionnaire) Source(id string) *Source {
	return find(q.Sources, func(s *Source) bool { return s.ID == id })
}

func (q *Questionnaire) Scenario(id string) *Scenario {
	return find(q.Scenarios, func(s *Scenario) bool { return s.ID == id })
}

// LinesOf lists the region's lines of these kinds, kinds in the order asked for; of
// each those that are of the kind, and then those that serve it also. Where all that are
// of the kind serve parts of the region in which she may not be, one that serves it also,
// and everywhere, stands before them.
func (r *Region) LinesOf(kinds ...string) []*HelpLine {
	var lines []*HelpLine
	seen := map[*HelpLine]bool{}
	take := func(stands func(l *HelpLine) bool) {
		for _, l := range r.Lines {
			if !seen[l] && stands(l) {
				seen[l] = true
				lines = append(lines, l)
			}
		}
	}
	for _, kind := range kinds {
		of := func(l *HelpLine) bool { return l.Kind == kind }
		also := func(l *HelpLine) bool { return slices.Contains(l.Also, kind) }
		if !slices.ContainsFunc(r.Lines, func(l *HelpLine) bool { return of(l) && r.serves(l) }) {
			take(func(l *HelpLine) bool { return also(l) && r.serves(l) })
		}
		take(of)
		take(also)
	}
	return lines
}
