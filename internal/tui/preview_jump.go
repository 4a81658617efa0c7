package tui

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	pages "github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/wording"
)

type (
	jumpOpenedEvent struct{}
	// jumpedEvent is a jump to a question, a text, or a stage.
	jumpedEvent struct {
		question *questionnaire.Question
		text     *questionnaire.Education
		stage    stage
		anew     bool // without any answers
	}
)

// jumpPage finds a question by its id or its text, as somebody types. To go
// there answers nothing else: what was passed over is not answered yet.
type jumpPage struct {
	w       *wording.Words
	entries []jumpEntry
	typed   string
	menu    menu
	found   []jumpedEvent // one for each item
}

type jumpEntry struct {
	label   string
	heading string // of what begins here
	to      jumpedEvent
}

func newJumpPage(w *wording.Words, s screening.State) page {
	q := s.Questionnaire()
	p := jumpPage{w: w}
	add := func(heading, label string, to jumpedEvent) {
		p.entries = append(p.entries, jumpEntry{label, heading, to})
	}
	asked := map[*questionnaire.Question]bool{}
	for _, question := range s.Asked() {
		asked[question] = true
	}
	for _, question := range q.Questions {
		state := pages.Replied(w, q.Formulary, question, s.Reply(question))
		if !asked[question] {
			state = w.Preview.NotAsked
		}
		label := wording.Fill(w.Preview.JumpEntry, "id", question.ID, "text", question.Ask) + " (" + state + ")"
		add(question.Topic.Title, label, jumpedEvent{question: question, stage: asking})
	}
	for _, e := range q.Education {
		add(w.Preview.Texts, wording.Fill(w.Preview.JumpEntry, "id", e.ID, "text", e.Title), jumpedEvent{text: e})
	}
	add(" ", w.Preview.Beginning, jumpedEvent{stage: welcoming})
	add(" ", w.Preview.Anew, jumpedEvent{stage: welcoming, anew: true})
	add(" ", w.Preview.AnswersSoFar, jumpedEvent{stage: checking})
	add(" ", w.Preview.TalksSoFar, jumpedEvent{stage: answering})
	return p.find()
}

// find lists what has all of the typed words in it.
func (p jumpPage) find() jumpPage {
	p.menu, p.found = newMenu(), nil
	p.menu.unnumbered = true
	heading := ""
	for _, e := range p.entries {
		if !hasWords(e.label, p.typed) {
			continue
		}
		it := item{label: e.label}
		if e.heading != heading {
			heading = e.heading
			it.heading, it.apart = strings.TrimSpace(heading), true
		}
		p.menu.items = append(p.menu.items, it)
		p.found = append(p.found, e.to)
	}
	if len(p.found) > 0 {
		p.menu.focus = 0
	}
	return p
}

func hasWords(text, typed string) bool {
	text = questionnaire.Fold(text)
	for _, word := range strings.Fields(typed) {
		if !strings.Contains(text, questionnaire.Fold(word)) {
			return false
		}
	}
	return true
}

func (p jumpPage) typing() bool { return true }

func (p jumpPage) content(width, height int) content {
	h := hintsIn(p.w)
	s := &sheet{width: width, height: height}
	field := p.w.Preview.JumpField + ": " + p.typed
	s.rows = append(s.rows, row{text: look.title.Render(ansi.TruncateLeft(field, max(0, ansi.StringWidth(field)-width+1), "")), item: noItem})
	if p.typed == "" {
		s.text(look.faint, p.w.Preview.JumpHint)
	}
	if len(p.found) == 0 {
		s.text(look.notice, p.w.Preview.JumpNothing)
	}
	head := len(s.rows)
	p.menu.lay(s)
	return content{rows: s.rows, head: head, focus: p.menu.focus, column: p.menu.column(), hints: []hint{h.move, h.choose, {"esc", p.w.Preview.Close, false}, h.leave}}
}

func (p jumpPage) update(k tea.KeyMsg) (page, event) {
	switch {
	case k.Type == tea.KeyDown || k.Type == tea.KeyTab:
		p.menu.focus = min(p.menu.focus+1, len(p.menu.items)-1)
	case k.Type == tea.KeyUp || k.Type == tea.KeyShiftTab:
		p.menu.focus = max(p.menu.focus-1, min(0, len(p.menu.items)-1))
	case k.Type == tea.KeyEnter && p.menu.focus != noItem:
		return p, p.found[p.menu.focus]
	case k.Type == tea.KeyEsc, key.Matches(k, previewKeys.goTo):
		return p, wentBackEvent{}
	case k.Type == tea.KeyRunes || k.Type == tea.KeySpace:
		p.typed += visible(string(k.Runes))
		return p.find(), nil
	case k.Type == tea.KeyBackspace && p.typed != "":
		letters := []rune(p.typed)
		p.typed = string(letters[:len(letters)-1])
		return p.find(), nil
	case k.Type == tea.KeyCtrlU:
		p.typed = ""
		return p.find(), nil
	}
	return p, nil
}

// jumped goes where the jump leads and leaves every answer as it is.
func (m *model) jumped(e jumpedEvent) {
	if e.text != nil {
		m.back()
		m.happens(textOpenedEvent{e.text})
		return
	}
	m.shelf, m.changing = nil, false
	if e.anew {
		m.state, m.at = screening.Start(m.q), nil
	}
	switch {
	case e.question != nil:
		m.ask(e.question)
	case e.stage == checking:
		m.check()
	case e.stage == answering:
		m.conversations()
	default:
		m.stage = welcoming
		m.turn(m.welcome())
	}
}
