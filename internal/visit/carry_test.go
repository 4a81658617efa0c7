package visit

import (
	"slices"
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// everyPlace is the small questionnaire's places, by the events that lead there.
func everyPlace(t *testing.T) map[string]Visit {
	t.Helper()
	all := map[string]Visit{}
	see := func(w *walk, events ...Event) *walk {
		all[name(w.v)] = w.v
		for _, e := range events {
			w.do(e)
			all[name(w.v)] = w.v
		}
		return w
	}
	w := see(start(t, small(t), Options{Guess: "here"}), Began{}, Agreed{}, Placed{"here"})
	see(w.says("no"), WentOn{}, WentOn{})
	see(w.says("no"))
	see(w.says("none"))
	see(w.says("yes"), WentOn{}, Reread{}, Left{})
	see(asking(t).says("no"), Stopped{})
	return all
}

func TestTheLanguageChangesAtAnyPlace(t *testing.T) {
	for place, v := range everyPlace(t) {
		spanish := small(t)
		spanish.Language = "es"
		n := v.In(spanish)
		if name(n) != place || n.Questionnaire().Language != "es" || n.Region().ID != v.Region().ID {
			t.Errorf("%s became %s", place, name(n))
		}
		if at, ok := n.Where().(Asked); ok && at.Question != spanish.Questions[at.Question.Index] {
			t.Errorf("%s is asked in the old language", place)
		}
		for n.TakesBack() != nil {
			if n = n.Did(TookBack{}); n.Questionnaire() != spanish {
				t.Fatalf("from %s taking back leads to the old language", place)
			}
		}
		for back := n.Did(WentBack{}); name(back) != name(n); n, back = back, back.Did(WentBack{}) {
			if back.Questionnaire() != spanish {
				t.Fatalf("from %s back leads to the old language", place)
			}
		}
	}
}

func TestAnEditedFolderKeepsThePlace(t *testing.T) {
	for place, v := range everyPlace(t) {
		if place == "farewell" {
			continue // what was left cannot be taken back after a save
		}
		// A new first question, and with it other numbers for all.
		q := edited(t, "now.yaml", "questions:\n", "questions:\n  - {id: new, ask: \"A new one?\", why: It is new., choose: one, answers: [{id: a, label: A}, {id: b, label: B}]}\n",
			"rules:\n", "rules:\n  - {id: a-new-one, when: {new: a}, talk-to: doctor, urgency: today, reason: It is new.}\n")
		n, dropped := v.Carry(q)
		if name(n) != place || len(dropped) > 0 || n.Region().ID != v.Region().ID {
			t.Errorf("%s became %s, and %v was dropped", place, name(n), dropped)
		}
		for _, question := range v.Questionnaire().Questions {
			if !n.Said().Reply(q.Question(question.ID)).Equal(v.Said().Reply(question)) {
				t.Errorf("at %s the answer to %s is another", place, question.ID)
			}
		}
		if got, want := name(n.Did(WentBack{})), name(v.Did(WentBack{})); got != want {
			t.Errorf("from %s back leads to %s, want %s", place, got, want)
		}
	}
}

func TestAPlaceThatIsGoneGivesWayToTheNext(t *testing.T) {
	all := everyPlace(t)
	for _, c := range []struct{ place, file, old, new, at string }{
		{"pause safe", "now.yaml", "    after: Thank you for answering that.\n", "", "food"},
		{"danger danger", "now.yaml", "interrupt: true, first: Call., ", "", "food"},
		{"stopped danger", "now.yaml", "interrupt: true, first: Call., ", "", "reviewing"},
		{"nights", "care.yaml", "id: nights\n", "id: sleep\n", "sleep"},
	} {
		n, _ := all[c.place].Carry(edited(t, c.file, c.old, c.new))
		if name(n) != c.at {
			t.Errorf("%s became %s, want %s", c.place, name(n), c.at)
		}
	}
	n, dropped := all["nights"].Carry(edited(t, "care.yaml", "ask-when: {food: \"no\"}", "ask-when: {food: \"yes\"}"))
	if name(n) != "nights" || len(dropped) != 0 {
		t.Errorf("%s, %v", name(n), dropped)
	}
	if back := name(n.Did(WentBack{})); back != "food" {
		t.Errorf("back is %s: a question that is no longer asked", back)
	}
}

func TestAJumpAnswersNothingAndLeadsBack(t *testing.T) {
	w := start(t, small(t), Options{Region: "here", Preview: true}).do(Began{}, Agreed{}).at("safe")
	pills := w.v.Questionnaire().Question("pills")
	w.says("yes").do(WentOn{}).says("yes").at("nights").do(Jumped{Asked{Question: pills}}).at("pills")
	if !w.v.Where().(Asked).NotAsked {
		t.Error("it is not said that nobody with these answers is asked it")
	}
	w.do(WentBack{}).at("nights").do(Jumped{Asked{Question: pills}}).says("none").at("nights").says("yes").at("reviewing")
	for _, to := range []Where{Welcome{}, Result{}} {
		v := w.v.Did(Jumped{to})
		if back := v.Did(WentBack{}); name(back) != "reviewing" {
			t.Errorf("from %s back leads to %s", name(v), name(back))
		}
	}
	// It goes on from there, and comes back to what was passed over.
	fresh := start(t, small(t), Options{Region: "here", Preview: true})
	fresh.do(Jumped{Asked{Question: fresh.v.Questionnaire().Question("nights")}}).says("yes").at("safe")
	fresh.do(Jumped{Result{}}).at("result").do(Jumped{Paused{}}, Jumped{}, Jumped{Asked{}}).at("result")
}

func TestForgetOverwritesEveryAnswer(t *testing.T) {
	w := asking(t)
	taken := questionnaire.Reply{Kind: questionnaire.Definite, Taken: []questionnaire.Taken{{Medicine: questionnaire.UnlistedMedicine}}}
	one := questionnaire.Reply{Kind: questionnaire.Definite, Answers: []int{1}}
	w.do(Replied{one}, WentOn{}, WentOn{}).at("food").says("no").do(Replied{taken}).at("nights")
	earlier := w.v
	w.do(WentBack{}).says("not-sure").do(HadEnough{}, WentOn{}).at("result") // answers that no visit leads back to
	last := w.v.undo.before
	w.v.Forget()
	for _, v := range []Visit{w.v, earlier, last} {
		for _, q := range v.Questionnaire().Questions {
			if v.own(q).Kind != questionnaire.NoReply {
				t.Errorf("the answer to %s is still there", q.ID)
			}
		}
	}
	if one.Answers[0] != 0 || slices.ContainsFunc(taken.Taken, func(t questionnaire.Taken) bool { return t.Medicine != 0 }) {
		t.Error("what the replies pointed to is still there")
	}
}

// TestForgetOverwritesWhatSheTyped: her own word for a medicine is hers as well.
func TestForgetOverwritesWhatSheTyped(t *testing.T) {
	q := maternal(t)
	i := slices.IndexFunc(q.Questions, func(x *questionnaire.Question) bool { return x.TakesMedicines() })
	v := Begin(q, Options{Preview: true}).Did(Jumped{To: Asked{Question: q.Questions[i]}})
	typed := questionnaire.NewTyped("Vitaglow")
	v = v.Did(Replied{Reply: questionnaire.Reply{
		Kind: questionnaire.Definite, RestUnsure: true, Taken: []questionnaire.Taken{{Medicine: questionnaire.UnlistedMedicine, Typed: typed}},
	}})
	if !v.Said().Reply(q.Questions[i]).RestUnsure {
		t.Fatal("the reply was not taken")
	}
	v.Forget()
	if typed.String() != "" {
		t.Errorf("%q is still there", typed.String())
	}
}
