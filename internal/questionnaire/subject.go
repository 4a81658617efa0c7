package questionnaire

// What a noun is as a subject. An answer and a state are parts of their question.

func (q *Questionnaire) Subject() Subject { return Subject{Kind: "questionnaire"} }
func (x *Question) Subject() Subject      { return Subject{Kind: "question", ID: x.ID} }
func (r *Rule) Subject() Subject          { return Subject{Kind: "rule", ID: r.ID} }
func (p *Promise) Subject() Subject       { return Subject{Kind: "promise", ID: p.ID} }
func (r *Region) Subject() Subject        { return Subject{Kind: "region", ID: r.ID} }
func (c *Clinician) Subject() Subject     { return Subject{Kind: "clinician", ID: c.ID} }
func (o *Order) Subject() Subject         { return Subject{Kind: "order", ID: o.ID} }
func (e *Education) Subject() Subject     { return Subject{Kind: "education", ID: e.ID} }
func (l *HelpLine) Subject() Subject      { return Subject{Kind: "line", ID: l.ID} }
func (s *Scenario) Subject() Subject      { return Subject{Kind: "scenario", ID: s.ID} }
func (l *OutsideList) Subject() Subject   { return Subject{Kind: "outside-list", ID: l.ID} }
