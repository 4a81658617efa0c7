package page

import (
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
)

// The openings of a workshop.
type (
	// Leading is a plan, from its beginning; by its id.
	Leading struct{ Plan string }

	// Telling is a story, from its beginning; by its id.
	Telling struct{ Story string }

	// Noting is one of the facilitator's notes, by its number; the first, 0, is
	// about the page on the wall.
	Noting struct{ Number int }

	// Going is a part of the plan, by its number from 0.
	Going struct{ Part int }

	// Listing is the list of plans and stories.
	Listing struct{}
)

func (Leading) opening() {}
func (Telling) opening() {}
func (Noting) opening()  {}
func (Going) opening()   {}
func (Listing) opening() {}

// Stories is what a workshop begins with: its plans, and the stories of a wish by
// how tender they are. begun: there is one to go back to.
func Stories(w *wording.Words, q *questionnaire.Questionnaire, wish workshop.Wish, begun bool) Page {
	words := w.Workshop
	m := newMaker(w, StoriesPage, words.Heading)
	m.foreign(q.Foreign)
	stories := workshop.Choose(q, wish)
	about := words.AllTopics
	if t := q.Topic(wish.Topic); t != nil {
		about = wording.Fill(words.OneTopic, "topic", t.Title)
	}
	if len(stories) == 0 {
		about = words.NoStories + " " + about
	}
	m.add(Title, words.Choose)
	m.add(Note, about)
	if begun {
		m.choose(&Choice{Label: words.Resume, Closes: true})
	}
	for i, plan := range q.Workshop.Plans {
		if i == 0 {
			m.gap()
		}
		m.choose(&Choice{Label: PlanName(w, plan), Opens: Leading{plan.ID}})
	}
	heading := ""
	for _, v := range stories {
		c := &Choice{Label: Story(w, q, v, wish), Opens: Telling{v.ID}}
		if t := Tenderness(w, v); t != heading {
			heading = t
			m.headed(t, c)
		} else {
			m.choose(c)
		}
	}
	m.gap()
	m.choose(&Choice{Label: words.Leave, Means: visit.Left{}})
	m.Begin = 0
	if begun {
		m.closes()
	}
	m.way(Leave, &Choice{Means: visit.Left{}})
	return m.Page
}

// Confirm stands before the notes, so that one key pressed by accident, or going
// on with the next, never puts them on the wall.
func Confirm(w *wording.Words) Page {
	m := newMaker(w, ConfirmPage, w.Workshop.Heading)
	m.add(Title, w.Workshop.Notes.Heading)
	m.gap()
	m.add(Text, w.Workshop.Notes.Confirm)
	return m.Page
}

// NotesWith is one of the facilitator's notes as a page to read, with what leads
// on from it: from the first to all the others.
func NotesWith(w *wording.Words, notes []Page, number int) Page {
	m := &maker{Page: notes[number], w: w}
	m.Place, m.Begin = w.Workshop.Notes.Covered, NoChoice
	if m.Reading { // it has choices of its own
		m.gap()
		m.choose(&Choice{Label: w.Education.Back, Closes: true})
		m.closes()
	} else if number > 0 {
		m.backAlone()
	} else {
		for i, n := range notes[1:] {
			m.choose(&Choice{Label: n.Place, Opens: Noting{i + 1}})
		}
		m.gap()
		m.choose(&Choice{Label: w.Workshop.Notes.Back, Closes: true})
		m.Reading = true
		m.closes()
	}
	m.way(Leave, &Choice{Means: visit.Left{}})
	return m.Page
}
