package content

import (
	"cmp"
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"gopkg.in/yaml.v3"
)

// The word files. A pattern in them is a line of words, searched for in one
// sentence, capital letters and accents aside:
//
//	word        this word          word*       a word that begins so
//	a|b         one or the other   [list]      a word of a list of the same file
//	word?       may be missing     [list]+     none or more of the list
//	two_words   in a|b: one alternative of several words
//	[list]++    none or more of the list, commas allowed
//	^           here a sentence or part of one begins      $   here it ends
//	..          up to 3 words      ...         up to 8 words, commas allowed
//	~           up to 4 words, none of them in the list "between"
//	#           (in a list) any number in digits
//
// [medicine] is the file's list of that name and every name of the formulary.
//
//go:embed words/*.yaml
var wordFiles embed.FS

// wordFile is a file of patterns.
type wordFile struct {
	lists   map[string]phrases
	entries []entry
	// By number, the patterns that a sentence with this word may hold, and those
	// that any sentence may.
	byWord   map[string][]int
	anywhere []int
	patterns int // how many there are to find
}

// entry is one thing that must not be written.
type entry struct {
	group     string
	find      []pattern
	first     int // the number of the first of them in the file
	except    []pattern
	says      string   // what is wrong and what to write instead
	not       []string // keys of texts that are exempt
	quoted    bool     // somebody else's words may say it
	questions bool     // a question may say it
	explained []pattern
	after     bool // only after a medicine was named in the same text
	stories   questionnaire.Severity
	mayBeIn   string // the texts that may have it in them, by the group of a [questionnaire.Leave]
}

// entryYAML is how an entry is written.
type entryYAML struct {
	Find          []string `yaml:"find"`
	Except        []string `yaml:"except"`
	Says          string   `yaml:"says"`
	NotIn         []string `yaml:"not-in"`
	QuotesMay     bool     `yaml:"quotes-may"`
	QuestionsMay  bool     `yaml:"questions-may"`
	ExplainedBy   []string `yaml:"explained-by"`
	AfterMedicine bool     `yaml:"after-medicine"`
	InStories     string   `yaml:"in-stories"`
	MayBeIn       string   `yaml:"may-be-in"`
}

type wordFileYAML struct {
	Lists  map[string][]string    `yaml:"lists"`
	Groups map[string][]entryYAML `yaml:"groups"`
}

// loadWords reads a word file. What can go wrong here is a mistake in this
// package, which its first test would find.
func loadWords(name string) *wordFile {
	var raw wordFileYAML
	mustDecode(wordFiles, "words/"+name, &raw)
	f := &wordFile{lists: map[string]phrases{}}
	for list, all := range raw.Lists {
		var p phrases
		for _, phrase := range all {
			p.add(phrase)
		}
		f.lists[list] = p
	}
	groups := make([]string, 0, len(raw.Groups))
	for group := range raw.Groups {
		groups = append(groups, group)
	}
	slices.Sort(groups)
	for _, group := range groups {
		for _, r := range raw.Groups[group] {
			e := entry{
				group: group, find: f.parse(r.Find), except: f.parse(r.Except), says: r.Says, not: r.NotIn,
				quoted: r.QuotesMay, questions: r.QuestionsMay, explained: f.parse(r.ExplainedBy), after: r.AfterMedicine,
				stories: questionnaire.Error, mayBeIn: r.MayBeIn,
			}
			if r.InStories == "warning" {
				e.stories = questionnaire.Warning
			}
			f.add(e)
		}
	}
	return f
}

func (f *wordFile) add(e entry) {
	if f.byWord == nil {
		f.byWord = map[string][]int{}
	}
	e.first = f.patterns
	for _, p := range e.find {
		needed := p.needs()
		if needed == nil {
			f.anywhere = append(f.anywhere, f.patterns)
		}
		for _, word := range needed {
			f.byWord[word] = append(f.byWord[word], f.patterns)
		}
		f.patterns++
	}
	f.entries = append(f.entries, e)
}

// candidates tells of each pattern whether the sentence may hold it. Thousands
// of sentences are searched for a thousand patterns, and hardly one holds any.
func (f *wordFile) candidates(s sentence) []bool {
	may := make([]bool, f.patterns)
	for _, number := range f.anywhere {
		may[number] = true
	}
	for _, t := range s.tokens {
		for _, number := range f.byWord[t.word] {
			may[number] = true
		}
	}
	return may
}

func (f *wordFile) parse(lines []string) []pattern {
	var all []pattern
	for _, line := range lines {
		p, err := parsePattern(line, f.lists)
		if err != nil {
			panic(err)
		}
		all = append(all, p)
	}
	return all
}

func mustDecode(folder fs.FS, name string, into any) {
	file, err := folder.Open(name)
	if err != nil {
		panic(err)
	}
	defer file.Close()
	d := yaml.NewDecoder(file)
	d.KnownFields(true)
	if err := d.Decode(into); err != nil {
		panic(fmt.Errorf("%s: %w", name, err))
	}
}

var (
	doseWords   = sync.OnceValue(func() *wordFile { return loadWords("dose.yaml") })
	stopWords   = sync.OnceValue(func() *wordFile { return loadWords("stop-medicine.yaml") })
	bannedWords = sync.OnceValue(func() *wordFile { return loadWords("banned.yaml") })

	bannedWordsSpanish = sync.OnceValue(func() *wordFile { return loadWords("banned-es.yaml") })
)

// group is the file with the entries of one group only.
func (f *wordFile) group(name string) *wordFile {
	part := &wordFile{lists: f.lists}
	for _, e := range f.entries {
		if e.group == name {
			part.add(e)
		}
	}
	return part
}

// hit is an entry found in a passage.
type hit struct {
	entry entry
	words string // as they were written
}

// search finds what a check forbids in a passage, the earliest first and no two
// over the same words.
func (f *wordFile) search(check string, p passage, names names) []hit {
	var hits []hit
	named := false // a medicine was named in an earlier sentence
	for s := range p.each {
		var taken []span
		may := f.candidates(s)
		for _, e := range f.entries {
			find := e.among(may)
			if len(find) == 0 || p.May(check, e.group) || e.mayBeIn != "" && p.May(check, e.mayBeIn) || slices.Contains(e.not, p.key) || e.questions && s.question || e.after && !named && !f.namesMedicine(s, names) {
				continue
			}
			if len(e.explained) > 0 && anyIn(e.explained, s, names) {
				continue
			}
			for _, at := range e.spans(find, s, names) {
				if slices.ContainsFunc(taken, at.overlaps) {
					continue
				}
				taken = append(taken, at)
				from, to := s.tokens[at.from].from, s.tokens[at.to-1].to
				hits = append(hits, hit{entry: e, words: s.raw[from:to]})
			}
		}
		named = named || f.namesMedicine(s, names)
	}
	return hits
}

// among are the entry's patterns that a sentence may hold.
func (e entry) among(may []bool) []pattern {
	var some []pattern
	for i, p := range e.find {
		if may[e.first+i] {
			some = append(some, p)
		}
	}
	return some
}

// spans are the places where the entry holds: found by one of its patterns, and
// touched by none of its exceptions.
func (e entry) spans(find []pattern, s sentence, names names) []span {
	var found, except []span
	for _, p := range find {
		found = append(found, p.in(s, names)...)
	}
	if len(found) == 0 {
		return nil
	}
	for _, p := range e.except {
		except = append(except, p.in(s, names)...)
	}
	// The longest of those that begin first tells most.
	slices.SortStableFunc(found, func(a, b span) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to)) })
	return slices.DeleteFunc(found, func(at span) bool {
		quoted := e.quoted && s.tokens[at.from].quoted && s.tokens[at.to-1].quoted
		return quoted || slices.ContainsFunc(except, at.overlaps)
	})
}

func anyIn(patterns []pattern, s sentence, names names) bool {
	return slices.ContainsFunc(patterns, func(p pattern) bool { return len(p.in(s, names)) > 0 })
}

func (f *wordFile) namesMedicine(s sentence, names names) bool {
	nouns := f.lists["medicine"]
	for i := range s.tokens {
		if len(nouns.lengths(s.tokens[i:])) > 0 || len(names.medicines.lengths(s.tokens[i:])) > 0 {
			return true
		}
	}
	return false
}

// names are words that stand for medicines and people in this questionnaire.
type names struct {
	medicines phrases
	// unread are names that say nothing about how hard a text is to read:
	// medicines, clinicians and titles of education.
	unread phrases
}

// ordinaryWords are names of the formulary that are also words of everyday
// life; as such they name no medicine.
type ordinaryWords struct {
	Words []string `yaml:"words"`
}

var everyday = sync.OnceValue(func() []string {
	var o ordinaryWords
	mustDecode(wordFiles, "words/everyday.yaml", &o)
	return o.Words
})

func newNames(q *questionnaire.Questionnaire) names {
	var n names
	for _, m := range q.Formulary.Medicines {
		for _, name := range m.Names() {
			n.unread.add(name)
			if !slices.Contains(everyday(), strings.ToLower(name)) {
				n.medicines.add(name)
			}
		}
	}
	for _, c := range q.Clinicians {
		n.unread.add(c.Name)
	}
	for _, e := range q.Education {
		n.unread.add(e.Title)
	}
	return n
}
