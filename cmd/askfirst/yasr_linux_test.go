package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/ask-first/askfirst/internal/screentest"
)

// step is a key, and what yasr must say after it.
type step struct {
	key   string
	says  string // somewhere in it
	first string // at its beginning
	never string
	most  int // words; 0: any number
}

// TestThroughYasr walks the first minute with a real screen reader, which speaks into a
// file: until an emergency on the full screen, and to the help lines in plain lines. The
// listener of the other tests is held to what it says.
func TestThroughYasr(t *testing.T) {
	needs(t, "yasr")
	for name, walk := range map[string]struct {
		args  string
		steps []step
	}{
		"full screen": {"--region us --lang en", []step{
			{key: "enter", says: "Before we start"},
			{key: "enter", says: "One line is about suicide"},
			{key: "enter", says: "Is any of this happening now or today?"},
			{key: "down"},
			{key: "down", says: "I may act on a thought", never: "Thoughts of killing", most: 22},
			{key: "up", says: "Thoughts of killing", never: "I may act", most: 16},
			{key: " ", says: "chosen"},
			{key: "enter", first: "Call 988 now"},
			{key: "h", says: "call 911"},
		}},
		"full screen, es": {"--region us --lang es", []step{
			{key: "enter", says: "Antes de empezar"},
			{key: "enter", says: "suicidio"},
			{key: "enter", says: "pasando algo de esto ahora"},
		}},
		"plain lines": {"--accessible --region us --lang en", []step{
			{key: "enter", first: "Ask First, continued."},
			{key: "enter", says: "Before we start"},
			{key: "enter", says: "Is any of this happening now or today?"},
			{key: "help\r", says: "9 1 1"},
		}},
	} {
		t.Run(name, func(t *testing.T) {
			y := startYasr(t, walk.args)
			y.hears(func(said string) bool {
				return strings.Contains(said, "Ask First") || strings.Contains(said, "Pregunta primero")
			})
			for _, s := range walk.steps {
				y.walk.Press(s.key)
				said := y.hears(func(said string) bool {
					return strings.Contains(said, s.says) && strings.HasPrefix(said, s.first)
				})
				switch n := len(strings.Fields(said)); {
				case !strings.Contains(said, s.says), !strings.HasPrefix(said, s.first):
					t.Fatalf("after %q yasr does not say %q:\n%s", s.key, s.says+s.first, said)
				case s.never != "" && strings.Contains(said, s.never):
					t.Errorf("after %q yasr says %q:\n%s", s.key, s.never, said)
				case s.most > 0 && n > s.most:
					t.Errorf("after %q yasr says %d words, not %d:\n%s", s.key, n, s.most, said)
				}
			}
		})
	}
}

// yasr is the screen reader with our program in it.
type yasr struct {
	walk *screentest.Walk
	log  string
	read int // of the log
}

func startYasr(t *testing.T, args string) *yasr {
	dir := t.TempDir()
	y := &yasr{log: filepath.Join(dir, "speech")}
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o755); err != nil {
			t.Fatal(err)
		}
		return path
	}
	write("speech", "")
	speaks := "|" + write("speaks", "#!/bin/sh\nexec cat >> "+y.log+"\n")
	runs := write("runs", "#!/bin/sh\nexec "+program+" "+args+"\n")
	conf, err := os.ReadFile("/etc/yasr/yasr.conf")
	if err != nil {
		t.Fatal(err)
	}
	for option, value := range map[string]string{"synthesizer": "emacspeak server", "synthesizer port": speaks, "up and down arrows": "speak line"} {
		conf = regexp.MustCompile(`(?m)^`+option+`=.*$`).ReplaceAll(conf, []byte(option+"="+value))
	}
	y.walk = screentest.Start(t, "yasr", 80, 24, nil, "-C", write("conf", string(conf)), "-s", "emacspeak server", "-p", speaks, runs)
	return y
}

// hears is what is said since the last time, once it is enough and nothing follows.
func (y *yasr) hears(enough func(said string) bool) string {
	const quiet, patience = 300 * time.Millisecond, 15 * time.Second
	size, changed := 0, time.Now()
	for end := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		log, _ := os.ReadFile(y.log)
		if len(log) != size {
			size, changed = len(log), time.Now()
		}
		said := spoken(string(log[y.read:]))
		if time.Since(changed) > quiet && (enough(said) || time.Now().After(end)) {
			y.read = len(log)
			return said
		}
	}
}

var utterance = regexp.MustCompile(`(?s)^(?:q|l|tts_say) (?:\{(.*)\}|(.*))$`)

// spoken joins what was said: yasr parts it wherever a reading of the terminal ended.
// What is said after a stop is heard, and nothing before it.
func spoken(log string) string {
	var said []string
	for l := range strings.Lines(log) {
		l = strings.TrimSpace(l)
		switch m := utterance.FindStringSubmatch(l); {
		case l == "s":
			said = nil
		case m != nil:
			said = append(said, m[1]+m[2])
		}
	}
	return strings.Join(strings.Fields(strings.Join(said, " ")), " ")
}
