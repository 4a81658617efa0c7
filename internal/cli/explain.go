package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/prove"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

type explainCmd struct {
	Rule          string `arg:"" help:"The rule's id."`
	Questionnaire string `help:"The questionnaire in this folder." placeholder:"FOLDER"`
}

func (c *explainCmd) Run(s streams) error {
	o, err := open(c.Questionnaire)
	if err != nil {
		return err
	}
	q, err := o.usable(s)
	if err != nil {
		return err
	}
	rule := q.Rule(c.Rule)
	if rule == nil {
		return fmt.Errorf("explain %s: no rule is called that; \"askfirst test\" and the topics' files name them", c.Rule)
	}
	x := prove.Explain(q, rule)
	fmt.Fprintf(s.out, "%s: rule %q\n", o.at(rule.At), rule.ID)
	fmt.Fprintf(s.out, "\nFor certain (%s, %s), whatever else is left unsaid, from:\n", clinicians(rule), rule.Urgency)
	printWays(s, x.Certain)
	fmt.Fprintf(s.out, "\nPossibly (%s, %s), when all else is answered with what counts for nothing, from:\n", clinicians(rule), rule.PossibleUrgency)
	printWays(s, x.Possible)
	if !x.Complete {
		fmt.Fprintln(s.out, "\nThere are more; these are the shortest.")
	}
	return nil
}

func clinicians(rule *questionnaire.Rule) string {
	var ids []string
	for _, who := range rule.TalkTo {
		ids = append(ids, who.ID)
	}
	slices.Sort(ids)
	return strings.Join(ids, ", ")
}

func printWays(s streams, ways []prove.Way) {
	if len(ways) == 0 {
		fmt.Fprintln(s.out, "  nobody's answers")
	}
	for i, way := range ways {
		if len(way) == 0 {
			way = prove.Way{"anybody's answers"}
		}
		fmt.Fprintf(s.out, "  %d. %s\n", i+1, strings.Join(way, "\n     and "))
	}
}
