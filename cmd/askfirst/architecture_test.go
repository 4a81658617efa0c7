package main

import (
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// forTests are packages that no floor holds: only tests may import them.
var forTests = []string{"internal/faces", "internal/screentest", "internal/fuzztest", "internal/questionnaire/questionnairetest", "internal/folder/foldertest", "internal/finder/findertest", "internal/tui/tuitest", "internal/wording/wordingtest"}

var floorRow = regexp.MustCompile("(?m)^\\| ([0-9]) \\| `([a-z/]+)` \\|")

// TestImportsPointDownwards holds the imports of every package against the
// floors in docs/architecture.md, so that neither can drift from the other.
func TestImportsPointDownwards(t *testing.T) {
	page, err := os.ReadFile("../../docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	floors := map[string]string{}
	for _, row := range floorRow.FindAllStringSubmatch(string(page), -1) {
		floors[row[2]] = row[1]
	}
	list := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...")
	list.Dir = "../.."
	out, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	const module = "github.com/ask-first/askfirst/"
	seen := map[string]bool{}
	for line := range strings.Lines(string(out)) {
		packages := strings.Fields(line)
		from := strings.TrimPrefix(packages[0], module)
		seen[from] = true
		if slices.Contains(forTests, from) {
			continue
		}
		if floors[from] == "" {
			t.Errorf("%s stands on no floor of docs/architecture.md", from)
		}
		for _, to := range packages[1:] {
			to, ours := strings.CutPrefix(to, module)
			switch {
			case !ours:
			case slices.Contains(forTests, to):
				t.Errorf("%s imports %s, which is for tests", from, to)
			case floors[to] >= floors[from]:
				t.Errorf("%s (floor %s) imports %s (floor %s)", from, floors[from], to, floors[to])
			}
		}
	}
	for name := range floors {
		if !seen[name] {
			t.Errorf("docs/architecture.md names %s, which is not there", name)
		}
	}
}
