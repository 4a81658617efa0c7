package wording

import "github.com/ask-first/askfirst/internal/language"

// Plain are the texts of the face of plain lines.
type Plain struct {
	Heading string `yaml:"heading"`
	First   string `yaml:"first"`
	How     string `yaml:"how"`

	// Prompt is the last line before she types: what she is asked, and what can
	// be typed there.
	Prompt struct {
		// {place} is what is asked, in short.
		One    string `yaml:"one"`
		Many   string `yaml:"many"`
		Name   string `yaml:"name"`
		Choice string `yaml:"choice"`
		On     string `yaml:"on"`
		Back   string `yaml:"back"`
		Next   string `yaml:"next"`
		Rest   string `yaml:"rest"`
		// The same two before any number was heard.
		NextOrList string `yaml:"next-or-list"`
		RestOrList string `yaml:"rest-or-list"`
		More       string `yaml:"more"`

		Numbers string `yaml:"numbers"` // of what can be chosen
	} `yaml:"prompt"`

	Topic  string `yaml:"topic"`
	Choice string `yaml:"choice"`
	Marked string `yaml:"marked"`
	Chosen string `yaml:"chosen"`

	NotUnderstood      string `yaml:"not-understood"`
	NotUnderstoodShort string `yaml:"not-understood-short"`
	Ambiguous          string `yaml:"ambiguous"`
	Among              string `yaml:"among"`      // the choices that may be meant follow
	AmongOne           string `yaml:"among-one"`  // one choice follows
	WhichOf            string `yaml:"which-of"`   // yes, to what has many answers
	WhichName          string `yaml:"which-name"` // yes, to the medicines
	NotYet             string `yaml:"not-yet"`    // what was chosen was not read out
	Continued          string `yaml:"continued"`  // before the rest of a page
	StandsAlone        string `yaml:"stands-alone"`
	Rest               string `yaml:"rest"`
	NothingChosen      string `yaml:"nothing-chosen"`
	AllHeard           string `yaml:"all-heard"` // at the end of the result
	NotHere            string `yaml:"not-here"`
	BackFirst          string `yaml:"back-first"`
	UndoTold           string `yaml:"undo-told"`
	Undone             string `yaml:"undone"`
	NoUndo             string `yaml:"no-undo"`
	NoNumber           string `yaml:"no-number"` // to say slowly
	ShortTold          string `yaml:"short-told"`
	FullTold           string `yaml:"full-told"`
	More               string `yaml:"more-words"` // beneath the list of words
	Reading            string `yaml:"reading"`    // what can be typed where a text is read

	Which    string `yaml:"which"`
	NameNext string `yaml:"name-next"`
	NotTaken string `yaml:"not-taken"`

	Stays     string `yaml:"stays"`             // at the start, where the terminal cannot be cleared
	Stopped   string `yaml:"stopped"`           // at ctrl+z
	Uncleared string `yaml:"stopped-uncleared"` // the same where nothing was cleared
	Resumed   string `yaml:"resumed"`           // after it: what she is asked then

	Conversation string `yaml:"conversation"`
	HowSoon      string `yaml:"how-soon"`

	// Typed are the words that are understood: see the language's commands.yaml.
	Typed language.Typed `yaml:"-"`
}
