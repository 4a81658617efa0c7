package page

import (
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// Front is what the first page is made of. It is there before the questionnaire
// is read, because the first screen must not wait for it.
type Front struct {
	Cover questionnaire.Cover
	// Read is the whole questionnaire; nil: it is not read yet.
	Read *questionnaire.Questionnaire
	// Missing says what this system cannot enforce; empty: nothing.
	Missing   string
	Region    *questionnaire.Region // whose numbers the welcome says; nil: none is known yet
	Language  string                // of the words
	Languages []wording.Language    // all that are offered
	Door      Door
}

// Door says which other questionnaire the first page offers.
type Door uint8

// The doors.
const (
	NoDoor    Door = iota
	ToWorried      // for somebody who is worried about a mother
	ToOwn          // back, for whom it is about
)

// Welcome is the first page. The door to the other questionnaire comes before the
// languages, which have a key too, so that it stands on a small screen. Each other
// language is offered in its own words, last, so that it moves no answer that a
// facilitator may name by its number. Until the texts are read it says the more
// careful thing of them: that nobody has reviewed them.
func Welcome(w *wording.Words, f Front) Page {
	m := newMaker(w, WelcomePage, "")
	where := f.Region
	if where == nil {
		where = &questionnaire.Region{}
	}
	title, text, reviewed, foreign := f.Cover.Title, f.Cover.Welcome, reviewedCover(w, f.Cover), f.Cover.Foreign
	if f.Read != nil {
		foreign = f.Read.Foreign
		title, text, reviewed = f.Read.Title, f.Read.Welcome, Reviewed(w, f.Read)
	}
	m.foreign(foreign)
	m.add(Title, title)
	m.gap()
	m.prose(Text, Item, questionnaire.Text(FirstAct(w, string(text), where)))
	m.gap()
	m.add(Strong, reviewed)
	m.add(Note, f.Missing)
	m.choose(&Choice{Label: w.Welcome.Begin, Means: visit.Began{}})
	m.choose(&Choice{Label: w.Welcome.Leave, Means: visit.Left{}})
	switch f.Door {
	case ToWorried:
		m.choose(&Choice{Label: w.Welcome.Worried, Door: true})
	case ToOwn:
		m.choose(&Choice{Label: w.Welcome.Own, Door: true})
	}
	for _, t := range f.Languages {
		if t.Tag != f.Language {
			m.choose(&Choice{Label: t.Change, Language: t.Tag})
		}
	}
	if len(f.Languages) > 1 {
		next := wording.After(f.Languages, f.Language)
		m.way(NextLanguage, &Choice{Label: next.OwnName, Language: next.Tag})
	}
	m.Alone = &Choice{Means: visit.Began{}}
	m.Reading = true
	return m.everywhere()
}

// foreign says first of all that what follows did not come with the program.
func (m *maker) foreign(o *questionnaire.Foreign) {
	if o == nil {
		return
	}
	m.add(Notice, Foreign(m.w, o))
	heading, lines := OtherNumbers(m.w, o, nil)
	m.add(Notice, heading)
	m.add(NoticeItem, lines...)
	m.gap()
}

func consent(w *wording.Words, v visit.Visit) Page {
	m := newMaker(w, ConsentPage, v.Questionnaire().Title)
	m.add(Title, w.Welcome.Heading)
	m.gap()
	asks := v.Questionnaire().Consent
	if shared := v.Questionnaire().ConsentShared; shared != "" && v.Shared() {
		asks = shared
	}
	m.prose(Text, Item, questionnaire.Text(FirstAct(w, string(asks), v.Region())))
	m.choose(&Choice{Label: w.Welcome.Agree, Means: visit.Agreed{}})
	if n := len(v.Short()); n > 0 {
		m.choose(&Choice{Label: w.Count(w.Welcome.Short, n), Means: visit.AgreedShort{}})
	}
	m.choose(&Choice{Label: w.Welcome.Leave, Means: visit.Left{}})
	m.Alone, m.ToEnd = &Choice{Means: visit.Agreed{}}, true
	m.Reading = true
	return m.onTheWay()
}

// placing asks where she is, only to show the right numbers. A guess is marked;
// it is never taken without her.
func placing(w *wording.Words, v visit.Visit, at visit.Placing) Page {
	m := newMaker(w, PlacingPage, v.Questionnaire().Title)
	m.add(Title, w.Region.Ask)
	m.add(Note, w.Region.Why)
	if at.Guessed {
		m.add(Note, wording.Fill(w.Region.Guess, "region", at.Marked.Name))
	}
	for i, r := range regionsFor(w, v.Questionnaire().Regions) {
		if r == at.Marked {
			m.Begin = i
		}
		m.choose(&Choice{Label: r.Name, Marked: r == at.Marked && !at.Guessed, Means: visit.Placed{Region: r.ID}})
	}
	m.gap()
	m.choose(&Choice{Label: w.Region.Skip, Extra: Declined, Means: visit.Placed{}})
	return m.onTheWay()
}

// settling asks which part of her region she is in, only where the numbers differ
// by it.
func settling(w *wording.Words, v visit.Visit, at visit.Settling) Page {
	m := newMaker(w, PlacingPage, v.Questionnaire().Title)
	m.add(Title, wording.Fill(w.Region.Part, "region", at.Region.Said()))
	m.add(Note, w.Region.PartWhy)
	for i, nation := range at.Region.Nations() {
		if nation == at.Marked {
			m.Begin = i
		}
		m.choose(&Choice{Label: nation, Marked: nation == at.Marked, Means: visit.Settled{Nation: nation}})
	}
	m.gap()
	m.choose(&Choice{Label: w.Region.PartSkip, Extra: Declined, Means: visit.Settled{}})
	return m.onTheWay()
}

// regionOf is where she lives, as she said it.
func regionOf(r *questionnaire.Region) string {
	if r.Nation() == "" {
		return r.Name
	}
	return r.Name + ", " + r.Nation()
}

// onTheWay is a page of a place from which there is a way back.
func (m *maker) onTheWay() Page {
	m.way(Back, &Choice{Means: visit.WentBack{}})
	return m.everywhere()
}
