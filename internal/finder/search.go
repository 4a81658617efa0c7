package finder

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/ask-first/askfirst/internal/order"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// The ways in which a medicine may be meant, best first. What she typed right
// comes before what she may have misspelt. What a name is mistaken for follows
// the way in which the name itself was found.
const (
	exact = 1 + iota
	alikeExact
	beginsName
	misspelt
	alikeMisspelt
	soundsLike
	alikeSounds
	beginsWord
	misspeltWord
	misspeltBeginning
	contained
	alikeContained
)

const (
	maxMatches = 8
	// So many are weighed by how much of what she typed they explain.
	maxWeighed = 16
	// One letter begins too many names to be of use.
	minBeginning = 2
	// A beginning of five letters bears one mistake; with four, "ssri" would be
	// the beginning of Spritam.
	minMisspeltBeginning = 5
	// In whole sentences, shorter words are seldom the names that they look like.
	minContained = 4
	// More mistakes than these are another name, however long it is.
	maxMistakes = 4
)

// search collects the best way in which each medicine may be meant.
type search struct {
	*Index
	finished bool            // she has typed all of it
	best     []hit           // by medicine
	mixedUp  []bool          // by medicine: it was added with what it is mistaken for
	grouped  map[int]bool    // the groups that were added
	alike    map[string]bool // and their names
	inside   map[int]bool    // medicines that have a name among what was typed
	found    bool            // anything at all
	whole    bool            // anything but a beginning with a mistake in it
	begun    bool            // a name that begins with what was typed
}

// hit says how an entry was found; the zero value means that it was not.
type hit struct {
	entry int
	way   int // exact and so on
	off   int // how far off among those found the same way; 0 is nearest
	via   int // the entry that was like what was typed, where this one is only mistaken for it
}

func (h hit) compare(other hit) int {
	return cmp.Or(cmp.Compare(h.way, other.way), cmp.Compare(h.off, other.off))
}

func (s *search) add(h hit) {
	s.found, s.whole = true, s.whole || h.way != misspeltBeginning
	e := &s.entries[h.entry]
	best := &s.best[e.medicine]
	// The same way twice: the generic name, or else the first that is printed.
	if best.way == 0 || cmp.Or(h.compare(*best), cmp.Compare(e.order, s.entries[best.entry].order)) < 0 {
		*best = h
	}
}

// addName adds all that has this name, and what the name is mistaken for: who
// misspells Klonopin may as well mean clonidine.
func (s *search) addName(key string, way, off int) {
	for _, i := range s.named[key] {
		s.add(hit{i, way, off, i})
	}
	for _, g := range s.groupsOf[key] {
		if s.grouped == nil {
			s.grouped, s.alike = map[int]bool{}, map[string]bool{}
		}
		if s.grouped[g] {
			continue
		}
		s.grouped[g] = true
		for _, other := range s.groups[g] {
			// Each name once, however many groups a stranger puts it in.
			if s.alike[other] {
				continue
			}
			s.alike[other] = true
			for _, i := range s.named[other] {
				s.add(hit{i, way + 1, off, s.named[key][0]})
				s.mixedUp[s.entries[i].medicine] = true
			}
		}
	}
}

// beginnings finds the names that begin with what was typed, or in which a later
// word does.
func (s *search) beginnings(keys []string) {
	for reading, key := range keys {
		length := utf8.RuneCountInString(key)
		if length < minBeginning {
			continue
		}
		first := sort.Search(len(s.entries), func(i int) bool { return s.entries[i].key >= key })
		for i := first; i < len(s.entries) && strings.HasPrefix(s.entries[i].key, key); i++ {
			// The fullest reading comes first, and there what is nearly typed out;
			// otherwise the list's order is good, because it begins with what
			// matters most.
			off := 2 * reading
			if s.entries[i].length-length > mistakesIn(length) {
				off++
			}
			if s.entries[i].from == 0 {
				s.begun = true
				s.add(hit{i, beginsName, off, i})
			} else {
				s.add(hit{i, beginsWord, off, i})
			}
		}
	}
}

// mistakes finds the names that a slip of the hand makes of what was typed: a
// mistake for every four letters. A longer name may begin with one too; that is
// only looked for while no name begins as typed, for then she is on her way.
func (s *search) mistakes(r reading) {
	for _, key := range r.keys {
		letters, length := lettersOf(key), utf8.RuneCountInString(key)
		allowed := mistakesIn(length)
		if allowed == 0 {
			continue
		}
		allowed = s.nearestReal(key, letters, allowed-1)
		for i := range s.entries {
			e := &s.entries[i]
			if letters.without(e.letters) > allowed || e.length < length-allowed {
				continue
			}
			d := distance(key, letters, e.key, e.letters, allowed)
			if d > anotherOrder && allowed >= anotherOrder && length == e.length && letters == e.letters && inAnotherOrder(key, e.key) {
				d = anotherOrder
			}
			switch {
			case d > allowed:
				// Not this name; perhaps its beginning.
			case e.from > 0:
				s.add(hit{i, misspeltWord, d, i})
			case s.isFirst(i):
				s.addName(e.key, misspelt, d)
			}
			if s.begun || e.from > 0 || length < minMisspeltBeginning || s.finished && 2*length < e.length {
				continue
			}
			// A letter that was forgotten or doubled makes it longer or shorter.
			for n := length - 1; n <= length+1 && n < e.length; n++ {
				beginning := firstLetters(e.key, n)
				if d := distance(key, letters, beginning, lettersOf(beginning), allowed); d <= allowed {
					s.add(hit{i, misspeltBeginning, d, i})
				}
			}
		}
	}
}

// mistakesIn is how many a word of that many letters may have.
func mistakesIn(length int) int { return min(length/4, maxMistakes) }

// A name with all of its letters in another order, as a hand or a memory leaves its syllables
// ("metrodinazole"), is off by so many mistakes, however many letters moved.
const (
	anotherOrder    = 2
	minAnotherOrder = 9 // letters; shorter words have the same ones by chance, as "trilofan" has of Tofranil
)

// inAnotherOrder reports whether a long word has the letters of another, and begins like it.
func inAnotherOrder(a, b string) bool {
	if len(a) != len(b) || len(a) < minAnotherOrder || a[0] != b[0] {
		return false
	}
	var count [256]int
	for i := range len(a) {
		count[a[i]]++
		count[b[i]]--
	}
	return count == [256]int{}
}

// distance is [questionnaire.EditDistance] for many words: most are told apart by their letters.
// Each mistake puts at most one letter in and takes one out.
func distance(a string, inA letterSet, b string, inB letterSet, limit int) int {
	if inA.without(inB) > limit || inB.without(inA) > limit {
		return limit + 1
	}
	return questionnaire.EditDistance(a, b, limit)
}

// sounds finds the names that are written otherwise but sound like what was
// typed. They must look a little like it too, because many names share their
// consonants.
func (s *search) sounds(r reading) {
	for _, key := range r.keys {
		for _, name := range s.sounding[soundOf(key)] {
			allowed := 1 + utf8.RuneCountInString(key)/3
			if real := s.nearestReal(key, lettersOf(key), 1); real == 1 {
				allowed = real
			}
			if d := questionnaire.EditDistance(key, name, allowed); d <= allowed {
				s.addName(name, soundsLike, d)
			}
		}
	}
}

// The last resort: what is written so far off that neither its letters nor its sound is
// right, but both nearly are.
const (
	minFarther  = 6 // letters, or "rare" would be near half of the list
	minFirst    = 6 // letters of the first of several words
	longFirst   = 8 // letters of one that may have any mistake that a name may have
	maxFarther  = 3 // names that are proposed
	soundWeighs = 2 // a consonant that is off counts as so many letters
)

// farther finds the names of one word whose letters and consonants are nearest to what was
// typed, as somebody writes a name who has seen it once on a pack. They are only ever
// likenesses.
func (s *search) farther(r *reading) {
	key := r.keys[withoutForm]
	if key == "" {
		key = r.keys[asTyped]
	}
	length, sound := utf8.RuneCountInString(key), soundOf(key)
	if length < minFarther || len(sound) < 3 || r.saying() > 1 {
		return
	}
	letters, allowed := lettersOf(key), min((length-2)/2, maxMistakes)
	allowed = s.nearestReal(key, letters, allowed) - 1
	nearest, found := 1+allowed+soundWeighs, []hit(nil)
	for i := range s.entries {
		e := &s.entries[i]
		if e.from > 0 || len(e.words) > 1 || !s.isFirst(i) || !strings.HasPrefix(e.sound, sound[:1]) {
			continue
		}
		off := distance(key, letters, e.key, e.letters, allowed)
		if off > allowed {
			continue
		}
		heard := questionnaire.EditDistance(sound, e.sound, 1)
		if off += soundWeighs * heard; heard > 1 || off > nearest {
			continue
		}
		if off < nearest {
			nearest, found = off, found[:0]
		}
		found = append(found, hit{i, soundsLike, off, i})
	}
	// As people begin a name they are surest of it.
	order.Stable(found, func(a, b *hit) int {
		return cmp.Compare(sameBeginning(s.entries[b.entry].key, key), sameBeginning(s.entries[a.entry].key, key))
	})
	for n := range found {
		found[n].off += n
	}
	for _, h := range found[:min(len(found), maxFarther)] {
		s.addName(s.entries[h.entry].key, soundsLike, h.off)
	}
}

// firstWord finds the names that a slip makes of the first of several words, where all of
// them together are like nothing: "humuline nph". Of a shorter word it is one slip behind its
// first letter, in a name of one word. The others stay words that nobody knows.
func (s *search) firstWord(r *reading) {
	first := readingOf(r.words[0])
	key := first.keys[asTyped]
	length := utf8.RuneCountInString(key)
	switch {
	case length < minFirst || isRealName(&first):
		return
	case length >= longFirst:
		s.mistakes(first)
		return
	}
	letters := lettersOf(key)
	if s.nearestReal(key, letters, 1) <= 1 {
		return
	}
	for i := range s.entries {
		e := &s.entries[i]
		if e.from == 0 && len(e.words) == 1 && s.isFirst(i) && e.key[0] == key[0] && distance(key, letters, e.key, e.letters, 1) <= 1 {
			s.addName(e.key, misspelt, 1)
		}
	}
}

// sameBeginning is how many letters two words have in common at their beginning.
func sameBeginning(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// contents finds whole names among several words, as a pack has them:
// "quetiapine fumarate". The longest comes first.
func (s *search) contents(r reading) {
	text := r.keys[asTyped]
	for i, start := range r.starts {
		for j := i + 1; j <= len(r.starts); j++ {
			name := text[start:]
			if j < len(r.starts) {
				name = text[start:r.starts[j]]
			}
			if length := utf8.RuneCountInString(name); length >= minContained {
				s.addName(name, contained, -length)
				for _, i := range s.named[name] {
					if s.inside == nil {
						s.inside = map[int]bool{}
					}
					s.inside[s.entries[i].medicine] = true
				}
			}
		}
	}
}

// likeness reports whether a hit is only like what was typed.
func (h hit) likeness() bool {
	switch h.way {
	case misspelt, alikeMisspelt, soundsLike, alikeSounds, misspeltWord, misspeltBeginning:
		return true
	}
	return false
}

// matches are the best hits, with those marked that may be mistaken, and with what else
// she typed.
func (s *search) matches(r *reading) []Match {
	hits := slices.DeleteFunc(s.best, func(h hit) bool { return h.way == 0 })
	order.Stable(hits, func(a, b *hit) int {
		return cmp.Or(a.compare(*b), cmp.Compare(s.entries[a.entry].medicine, s.entries[b.entry].medicine))
	})
	hits = hits[:min(len(hits), maxWeighed)]
	weighed, real := make([]weighedHit, len(hits)), isRealName(r)
	for i, h := range hits {
		e := &s.entries[h.entry]
		weighed[i].hit = h
		weighed[i].left = s.leftOver(r, h)
		weighed[i].Match = Match{
			Medicine: s.medicines[e.medicine],
			Name:     e.name,
			Likeness: h.likeness() && !s.inside[e.medicine],
		}
		if h.way != exact && h.way != alikeExact && real {
			weighed[i].Likeness, weighed[i].Elsewhere = true, true
		}
	}
	// What explains more of her words comes first, and then what stands among them to the
	// letter; the order among the rest stays. What that is only mistaken for comes last.
	order.Stable(weighed, func(a, b *weighedHit) int {
		likeA, likeB := s.onlyLike(a), s.onlyLike(b)
		return cmp.Or(cmp.Compare(likeA/2, likeB/2), cmp.Compare(len(a.left), len(b.left)), cmp.Compare(likeA, likeB))
	})
	matches := make([]Match, 0, maxMatches)
	for i := range weighed {
		w := &weighed[i]
		s.explain(w, r)
		w.Exact = w.hit.way == exact && w.Rest == "" && len(w.With) == 0
		if len(matches) < maxMatches && !s.tailElsewhere(r, w.hit, w.left) && !sameAsBefore(matches, w.Match) {
			matches = append(matches, w.Match)
			hits[len(matches)-1] = w.hit
		}
	}
	hits = hits[:len(matches)]
	for i, h := range hits {
		matches[i].LookAlike = len(hits) > 1 && s.mixedUp[s.entries[h.entry].medicine] || slices.ContainsFunc(hits, func(other hit) bool { return s.mistaken(h, other) })
	}
	return matches
}

// weighedHit is a hit as it may be proposed, with the words that it leaves over, by their places.
type weighedHit struct {
	Match
	hit  hit
	left []int
}

// onlyLike is 1 for what is only like her words, or only goes on as they do, while a name
// stands among them: the base name of "Mucinex D" comes before Mucinex DM. It is 2 for what
// is found only because it is mistaken for another.
func (s *search) onlyLike(w *weighedHit) int {
	goesOn := s.finished && (w.hit.way == beginsName || w.hit.way == beginsWord)
	switch {
	case len(s.inside) == 0 || s.inside[s.entries[w.hit.entry].medicine] || !w.Likeness && !goesOn:
		return 0
	case w.hit.via != w.hit.entry:
		return 2
	}
	return 1
}

// leftOver are the words of hers that a hit does not account for. What a name is only
// mistaken for leaves over what the name itself does.
func (s *search) leftOver(r *reading, h hit) []int {
	if h.way == exact && h.off == asTyped {
		return nil // it is the name itself, wherever a space slipped in
	}
	use := s.medicines[s.entries[h.entry].medicine].For
	name := s.entries[h.entry].words
	left := r.unexplained(name, use)
	if h.likeness() && len(left) == r.saying() {
		// All of it was only like the name, and then no word of it is another's, unless it
		// is one of those that make another product.
		return slices.DeleteFunc(left, func(i int) bool { return !hasSuffix(r.words[i : i+1]) })
	}
	if h.via == h.entry || len(left) == 0 || r.sharesWord(name) {
		return left
	}
	if h.way == alikeExact && h.off == asTyped {
		return nil
	}
	if through := r.unexplained(s.entries[h.via].words, use); len(through) < len(left) {
		return through
	}
	return left
}

// explain notes what the words of hers that are left over may mean.
func (s *search) explain(w *weighedHit, r *reading) {
	m, left := &w.Match, w.left
	var unknown []int
	for n := 0; n < len(left); {
		adds, size := s.adds(r, left[n:])
		if s.isTailOfAnother(r, w.hit, left[n]) {
			adds, size = nil, 1
		}
		for _, other := range adds {
			if other != m.Medicine && !slices.Contains(m.With, other) {
				m.With = append(m.With, other)
			}
		}
		if len(adds) == 0 {
			unknown = append(unknown, left[n])
			for _, name := range suffixes()[r.words[left[n]]].May {
				for _, may := range s.all(name) {
					if may != m.Medicine && !slices.Contains(m.May, may) {
						m.May = append(m.May, may)
					}
				}
			}
		}
		n += size
	}
	m.Rest = r.asTypedBy(unknown)
}

// A tail, such as the DM of a cough syrup, belongs to the name that it is written beside. What
// that name is only mistaken for does not come with it, unless the list has it so.

// isTailOfAnother reports whether a word of hers is such a tail, and a hit is not its name.
func (s *search) isTailOfAnother(r *reading, h hit, word int) bool {
	return h.via != h.entry && hasSuffix(r.words[word:word+1]) && !s.comesWith(h.entry, r.words[word])
}

// tailElsewhere reports whether what is left over has a tail that the list has with the name
// beside it, and not with a hit that it is mistaken for: then nothing has that name.
func (s *search) tailElsewhere(r *reading, h hit, left []int) bool {
	return slices.ContainsFunc(left, func(i int) bool { return s.isTailOfAnother(r, h, i) && s.comesWith(h.via, r.words[i]) })
}

// comesWith reports whether the list has a product that is called as the medicine of an entry
// and has this tail: guaifenesin is Mucinex, and there is Mucinex DM.
func (s *search) comesWith(entry int, tail string) bool {
	return slices.ContainsFunc(s.medicines[s.entries[entry].medicine].Names(), func(name string) bool {
		return s.named[questionnaire.Fold(name)+tail] != nil
	})
}

// adds are the medicines that the first of these words, or the first few, name for
// certain, and how many words that took.
func (s *search) adds(r *reading, left []int) (medicines []*questionnaire.Medicine, size int) {
	for size := min(len(left), 4); size > 0; size-- {
		if left[size-1] != left[0]+size-1 {
			continue
		}
		key := strings.Join(r.words[left[0]:left[0]+size], "")
		if found := s.all(key); len(found) == 1 {
			return found, size
		}
	}
	for _, name := range suffixes()[r.words[left[0]]].Adds {
		medicines = append(medicines, s.all(name)...)
	}
	return medicines, 1
}

// all are the medicines that have a name.
func (s *search) all(name string) []*questionnaire.Medicine {
	var found []*questionnaire.Medicine
	for _, i := range s.named[questionnaire.Fold(name)] {
		if m := s.medicines[s.entries[i].medicine]; !slices.Contains(found, m) {
			found = append(found, m)
		}
	}
	return found
}

// sameAsBefore reports whether a match proposes nothing but what one before it does:
// codeine with ibuprofen, behind ibuprofen with codeine.
func sameAsBefore(before []Match, m Match) bool {
	if len(m.With) == 0 {
		return false
	}
	return slices.ContainsFunc(before, func(b Match) bool {
		return b.Rest == m.Rest && b.holds(m.Medicine) && !slices.ContainsFunc(m.With, func(w *questionnaire.Medicine) bool { return !b.holds(w) })
	})
}

// holds reports whether a medicine is one of those that a match proposes.
func (m Match) holds(medicine *questionnaire.Medicine) bool {
	return m.Medicine == medicine || slices.Contains(m.With, medicine)
}

// mistaken reports whether two hits were both typed exactly, or are of medicines
// with names that are mistaken for one another. Those need not be the names that
// were found: "cele" finds Celebrex as celecoxib, beside Celexa.
func (s *search) mistaken(a, b hit) bool {
	x, y := s.entries[a.entry].medicine, s.entries[b.entry].medicine
	if x == y {
		return false
	}
	return a.way == exact && b.way == exact || shareOne(s.mixing[x], s.mixing[y])
}

// shareOne reports whether two ascending lists have an element in common.
func shareOne(a, b []int) bool {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] == b[0]:
			return true
		case a[0] < b[0]:
			a = a[1:]
		default:
			b = b[1:]
		}
	}
	return false
}
