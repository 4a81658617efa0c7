package cli

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"time"

	"golang.org/x/term"

	"github.com/ask-first/askfirst/internal/content"
	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/mistake"
	"github.com/ask-first/askfirst/internal/prove"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/translation"
)

type mutateCmd struct {
	Folder        string   `arg:"" optional:"" help:"The folder of a questionnaire. Without it: the folder that you are in, if it is one, or else the questionnaire that comes with the program."`
	Questionnaire string   `help:"The same as naming one folder." metavar:"FOLDER"`
	Rule          []string `help:"Make only the mistakes of these rules." metavar:"RULE"`
	Format        string   `enum:"text,json" default:"text" help:"text or json."`

	report
}

func (mutateCmd) Help() string {
	return `A rule is dropped, a condition turned round, an urgency lowered, one of several clinicians left out, a digit of a number changed: one mistake after the other, in each place that has room for it. Each is made in memory, and no file is changed. For each, the scenarios are run and everything is proved anew. What is listed would be noticed by nobody but a reader; a promise or a scenario that fails without it would change that.

A large questionnaire takes minutes. Ctrl+c ends it, and what was found so far is printed. The exit status is 0 whatever is listed.`
}

func (c *mutateCmd) Run(s streams) error {
	if c.Folder != "" && c.Questionnaire != "" {
		return fmt.Errorf("two folders, %s and --questionnaire %s; name one", quoted(c.Folder), quoted(c.Questionnaire))
	}
	if c.Folder == "" {
		c.Folder = c.Questionnaire
	}
	o, err := openOrHere(c.Folder)
	if err != nil {
		return err
	}
	q, err := o.usable(s)
	if err != nil {
		return err
	}
	if err := failing(q); err != nil {
		return err
	}
	all, err := c.mistakes(q)
	if err != nil {
		return err
	}
	texts, err := o.textChecks()
	if err != nil {
		return err
	}
	// The first ctrl+c ends the trying, and the next one the program.
	going, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	context.AfterFunc(going, stop)
	fates := prove.NewWatch(q, texts).TryAll(going, all, progress(s, len(all)))
	found := newUnnoticed(o, fates, len(all))
	if c.Format == "json" {
		err = printJSON(s, found)
	} else {
		found.print(s, o)
	}
	if err == nil && going.Err() != nil {
		return failed(exitLeft)
	}
	return err
}

// failing refuses a questionnaire of which a scenario fails without any mistake:
// each mistake would seem to be noticed.
func failing(q *questionnaire.Questionnaire) error {
	for _, sc := range q.Scenarios {
		if !scenario.Run(q, sc).Passed() {
			return fmt.Errorf("scenario %q fails as it is, so no mistake could be told from none; run \"askfirst test\", and fix it first", sc.ID)
		}
	}
	return nil
}

// mistakes are those to be made: not those in what comes with the program, which
// this folder's keeper could not guard.
func (c *mutateCmd) mistakes(q *questionnaire.Questionnaire) ([]mistake.Mistake, error) {
	var rules []string
	for _, r := range q.Rules {
		rules = append(rules, r.ID)
	}
	for _, id := range c.Rule {
		if !slices.Contains(rules, id) {
			return nil, fmt.Errorf("--rule %s: no rule is called that%s", quoted(id), questionnaire.DidYouMean(id, rules))
		}
	}
	return slices.DeleteFunc(mistake.All(q), func(m mistake.Mistake) bool {
		elsewhere := len(c.Rule) > 0 && (m.Rule == nil || !slices.Contains(c.Rule, m.Rule.ID))
		return elsewhere || m.At.Inherited()
	}), nil
}

// textChecks are the checks of what is written, in the folder's translations too.
func (o opened) textChecks() (func(*questionnaire.Questionnaire) []questionnaire.Finding, error) {
	var others []*questionnaire.Translation
	for _, language := range folder.Languages(o.files) {
		if language == o.q.Language {
			continue
		}
		t, _, err := folder.ReadTranslation(o.files, o.defaults, language)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", o.folder, err)
		}
		if t != nil {
			others = append(others, t)
		}
	}
	asOf := time.Now()
	return func(q *questionnaire.Questionnaire) []questionnaire.Finding {
		found := content.Check(q, asOf)
		for _, t := range others {
			found = append(found, translation.Check(q, t)...)
			found = append(found, content.CheckTranslation(q, t, asOf)...)
		}
		return found
	}, nil
}

// progress says on a terminal how many mistakes were made so far.
func progress(s streams, of int) func(int) {
	said, ok := s.err.(legible)
	if !ok {
		return func(int) {}
	}
	to, ok := said.to.(*os.File)
	if !ok || !term.IsTerminal(int(to.Fd())) {
		return func(int) {}
	}
	return func(done int) {
		fmt.Fprintf(to, "\r%d of %d mistakes made", done, of)
		if done == of {
			fmt.Fprint(to, "\r\x1b[K")
		}
	}
}

// unnoticedJSON is the machine format of "mutate --format json". Names and types
// change only together with docs/formats.md.
type unnoticedJSON struct {
	Questionnaire string        `json:"questionnaire"`
	Mistakes      int           `json:"mistakes"` // that there is room for
	Made          int           `json:"made"`     // fewer than that when it was ended
	Noticed       int           `json:"noticed"`
	ByScenario    int           `json:"noticed-by-scenario"`
	Nothing       int           `json:"changes-nothing"`
	Unnoticed     []mistakeJSON `json:"unnoticed"`
	Unguarded     []string      `json:"rules-unguarded"`
}

type mistakeJSON struct {
	Mistake string `json:"mistake"`
	Kind    string `json:"kind"`
	Effect  string `json:"effect"`
	Warning string `json:"warning,omitempty"`
	File    string `json:"file"`
	Line    int    `json:"line"`
	Column  int    `json:"column"`
}

func newUnnoticed(o opened, fates []prove.Fate, of int) unnoticedJSON {
	u := unnoticedJSON{Questionnaire: o.name, Mistakes: of, Made: len(fates), Unnoticed: []mistakeJSON{}, Unguarded: []string{}}
	for _, f := range fates {
		switch {
		case f.Caught():
			u.Noticed++
			if f.Scenario != "" {
				u.ByScenario++
			}
		case f.Nothing:
			u.Nothing++
		default:
			u.Unnoticed = append(u.Unnoticed, mistakeJSON{
				Mistake: f.ID, Kind: string(f.Kind), Effect: effect(f), Warning: f.Warning,
				File: f.At.File, Line: f.At.Line, Column: f.At.Column,
			})
		}
		if f.Kind == mistake.RuleRemoved && !f.Caught() {
			u.Unguarded = append(u.Unguarded, f.Rule.ID)
		}
	}
	return u
}

// effect is what a mistake that nobody notices does to somebody.
func effect(f prove.Fate) string {
	switch {
	case slices.Contains(mistake.Beside(), f.Kind):
		return "what she is asked, or what she can say and whom she can call beside a conversation, may change"
	case slices.Contains(mistake.Plan(), f.Kind):
		return "the plan may change: which of several people she sees, or which first"
	case slices.Contains(mistake.Words(), f.Kind):
		return "somebody reads something else"
	case f.OnlyText:
		return "somebody loses a text to read, or other words to say"
	case f.OnlyMore:
		return "somebody is told more"
	}
	return "somebody loses a conversation, or has it later or only possibly"
}

func (u unnoticedJSON) print(s streams, o opened) {
	for _, m := range u.Unnoticed {
		at := o.at(questionnaire.Position{File: m.File, Line: m.Line, Column: m.Column})
		warned := ""
		if m.Warning != "" {
			warned = "; check only warns (" + m.Warning + ")"
		}
		fmt.Fprintf(s.out, "%s: %s: %s%s\n", at, m.Mistake, m.Effect, warned)
	}
	if len(u.Unguarded) > 0 {
		fmt.Fprintln(s.out, "\nRules that could be dropped without anybody noticing:")
		for _, id := range u.Unguarded {
			fmt.Fprintf(s.out, "  %s\n", id)
		}
	}
	if u.Made < u.Mistakes {
		fmt.Fprintf(s.err, "%s: ended after %d of %d mistakes\n", o.label(), u.Made, u.Mistakes)
	}
	fmt.Fprintf(s.err, "%s: %s, %d noticed (%d of them by a scenario), %d without any effect, %d unnoticed\n",
		o.label(), counted(u.Made, "mistake"), u.Noticed, u.ByScenario, u.Nothing, len(u.Unnoticed))
}
