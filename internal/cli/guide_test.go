package cli

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/questionnaires"
)

var update = flag.Bool("update", false, "write what the commands print into docs/maintaining.md, and the folder that it builds")

// The guide's folder is also a questionnaire of the source, and looked at on the
// same day.
const (
	guideFile   = "../../docs/maintaining.md"
	guideResult = "../../questionnaires/example"
	guideDay    = "2026-11-25"
)

// TestTheGuideIsTrue does what docs/maintaining.md says, step by step, in a
// folder of its own. A yaml block whose first line names a file writes it; a diff
// block changes the file that it names; a text block shows a file and must be one that
// can be read; a console block runs commands, which must
// print what stands there. "…" stands for anything, alone on a line for any
// lines. The parts under "Mistakes" start from the same folder each.
func TestTheGuideIsTrue(t *testing.T) {
	text, err := os.ReadFile(guideFile)
	if err != nil {
		t.Fatal(err)
	}
	guide, result := absolute(t, guideFile), absolute(t, guideResult)
	maternal := absolute(t, "../../questionnaires/maternal")
	t.Chdir(t.TempDir())
	if err := os.CopyFS("questionnaires/maternal", os.DirFS(maternal)); err != nil {
		t.Fatal(err)
	}
	var told strings.Builder           // the guide with what was really printed
	each, mistakes, ran := false, 0, 0 // whether each part starts afresh, and how many did
	lines := strings.SplitAfter(string(text), "\n")
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		told.WriteString(line)
		switch {
		case strings.HasPrefix(line, "## "):
			if each = strings.Contains(line, "Mistakes"); each {
				holdGuideResult(t, result)
				if err := os.CopyFS("sound", os.DirFS("example")); err != nil {
					t.Fatal(err)
				}
			}
		case strings.HasPrefix(line, "### ") && each:
			mistakes++
			restore(t)
		case strings.HasPrefix(line, "```"):
			at, kind := i+1, strings.TrimSpace(line[3:])
			var block []string
			for i++; i < len(lines) && !strings.HasPrefix(lines[i], "```"); i++ {
				block = append(block, lines[i])
			}
			if i == len(lines) {
				t.Fatalf("line %d: a block that never ends", at)
			}
			switch kind {
			case "yaml":
				writeStep(t, at, block)
			case "diff":
				changeStep(t, at, block)
			case "text":
				shownStep(t, at, block)
			case "console":
				ran++
				block = consoleStep(t, at, block)
			default:
				t.Errorf("line %d: a block of kind %q", at, kind)
			}
			told.WriteString(strings.Join(block, "") + lines[i])
		}
	}
	if mistakes < 20 || ran < 30 {
		t.Errorf("%d mistakes and %d blocks of commands were found; is the guide read rightly?", mistakes, ran)
	}
	if *update {
		if err := os.WriteFile(guide, []byte(told.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func absolute(t *testing.T, path string) string {
	t.Helper()
	path, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// restore gives the next mistake the sound folder.
func restore(t *testing.T) {
	t.Helper()
	if err := os.RemoveAll("example"); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS("example", os.DirFS("sound")); err != nil {
		t.Fatal(err)
	}
}

// holdGuideResult compares what was built with the example of the source.
func holdGuideResult(t *testing.T, result string) {
	t.Helper()
	if *update {
		if err := os.RemoveAll(result); err != nil {
			t.Fatal(err)
		}
		if err := os.CopyFS(result, os.DirFS("example")); err != nil {
			t.Fatal(err)
		}
	}
	built, want := contents(t, "example"), contents(t, result)
	for name := range built {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is built by the guide and missing from questionnaires/example", name)
		}
	}
	for name, text := range want {
		if built[name] != text {
			t.Errorf("%s of questionnaires/example is not what the guide builds; change both, or run this test with -update", name)
		}
	}
}

func contents(t *testing.T, folder string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, e := range entries {
		data, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		all[e.Name()] = string(data)
	}
	return all
}

func writeStep(t *testing.T, at int, block []string) {
	t.Helper()
	name, ok := strings.CutPrefix(strings.TrimSpace(block[0]), "# ")
	if !ok || !strings.HasPrefix(name, "example/") {
		t.Fatalf("line %d: the first line of the block must name a file of the example", at)
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(strings.Join(block[1:], "")), 0o644); err != nil {
		t.Fatal(err)
	}
}

// shownStep reads the example with the file that a block shows, and that the example
// itself does not get. The key of its list names the file.
func shownStep(t *testing.T, at int, block []string) {
	t.Helper()
	m := regexp.MustCompile(`(?m)^([a-z-]+):$`).FindStringSubmatch(strings.Join(block, ""))
	if m == nil {
		t.Fatalf("line %d: no list in the block says which file it is", at)
	}
	with := t.TempDir()
	if err := os.CopyFS(with, os.DirFS("example")); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(with, m[1]+".yaml"), []byte(strings.Join(block, "")), 0o644); err != nil {
		t.Fatal(err)
	}
	q, findings, err := folder.Read(os.DirFS(with), questionnaires.Maternal())
	if q == nil || err != nil {
		t.Errorf("line %d: the file cannot be read: %v %v", at, err, findings)
	}
}

func changeStep(t *testing.T, at int, block []string) {
	t.Helper()
	name := strings.TrimSpace(block[0])
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatalf("line %d: %v", at, err)
	}
	var before, after strings.Builder
	for _, line := range block[1:] {
		if line[0] != '+' {
			before.WriteString(strings.TrimLeft(line[:1], " -\n") + line[1:])
		}
		if line[0] != '-' {
			after.WriteString(line[1:])
		}
	}
	if n := strings.Count(string(data), before.String()); n != 1 {
		t.Fatalf("line %d: %s has %d places like this, not one:\n%s", at, name, n, before.String())
	}
	data = []byte(strings.Replace(string(data), before.String(), after.String(), 1))
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// consoleStep runs the commands of a block and returns it with what they
// printed, in place of what stands there if that is something else.
func consoleStep(t *testing.T, at int, block []string) []string {
	t.Helper()
	var real []string
	for i := 0; i < len(block); {
		command := block[i]
		if !strings.HasPrefix(command, "$ ") {
			t.Fatalf("line %d: a block of commands begins with $", at)
		}
		real = append(real, command)
		j := i + 1
		for j < len(block) && !strings.HasPrefix(block[j], "$ ") {
			j++
		}
		want, got := strings.Join(block[i+1:j], ""), guidePrints(t, strings.Fields(command)[1:])
		switch {
		case asInGuide(want).MatchString(got):
			real = append(real, want)
		case *update:
			real = append(real, got)
		default:
			t.Errorf("line %d: %sprints\n%s\nand the guide says\n%s", at, command, got, want)
		}
		i = j
	}
	return real
}

// asInGuide matches a text with its "…".
func asInGuide(want string) *regexp.Regexp {
	pattern := regexp.QuoteMeta(want)
	pattern = regexp.MustCompile(`(?m)^…\n`).ReplaceAllString(pattern, `(?:.*\n)*?`)
	return regexp.MustCompile(`^` + strings.ReplaceAll(pattern, "…", ".*") + `$`)
}

// guidePrints is what a command prints, to whichever stream. Its exit status must
// say whether something is wrong.
func guidePrints(t *testing.T, words []string) string {
	t.Helper()
	if words[0] == "copy" {
		if err := os.CopyFS(words[2], os.DirFS(words[1])); err != nil {
			t.Fatal(err)
		}
		return ""
	}
	args := words[1:]
	if args[0] == "check" {
		args = append(args, "--as-of", guideDay)
	}
	out, err := os.Create("printed")
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	none, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer none.Close()
	status := Run(args, none, out, out)
	text, err := os.ReadFile("printed")
	if err != nil {
		t.Fatal(err)
	}
	want := exitOK
	switch {
	case bytes.HasPrefix(text, []byte("askfirst: ")):
		want = exitUsage
	case bytes.Contains(text, []byte(": error: ")), bytes.Contains(text, []byte("LOST: ")), bytes.Contains(text, []byte("WEAKER: ")):
		want = exitFindings
	}
	if status != want {
		t.Errorf("%s ends with status %d, and prints\n%s", fmt.Sprint(words), status, text)
	}
	return string(text)
}
