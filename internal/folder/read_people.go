package folder

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

func (r *reader) readClinicians(root value) {
	o, _ := root.object(&cliniciansKeys)
	r.each(o, "clinicians", func(v value) {
		o, _ := v.object(&clinicianKeys)
		c := &questionnaire.Clinician{ID: o.id("id"), Index: len(r.q.Clinicians), Name: o.line("name"), Who: o.line("who"), IfNone: o.line("if-none"), Ask: texts(o.list("ask")), At: v.at()}
		c.Lines = r.lineKinds(o, "lines")
		r.readLocals(c, o)
		if o.has("line") {
			if kind, ok := o.choice("line", questionnaire.LineKinds); ok {
				c.Line = questionnaire.LineKinds[kind]
			}
		}
		if !r.claim("clinician", c.ID, o.place("id")) {
			return
		}
		r.q.Clinicians = append(r.q.Clinicians, c)
		if len(r.q.Clinicians) == questionnaire.MaxClinicians+1 {
			v.report(tooLarge, "more than %d clinicians; the fewest of them are looked for among all, so keep to roles that differ for her", questionnaire.MaxClinicians)
		}
		r.readExistence(c, o)
		r.readInstead(c, o)
	})
}

// readInstead reads who is there where her region has no such line. They have to be there
// for everyone: else the need would fall back on the number that is for danger.
func (r *reader) readInstead(c *questionnaire.Clinician, o *object) {
	names := o.list("instead")
	switch {
	case len(names) == 0:
		return
	case len(c.Lines) == 0:
		r.report(questionnaire.Dangling, o.place("instead"), "clinician %q has no lines, so nothing tells where others are there instead; add lines, with the kind that it is first", c.ID)
		return
	case c.Line != "" || o.has("exists-when"):
		r.report(questionnaire.Dangling, o.place("instead"), "clinician %q is not there for everyone as it is; remove instead, or line and exists-when", c.ID)
		return
	}
	r.later = append(r.later, func() {
		for _, w := range names {
			switch who := lookUp(r, "clinician", w, r.q.Clinician); {
			case who == nil:
			case who == c || who.Line != "" || who.ExistsWhen != nil:
				r.report(questionnaire.Dangling, w.at, "%s is not there for everyone; name somebody other without exists-when and without line", w.text)
			default:
				c.Instead = append(c.Instead, who)
			}
		}
	})
}

// readLocals reads what the clinician is called in some regions. A folder may extend
// the default's clinicians and have other regions: then nobody is there to read it.
func (r *reader) readLocals(c *questionnaire.Clinician, o *object) {
	inherited := r.origin.Inherited()
	r.each(o, "in", func(v value) {
		o, _ := v.object(&localNamesKeys)
		l := &questionnaire.LocalNames{Region: o.id("region"), Name: o.line("name"), Who: o.line("who"), IfNone: o.line("if-none"), At: v.at()}
		if slices.ContainsFunc(c.Locals, func(other *questionnaire.LocalNames) bool { return other.Region == l.Region }) {
			r.report(duplicateID, o.place("region"), "region %q is here twice; put what is said there together", l.Region)
			return
		}
		c.Locals = append(c.Locals, l)
		r.later = append(r.later, func() {
			if !inherited && r.q.Region(l.Region) == nil {
				r.dangling("region", word{l.Region, o.place("region")})
			}
		})
	})
}

// readExistence reads for whom there is such a clinician, and what is told there beside a medicine. The clinicians of the
// default questionnaire may look at questions that this folder does not have:
// then nothing tells that there is none, and they exist.
func (r *reader) readExistence(c *questionnaire.Clinician, o *object) {
	r.whenHere(o, "exists-when", &c.ExistsWhen)
	r.whenHere(o, "tell-with-medicines", &c.TellWithMedicines)
}

// whenHere reads a condition that goes with a noun wherever that is taken over: see
// conditionHere.
func (r *reader) whenHere(o *object, key string, condition **questionnaire.Condition) {
	when, ok := o.fields[key]
	if !ok {
		return
	}
	inherited := r.origin.Inherited()
	r.later = append(r.later, func() { *condition = r.conditionHere(when, inherited) })
}

// conditionHere reads a condition. An inherited one that looks at what is not here
// is none: nobody has done anything wrong.
func (r *reader) conditionHere(when value, inherited bool) *questionnaire.Condition {
	findings, reported, lacking := len(r.findings), r.reported, len(r.lacking)
	condition := r.condition(when)
	if inherited && r.reported > reported {
		r.findings, r.reported, r.lacking = r.findings[:findings], reported, r.lacking[:lacking]
		return nil
	}
	return condition
}

// lineKinds reads the kinds of help line that go with a clinician or a rule, or
// that a line serves.
func (r *reader) lineKinds(o *object, key string) []string {
	var kinds []string
	for _, w := range o.list(key) {
		if !slices.Contains(questionnaire.LineKinds, w.text) {
			r.report(questionnaire.Dangling, w.at, "no kind of help line is called %q%s", w.text, r.didYouMean(w.text, questionnaire.LineKinds))
			continue
		}
		kinds = append(kinds, w.text)
	}
	return kinds
}

func (r *reader) readHelpLines(root value) {
	o, _ := root.object(&helpLinesKeys)
	r.each(o, "regions", func(v value) {
		o, _ := v.object(&regionKeys)
		region := &questionnaire.Region{ID: o.id("id"), Name: o.line("name"), InSentence: o.line("in-sentence"), At: v.at()}
		r.each(o, "lines", func(v value) {
			if l := r.readHelpLine(v); l != nil {
				region.Lines = append(region.Lines, l)
			}
		})
		r.checkInsteadOf(region)
		if r.addsLines(region, o) {
			return
		}
		if r.claim("region", region.ID, o.place("id")) {
			r.q.Regions = append(r.q.Regions, region)
		}
	})
}

// addsLines adds lines to a region of the questionnaire that is extended, under its
// own id and name.
func (r *reader) addsLines(region *questionnaire.Region, o *object) bool {
	theirs := r.q.Region(region.ID)
	if theirs == nil || !theirs.At.Inherited() || region.At.Inherited() {
		return false
	}
	if region.Name != "" && region.Name != theirs.Name {
		r.report(duplicateID, o.place("name"), "%s calls the region %q %q; write that name to add lines to it, or give this region another id", r.from().id, region.ID, theirs.Name)
	}
	theirs.Lines = append(theirs.Lines, region.Lines...)
	return true
}

func (r *reader) readHelpLine(v value) *questionnaire.HelpLine {
	o, _ := v.object(&helpLineKeys)
	l := &questionnaire.HelpLine{
		ID: o.id("id"), Name: o.line("name"), For: o.line("for"),
		Call: o.dial("call"), Text: o.dial("text"), TextWord: o.line("text-word"), URL: o.line("url"),
		Hours: o.line("hours"), Languages: texts(o.list("languages")), Nation: o.line("nation"), InsteadOf: o.line("instead-of"), Note: o.line("note"),
		Open:    r.readOpening(o),
		Checked: o.date("checked"), Source: o.line("source"), At: v.at(),
	}
	if o.has("kind") {
		kind, _ := o.choice("kind", questionnaire.LineKinds)
		l.Kind = questionnaire.LineKinds[kind]
	}
	if l.Also = r.lineKinds(o, "also"); slices.Contains(l.Also, l.Kind) {
		r.report(wrongType, o.place("also"), "help line %q is of kind %s already; take it out of also", l.ID, l.Kind)
	}
	r.readEvidence(o, l)
	for key, number := range map[string]string{"call": l.Call, "text": l.Text} {
		if number == "" {
			continue
		}
		if strings.Trim(number, "0123456789+*# -") != "" || !strings.ContainsAny(number, "0123456789") {
			r.report(wrongType, o.fields[key].at(), "%q is not a telephone number; write digits, spaces, hyphens, +, * and # only, one number for each line", number)
		}
	}
	if l.TextWord != "" && l.Text == "" {
		r.report(missingKey, o.keys["text-word"], "a word to send and no number to send it to; write text: …")
	}
	o.webAddress("url", l.URL)
	if strings.HasPrefix(strings.ToLower(l.URL), "http:") {
		r.report(wrongType, o.place("url"), "%q can be read and changed on its way to her; write it like https://example.org", l.URL)
	}
	if strings.HasPrefix(l.Source, "http") {
		o.webAddress("source", l.Source)
	}
	if l.Call == "" && l.Text == "" && l.URL == "" && l.Note == "" {
		v.report(missingKey, "help line %q says neither whom to call nor where to look; write call, text, url or note", l.ID)
	}
	if !r.claim("help line", l.ID, o.place("id")) {
		return nil
	}
	return l
}

// checkInsteadOf holds that a line that stands for another does so somewhere.
func (r *reader) checkInsteadOf(region *questionnaire.Region) {
	var ids []string
	for _, l := range region.Lines {
		ids = append(ids, l.ID)
	}
	for _, l := range region.Lines {
		switch {
		case l.InsteadOf == "":
		case l.Nation == "":
			r.report(missingKey, l.At, "help line %q stands for another one everywhere; write the nation: in which it does", l.ID)
		case l.InsteadOf == l.ID || !slices.Contains(ids, l.InsteadOf):
			r.report(questionnaire.Dangling, l.At, "help line %q stands instead of %q, which is no other line of its region%s", l.ID, l.InsteadOf, r.didYouMean(l.InsteadOf, ids))
		}
	}
}

// readEvidence reads the records of a line, and off them when it was checked.
func (r *reader) readEvidence(o *object, l *questionnaire.HelpLine) {
	if !o.has("evidence") {
		if l.Source != "" || !l.Checked.IsZero() {
			l.Evidence = []questionnaire.Evidence{{Source: l.Source, On: l.Checked, At: l.At}} // of which nobody said what it is
		}
		return
	}
	for _, key := range []string{"checked", "source"} {
		if o.has(key) {
			r.report(wrongType, o.keys[key], "%s stands beside evidence, which says it already; write it as one more record, or take it out", key)
		}
	}
	r.each(o, "evidence", func(v value) {
		o, _ := v.object(&evidenceKeys)
		e := questionnaire.Evidence{Source: o.line("source"), On: o.date("on"), Kind: questionnaire.Undated, At: v.at()}
		if kind, ok := o.choice("kind", questionnaire.EvidenceKinds); ok {
			e.Kind = questionnaire.EvidenceKind(questionnaire.EvidenceKinds[kind])
		}
		if strings.HasPrefix(e.Source, "http") {
			o.webAddress("source", e.Source)
		}
		switch dated := !e.On.IsZero(); {
		case dated && e.Kind == questionnaire.Undated:
			r.report(wrongType, o.place("kind"), "a record of %s is not undated; write what kind it is", e.On.Format("2006-01-02"))
		case !dated && e.Kind != questionnaire.Undated && !o.has("on"):
			r.report(missingKey, o.place("kind"), "a record without a day proves none; write on: and the day, or kind: undated")
		}
		l.Evidence = append(l.Evidence, e)
	})
	if newest := l.Newest(); newest != nil {
		l.Checked, l.Source = newest.On, newest.Source
	}
}

var zone = regexp.MustCompile(`^[A-Z][A-Za-z_]+(/[A-Z][A-Za-z_-]+)+$`)

// readOpening reads the hours as data.
func (r *reader) readOpening(o *object) questionnaire.Opening {
	opening := questionnaire.Opening{Zone: o.line("zone")}
	if opening.Zone != "" && !zone.MatchString(opening.Zone) {
		r.report(wrongType, o.place("zone"), "%q is not a time zone; write it like Europe/Dublin, or leave it out for her own clock", opening.Zone)
	}
	words := o.list("open")
	if _, written := o.fields["open"]; written && len(words) == 0 {
		r.report(wrongType, o.place("open"), "open names no time; write [always], or days and times, or leave it out")
	}
	for _, w := range words {
		if w.text == "always" {
			opening.Always = true
			if len(words) > 1 {
				r.report(wrongType, w.at, "always stands alone; take the other times out")
			}
			continue
		}
		time, err := questionnaire.OpenTimeOf(w.text)
		if err != nil {
			r.report(wrongType, w.at, "%v; write [always], or days and times such as [mon-fri 9:00-17:00, sat 10:00-12:00]", err)
			continue
		}
		opening.Times = append(opening.Times, time)
	}
	return opening
}

// webAddress reports a key's text that is not one: it may become a link.
func (o *object) webAddress(key, text string) {
	if fault := AddressFault(text); text != "" && fault != "" {
		o.r.report(wrongType, o.place(key), "%s", fault)
	}
}

// AddressFault is what is wrong with a web address, and how one is written; "" if nothing
// is.
func AddressFault(text string) string {
	u, err := url.Parse(text)
	fault := ""
	switch {
	case err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || strings.Contains(text, " "):
		fault = "is not a web address"
	case u.User != nil:
		fault = "names one site before the @ and leads to another"
	case !plainHost.MatchString(u.Host), strings.Contains(strings.ToLower(u.Host), "xn--"):
		fault = fmt.Sprintf("leads to no site with a name in plain letters, but to %q", u.Host)
	default:
		return ""
	}
	return fmt.Sprintf("%q %s; write it like https://example.org", text, fault)
}

// plainHost is the name of a site in letters that cannot be mistaken: not a bare
// number, this machine, a door of it, or a name in letters that look like others.
var plainHost = regexp.MustCompile(`^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?\.)+[a-zA-Z]{2,}$`)

var readWords = []string{"whole", "abstract", "excerpt", "no"}

func (r *reader) readSources(root value) {
	o, _ := root.object(&sourcesKeys)
	r.each(o, "sources", func(v value) {
		o, _ := v.object(&sourceKeys)
		s := &questionnaire.Source{ID: o.id("id"), Title: o.line("title"), By: o.line("by"), Year: o.line("year"), Where: o.line("where"), Note: o.line("note"), URL: o.line("url"), At: v.at()}
		read, _ := o.choice("read", readWords)
		s.Read = readWords[read]
		o.webAddress("url", s.URL)
		if r.claim("source", s.ID, o.place("id")) {
			r.q.Sources = append(r.q.Sources, s)
		}
	})
}
