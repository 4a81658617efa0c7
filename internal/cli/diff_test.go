package cli

import (
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/mistake"
	"github.com/ask-first/askfirst/internal/prove"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// edits are things that an author does to a questionnaire and that are not mistakes.
var edits = []func(*questionnaire.Questionnaire){
	func(q *questionnaire.Questionnaire) { q.Regions[0].Lines[0].Call = "912" },
	func(q *questionnaire.Questionnaire) { q.Regions[0].Lines[0].Text = "" },
	func(q *questionnaire.Questionnaire) { q.Education[0].Text += " More is known now." },
	func(q *questionnaire.Questionnaire) { q.Questions[1].Private = false },
	func(q *questionnaire.Questionnaire) { q.Questions[0].Answers[0].Label = "Yes, I do" },
	func(q *questionnaire.Questionnaire) { q.Limits.Steps++ },
	func(q *questionnaire.Questionnaire) { slices.Reverse(q.Clinicians); number(q) },
	func(q *questionnaire.Questionnaire) { q.Clinicians[0].ExistsWhen = q.Conditions[0].When },
	func(q *questionnaire.Questionnaire) { q.Education[0].Concerns = nil },
	func(q *questionnaire.Questionnaire) { q.Rules[0].Weight = questionnaire.Usual },
	func(q *questionnaire.Questionnaire) {
		q.Rules[len(q.Rules)-1].Urgency = questionnaire.Today
	},
	func(q *questionnaire.Questionnaire) { q.Questions[1].Answers[0].ID = "just-born" },
	func(q *questionnaire.Questionnaire) {
		q.Questions[0].Answers = append(q.Questions[0].Answers, &questionnaire.Answer{ID: "mostly", Label: "Mostly"})
		widen(q)
	},
}

// number makes places what they are.
func number(q *questionnaire.Questionnaire) {
	for i, c := range q.Clinicians {
		c.Index = i
	}
}

// widen gives every test of the first question a place for one answer more.
func widen(q *questionnaire.Questionnaire) {
	seen := map[*questionnaire.Test]bool{}
	add := func(c *questionnaire.Condition) {
		c.Atoms(func(c *questionnaire.Condition) {
			if c.Atom.Question == q.Questions[0] && !seen[c.Atom] {
				seen[c.Atom] = true
				c.Atom.Want = append(c.Atom.Want, false)
			}
		})
	}
	for _, x := range q.Questions {
		add(x.AskWhen)
	}
	for _, r := range q.Rules {
		add(r.When)
		for _, ask := range r.Ask {
			add(ask.When)
		}
	}
	for _, c := range q.Clinicians {
		add(c.ExistsWhen)
	}
	for _, e := range q.Education {
		add(e.Concerns)
	}
	for _, p := range q.Promises {
		add(p.If)
	}
	for _, p := range q.Phrases {
		add(p.TrueWhen)
	}
	for _, c := range q.Conditions {
		add(c.When)
	}
}

// TestTheHeadlineNamesWhatNoProofSees: a number may be wrong now, and a promise that is
// gone holds nothing any more, although nobody gets anything else today.
func TestTheHeadlineNamesWhatNoProofSees(t *testing.T) {
	small, findings, err := folder.Read(os.DirFS("../folder/testdata/small"), nil)
	if small == nil || err != nil {
		t.Fatal(err, findings)
	}
	const number, address, guard = "1 line has another number, to be tried", "1 line has another address or word to text, to be tried", "1 promise, order, phrase or scenario gone"
	for _, c := range []struct {
		name, says string
		edit       func(*questionnaire.Questionnaire)
	}{
		{"a digit", number, func(q *questionnaire.Questionnaire) { q.Regions[0].Lines[0].Call = "912" }},
		{"an address", address, func(q *questionnaire.Questionnaire) { q.Regions[0].Lines[0].URL = "https://example.org/other" }},
		{"a digit and an address", number + "; " + address, func(q *questionnaire.Questionnaire) {
			q.Regions[0].Lines[0].Call, q.Regions[0].Lines[0].URL = "912", "https://example.org/other"
		}},
		{"a promise", guard, func(q *questionnaire.Questionnaire) {
			topic := q.Promises[0].Topic
			q.Promises, topic.Promises = q.Promises[1:], topic.Promises[1:]
		}},
		{"a scenario", guard, func(q *questionnaire.Questionnaire) { q.Scenarios = q.Scenarios[1:] }},
	} {
		old, changed := small.Copy(), small.Copy()
		old.Regions[0].Lines[0].URL = "https://example.org"
		changed.Regions[0].Lines[0].URL = "https://example.org"
		c.edit(changed)
		headline := diffHeadline(prove.Compare(prove.Edition{Questionnaire: old}, prove.Edition{Questionnaire: changed}))
		if !strings.HasPrefix(headline, "No loss:") || !strings.Contains(headline, " "+c.says+";") || strings.Contains(headline, "help lines and privacy") == (c.says != guard) {
			t.Errorf("%s: %s", c.name, headline)
		}
	}
}

// TestTheHeadlineIsTrueOfWhatFollows of random pairs: it counts what stands below, each
// section is announced in it, and what it denies stands nowhere.
func TestTheHeadlineIsTrueOfWhatFollows(t *testing.T) {
	small, findings, err := folder.Read(os.DirFS("../folder/testdata/small"), nil)
	if small == nil || err != nil {
		t.Fatal(err, findings)
	}
	random := rand.New(rand.NewPCG(5, 6))
	changed := func() *questionnaire.Questionnaire {
		q := small
		for range random.IntN(3) {
			if all := mistake.All(q); random.IntN(2) == 0 {
				q = all[random.IntN(len(all))].In(q)
			} else {
				q = q.Copy()
				edits[random.IntN(len(edits))](q)
			}
		}
		return q
	}
	pairs := 150
	if testing.Short() {
		pairs = 30
	}
	met := map[string]int{}
	for n := range pairs {
		c := prove.Compare(prove.Edition{Questionnaire: changed()}, prove.Edition{Questionnaire: changed()})
		headline, sections := diffHeadline(c), diffSections(c)
		for _, fault := range contradictions(headline, sections) {
			t.Errorf("pair %d: %s\n%s", n, fault, diffText(headline, sections))
		}
		for _, s := range sections {
			met[s.heading]++
		}
		met[strings.SplitAfterN(headline, ":", 2)[0]]++
	}
	for _, heading := range []string{"Nothing changes:", "No loss:", "lost or weaker", "for somebody", "rules and clinicians", "help lines"} {
		if met[heading] == 0 {
			t.Errorf("no pair has %q: %v", heading, met)
		}
	}
}

// contradictions are what a headline says and the sections do not, or the other way
// round.
func contradictions(headline string, sections []diffSection) (all []string) {
	fault := func(format string, args ...any) { all = append(all, fmt.Sprintf(format, args...)) }
	if strings.HasPrefix(headline, "Nothing changes") && len(sections) > 0 {
		fault("nothing changes, and %d sections follow", len(sections))
	}
	told := func(what string) int {
		m := regexp.MustCompile(`(\d+) (`+what+`)`).FindAllStringSubmatch(headline, -1)
		n := 0
		for _, one := range m {
			count, _ := strconv.Atoi(one[1])
			n += count
		}
		return n
	}
	losses, changes, plans := 0, 0, 0
	if strings.Contains(headline, "anybody.") && told("new answers?") > 0 {
		fault("nothing is less for anybody, and there are answers that nobody could give")
	}
	for _, s := range sections {
		for _, i := range s.items {
			number := strings.Contains(i.what, ", call:") || strings.Contains(i.what, ", text:")
			if s.heading == "help lines" && number && (strings.Contains(headline, "help lines and privacy") || told("lines? ha(s|ve) another number") == 0) {
				fault("a number is another one, and the headline does not say so: %s", i.what)
			}
			word := strings.TrimSpace(i.word)
			if word != "" && word == strings.ToUpper(word) {
				losses++
			}
			if s.heading == "for somebody" && word != "" {
				changes++
			}
			if strings.HasPrefix(i.what, "Whom to talk to") && changes+losses > 0 && changesForSomebody(sections) {
				fault("whom to talk to changes for nobody, and does")
			}
			if strings.HasPrefix(s.heading, "plans") && !strings.HasPrefix(word, "steps") {
				n, _ := strconv.Atoi(strings.Fields(i.what)[0])
				plans += n
			}
		}
		switch {
		case strings.HasPrefix(s.heading, "plans"):
			if !strings.Contains(headline, "people's plans") {
				fault("plans differ, and the headline is silent")
			}
		case s.heading == "lost or weaker", s.heading == "for somebody":
		case strings.HasPrefix(s.heading, "new answers"):
			if told("new answers?|questions? that takes? other replies") != len(s.items) {
				fault("%d new answers", len(s.items))
			}
		case strings.Contains(s.heading, "another question has now"):
			if told("moved answers?") != len(s.items) {
				fault("%d moved answers", len(s.items))
			}
		case strings.HasPrefix(s.heading, "renamed"):
			if told("renamed answers?") != len(s.items) {
				fault("%d renamed answers", len(s.items))
			}
		default:
			if !strings.Contains(headline, fmt.Sprintf("%s %d", s.heading, len(s.items))) {
				fault("%d things of %s", len(s.items), s.heading)
			}
		}
	}
	if n := told("loss(es)?[.]"); n != losses {
		fault("%d losses are told, and there are %d", n, losses)
	}
	if n := told("other changes? for somebody"); n != changes {
		fault("%d other changes are told, and there are %d", n, changes)
	}
	if denies := strings.HasPrefix(headline, "No loss"); denies && losses > 0 {
		fault("no loss is told, and there are %d", losses)
	}
	// Somebody whose plan both opens otherwise and has more steps stands in both.
	if n := told("opens? with|ha(s|ve) more or|ha(s|ve) other"); n != plans {
		fault("%d plans are told, and there are %d", n, plans)
	}
	return all
}

// changesForSomebody reports whether a conversation, page, question or text changes.
func changesForSomebody(sections []diffSection) bool {
	for _, s := range sections {
		for _, i := range s.items {
			if (s.heading == "for somebody" || s.heading == "lost or weaker") && slices.Contains([]string{"LOST", "WEAKER", "WIDER", "stronger", "narrower", "gained", "asked", "not asked", "UNDECIDED"}, i.word) {
				return true
			}
		}
	}
	return false
}
