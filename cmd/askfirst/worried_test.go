//go:build !windows

package main

import (
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screentest"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/questionnaires"
)

// TestAWorriedGrandmotherGoesThroughTheDoor: from the first screen of the mothers to
// her own questions, and to an ambulance, with words about her daughter.
func TestAWorriedGrandmotherGoesThroughTheDoor(t *testing.T) {
	t.Parallel()
	files, _ := questionnaires.Named(questionnaires.Worried)
	q, findings, err := folder.Read(files, questionnaires.Maternal())
	if q == nil {
		t.Fatal(err, findings)
	}
	for _, size := range [][2]int{{80, 24}, {40, 12}} {
		w := screentest.Start(t, program, size[0], size[1], nil)
		r := &robot{Walk: w, t: t, q: q, w: wording.English(), visit: asked(q, visit.Options{})}
		r.person = questionnaire.Person{Others: []string{"none", "no", "rarely", "somebody"}}
		r.Sees("Hello").Press("3", "enter")
		r.Sees(q.Title).Press("enter")
		r.Sees(r.w.Welcome.Heading).Press("1", "enter")
		r.Sees(r.w.Region.Ask).Press("1", "enter")
		mind := q.Question("mind")
		r.sees(mind)
		r.reply(mind, reply(t, mind, "strange-beliefs"))
		r.Sees(r.w.Interrupt.Heading).Sees("call " + questionnaire.NumberOf(r.visit.Region(), "emergency"))
		r.Press("1", "enter").Sees("Does her body")
	}
}

// TestTheDoorLeadsBack: whoever took it by mistake has the mothers' first screen
// again, in the language that she chose on the other side.
func TestTheDoorLeadsBack(t *testing.T) {
	t.Parallel()
	w := screentest.Start(t, program, 80, 24, nil)
	w.Sees("Hello").Press("3", "enter").Sees("Worried about her").Press("4", "enter").Sees("Me preocupa ella").Press("3", "enter").Sees("Pregunta primero").Sees("hongos")
}

// TestWhereSheLivesGoesThroughTheDoor, and nothing else: its first page says her number.
func TestWhereSheLivesGoesThroughTheDoor(t *testing.T) {
	t.Parallel()
	w := screentest.Start(t, program, 80, 24, nil)
	words := wording.English()
	w.Sees("Hello").Press("3", "enter").Sees("call your local emergency number").Press("3", "enter").Sees("Hello. Perhaps")
	w.Press("enter").Sees(words.Welcome.Heading).Press("1", "enter").Sees(words.Region.Ask).Press("1", "enter").Sees("Anything urgent comes first").Press("enter").Sees(words.Answer.PreferNotToSay)
	w.Press("esc").Sees("Anything urgent comes first").Press("esc").Sees(words.Region.Ask).Press("esc").Sees(words.Welcome.Heading).Press("esc").Sees("Hello. Perhaps")
	w.Press("3", "enter").Sees("Worried about her").Sees("call 911")
}
