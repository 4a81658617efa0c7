package handout

import (
	"slices"
	"strconv"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// Questions is the whole questionnaire on paper: numbered, with the way through
// in words, and then which answers lead to whom. Without private the questions
// that are never shown on a shared screen are left out, because others may see a
// paper; they count as "prefer not to say".
func (s Source) Questions(private bool) *Document {
	p := s.paper(private)
	h := &s.Words.Handout
	d := s.document(h.Questions.Title)
	d.Sections = append(d.Sections, p.before())
	d.Sections = append(d.Sections, p.questions()...)
	d.Sections = append(d.Sections, p.leads()...)
	d.Sections = append(d.Sections, s.clinicians(s.Words.Handout.Questions.Who, false), s.lines(), s.receipt(usual))
	return s.ofPaper(d)
}

// paper is the questionnaire while it is written down.
type paper struct {
	Source
	teller
	asked []*questionnaire.Question // those that stand on the paper, in order
}

func (s Source) paper(private bool) *paper {
	p := &paper{Source: s, teller: teller{q: s.Questionnaire, w: s.Words, no: numbers{}}}
	for _, question := range s.Questionnaire.Questions {
		if private || !question.Private {
			p.no[question] = len(p.no) + 1
			p.asked = append(p.asked, question)
		}
	}
	return p
}

// before is what one reads before the first question.
func (p *paper) before() Section {
	h := &p.Words.Handout.Questions
	s := Section{Heading: p.Words.Welcome.Heading}
	s.Blocks = append(s.Blocks, p.worse())
	s.Blocks = append(s.Blocks, list(h.How...), p.keep())
	s.Blocks = append(s.Blocks, p.stops(nil)...)
	if len(p.asked) < len(p.Questionnaire.Questions) {
		s.Blocks = append(s.Blocks, Note{h.LeftOut})
	}
	return s
}

// questions are the topics with their questions, each with where to stop.
func (p *paper) questions() []Section {
	var sections []Section
	for _, topic := range p.Questionnaire.Topics {
		s := Section{Heading: topic.Title}
		if topic.About != "" {
			s.Blocks = append(s.Blocks, paragraph(topic.About))
		}
		before := len(s.Blocks)
		for _, question := range topic.Questions {
			if p.no[question] > 0 {
				s.Blocks = append(s.Blocks, p.question(question)...)
				s.Blocks = append(s.Blocks, p.stops(question)...)
			}
		}
		if len(s.Blocks) > before {
			sections = append(sections, s)
		}
	}
	return sections
}

// question is a card with all that is asked. Whom it is for stands there too, or where
// that takes long to say on cards of its own before it: together they would not fit on
// a page in large print.
func (p *paper) question(question *questionnaire.Question) []Block {
	h := &p.Words.Handout.Questions
	var cards []Block
	forWhom := p.forWhom(question)
	if len(forWhom) > 1 || question.AskWhen != nil && lengthOf(mayBe(question.AskWhen)) > mostLetters/2 {
		for _, blocks := range forWhom {
			cards = append(cards, Card{Heading: wording.Fill(h.ForYou, "n", strconv.Itoa(p.no[question])), Blocks: blocks})
		}
		forWhom = nil
	}
	asked := page.AskedOf(p.Words, p.Questionnaire.Formulary, question)
	c := Card{Heading: wording.Fill(h.Number, "n", strconv.Itoa(p.no[question]), "question", question.Ask)}
	c.Blocks = append(c.Blocks, slices.Concat(forWhom...)...)
	answers := slices.IndexFunc(asked, func(b page.Block) bool { return b.Manner == page.Option })
	c.Blocks = append(c.Blocks, p.laid(asked[:answers])...)
	switch {
	case question.TakesMedicines():
		c.Blocks = append(c.Blocks, p.medicines(question))
	case question.TakesMany():
		c.Blocks = append(c.Blocks, paragraph(h.Many))
	default:
		c.Blocks = append(c.Blocks, paragraph(h.One))
	}
	c.Blocks = append(c.Blocks, lettered(question, p.laid(asked[answers:]))...)
	if question.After != "" {
		c.Blocks = append(c.Blocks, paragraph(question.After))
	}
	return append(cards, c)
}

// lettered puts the letters before the answers by which the rest of the paper calls
// them. Of a medicines question nothing is called so.
func lettered(question *questionnaire.Question, blocks []Block) []Block {
	if question.TakesMedicines() {
		return blocks
	}
	at := 0
	for _, b := range blocks {
		if l, ok := b.(List); ok && l.Boxes {
			for i := range l.Items {
				l.Items[i].Spans = append(strong(letter(at)+". "), l.Items[i].Spans...)
				at++
			}
		}
	}
	return blocks
}

// medicineRows is how many names there is room for.
const medicineRows = 6

// medicines is a table to write names in, with a column to tick for each state.
func (p *paper) medicines(question *questionnaire.Question) Block {
	t := Table{Head: []string{p.Words.Handout.Questions.MedicineName}}
	for _, state := range question.States {
		t.Head = append(t.Head, state.Label)
	}
	if len(question.States) > 0 {
		t.Head = append(t.Head, p.Words.Answer.StateUnsure)
	}
	t.Ticks = len(t.Head) - 1
	for range medicineRows {
		t.Rows = append(t.Rows, make([]string, len(t.Head)))
	}
	return t
}

// forWhom says who answers a question, and where everybody else goes on: in several
// parts, one for each way to be asked it, where one card could not hold it.
func (p *paper) forWhom(question *questionnaire.Question) [][]Block {
	h := &p.Words.Handout.Questions
	if question.AskWhen == nil {
		return nil
	}
	when, holds, settled := p.no.known(mayBe(question.AskWhen))
	if settled {
		if holds {
			return nil
		}
		return [][]Block{{paragraph(h.Nobody)}}
	}
	var parts [][]Block
	// These cards hold nothing else, so there is room for more than beside a person.
	ways := when.ways(func(s statement) int { return lengthOf(s) / 3 })
	for i, way := range ways {
		said, otherwise := h.OnlyIf, p.otherwise(question, when)
		if i > 0 {
			said = h.OnlyIfElse
		}
		if i < len(ways)-1 {
			otherwise = wording.Fill(h.OtherwiseElse, "n", strconv.Itoa(p.no[question]))
		}
		parts = append(parts, append(p.onlyIf(way, said), paragraph(otherwise)))
	}
	return parts
}

// onlyIf says one way to be asked a question.
func (p *paper) onlyIf(way statement, said string) []Block {
	t := p.teller
	open := openLeaves(way)
	t.openOnce = len(open) > 1
	statement, short := t.shortly(way)
	if !short {
		statement = t.joined(way)
	}
	all := []Block{paragraph(wording.Fill(said, "statement", statement))}
	if !short {
		all = append(all, t.list(way))
	}
	if t.openOnce {
		all = append(all, paragraph(wording.Fill(p.Words.Handout.Questions.OpenOnce, "n", strconv.Itoa(p.no[open[0].question]))))
	}
	return all
}

// openLeaves are the leaves of a statement that hold as well for who was not sure, if
// all that are about the same question do, and no others are.
func openLeaves(s statement) (open []*picked) {
	same := true
	s.about(func(p *picked) {
		switch {
		case p.leavesOpen():
			open = append(open, p)
		case p.test != nil && !(p.none && p.notSure): // "not so" holds for her as it stands
			same = false
		}
	})
	for _, p := range open {
		same = same && p.question == open[0].question
	}
	if !same {
		return nil
	}
	return open
}

// otherwise is where to go on when a question is not for her: past the ones that
// are asked of the same people.
func (p *paper) otherwise(question *questionnaire.Question, when statement) string {
	h := &p.Words.Handout.Questions
	for _, next := range p.asked[p.no[question]:] {
		if other, _, settled := p.no.known(mayBe(next.AskWhen)); settled || !other.equal(when) {
			return wording.Fill(h.Otherwise, "n", strconv.Itoa(p.no[next]))
		}
	}
	return wording.Fill(h.OtherwiseEnd, "heading", h.Leads)
}

// besideAnAct is how long a statement is on the card of an interrupt, which has what to do
// and to say on it too: a card fills no more than a third of a page, or the page before it
// stays empty.
func besideAnAct(s statement) int { return lengthOf(s) }

// stops are the interrupts that the answer to a question may have made certain, and after
// them whom to call. One with many ways to it has a card for some of them each: who must
// stop reads a short list, and finds on its card what to do.
func (p *paper) stops(question *questionnaire.Question) []Block {
	h := &p.Words.Handout.Questions
	inWords := p.teller
	inWords.labels = true // who must stop does not look for letters
	var all []Block
	var rules []*questionnaire.Rule
	for _, stop := range p.stopsAt(question) {
		rules = append(rules, stop.rule)
		says := p.laid(without(page.DangerOf(p.Words, rules[len(rules)-1:], p.region()), page.Number, page.LineName, page.LineNote))
		for _, when := range stop.when.ways(besideAnAct) {
			c := Card{Heading: h.StopAll, Manner: Urgent}
			if !when.always() {
				c.Heading = wording.Fill(h.StopIf, "statement", inWords.oneLine(when))
			}
			if when.leaf == nil && !when.always() {
				c.Blocks = append(c.Blocks, inWords.list(when))
			}
			c.Blocks = append(c.Blocks, says...)
			all = append(all, c)
		}
	}
	if len(rules) == 0 {
		return nil
	}
	who := Card{Heading: p.Words.Interrupt.Help, Manner: Urgent}
	if lines := p.brief(questionnaire.StopLines(rules, p.region())); len(lines.Items) > 0 {
		who.Blocks = append(who.Blocks, lines)
	} else {
		who.Blocks = append(who.Blocks, list(p.Words.Interrupt.EmergencyWord))
	}
	who.Blocks = append(who.Blocks, Note{h.StopRest + " " + wording.Fill(h.StopLines, "heading", p.Words.Outcome.Lines)})
	return append(all, who)
}

// leads is which answers lead to whom, the most urgent first. Rules for the same
// answers stand together.
func (p *paper) leads() []Section {
	h := &p.Words.Handout.Questions
	first := Section{Heading: h.Leads, Blocks: []Block{paragraph(h.LeadsHow), paragraph(p.Words.Handout.Brief.How), paragraph(p.Words.Outcome.NotSafe)}}
	sections := []Section{first}
	words := page.Anybodys(p.Words, p.Questionnaire)
	for _, urgency := range questionnaire.Urgencies() {
		s := Section{Heading: page.Urgent(words, urgency), Columns: true, Blocks: p.entries(urgency)}
		if len(s.Blocks) > 0 {
			sections = append(sections, s)
		}
	}
	if soft := p.soft(); len(soft) > 0 {
		sections = append(sections, Section{Heading: p.Words.Handout.Questions.Soft, Blocks: []Block{paragraph(h.SoftHow), list(soft...)}})
	}
	return sections
}

// entry is a set of answers and whom it leads to.
type entry struct {
	when statement
	who  []string
}

func (p *paper) entries(urgency questionnaire.Urgency) []Block {
	var found []*entry
	for _, rule := range p.Questionnaire.Rules {
		when, holds, settled := p.no.known(mustBe(rule.When))
		if rule.Urgency != urgency || settled && !holds {
			continue
		}
		if settled {
			when = always
		} else if when = when.simpler(); when.never() {
			continue
		}
		for _, way := range when.folded().ways(lengthOf) {
			i := slices.IndexFunc(found, func(e *entry) bool { return e.when.equal(way) })
			if i < 0 {
				found = append(found, &entry{when: way})
				i = len(found) - 1
			}
			for _, who := range rule.TalkTo {
				if name := who.In(p.Region).Name; !slices.Contains(found[i].who, name) {
					found[i].who = append(found[i].who, name)
				}
			}
		}
	}
	return p.byWhom(together(found))
}

// byWhom are the entries beneath those to whom they lead.
func (p *paper) byWhom(all []*entry) []Block {
	var groups [][]*entry
	for _, e := range all {
		i := slices.IndexFunc(groups, func(g []*entry) bool { return slices.Equal(g[0].who, e.who) })
		if i < 0 {
			groups, i = append(groups, nil), len(groups)
		}
		groups[i] = append(groups[i], e)
	}
	var blocks []Block
	for _, g := range groups {
		whom := List{To: true}
		for _, name := range g[0].who {
			whom.Items = append(whom.Items, Item{Spans: strong(name)})
		}
		for i, e := range g {
			c := p.entry(e)
			if i == 0 { // so that it is not parted from the first of them
				c.Blocks = append([]Block{whom}, c.Blocks...)
			}
			blocks = append(blocks, c)
		}
	}
	return blocks
}

// together joins entries about one question that lead to the same people.
func together(all []*entry) []*entry {
	var joined []*entry
	for _, e := range all {
		if !slices.ContainsFunc(joined, func(earlier *entry) bool { return earlier.take(e) }) {
			joined = append(joined, e)
		}
	}
	return joined
}

// take adds what another entry is about, if one statement can say both.
func (e *entry) take(other *entry) bool {
	if e.when.leaf == nil || other.when.leaf == nil || e.when.leaf.question != other.when.leaf.question || !slices.Equal(e.who, other.who) {
		return false
	}
	both, ok := eitherOf(*e.when.leaf, *other.when.leaf)
	if ok {
		e.when.leaf = &both
	}
	return ok
}

func (p *paper) entry(e *entry) Card {
	c := Card{Manner: Quiet}
	said, short := p.shortly(e.when)
	switch {
	case e.when.always():
		c.Blocks = append(c.Blocks, paragraph(p.Words.Handout.Questions.Everyone))
	case short:
		c.Blocks = append(c.Blocks, paragraph(said))
	default:
		c.Blocks = append(c.Blocks, paragraph(p.joined(e.when)), p.list(e.when))
	}
	return c
}

// soft are the clinicians that only the questions left out lead to: on paper
// they may matter to anyone.
func (p *paper) soft() []string {
	var names []string
	for _, rule := range p.Questionnaire.Rules {
		_, certain, settled := p.no.known(mustBe(rule.When))
		if !settled || certain {
			continue
		}
		if _, maybe, settled := p.no.known(mayBe(rule.When)); settled && !maybe {
			continue
		}
		for _, who := range rule.TalkTo {
			if name := who.In(p.Region).Name; !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}
