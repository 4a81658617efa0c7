// Package diagram draws the flow of a questionnaire: topics with their
// questions, from which answers a question is asked, and, if wanted, which
// rules lead to which clinicians. The picture is a value, [Flow], written as
// Mermaid or as dot.
//
// The texts of a questionnaire are anybody's. A node is therefore called by a
// number, never by an id, and every label is escaped so that no text can end its
// quotes, make a link or add to the picture.
//
// An arrow shows on which answers something depends, not the order of asking;
// that is the order of the questions, from top to bottom.
package diagram

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wrap"
)

// Flow is what is drawn.
type Flow struct {
	Title    string
	Clusters []Cluster
	Nodes    []Node // outside every cluster
	Edges    []Edge
}

// Cluster is a topic and what belongs to it.
type Cluster struct {
	Title string
	Nodes []Node
}

// Shape says what a node stands for.
type Shape uint8

const (
	Question Shape = iota
	Rule
	Clinician
)

// Node is one thing of the picture.
type Node struct {
	Name  string // letters and digits only
	Shape Shape
	Lines []string // of its label
}

// Edge leads from a node to another.
type Edge struct {
	From, To string
	Label    string // may be empty
	Dashed   bool   // the answer counts against it: the condition says not
}

// Of is the flow of a questionnaire, with its rules and clinicians if wanted.
func Of(q *questionnaire.Questionnaire, rules bool) Flow {
	f := Flow{Title: q.Title}
	for _, t := range q.Topics {
		cluster := Cluster{Title: t.Title}
		for _, question := range t.Questions {
			cluster.Nodes = append(cluster.Nodes, Node{Name: questionName(question), Lines: questionLines(question)})
			f.depends(question.AskWhen, questionName(question))
		}
		if rules {
			for _, r := range t.Rules {
				cluster.Nodes = append(cluster.Nodes, Node{Name: ruleName(r), Shape: Rule, Lines: ruleLines(r)})
			}
		}
		f.Clusters = append(f.Clusters, cluster)
	}
	if rules {
		f.addRules(q)
	}
	return f
}

func (f *Flow) addRules(q *questionnaire.Questionnaire) {
	wanted := map[*questionnaire.Clinician]bool{}
	for _, r := range q.Rules {
		f.depends(r.When, ruleName(r))
		for _, need := range r.Needs {
			label := urgency(r)
			if len(need.AnyOf) > 1 {
				label += ", any one will do"
			}
			for _, c := range need.AnyOf {
				wanted[c] = true
				f.Edges = append(f.Edges, Edge{From: ruleName(r), To: clinicianName(c), Label: label})
			}
		}
	}
	for _, c := range q.Clinicians {
		if wanted[c] {
			f.Nodes = append(f.Nodes, Node{Name: clinicianName(c), Shape: Clinician, Lines: []string{c.Name}})
		}
	}
}

// depends draws an edge from each question that a condition looks at, with the
// answers that count. The condition as a whole stands in the node itself.
func (f *Flow) depends(when *questionnaire.Condition, to string) {
	type link struct {
		question *questionnaire.Question
		not      bool
	}
	labels := map[link][]string{}
	var order []link
	eachTest(when, false, func(t *questionnaire.Test, not bool) {
		l := link{t.Question, not}
		if labels[l] == nil {
			order = append(order, l)
		}
		if label := labelled(t); !slices.Contains(labels[l], label) {
			labels[l] = append(labels[l], label)
		}
	})
	for _, l := range order {
		label := strings.Join(labels[l], "; ")
		if l.not {
			label = "not " + label
		}
		f.Edges = append(f.Edges, Edge{From: questionName(l.question), To: to, Label: label, Dashed: l.not})
	}
}

func eachTest(c *questionnaire.Condition, not bool, visit func(*questionnaire.Test, bool)) {
	switch {
	case c == nil:
	case c.Op == questionnaire.Atom:
		visit(c.Atom, not)
	default:
		for _, p := range c.Parts {
			eachTest(p, not != (c.Op == questionnaire.Not), visit)
		}
	}
}

func questionName(q *questionnaire.Question) string   { return fmt.Sprintf("q%d", q.Index) }
func ruleName(r *questionnaire.Rule) string           { return fmt.Sprintf("r%d", r.Index) }
func clinicianName(c *questionnaire.Clinician) string { return fmt.Sprintf("c%d", c.Index) }

func questionLines(q *questionnaire.Question) []string {
	lines := []string{q.ID, q.Ask}
	if joins(q.AskWhen) {
		lines = append(lines, "asked when "+Words(q.AskWhen))
	}
	return lines
}

func ruleLines(r *questionnaire.Rule) []string {
	switch {
	case r.When == nil:
		return []string{r.ID, "for everyone"}
	case joins(r.When):
		return []string{r.ID, "when " + Words(r.When)}
	}
	return []string{r.ID}
}

// joins tells a condition that its edges alone do not say.
func joins(c *questionnaire.Condition) bool { return c != nil && c.Op != questionnaire.Atom }

func urgency(r *questionnaire.Rule) string {
	label := r.Urgency.String()
	if r.PossibleUrgency != r.Urgency {
		label += ", if unsure " + r.PossibleUrgency.String()
	}
	return label
}

// Words says a condition in one line, by the ids of its answers: their labels
// stand at the edges.
func Words(c *questionnaire.Condition) string { return words(c, false) }

func words(c *questionnaire.Condition, inside bool) string {
	switch c.Op {
	case questionnaire.Atom:
		return c.Atom.Question.ID + " is " + answers(c.Atom, func(id string) string { return id })
	case questionnaire.Not:
		return "not (" + words(c.Parts[0], false) + ")"
	}
	if len(c.Parts) == 1 {
		return words(c.Parts[0], inside)
	}
	var parts []string
	for _, p := range c.Parts {
		parts = append(parts, words(p, true))
	}
	joined := strings.Join(parts, map[questionnaire.Op]string{questionnaire.All: " and ", questionnaire.Any: " or "}[c.Op])
	if inside {
		return "(" + joined + ")"
	}
	return joined
}

// labelled says which answers count, by the labels that people read.
func labelled(t *questionnaire.Test) string {
	return answers(t, func(id string) string {
		for _, a := range slices.Concat(t.Question.Answers, t.Question.States) {
			if a.ID == id {
				return fmt.Sprintf("“%s”", a.Label)
			}
		}
		return strings.ReplaceAll(id, "-", " ")
	})
}

func answers(t *questionnaire.Test, name func(id string) string) string {
	named := func(ids []string, join string) string {
		var names []string
		for _, id := range ids {
			names = append(names, name(id))
		}
		return strings.Join(names, join)
	}
	text := named(t.Of, " or ")
	if t.AtLeast > 1 {
		text = fmt.Sprintf("at least %d of %s", t.AtLeast, named(t.Of, ", "))
	}
	var states []string
	for i, want := range t.WantState {
		if want {
			states = append(states, t.Question.States[i].ID)
		}
	}
	if len(states) > 0 {
		text += " (" + named(states, " or ") + ")"
	}
	return text
}

// width is that of a label, so that a picture does not become as wide as its
// longest sentence.
const width = 40

// label is a text as the lines of a label, each made harmless by escape.
func label(texts []string, newline string, escape func(string) string) string {
	var lines []string
	for _, text := range texts {
		for _, line := range wrap.Lines(text, width) {
			lines = append(lines, escape(line))
		}
	}
	return strings.Join(lines, newline)
}
