package wording

// Trouble is what is said when the command line asks for what there is not.
type Trouble struct {
	Language string `yaml:"language"`
	Region   string `yaml:"region"`
	NoRegion string `yaml:"no-region"`
	Text     string `yaml:"text"`
	Locks    string `yaml:"locks"`
	Usage    string `yaml:"usage"`
}
