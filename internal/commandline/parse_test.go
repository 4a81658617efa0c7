package commandline_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/ask-first/askfirst/internal/commandline"
)

type common struct {
	Lang string
}

type lookCmd struct {
	common
	Wide  bool
	Named []string `arg:"" optional:"" name:"path"`
}

func (*lookCmd) Help() string { return "More." }

type goCmd struct {
	common
	Pace  string        `enum:"slow,fast" default:"slow"`
	Shade string        `enum:",dark"`
	Steps int           `default:"3"`
	For   time.Duration `metavar:"TIME"`
	Only  []string      `metavar:"NAME"`
	Asked bool          `hidden:""`
}

type moveCmd struct {
	From string `arg:""`
	To   string `arg:"" enum:"here,there"`
}

type all struct {
	Go   goCmd   `unnamed:"" help:"Goes."`
	Look lookCmd `help:"Looks."`
	Move moveCmd
}

func parse(line string) (commandline.Line, *commandline.Trouble) {
	read, err := commandline.New("prog", "A program.", new(all)).Parse(strings.Fields(line))
	trouble := new(commandline.Trouble)
	if !errors.As(err, &trouble) {
		trouble = nil
	}
	return read, trouble
}

// TestWhatALineSays: each way of saying a thing, and what becomes of it.
func TestWhatALineSays(t *testing.T) {
	usual := goCmd{Pace: "slow", Steps: 3}
	with := func(change func(c *goCmd)) goCmd {
		c := usual
		change(&c)
		return c
	}
	for line, want := range map[string]any{
		"":                                usual,
		"go":                              usual,
		"--pace fast":                     with(func(c *goCmd) { c.Pace = "fast" }),
		"--pace=fast go":                  with(func(c *goCmd) { c.Pace = "fast" }),
		"go --pace fast --pace slow":      usual,
		"--shade=":                        usual,
		"--shade dark --steps -1":         nil,
		"--steps=-1":                      with(func(c *goCmd) { c.Steps = -1 }),
		"--for 2m":                        with(func(c *goCmd) { c.For = 2 * time.Minute }),
		"--only a,b --only c":             with(func(c *goCmd) { c.Only = []string{"a", "b", "c"} }),
		"--asked=no":                      usual,
		"--asked":                         with(func(c *goCmd) { c.Asked = true }),
		"--lang es --asked=TRUE":          with(func(c *goCmd) { c.Lang, c.Asked = "es", true }),
		"look":                            lookCmd{},
		"--lang es look here there,where": lookCmd{common{"es"}, false, []string{"here", "there,where"}},
		"look a --wide b -":               lookCmd{Wide: true, Named: []string{"a", "b", "-"}},
		"look -- --wide look":             lookCmd{Named: []string{"--wide", "look"}},
		"look look":                       lookCmd{Named: []string{"look"}},
		"move go there":                   moveCmd{"go", "there"},
	} {
		read, trouble := parse(line)
		if want == nil {
			if trouble == nil {
				t.Errorf("%q: nothing is wrong with it?", line)
			}
			continue
		}
		if trouble != nil {
			t.Errorf("%q: %v", line, trouble)
			continue
		}
		if got := reflect.ValueOf(read.Command.Target).Elem().Interface(); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %+v, want %+v", line, got, want)
		}
	}
}

// TestWhatIsWrongWithALine: each reason, and the word or the value that it is about.
func TestWhatIsWrongWithALine(t *testing.T) {
	for line, want := range map[string]string{
		"--bogus":             "unknown flag --bogus",
		"-x":                  "unknown flag -x",
		"-steps":              "unknown flag -steps",
		"look --pace=fast":    "unknown flag --pace look",
		"--wide look":         "unknown flag --wide",
		"--pace fast look":    "flag elsewhere pace look",
		"lok":                 "too much lok",
		"-- look":             "too much look",
		"go look":             "too much look go",
		"move a here c":       "too much c move",
		"--steps":             "no value steps",
		"--steps --for=2m":    "no value steps",
		"--pace quick":        "not among pace quick",
		"--pace=":             "not among pace",
		"move a b":            "not among to b move",
		"--steps three":       "not a number steps three",
		"--for 2":             "not a time for 2",
		"--asked=perhaps":     "not yes or no asked perhaps",
		"--asked=":            "not yes or no asked",
		"move":                "argument missing from to move",
		"move a":              "argument missing to move",
		"--bogus --steps two": "unknown flag --bogus",
	} {
		_, trouble := parse(line)
		if trouble == nil {
			t.Errorf("%q is taken", line)
			continue
		}
		got := []string{string(trouble.Reason)}
		if trouble.Value != nil {
			got = append(got, trouble.Value.Name)
		}
		for _, v := range trouble.Missing {
			got = append(got, v.Name)
		}
		if trouble.Word != "" {
			got = append(got, trouble.Word)
		}
		if trouble.Command != nil {
			got = append(got, trouble.Command.Name)
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%q: %s, want %s", line, got, want)
		}
	}
}

// TestHelpIsGivenWhateverElseIsWrong, for the command that the line names.
func TestHelpIsGivenWhateverElseIsWrong(t *testing.T) {
	for line, want := range map[string]string{
		"--help":                "go",
		"-h":                    "go",
		"look --help":           "look named",
		"--help look":           "look named",
		"--lang es move --help": "move named",
		"--bogus --help":        "go",
		"move a --help":         "move named",
	} {
		read, trouble := parse(line)
		if got := read.Command.Name + map[bool]string{true: " named"}[read.Named]; !read.Help || trouble != nil || got != want {
			t.Errorf("%q: help %v for %s (%v), want it for %s", line, read.Help, got, trouble, want)
		}
	}
	if read, _ := parse("look -- --help"); read.Help {
		t.Error("behind -- no word is a flag")
	}
}

// TestTheModelSaysWhatHelpNeeds.
func TestTheModelSaysWhatHelpNeeds(t *testing.T) {
	program := commandline.New("prog", "A program.", new(all))
	if look := program.Command("look"); look.Help != "Looks." || look.Detail != "More." || !look.Arguments[0].Many() || look.Arguments[0].Name != "path" {
		t.Errorf("look is %+v", look)
	}
	shown := ""
	for _, v := range program.Unnamed.Flags {
		shown += v.Name
		if !v.Switch() {
			shown += "=" + v.Metavar()
		}
		shown += " "
	}
	if want := "lang=LANG pace=slow|fast shade=dark steps=STEPS for=TIME only=NAME asked "; shown != want {
		t.Errorf("the flags are %s, want %s", shown, want)
	}
	defer func() {
		if recover() == nil {
			t.Error("a default that its field cannot hold is taken")
		}
	}()
	commandline.New("prog", "", &struct {
		Go struct {
			Steps int `default:"three"`
		}
	}{})
}
