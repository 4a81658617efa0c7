package plain

import (
	"io"
	"strings"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/visit"
	"github.com/ask-first/askfirst/internal/wording"
)

// ReadingOptions are what reading without a screening needs.
type ReadingOptions struct {
	Questionnaire *questionnaire.Questionnaire
	Words         *wording.Words
	Out           io.Writer
	// In and Size are of a terminal, to go on a screen at a time; nil: all is
	// written at once, as somebody wants who sends it elsewhere.
	In   io.Reader
	Size func() (columns, rows int)
	// Guess is the id of a region that the locale suggests. Who asks for help hears that
	// it is one, then its lines, and those of everywhere: nobody has said where she is.
	Guess string
}

// Read says education texts one after the other. The error is one of writing.
func Read(o ReadingOptions, texts []*questionnaire.Education) error {
	v := visit.Begin(o.Questionnaire, visit.Options{Texts: texts})
	var all []line
	for _, e := range texts {
		if p, ok := page.Over(o.Words, v, page.Reading{Text: e.ID}); ok {
			all = append(append(all, line{}), lines(o.Words, p, nil)...)
		}
	}
	return o.say(all)
}

// List says which education there is: a heading for each topic, and beneath it the
// id and title of each text.
func List(o ReadingOptions, texts []*questionnaire.Education) error {
	var all []line
	for i, e := range texts {
		if i == 0 || e.Topic != texts[i-1].Topic {
			all = append(all, line{}, line{text: e.Topic.Title + " (" + e.Topic.ID + ")", leads: true})
		}
		all = append(all, line{text: "- " + e.ID + ": " + e.Title})
	}
	return o.say(all)
}

// say says lines: all at once, or a screen at a time until she has enough. Who needs
// a person hears the help lines in between, and then the rest.
func (o ReadingOptions) say(all []line) error {
	f := &face{out: o.Out, size: o.Size, w: o.Words}
	all = append(foreign(o.Words, o.Questionnaire.Foreign), all...)
	if o.In == nil {
		for _, l := range all {
			f.sayAll(l.text)
		}
		return f.err
	}
	f.in = newInput(o.In, 1) // of a terminal: what is typed is seen
	others := everyLanguage()
	for {
		typed, early, _ := f.tell(all)
		switch all = f.unsaid; {
		case !early, means(typed, o.Words.Plain.Typed.Leave):
			return f.err
		case wantsHelp(typed, others):
			all = append(o.helpLines(), all...)
		default:
			f.say(o.Words.Plain.Reading)
		}
	}
}

// helpLines are those that hold everywhere, and before them those of the guess.
func (o ReadingOptions) helpLines() []line {
	said := plainLines("")
	if r := o.Questionnaire.Region(o.Guess); r != nil {
		said = append(said, line{text: wording.Fill(o.Words.Region.Guess, "region", r.Name)})
		said = append(said, o.linesOf(o.Guess)...)
		if all := o.Questionnaire.Regions; r == all[len(all)-1] {
			return said // it is everywhere
		}
		said = append(said, line{})
	}
	return append(said, o.linesOf("")...)
}

// linesOf are how to reach the lines of a region; "": of everywhere.
func (o ReadingOptions) linesOf(region string) []line {
	p, _ := page.Over(o.Words, visit.Begin(o.Questionnaire, visit.Options{Region: region}), page.Lines{})
	var all []line
	for _, l := range numbersOf(p) {
		said := "- " + ended(wording.Spoken(strings.Join(l.ways, "; ")+": "+l.name))
		if l.access != "" {
			said += " " + wording.Spoken(l.access)
		}
		all = append(all, line{text: said})
	}
	return all
}

// foreign are the lines that say of a questionnaire that did not come with the
// program that it did not; none of its own.
func foreign(w *wording.Words, o *questionnaire.Foreign) []line {
	if o == nil {
		return nil
	}
	heading, numbers := page.OtherNumbers(w, o, nil)
	all := plainLines("", page.Foreign(w, o))
	if heading != "" {
		all = append(all, plainLines(append([]string{heading}, numbers...)...)...)
	}
	return all
}
