package folder

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// AddEvidence is a file of help lines with one more record for a line, before those
// that it has. All else stays as it was written, remarks too. Where the line has
// checked and source, these become the older record; where it has none, this is the first.
func AddEvidence(file []byte, l *questionnaire.HelpLine, e questionnaire.Evidence) ([]byte, error) {
	lines := bytes.SplitAfter(file, []byte("\n"))
	written := fmt.Sprintf("{source: %s, on: %s, kind: %s}", quotedYAML(e.Source), e.On.Format("2006-01-02"), e.Kind)
	at := l.At
	for i := range l.Evidence {
		if l.Evidence[i].At != l.At {
			at = l.Evidence[i].At
			break
		}
	}
	if at.Line < 1 || at.Line > len(lines) {
		return nil, fmt.Errorf("help line %q is not in this file", l.ID)
	}
	if at != l.At {
		return insertRecord(lines, at, written), nil
	}
	return replaceChecked(lines, l, written)
}

// insertRecord writes a record before the one at this place, as a line of its own
// or in the same list.
func insertRecord(lines [][]byte, at questionnaire.Position, written string) []byte {
	line := []rune(string(lines[at.Line-1]))
	before, rest := string(line[:at.Column-1]), string(line[at.Column-1:])
	if strings.TrimSpace(before) == "-" {
		lines[at.Line-1] = []byte(before + written + "\n" + before + rest)
	} else {
		lines[at.Line-1] = []byte(before + written + ", " + rest)
	}
	return bytes.Join(lines, nil)
}

var plainRecord = regexp.MustCompile(`^( *)(checked|source): *(\S.*?)\s*$`)

// replaceChecked makes evidence of the checked and source of a line that is
// written one key a line.
func replaceChecked(lines [][]byte, l *questionnaire.HelpLine, written string) ([]byte, error) {
	indent := strings.Repeat(" ", l.At.Column-1)
	found := map[string]string{}
	last := -1
	for i := l.At.Line; i < len(lines); i++ { // what stands beside the dash is never one of these
		line := string(lines[i])
		if strings.TrimSpace(line) != "" && !strings.HasPrefix(line, indent) {
			break
		}
		if m := plainRecord.FindStringSubmatch(strings.TrimRight(line, "\r\n")); m != nil && m[1] == indent {
			found[m[2]], lines[i], last = m[3], nil, i
		}
	}
	if last < 0 {
		return firstRecord(lines, l, written), nil
	}
	block := indent + "evidence:\n" + indent + "  - " + written + "\n"
	if source := found["source"]; source != "" {
		older := "{source: " + source + ", kind: undated}"
		if day := found["checked"]; day != "" {
			older = "{source: " + source + ", on: " + day + ", kind: dated register}"
		}
		block += indent + "  - " + older + "\n"
	}
	lines[last] = []byte(block)
	return bytes.Join(lines, nil), nil
}

// firstRecord gives a line its evidence, behind what is written first: its id, as a rule.
func firstRecord(lines [][]byte, l *questionnaire.HelpLine, written string) []byte {
	line := []rune(string(lines[l.At.Line-1]))
	before, rest := string(line[:l.At.Column-1]), string(line[l.At.Column-1:])
	if inside, flow := strings.CutPrefix(rest, "{"); flow {
		lines[l.At.Line-1] = []byte(before + "{evidence: [" + written + "], " + strings.TrimLeft(inside, " "))
		return bytes.Join(lines, nil)
	}
	indent := strings.Repeat(" ", l.At.Column-1)
	lines[l.At.Line-1] = []byte(strings.TrimRight(string(line), "\r\n") + "\n" + indent + "evidence:\n" + indent + "  - " + written + "\n")
	return bytes.Join(lines, nil)
}

// quotedYAML is a text of one line as YAML takes it for nothing else.
func quotedYAML(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}
