package wording

// Trouble is what is said when the command line asks for what there is not.
type Trouble struct {
	Language    string `yaml:"language"`
	Region      string `yaml:"region"`
	NoRegion    string `yaml:"no-region"`
	Text        string `yaml:"text"`
	Locks       string `yaml:"locks"`
	LocksOutput string `yaml:"locks-output"`
	Usage       string `yaml:"usage"`
	Output      string `yaml:"output"`
	Screen      string `yaml:"screen"`

	Line     TroubleLine     `yaml:"line"`
	Folder   TroubleFolder   `yaml:"folder"`
	Handout  TroubleHandout  `yaml:"handout"`
	Workshop TroubleWorkshop `yaml:"workshop"`
}

// TroubleLine is why a command line cannot be read.
type TroubleLine struct {
	Flag       string `yaml:"flag"`
	FlagMeant  string `yaml:"flag-meant"`
	TooMuch    string `yaml:"too-much"`
	OneOf      string `yaml:"one-of"`
	Number     string `yaml:"number"`
	Time       string `yaml:"time"`
	YesNo      string `yaml:"yes-no"`
	NoValue    string `yaml:"no-value"`
	Empty      string `yaml:"empty"`
	NoArgument string `yaml:"no-argument"`
	FlagFirst  string `yaml:"flag-first"`

	CommandMeant string `yaml:"command-meant"`
	FolderMeant  string `yaml:"folder-meant"`
}

// TroubleFolder is why a questionnaire cannot be used. What is wrong within it is
// said by "askfirst check", to whoever keeps it.
type TroubleFolder struct {
	Missing    string `yaml:"missing"`
	Forbidden  string `yaml:"forbidden"`
	File       string `yaml:"file"`
	Unreadable string `yaml:"unreadable"`
	Errors     string `yaml:"errors"`
	Unsound    string `yaml:"unsound"`
	Unsounds   Plural `yaml:"unsound-errors"`
	NotHere    string `yaml:"not-here"`
}

// TroubleHandout is about "askfirst handout".
type TroubleHandout struct {
	Both     string `yaml:"both"`
	Discreet string `yaml:"discreet"`
	Private  string `yaml:"private"`
	With     string `yaml:"with"`
	HTML     string `yaml:"html"`
	NoNotes  string `yaml:"no-notes"`
	Copies   string `yaml:"copies"`
	PlanOnly string `yaml:"plan-only"`
	A3       string `yaml:"a3"`

	TendernessOnly string `yaml:"tenderness-only"`
	LocalOnly      string `yaml:"local-only"`
	StoriesOnly    string `yaml:"stories-only"`
	TenderCard     string `yaml:"tender-card"`
}

// TroubleWorkshop is about "askfirst workshop".
type TroubleWorkshop struct {
	NoStories  string `yaml:"no-stories"`
	Story      string `yaml:"story"`
	Plan       string `yaml:"plan"`
	Topic      string `yaml:"topic"`
	Tenderness string `yaml:"tenderness"`
	// Refused is what no plan leads a group through, AboveCeiling a story more tender
	// than the wish, and NeedsPlan several stories without a plan.
	Refused      string `yaml:"refused"`
	AboveCeiling string `yaml:"above-ceiling"`
	NeedsPlan    string `yaml:"needs-plan"`
	Twice        string `yaml:"twice"`
	Groups       string `yaml:"groups"`
	NoneSuch     string `yaml:"none-such"`
	KioskAlone   string `yaml:"kiosk-alone"`
	KioskPlain   string `yaml:"kiosk-plain"`
	IdleAfter    string `yaml:"idle-after"`
	Start        string `yaml:"start"`
	From         string `yaml:"from"`
	OnlyPlan     string `yaml:"only-plan"`
	OwnMissing   string `yaml:"own-missing"`
	OwnNoFile    string `yaml:"own-no-file"`
	OwnClosed    string `yaml:"own-closed"`
	OwnNone      string `yaml:"own-none"`
	OwnLost      string `yaml:"own-lost"`
	OwnTwice     string `yaml:"own-twice"`
	OwnErrors    string `yaml:"own-errors"`
	NotesOn      string `yaml:"notes-on"`
	NotesOnSame  string `yaml:"notes-on-same"`
	NotesOnPlain string `yaml:"notes-on-plain"`
	OutputPrint  string `yaml:"output-print"`
}
