package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestTheStoryInTheDocsIsGuarded does what docs/facilitating.md tells its reader to
// do: saves the story, tests it, and sees that it fails when somebody is lost.
func TestTheStoryInTheDocsIsGuarded(t *testing.T) {
	doc, err := os.ReadFile("../../docs/facilitating.md")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile("(?s)```yaml\n(.*?)```\n```\naskfirst (test .*?)\n```").FindSubmatch(doc)
	if found == nil {
		t.Fatal("the page has no story with the command that tests it")
	}
	story, args := string(found[1]), strings.Fields(string(found[2]))
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "askfirst")
	if err := os.Symlink(program, link); err != nil {
		t.Fatal(err)
	}
	run := func(story string) (string, error) {
		folder := t.TempDir()
		if err := os.WriteFile(filepath.Join(folder, args[1]), []byte(story), 0o644); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(link, args...)
		cmd.Dir = folder
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
	if out, err := run(story); err != nil {
		t.Errorf("the story as it stands there: %v\n%s", err, out)
	}
	lost := strings.Replace(story, "conversations: {", "conversations: {poison-centre: now, ", 1)
	if out, err := run(lost); err == nil || !strings.Contains(out, "poison-centre") {
		t.Errorf("it does not guard: %v\n%s", err, out)
	}
}

// Every handout command on the page works as it is typed there.
func TestThePapersInTheDocsArePrinted(t *testing.T) {
	doc, err := os.ReadFile("../../docs/facilitating.md")
	if err != nil {
		t.Fatal(err)
	}
	commands := regexp.MustCompile(`(?m)^askfirst handout (.*) --output (.*)$`).FindAllStringSubmatch(string(doc), -1)
	if len(commands) < 2 {
		t.Fatalf("%d commands", len(commands))
	}
	for _, c := range commands {
		file := filepath.Join(t.TempDir(), c[2])
		if status := Run(append([]string{"handout", "--output", file}, strings.Fields(c[1])...), os.Stdin, os.Stdout, os.Stderr); status != exitOK {
			t.Errorf("%s: status %d", c[0], status)
		}
		if info, err := os.Stat(file); err != nil || info.Size() == 0 {
			t.Errorf("%s: printed nothing: %v", c[0], err)
		}
	}
}
