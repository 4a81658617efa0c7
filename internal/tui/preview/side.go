package preview

import (
	"strings"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/prove"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/tui"
)

// rows are those of the list that stands beside.
func (p *preview) rows(width int) []string {
	s := &tui.Sheet{Width: width}
	if p.shown() == problemsBeside {
		p.layProblems(s)
	} else {
		p.layFires(s)
	}
	return s.Rows()
}

// layFires lists what fires, to whom it leads, and the answers that led to it:
// by ids, since whoever reads it has the files open.
func (p *preview) layFires(s *tui.Sheet) {
	if p.m == nil {
		return
	}
	look, waiting, heading := tui.Look(), 0, ""
	for _, f := range p.m.Visit().Said().Fires() {
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
			s.Gap()
			s.Text(look.Strong, heading)
		}
		soon := f.Urgency().String()
		if f.Certain && f.Rule.Interrupt {
			soon += ", " + p.w.Preview.Interrupts
		}
		s.Hang("- ", look.Plain, look.Focus.Render(f.Rule.ID)+": "+soon)
		var who []string
		for _, c := range f.Rule.TalkTo {
			who = append(who, c.ID)
		}
		s.Hang("    ", look.Plain, strings.Join(who, ", "))
		for _, b := range f.Because() {
			s.Hang("    ", look.Faint, b.Question.ID+": "+prove.Said(p.m.Visit().Questionnaire(), b.Question, b.Reply))
		}
	}
	if heading == "" {
		s.Text(look.Plain, p.w.Preview.NothingYet)
	}
	if waiting > 0 {
		s.Gap()
		s.Text(look.Faint, p.w.Count(p.w.Preview.Waiting, waiting))
	}
}

// layProblems lists what is wrong, each with its line and a caret under the word.
func (p *preview) layProblems(s *tui.Sheet) {
	look := tui.Look()
	switch {
	case p.last.Err != nil:
		s.Text(look.Notice, visible(p.last.Err.Error()))
	case p.last.Questionnaire == nil && p.m == nil:
		s.Text(look.Notice, p.w.Preview.NeverGood)
	case p.last.Questionnaire == nil:
		s.Text(look.Notice, p.w.Preview.Broken)
	case !p.checked:
		s.Text(look.Notice, p.w.Preview.StillProved)
	}
	problems := p.problems()
	if p.last.Err == nil && p.checked && len(problems) == 0 {
		s.Text(look.Plain, page.SentenceCase(p.w.Preview.Sound)+".")
	}
	for _, problem := range problems {
		s.Gap()
		style := look.Plain
		if problem.Severity == questionnaire.Error {
			style = look.Strong
		}
		s.Text(style, visible(problem.At.String())+": "+problem.Severity.String()+" ["+problem.Check.ID()+"]")
		if problem.Line != "" {
			line, caret := excerpt(problem.Line, problem.At.Column, max(8, s.Width-2))
			s.Line("  " + look.Faint.Render(line))
			s.Line("  " + look.Focus.Render(caret))
		}
		s.Text(look.Plain, visible(problem.Message))
		if len(problem.Example) > 0 {
			s.Text(look.Faint, p.w.Preview.Example)
			for _, line := range problem.Example {
				s.Hang("  ", look.Faint, visible(line))
			}
		}
	}
}
