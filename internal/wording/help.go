package wording

// Help is the help of the command line in this language. Its English stands with
// the commands, so English has none.
type Help struct {
	Texts map[string]string `yaml:"texts"` // by the English
	// Around is what stands around the texts, in the words of the library that
	// prints them.
	Around map[string]string `yaml:"around"`
}
