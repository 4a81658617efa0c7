package visit

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/questionnaire/questionnairetest"
	"github.com/ask-first/askfirst/internal/screening"
)

// TestTheShortWay: whoever has little time is asked no more than the author named, and what
// she was not asked counts exactly as if she had preferred not to say it.
func TestTheShortWay(t *testing.T) { rapid.Check(t, theShortWay) }

func theShortWay(rt *rapid.T) {
	q := drawn(rt)
	o := drawnOptions(rt, q)
	o.Preview = false
	v := Begin(q, o).Did(Began{})
	offered, most := len(v.Short()) > 0, len(v.Short())
	n := v.Did(AgreedShort{})
	if !offered {
		if name(n) != "consent" {
			rt.Fatalf("there is no short way, and it leads to %s", name(n))
		}
		return
	}
	v = n
	var asked []*questionnaire.Question
	shown := map[string]bool{}
	replies := map[*questionnaire.Question]questionnaire.Reply{}
	for range 4*questionnaire.MaxShort + 10 {
		var e Event = WentOn{}
		switch at := v.Where().(type) {
		case Placing:
			e = Placed{rapid.SampledFrom([]string{"us", ""}).Draw(rt, "region")}
		case Settling:
			e = Settled{"North"}
		case Danger:
			for _, r := range at.Rules {
				shown[r.ID] = true
			}
		case Paused:
		case Asked:
			if !slices.Contains(q.Short, at.Question) || slices.Contains(asked, at.Question) || o.Shared && at.Question.Private {
				rt.Fatalf("%s is asked after %d others", at.Question.ID, len(asked))
			}
			if sure, perhaps := v.Left(); sure+perhaps > len(q.Short)-len(asked)-1 {
				rt.Fatalf("%d and perhaps %d are left after %s", sure, perhaps, at.Question.ID)
			}
			if asked = append(asked, at.Question); len(asked) > most {
				rt.Fatalf("%s is asked beyond the %d that she was told of", at.Question.ID, most)
			}
			reply := questionnairetest.DrawReply(rt, q, at.Question)
			replies[at.Question] = reply
			e = Replied{reply}
		case Result:
			counts(rt, v, replies, o.Shared)
			for _, id := range dangers(v) {
				if !shown[id] {
					rt.Fatalf("%s is certain and was never shown", id)
				}
			}
			resumes(rt, v)
			return
		default:
			rt.Fatalf("the short way leads to %s", name(v))
		}
		v = v.Did(e)
	}
	rt.Fatal("the short way comes to no end")
}

// counts: the plan is that of the same answers with every other question declined, and
// only such questions were passed over as nobody with these answers is asked.
func counts(t *rapid.T, v Visit, replies map[*questionnaire.Question]questionnaire.Reply, shared bool) {
	q := v.Questionnaire()
	declined := screening.Start(q)
	if shared {
		declined = screening.StartShared(q)
	}
	for _, question := range q.Questions {
		reply, ok := replies[question]
		if !ok {
			reply = questionnaire.Reply{Kind: questionnaire.Declined}
		}
		declined = declined.Answer(question, reply)
	}
	for _, question := range declined.Asked() {
		if _, was := replies[question]; !was && slices.Contains(q.Short, question) {
			t.Fatalf("%s was passed over", question.ID)
		}
	}
	if got, want := planned(v.Plan()), planned(declined.Plan(v.served())); got != want {
		t.Fatalf("the short way leads to\n%s\nand preferring not to say the rest to\n%s", got, want)
	}
}

func planned(p screening.Plan) string {
	all := ""
	of := func(reasons []screening.Reason) {
		for _, r := range reasons {
			all += fmt.Sprint(" ", r.Rule.ID, r.Certain)
		}
		all += "\n"
	}
	for _, s := range p.Steps {
		all += fmt.Sprint(s.Clinician.ID, " ", s.Urgency)
		of(s.Reasons)
	}
	all += "open"
	of(p.Open.Reasons)
	return all
}

// resumes: from her answers she can go on to every question that she was not asked.
func resumes(t *rapid.T, v Visit) {
	if at, ok := v.Did(Reread{}).Where().(Reviewing); !ok || !at.Stopped {
		t.Fatal("the rest of the questions is not offered")
	}
	next := v.said.Resume().Next().Question
	n := v.Did(Reread{}).Did(Resumed{})
	if at, ok := n.Where().(Asked); next != nil && (!ok || at.Question != next) {
		t.Fatalf("the rest of the questions begins at %s", name(n))
	}
}

// little offers a short way of safe and food in the small questionnaire, and stands at the
// consent.
func little(t *testing.T, o Options) *walk {
	t.Helper()
	q := edited(t, "questionnaire.yaml", "topics:", "short: [food, safe]\ntopics:")
	return start(t, q, o).do(Began{}).at("consent")
}

func shortly(t *testing.T) *walk {
	t.Helper()
	return little(t, Options{Region: "here"}).do(AgreedShort{}).at("safe")
}

func TestTheShortWayIsThereOnlyIfTheAuthorMadeOne(t *testing.T) {
	start(t, small(t), Options{Region: "here"}).do(Began{}, AgreedShort{}).at("consent")
	little(t, Options{}).do(AgreedShort{}).at("placing").do(Placed{"here"}).at("safe").says("yes").at("pause safe").do(WentOn{}).at("food").says("no").at("result")
	little(t, Options{Region: "here"}).do(Agreed{}).at("safe").says("yes").do(WentOn{}).says("no").at("pills")
	q := edited(t, "questionnaire.yaml", "topics:", "short: [nights]\ntopics:")
	start(t, q, Options{Region: "here"}).do(Began{}, AgreedShort{}).at("nights").says("yes").at("result")
	start(t, q, Options{Region: "here", Shared: true}).do(Began{}, AgreedShort{}).at("consent")
}

// A question whose condition rests on one that is not of the three is asked as it is of
// who prefers not to say that one.
func TestTheShortWayPassesOverWhatSheIsNotAsked(t *testing.T) {
	q := edited(t, "questionnaire.yaml", "topics:", "short: [food, pills]\ntopics:")
	begin := func() *walk { return start(t, q, Options{Region: "here"}).do(Began{}, AgreedShort{}).at("food") }
	begin().says("yes").at("result")
	begin().says("no").at("pills").says("none").at("result")
}

func TestBackAndUndoOnTheShortWay(t *testing.T) {
	w := shortly(t).says("yes").do(WentOn{}).says("no").at("result")
	w.do(WentBack{}).at("food").said("no").do(WentBack{}).at("pause safe").do(WentBack{}).at("safe").said("yes").do(WentBack{}).at("consent")
	w.do(AgreedShort{}).at("safe").said("yes").says("yes").do(WentOn{}).at("food").said("no").says("yes").at("result")
	if c := w.v.Where().(Result).Change; c == nil || c.None() {
		t.Error("what the other answer changed is not told")
	}
	w.do(TookBack{}).at("food").said("no").says("no").at("result")
	if !w.v.Said().Stopped() {
		t.Error("the rest does not count as preferring not to say")
	}
	// Back at the consent she can take the long way.
	w.do(WentBack{}, WentBack{}, WentBack{}, WentBack{}).at("consent").do(Agreed{}).says("yes").do(WentOn{}).says("no").at("pills")
}

func TestADangerOnTheShortWay(t *testing.T) {
	w := shortly(t).says("no").at("danger danger").do(WentOn{}).at("pause safe").do(WentOn{}).at("food").says("yes").at("result")
	if first := w.v.Plan().Steps[0]; first.Clinician.ID != "crisis" || first.Urgency != questionnaire.Now {
		t.Errorf("the first step is %s", first.Clinician.ID)
	}
	shortly(t).says("no").do(Stopped{}).at("stopped danger").do(WentOn{}).at("result")
	shortly(t).says("no").do(Stopped{}, Resumed{}).at("food").says("yes").at("result")
	shortly(t).says("yes").do(WentOn{}).says("yes").do(WentBack{}, WentBack{}, WentBack{}).at("safe").says("no").at("danger danger")
	// What the end of the way makes certain comes before its result.
	q := edited(t, "care.yaml", "rules:\n", "rules:\n  - {id: silent, when: {all: [{food: \"no\"}, {nights: prefer-not-to-say}]}, talk-to: crisis, urgency: today, interrupt: true, reason: Help is there.}\n")
	q.Short = q.Questions[:2]
	begin := func() *walk { return start(t, q, Options{Region: "here"}).do(Began{}, AgreedShort{}).at("safe") }
	w = begin().says("yes").do(WentOn{}).says("no").at("danger silent").do(WentOn{}).at("result")
	w.do(WentBack{}).at("danger silent").do(WentOn{}).at("result")
	begin().says("yes").do(WentOn{}).says("no").do(WentBack{}).at("food").says("yes").at("result")
	begin().says("yes").do(WentOn{}).says("no").do(Stopped{}).at("stopped silent").do(Resumed{}).at("pills")
}

func TestSkippingAndEndingTheShortWay(t *testing.T) {
	shortly(t).do(Passed{"now"}).at("result").do(WentBack{}).at("safe").said("")
	q := edited(t, "questionnaire.yaml", "topics:", "short: [safe, food, nights]\ntopics:")
	start(t, q, Options{Region: "here"}).do(Began{}, AgreedShort{}, Passed{"now"}).at("nights").says("yes").at("result")
	shortly(t).do(HadEnough{}).at("result").do(TookBack{}).at("safe")
	shortly(t).says("yes").do(HadEnough{}).at("result").do(WentBack{}).at("pause safe")
	shortly(t).says("yes").do(WentOn{}).says("no").do(Reread{}).at("reviewing").do(Reopened{"food"}).at("food").says("yes").at("reviewing").do(WentOn{}).at("result")
	shortly(t).says("yes").do(WentOn{}).says("no").do(Reread{}, Resumed{}).at("pills").says("none").at("nights").says("yes").at("reviewing").do(WentOn{}).at("result")
}

// What she ticked and did not say on the short way is in its result.
func TestWhatIsPreparedCountsOnTheShortWay(t *testing.T) {
	q := edited(t, "questionnaire.yaml", "topics:", "short: [food, pills]\ntopics:")
	w := start(t, q, Options{Region: "here"}).do(Began{}, AgreedShort{}).says("no").at("pills")
	w.do(Prepared{questionnaire.Reply{Kind: questionnaire.Definite, Taken: []questionnaire.Taken{{State: questionnaire.UnsureState}}}}, HadEnough{}).at("result")
	if got := w.v.own(q.Question("pills")); len(got.Taken) != 1 || !got.RestUnsure {
		t.Errorf("her list is %v", got)
	}
}

func TestTheShortWayInAnEditedQuestionnaire(t *testing.T) {
	w := shortly(t).says("yes").do(WentOn{}).at("food")
	w.v, _ = w.v.Carry(edited(t, "questionnaire.yaml", "topics:", "short: [food, safe]\ntopics:"))
	w.at("food").says("no").at("result")
	w = shortly(t).says("yes").do(WentOn{}).at("food")
	w.v, _ = w.v.Carry(small(t))
	w.at("food").says("no").at("result")
}
