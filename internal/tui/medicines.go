package tui

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"github.com/ask-first/askfirst/internal/finder"
	pages "github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// onField is the focus on the field to type into.
const onField = -2

// medicinesPage finds medicines by name as she types. It only ever proposes:
// each medicine comes onto her list by her own choice from names that say what
// they are for. What she types is matched and forgotten.
type medicinesPage struct {
	w      *wording.Words
	q      *questionnaire.Question
	f      *questionnaire.Formulary
	finder *finder.Index
	field  *huh.Input
	typed  string
	taken  []questionnaire.Taken
	asking *int // the medicine whose state is asked just now
	menu   menu
	acts   []func(medicinesPage) (page, event) // one for each item
	look   bool                                // some of the names found look alike
	notice string
}

func newMedicinesPage(w *wording.Words, q *questionnaire.Question, f *questionnaire.Formulary, index *finder.Index, said questionnaire.Reply) page {
	p := medicinesPage{w: w, q: q, f: f, finder: index, taken: said.Taken}
	p = p.forget()
	switch said.Kind {
	case questionnaire.Unsure:
		p.menu.focus = len(p.menu.items) - 3
	case questionnaire.Declined:
		p.menu.focus = len(p.menu.items) - 2
	}
	return p
}

// forget empties the field.
func (p medicinesPage) forget() medicinesPage {
	theme := huh.ThemeBase()
	theme.Focused.Base = lipgloss.NewStyle()
	theme.Focused.TextInput.Prompt = look.title
	p.field = huh.NewInput().Prompt(p.w.Medicines.Field + ": ").Inline(true)
	p.field.WithTheme(theme)
	p.field.Focus() // its command would only make the cursor blink
	p.typed, p.asking = "", nil
	return p.list()
}

// list lays out what can be chosen: what the letters may mean, or, without
// letters, her list and the other answers.
func (p medicinesPage) list() medicinesPage {
	p.menu, p.acts, p.look = newMenu(), nil, false
	p.menu.focus, p.menu.unnumbered = onField, true
	add := func(label string, apart bool, act func(medicinesPage) (page, event)) {
		p.menu.items = append(p.menu.items, item{label: label, apart: apart})
		p.acts = append(p.acts, act)
	}
	answer := func(r questionnaire.Reply) func(medicinesPage) (page, event) {
		return func(p medicinesPage) (page, event) { return p, answeredEvent{r} }
	}
	if p.typed != "" {
		for _, m := range p.finder.Find(p.typed) {
			p.look = p.look || m.LookAlike
			add(pages.Match(p.w, m), false, func(p medicinesPage) (page, event) { return p.pick(m.Medicine.Index), nil })
		}
		add(p.w.Answer.Unlisted, true, func(p medicinesPage) (page, event) { return p.pick(questionnaire.UnlistedMedicine), nil })
		return p
	}
	if len(p.taken) > 0 {
		add(p.w.Medicines.Done, false, answer(questionnaire.Reply{Kind: questionnaire.Definite, Taken: p.taken}))
		for i, t := range p.taken {
			add(pages.Taken(p.w, p.f, p.q, t), false, func(p medicinesPage) (page, event) {
				p.taken = slices.Delete(slices.Clone(p.taken), i, i+1)
				return p.forget(), nil
			})
		}
		p.menu.items[1].heading = p.w.Medicines.Yours
	} else {
		add(p.w.Answer.None, false, answer(questionnaire.Reply{Kind: questionnaire.Definite}))
	}
	add(p.w.Answer.Unlisted, len(p.taken) > 0, func(p medicinesPage) (page, event) { return p.pick(questionnaire.UnlistedMedicine), nil })
	add(p.w.Answer.NotSure, true, answer(questionnaire.Reply{Kind: questionnaire.Unsure}))
	add(p.w.Answer.PreferNotToSay, false, answer(questionnaire.Reply{Kind: questionnaire.Declined}))
	// The letter for it is text here, so it stands among the answers.
	add(sentenceCase(p.w.Keys.Enough), true, func(p medicinesPage) (page, event) { return p, endedEarlyEvent{} })
	return p
}

func sentenceCase(s string) string {
	_, first := utf8.DecodeRuneInString(s)
	return strings.ToUpper(s[:first]) + s[first:]
}

// pick takes a medicine, after asking whether she still takes it.
func (p medicinesPage) pick(medicine int) page {
	if len(p.q.States) == 0 {
		return p.put(questionnaire.Taken{Medicine: medicine})
	}
	p.asking = &medicine
	p.menu, p.acts = newMenu(), nil
	choose := func(state int) func(medicinesPage) (page, event) {
		return func(p medicinesPage) (page, event) {
			return p.put(questionnaire.Taken{Medicine: medicine, State: state}), nil
		}
	}
	for i, s := range p.q.States {
		p.menu.items = append(p.menu.items, item{label: s.Label})
		p.acts = append(p.acts, choose(i))
	}
	for i, open := range []string{p.w.Answer.NotSure, p.w.Answer.PreferNotToSay} {
		p.menu.items = append(p.menu.items, item{label: open, apart: i == 0})
		p.acts = append(p.acts, choose(questionnaire.UnsureState))
	}
	return p
}

// put adds the medicine to her list, in the place of what she said of it before.
func (p medicinesPage) put(t questionnaire.Taken) page {
	p.taken = slices.DeleteFunc(slices.Clone(p.taken), func(o questionnaire.Taken) bool { return o.Medicine == t.Medicine })
	p.taken = append(p.taken, t)
	p = p.forget()
	p.notice = wording.Fill(p.w.Medicines.Put, "medicine", pages.Medicine(p.w, p.f, t.Medicine))
	if t.Medicine == questionnaire.UnlistedMedicine {
		p.notice = p.w.Medicines.UnlistedPut
	}
	return p
}

func (p medicinesPage) typing() bool { return p.asking == nil }

func (p medicinesPage) content(width, height int) content {
	h := hintsIn(p.w)
	s := &sheet{width: width, height: height}
	c := content{place: p.q.Topic.Title, notice: p.notice, hints: []hint{h.move, h.choose, h.back, h.leave}}
	if p.asking != nil {
		s.text(look.title, wording.Fill(p.w.Medicines.StateAsk, "medicine", pages.Medicine(p.w, p.f, *p.asking)))
		s.gap()
		p.menu.lay(s)
		c.rows, c.focus, c.column = s.rows, p.menu.focus, p.menu.column()
		return c
	}
	// The field must be in view together with the question. Where there is no
	// room for more, what explains the question stands at the end.
	roomy := height >= 14
	if p.typed == "" && roomy {
		announce(s, p.w, p.q)
	}
	if p.typed == "" && roomy && p.q.Before != "" {
		s.text(look.faint, p.q.Before)
	}
	s.text(look.title, p.q.Ask)
	c.head = len(s.rows)
	if p.typed == "" && roomy {
		s.text(look.faint, p.q.Why)
	}
	if roomy {
		s.gap()
	}
	field := strings.TrimRight(p.field.View(), " \n")
	s.rows = append(s.rows, row{text: ansi.Truncate(field, width, "…"), item: onField})
	if p.typed == "" {
		s.text(look.faint, p.w.Medicines.Hint)
	}
	s.gap()
	switch {
	case p.look:
		s.text(look.notice, p.w.Medicines.LookAlike)
	case p.typed != "" && len(p.acts) == 1 && len([]rune(p.typed)) > 2:
		s.text(look.notice, p.w.Medicines.Nothing)
	}
	p.menu.lay(s)
	if p.typed == "" && !roomy {
		s.gap()
		s.text(look.faint, p.q.Why)
	}
	c.rows, c.focus, c.column = s.rows, p.menu.focus, p.menu.column()
	if c.focus == onField {
		c.column = min(ansi.StringWidth(p.w.Medicines.Field+": "+p.typed), width-1)
	}
	return c
}

func (p medicinesPage) update(k tea.KeyMsg) (page, event) {
	p.notice = ""
	if p.asking != nil {
		return p.updateState(k)
	}
	switch {
	case k.Type == tea.KeyDown || k.Type == tea.KeyTab:
		p.menu.focus = max(0, min(p.menu.focus+1, len(p.menu.items)-1))
		if p.menu.focus == onField+1 {
			p.menu.focus = 0
		}
	case k.Type == tea.KeyUp || k.Type == tea.KeyShiftTab:
		p.menu.focus--
		if p.menu.focus < 0 {
			p.menu.focus = onField
		}
	case k.Type == tea.KeyEnter && p.menu.focus == onField:
		p.notice = p.w.Question.ChooseFirst
	case k.Type == tea.KeyEnter:
		return p.acts[p.menu.focus](p)
	case k.Type == tea.KeyEsc && p.typed != "":
		return p.forget(), nil
	case k.Type == tea.KeyEsc:
		return p, wentBackEvent{}
	case slices.Contains([]tea.KeyType{tea.KeyRunes, tea.KeySpace, tea.KeyBackspace, tea.KeyCtrlU, tea.KeyCtrlW}, k.Type):
		// The field's other keys would run a clipboard program or move its
		// cursor to where ours is not. Pasting in the terminal comes as letters.
		p.field.Update(k)
		p.typed = strings.TrimSpace(p.field.GetValue().(string))
		p = p.list()
	}
	return p, nil
}

func (p medicinesPage) updateState(k tea.KeyMsg) (page, event) {
	if m, moved := p.menu.move(k); moved {
		p.menu = m
		return p, nil
	}
	switch {
	case key.Matches(k, keys.back):
		return p.list().unasked(), nil
	case key.Matches(k, keys.choose) && p.menu.focus == noItem:
		p.notice = p.w.Question.ChooseFirst
	case key.Matches(k, keys.choose):
		return p.acts[p.menu.focus](p)
	}
	return p, nil
}

func (p medicinesPage) unasked() page {
	p.asking = nil
	return p
}
