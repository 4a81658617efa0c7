package finder

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// kind is a word for several medicines: what they are for, or what people call them.
type kind struct {
	key     string
	letters letterSet
	of      []*questionnaire.Medicine
	unnamed *questionnaire.Medicine // one of it, of which nobody knows which it is; nil: there is none
}

// maxOfKind is how many medicines a word for several offers: a short choice.
const maxOfKind = 6

// readKinds finds what the words of the languages mean in this formulary. What it does
// not have is left out, and a word for nothing is left out too.
func (f *Index) readKinds(formulary *questionnaire.Formulary) []kind {
	standsFor := unnamedIn(formulary)
	byKey, unnamed := map[string][]*questionnaire.Medicine{}, map[string]*questionnaire.Medicine{}
	for _, l := range language.All() {
		for _, k := range l.Names().Kinds {
			of := slices.DeleteFunc(f.offered(formulary, k.Of), func(m *questionnaire.Medicine) bool { return m.Unnamed() })
			for _, w := range k.Words {
				key := kindKey(w)
				if m := standsFor[k.Unnamed]; m != nil {
					unnamed[key] = m
				}
				for _, m := range of {
					if !slices.Contains(byKey[key], m) {
						byKey[key] = append(byKey[key], m)
					}
				}
			}
		}
	}
	var keys []string
	for key := range byKey {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	var kinds []kind
	for _, key := range keys {
		of := byKey[key]
		kinds = append(kinds, kind{key, lettersOf(key), of[:min(len(of), maxOfKind)], unnamed[key]})
	}
	return kinds
}

// unnamedIn are the medicines of a list that stand for one of a kind, by their names in
// every language.
func unnamedIn(formulary *questionnaire.Formulary) map[string]*questionnaire.Medicine {
	all := map[string]*questionnaire.Medicine{}
	for _, m := range formulary.Medicines {
		if m.Unnamed() {
			for _, name := range m.Names() {
				all[name] = m
			}
		}
	}
	return all
}

// offered are the medicines of some classes and names.
func (f *Index) offered(formulary *questionnaire.Formulary, of []string) []*questionnaire.Medicine {
	var medicines []*questionnaire.Medicine
	add := func(m *questionnaire.Medicine) {
		if !slices.Contains(medicines, m) {
			medicines = append(medicines, m)
		}
	}
	for _, name := range of {
		for _, i := range f.named[questionnaire.Fold(name)] {
			add(f.medicines[f.entries[i].medicine])
		}
		if class := formulary.Class(name); class != nil && f.named[questionnaire.Fold(name)] == nil {
			for _, m := range f.medicines {
				if m.In(class) {
					add(m)
				}
			}
		}
	}
	return medicines
}

// kindKey is a word for several medicines without "a", "my" and "something for".
func kindKey(words string) string {
	r := readingOf(words)
	return r.kindKey(medicineNoise)
}

func (r *reading) kindKey(noise func(word string) bool) string {
	var key strings.Builder
	for _, w := range r.words {
		if !besideWords()[w] && !purposeWords()[w] && !joiningWords()[w] && !kindNoise[w] && !noise(w) {
			key.WriteString(w)
		}
	}
	if key.Len() == 0 {
		return r.keys[asTyped]
	}
	return key.String()
}

// medicineNoise are the words for any medicine that say no more of a kind than "a" does.
// "Pill" is none of them: "the pill" is a kind.
func medicineNoise(w string) bool { return medicineWords()[w] && !formWords()[w] }

// kindNoise are the form words that say no more of a kind than "a" does.
var kindNoise = map[string]bool{"my": true, "the": true, "mi": true, "something": true, "some": true, "mis": true}

// kindOf proposes medicines of the kind that she typed; nil: it is none. A name of the
// list that is the same word comes before it.
func (f *Index) kindOf(r *reading, finished bool) []Match {
	key := r.kindKey(medicineNoise)
	i, found := f.kindNamed(key)
	if slices.ContainsFunc(r.keys[:], f.isWhole) {
		if !found || !f.isWhole(r.keys[asTyped]) {
			return nil
		}
		return f.nameAndKind(r.keys[asTyped], f.kinds[i])
	}
	if !found {
		if f.begins(r.keys[asTyped]) {
			return nil
		}
		if slices.ContainsFunc(r.keys[:], func(key string) bool { return f.named[key] != nil }) {
			return nil
		}
		if meant := f.kindMeant(r); meant != nil {
			return meant
		}
		if i = f.kindLike(key, finished); i < 0 {
			return nil
		}
	}
	return f.kinds[i].matches(slices.ContainsFunc(r.words, func(w string) bool { return medicineWords()[w] }))
}

// kindMeant proposes medicines of a kind that is named with words for any medicine only:
// "pills for sleep". Where a name has such a word ("birth control pill") it comes first.
func (f *Index) kindMeant(r *reading) []Match {
	if i, found := f.kindNamed(r.kindKey(func(w string) bool { return medicineWords()[w] })); found {
		return f.kinds[i].matches(true)
	}
	return nil
}

func (k kind) matches(meant bool) []Match {
	var matches []Match
	for _, m := range k.of {
		matches = append(matches, Match{Medicine: m, Name: m.Generic, Kind: true, Meant: meant, Unnamed: k.unnamed})
	}
	return matches
}

func (f *Index) kindNamed(key string) (int, bool) {
	return slices.BinarySearchFunc(f.kinds, key, func(k kind, key string) int { return strings.Compare(k.key, key) })
}

// nameAndKind proposes what has a name that is a word for several too, and the others:
// "hierba" is cannabis, and an herb.
func (f *Index) nameAndKind(name string, k kind) []Match {
	var matches []Match
	for _, i := range f.named[name] {
		e := &f.entries[i]
		m := f.medicines[e.medicine]
		if !slices.ContainsFunc(matches, func(before Match) bool { return before.Medicine == m }) {
			matches = append(matches, Match{Medicine: m, Name: e.name, Exact: true, LookAlike: true, Kind: true, Unnamed: k.unnamed})
		}
	}
	named := len(matches)
	var others []Match
	for _, m := range k.of {
		others = append(others, Match{Medicine: m, Name: m.Generic, Kind: true, Unnamed: k.unnamed})
	}
	matches = withOthers(matches, others)
	if len(matches) == named {
		return nil // the name says it all
	}
	return matches
}

// withOthers adds others to matches, as many as may be shown, and no medicine twice: "add"
// begins Adderall, and is a word for what Adderall is one of.
func withOthers(matches, others []Match) []Match {
	for _, o := range others {
		if len(matches) < maxMatches && !slices.ContainsFunc(matches, func(before Match) bool { return before.Medicine == o.Medicine }) {
			matches = append(matches, o)
		}
	}
	return matches
}

// isWhole reports whether a name of the list is written so, and not only begins so.
func (f *Index) isWhole(key string) bool {
	return slices.ContainsFunc(f.named[key], func(i int) bool { return f.entries[i].key == key && !f.entries[i].short })
}

// kindLike is the place of the kind that begins with a word, while no name does, or from
// which a long word is a slip of the hand away; negative: there is none.
func (f *Index) kindLike(key string, finished bool) int {
	length := utf8.RuneCountInString(key)
	if length < minKindBeginning {
		return -1
	}
	letters, allowed := lettersOf(key), mistakesIn(length)/2
	for i := range f.kinds {
		k := &f.kinds[i]
		if !finished && strings.HasPrefix(k.key, key) {
			return i
		}
		if allowed > 0 && letters.without(k.letters) <= allowed && k.letters.without(letters) <= allowed && questionnaire.EditDistance(key, k.key, allowed) <= allowed {
			return i
		}
	}
	return -1
}

// minKindBeginning is how many letters of a kind are enough while she types.
const minKindBeginning = 5

// begins reports whether a name begins with a word.
func (f *Index) begins(key string) bool {
	i, _ := slices.BinarySearchFunc(f.entries, key, func(e entry, key string) int { return strings.Compare(e.key, key) })
	return i < len(f.entries) && strings.HasPrefix(f.entries[i].key, key)
}
