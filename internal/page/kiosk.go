package page

import (
	"cmp"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// Shared is a moment of a shared laptop around each person's screening.
type Shared uint8

// The moments.
const (
	ChoosingWord  Shared = iota // the facilitator's word, that ends it later
	RepeatingWord               // once more
	AskingWord                  // to end
	Between                     // everything is being cleared
	Free                        // for the next person
	StillThere                  // nobody has pressed a key for long; so many seconds are left
	Hidden                      // somebody has covered her page
)

// OfShared is a page of a shared laptop's own. None shows anything of a person,
// and none a letter of the word or how many were typed. Where somebody may be on
// the telephone with a help line when the screen clears itself, the numbers stay. That
// it is free, and for whom it is, is said in the other languages too: who comes next may
// read none but hers. What covers a page looks as if nobody had begun, and does not say
// which keys lift it.
func OfShared(w *wording.Words, s Shared, region *questionnaire.Region, seconds int, forWhom func(language string) string, others ...*wording.Words) Page {
	k := w.Kiosk
	m := newMaker(w, KioskPage, k.Heading)
	say := func(title string, texts ...string) {
		m.add(Title, title)
		for _, t := range texts {
			m.gap()
			m.add(Text, t)
		}
	}
	switch s {
	case ChoosingWord:
		say(k.Choose, k.Rule, k.How, k.Unseen)
	case RepeatingWord:
		say(k.Again, k.Rule, k.Unseen)
	case AskingWord:
		say(k.Word, k.Return)
	case Between:
		say(k.Wiped, k.Moment)
	case Free:
		say(k.Free, k.Begin)
		m.add(Text, forWhom(w.Language))
		for _, o := range others {
			m.gap()
			m.add(Text, o.Kiosk.Free+" "+o.Kiosk.Begin, forWhom(o.Language))
		}
		m.gap()
		m.add(Text, k.Private)
		m.gap()
		m.add(Text, k.Alone+" "+k.Cover)
	case Hidden:
		say(k.Heading, k.Begin)
		for _, o := range others {
			m.gap()
			m.add(Text, o.Kiosk.Begin)
		}
	default:
		say(k.There, k.Stay+" "+w.Count(k.Countdown, seconds))
	}
	if region == nil || s != Free && s != StillThere {
		return m.Page
	}
	m.gap()
	lines := questionnaire.UrgentLines(region)
	for _, l := range lines {
		m.contact(l)
		if s == Free {
			m.add(LineNote, Access(w, l)...)
		}
	}
	if s == StillThere { // nobody scrolls while the seconds run: the numbers stand before all else
		for _, l := range lines {
			for _, how := range Access(w, l) {
				m.add(LineNote, wording.Fill(k.Answers, "line", SentenceCase(cmp.Or(l.Call, nameOf(l))), "how", how))
			}
		}
	}
	return m.Page
}
