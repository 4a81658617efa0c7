package folder

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/ask-first/askfirst/internal/folder/foldertest"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// TestBrokenQuestionnaires reads each archive of testdata/broken: a sound small
// questionnaire ([foldertest.With]) with the archive's files in place of its own. Its
// last file lists what must be found, all of it and nothing else: a finding
// that only follows from another one would send a nurse to the wrong line.
//
// A line of the list is file:line:column: error: part of the message [check].
func TestBrokenQuestionnaires(t *testing.T) {
	archives, err := filepath.Glob("testdata/broken/*.txtar")
	if err != nil || len(archives) < 60 {
		t.Fatalf("%d archives: %v", len(archives), err)
	}
	for _, path := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			folder, want := unpack(archive)
			q, findings, err := Read(folder, nil)
			if q != nil || err != nil {
				t.Errorf("the questionnaire was read, or could not be (%v); it must be refused", err)
			}
			if !found(findings, want) {
				t.Errorf("found\n%s\nwant\n%s", foldertest.Listed(findings), strings.Join(want, "\n"))
			}
			hold(t, folder, findings)
		})
	}
}

func found(findings []questionnaire.Finding, want []string) bool {
	if len(findings) != len(want) {
		return false
	}
	for i, f := range findings {
		// Everything before the message and after it must agree; of the message, a part.
		got, frame := f.String(), fmt.Sprintf("%s: %s: ", f.At, f.Severity)
		part, isFramed := strings.CutPrefix(want[i], frame)
		part, isChecked := strings.CutSuffix(part, " ["+f.Check.ID()+"]")
		if !isFramed || !isChecked || part == "" || !strings.Contains(got, part) {
			return false
		}
	}
	return true
}

// hold fails unless each finding points into a file that exists, as an editor
// that jumps there needs it.
func hold(t *testing.T, folder fstest.MapFS, findings []questionnaire.Finding) {
	t.Helper()
	for _, f := range findings {
		file, ok := folder[f.At.File]
		switch {
		case !ok:
			t.Errorf("%v: there is no such file", f)
		case f.At.Line == 0 && f.At.Column != 0, f.At.Line < 0, f.At.Line > 0 && f.At.Column < 1:
			t.Errorf("%v: no place in a file", f)
		case f.At.Line > 0:
			lines := strings.Split(string(file.Data), "\n")
			if f.At.Line > len(lines) || f.At.Column > len([]rune(lines[f.At.Line-1]))+1 {
				t.Errorf("%v: that is outside the file", f)
			}
		}
		if f.Message == "" || f.Severity != questionnaire.Error {
			t.Errorf("%v: a refusal without a message", f)
		}
	}
}

// unpack lays the archive's files over the sound questionnaire.
func unpack(archive *txtar.Archive) (folder fstest.MapFS, want []string) {
	folder = foldertest.With("", "")
	delete(folder, "")
	for _, f := range archive.Files {
		if f.Name == "findings" {
			want = strings.Split(strings.TrimSpace(string(f.Data)), "\n")
			continue
		}
		folder[f.Name] = &fstest.MapFile{Data: []byte(written(string(f.Data)))}
	}
	return folder, want
}

var marked = regexp.MustCompile(`(?s)«(?:(repeat|numbered) (\d+) )?(.*?)»`)

// written undoes the three ways in which an archive writes what would be long
// or invisible in it: «\u202e» is that character, «repeat 3 a» is aaa, and
// «numbered 2 k%d» is k0k1.
func written(text string) string {
	return marked.ReplaceAllStringFunc(text, func(m string) string {
		parts := marked.FindStringSubmatch(m)
		n, _ := strconv.Atoi(parts[2])
		switch parts[1] {
		case "repeat":
			return strings.Repeat(parts[3], n)
		case "numbered":
			var b strings.Builder
			for i := range n {
				fmt.Fprintf(&b, parts[3], i)
			}
			return b.String()
		}
		plain, err := strconv.Unquote(`"` + parts[3] + `"`)
		if err != nil {
			panic(fmt.Sprintf("testdata/broken: %s: %v", m, err))
		}
		return plain
	})
}
