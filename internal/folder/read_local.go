package folder

import (
	"io/fs"
	"strings"
	"time"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

var localKeys = Keys{"the facilitator's file", []Key{
	{Name: "law", Help: "What she has to report where she is, in one sentence; read aloud with the agreements."},
	{Name: "quiet-place", Help: "Where the quiet place is, in one sentence."},
	{Name: "lines", Form: Nouns, Of: &localLineKeys, Help: "Help lines that she called herself; shown below those of the region."},
}}

var localLineKeys = Keys{"a local help line", []Key{
	{Name: "name", Needed: true, Help: "Its name as it gives it itself."},
	{Name: "for", Needed: true, Help: "What it is for, in a few words."},
	{Name: "call", Needed: true, Help: "The number, in quotes."},
	{Name: "hours", Needed: true, Help: "When somebody answers."},
	{Name: "called-on", Form: Day, Needed: true, Help: "The day when she called it herself."},
}}

// ReadLocal reads what a facilitator adds to a workshop where she is. A line that she has
// not called herself is refused: nobody else has looked at it. today is the last day on
// which she can have called.
func ReadLocal(folder fs.FS, name string, today time.Time) (*questionnaire.Local, []questionnaire.Finding, error) {
	r := newReader(&questionnaire.Questionnaire{}, folder)
	local := &questionnaire.Local{}
	r.readOwn(name, func(root value) {
		o, _ := root.object(&localKeys)
		local.Law, local.QuietPlace, local.At = o.line("law"), o.line("quiet-place"), root.at()
		if o.has("law") {
			local.LawAt = o.fields["law"].at()
		}
		if o.has("quiet-place") {
			local.QuietAt = o.fields["quiet-place"].at()
		}
		r.each(o, "lines", func(v value) { local.Lines = append(local.Lines, r.readLocalLine(v, today)) })
	})
	_, findings, err := r.result()
	return local, findings, err
}

func (r *reader) readLocalLine(v value, today time.Time) *questionnaire.HelpLine {
	o, _ := v.object(&localLineKeys)
	l := &questionnaire.HelpLine{ID: "local", Name: o.line("name"), For: o.line("for"), Call: o.dial("call"), Hours: o.line("hours"), Checked: o.date("called-on"), At: v.at()}
	if l.Call != "" && (strings.Trim(l.Call, "0123456789+*# -") != "" || !strings.ContainsAny(l.Call, "0123456789")) {
		r.report(wrongType, o.fields["call"].at(), "%q is not a telephone number; write digits, spaces, hyphens, +, * and # only", l.Call)
	}
	if l.Checked.After(today) {
		r.report(wrongType, o.fields["called-on"].at(), "called-on is a day that has not come; write the day when you called the line yourself")
	}
	return l
}
