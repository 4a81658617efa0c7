package questionnaire

import "time"

// OutsideList is what somebody else counts in a class of medicines, as it stood on
// one day. Held against the class in both directions, it shows what the class lacks,
// and what is in it without anybody having said so.
type OutsideList struct {
	ID      string
	Class   *Class
	Dated   time.Time // the day on which it was taken down
	Sources []*Source
	Members []ListedName // the medicines, by any of their names
	// NotInClass are members that the class leaves out on purpose, and NotOnList
	// medicines of the class that the list does not have, each with the reason.
	NotInClass []ListReason
	NotOnList  []ListReason
	At         Position
}

// ListedName is a name as it stands in a list.
type ListedName struct {
	Name string
	At   Position
}

// ListReason says of some medicines why list and class differ about them.
type ListReason struct {
	Medicines []ListedName
	Why       string
	At        Position
}

// Reason finds what was written about one of these medicines, by its name in the
// list or any of its own.
func Reason(reasons []ListReason, is func(ListedName) bool) bool {
	for _, reason := range reasons {
		for _, name := range reason.Medicines {
			if is(name) {
				return true
			}
		}
	}
	return false
}
