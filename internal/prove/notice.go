package prove

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/ask-first/askfirst/internal/mistake"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
)

// Fate is what became of a mistake: who noticed it.
type Fate struct {
	mistake.Mistake
	Scenario string // the first that fails
	Check    string // the first that finds a new error
	Warning  string // the first that finds a new warning, if nothing else does
	Nothing  bool   // proved: it changes nothing of what anybody is told
	OnlyMore bool   // proved: nobody loses anything, and somebody is told more
	OnlyText bool   // proved: nobody loses a conversation, and somebody loses a text to read
}

// Caught reports that "askfirst test" or "askfirst check" ends with an error.
func (f Fate) Caught() bool { return f.Scenario != "" || f.Check != "" }

// Survives reports that neither does, and that it changes something for somebody.
func (f Fate) Survives() bool { return !f.Caught() && !f.Nothing }

// Loses reports of a mistake that survives that somebody loses a conversation by
// it, or has it later or only possibly.
func (f Fate) Loses() bool {
	return f.Survives() && !f.OnlyMore && !f.OnlyText && slices.Contains(mistake.Reach(), f.Kind)
}

// Watch knows what is said of a questionnaire as it is, so that it notices what
// a mistake changes.
type Watch struct {
	// BothWays also proves what a scenario has caught already, to compare the two.
	BothWays bool

	q     *questionnaire.Questionnaire
	texts func(*questionnaire.Questionnaire) []questionnaire.Finding
	known map[string]int    // findings
	told  []map[string]bool // by scenario: the rules that fire, for certain or possibly
}

// NewWatch begins with a questionnaire. texts are the checks of what is written,
// which look at more than this package may know; nil: there are none.
func NewWatch(q *questionnaire.Questionnaire, texts func(*questionnaire.Questionnaire) []questionnaire.Finding) *Watch {
	if texts == nil {
		texts = func(*questionnaire.Questionnaire) []questionnaire.Finding { return nil }
	}
	w := &Watch{q: q, texts: texts, known: map[string]int{}}
	for _, f := range slices.Concat(Check(q), scenario.Untested(q), texts(q)) {
		w.known[f.Check.ID()+" "+f.Message]++
	}
	for _, s := range q.Scenarios {
		fires := map[string]bool{}
		for _, talk := range scenario.Run(q, s).Outcome.Conversations {
			for _, reason := range talk.Reasons {
				fires[reason.Rule.ID] = true
			}
		}
		w.told = append(w.told, fires)
	}
	return w
}

// TryAll tries mistakes on all processors, and says after each how many are done.
// Where the context ends, those that were not tried are left out.
func (w *Watch) TryAll(ctx context.Context, all []mistake.Mistake, done func(int)) []Fate {
	fates := make([]*Fate, len(all))
	var next, ready atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(all) {
					return
				}
				f := w.Try(all[i])
				fates[i] = &f
				done(int(ready.Add(1)))
			}
		})
	}
	workers.Wait()
	var tried []Fate
	for _, f := range fates {
		if f != nil {
			tried = append(tried, *f)
		}
	}
	return tried
}

// Try runs the scenarios first, which is quick, and proves only what they let
// through.
func (w *Watch) Try(m mistake.Mistake) Fate {
	f := Fate{Mistake: m}
	wrong := m.In(w.q)
	if slices.Contains(mistake.Words(), m.Kind) {
		f.Check, f.Warning = w.fresh(w.texts(wrong), "")
		return f
	}
	for _, i := range w.order(m) {
		if !scenario.Run(wrong, wrong.Scenarios[i]).Passed() {
			f.Scenario = wrong.Scenarios[i].ID
			break
		}
	}
	if f.Scenario != "" && !w.BothWays {
		return f
	}
	f.Check, f.Warning = w.prove(wrong)
	if !f.Caught() && !slices.Contains(mistake.Plan(), m.Kind) {
		w.harmless(&f, wrong)
	}
	return f
}

// order puts the scenarios first in which the rule says something.
func (w *Watch) order(m mistake.Mistake) []int {
	var first, rest []int
	for i, fires := range w.told {
		if m.Rule != nil && fires[m.Rule.ID] {
			first = append(first, i)
		} else {
			rest = append(rest, i)
		}
	}
	return append(first, rest...)
}

// prove is [Check] in another order: the promises come first, all in one query,
// and the first error ends it.
func (w *Watch) prove(wrong *questionnaire.Questionnaire) (failed, warned string) {
	c := newChecking(wrong)
	_, broken := c.doubtful()
	if _, result := c.find(broken); result != nobody {
		return promiseBroken.ID(), ""
	}
	c.sample()
	for _, check := range beforePromises {
		c.findings = nil
		check(c)
		if failed, warned = w.fresh(c.findings, warned); failed != "" {
			return failed, ""
		}
	}
	return w.fresh(scenario.Untested(wrong), warned)
}

// fresh are the first error and the first warning that the questionnaire as it
// is does not have.
func (w *Watch) fresh(findings []questionnaire.Finding, warned string) (string, string) {
	seen := map[string]int{}
	for _, f := range findings {
		key := f.Check.ID() + " " + f.Message
		if seen[key]++; seen[key] <= w.known[key] {
			continue
		}
		if f.Severity == questionnaire.Error {
			return f.Check.ID(), warned
		}
		warned = cmp.Or(warned, f.Check.ID())
	}
	return "", warned
}
