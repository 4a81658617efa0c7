package content

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"gopkg.in/yaml.v3"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/order"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// The files of patterns, one for each language and kind. A pattern in them is a line of words, searched for in one
// sentence, capital letters and accents aside:
//
//	word        this word          word*       a word that begins so
//	a|b         one or the other   [list]      a word of a list of the same file
//	*word       (in a list) a word that ends so, accents and all
//	!a|[list]   any one word, if none of these begins here
//	word?       may be missing     [list]+     none or more of the list
//	two_words   in a|b: one alternative of several words
//	[list]++    none or more of the list, commas allowed
//	=word       the word with just these accents
//	^           here a sentence or part of one begins      $   here it ends
//	^^          here a sentence begins
//	,           a comma, or none
//	..          up to 3 words      ...         up to 8 words, commas allowed
//	~           up to 4 words, none of them in the list "between"
//	#           (in a list) any number in digits       0.#   one that is less than one
//
// [medicine] and [drug] are the file's lists of these names and every name of the
// formulary.

// wordFile is a file of patterns.
type wordFile struct {
	lists   map[string]*phrases
	entries []entry
	// By number, the patterns that a sentence with this word may hold, and those
	// that any sentence may.
	byWord   map[string][]int
	byStem   map[string][]int // by a word's first letters
	anywhere []int
	patterns int // how many there are to find
	// By number, whether only a sentence that names a medicine may hold it.
	medicine []bool
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
	framed    []string // the frames that do not excuse it; "all": none does
	mayBeIn   string   // the texts that may have it in them, by the group of a [questionnaire.Leave]
}

// loadWords makes a language's file of patterns ready to be searched for. What can
// go wrong here is a mistake in the file, which the first test would find.
func loadWords(raw language.Patterns) *wordFile {
	f := &wordFile{lists: map[string]*phrases{}}
	for list, all := range raw.Lists {
		var p phrases
		for _, phrase := range all {
			p.add(phrase)
		}
		f.lists[list] = &p
	}
	for _, group := range slices.Sorted(maps.Keys(raw.Groups)) {
		for _, r := range raw.Groups[group] {
			e := entry{
				group: group, find: f.parse(r.Find), except: f.parse(r.Except), says: r.Says, not: r.NotIn,
				quoted: r.QuotesMay, questions: r.QuestionsMay, explained: f.parse(r.ExplainedBy), after: r.AfterMedicine,
				stories: questionnaire.Error, mayBeIn: r.MayBeIn, framed: r.NotExcusedBy,
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
		f.byWord, f.byStem = map[string][]int{}, map[string][]int{}
	}
	e.first = f.patterns
	for _, p := range e.find {
		needed, medicine := p.needs()
		f.medicine = append(f.medicine, medicine)
		if needed == nil {
			f.anywhere = append(f.anywhere, f.patterns)
		}
		for _, key := range needed {
			if stem, ok := strings.CutSuffix(key, "*"); ok {
				f.byStem[stem] = append(f.byStem[stem], f.patterns)
			} else {
				f.byWord[key] = append(f.byWord[key], f.patterns)
			}
		}
		f.patterns++
	}
	f.entries = append(f.entries, e)
}

// candidates are the numbers of the patterns that the sentence may hold, in order.
// Thousands of sentences are searched for a thousand patterns, and hardly one
// holds any.
func (f *wordFile) candidates(s sentence, medicine bool) []int {
	const usual = 128
	may := append(make([]int, 0, usual), f.anywhere...)
	if medicine {
		may = append(may, f.byWord[medicineKey]...)
	}
	number := false
	for _, t := range s.tokens {
		may = append(may, f.byWord[t.word]...)
		if len(t.word) >= stemLetters {
			may = append(may, f.byStem[t.word[:stemLetters]]...)
		}
		number = number || t.word[0] >= '0' && t.word[0] <= '9'
	}
	if number {
		may = append(may, f.byWord[numberKey]...)
	}
	if !medicine {
		may = slices.DeleteFunc(may, func(number int) bool { return f.medicine[number] })
	}
	slices.Sort(may)
	return slices.Compact(may)
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

func mustDecode(name string, data []byte, into any) {
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(into); err != nil {
		panic(fmt.Errorf("%s: %w", name, err))
	}
}

// wordFiles are the files of patterns that were read, as functions.
var wordFiles sync.Map

type wordFileKey struct {
	language    *language.Language
	name, group string
}

// wordsOf is a language's file of patterns; of one group of it, if group is not "".
func wordsOf(l *language.Language, name, group string) *wordFile {
	read, _ := wordFiles.LoadOrStore(wordFileKey{l, name, group}, sync.OnceValue(func() *wordFile {
		if group != "" {
			return wordsOf(l, name, "").group(group)
		}
		return loadWords(l.Patterns(name))
	}))
	return read.(func() *wordFile)()
}

// everyLanguage are the files of that name in all languages that the program
// knows, that of the texts first. An amount and a command are searched for in each
// of them, whatever language a text says that it is in.
func (r *report) everyLanguage(name, group string) []*wordFile {
	var all []*wordFile
	for _, l := range language.All() {
		if l == r.language {
			all = slices.Insert(all, 0, wordsOf(l, name, group))
		} else {
			all = append(all, wordsOf(l, name, group))
		}
	}
	return all
}

// searchAll finds the entries of several files in a passage, no two over the same
// words; the first file comes first. What that one finds and excuses, no other
// finds: "pesó 2.900 g" is an amount for the English patterns, whose exceptions do
// not know what a Spanish sentence tells of.
func searchAll(files []*wordFile, check string, p passage, names names, l *language.Language) []hit {
	var all, excused []hit
	for i, f := range files {
		before := all
		found, let := f.search(check, p, names, l)
		for _, h := range found {
			there := func(other hit) bool {
				return h.in == other.in && h.at.overlaps(other.at) && (h.bridged || !other.bridged)
			}
			if !slices.ContainsFunc(before, there) && !slices.ContainsFunc(excused, there) {
				all = append(all, h)
			}
		}
		if i == 0 {
			excused = let
		}
	}
	return all
}

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
	in    int    // which sentence
	at    span
	// It is found only where a pause is read over, and excused only there.
	bridged bool
}

// search finds what a check forbids in a passage of this language, the earliest first and
// no two over the same words; and what its exceptions let be.
func (f *wordFile) search(check string, p passage, names names, l *language.Language) (hits, excused []hit) {
	named := false // a medicine was named in an earlier sentence
	for number, s := range p.understood {
		medicine := f.namesMedicine(s, names)
		found, let := f.searchIn(check, p, number, s, named, medicine, names, l)
		hits, excused = append(hits, found...), append(excused, let...)
		if s.pauses && check == stopGroup {
			if bridged, ok := s.bridge(f, names); ok {
				medicine = medicine || f.namesMedicine(bridged, names)
				more, let := f.searchIn(check, p, number, bridged, named, medicine, names, l)
				more = slices.DeleteFunc(more, func(h hit) bool {
					return slices.ContainsFunc(found, func(other hit) bool { return h.at.overlaps(other.at) })
				})
				hits, excused = append(hits, more...), append(excused, let...)
			}
		}
		named = named || medicine
	}
	return hits, excused
}

// searchIn does it for one sentence, in one reading of it.
func (f *wordFile) searchIn(check string, p passage, number int, s sentence, named, medicine bool, names names, l *language.Language) (hits, excused []hit) {
	var taken []span
	may := f.candidates(s, medicine)
	for i := range f.entries {
		e := &f.entries[i]
		var find []pattern
		find, may = e.among(may)
		if len(find) == 0 || p.May(check, e.group) || e.mayBeIn != "" && p.May(check, e.mayBeIn) || slices.Contains(e.not, p.key) || p.Use.Aloud && slices.Contains(e.not, "aloud") || e.questions && s.question || e.after && !named && !medicine {
			continue
		}
		found, let := e.spans(find, s, names)
		if len(found) > 0 && (len(e.explained) > 0 && anyIn(e.explained, s, names) || e.inFrame(check, s, names, l)) {
			found, let = nil, append(let, found...)
		}
		for _, at := range let {
			excused = append(excused, hit{entry: *e, in: number, at: at, bridged: s.bridged})
		}
		for _, at := range found {
			if at.to <= s.lead || s.across && at.from >= s.lead || s.bridged && !s.crosses(at) || slices.ContainsFunc(taken, at.overlaps) {
				continue
			}
			taken = append(taken, at)
			from, to := s.tokens[at.from].from, s.tokens[at.to-1].to
			hits = append(hits, hit{*e, s.raw[from:to], number, at, s.bridged})
		}
	}
	return hits, excused
}

// among are the entry's patterns that a sentence may hold, and the numbers of those
// that are left for the next entries.
func (e *entry) among(may []int) (some []pattern, rest []int) {
	for len(may) > 0 && may[0] < e.first+len(e.find) {
		some = append(some, e.find[may[0]-e.first])
		may = may[1:]
	}
	return some, may
}

// spans are the places where the entry holds: found by one of its patterns, and
// touched by none of its exceptions; and those that an exception touches.
func (e *entry) spans(find []pattern, s sentence, names names) (found, excused []span) {
	var except []span
	for _, p := range find {
		found = append(found, p.in(s, names)...)
	}
	if len(found) == 0 {
		return nil, nil
	}
	for _, p := range e.except {
		except = append(except, p.in(s, names)...)
	}
	// The longest of those that begin first tells most.
	order.Stable(found, func(a, b *span) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to)) })
	found = slices.DeleteFunc(found, func(at span) bool {
		quoted := e.quoted && s.tokens[at.from].quoted && s.tokens[at.to-1].quoted
		touched := slices.ContainsFunc(except, at.overlaps)
		if touched {
			excused = append(excused, at)
		}
		return quoted || touched
	})
	return found, excused
}

func anyIn(patterns []pattern, s sentence, names names) bool {
	return slices.ContainsFunc(patterns, func(p pattern) bool { return len(p.in(s, names)) > 0 })
}

// list is one of the file's lists, an empty one if it has none of that name.
func (f *wordFile) list(name string) *phrases {
	if list := f.lists[name]; list != nil {
		return list
	}
	return new(phrases)
}

// knows reports whether something is looked for by this word.
func (f *wordFile) knows(word string, names names) bool {
	if len(f.byWord[word]) > 0 || len(names.medicines.byFirst[word]) > 0 {
		return true
	}
	return len(f.list("medicine").lengths([]token{{word: word, written: word}})) > 0
}

func (f *wordFile) namesMedicine(s sentence, names names) bool {
	nouns := f.list("medicine")
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

// newNames are those of a questionnaire in its language. Names that are words of
// everyday life there name no medicine.
func newNames(q *questionnaire.Questionnaire) names {
	var n names
	var everyday []string
	if l, ok := language.Of(q.Language); ok {
		everyday = l.Words().Everyday
	}
	for _, m := range q.Formulary.Medicines {
		for _, name := range m.Names() {
			n.unread.add(name)
			if !slices.Contains(everyday, strings.ToLower(name)) {
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
