package workshop

import (
	"fmt"
	"regexp"
	"strconv"
	"time"
)

// Clock is a time of day that somebody named, in minutes after midnight plus one; its
// zero value is none. A plan counts on from it, and no clock is ever read.
type Clock int

const day = 24 * 60

// clockForm is how a time of day is written.
var clockForm = regexp.MustCompile(`^([01]?[0-9]|2[0-3])[:.h]([0-5][0-9])$`)

// ClockOf reads a time of day such as 18:30.
func ClockOf(text string) (c Clock, ok bool) {
	m := clockForm.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	hours, _ := strconv.Atoi(m[1])
	minutes, _ := strconv.Atoi(m[2])
	return Clock(hours*60 + minutes + 1), true
}

// After is the time so many minutes later; none stays none.
func (c Clock) After(minutes int) Clock {
	if c == 0 {
		return 0
	}
	return Clock((int(c)-1+minutes)%day + 1)
}

// String is the time as a clock shows it; "" for none.
func (c Clock) String() string {
	if c == 0 {
		return ""
	}
	return fmt.Sprintf("%d:%02d", (int(c)-1)/60, (int(c)-1)%60)
}

// Begins is when a part of the plan begins, by its number from 0, if the plan keeps to
// its minutes; the number after the last is the end. It is none where no start was named.
func (s Session) Begins(part int) Clock { return s.wish.Start.After(s.MinutesBefore(part)) }

// MinutesBefore are those of all parts before one.
func (s Session) MinutesBefore(part int) int {
	n := 0
	for _, slot := range s.slots[:part] {
		if slot.plan != nil {
			n += slot.plan.Minutes
		}
	}
	return n
}

// Before is how long the plan takes to where the session is now.
func (s Session) Before() time.Duration {
	if s.plan == nil {
		return 0
	}
	return time.Duration(s.MinutesBefore(s.here())) * time.Minute
}

// Part is the number of the part of the plan that is shown, from 0, and how many there
// are; without a plan it is 0 of 0.
func (s Session) Part() (n, all int) {
	if s.plan == nil {
		return 0, 0
	}
	return s.here(), len(s.slots)
}

// From is at the beginning of the part of the plan with this id, or this number from 1.
func (s Session) From(part string) (Session, bool) {
	for i, slot := range s.slots {
		if s.plan != nil && (slot.plan.ID == part || strconv.Itoa(i+1) == part) {
			return s.Go(i), true
		}
	}
	return s, false
}

// Talk is where the room talks about the story that is told. It is false where none is,
// or where there is nothing to talk about.
func (s Session) Talk() (Session, bool) {
	if !s.Tells() {
		return s, false
	}
	i := s.here()
	v := s.slots[i].stories[s.told()]
	for at := s.begins(i, v); at < len(s.steps) && s.steps[at].Vignette != nil && s.steps[at].Vignette.ID == v.ID; at++ {
		if s.steps[at].Kind == Discuss {
			s.at, s.swapped = at, nil
			return s, true
		}
	}
	return s, false
}
