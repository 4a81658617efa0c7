package cli

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// Documents that are run here. Two have a test of their own, because between
// their commands the reader does something.
func documents(t *testing.T) []string {
	t.Helper()
	files := []string{"../../README.md", "../../CONTRIBUTING.md", "../../SECURITY.md"}
	more, err := filepath.Glob("../../docs/*.md")
	if err != nil || len(more) < 4 {
		t.Fatal(more, err)
	}
	for _, file := range more {
		if name := filepath.Base(file); name != "maintaining.md" && name != "translating.md" {
			files = append(files, file)
		}
	}
	return files
}

// documented is one line of a document's block of commands.
type documented struct {
	line int
	text string
}

// TestTheCommandsInTheDocs runs every command that stands in a block of a
// document, so that none of them can fall behind the program. A block without a
// language, or of the language sh, is one of commands, unless it is indented like
// a screen. They run one after the other in a folder that holds what a reader
// has: the source's questionnaires, my-folder with one of her own, and each block
// of which the line before says "Save this as" a file.
func TestTheCommandsInTheDocs(t *testing.T) {
	bash := needs(t, "bash")
	ran := 0
	for _, file := range documents(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			var script strings.Builder
			all, saved := commandsIn(t, file)
			for _, c := range all {
				switch command := asInstalled(c.text); {
				case ours.MatchString(command):
					ran++
					fmt.Fprintf(&script, "# %s:%d\nends %s '%s'\n", filepath.Base(file), c.line, bash, strings.ReplaceAll(command, "'", "''"))
				default:
					if err := exists(command); err != nil {
						t.Errorf("%s:%d: %q is not run by this test: %v", file, c.line, c.text, err)
					}
				}
			}
			script.WriteString(saved)
			folder := t.TempDir()
			if err := os.WriteFile(filepath.Join(folder, "commands.txtar"), []byte(script.String()), 0o644); err != nil {
				t.Fatal(err)
			}
			testscript.Run(t, testscript.Params{Dir: folder, Setup: readersFolder, Cmds: map[string]func(*testscript.TestScript, bool, []string){"ends": ends}})
		})
	}
	if ran < 10 {
		t.Errorf("only %d commands were found; are the documents read rightly?", ran)
	}
}

func readersFolder(env *testscript.Env) error {
	env.Setenv("TERM", "dumb")
	for _, name := range []string{"questionnaires/maternal", "my-folder", "old-folder"} {
		if err := os.CopyFS(filepath.Join(env.WorkDir, name), os.DirFS("../../questionnaires/maternal")); err != nil {
			return err
		}
	}
	return nil
}

// ends runs a command line, which must end well. Output that goes to a program
// which is missing here is no fault of the document.
func ends(ts *testscript.TestScript, _ bool, args []string) {
	command := args[1]
	if into := regexp.MustCompile(`\| (\w+)`).FindStringSubmatch(command); into != nil {
		if _, err := exec.LookPath(into[1]); err != nil {
			command = strings.Split(command, "|")[0]
		}
	}
	err := ts.Exec(args[0], "-euo", "pipefail", "-c", command)
	// What fills a terminal has none here, and says so.
	if err != nil && strings.Contains(ts.ReadFile("stderr"), "needs a terminal") {
		return
	}
	ts.Check(err)
}

// ours is a line that runs the program, perhaps with a variable set.
var ours = regexp.MustCompile(`^(\w+=\S* )*askfirst\b|^source <\(askfirst `)

// asInstalled is a command as somebody types it who has the program.
func asInstalled(command string) string {
	return strings.ReplaceAll(command, "go run ./cmd/askfirst", "askfirst")
}

var fence = regexp.MustCompile("^```+ *(.*)$")

var saveAs = regexp.MustCompile("[Ss]ave this as `([^`]+)`")

// commandsIn gives a document's commands, and the files to save as txtar has them.
func commandsIn(t *testing.T, file string) (all []documented, saved string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	inside, commands, saving, before := false, false, false, ""
	for i, line := range strings.Split(string(text), "\n") {
		if f := fence.FindStringSubmatch(line); f != nil {
			inside = !inside
			commands = inside && (f[1] == "" || f[1] == "sh")
			name := saveAs.FindStringSubmatch(before)
			if saving = inside && name != nil; saving {
				saved += "-- " + name[1] + " --\n"
			}
			before = ""
			continue
		}
		if saving {
			saved += line + "\n"
		}
		before = line
		if commands && line != "" && !strings.HasPrefix(line, " ") {
			all = append(all, documented{i + 1, line})
		}
	}
	if inside {
		t.Fatalf("%s: a block never ends", file)
	}
	return all, saved
}

// exists looks at a command that would take too long, or change the machine:
// that what it names is there.
func exists(command string) error {
	words := strings.Fields(command)
	for len(words) > 1 && strings.Contains(words[0], "=") { // NAME=value before the command
		words = words[1:]
	}
	switch {
	case words[0] == "bash" && len(words) == 2 && strings.HasPrefix(words[1], ".ci/"):
		_, err := os.Stat("../../" + words[1])
		return err
	case strings.HasPrefix(words[0], ".ci/"):
		info, err := os.Stat("../../" + words[0])
		if err == nil && info.Mode()&0o111 == 0 {
			err = fmt.Errorf("%s cannot be run", words[0])
		}
		return err
	case words[0] == "go" && len(words) > 1:
		return goExists(words[1:])
	case words[0] == "ssh-keygen": // of a release, which does the same with a key for one run
		release, err := os.ReadFile("../../.ci/release")
		if err == nil && !strings.Contains(string(release), strings.Join(words[:3], " ")) {
			err = fmt.Errorf(".ci/release does not run %q", words[:3])
		}
		return err
	}
	return fmt.Errorf("this program is not known here; add it to this test with a look at what it names")
}

func goExists(words []string) error {
	switch verb := words[0]; verb {
	case "test":
		folder := "."
		for i, word := range words {
			switch {
			case strings.HasPrefix(word, "./"):
				folder = word
			case word == "-run", word == "-bench", word == "-fuzz":
				if pattern := strings.Trim(words[i+1], "'"); pattern != "^$" && !hasTest(folder, pattern) {
					return fmt.Errorf("no test of %s is called %s", folder, pattern)
				}
			}
		}
		_, err := os.Stat(filepath.Join("../..", strings.TrimSuffix(folder, "...")))
		return err
	case "vet", "build", "list", "install":
		return nil
	default:
		return fmt.Errorf("go %s is not known here", verb)
	}
}

// hasTest looks for a test in a package's source, which takes less than asking go.
func hasTest(folder, pattern string) bool {
	name := regexp.MustCompile(`(?m)^func (?:Test|Benchmark|Fuzz)\w*(?:` + pattern + `)`)
	folder, deeper := strings.CutSuffix(folder, "/...")
	files, _ := filepath.Glob(filepath.Join("../..", folder, "*_test.go"))
	if deeper {
		more, _ := filepath.Glob(filepath.Join("../..", folder, "*", "*_test.go"))
		files = append(files, more...)
	}
	for _, file := range files {
		if text, err := os.ReadFile(file); err == nil && name.Match(text) {
			return true
		}
	}
	return false
}

var inline = regexp.MustCompile("`((?:go run ./cmd/)?askfirst(?: [^`]*)?)`")

// TestTheCommandsInTheSentences holds what stands between words to the commands
// and flags that there are.
func TestTheCommandsInTheSentences(t *testing.T) {
	program := newProgram()
	for _, file := range append(documents(t), "../../CHANGELOG.md") {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range inline.FindAllStringSubmatch(string(text), -1) {
			command, _, _ := strings.Cut(asInstalled(found[1]), "|")
			words := strings.Fields(command)[1:]
			node := program.Unnamed
			if len(words) > 0 && program.Command(words[0]) != nil {
				node, words = program.Command(words[0]), words[1:]
			}
			if len(words) > 0 && node == program.Unnamed && !strings.HasPrefix(words[0], "-") && words[0] != ">" {
				t.Errorf("%s: %q: there is no command %q", file, found[1], words[0])
			}
			for _, word := range words {
				if name, _, _ := strings.Cut(word, "="); strings.HasPrefix(name, "--") && name != "--help" && node.Lookup(name[2:]) == nil {
					t.Errorf("%s: %q: %s has no flag %s", file, found[1], node.Name, name)
				}
			}
		}
	}
}

// TestTheThreatsNameTheirTests holds the table of docs/privacy.md to what there is: each
// row names what shows it, and each test that the page names is in the file that it says.
func TestTheThreatsNameTheirTests(t *testing.T) {
	page, err := os.ReadFile("../../docs/privacy.md")
	if err != nil {
		t.Fatal(err)
	}
	declared := map[string][]string{} // the files of each test
	declares := regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`)
	err = filepath.WalkDir("../..", func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		for _, m := range declares.FindAllStringSubmatch(string(text), -1) {
			declared[m[1]] = append(declared[m[1]], filepath.ToSlash(path))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile("`((?:Test|Fuzz)\\w+)(…?)`")
	find := func(name, more string) (files []string) {
		for test, in := range declared {
			if test == name || more != "" && strings.HasPrefix(test, name) {
				files = append(files, in...)
			}
		}
		return files
	}
	for _, m := range named.FindAllStringSubmatch(string(page), -1) {
		if len(find(m[1], m[2])) == 0 {
			t.Errorf("there is no %s", m[1])
		}
	}
	const usual = "cmd/askfirst/privacy_linux_test.go"
	_, table, found := strings.Cut(string(page), "\n| threat | ")
	table, _, end := strings.Cut(table, "\n\n")
	if !found || !end {
		t.Fatal("there is no table of threats")
	}
	rows := strings.Split(table, "\n")[2:]
	for _, row := range rows {
		cells := strings.Split(strings.Trim(row, "| "), " | ")
		if len(cells) != 4 {
			t.Errorf("not a row of four cells: %s", row)
			continue
		}
		shows := cells[2]
		if !named.MatchString(shows) && !strings.Contains(shows, "`.ci/") && !strings.Contains(shows, "the same") {
			t.Errorf("%s: nothing shows it", cells[0])
		}
		for _, m := range named.FindAllStringSubmatchIndex(shows, -1) {
			name := shows[m[2]:m[3]]
			_, place, _ := strings.Cut(shows[m[1]:], "(")
			place, _, _ = strings.Cut(place, ")")
			in := strings.Join(find(name, shows[m[4]:m[5]]), " ")
			if !strings.Contains(in, usual) && (place == "" || !strings.Contains(in, place)) {
				t.Errorf("%s: %s is in %s", cells[0], name, in)
			}
		}
	}
	if least := 20; len(rows) < least {
		t.Errorf("only %d threats", len(rows))
	}
}
