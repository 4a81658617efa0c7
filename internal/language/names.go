package language

// Names are the words that people type with the name of a medicine, or instead of one.
type Names struct {
	// Beside stands with a name and says nothing of which medicine it is: salts, makers,
	// "I take".
	Beside []string `yaml:"beside"`
	// Medicine are words for any medicine: "pill". Beside one of them the name of an illness
	// is a kind of medicine.
	Medicine []string `yaml:"medicine"`
	// Purpose words come before what a medicine is for: "for", "something for".
	Purpose []string `yaml:"purpose"`
	// Suffixes are words that make another product of a name.
	Suffixes []Suffix `yaml:"suffixes"`
	// Kinds are what people say who do not know a name, or do not use it.
	Kinds []Kind `yaml:"kinds"`
}

// Suffix is a word behind the name of a product that says that more is in it. Medicines
// are named as lists of them do.
type Suffix struct {
	Words []string `yaml:"words"`
	Adds  []string `yaml:"adds"` // for certain
	May   []string `yaml:"may"`  // in some products; which, only the pack says
}

// Kind is a purpose, a class or an everyday word, with what it may mean: classes by their
// ids, or medicines by their names, the commonest first.
type Kind struct {
	Words []string `yaml:"words"`
	Of    []string `yaml:"of"`
	// Unnamed is the medicine of the list that stands for one of this kind of which she
	// knows no more. Where it is empty, or the list has none, such a one counts as any
	// medicine.
	Unnamed string `yaml:"unnamed"`
}

// Names are the words beside the names of medicines.
func (l *Language) Names() Names { return l.names() }
