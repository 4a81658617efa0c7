package questionnaire

import (
	"cmp"
	"slices"
)

// Nations are the parts of a region between which the numbers to call at once
// differ, so that it is worth to ask where she is; none: it makes no difference.
func (r *Region) Nations() []string {
	var all []string
	for _, l := range r.LinesOf(urgentKinds...) {
		for _, nation := range l.Nations() {
			if !slices.Contains(all, nation) {
				all = append(all, nation)
			}
		}
	}
	return all
}

// In is the region as it is for somebody in one of its [Region.Nations]: without
// the lines that serve others only. Any other word, such as "", is all of it.
func (r *Region) In(nation string) *Region {
	if !slices.Contains(r.Nations(), nation) {
		return r
	}
	in := &Region{ID: r.ID, Name: r.Name, InSentence: r.InSentence, nation: nation, At: r.At}
	var replaced []string
	for _, l := range r.Lines {
		if serves := l.Nations(); len(serves) == 0 || slices.Contains(serves, nation) {
			in.Lines = append(in.Lines, l)
			replaced = append(replaced, l.InsteadOf)
		}
	}
	in.Lines = slices.DeleteFunc(in.Lines, func(l *HelpLine) bool { return slices.Contains(replaced, l.ID) })
	return in
}

// Said is the region's name as it stands in a sentence: the United Kingdom.
func (r *Region) Said() string { return cmp.Or(r.InSentence, r.Name) }

// Nation is the part of the region that she is in; "" where it is all of it.
func (r *Region) Nation() string { return r.nation }

// serves reports whether a line is for her: not one of another nation than hers,
// and where hers is not known, none of a nation at all.
func (r *Region) serves(l *HelpLine) bool { return l.Nation == "" || r.nation != "" }
