package handout

import (
	"strings"
	"time"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// A number that was written down eleven years ago looks like any other once it is
// printed. So the paper says where a record is old. It has no clock: what is old is
// told from the newest record of the questionnaire, which only grows younger.

// yearsUntilOld is after how many years a record is called old.
const yearsUntilOld = 2

// old tells whether a record of this day is much older than the newest one.
func (s Source) old(on time.Time) bool {
	var newest time.Time
	for _, region := range s.Questionnaire.Regions {
		for _, l := range region.Lines {
			if l.Checked.After(newest) {
				newest = l.Checked
			}
		}
	}
	return !on.IsZero() && on.Before(newest.AddDate(-yearsUntilOld, 0, 0))
}

// oldRecords names the lines of the region whose newest record is old, as far as
// they may be named here; "" if there is none.
func (s Source) oldRecords() string {
	var named []string
	for _, l := range s.told(s.region().Lines) {
		if (l.Call != "" || l.Text != "") && s.old(l.Checked) {
			named = append(named, wording.Fill(s.Words.Handout.Receipt.OldOne, "name", l.Name, "on", page.Day(s.Words, l.Checked)))
		}
	}
	if len(named) == 0 {
		return ""
	}
	return s.Words.Count(s.Words.Handout.Receipt.Old, len(named)) + " " + strings.Join(named, " ")
}

// ageToTell tells whether it has to stand beside a number when it was written down:
// nobody knows, or it is long ago.
func (s Source) ageToTell(l *questionnaire.HelpLine) bool {
	return l.Checked.IsZero() || s.old(l.Checked)
}
