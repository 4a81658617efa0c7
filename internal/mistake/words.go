package mistake

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// orders exchanges two grades that stand beside each other.
func (b *builder) orders() {
	for i, o := range b.q.Orders {
		for j := 1; j < len(o.Ranks); j++ {
			id := fmt.Sprintf("order %s, %s and %s exchanged", o.ID, o.Ranks[j-1][0].ID, o.Ranks[j][0].ID)
			b.add(OrderTurned, id, o.Ranks[j][0].At, nil, func(q *questionnaire.Questionnaire) {
				ranks := q.Orders[i].Ranks
				ranks[j-1], ranks[j] = ranks[j], ranks[j-1]
			})
		}
	}
}

// lines changes the last digit of each number that can be called or written to, the
// slip that an eye is least likely to see; and leaves out what decides when and for
// whom a line stands there.
func (b *builder) lines() {
	for i, region := range b.q.Regions {
		for j, line := range region.Lines {
			id := "help line " + line.ID + " of " + region.ID + ", "
			add := func(kind Kind, what string, change func(*questionnaire.HelpLine)) {
				b.add(kind, id+what, line.At, nil, func(q *questionnaire.Questionnaire) { change(q.Regions[i].Lines[j]) })
			}
			number := func(what, number string, of func(*questionnaire.HelpLine) *string) {
				at := strings.LastIndexAny(number, "0123456789")
				if at < 0 {
					return
				}
				wrong := number[:at] + string('0'+(number[at]-'0'+1)%10) + number[at+1:]
				add(NumberChanged, what+" "+wrong, func(l *questionnaire.HelpLine) { *of(l) = wrong })
			}
			number("call", line.Call, func(l *questionnaire.HelpLine) *string { return &l.Call })
			number("text", line.Text, func(l *questionnaire.HelpLine) *string { return &l.Text })
			for k, kind := range line.Also {
				add(LineServesFewer, "also without "+kind, func(l *questionnaire.HelpLine) { l.Also = slices.Delete(l.Also, k, k+1) })
			}
			if line.Open.Always || len(line.Open.Times) > 0 {
				add(LineDetailLost, "without open", func(l *questionnaire.HelpLine) { l.Open = questionnaire.Opening{} })
			}
			for _, detail := range []struct {
				key string
				of  func(*questionnaire.HelpLine) *string
			}{
				{"text-word", func(l *questionnaire.HelpLine) *string { return &l.TextWord }},
				{"hours", func(l *questionnaire.HelpLine) *string { return &l.Hours }},
				{"note", func(l *questionnaire.HelpLine) *string { return &l.Note }},
				{"nation", func(l *questionnaire.HelpLine) *string { return &l.Nation }},
				{"instead-of", func(l *questionnaire.HelpLine) *string { return &l.InsteadOf }},
			} {
				if *detail.of(line) != "" {
					add(LineDetailLost, "without "+detail.key, func(l *questionnaire.HelpLine) { *detail.of(l) = "" })
				}
			}
		}
	}
}

// mayBeMissing are the keys of texts that a questionnaire reads well without: what an
// answer makes true, the ground before a tender question and what is said after a hard
// one, what to do first, and what to do without a clinician.
var mayBeMissing = []string{"said", "before", "after", "first", "if-none"}

// sentences leaves out each of those texts.
func (b *builder) sentences() {
	b.passages(func(p questionnaire.Passage, in func(*questionnaire.Questionnaire) *string) {
		if *p.Words != "" && slices.Contains(mayBeMissing, p.Key) {
			b.add(SentenceLost, p.Name()+", dropped", p.Line(), nil, func(q *questionnaire.Questionnaire) { *in(q) = "" })
		}
	})
}

// passages goes through all texts; in is the same text in a copy.
func (b *builder) passages(each func(p questionnaire.Passage, in func(*questionnaire.Questionnaire) *string)) {
	place := 0
	for p := range b.q.Passages() {
		at := place
		place++
		each(p, func(q *questionnaire.Questionnaire) *string {
			here := 0
			for p := range q.Passages() {
				if here == at {
					return p.Words
				}
				here++
			}
			return nil
		})
	}
}

// braces leaves them out, so that the word itself would be shown and not what
// fills it.
func (b *builder) braces() {
	b.passages(func(p questionnaire.Passage, in func(*questionnaire.Questionnaire) *string) {
		for n, inBraces := range questionnaire.InBraces(*p.Words) {
			one := p.One()
			id := fmt.Sprintf("%s, %s %d without braces", one.Key(), inBraces, n+1)
			b.add(BracesLost, id, one.At, nil, func(q *questionnaire.Questionnaire) {
				words := in(q)
				*words = strings.Replace(*words, inBraces, strings.Trim(inBraces, "{}"), 1)
			})
		}
	})
}
