package content

import (
	"encoding/binary"
	"flag"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
)

var update = flag.Bool("update", false, "learn the weights of likeness.weights anew")

// specimen is a text from which weights are learnt.
type specimen struct {
	sentences []sentence
	names     *names
	forbidden bool
	ours      bool // it stands in a questionnaire that we ship
}

// specimensOf are those of a table. Addresses have checks of their own.
func specimensOf(t *testing.T, name, tag string) []specimen {
	t.Helper()
	l, _ := language.Of(tag)
	named := newNames(&questionnaire.Questionnaire{Language: tag, Formulary: formulary().Formulary})
	var all []specimen
	for _, r := range table(t, name) {
		if _, s := takeApart(questionnaire.Text(r.text), l); r.kind != "address" && !strings.HasPrefix(r.kind, "other-language") && len(s) > 0 {
			all = append(all, specimen{sentences: s, names: &named, forbidden: strings.Contains(name, "-catch-")})
		}
	}
	return all
}

// unlearnt is never learnt from: it tells what is found of sentences that nobody has seen.
const unlearnt = "held-19"

// tablesOf are the names of a language's tables to learn from, but for those that begin with
// one of these.
func tablesOf(t *testing.T, tag string, without ...string) []string {
	t.Helper()
	var names []string
	for _, kind := range []string{"catch", "pass"} {
		files, err := filepath.Glob("testdata/checks/*-" + kind + "-" + tag + ".tsv")
		if err != nil || len(files) == 0 {
			t.Fatal("there are no tables", err)
		}
		for _, file := range files {
			name := strings.TrimSuffix(filepath.Base(file), ".tsv")
			if !slices.ContainsFunc(append(without, unlearnt), func(part string) bool { return strings.HasPrefix(name, part+"-") }) {
				names = append(names, name)
			}
		}
	}
	return names
}

func specimensOfAll(t *testing.T, tag string, tables []string) []specimen {
	t.Helper()
	var all []specimen
	for _, name := range tables {
		all = append(all, specimensOf(t, name, tag)...)
	}
	return all
}

// shipped are the questionnaires that we ship, and their translations.
func shipped(t *testing.T, visit func(name string, q *questionnaire.Questionnaire, tr *questionnaire.Translation)) {
	t.Helper()
	maternal := os.DirFS("../../questionnaires/maternal")
	for _, name := range []string{"maternal", "worried", "example"} {
		files := os.DirFS("../../questionnaires/" + name)
		q, findings, err := folder.Read(files, maternal)
		if q == nil {
			t.Fatal(err, findings)
		}
		visit(name, q, nil)
		for _, tag := range language.Tags() {
			if tag == q.Language || name == "example" { // which has no translation
				continue
			}
			tr, findings, err := folder.ReadTranslation(files, maternal, tag)
			if tr == nil {
				t.Fatal(err, findings)
			}
			visit(name, q, tr)
		}
	}
}

// ours are the sentences of these in a language, each once. They are honest.
func ours(t *testing.T, tag string) []specimen {
	t.Helper()
	var all []specimen
	seen := map[string]bool{}
	shipped(t, func(_ string, q *questionnaire.Questionnaire, tr *questionnaire.Translation) {
		if tr != nil {
			q = translation.Of(q, tr)
		}
		if q.Language != tag {
			return
		}
		r := newReport(q)
		for _, p := range r.passages {
			for _, s := range p.understood {
				if !seen[s.raw] {
					seen[s.raw] = true
					all = append(all, specimen{sentences: []sentence{s}, names: &r.names, ours: true})
				}
			}
		}
	})
	return all
}

func (w weights) warn(of specimen) bool {
	return slices.ContainsFunc(of.sentences, func(s sentence) bool { return w.of(s, of.names) > 0 })
}

func (w weights) share(all []specimen) float64 {
	n := 0
	for _, one := range all {
		if w.warn(one) {
			n++
		}
	}
	return float64(n) / float64(len(all))
}

// learn is a logistic regression, a sentence at a time, with steps that grow smaller for
// what was often seen. It is the same each time.
func learn(all []specimen) weights {
	const (
		rounds    = 25
		rate      = 0.3
		forgotten = 1e-5
		// By so much less than evenly is a text warned of that is likelier honest, and by so
		// much are our own kept further away: of near misses, 3 in a hundred may be warned of,
		// and of ours none.
		lenient, away = -0.5, 1
		step          = 0.5 // of what is written; what is less is not, so that the file is small
	)
	buckets := make([][]uint16, len(all))
	for i, one := range all {
		for _, s := range one.sentences {
			weighed(s, one.names, func(bucket uint16, _, _ int) { buckets[i] = append(buckets[i], bucket) })
		}
	}
	w, slopes, base := make([]float64, nBuckets), make([]float64, nBuckets), 0.0
	chance := rand.New(rand.NewPCG(1, 2))
	for range rounds {
		for _, i := range chance.Perm(len(all)) {
			sum := base
			root := math.Sqrt(float64(len(buckets[i])))
			for _, b := range buckets[i] {
				sum += w[b] / root
			}
			if all[i].ours {
				sum += away
			}
			off := 1 / (1 + math.Exp(-sum))
			if all[i].forbidden {
				off--
			}
			slope := off / root
			for _, b := range buckets[i] {
				slopes[b] += slope * slope
				w[b] -= forgotten*w[b] + rate*slope/math.Sqrt(slopes[b]+1e-6)
			}
			base -= 0.01 * off
		}
	}
	file := make(weights, 2+nBuckets)
	binary.LittleEndian.PutUint16(file, uint16(int16(math.Round(parts*(base-lenient)/step))))
	for i, x := range w {
		file[2+i] = byte(int8(max(-127, min(127, x/step))))
	}
	return file
}

// TestTheWeightsAreLearnt: the weights in the files say of the tables what those say that are
// learnt from them now. They need not be the same to the last byte: a text of ours that changes
// moves some of them a little, and nobody should have to learn anew for that.
func TestTheWeightsAreLearnt(t *testing.T) {
	for _, tag := range language.Tags() {
		l, _ := language.Of(tag)
		tables := specimensOfAll(t, tag, tablesOf(t, tag))
		now := learn(append(slices.Clone(tables), ours(t, tag)...))
		if *update {
			if err := os.WriteFile("../language/"+tag+"/likeness.weights", now, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		then := weightsIn(l.Likeness())
		if then == nil {
			t.Fatalf("%s has no weights; write them with -update", tag)
		}
		differ := 0
		for _, one := range tables {
			if then.warn(one) != now.warn(one) {
				differ++
			}
		}
		t.Logf("%s: of %d sentences, %d are judged otherwise; %.3f of all are warned of", tag, len(tables), differ, then.share(tables))
		if differ > len(tables)/200 {
			t.Errorf("%s: of %d sentences of the tables, %d are judged otherwise by weights that are learnt now; write them with -update", tag, len(tables), differ)
		}
	}
}

// TestNothingOfOursReadsLikeIt: a warning that is always there is read by nobody.
func TestNothingOfOursReadsLikeIt(t *testing.T) {
	shipped(t, func(name string, q *questionnaire.Questionnaire, tr *questionnaire.Translation) {
		found, tag := Check(q, today), q.Language
		if tr != nil {
			found, tag = CheckTranslation(q, tr, today), tr.Language
		}
		for _, f := range found {
			if f.Check == readsLike {
				t.Errorf("%s (%s): %v: %s; if it is honest, learn it with -update", name, tag, f.At, f.Message)
			}
		}
	})
}

// TestSentencesThatNobodyHasSeen leaves the last tables, or a part of our own sentences, out
// of what is learnt: what is warned of among them is what to expect of an author's.
func TestSentencesThatNobodyHasSeen(t *testing.T) {
	last := []string{"held-16", "held-17", "held-18"}
	for _, c := range []struct {
		language                   string
		caught, nearMisses, honest float64
	}{
		{"en", 0.74, 0.035, 0.006}, {"es", 0.62, 0.035, 0.008},
	} {
		var catch, pass, kept, unseen []specimen
		for _, table := range last {
			catch = append(catch, specimensOf(t, table+"-catch-"+c.language, c.language)...)
			pass = append(pass, specimensOf(t, table+"-pass-"+c.language, c.language)...)
		}
		for i, one := range ours(t, c.language) {
			if i%4 == 0 {
				unseen = append(unseen, one)
			} else {
				kept = append(kept, one)
			}
		}
		tables := specimensOfAll(t, c.language, tablesOf(t, c.language, last...))
		w := learn(slices.Concat(tables, kept, unseen))
		caught, nearMisses, honest := w.share(catch), w.share(pass), learn(slices.Concat(tables, kept)).share(unseen)
		t.Logf("%s: warned of %.3f of %d, of near misses %.3f of %d, of ours %.4f of %d", c.language, caught, len(catch), nearMisses, len(pass), honest, len(unseen))
		if caught < c.caught || nearMisses > c.nearMisses || honest > c.honest {
			t.Errorf("%s: that is not what it was: at least %.3f, at most %.3f and %.4f", c.language, c.caught, c.nearMisses, c.honest)
		}
	}
}

// TestWhatIsFoundOrWarnedOf tells of the table that no pattern was made for and no weight was
// learnt from how much an author is told of, by an error or by a warning, and how much of what is
// honest is only warned of.
func TestWhatIsFoundOrWarnedOf(t *testing.T) {
	for _, c := range []struct {
		language       string
		caught, warned float64
	}{
		{"en", 0.90, 0.03}, {"es", 0.93, 0.03},
	} {
		l, _ := language.Of(c.language)
		w := weightsIn(l.Likeness())
		named := newNames(&questionnaire.Questionnaire{Language: c.language, Formulary: formulary().Formulary})
		told := func(kind string) (found, warned, all float64) {
			rows := table(t, unlearnt+"-"+kind+"-"+c.language)
			errors := foundIn(c.language, rows)
			for _, r := range rows {
				_, s := takeApart(questionnaire.Text(r.text), l)
				switch {
				case len(errors[r.id]) > 0:
					found++
				case w.warn(specimen{sentences: s, names: &named}):
					warned++
				}
			}
			return found, warned, float64(len(rows))
		}
		found, warned, all := told("catch")
		refused, disturbed, honest := told("pass")
		t.Logf("%s: of %.0f, %.0f are found and %.0f more warned of; of %.0f honest ones %.0f are refused and %.0f more warned of", c.language, all, found, warned, honest, refused, disturbed)
		if found+warned < c.caught*all || disturbed > c.warned*honest {
			t.Errorf("%s: that is not what it was: at least %.3f, at most %.3f", c.language, c.caught, c.warned)
		}
	}
}

// TestReadsLike: it is a warning, once for a text, with words of the text, and silent where a
// pattern found what is wrong.
func TestReadsLike(t *testing.T) {
	quoted := regexp.MustCompile("“(.+)”")
	for _, c := range []struct {
		language, text string
		warned         bool
	}{
		{"en", "You should be on CBD oil from the first week after birth.", true},
		{"en", "A baby is fed. Two days after the caesarean you are ready for your first session. You should be on CBD oil.", true},
		{"en", "Your midwife knows what is known about milk, and what is not.", false},
		{"en", "Take 50 mg from the first week after birth.", false},
		{"es", "Tú deja calladita el Risperdal.", true},
		{"es", "Pregunte a su partera qué se sabe de la leche.", false},
	} {
		var all, found []questionnaire.Finding
		if c.language == "es" {
			all = inSpanish(t, "REASON", c.text)
		} else {
			all = Check(read(t, map[string]string{"REASON": c.text}), today)
		}
		for _, f := range all {
			if f.Check == readsLike {
				found = append(found, f)
			}
		}
		if (len(found) == 1) != c.warned || len(found) > 1 {
			t.Errorf("%q: %v", c.text, found)
		}
		for _, f := range found {
			words := quoted.FindStringSubmatch(f.Message)
			if f.Severity != questionnaire.Warning || words == nil || !strings.Contains(c.text, words[1]) || f.At.Line == 0 {
				t.Errorf("%q: %v", c.text, f)
			}
		}
	}
}

func BenchmarkLikeness(b *testing.B) {
	q, _, err := folder.Read(os.DirFS("../../questionnaires/maternal"), nil)
	if q == nil {
		b.Fatal(err)
	}
	r := newReport(q)
	for b.Loop() {
		checkLikeness(r)
	}
}
