package page_test

import (
	"slices"
	"testing"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
)

// TestTheTrailIsWhatLiesBehindHer: the parts that she has been through, each once and in their
// order, whether she answered or passed over them; none that she was not led to, as on the
// short way; and never the part in which she stands.
func TestTheTrailIsWhatLiesBehindHer(t *testing.T) {
	for _, agreed := range []visit.Event{visit.Agreed{}, visit.AgreedShort{}} {
		s := languages()["en"]
		v := visit.Begin(s.q, visit.Options{Region: "us"}).Did(visit.Began{}).Did(agreed)
		var been []string
		parts, pauses := 0, 0
		for range 200 {
			at, ok := v.Where().(visit.Asked)
			if !ok {
				break
			}
			topic := at.Question.Topic
			p := page.Of(s.words, v, page.Front{})
			behind := slices.DeleteFunc(slices.Clone(been), func(title string) bool { return title == topic.Title })
			if !slices.Equal(p.Trail, behind) || p.Place != topic.Title {
				t.Fatalf("%T, %s: behind her is %q, and the trail is %q", agreed, at.Question.ID, behind, p.Trail)
			}
			if !slices.Contains(been, topic.Title) {
				been = append(been, topic.Title)
				parts++
			}
			if parts%2 == 0 {
				v = v.Did(visit.Passed{Topic: topic.ID})
				continue
			}
			reply := questionnaire.Reply{Kind: questionnaire.Definite}
			if n := len(at.Question.Answers); n > 0 {
				reply.Answers = []int{n - 1}
			}
			v = v.Did(visit.Replied{Reply: reply})
			if _, rests := v.Where().(visit.Paused); rests {
				if p := page.Of(s.words, v, page.Front{}); !slices.Equal(p.Trail, behind) || p.Place != topic.Title {
					t.Errorf("at rest behind her is %q, and the trail is %q", behind, p.Trail)
				}
				pauses++
				v = v.Did(visit.WentOn{})
			}
		}
		if _, short := agreed.(visit.AgreedShort); parts < 2 || pauses == 0 && !short {
			t.Errorf("%T: only %d parts and %d pauses", agreed, parts, pauses)
		}
	}
}
