package plain

import (
	"io"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// read says an education text with what it rests on.
func (f *face) read(e *questionnaire.Education) {
	f.heading(e.Title)
	f.prose(e.Text)
	f.say(page.ReviewedText(f.w, e))
	if !e.Checked.IsZero() {
		f.say(wording.Fill(f.w.Education.Checked, "on", page.Day(f.w, e.Checked)))
	}
	if len(e.Sources) > 0 {
		f.say(f.w.Education.Sources + ":")
		for _, s := range e.Sources {
			f.say("- " + page.Source(f.w, s))
		}
	}
}

// Read writes education texts one after the other. The error is one of writing.
func Read(out io.Writer, w *wording.Words, texts []*questionnaire.Education) error {
	f := &face{out: out, w: w}
	for _, e := range texts {
		f.read(e)
	}
	return f.err
}

// List writes which education there is: a heading for each topic, and beneath
// it the id and title of each text.
func List(out io.Writer, w *wording.Words, texts []*questionnaire.Education) error {
	f := &face{out: out, w: w}
	for i, e := range texts {
		if i == 0 || e.Topic != texts[i-1].Topic {
			f.heading(e.Topic.Title + " (" + e.Topic.ID + ")")
		}
		f.say("- " + e.ID + ": " + e.Title)
	}
	return f.err
}
