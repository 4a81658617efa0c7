package language

import "strings"

// Typed are the words that are understood where somebody types lines. Each text lists forms with commas
// between; the first is the one that is told.
type Typed struct {
	Back   string `yaml:"back"`
	Why    string `yaml:"why"`
	Lines  string `yaml:"lines"`
	Skip   string `yaml:"skip"`
	Part   string `yaml:"part"`
	Enough string `yaml:"enough"`
	Leave  string `yaml:"leave"`
	Keys   string `yaml:"keys"`
	Again  string `yaml:"again"`
	List   string `yaml:"list"` // of the conversations; elsewhere as Again
	Next   string `yaml:"next"`
	Undo   string `yaml:"undo"`
	Slow   string `yaml:"slow"`  // the numbers of a page, in pairs
	Short  string `yaml:"short"` // from now on without the reasons
	Full   string `yaml:"full"`  // with them again

	And      string `yaml:"and"`
	Yes      string `yaml:"yes"`
	No       string `yaml:"no"`
	None     string `yaml:"none"`
	Unsure   string `yaml:"unsure"`
	Declined string `yaml:"declined"`
	Maybe    string `yaml:"maybe"`     // yes, or not sure
	Hardly   string `yaml:"hardly"`    // no, or not sure
	AfterYes string `yaml:"after-yes"` // what can follow yes and says no more
	AfterNo  string `yaml:"after-no"`  // the same behind no
	Untaken  string `yaml:"untaken"`   // where medicines are asked for: she takes none
	Numbers  string `yaml:"numbers"`   // one, two …: each form is the next number, several ways with / between
	Ordinals string `yaml:"ordinals"`  // the same
	Suffixes string `yaml:"suffixes"`  // of 1st, 2nd …
	Noise    string `yaml:"noise"`     // what can stand beside a number and means nothing
	Regions  string `yaml:"regions"`   // ids of regions, each with its short names after = and / between
	Danger   string `yaml:"danger"`    // what nobody types who does not need a person; slips of the hand are allowed for
}

// Typed are the words that this language understands.
func (l *Language) Typed() Typed { return l.typed() }

// RegionNames are the short names that are understood for a region.
func (t Typed) RegionNames(id string) []string {
	for _, entry := range Forms(t.Regions) {
		if of, names, _ := strings.Cut(entry, "="); strings.TrimSpace(of) == id {
			return strings.Split(names, "/")
		}
	}
	return nil
}

// Forms are the forms of a word that is understood.
func Forms(words string) []string {
	forms := strings.Split(words, ",")
	for i := range forms {
		forms[i] = strings.TrimSpace(forms[i])
	}
	return forms
}

// Told is the form that is told.
func Told(words string) string { return Forms(words)[0] }
