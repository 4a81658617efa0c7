package main

import (
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// docs/dependencies.md names what the program is built from. What it says must
// be what go.mod and the linker say.
func TestTheListOfDependenciesIsTrue(t *testing.T) {
	t.Parallel()
	doc, err := os.ReadFile("../../docs/dependencies.md")
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]string{}
	for line := range strings.Lines(string(doc)) {
		cells := strings.Split(strings.Trim(line, "| \n"), " | ")
		if len(cells) != 4 || !strings.Contains(cells[0], "/") {
			continue
		}
		listed[cells[0]] = cells[1]
		if len(cells[2]) < 10 || cells[3] == "" {
			t.Errorf("%s has no purpose or no licence", cells[0])
		}
	}
	module := func(args ...string) []string {
		out, err := exec.Command("go", append([]string{"list"}, args...)...).Output()
		if err != nil {
			t.Fatal(err)
		}
		names := strings.Fields(string(out))
		slices.Sort(names)
		return slices.Compact(names)
	}
	direct := module("-m", "-f", "{{if not (or .Main .Indirect)}}{{.Path}}{{end}}", "all")
	linked := module("-deps", "-f", "{{with .Module}}{{.Path}}{{end}}", "github.com/ask-first/askfirst/cmd/askfirst")
	for _, m := range direct {
		where := "tests"
		if slices.Contains(linked, m) {
			where = "program"
		}
		if listed[m] != where {
			t.Errorf("docs/dependencies.md says %q of %s, which is in the %s", listed[m], m, where)
		}
	}
	for _, m := range slices.Sorted(maps.Keys(listed)) {
		if !slices.Contains(direct, m) {
			t.Errorf("docs/dependencies.md names %s, which go.mod does not require", m)
		}
	}
}
