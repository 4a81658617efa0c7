package preview

import (
	"strings"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/prove"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// reload goes on with another reading of the questionnaire, and says what is not
// there any more of where she was and what she said.
func (p *preview) reload(q *questionnaire.Questionnaire) {
	before := p.m.Visit()
	dropped := p.m.Reload(q)
	var gone []string
	if at, ok := before.Where().(visit.Asked); ok && q.Question(at.Question.ID) == nil {
		gone = append(gone, wording.Fill(p.w.Preview.Moved, "id", at.Question.ID))
	}
	var what []string
	for _, d := range dropped {
		what = append(what, d.Question.ID+": "+prove.Said(before.Questionnaire(), d.Question, d.Reply))
	}
	if len(what) > 0 {
		gone = append(gone, wording.Fill(p.w.Preview.Dropped, "what", strings.Join(what, "; ")))
	}
	p.m.Say(strings.Join(gone, " "))
	if p.jump != nil {
		there := p.jump.Place()
		typed := p.jump.Typed()
		p.jump.Return(page.Jump(p.w, p.m.Visit(), typed), there)
		p.jump.Type(typed)
	}
}
