package finder

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ask-first/askfirst/internal/order"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// Match is a medicine that a typed name may mean. It is a proposal: only she
// can say that it is the one.
type Match struct {
	Medicine  *questionnaire.Medicine
	Name      string // the name of it that matched, as printed
	Exact     bool   // Name is what was typed; case, accents, strengths and the like aside
	LookAlike bool   // another medicine has this name, or one that is mistaken for it
	Likeness  bool   // no name is what was typed; this one is only like it
	Elsewhere bool   // it is a likeness, and what was typed is a real name that the list does not have
	Kind      bool   // not a name was typed but a kind of medicines, of which this is one
	Meant     bool   // of a kind: a word for a medicine stood beside it

	// Unnamed is, of such a kind, what stands for one of which she knows no more. Nil: the
	// list has nothing for that.
	Unnamed *questionnaire.Medicine

	// With are other medicines that her words say are in it too: the DM of a cough syrup.
	With []*questionnaire.Medicine
	// Rest are words of hers that neither this name nor the list explains, as she typed
	// them; whatever they mean may be any medicine.
	Rest string
	// May is what such words are known to mean in some products.
	May []*questionnaire.Medicine
}

// Index proposes the medicines that a typed name may mean. It never changes
// and keeps nothing of what is typed, so any number of goroutines may use it.
type Index struct {
	medicines []*questionnaire.Medicine
	entries   []entry             // by key, so that one beginning stands together
	named     map[string][]int    // entries by the key of the whole name
	sounding  map[string][]string // such keys by what they sound like
	groups    [][]string          // such keys that are mistaken for one another
	groupsOf  map[string][]int    // places in groups by key
	mixing    [][]int             // places in groups by medicine, ascending
	kinds     []kind              // by key
	real      []realName          // real names that none of the medicines has
}

// entry is a name of a medicine, read from the beginning of one of its words.
type entry struct {
	key      string // folded
	length   int    // of key, in letters
	letters  letterSet
	sound    string   // of key, where it is all of the name
	medicine int      // its place in Index.medicines
	name     string   // as printed
	order    int      // among the medicine's names; the generic one has 0
	from     int      // the word that key begins with; 0: it is all of the name
	words    []string // of all of the name, folded
	short    bool     // key is the name without a word that is often left out
}

// New prepares the names of a formulary for finding.
func New(f *questionnaire.Formulary) *Index {
	finder := &Index{medicines: f.Medicines, named: map[string][]int{}, sounding: map[string][]string{}, groupsOf: map[string][]int{}, mixing: make([][]int, len(f.Medicines))}
	for i, m := range f.Medicines {
		for order, name := range m.Names() {
			of := entriesOf(entry{medicine: i, name: name, order: order})
			if m.Unnamed() {
				of = of[:1] // "antidepressant" is the kind, and no beginning of a name
			}
			finder.entries = append(finder.entries, of...)
		}
	}
	order.Stable(finder.entries, func(a, b *entry) int {
		return cmp.Or(strings.Compare(a.key, b.key), cmp.Compare(a.from, b.from), cmp.Compare(a.medicine, b.medicine), cmp.Compare(a.order, b.order))
	})
	for i, e := range finder.entries {
		if e.from > 0 {
			continue
		}
		finder.named[e.key] = append(finder.named[e.key], i)
		sound := soundOf(e.key)
		finder.entries[i].sound = sound
		if sound != "" && finder.isFirst(i) {
			finder.sounding[sound] = append(finder.sounding[sound], e.key)
		}
	}
	finder.group(f.LookAlikes)
	finder.kinds = finder.readKinds(f)
	finder.real = finder.realNamesElsewhere()
	return finder
}

// minShort is how many letters of a name must be left to be a name: of XL-3 only "3" is.
const minShort = 3

// entriesOf reads a name from the beginning of each of its words that somebody
// may know it by: "wort", but not "with".
func entriesOf(e entry) []entry {
	var list []entry
	r := readingOf(e.name)
	for i, word := range r.words {
		if i > 0 && (len(word) < 2 || isNumber(word) || formWords()[word] || joiningWords()[word]) {
			continue
		}
		e.words = r.words
		e.key, e.from = r.keys[asTyped][r.starts[i]:], i
		e.length, e.letters = utf8.RuneCountInString(e.key), lettersOf(e.key)
		list = append(list, e)
	}
	// "Toprol" is all that anybody calls Toprol-XL; a "with" is often left out.
	for _, short := range []string{r.keys[withoutForm], r.keys[withoutJoining]} {
		if len(short) >= minShort && !isNumber(short) {
			e.key, e.from, e.short = short, 0, true
			e.length, e.letters = utf8.RuneCountInString(e.key), lettersOf(e.key)
			list = append(list, e)
		}
	}
	return list
}

// isFirst reports whether an entry is the first with its key. One that is all of
// a name stands before those that are not.
func (f *Index) isFirst(i int) bool { return i == 0 || f.entries[i-1].key != f.entries[i].key }

// group notes which names are mistaken for one another: those listed, and one
// word that names several medicines. Names of one medicine are left out,
// because to mistake those does no harm.
func (f *Index) group(lookAlikes [][]string) {
	const several = -1
	owner := map[string]int{}
	for key, entries := range f.named {
		owner[key] = f.entries[entries[0]].medicine
		if slices.ContainsFunc(entries, func(i int) bool { return f.entries[i].medicine != owner[key] }) {
			owner[key] = several
			f.addGroup([]string{key})
		}
	}
	for _, names := range lookAlikes {
		var keys []string
		told := map[int]bool{} // medicines whose other generic names are among the keys
		for _, name := range names {
			r := readingOf(name)
			for _, key := range r.keys[:withoutForm+1] {
				if f.named[key] != nil {
					keys = append(keys, key)
					keys = append(keys, f.inOtherLanguages(key, told)...)
				}
			}
		}
		slices.Sort(keys)
		keys = slices.Compact(keys)
		if slices.ContainsFunc(keys, func(key string) bool { return owner[key] == several || owner[key] != owner[keys[0]] }) {
			f.addGroup(keys)
		}
	}
}

// maxOfOneName is how many medicines one word may name that says anything.
const maxOfOneName = 8

// inOtherLanguages are the other generic names of what has this one: a set of names
// that are mistaken for one another holds in every language. A brand's likeness is its
// own.
func (f *Index) inOtherLanguages(key string, told map[int]bool) []string {
	if len(f.named[key]) > maxOfOneName {
		return nil // it is a set by itself
	}
	var keys []string
	for _, i := range f.named[key] {
		e := &f.entries[i]
		m := f.medicines[e.medicine]
		if e.order > len(m.Also) || told[e.medicine] {
			continue
		}
		told[e.medicine] = true
		for _, name := range append([]string{m.Generic}, m.Also...) {
			if other := readingOf(name).keys[asTyped]; f.named[other] != nil {
				keys = append(keys, other)
			}
		}
	}
	return keys
}

func (f *Index) addGroup(keys []string) {
	g := len(f.groups)
	for _, key := range keys {
		f.groupsOf[key] = append(f.groupsOf[key], g)
		for _, i := range f.named[key] {
			// Groups come in order, so that one that is there already is the last.
			of := &f.mixing[f.entries[i].medicine]
			if n := len(*of); n == 0 || (*of)[n-1] != g {
				*of = append(*of, g)
			}
		}
	}
	f.groups = append(f.groups, keys)
}

// Certain reports whether what was typed is the name of a medicine, or says that medicines
// of some kind are meant: such a word does not call for help there.
func Certain(found []Match) bool { return len(found) > 0 && (found[0].Exact || found[0].Meant) }

// Find lists what the letters typed so far may mean, best first, at most eight.
// After an exact name stand only what it is mistaken for and longer names that
// begin with it or have a word that does, because she may still be typing.
func (f *Index) Find(typed string) []Match { return f.find(typed, false) }

// Settle lists what a name may mean that she has finished typing. A single
// match that is Exact and not a LookAlike can be shown as "is this it?";
// otherwise she must be asked which it is, if it is any of them.
func (f *Index) Settle(typed string) []Match { return f.find(typed, true) }

func (f *Index) find(typed string, finished bool) []Match {
	r := readingOf(typed)
	kind := f.kindOf(&r, finished)
	if kind != nil && (finished || !f.begins(r.keys[asTyped])) {
		return kind
	}
	s := search{Index: f, finished: finished, best: make([]hit, len(f.medicines)), mixedUp: make([]bool, len(f.medicines))}
	var names []string
	for i, key := range r.keys {
		if f.named[key] != nil {
			s.addName(key, exact, i)
			names = append(names, key)
		}
	}
	switch {
	case len(names) == 0:
		s.beginnings(r.keys[:])
		if !isRealName(&r) {
			s.mistakes(r)
			s.sounds(r)
		}
	case !finished:
		s.beginnings(names)
	}
	if !s.found || (finished || !s.begun) && len(names) == 0 && len(r.words) > 1 {
		s.contents(r)
	}
	if len(names) == 0 && len(s.inside) == 0 {
		if short := r.withoutSuffixes(); short.keys[asTyped] != "" && !isRealName(&short) {
			s.mistakes(short)
			s.sounds(short)
		}
	}
	if (!s.found || finished && !s.whole) && !isRealName(&r) {
		s.farther(&r)
	}
	if !s.found && len(r.words) > 1 && !isRealName(&r) {
		s.firstWord(&r)
	}
	return withOthers(s.matches(&r), kind) // she may be on her way to a name
}
