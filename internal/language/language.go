package language

import (
	"bytes"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"
)

// Language is what the program knows of one language. It is safe to be used from
// several goroutines. Each file of its folder is read when it is first asked for.
type Language struct {
	tag    string
	folder fs.FS

	words     func() Words
	reading   func() Reading
	typed     func() Typed
	names     func() Names
	syllables func() *syllables
	verbs     func() map[string][]string
	plural    func() map[Form]func(n int) bool
	likeness  func() []byte
	patterns  sync.Map // of a file's name, func() Patterns
}

var known = sync.OnceValue(func() []*Language {
	all := folders()
	tags, err := fs.ReadDir(all, ".")
	if err != nil {
		panic(err) // it is embedded
	}
	var languages []*Language
	for _, tag := range tags {
		inside, err := fs.Sub(all, tag.Name())
		if err != nil {
			panic(err)
		}
		languages = append(languages, newLanguage(tag.Name(), inside))
	}
	return languages
})

// newLanguage is the language that a folder describes.
func newLanguage(tag string, folder fs.FS) *Language {
	l := &Language{tag: tag, folder: folder}
	l.words = sync.OnceValue(func() Words { return decoded[Words](l, "words.yaml") })
	l.reading = sync.OnceValue(func() Reading { return decoded[Reading](l, "reading.yaml") })
	l.typed = sync.OnceValue(func() Typed { return decoded[Typed](l, "commands.yaml") })
	l.names = sync.OnceValue(func() Names { return decoded[Names](l, "names.yaml") })
	l.syllables = sync.OnceValue(l.readSyllables)
	l.verbs = sync.OnceValue(l.readVerbs)
	l.plural = sync.OnceValue(l.readPlural)
	l.likeness = sync.OnceValue(l.readLikeness)
	return l
}

// All are the languages that the program knows, in the order of their tags.
func All() []*Language { return known() }

// Of is the language of a tag such as "es" or "es-419"; false if the program
// does not know it.
func Of(tag string) (*Language, bool) {
	base := Base(tag)
	i := slices.IndexFunc(known(), func(l *Language) bool { return l.tag == base })
	if i < 0 {
		return nil, false
	}
	return known()[i], true
}

// Tags are those of the languages that the program knows.
func Tags() []string {
	var tags []string
	for _, l := range known() {
		tags = append(tags, l.tag)
	}
	return tags
}

// Base is the language of a tag or locale, whatever the country: "es" of
// es_MX.UTF-8 and of es-419.
func Base(tag string) string {
	if i := strings.IndexAny(tag, "_-.@"); i >= 0 {
		tag = tag[:i]
	}
	return strings.ToLower(tag)
}

// Nearest is the language among these that somebody can read who asks for this one:
// that very one, or that of no country in particular, or of another country. Mexico's
// Spanish is read where there is only Spanish, and the other way round.
func Nearest(tag string, among []string) (string, bool) {
	base := Base(tag)
	if base == "" {
		return "", false
	}
	for _, fits := range []func(string) bool{
		func(other string) bool { return strings.EqualFold(other, tag) },
		func(other string) bool { return strings.EqualFold(other, base) },
		func(other string) bool { return Base(other) == base },
	} {
		if i := slices.IndexFunc(among, fits); i >= 0 {
			return among[i], true
		}
	}
	return "", false
}

// Tag is the language's short name: "en".
func (l *Language) Tag() string { return l.tag }

// Words are the words that several checks ask for.
type Words struct {
	// Abbreviations end in a full stop that ends no sentence.
	Abbreviations []string `yaml:"abbreviations"`
	// NumberAbbreviations do so only before a number: "no. 5".
	NumberAbbreviations []string `yaml:"number-abbreviations"`
	// These stand in a lead-in for the items of its list, and TheseThings may follow:
	// "the following medicines should be off".
	These       []string `yaml:"these"`
	TheseThings []string `yaml:"these-things"`
	// Everyday are names of medicines that are words or first names as well; as
	// such they name no medicine.
	Everyday []string `yaml:"everyday"`
	// Counted is what a number counts that is not a telephone number.
	Counted []string `yaml:"counted"`
	// Forms stand on a pack or before the name of a medicine, and say nothing of
	// which it is.
	Forms []string `yaml:"forms"`
	// Joining words stand between the words of a name; nobody looks for it by them.
	Joining []string `yaml:"joining"`
	// Units may follow a number, which then is not part of any name.
	Units []string `yaml:"units"`
	// Dial is what one does with a telephone number.
	Dial []string `yaml:"dial"`
	// Digits are the words in which a telephone number is said, and the digits that
	// they are; x2 and x3 say the next one so many times, "" joins, and h is a hundred of them.
	Digits map[string]string `yaml:"digits"`
	// Address are the words in which an address is said, by the sign that they are: at; sign, which
	// is at and nothing else; dot; stop, a dot before the commonest endings only; slash; colon.
	// Visit stands before the name of a site, named and called before that of somebody on a
	// service, and no-name is the name of none: "look at the dot".
	Address map[string][]string `yaml:"address"`
	// Turning words turn a sentence round or compare: one more of them, or one less,
	// and it says something else.
	Turning []string `yaml:"turning"`
	// Sounds are words that another takes the place of before a sound.
	Sounds []Sound `yaml:"sounds"`
}

// Sound is a word that gives way to another before a word that begins so: "y" to "e"
// before "ibuprofeno".
type Sound struct {
	Word    string   `yaml:"word"`
	Becomes string   `yaml:"becomes"`
	Before  []string `yaml:"before"`
	But     []string `yaml:"but"` // longer beginnings that sound otherwise
}

// BeforeSound is a text whose words agree with the sound of what follows.
func (l *Language) BeforeSound(text, next string) string {
	next = Fold(next)
	begins := func(with string) bool { return strings.HasPrefix(next, with) }
	for _, s := range l.Words().Sounds {
		if slices.ContainsFunc(s.Before, begins) && !slices.ContainsFunc(s.But, begins) {
			text = strings.ReplaceAll(text, " "+s.Word+" ", " "+s.Becomes+" ")
		}
	}
	return text
}

// Words are the words that several checks ask for.
func (l *Language) Words() Words { return l.words() }

// decoded reads a file of the language's folder. What can go wrong here is a
// mistake in this package, which its tests find.
func decoded[T any](l *Language, name string) T {
	var into T
	data, err := fs.ReadFile(l.folder, name)
	if err == nil {
		data, err = unpacked(data)
	}
	if err == nil {
		d := yaml.NewDecoder(bytes.NewReader(data))
		d.KnownFields(true)
		err = d.Decode(&into)
	}
	if err != nil {
		panic(fmt.Errorf("language %s: %s: %w", l.tag, name, err))
	}
	return into
}

func (l *Language) compiled(expression string) *regexp.Regexp {
	if expression == "" {
		return nil
	}
	r, err := regexp.Compile(expression)
	if err != nil {
		panic(fmt.Errorf("language %s: %w", l.tag, err))
	}
	return r
}
