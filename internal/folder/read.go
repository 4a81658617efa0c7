package folder

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// The files of a folder that are not topics.
const (
	mainFile       = "questionnaire.yaml"
	cliniciansFile = "clinicians.yaml"
	helpLinesFile  = "help-lines.yaml"
	medicinesFile  = "medicines.yaml"
	sourcesFile    = "sources.yaml"
	phrasesFile    = "phrases.yaml"
	scenariosFile  = "scenarios.yaml"
	outsideFile    = "outside-lists.yaml"
	workshopFile   = "workshop.yaml"
)

var ownFiles = []string{mainFile, cliniciansFile, helpLinesFile, medicinesFile, sourcesFile, phrasesFile, scenariosFile, outsideFile, workshopFile}

// reader gathers everything that is wrong while it reads, so that a maintainer
// sees all of it at once.
type reader struct {
	q          *questionnaire.Questionnaire
	folder     fs.FS
	defaults   fs.FS                // what may be taken over from; nil: nothing
	parent     *parent              // the same, read; see from
	taken      []taken              // topics of it, and where they are named
	lacking    []lack               // what taken topics look for and do not find
	trial      bool                 // only to learn what is lacking, all of it
	translates bool                 // only a list of translations
	origin     questionnaire.Origin // of what is read now
	bytes      int                  // read so far
	marks      int                  // in what was read so far
	wanted     int                  // entries of Test.Want so far
	atoms      int                  // that the names in conditions stand for so far
	compared   int                  // words compared so far, in search of what was meant
	findings   []questionnaire.Finding
	reported   int                              // all findings, also those beyond maxFindings
	members    map[*questionnaire.Class][]bool  // worked out so far; see membersOf
	offered    map[string]bool                  // every answer of every question; see isOffered
	unread     map[string]bool                  // kinds of which some are unknown, because their file is broken
	doubled    map[*questionnaire.Question]bool // of two of its answers one has lost its id
	misnamed   map[string]string                // what a file is called, by the name under which it would be read
	err        error
	doubts     []doubtful
	swallowed  map[*yaml.Node]string // what a # took from before a text; see swallow
	naming     []func()              // conditions with names, which are read before all others
	named      int                   // how many of them are read, or may be used now
	weights    map[*questionnaire.Named]int
	later      []func() // what can only be read once everything that it may refer to is known
	ids        map[string]map[string]questionnaire.Position
}

// Read reads a folder. Positions name its files relative to it. A folder
// without its own clinicians, help lines, medicines or workshop gets those of
// defaults; a file that says so adds to theirs, and topics and texts of theirs can
// be taken over by name.
//
// The questionnaire is nil when any finding is an error. The error is for what
// is not the questionnaire's fault: a folder or file that cannot be read.
func Read(folder, defaults fs.FS) (*questionnaire.Questionnaire, []questionnaire.Finding, error) {
	r := newReader(&questionnaire.Questionnaire{Formulary: &questionnaire.Formulary{}, Workshop: &questionnaire.Workshop{}}, folder)
	names := r.names()
	r.lookAtTranslations()
	if r.err != nil || questionnaire.HasErrors(r.findings) && len(names) > maxFiles {
		return r.result()
	}
	r.defaults = defaults
	r.readMain()
	r.readInherited(cliniciansFile, names, r.readClinicians)
	r.readInherited(helpLinesFile, names, r.readHelpLines)
	r.readInherited(medicinesFile, names, r.readFormulary)
	r.readInherited(workshopFile, names, r.readWorkshop)
	if len(r.taken) > 0 {
		r.takeSources()
	}
	r.readAdded(sourcesFile, names, r.readSources)
	if slices.Contains(names, outsideFile) {
		r.readOwn(outsideFile, r.readOutsideLists)
	}
	for _, t := range r.q.Topics {
		if r.isTaken(t) {
			r.inParent(func() { r.readTopic(t, []string{t.ID + ".yaml"}) })
			continue
		}
		r.readTopic(t, names)
	}
	r.readAdded(phrasesFile, names, r.readPhrases)
	if slices.Contains(names, scenariosFile) {
		r.readOwn(scenariosFile, r.readScenarios)
	}
	for _, name := range names {
		isTopic := slices.ContainsFunc(r.q.Topics, func(t *questionnaire.Topic) bool { return t.ID+".yaml" == name })
		if !isTopic && !slices.Contains(ownFiles, name) && !r.unread["topic"] {
			r.report(questionnaire.Dangling, r.in(name), "this file is not read: no topic of %s is called %q; add it there or move the file away", mainFile, strings.TrimSuffix(name, path.Ext(name)))
		}
	}
	r.resolve()
	return r.result()
}

func newReader(q *questionnaire.Questionnaire, folder fs.FS) *reader {
	return &reader{q: q, folder: folder, ids: map[string]map[string]questionnaire.Position{}, unread: map[string]bool{}, doubled: map[*questionnaire.Question]bool{}, misnamed: map[string]string{}, weights: map[*questionnaire.Named]int{}, members: map[*questionnaire.Class][]bool{}, swallowed: map[*yaml.Node]string{}}
}

// ReadCover reads only what the first screen needs, so that it need not wait for
// the rest. It reports nothing: what is wrong with the folder is for [Read].
func ReadCover(folder fs.FS) questionnaire.Cover {
	r := newReader(&questionnaire.Questionnaire{}, folder)
	r.readMain()
	return r.q.Cover()
}

// ReadScenarios reads a file that holds only scenarios, for a questionnaire
// that is already read.
func ReadScenarios(q *questionnaire.Questionnaire, folder fs.FS, name string) ([]*questionnaire.Scenario, []questionnaire.Finding, error) {
	with := *q
	with.Scenarios = nil
	r := newReader(&with, folder)
	for _, x := range q.Questions {
		r.claim("question", x.ID, x.At)
	}
	for _, x := range q.Clinicians {
		r.claim("clinician", x.ID, x.At)
	}
	for _, x := range q.Rules {
		r.claim("rule", x.ID, x.At)
	}
	for _, x := range q.Education {
		r.claim("education text", x.ID, x.At)
	}
	r.readOwn(name, r.readScenarios)
	r.resolve()
	read, findings, err := r.result()
	if read == nil {
		return nil, findings, err
	}
	return read.Scenarios, findings, err
}

// resolve reads what had to wait, and what has to wait for that: a rule takes over a
// text, and that says whom it concerns.
func (r *reader) resolve() {
	for _, all := range []*[]func(){&r.naming, &r.later} {
		for i := 0; i < len(*all); i++ {
			if r.full() {
				return
			}
			(*all)[i]()
		}
		r.named = len(r.q.Conditions)
	}
	r.settle()
}

func (r *reader) result() (*questionnaire.Questionnaire, []questionnaire.Finding, error) {
	r.findings = r.atTheirTopic(r.findings)
	questionnaire.SortFindings(r.findings)
	r.findings = atTheirCause(r.findings)
	if r.reported > maxFindings {
		r.findings = append(r.findings, questionnaire.Finding{Check: tooLarge, Severity: questionnaire.Error, At: r.in(mainFile), Message: fmt.Sprintf("more than %d problems; fix these first", maxFindings)})
	}
	if r.err != nil {
		return nil, r.findings, r.err
	}
	if questionnaire.HasErrors(r.findings) {
		return nil, r.findings, nil
	}
	return r.q, r.findings, nil
}

// in is a file as a whole; at is a place in it.
func (r *reader) in(file string) questionnaire.Position {
	return questionnaire.Position{File: file, Origin: r.origin}
}

func (r *reader) at(file string, line, column int) questionnaire.Position {
	return questionnaire.Position{File: file, Line: line, Column: column, Origin: r.origin}
}

func (r *reader) report(check *questionnaire.Check, at questionnaire.Position, format string, args ...any) {
	r.reported++
	if r.full() {
		return
	}
	r.findings = append(r.findings, questionnaire.Finding{Check: check, Severity: questionnaire.Error, At: at, Message: questionnaire.Message(format, args...)})
}

// full tells that there are more findings than anybody would read, so that
// nothing more needs to be looked at.
func (r *reader) full() bool { return !r.trial && r.reported > maxFindings }

func (r *reader) fail(err error) {
	if r.err == nil {
		r.err = err
	}
}

// names lists the folder's YAML files. Hidden files and an editor's leavings
// are nobody's mistake.
func (r *reader) names() []string {
	entries, err := fs.ReadDir(r.folder, ".")
	if err != nil {
		r.fail(Cause(err))
		return nil
	}
	var names []string
	for _, e := range entries {
		name := e.Name()
		switch meant := meantName(name); {
		case strings.HasPrefix(name, ".") || e.IsDir() || meant == "":
		case !IsLegible(name):
			r.report(controlCharacter, r.in(mainFile), "%s", illegible(name))
		case meant == name:
			names = append(names, name)
		default:
			r.misnamed[meant] = name
			for _, kind := range defines(meant) {
				r.unread[kind] = true
			}
			r.report(questionnaire.Dangling, r.in(name), "this file is not read; rename it to %s%s", meant, hiddenEnding(name))
		}
	}
	switch {
	case slices.Contains(names, mainFile):
	case r.misnamed[mainFile] != "":
		r.fail(fmt.Errorf("no %s in this folder, but %s; rename that", mainFile, r.misnamed[mainFile]))
	default:
		r.fail(fmt.Errorf("no %s in this folder, so it is not a questionnaire", mainFile))
	}
	if len(names) > maxFiles {
		r.report(tooLarge, r.in(mainFile), "%d files; a questionnaire has %d at most", len(names), maxFiles)
	}
	return names
}

// meantName is what a YAML file would have to be called to be read, and "" for any
// other file. Some editors add .txt without showing it.
func meantName(name string) string {
	name = strings.TrimSuffix(name, ".txt")
	for _, ending := range []string{".yaml", ".yml"} {
		if begin := len(name) - len(ending); begin > 0 && strings.EqualFold(name[begin:], ending) {
			return name[:begin] + ".yaml"
		}
	}
	return ""
}

// hiddenEnding says where an ending comes from that she may not see.
func hiddenEnding(name string) string {
	if strings.HasSuffix(name, ".txt") {
		return " (its ending .txt may be hidden where you look at the folder; save it as \"all files\")"
	}
	return ""
}

// IsLegible tells a name that may be printed, as every finding prints its file's.
func IsLegible(name string) bool {
	return utf8.ValidString(name) && strings.IndexFunc(name, forbidden) < 0
}

// IsText tells what the reader lets stand as a text: in a list or a heading it
// makes one line of it.
func IsText(text string) bool {
	return strings.TrimSpace(text) == text && text != "" && len(text) <= maxScalarBytes && IsLegible(strings.ReplaceAll(text, "\n", " ")) && heaped(text) == 0
}

// illegible says of a file with another name what to do. The finding stands at
// another file, because its own cannot be named.
func illegible(name string) string {
	return questionnaire.Message("a file of this folder is called %q, with characters that do not belong in a name; give it another", name)
}

// readOwn parses one of the folder's files and hands it on. Of a file that
// cannot be parsed it is unknown what it would have defined, so that nothing is
// reported as missing that may stand there.
func (r *reader) readOwn(name string, read func(value)) {
	if data, ok := r.readFile(r.folder, name); ok {
		if root, ok := r.parse(name, data); ok {
			read(root)
			return
		}
	}
	for _, kind := range defines(name) {
		r.unread[kind] = true
	}
}

// missTopic is for a topic that is named and cannot be read.
func (r *reader) missTopic() {
	for _, kind := range defines(mainFile) {
		r.unread[kind] = true
	}
}

// defines are the kinds of thing that a file defines, by the words of claim.
func defines(file string) []string {
	switch file {
	case mainFile: // without it no topic is read
		return []string{"topic", "question", "rule", "education text", "condition"}
	case cliniciansFile:
		return []string{"clinician"}
	case helpLinesFile:
		return []string{"region"}
	case medicinesFile:
		return []string{"class of medicines", "medicine"}
	case sourcesFile:
		return []string{"source"}
	case phrasesFile, scenariosFile, outsideFile, workshopFile:
		return nil
	}
	return []string{"question", "rule", "education text", "condition"}
}

// readInherited reads the file from the folder, or from the defaults, or from both.
func (r *reader) readInherited(name string, names []string, read func(value)) {
	if slices.Contains(names, name) {
		r.readAdded(name, names, read)
		return
	}
	if r.defaults == nil || r.misnamed[name] != "" { // those of defaults are not what she wrote
		return
	}
	r.readTheirs(name, read)
}

// readAdded reads a file of the folder if it is there, and before it that of the
// defaults if it adds to that one.
func (r *reader) readAdded(name string, names []string, read func(value)) {
	if !slices.Contains(names, name) {
		return
	}
	r.readOwn(name, func(root value) {
		switch adds, ok := r.extends(root, name); {
		case !ok:
			return
		case adds && name == sourcesFile:
			r.takeSources()
		case adds:
			r.readTheirs(name, read)
		}
		read(root)
	})
}

// claim reports an id that was given twice among things of one kind, and
// whether there is an id at all.
func (r *reader) claim(kind, id string, at questionnaire.Position) bool {
	if id == "" {
		return false
	}
	if r.ids[kind] == nil {
		r.ids[kind] = map[string]questionnaire.Position{}
	}
	if first, taken := r.ids[kind][id]; taken {
		if first.Inherited() && !at.Inherited() {
			r.report(duplicateID, at, "%s has a %s %q already, and this questionnaire takes it over; give this one another id", r.from().id, kind, id)
			return false
		}
		r.report(duplicateID, at, "another %s is called %q already, at %s; give this one another id", kind, id, first)
		return false
	}
	r.ids[kind][id] = at
	return true
}

// known are all ids of a kind, for suggestions.
func (r *reader) known(kind string) []string {
	if r.compared > maxComparisons {
		return nil
	}
	var ids []string
	for id := range r.ids[kind] {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// lookUp finds what an id refers to, or reports that there is no such thing.
func lookUp[T any](r *reader, kind string, w word, get func(string) *T) *T {
	if found := get(w.text); found != nil {
		return found
	}
	r.dangling(kind, w)
	return nil
}

// dangling reports that there is no such thing, unless it is there and broken,
// or may be in a file that could not be read.
func (r *reader) dangling(kind string, w word, more ...string) {
	if w.at.Inherited() {
		r.lacking = append(r.lacking, lack{w.at.File, kind, w.text})
	}
	if _, broken := r.ids[kind][w.text]; !broken && !r.unread[kind] {
		known := append(r.known(kind), more...)
		hint := r.didYouMean(w.text, known)
		if (hint == "" || hint == noneLikeIt) && kind == "clinician" && len(known) > 0 && len(known) <= questionnaire.MaxClinicians {
			// Few enough to choose from, and nothing else will do. A message has an end: those
			// that begin like it come first.
			slices.SortStableFunc(known, func(a, b string) int { return begins(b, w.text) - begins(a, w.text) })
			hint = "; write one of: " + strings.Join(known, ", ")
		}
		if kind == "condition" && !strings.Contains(hint, "mean") {
			hint = "; write {question: answer}, or a name that stands under conditions"
		}
		r.report(questionnaire.Dangling, w.at, "no %s is called %q%s", kind, w.text, hint)
	}
}

// didYouMean is [questionnaire.DidYouMean] as long as there have not been too many: a search
// for each of thousands of words would take minutes. It always says what to do.
func (r *reader) didYouMean(word string, words []string) string {
	if r.compared += len(words); r.compared > maxComparisons {
		return ""
	}
	if several := severalOf(word, words); several != nil {
		return "; write them with commas and without quotes: [" + strings.Join(several, ", ") + "]"
	}
	if hint := questionnaire.DidYouMean(word, words); hint != "" {
		return hint
	}
	if longer := beginWith(word, words); len(longer) == 1 {
		return fmt.Sprintf("; did you mean %q?", longer[0])
	} else if len(longer) > 1 && len(longer) <= 5 {
		return "; write one of: " + strings.Join(longer, ", ")
	}
	return noneLikeIt
}

// beginWith are the names of which only the first words were written.
func beginWith(word string, words []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(name string) bool { return !strings.HasPrefix(name, word+"-") })
}

// begins tells how many bytes two words share at their beginning.
func begins(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

const noneLikeIt = "; nothing here has a name like it: look at the spelling, or add it"

// severalOf are the names that were written as one, with a comma that is missing or
// within the quotes; nil if any of them is none.
func severalOf(text string, names []string) []string {
	if len(text) > maxSeveral {
		return nil
	}
	parts := strings.FieldsFunc(text, func(c rune) bool { return c == ' ' || c == ',' || c == ';' })
	if len(parts) < 2 || slices.ContainsFunc(parts, func(part string) bool { return !slices.Contains(names, part) }) {
		return nil
	}
	return parts
}

// maxSeveral bounds the text in which several names are looked for.
const maxSeveral = 400

func (r *reader) readMain() {
	r.readOwn(mainFile, func(root value) {
		before := r.reported
		o, _ := root.object(&mainKeys)
		q := r.q
		q.At, q.LanguageAt = root.at(), o.place("language")
		q.ID, q.Title, q.Version, q.Language = o.id("questionnaire"), o.line("title"), o.line("version"), o.line("language")
		q.Welcome, q.Consent = questionnaire.Text(o.text("welcome")), questionnaire.Text(o.text("consent"))
		q.Covered, q.ForWhom, q.ConsentShared = questionnaire.Text(o.text("covered")), o.line("for-whom"), questionnaire.Text(o.text("consent-shared"))
		q.Limits = r.readLimits(o)
		q.Maker = questionnaire.Maker{By: o.line("made-by"), WriteTo: o.line("write-to"), PaidBy: o.line("paid-by"), ReadAgain: o.date("read-again")}
		if with, ok := o.fields["open-with"]; ok {
			r.later = append(r.later, func() { q.OpenWith, _ = r.need(with, o.name("open-with")) })
		}
		r.later = append(r.later, func() {
			for _, w := range o.list("handout") {
				if e := r.text(w, nil); e != nil && !slices.Contains(q.Handout, e) {
					q.Handout = append(q.Handout, e)
				}
			}
		})
		r.later = append(r.later, func() { r.readShort(o) })
		topics := o.list("topics")
		if o.has("topics") && len(topics) == 0 && r.reported == before {
			r.report(missingKey, o.keys["topics"], "the questionnaire has no topics; name at least one, such as [feeding], and write feeding.yaml")
		}
		for _, w := range topics {
			if _, _, other := shared(w.text); other {
				r.takeTopic(w)
				continue
			}
			if !kebab.MatchString(w.text) {
				r.missTopic()
				r.report(badID, w.at, "%q cannot be a topic; write the file's name without .yaml, such as %q", w.text, kebabOf(strings.TrimSuffix(w.text, ".yaml")))
				continue
			}
			if slices.Contains(ownFiles, w.text+".yaml") {
				r.report(badID, w.at, "%q cannot be a topic: %s.yaml is one of the questionnaire's own files; give the topic another name", w.text, w.text)
				continue
			}
			if r.claim("topic", w.text, w.at) {
				q.Topics = append(q.Topics, &questionnaire.Topic{ID: w.text, At: w.at})
			}
		}
	})
}

// readShort reads the questions for whom has little time. They are asked in the order of
// all questions, because each condition looks at those before it.
func (r *reader) readShort(main *object) {
	q := r.q
	for i, w := range main.filled("short", "%s names no question; name one to %d, such as [right-now], or leave it out", main.name("short"), questionnaire.MaxShort) {
		if i == questionnaire.MaxShort {
			r.report(tooLarge, w.at, "more than %d questions for whom has little time; keep those that decide most", questionnaire.MaxShort)
			break
		}
		question := lookUp(r, "question", w, q.Question)
		switch {
		case question == nil:
		case slices.Contains(q.Short, question):
			r.report(duplicateID, w.at, "question %q stands here twice; remove one of them", w.text)
		default:
			q.Short = append(q.Short, question)
		}
	}
	slices.SortFunc(q.Short, func(a, b *questionnaire.Question) int { return a.Index - b.Index })
}

// readLimits reads what no plan may exceed. What a page says at once has a limit
// also where the author wrote none.
func (r *reader) readLimits(main *object) questionnaire.Limits {
	limits := questionnaire.DefaultLimits
	v, ok := main.fields["limits"]
	if !ok {
		return limits
	}
	o, _ := v.object(&limitsKeys)
	limits.At = v.at()
	for key, place := range map[string]*int{
		"steps": &limits.Steps, "today": &limits.Today, "facts": &limits.Facts, "requests": &limits.Requests, "texts": &limits.Texts,
	} {
		if o.has(key) {
			*place = o.number(key)
		}
	}
	return limits
}

// IsNotExist reports whether an error of Read means that there is no such
// folder or file.
func IsNotExist(err error) bool { return errors.Is(err, fs.ErrNotExist) }
