package cli

import (
	"bytes"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
)

// ran is a command that was run with these streams.
func ran(t *testing.T, out *os.File, args ...string) (status int, stderr string) {
	t.Helper()
	none, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer none.Close()
	said, stderrFile, err := os.Pipe() // a file may be what cannot be written
	if err != nil {
		t.Fatal(err)
	}
	defer said.Close()
	heard := make(chan string)
	go func() {
		text, err := io.ReadAll(said)
		if err != nil {
			t.Error(err)
		}
		heard <- string(text)
	}()
	status = Run(args, none, out, stderrFile)
	stderrFile.Close()
	return status, <-heard
}

// printing is, for each command, arguments with which it prints something. Those
// that lock the process are tried from outside.
var printing = map[string][]string{
	"check":      {"check", "../folder/testdata/small"},
	"test":       {"test", "../folder/testdata/small"},
	"mutate":     {"mutate", "../folder/testdata/small"},
	"graph":      {"graph"},
	"handout":    {"handout", "--region", "gb"},
	"lines":      {"lines"},
	"listen":     {"listen", "nadia-sertraline-and-milk"},
	"schema":     {"schema"},
	"translate":  {"translate", "--lang", "es", "../folder/testdata/small"},
	"explain":    {"explain", "suicide-thoughts"},
	"diff":       {"diff", "../folder/testdata/small", "../folder/testdata/small"},
	"version":    {"version"},
	"completion": {"completion", "bash"},
	"man":        {"man"},
}

// locking are commands that cannot be run within a test's process.
var locking = []string{"screen", "learn", "workshop", "privacy", "preview"}

// written is the same for those of them that lock nothing when they write a file.
var written = map[string][]string{
	"learn":    {"learn"},
	"workshop": {"workshop", "--plan", "45", "--print"},
}

// TestNothingIsLostInSilence writes to a disk that is full: each command, in each
// of its formats, and each help must say so and fail.
func TestNothingIsLostInSilence(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip(err)
	}
	defer full.Close()
	fails := func(args ...string) {
		t.Helper()
		if status, said := ran(t, full, args...); status != exitUsage || !strings.Contains(said, "no space left on device") || strings.Contains(said, "not understood") {
			t.Errorf("%q ends with status %d and says %q", args, status, said)
		}
	}
	fails("--help")
	for _, command := range newProgram().Commands {
		fails(command.Name, "--help")
		args := printing[command.Name]
		if args == nil {
			if !slices.Contains(locking, command.Name) {
				t.Errorf("%s is not tried", command.Name)
			}
			continue
		}
		fails(args...)
		for _, flag := range command.Flags {
			if flag.Name == "format" {
				for _, format := range flag.Words {
					fails(append(args[:len(args):len(args)], "--format", format)...)
				}
			}
		}
	}
}

// TestNoArgumentSpeaksToTheTerminal gives every command what a stranger's archive
// may have put into a file's name: as each of its flags and arguments.
func TestNoArgumentSpeaksToTheTerminal(t *testing.T) {
	out, err := os.CreateTemp(t.TempDir(), "stdout")
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	silent := func(args ...string) {
		t.Helper()
		if err := out.Truncate(0); err != nil {
			t.Fatal(err)
		}
		status, said := ran(t, out, args...)
		printed, err := os.ReadFile(out.Name())
		if err != nil {
			t.Fatal(err)
		}
		if status == exitOK || said == "" {
			t.Errorf("%q ends with status %d and says %q", args, status, said)
		}
		for _, raw := range []string{"\x1b", "\x07", "\u009b", "\u202e", "\xff"} {
			if strings.Contains(said, raw) || bytes.Contains(printed, []byte(raw)) {
				t.Errorf("%q prints %q raw: %q %q", args, raw, said, printed)
			}
		}
	}
	for _, hostile := range []string{"x\x1b]0;PWNED\a", "x\u009b2J\u202e", "x\xff\x1b[2J"} {
		silent(hostile)
		silent("--" + hostile)
		silent("--" + hostile + "=1")
		silent("-" + hostile)
		for _, command := range newProgram().Commands {
			silent(command.Name, "--"+hostile)
			silent(command.Name, "one", "two", "three", hostile)
			if args := printing[command.Name]; args != nil && len(command.Arguments) > 0 {
				silent(command.Name, hostile, hostile)
			}
			for _, flag := range command.Flags {
				_, refused := newProgram().Parse([]string{command.Name, "--" + flag.Name, hostile})
				switch {
				case flag.Switch():
					silent(command.Name, "--"+flag.Name+"="+hostile)
				case refused != nil || flag.Many():
					silent(command.Name, "--"+flag.Name, hostile)
				case printing[command.Name] != nil && flag.Name != "output" && flag.Name != "filled" && command.Name != "test":
					silent(append(printing[command.Name][:len(printing[command.Name]):len(printing[command.Name])], "--"+flag.Name, hostile)...)
				case flag.Name == "region" || flag.Name == "questionnaire" || flag.Name == "lang" && command.Name != "privacy":
					silent(command.Name, "--"+flag.Name, hostile)
				}
			}
		}
	}
}
