package questionnaire

import (
	"fmt"
	"slices"
	"strings"
)

// Opening is when a help line answers. The zero value says that nobody has
// written it down, so that it may be shut at any moment.
type Opening struct {
	Always bool
	Times  []OpenTime // where not always
	Zone   string     // whose clock the times are in, as in the IANA time zone database; empty: hers
}

// OpenTime is a stretch of the day, on some days of the week. To is after From, and both
// are minutes from midnight.
type OpenTime struct {
	Days     [7]bool // from Monday
	From, To int
}

// dayWords are the days of the week as `open:` writes them.
var dayWords = []string{"mon", "tue", "wed", "thu", "fri", "sat", "sun"}

const minutesOfADay = 24 * 60

// OpenTimeOf reads "mon-fri 9:00-17:00", "sat,sun 10:00-12:00" or "daily 8:00-22:00".
func OpenTimeOf(text string) (OpenTime, error) {
	days, times, found := strings.Cut(strings.ToLower(text), " ")
	if !found {
		return OpenTime{}, fmt.Errorf("%q is not a time of opening", text)
	}
	s := OpenTime{}
	for part := range strings.SplitSeq(days, ",") {
		from, to, isRange := strings.Cut(part, "-")
		if part == "daily" {
			from, to, isRange = dayWords[0], dayWords[6], true
		}
		first, last := slices.Index(dayWords, from), slices.Index(dayWords, to)
		if !isRange {
			last = first
		}
		if first < 0 || last < first {
			return OpenTime{}, fmt.Errorf("%q names no days", part)
		}
		for d := first; d <= last; d++ {
			s.Days[d] = true
		}
	}
	from, to, found := strings.Cut(times, "-")
	if !found {
		return OpenTime{}, fmt.Errorf("%q does not say from when to when", times)
	}
	var err error
	if s.From, err = minutes(from); err != nil {
		return OpenTime{}, err
	}
	if s.To, err = minutes(to); err != nil {
		return OpenTime{}, err
	}
	if s.To <= s.From {
		return OpenTime{}, fmt.Errorf("%q ends before it begins", times)
	}
	return s, nil
}

func minutes(clock string) (int, error) {
	var h, m int
	if n, err := fmt.Sscanf(clock, "%d:%02d", &h, &m); n != 2 || err != nil || h < 0 || m < 0 || m > 59 || h*60+m > minutesOfADay || clock != fmt.Sprintf("%d:%02d", h, m) {
		return 0, fmt.Errorf("%q is not a time of day", clock)
	}
	return h*60 + m, nil
}
