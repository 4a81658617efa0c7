package tui

import (
	"strings"

	"github.com/ask-first/askfirst/internal/prove"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// rows are those of the list that stands beside.
func (p *preview) rows(width int) []row {
	s := &sheet{width: width}
	if p.shown() == problemsBeside {
		p.layProblems(s)
	} else {
		p.layFires(s)
	}
	return s.rows
}

// layFires lists what fires, to whom it leads, and the answers that led to it:
// by ids, since whoever reads it has the files open.
func (p *preview) layFires(s *sheet) {
	if p.m == nil {
		return
	}
	waiting, heading := 0, ""
	for _, f := range p.m.state.Fires() {
		if f.Waiting && !f.Certain {
			waiting++
			continue
		}
		under := p.w.Preview.Possible
		if f.Certain {
			under = p.w.Preview.Certain
		}
		if under != heading {
			heading = under
			s.gap()
			s.text(look.strong, heading)
		}
		soon := f.Urgency().String()
		if f.Certain && f.Rule.Interrupt {
			soon += ", " + p.w.Preview.Interrupts
		}
		s.hang("- ", look.plain, look.focus.Render(f.Rule.ID)+": "+soon, noItem)
		var who []string
		for _, c := range f.Rule.TalkTo {
			who = append(who, c.ID)
		}
		s.hang("    ", look.plain, strings.Join(who, ", "), noItem)
		for _, b := range f.Because() {
			s.hang("    ", look.faint, b.Question.ID+": "+prove.Said(p.m.q, b.Question, b.Reply), noItem)
		}
	}
	if heading == "" {
		s.text(look.plain, p.w.Preview.NothingYet)
	}
	if waiting > 0 {
		s.gap()
		s.text(look.faint, p.w.Count(p.w.Preview.Waiting, waiting))
	}
}

// layProblems lists what is wrong, each with its line and a caret under the word.
func (p *preview) layProblems(s *sheet) {
	switch {
	case p.last.Err != nil:
		s.text(look.notice, visible(p.last.Err.Error()))
	case p.last.Questionnaire == nil && p.m == nil:
		s.text(look.notice, p.w.Preview.NeverGood)
	case p.last.Questionnaire == nil:
		s.text(look.notice, p.w.Preview.Broken)
	case !p.checked:
		s.text(look.notice, p.w.Preview.StillProved)
	}
	problems := p.problems()
	if p.last.Err == nil && p.checked && len(problems) == 0 {
		s.text(look.plain, sentenceCase(p.w.Preview.Sound)+".")
	}
	for _, problem := range problems {
		s.gap()
		style := look.plain
		if problem.Severity == questionnaire.Error {
			style = look.strong
		}
		s.text(style, visible(problem.At.String())+": "+problem.Severity.String()+" ["+problem.Check.ID()+"]")
		if problem.Line != "" {
			line, caret := excerpt(problem.Line, problem.At.Column, max(8, s.width-2))
			s.rows = append(s.rows, row{text: "  " + look.faint.Render(line), item: noItem}, row{text: "  " + look.focus.Render(caret), item: noItem})
		}
		s.text(look.plain, visible(problem.Message))
		if len(problem.Example) > 0 {
			s.text(look.faint, p.w.Preview.Example)
			for _, line := range problem.Example {
				s.hang("  ", look.faint, visible(line), noItem)
			}
		}
	}
}
