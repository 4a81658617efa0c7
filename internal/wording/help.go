package wording

// Help is the help of the command line in this language. The English of its texts
// stands with the commands, so English has none of them here.
type Help struct {
	Texts map[string]string `yaml:"texts"` // by the English

	Usage     string `yaml:"usage"`
	Arguments string `yaml:"arguments"`
	Flags     string `yaml:"flags"`
	Commands  string `yaml:"commands"`
	Command   string `yaml:"command"` // stands where a command is to be written
	Options   string `yaml:"options"` // stands where flags are to be written
	More      string `yaml:"more"`
}
