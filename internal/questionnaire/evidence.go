package questionnaire

import (
	"strings"
	"time"
)

// Evidence is one record that a help line's number rests on. A line has all that
// there are, so that a second one counts; [HelpLine.Checked] and [HelpLine.Source]
// are read off them.
type Evidence struct {
	Source string
	On     time.Time // the day that the record gives; zero: it gives none
	Kind   EvidenceKind
	At     Position
}

// EvidenceKind is who says it, and so how much a record proves.
type EvidenceKind string

// The kinds of evidence.
const (
	OperatorsPage  EvidenceKind = "operator's page"
	GovernmentPage EvidenceKind = "government page"
	// DatedRegister is somebody else's record of the page, with a day: often one
	// day for all lines of a list, which is less than a reading of each.
	DatedRegister EvidenceKind = "dated register"
	Undated       EvidenceKind = "undated"
)

// EvidenceKinds are all kinds, those that prove most first.
var EvidenceKinds = []string{string(OperatorsPage), string(GovernmentPage), string(DatedRegister), string(Undated)}

// Read reports whether a page was read by whoever wrote the line, and not
// somebody else's record of it.
func (e Evidence) Read() bool { return e.Kind == OperatorsPage || e.Kind == GovernmentPage }

// Newest is the record of the latest day, the one that proves most where several
// are of one day; the first, where none has a day; nil, where there is none.
func (l *HelpLine) Newest() *Evidence {
	var newest *Evidence
	for i := range l.Evidence {
		e := &l.Evidence[i]
		if newest == nil || e.On.After(newest.On) || e.On.Equal(newest.On) && e.Read() && !newest.Read() {
			newest = e
		}
	}
	return newest
}

// Nations are the parts of the region that a line serves; none: all of it.
func (l *HelpLine) Nations() []string {
	var all []string
	for part := range strings.SplitSeq(l.Nation, ",") {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, part)
		}
	}
	return all
}
