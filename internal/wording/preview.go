package wording

// Preview are the words of the preview, which maintainers see beside the
// screening. Ids stand in them as the maintainer wrote them.
type Preview struct {
	Bar         string `yaml:"bar"`
	Unwatched   string `yaml:"unwatched"`
	Sound       string `yaml:"sound"`
	Checking    string `yaml:"checking"`
	Both        string `yaml:"both"`
	Errors      Plural `yaml:"errors"`
	Warnings    Plural `yaml:"warnings"`
	LastGood    string `yaml:"last-good"`
	Unreadable  string `yaml:"unreadable"`
	GoTo        string `yaml:"go-to"`
	Rules       string `yaml:"rules"`
	Problems    string `yaml:"problems"`
	Close       string `yaml:"close"`
	RulesTitle  string `yaml:"rules-title"`
	Certain     string `yaml:"certain"`
	Possible    string `yaml:"possible"`
	Waiting     Plural `yaml:"waiting"`
	NothingYet  string `yaml:"nothing-yet"`
	Interrupts  string `yaml:"interrupts"`
	FoundTitle  string `yaml:"found-title"`
	Broken      string `yaml:"broken"`
	NeverGood   string `yaml:"never-good"`
	Example     string `yaml:"example"`
	StillProved string `yaml:"still-proved"`
	NotAsked    string `yaml:"not-asked"`
	Dropped     string `yaml:"dropped"`
	Moved       string `yaml:"moved"`

	JumpField    string `yaml:"jump-field"`
	JumpHint     string `yaml:"jump-hint"`
	JumpNothing  string `yaml:"jump-nothing"`
	JumpEntry    string `yaml:"jump-entry"`
	Beginning    string `yaml:"beginning"`
	Anew         string `yaml:"anew"`
	AnswersSoFar string `yaml:"answers-so-far"`
	TalksSoFar   string `yaml:"talks-so-far"`
	Texts        string `yaml:"texts"`
}
