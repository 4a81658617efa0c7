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

// What goes with a release has the notice of everything that is linked into it, for
// whatever system, and of Go.
func TestWhatIsLinkedHasItsNotice(t *testing.T) {
	t.Parallel()
	needs(t, "bash")
	out, err := exec.Command("bash", "../../.ci/notices").Output()
	if err != nil {
		t.Fatal(err)
	}
	notices := string(out)
	for _, system := range []string{"linux", "windows", "darwin", "openbsd"} {
		list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}", "./")
		list.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+system)
		linked, err := list.Output()
		if err != nil {
			t.Fatal(err)
		}
		for module := range strings.Lines(string(linked)) {
			if !strings.Contains(notices, "\n"+module) {
				t.Errorf("%s links %s, which has no notice", system, strings.TrimSpace(module))
			}
		}
	}
	for _, text := range []string{"Apache License", "Permission is hereby granted", "The Go Authors"} {
		if !strings.Contains(notices, text) {
			t.Errorf("no licence says %q", text)
		}
	}
}
