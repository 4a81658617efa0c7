package prove

import (
	"cmp"
	"context"
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/mistake"
)

// All mistakes take minutes, so a plain run tries some, and .ci/run all:
//
//	go test ./internal/prove -run TestMistakes -every 1 -v
var (
	every    = flag.Int("every", 40, "try one in so many mistakes in the questionnaire")
	only     = flag.String("only", "", "try only the mistakes whose names match this")
	bothWays = flag.Bool("both-ways", false, "also prove what a scenario has caught already, to compare the two")
	// enough is how many per cent of the mistakes that change something must be
	// caught.
	enough    = 97
	survivors = "testdata/survivors.txt"
)

// TestMistakesAreCaught makes one mistake at a time in the questionnaire and
// holds that "askfirst test" or "askfirst check" ends with an error, wherever
// something changes for somebody: a conversation or a text, less of it or more.
// What neither sees must be explained in testdata/survivors.txt.
func TestMistakesAreCaught(t *testing.T) {
	q := maternal(t)
	all := mistake.All(q)
	about := regexp.MustCompile(*only)
	seen := map[string]bool{}
	var chosen []mistake.Mistake
	for i, m := range all {
		if seen[m.ID] {
			t.Errorf("two mistakes are called %q", m.ID)
		}
		seen[m.ID] = true
		if i%*every == 0 && about.MatchString(m.ID) && slices.Contains(mistake.Reach(), m.Kind) {
			chosen = append(chosen, m)
		}
	}
	explained := explanations(t)
	for id := range explained {
		if !seen[id] {
			t.Errorf("%s explains %q, a mistake that cannot be made any more", survivors, id)
		}
	}
	w := NewWatch(q, nil)
	w.BothWays = *bothWays
	fates := w.TryAll(context.Background(), chosen, func(int) {})
	for _, f := range fates {
		_, isExplained := explained[f.ID]
		switch {
		case f.Caught() && isExplained:
			t.Errorf("%q is caught now; take it out of %s", f.ID, survivors)
		case f.Nothing && isExplained:
			t.Errorf("%q changes nothing for anybody now; take it out of %s", f.ID, survivors)
		case f.Survives() && !isExplained:
			t.Errorf("nobody would notice: %s (%s; %s)\nwrite a promise or a scenario that does, or explain in %s why none can", f.ID, does(f), cmp.Or(f.Warning, "not even a warning"), survivors)
		}
	}
	report(t, fates)
	if *every > 1 {
		return // too few to tell a share
	}
	for name, some := range map[string][]Fate{"the five kinds": ofKinds(fates, mistake.Reach()[:5]), "all": fates} {
		caught, changing := share(some)
		if caught*100 < enough*changing {
			t.Errorf("of %s, %d of %d mistakes that change something are caught; at least %d %% must be", name, caught, changing, enough)
		}
	}
}

// does is what a mistake that survives does to somebody.
func does(f Fate) string {
	switch {
	case f.OnlyText:
		return "somebody loses a text"
	case f.OnlyMore:
		return "somebody is told more"
	}
	return "somebody loses a conversation"
}

// share is how many mistakes are caught, of how many that change something for
// somebody. What changes nothing cannot be caught, and is in neither number.
func share(fates []Fate) (caught, changing int) {
	for _, f := range fates {
		caught += btoi(f.Caught())
		changing += btoi(f.Caught() || f.Survives())
	}
	return caught, changing
}

func ofKinds(fates []Fate, kinds []mistake.Kind) []Fate {
	return slices.DeleteFunc(slices.Clone(fates), func(f Fate) bool { return !slices.Contains(kinds, f.Kind) })
}

// report logs the table of docs/proofs.md.
func report(t *testing.T, fates []Fate) {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "%-32s %6s %9s %6s %7s %8s %10s %10s %6s %8s\n", "", "made", "scenario", "proof", "caught", "nothing", "only more", "only text", "loses", "share")
	row := func(name string, all []Fate) {
		var byScenario, byCheck, caught, nothing, onlyMore, onlyText, loses int
		for _, f := range all {
			byScenario += btoi(f.Scenario != "")
			byCheck += btoi(f.Check != "")
			caught += btoi(f.Caught())
			nothing += btoi(f.Nothing)
			onlyMore += btoi(f.OnlyMore)
			onlyText += btoi(f.OnlyText)
			loses += btoi(f.Loses())
		}
		of, changing := share(all)
		fmt.Fprintf(&b, "%-32s %6d %9d %6d %7d %8d %10d %10d %6d %6.1f %%\n", name, len(all), byScenario, byCheck, caught, nothing, onlyMore, onlyText, loses, float64(of)*100/float64(max(1, changing)))
	}
	for _, kind := range mistake.Reach() {
		row(string(kind), ofKinds(fates, []mistake.Kind{kind}))
		if kind == mistake.AllMadeAny {
			row("these five", ofKinds(fates, mistake.Reach()[:5]))
		}
	}
	row("all", fates)
	t.Logf("\n%s", b.String())
}

// explanations reads why some mistakes survive: "id: why", a line each.
func explanations(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile(survivors)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		id, why, ok := strings.Cut(line, ": ")
		if !ok || why == "" {
			t.Errorf("%s: no explanation: %s", survivors, line)
		}
		all[id] = why
	}
	return all
}
