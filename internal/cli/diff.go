package cli

import (
	"fmt"
	"strings"

	"github.com/ask-first/askfirst/internal/handout"
	"github.com/ask-first/askfirst/internal/prove"
)

type diffCmd struct {
	Old       string `arg:"" complete:"folder" help:"The folder of the questionnaire as it was."`
	New       string `arg:"" complete:"folder" help:"The folder as it is now."`
	Format    string `enum:"text,markdown" default:"text" help:"text, or markdown for a review."`
	AllowLoss bool   `help:"Let the exit status be 0 although something is lost."`

	document `embed:""`
}

func (c *diffCmd) Run(s streams) error {
	old, err := open(c.Old)
	if err != nil {
		return err
	}
	before, err := old.usable(s)
	if err != nil {
		return err
	}
	new, err := open(c.New)
	if err != nil {
		return err
	}
	after, err := new.usable(s)
	if err != nil {
		return err
	}
	changes := prove.Diff(before, after)
	lost := 0
	for _, change := range changes {
		if change.Effect.Loss() {
			lost++
		}
	}
	if c.Format == "markdown" {
		if _, err := s.out.WriteString(c.markdown(changes)); err != nil {
			return err
		}
	} else {
		lines(s, changes)
	}
	if lost > 0 && !c.AllowLoss {
		return failed(exitFindings)
	}
	return nil
}

const nothingChanges = "Nothing changes for anybody: no clinician, no urgency, no education. This is proved, not sampled."

func lines(s streams, changes []prove.Change) {
	if len(changes) == 0 {
		fmt.Fprintln(s.out, nothingChanges)
	}
	for _, change := range changes {
		fmt.Fprintf(s.out, "%s: %s\n", loud(change), whatChanges(change))
		fmt.Fprintf(s.out, "    for: %s\n", person(change.Example))
		if len(change.Otherwise) > 0 {
			fmt.Fprintf(s.out, "    who %s: %s\n", otherwise(change), strings.Join(change.Otherwise, "; "))
		}
	}
}

// markdown is a review. Ids are an author's, but a medicine's name is any text,
// and so is a folder's.
func (c *diffCmd) markdown(changes []prove.Change) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s → %s\n", handout.MarkdownText(c.Old), handout.MarkdownText(c.New))
	if len(changes) == 0 {
		fmt.Fprintf(&b, "\n%s\n", nothingChanges)
	}
	heading := ""
	for _, change := range changes {
		if h := loud(change); h != heading {
			heading = h
			fmt.Fprintf(&b, "\n## %s\n\n", heading)
		}
		fmt.Fprintf(&b, "- **%s** for somebody who says *%s*", handout.MarkdownText(whatChanges(change)), handout.MarkdownText(person(change.Example)))
		if len(change.Otherwise) > 0 {
			fmt.Fprintf(&b, ", and %s *%s*", otherwise(change), handout.MarkdownText(strings.Join(change.Otherwise, "; ")))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// loud writes losses so that nobody reads past them.
func loud(c prove.Change) string {
	if c.Effect.Loss() {
		return strings.ToUpper(c.Effect.String())
	}
	return c.Effect.String()
}

func whatChanges(c prove.Change) string {
	switch {
	case c.Effect == prove.Disagrees:
		return c.Clinician + c.Education + ": the proof and the screening disagree; this is a fault of askfirst, please report it"
	case c.Effect == prove.Undecided:
		return c.Clinician + c.Education + ": this could not be decided for everybody"
	case c.Clinician != "":
		return fmt.Sprintf("%s (%s → %s)", c.Clinician, c.Before, c.After)
	}
	return "education " + c.Education
}

func person(example []string) string {
	return strings.Join(append(example, "others: prefer-not-to-say"), "; ")
}

func otherwise(c prove.Change) string {
	if c.Effect.Loss() {
		return "says in the new one"
	}
	return "said in the old one"
}
