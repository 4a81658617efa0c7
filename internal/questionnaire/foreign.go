package questionnaire

// Foreign is where a questionnaire comes from that did not come with the program.
// What a file says of itself is only its author's word; this is what the program
// knows of it.
type Foreign struct {
	// Folder is the name of the folder that it was read from; "" if it cannot be shown.
	Folder string
	// Renumbered are lines with a number or an address that the program's own
	// questionnaire does not have for that region, which it knows.
	Renumbered []Renumbered
}

// Renumbered is a help line of a region.
type Renumbered struct {
	Region *Region
	Line   *HelpLine
}

// Renumbered are this questionnaire's lines that reach somebody else than those of
// another do in the same region. What it inherited is the other's.
func (q *Questionnaire) Renumbered(own *Questionnaire) []Renumbered {
	var all []Renumbered
	for _, region := range q.Regions {
		known := own.Region(region.ID)
		if known == nil {
			continue
		}
		reached := map[string]bool{"call ": true, "text ": true, "": true}
		for _, l := range known.Lines {
			for _, way := range l.ways() {
				reached[way] = true
			}
		}
		for _, l := range region.Lines {
			for _, way := range l.ways() {
				if !reached[way] {
					all = append(all, Renumbered{region, l})
					break
				}
			}
		}
	}
	return all
}

// ways are the numbers and the address of a line, each as one way to write it.
func (l *HelpLine) ways() []string {
	return []string{"call " + dialled(l.Call), "text " + dialled(l.Text), l.URL}
}

// dialled is a number without what only parts it for the eye.
func dialled(number string) string {
	var keys []rune
	for _, r := range Fold(number) {
		switch r {
		case ' ', '-', '.', '(', ')', '/', '\u00a0', '\u2011':
		default:
			keys = append(keys, r)
		}
	}
	return string(keys)
}
