package wording

// Kiosk are the texts of a shared laptop around each person's screening.
type Kiosk struct {
	Heading   string `yaml:"heading"`
	Choose    string `yaml:"choose"`
	Again     string `yaml:"again"`
	Rule      string `yaml:"rule"`
	TooShort  string `yaml:"too-short"`
	Different string `yaml:"different"`
	Unseen    string `yaml:"unseen"`
	How       string `yaml:"how"`

	Free    string `yaml:"free"`
	Begin   string `yaml:"begin"`
	Alone   string `yaml:"alone"`
	Private string `yaml:"private"`
	Cover   string `yaml:"cover"` // how to cover a page, and how to come back to it

	Wiped  string `yaml:"wiped"`
	Moment string `yaml:"moment"`

	There     string `yaml:"there"`
	Stay      string `yaml:"stay"`
	Countdown Plural `yaml:"countdown"`
	Answers   string `yaml:"answers"` // how one of several lines answers, all of which stand above

	Pasted string `yaml:"pasted"`
	Word   string `yaml:"word"`
	Return string `yaml:"return"`
}
