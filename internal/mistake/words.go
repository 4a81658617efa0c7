package mistake

import (
	"fmt"
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

// numbers changes the last digit of each number that can be called or written to:
// the slip that an eye is least likely to see.
func (b *builder) numbers() {
	for i, region := range b.q.Regions {
		for j, line := range region.Lines {
			change := func(what, number string, of func(*questionnaire.HelpLine) *string) {
				at := strings.LastIndexAny(number, "0123456789")
				if at < 0 {
					return
				}
				wrong := number[:at] + string('0'+(number[at]-'0'+1)%10) + number[at+1:]
				id := fmt.Sprintf("help line %s of %s, %s %s", line.ID, region.ID, what, wrong)
				b.add(NumberChanged, id, line.At, nil, func(q *questionnaire.Questionnaire) { *of(q.Regions[i].Lines[j]) = wrong })
			}
			change("call", line.Call, func(l *questionnaire.HelpLine) *string { return &l.Call })
			change("text", line.Text, func(l *questionnaire.HelpLine) *string { return &l.Text })
		}
	}
}

// braces leaves them out, so that the word itself would be shown and not what
// fills it.
func (b *builder) braces() {
	place := 0
	for p := range b.q.Passages() {
		at := place
		place++
		for n, inBraces := range questionnaire.InBraces(*p.Words) {
			one := p.One()
			id := fmt.Sprintf("%s, %s %d without braces", one.Key(), inBraces, n+1)
			b.add(BracesLost, id, one.At, nil, func(q *questionnaire.Questionnaire) {
				here := 0
				for p := range q.Passages() {
					if here == at {
						*p.Words = strings.Replace(*p.Words, inBraces, strings.Trim(inBraces, "{}"), 1)
						return
					}
					here++
				}
			})
		}
	}
}
