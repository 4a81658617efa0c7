package content

import (
	"fmt"
	"slices"
	"time"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// How many days a check holds.
const (
	educationStale = 365
	helpLineStale  = 90
	emergencyStale = 365 // 911 and its like hardly ever change
)

const emergencyKind = "emergency"

// checkSources finds education texts and help lines that rest on nothing.
func checkSources(r *report) {
	for _, e := range r.q.Education {
		if len(e.Sources) == 0 {
			r.addOf(noSource, questionnaire.Warning, e.Subject(), e.At, "education %q names no source; write sources: and the ids of what it rests on", e.ID)
		}
		if !e.Checked.IsZero() && len(e.Sources) > 0 && !slices.ContainsFunc(e.Sources, wasRead) {
			r.addOf(neverChecked, questionnaire.Warning, e.Subject(), e.At, "education %q says that it was checked, and none of its sources was read; read one and write how much of it, or take the date out", e.ID)
		}
	}
	for _, region := range r.q.Regions {
		for _, l := range region.Lines {
			if l.Source == "" {
				r.addOf(noSource, questionnaire.Warning, l.Subject(), l.At, "help line %q names no source; write evidence: and the address of the operator's page", l.ID)
			}
		}
	}
}

func wasRead(s *questionnaire.Source) bool { return s.Read != "no" }

// checkAge finds what was never checked, and what was checked too long ago.
func checkAge(r *report, asOf time.Time) {
	for _, e := range r.q.Education {
		if r.dated(neverChecked, e.Subject(), e.At, e.Checked, asOf, "write checked: and the day on which its source was read") && days(e.Checked, asOf) > educationStale {
			r.addOf(staleCheck, questionnaire.Warning, e.Subject(), e.At, "education %q was checked %d days ago, on %s; read its sources again, at most every %d days", e.ID, days(e.Checked, asOf), e.Checked.Format(time.DateOnly), educationStale)
		}
	}
	for _, region := range r.q.Regions {
		for _, l := range region.Lines {
			accept := fmt.Sprintf("askfirst lines --accept %s --on DAY FOLDER", l.ID)
			if !r.dated(staleCheck, l.Subject(), checkedAt(l), l.Checked, asOf, "read number, hours and scope on the operator's page, and write it down: "+accept) {
				continue
			}
			limit, age := helpLineStale, days(l.Checked, asOf)
			if l.Kind == emergencyKind {
				limit = emergencyStale
			}
			if age > limit {
				r.addOf(staleCheck, questionnaire.Warning, l.Subject(), l.At, "the newest record of help line %q is %d days old, of %s; read number, hours and scope on the operator's page again, at most every %d days, and write it down: %s", l.ID, age, l.Checked.Format(time.DateOnly), limit, accept)
			}
		}
	}
}

// checkedAt is where the newest record of a line stands, or else the line.
func checkedAt(l *questionnaire.HelpLine) questionnaire.Position {
	for _, e := range l.Evidence {
		if !l.Checked.IsZero() && e.On.Equal(l.Checked) {
			return e.At
		}
	}
	return l.At
}

// dated reports whether there is a date that can be true; without one it says what to do.
// A line that nobody has dated is one of those that have waited longest, so it is found
// by the check that finds these.
func (r *report) dated(check *questionnaire.Check, of questionnaire.Subject, at questionnaire.Position, checked, asOf time.Time, do string) bool {
	switch {
	case checked.IsZero():
		r.addOf(check, questionnaire.Warning, of, at, "%v was never checked; %s", of, do)
		return false
	case days(checked, asOf) < 0:
		r.addOf(check, questionnaire.Warning, of, at, "%v says that it was checked on %s, which is still to come; write the day on which its source was read", of, checked.Format(time.DateOnly))
		return false
	}
	return true
}

// days counts from one day to another, whatever the hour and zone.
func days(from, to time.Time) int {
	day := func(t time.Time) time.Time {
		return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	}
	return int(day(to).Sub(day(from)) / (24 * time.Hour))
}
