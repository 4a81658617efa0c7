package preview

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/tui"
	"github.com/ask-first/askfirst/internal/wording"
)

// From these sizes on there is room for two things at once.
const (
	wideEnough = 100
	highEnough = 20
)

// layout is how the screen is divided. The last line is the bar's.
type layout struct {
	width, height         int // of the screening
	sideWidth, sideHeight int
	wide                  bool // the list stands beside, and otherwise beneath
	whole                 bool // the list has the whole screen, and the screening waits
}

func (p *preview) layout() layout {
	l := layout{width: p.width, height: max(1, p.height-1), wide: p.width >= wideEnough}
	beside := p.shown() != nothingBeside
	switch {
	case !beside:
	case p.m == nil || !l.wide && p.height < highEnough:
		l.whole = true
		l.sideWidth, l.sideHeight = p.width, l.height
	case l.wide:
		l.sideWidth, l.sideHeight = min(60, max(36, p.width-tui.FullWidth-3)), l.height
		l.width = p.width - l.sideWidth - ansi.StringWidth(between)
	default:
		l.sideWidth, l.sideHeight = p.width, (l.height-1)*9/20
		l.height -= l.sideHeight + 1
	}
	return l
}

// shown is what stands beside: on a wide screen what fires, if nothing else.
func (p *preview) shown() side {
	if p.beside == nothingBeside && p.m != nil && p.width >= wideEnough {
		return rulesBeside
	}
	return p.beside
}

// between stands between the screening and the list beside it.
const between = " │ "

func (p *preview) View() string {
	if p.m != nil && (p.left() || p.m.Covered()) {
		return p.m.View()
	}
	l := p.layout()
	var lines []string
	if !l.whole && p.m != nil {
		lines = strings.Split(p.screening(), "\n")
		for len(lines) < l.height {
			lines = append(lines, "")
		}
	}
	if p.out != nil && (l.whole || p.focused) {
		p.out.Place(nil)
	}
	if l.sideHeight > 0 {
		aside := p.aside(l)
		switch {
		case l.whole:
			lines = aside
		case l.wide:
			for i := range lines {
				lines[i] += strings.Repeat(" ", max(0, l.width-ansi.StringWidth(lines[i]))) + tui.Look().Faint.Render(between) + aside[i]
			}
		default:
			lines = append(append(lines, tui.Look().Faint.Render(strings.Repeat("─", p.width))), aside...)
		}
	}
	return strings.Join(append(lines, p.bar()), "\n")
}

// screening is the page of the screening, or the list of places over it.
func (p *preview) screening() string {
	if p.jump == nil {
		return p.m.View()
	}
	screen, cursor := p.jump.Draw()
	if p.out != nil {
		p.out.Place(cursor)
	}
	return screen
}

// aside is the list, exactly as high as its place.
func (p *preview) aside(l layout) []string {
	title, opens := p.w.Preview.RulesTitle, "ctrl+r"
	if p.shown() == problemsBeside {
		title, opens = p.w.Preview.FoundTitle, "ctrl+e"
	}
	rows := p.rows(l.sideWidth)
	room := max(0, l.sideHeight-1)
	top := max(0, min(p.top, len(rows)-room))
	end := min(len(rows), top+room)
	more := ""
	if top > 0 {
		more += " ↑"
	}
	if end < len(rows) {
		more += " ↓"
	}
	switch {
	case p.focused || l.whole:
		title = "> " + title
	case more != "":
		more = opens + " " + p.w.Keys.Scroll + more
	}
	gap := max(1, l.sideWidth-ansi.StringWidth(title)-ansi.StringWidth(more))
	lines := []string{ansi.Truncate(tui.Look().Heading.Render(title)+strings.Repeat(" ", gap)+tui.Look().Faint.Render(more), l.sideWidth, "")}
	lines = append(lines, rows[top:end]...)
	for len(lines) < l.sideHeight {
		lines = append(lines, "")
	}
	return lines[:l.sideHeight]
}

// bar says how the folder stands, and which keys the preview adds. Where there
// is little room, the state of the folder goes before its name.
func (p *preview) bar() string {
	state := p.state()
	folder := p.o.Folder
	if folder == "" {
		folder = p.w.Preview.Unwatched
	}
	hints := []tui.Hint{{Key: "ctrl+g", Does: p.w.Preview.GoTo}, {Key: "ctrl+r", Does: p.w.Preview.Rules}, {Key: "ctrl+e", Does: p.w.Preview.Problems}}
	switch {
	case p.focused || p.layout().whole && p.m != nil:
		hints = []tui.Hint{{Key: "↑↓", Does: p.w.Keys.Scroll}, {Key: "esc", Does: p.w.Preview.Close}}
	case p.m == nil:
		hints = []tui.Hint{{Key: "ctrl+c", Does: p.w.Keys.Leave}}
	case p.last.Questionnaire == nil || p.width < 60:
		slices.Reverse(hints) // what is wrong goes first where not all fit
	}
	all, width := "", 0
	for _, h := range hints {
		if p.width < 60 {
			h.Key = strings.Replace(h.Key, "ctrl+", "^", 1)
		}
		if width+h.Width()+2 > p.width-ansi.StringWidth(state)-2 {
			break
		}
		all += "  " + h.Key + " " + h.Does
		width += 2 + h.Width()
	}
	room := p.width - width - 2
	said := wording.Fill(p.w.Preview.Bar, "folder", visible(folder), "state", state)
	if ansi.StringWidth(said) > room {
		said = state
	}
	said = ansi.Truncate(" "+said, room+1, "…")
	return tui.Look().Bar.Render(said + strings.Repeat(" ", max(0, p.width-width-ansi.StringWidth(said)-1)) + all + " ")
}

// state is how the folder stands as it was saved last.
func (p *preview) state() string {
	if p.last.Err != nil {
		return p.lastGood(p.w.Preview.Unreadable)
	}
	count := map[questionnaire.Severity]int{}
	for _, problem := range p.problems() {
		count[problem.Severity]++
	}
	errors, warnings := p.w.Count(p.w.Preview.Errors, count[questionnaire.Error]), p.w.Count(p.w.Preview.Warnings, count[questionnaire.Warning])
	switch {
	case p.last.Questionnaire == nil:
		return p.lastGood(errors)
	case !p.checked:
		return p.w.Preview.Checking
	case count[questionnaire.Error]+count[questionnaire.Warning] == 0:
		return p.w.Preview.Sound
	case count[questionnaire.Error] == 0:
		return warnings
	case count[questionnaire.Warning] == 0:
		return errors
	}
	return wording.Fill(p.w.Preview.Both, "errors", errors, "warnings", warnings)
}

func (p *preview) lastGood(state string) string {
	if p.m == nil || p.width < wideEnough {
		return state
	}
	return wording.Fill(p.w.Preview.LastGood, "state", state)
}
