//go:build !windows

package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/screentest"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

var (
	pictures    = flag.String("pictures", "", "a folder; draw every page there as SVG, at four sizes, on dark and on light")
	picturesEnv = flag.String("pictures-env", "", `what the terminal of the pictures says of itself, such as "NO_COLOR=1 TERM=linux"`)
)

// gallery draws what is on the screen under a name.
type gallery struct {
	t      *testing.T
	folder string
	robot  *robot
	size   [2]int
}

func (g gallery) keep(name string) {
	g.t.Helper()
	for ground, palette := range map[string]screentest.Palette{"dark": screentest.Dark, "light": screentest.Light} {
		file := filepath.Join(g.folder, fmt.Sprintf("%s-%dx%d-%s.svg", name, g.size[0], g.size[1], ground))
		if err := os.WriteFile(file, []byte(g.robot.Picture(palette)), 0o644); err != nil {
			g.t.Fatal(err)
		}
	}
}

// TestPictures walks through the real questionnaire and passes by every kind of
// page. With -pictures it draws each, to be looked at.
func TestPictures(t *testing.T) {
	t.Parallel()
	folder := *pictures
	if folder == "" {
		folder = t.TempDir()
	}
	for _, size := range [][2]int{{80, 24}, {40, 12}, {60, 18}, {120, 40}} {
		t.Run(fmt.Sprintf("%dx%d", size[0], size[1]), func(t *testing.T) {
			t.Parallel()
			pictureWalk(t, folder, size)
		})
	}
}

// pictureWalk goes the whole way as a mother who feeds her baby and takes two
// medicines, and once more as one in danger.
func pictureWalk(t *testing.T, folder string, size [2]int) {
	q := maternal(t)
	g := gallery{t, folder, &robot{
		Walk: screentest.Start(t, program, size[0], size[1], strings.Fields(*picturesEnv)), t: t, q: q, w: wording.English(), visit: asked(q, visit.Options{}),
		person: fictional(t, map[string][]string{
			"right-now": {"none"}, "feeding": {"all-milk"}, "since-birth": {"birth-to-6-months"}, "using": {"planning"},
			"medicines": {"sertraline", "lithium"}, "thoughts": {"not-sure"}, "family": {"prefer-not-to-say"},
		}, nothingElse...),
	}, size}
	r := g.robot
	r.Sees(q.Title)
	g.keep("welcome")
	r.Press("enter").Sees(r.w.Welcome.Heading)
	g.keep("consent")
	r.Press("1", "enter").Sees(r.w.Region.Ask)
	g.keep("region")
	r.Press("1", "enter")
	r.sees(q.Questions[0])
	r.Press("2", "space").Sees("chosen")
	g.keep("ticked")
	r.Press("space", "pgup", "pgup", "pgup")
	g.questions()
	r.Sees(r.w.Check.Heading)
	g.keep("review")
	r.toOutcome()
	g.keep("outcome")
	r.Press("1", "enter").Sees(r.w.Card.Say)
	g.keep("card")
	r.Press("end")
	g.keep("card-end")
	r.Press("esc", "h").Sees(r.w.Outcome.Lines)
	g.keep("lines")
	r.Press("2", "enter")
	g.keep("line")
	r.Press("esc", "esc")
	r.opens(page.Of(r.w, r.visit, page.Front{}), page.Texts{})
	r.Sees(r.w.Outcome.Learn)
	g.keep("list")
	r.Press("1", "enter")
	g.keep("reading")
	r.Press("f12").Sees(r.w.Covered.Text)
	g.keep("covered")
	r.Press("f12", "esc", "esc", "end", "enter").Ended()
	g.keep("goodbye")

	g.robot = startRobot(t, size[0], size[1], fictional(t, map[string][]string{"right-now": {"thoughts-of-suicide"}}, nothingElse...), strings.Fields(*picturesEnv)...)
	r = g.robot
	r.sees(q.Questions[0])
	r.say(q.Questions[0], reply(t, q.Questions[0], "thoughts-of-suicide"))
	r.Sees(r.w.Interrupt.Heading)
	g.keep("interrupt")
	r.Press("2", "enter").Sees(r.w.Interrupt.Help)
	g.keep("stopped")
}

// questions draws each question before it is answered, and what can be opened
// from one.
func (g gallery) questions() {
	g.t.Helper()
	r := g.robot
	for n := 1; r.at() != nil; n++ {
		question := r.at()
		r.sees(question)
		g.keep(fmt.Sprintf("question-%02d-%s", n, question.ID))
		if n == 2 {
			r.Press("w").Sees(r.w.Why.Heading)
			g.keep("why")
			r.Press("esc", "?").Sees(r.w.Keys.Heading)
			g.keep("keys")
			r.Press("esc")
		}
		if question.Choose == questionnaire.Medicines {
			g.finder()
		}
		reply, _ := scenario.ReplyOf(as(r.person, r.q), question)
		r.reply(question, reply)
		if _, paused := r.visit.Where().(visit.Paused); paused {
			r.Sees(r.w.Pause.Heading)
			g.keep("pause")
			r.step()
		}
	}
}

// finder draws the search for a medicine in each of its states, and leaves it
// as it was.
func (g gallery) finder() {
	g.t.Helper()
	r := g.robot
	for _, search := range []struct{ name, typed string }{{"typing", "zolo"}, {"look-alike", "cele"}, {"nothing", "qqq"}} {
		r.Type(search.typed)
		g.keep("medicines-" + search.name)
		for range search.typed {
			r.Press("backspace")
		}
	}
	r.Type("zolo").Press("down", "enter")
	g.keep("medicines-state")
	r.Press("1", "enter").Sees("sertraline")
	g.keep("medicines-chosen")
	r.Press("down", "down", "enter")
}
