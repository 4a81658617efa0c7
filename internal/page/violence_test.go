package page_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/screening"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/questionnaires"
)

// worriedSpoken is the questionnaire for somebody who is worried about a mother.
func worriedSpoken(t *testing.T) map[string]spoken {
	t.Helper()
	files, _ := questionnaires.Named(questionnaires.Worried)
	q, _, err := folder.Read(files, questionnaires.Maternal())
	if q == nil {
		t.Fatal(err)
	}
	tr, _, err := folder.ReadTranslation(files, questionnaires.Maternal(), "es")
	if tr == nil {
		t.Fatal(err)
	}
	words := languages()
	return map[string]spoken{"en": {words["en"].words, q, nil}, "es": {words["es"].words, translation.Of(q, tr), nil}}
}

// TestWhoIsInDangerAtHomeFindsTheEmergencyNumber: whichever answer speaks of it, in every
// region and nation: on the page of the danger, on the result, and on every card that has a
// line for safety at home, whoever carries it.
func TestWhoIsInDangerAtHomeFindsTheEmergencyNumber(t *testing.T) {
	type answer struct{ question, id string }
	dangers, cards := 0, 0
	for name, told := range map[string]struct {
		languages map[string]spoken
		answers   []answer
	}{
		"maternal": {languages(), []answer{{"right-now", "not-safe"}, {"safe-home", "not-safe"}, {"safe-home", "pushed"}, {"safe-home", "sometimes-unsafe"}, {"guide", "crossed-line"}}},
		"worried":  {worriedSpoken(t), []answer{{"safe", "someone-hurts-her"}, {"safe", "i-am-not-safe"}}},
	} {
		for language, s := range told.languages {
			for _, whole := range s.q.Regions {
				number := questionnaire.NumberOf(whole, "emergency")
				if number == "" {
					continue // nobody knows where she is
				}
				for _, nation := range append(whole.Nations(), "") {
					for _, a := range told.answers {
						// A birth of late and something taken bring a midwife and a guide into it.
						chosen := map[string]string{a.question: a.id, "since-birth": "birth-0-6-weeks", "using": "taking"}
						v := visit.Begin(s.q, visit.Options{Region: whole.ID}).Did(visit.Began{}).Did(visit.Agreed{}).Did(visit.Settled{Nation: nation})
						asked := false
						for range 200 {
							switch at := v.Where().(type) {
							case visit.Asked:
								id, named := chosen[at.Question.ID]
								for _, other := range []string{"none", "no", "rarely", "somebody", "me"} {
									if !named && slices.ContainsFunc(at.Question.Answers, func(x *questionnaire.Answer) bool { return x.ID == other }) {
										id, named = other, true
									}
								}
								if !named {
									id = questionnaire.NotSure
								}
								reply, err := at.Question.Reply(id)
								if err != nil {
									t.Fatal(at.Question.ID, id, err)
								}
								asked = asked || at.Question.ID == a.question
								v = v.Did(visit.Replied{Reply: reply})
								continue
							case visit.Danger:
								if slices.ContainsFunc(at.Rules, questionnaire.OfViolence) {
									dangers++
									if p := page.Of(s.words, v, page.Front{}); !strings.Contains(saysAll(p), number) {
										t.Errorf("%s in %s, %s %s, %s: the page of the danger has no %s:\n%s", name, language, whole.ID, nation, a.id, number, saysAll(p))
									}
								}
							case visit.Result:
								if !asked {
									t.Fatalf("%s: %s is not asked", name, a.question)
								}
								if p := page.Of(s.words, v, page.Front{}); !strings.Contains(saysAll(p), number) {
									t.Errorf("%s in %s, %s %s, %s: the result has no %s:\n%s", name, language, whole.ID, nation, a.id, number, saysAll(p))
								}
								for _, step := range at.Plan.Steps {
									if !slices.ContainsFunc(step.Reasons, func(r screening.Reason) bool {
										return slices.Contains(r.Rule.Lines, "violence") || step.Clinician.ID == "violence-line"
									}) {
										continue
									}
									cards++
									if said := saysAll(opened(t, s, v, page.Card{Clinician: step.Clinician.ID})); !strings.Contains(said, number) {
										t.Errorf("%s in %s, %s %s, %s: the card of %s has no %s:\n%s", name, language, whole.ID, nation, a.id, step.Clinician.ID, number, said)
									}
								}
							}
							if _, done := v.Where().(visit.Result); done {
								break
							}
							v = v.Did(visit.WentOn{})
						}
						if _, done := v.Where().(visit.Result); !done {
							t.Fatalf("%s, %s: no result", name, a.id)
						}
						if t.Failed() {
							return
						}
					}
				}
			}
		}
	}
	if dangers < 40 || cards < 100 {
		t.Errorf("only %d pages and %d cards", dangers, cards)
	}
}
