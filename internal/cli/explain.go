package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/diagram"
	"github.com/ask-first/askfirst/internal/prove"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

type explainCmd struct {
	Rule          string `arg:"" help:"The rule's id."`
	Questionnaire string `help:"The questionnaire in this folder." metavar:"FOLDER"`

	document
}

func (c *explainCmd) Run(s streams) error {
	o, err := openOrHere(c.Questionnaire)
	if err != nil {
		return err
	}
	q, err := o.usable(s)
	if err != nil {
		return err
	}
	rule := q.Rule(c.Rule)
	if rule == nil {
		return c.noRule(q)
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
	printConcerns(s, rule)
	printQuestions(s, q, append(x.Certain, x.Possible...))
	return nil
}

// noRule says what may have been meant.
func (c *explainCmd) noRule(q *questionnaire.Questionnaire) error {
	var rules, asking []string
	for _, r := range q.Rules {
		rules = append(rules, r.ID)
		if r.When != nil && hangsOn(r.When, q.Question(c.Rule)) {
			asking = append(asking, r.ID)
		}
	}
	if q.Question(c.Rule) != nil {
		return fmt.Errorf("explain %s: that is a question; name a rule that looks at it: %s", quoted(c.Rule), strings.Join(asking, ", "))
	}
	hint := questionnaire.DidYouMean(c.Rule, rules)
	if hint == "" {
		hint = "; the topics' files name them"
	}
	return fmt.Errorf("explain %s: no rule is called that%s", quoted(c.Rule), hint)
}

func hangsOn(when *questionnaire.Condition, question *questionnaire.Question) bool {
	hangs := false
	when.Atoms(func(c *questionnaire.Condition) { hangs = hangs || c.Atom.Question == question })
	return hangs
}

// printConcerns says whom those texts of the rule concern that do not concern everyone.
func printConcerns(s streams, rule *questionnaire.Rule) {
	heading := "\nOf its texts, these are offered only to whom they concern, or may:\n"
	for _, e := range rule.Learn {
		if e.Concerns != nil {
			fmt.Fprintf(s.out, "%s  %s: %s\n", heading, e.ID, diagram.Words(e.Concerns))
			heading = ""
		}
	}
}

// printQuestions says what the questions of the ways ask.
func printQuestions(s streams, q *questionnaire.Questionnaire, ways []prove.Way) {
	named := map[string]bool{}
	for _, way := range ways {
		for _, answer := range way {
			id, _, _ := strings.Cut(answer, ":")
			named[id] = true
		}
	}
	heading := "\nThese ask:\n"
	for _, question := range q.Questions {
		if named[question.ID] {
			fmt.Fprintf(s.out, "%s  %s: %s\n", heading, question.ID, question.Ask)
			heading = ""
		}
	}
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
