package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// needs finds a program that a test cannot do without. In CI it must be there.
func needs(t *testing.T, name string) string {
	t.Helper()
	file, err := exec.LookPath(name)
	switch {
	case err == nil:
		return file
	case os.Getenv("CI") != "":
		t.Fatal(err)
	}
	t.Skipf("no %s here; CI has it", name)
	return ""
}

// fileWith is a file with what a command prints.
func fileWith(t *testing.T, args ...string) string {
	t.Helper()
	file, err := os.Create(filepath.Join(t.TempDir(), "printed"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if status := Run(args, nil, file, os.Stderr); status != 0 {
		t.Fatalf("%v: status %d", args, status)
	}
	return file.Name()
}

// What tab offers after what was typed. A last empty word is a space at the end.
var completions = []struct {
	typed string
	offer []string // in any order; files stand for all that the folder holds
}{
	{"askfirst ch", []string{"check"}},
	{"askfirst --acc", []string{"--accessible"}},
	{"askfirst check --for", []string{"--format"}},
	{"askfirst check --format ", []string{"text", "json", "sarif"}},
	{"askfirst test --format j", []string{"json", "junit"}},
	{"askfirst --theme ", []string{"dark", "light"}},
	{"askfirst completion ", []string{"bash", "zsh", "fish"}},
	{"askfirst schema help", []string{"help-lines"}},
	{"askfirst check my", []string{"my folder"}},
	{"askfirst test my", []string{"my folder", "my.yaml"}},
}

func folderToComplete(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "my folder"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "my.yaml"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func offers(t *testing.T, cmd *exec.Cmd, dir string, want []string) {
	t.Helper()
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var got []string
	for line := range strings.Lines(string(out)) {
		word, _, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		got = append(got, strings.TrimSuffix(strings.ReplaceAll(word, `\ `, " "), "/"))
	}
	slices.Sort(got)
	want = slices.Sorted(slices.Values(want))
	if !slices.Equal(got, want) {
		t.Errorf("offered %q, want %q", got, want)
	}
}

func TestBashCompletes(t *testing.T) {
	bash, script, dir := needs(t, "bash"), fileWith(t, "completion", "bash"), folderToComplete(t)
	const ask = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _askfirst; ((${#COMPREPLY[@]} == 0)) || printf '%s\n' "${COMPREPLY[@]}"`
	for _, c := range completions {
		t.Run(c.typed, func(t *testing.T) {
			offers(t, exec.Command(bash, append([]string{"-c", ask, "bash", script}, strings.Split(c.typed, " ")...)...), dir, c.offer)
		})
	}
	t.Run("with an equals sign", func(t *testing.T) {
		offers(t, exec.Command(bash, "-c", ask, "bash", script, "askfirst", "check", "--format", "=", "js"), dir, []string{"json"})
	})
}

func TestFishCompletes(t *testing.T) {
	fish, script, dir := needs(t, "fish"), fileWith(t, "completion", "fish"), folderToComplete(t)
	for _, c := range completions {
		t.Run(c.typed, func(t *testing.T) {
			offers(t, exec.Command(fish, "--no-config", "-c", "source $argv[1]; complete -C $argv[2]", script, c.typed), dir, c.offer)
		})
	}
}

// The manual page is one that both programs can read without complaint.
func TestTheManualPage(t *testing.T) {
	page := fileWith(t, "man")
	t.Run("mandoc", func(t *testing.T) {
		out, err := exec.Command(needs(t, "mandoc"), "-Tlint", "-Wstyle", page).CombinedOutput()
		if err != nil || len(out) > 0 {
			t.Errorf("%v\n%s", err, out)
		}
	})
	t.Run("man", func(t *testing.T) {
		cmd := exec.Command(needs(t, "man"), "--warnings", "-l", page)
		cmd.Env = append(os.Environ(), "MANWIDTH=80", "LC_ALL=C.UTF-8")
		var complaints strings.Builder
		cmd.Stderr = &complaints
		out, err := cmd.Output()
		if err != nil || complaints.Len() > 0 {
			t.Fatalf("%v\n%s", err, complaints.String())
		}
		text := strings.Join(strings.Fields(string(out)), " ")
		for _, promise := range []string{"It gives no dose", "No clinician has reviewed", "--accessible", "--format=text|json|sarif", "check FOLDER", "EXIT STATUS"} {
			if !strings.Contains(text, promise) {
				t.Errorf("the page says nothing of %q", promise)
			}
		}
	})
}
