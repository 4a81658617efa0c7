package wording

import "strings"

// Plain are the texts of the face of plain lines.
type Plain struct {
	Heading string `yaml:"heading"`
	First   string `yaml:"first"`
	How     string `yaml:"how"`

	// Prompt is the last line before she types: what she is asked, and what can
	// be typed there.
	Prompt struct {
		One    string `yaml:"one"`
		Many   string `yaml:"many"`
		Name   string `yaml:"name"`
		Choice string `yaml:"choice"`
		On     string `yaml:"on"`
		Back   string `yaml:"back"`
		Next   string `yaml:"next"`
		Rest   string `yaml:"rest"`
		More   string `yaml:"more"`

		Numbers string `yaml:"numbers"` // of what can be chosen
	} `yaml:"prompt"`

	Topic  string `yaml:"topic"`
	Choice string `yaml:"choice"`
	Marked string `yaml:"marked"`
	Chosen string `yaml:"chosen"`

	NotUnderstood      string `yaml:"not-understood"`
	NotUnderstoodShort string `yaml:"not-understood-short"`
	Ambiguous          string `yaml:"ambiguous"`
	StandsAlone        string `yaml:"stands-alone"`
	Rest               string `yaml:"rest"`
	NothingChosen      string `yaml:"nothing-chosen"`
	NotHere            string `yaml:"not-here"`
	BackFirst          string `yaml:"back-first"`
	UndoTold           string `yaml:"undo-told"`
	Undone             string `yaml:"undone"`
	NoUndo             string `yaml:"no-undo"`

	Which    string `yaml:"which"`
	NameNext string `yaml:"name-next"`
	NotTaken string `yaml:"not-taken"`

	Conversation string `yaml:"conversation"`
	HowSoon      string `yaml:"how-soon"`

	Typed Typed `yaml:"typed"`
}

// Typed are the words that are understood. Each text lists forms with commas
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

	And      string `yaml:"and"`
	Yes      string `yaml:"yes"`
	No       string `yaml:"no"`
	None     string `yaml:"none"`
	Unsure   string `yaml:"unsure"`
	Declined string `yaml:"declined"`
	Numbers  string `yaml:"numbers"`  // one, two …: each form is the next number, several ways with / between
	Ordinals string `yaml:"ordinals"` // the same
	Suffixes string `yaml:"suffixes"` // of 1st, 2nd …
	Noise    string `yaml:"noise"`    // what can stand beside a number and means nothing
	Regions  string `yaml:"regions"`  // ids of regions, each with its short names after = and / between
	Danger   string `yaml:"danger"`   // what nobody types who does not need a person
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
