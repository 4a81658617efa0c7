package content

import (
	"encoding/binary"
	"math"
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// checkLikeness finds texts that only read like those that must not be written. A pattern
// knows the words that somebody thought of; of sentences that nobody thought of, each has
// others. Here words, and words near each other, weigh for or against what is forbidden,
// as they did in the tables of sentences from which the weights were learnt. That is a
// guess and no finding: it refuses nothing, and says nothing where a pattern found something.
//
// It comes after the checks that have patterns.
func checkLikeness(r *report) {
	if r.language == nil {
		return
	}
	w := weightsIn(r.language.Likeness())
	if w == nil {
		return
	}
	for _, p := range r.passages {
		var most float64
		var like sentence
		for _, s := range p.understood {
			if weight := w.of(s, &r.names); weight > most {
				most, like = weight, s
			}
		}
		if most > 0 && !r.forbids(p) {
			r.add(readsLike, questionnaire.Warning, p, "%v reads as if it said what to take, how much, when or what to stop, or as if it judged or promised (“%s”); have somebody read it, and say whom to ask instead; if it says nothing of the kind, leave it", p, w.words(like, &r.names))
		}
	}
}

// forbids reports whether a pattern found something in the passage.
func (r *report) forbids(p passage) bool {
	return slices.ContainsFunc(r.findings, func(f questionnaire.Finding) bool {
		return f.At == p.at && f.About == p.Of && (f.Check == doseGiven || f.Check == stopMedicine || f.Check == bannedWord)
	})
}

// nBuckets is how many weights there are. What is weighed has no name in the file, only a
// number, which some things share: with so many, that costs nothing that the tables show.
const nBuckets = 1 << 16

// weights are those of one language's file: first what every sentence weighs, in two bytes
// and in parts of what a bucket's one weighs, then a byte for each bucket.
type weights []byte

// parts is how finely is written what every sentence weighs, for that decides how much is warned of.
const parts = 64

func weightsIn(file []byte) weights {
	if len(file) != 2+nBuckets {
		return nil
	}
	return file
}

func (w weights) at(bucket uint16) int { return int(int8(w[2+int(bucket)])) }

// fewest is how many words are weighed: "What you take" is a title, and says too little. Of
// what is to be found hardly anything is so short.
const fewest = 5

// of is how much a sentence weighs: more than 0 is too much. Long ones have more to weigh,
// and are no worse.
func (w weights) of(s sentence, names *names) float64 {
	if len(s.tokens) < fewest {
		return 0
	}
	sum, n := 0, 0
	weighed(s, names, func(bucket uint16, _, _ int) {
		sum += w.at(bucket)
		n++
	})
	return float64(sum)/math.Sqrt(float64(n)) + float64(int16(binary.LittleEndian.Uint16(w)))/parts
}

// words are the three that weigh most beside each other, as they were written.
func (w weights) words(s sentence, names *names) string {
	const shown = 3
	each := make([]int, len(s.tokens))
	weighed(s, names, func(bucket uint16, first, second int) {
		each[first] += w.at(bucket)
		each[second] += w.at(bucket)
	})
	from, most := 0, math.MinInt
	for i := range max(1, len(each)-shown+1) {
		sum := 0
		for _, weight := range each[i:min(i+shown, len(each))] {
			sum += weight
		}
		if sum > most {
			from, most = i, sum
		}
	}
	return s.raw[s.tokens[from].from:s.tokens[min(from+shown, len(each))-1].to]
}

// weighed calls yield for all that is weighed of a sentence, with the tokens that it is of:
// each word, each beginning of one, two words beside each other and two beginnings near each
// other. Numbers are all one, and so are the names of medicines, of which every folder has
// its own. Where a sentence or part of it begins or ends counts as a word.
func weighed(s sentence, names *names, yield func(bucket uint16, first, second int)) {
	type unit struct {
		word, stem uint32
		token      int
	}
	const usual = 64
	units := make([]unit, 0, usual)
	mark := func(sign string, token int) { units = append(units, unit{hash(sign), hash(sign), token}) }
	mark("^", 0)
	for i, t := range s.tokens {
		if t.breaks && i > 0 {
			mark(",", i)
		}
		switch {
		case t.word[0] >= '0' && t.word[0] <= '9':
			mark("#", i)
			continue
		case len(names.medicines.lengths(s.tokens[i:])) > 0:
			mark("%", i)
			continue
		}
		const stem = 4
		units = append(units, unit{hash(t.word), hash(t.word[:min(stem, len(t.word))]), i})
	}
	end := "$"
	if s.question {
		end = "?"
	}
	mark(end, len(s.tokens)-1)

	const near = 3
	for i, u := range units {
		yield(bucketOf(1, u.word, 0), u.token, u.token)
		yield(bucketOf(2, u.stem, 0), u.token, u.token)
		for j := i + 1; j < min(i+1+near, len(units)); j++ {
			yield(bucketOf(3, u.stem, units[j].stem), u.token, units[j].token)
		}
		if i+1 < len(units) {
			yield(bucketOf(4, u.word, units[i+1].word), u.token, units[i+1].token)
		}
	}
}

// hash is FNV-1a, written here so that nothing is allocated for a word.
func hash(word string) uint32 {
	h := uint32(2166136261)
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return h
}

func bucketOf(kind, first, second uint32) uint16 {
	h := (first*31+second)*31 + kind
	h = (h ^ h>>15) * 0x2c1b3c6d // the last round of a murmur: neighbours must not fall together
	h = (h ^ h>>12) * 0x297a2d39
	return uint16(h >> 16)
}
