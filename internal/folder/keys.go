package folder

import (
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// This file is the one list of what may be written where. The reader looks up
// here which keys a noun has, and package schema makes of the same list what an
// editor completes and checks while somebody types.

// Form says what stands after a key.
type Form uint8

const (
	Line             Form = iota // a text
	Name                         // an id: small letters, digits and single hyphens
	Words                        // one text, or a list of them
	Names                        // one id, or a list of them; some of the questionnaire that is extended, such as maternal/right-now
	Flag                         // true or false
	Day                          // a date, such as 2026-11-24
	Whole                        // a whole number, from Key.Least to Key.Most
	Choice                       // one of Key.Words
	Nouns                        // a list of Key.Of
	Lists                        // a list, each entry of which is like Words
	Noun                         // a Key.Of
	When                         // a condition
	Replies                      // questions with their answers
	Urgencies                    // clinicians with urgencies
	PerhapsUrgencies             // clinicians, with urgencies or without
	MedicineName                 // a name, as she would say it
	Entries                      // ids with fields with a Key.Of each
	EntriesOfOne                 // fields with a Key.Of each
	NeedOf                       // a clinician, or several with "or" between them of whom any one will do
	Needs                        // one of these, or a list of them
	Variants                     // a text, or a list of texts and of Key.Of
	Ranks                        // a list of ids and of lists of ids
	WordsByLanguage              // languages with lists of words
)

// Key is a key of a [Keys].
type Key struct {
	Name     string
	Form     Form
	Needed   bool
	NotEmpty bool     // of a list: it has at least one entry
	Blank    bool     // of a text: the key may stand there with nothing behind it
	Words    []string // the words that it takes, if not any
	Least    int      // of a whole number
	Most     int      // of a whole number, or of the entries of a list of names; 0 there: any number
	Of       *Keys
	Was      string // what it was called once, or is called elsewhere, so that who writes that is told the name
	Help     string // what to write, for whoever is writing it
}

// Keys is one noun of the YAML: a mapping with these keys and no others.
type Keys struct {
	What string // as messages call it: "a rule"
	Keys []Key
}

// called is the noun under a name that says more.
func (k *Keys) called(what string) *Keys { return &Keys{What: what, Keys: k.Keys} }

// names are all keys, the needed ones first.
func (k *Keys) names() []string { return slices.Concat(k.that(true), k.that(false)) }

func (k *Keys) that(needed bool) []string {
	var names []string
	for _, key := range k.Keys {
		if key.Needed == needed {
			names = append(names, key.Name)
		}
	}
	return names
}

// now is what a key that the noun no longer has, or that others have, is called here, or "".
func (k *Keys) now(name string) string {
	for _, key := range k.Keys {
		if key.Was == name {
			return key.Name
		}
	}
	return ""
}

// homeOf is the key of the noun beneath which a key belongs that can only be a part of
// a condition, or of somebody's answers; "" if it has neither.
func (k *Keys) homeOf() string {
	for _, key := range k.Keys {
		if key.Form == When || key.Form == Replies {
			return key.Name
		}
	}
	return ""
}

// key finds a key that the noun has.
func (k *Keys) key(name string) Key {
	return k.Keys[slices.IndexFunc(k.Keys, func(key Key) bool { return key.Name == name })]
}

// FileKind is a kind of file of a questionnaire.
type FileKind struct {
	Name string // "topic"
	File string // its name in the folder, or an example of it; "" for topics, which are called as they like
	Keys *Keys
}

// FileKinds are all of them, in the order in which one writes them.
var FileKinds = []FileKind{
	{"questionnaire", mainFile, &mainKeys},
	{"topic", "", &topicKeys},
	{"clinicians", cliniciansFile, &cliniciansKeys},
	{"help-lines", helpLinesFile, &helpLinesKeys},
	{"medicines", medicinesFile, &medicinesKeys},
	{"sources", sourcesFile, &sourcesKeys},
	{"phrases", phrasesFile, &phrasesKeys},
	{"scenarios", scenariosFile, &scenariosKeys},
	{"outside-lists", outsideFile, &outsideListsKeys},
	{"workshop", workshopFile, &workshopKeys},
	{"translation", TranslationFile("es"), &translationKeys},
}

var mainKeys = Keys{"the questionnaire", []Key{
	{Name: "questionnaire", Form: Name, Needed: true, Help: "What the questionnaire is called: small letters, digits and hyphens."},
	{Name: "title", Needed: true, Help: "The heading of the first screen."},
	{Name: "version", Needed: true, Help: "Raise it with each change that people see, such as 1.0.1."},
	{Name: "language", Needed: true, Help: "The language of its texts, such as en or es."},
	{Name: "topics", Form: Names, Needed: true, NotEmpty: true, Help: "The topics in the order of asking: the names of their files without .yaml. maternal/right-now takes over that topic whole."},
	{Name: "welcome", Needed: true, Help: "The text of the first screen. Braces as in consent: " + inBraces(questionnaire.LineKinds) + "."},
	{Name: "consent", Needed: true, Help: "What a person agrees to by going on. A kind of help line in braces becomes its number there: " + inBraces(questionnaire.LineKinds) + "."},
	{Name: "covered", Help: "What a covered screen shows, such as a list for the shop; F12 still uncovers it. Left out: a short list for the shop."},
	{Name: "for-whom", Help: "For whom it is, in a line. The free page of a shared laptop says it, in each language."},
	{Name: "consent-shared", Help: "The consent on a shared laptop: it names nothing that is asked in private only. Left out: the same as consent. Braces as there: " + inBraces(questionnaire.LineKinds) + "."},
	{Name: "handout", Form: Names, Help: "The education texts that stand on the paper for participants: what to ask, and what is not known. maternal/urgent-signs takes over that text."},
	{Name: "open-with", Form: NeedOf, Help: "Who can go through with her what she left open: clinicians, such as primary-care or pharmacist."},
	{Name: "short", Form: Names, NotEmpty: true, Most: questionnaire.MaxShort, Help: "The questions for whom has little time, one to five of them, such as [right-now, body-now, medicines]: the consent then offers to ask only these. They are asked in the order of the topics, and all others count as prefer not to say. Left out: it offers no such way."},
	{Name: "limits", Form: Noun, Of: &limitsKeys, Help: "What nobody's plan may exceed; askfirst check proves it."},
	{Name: "made-by", Help: "Who made these texts. A clinician reads it on paper."},
	{Name: "write-to", Help: "Where a clinician can write about them: an address."},
	{Name: "read-again", Form: Day, Help: "The day by which the texts are to be looked at again."},
	{Name: "paid-by", Help: "Who paid for the work."},
}}

var limitsKeys = Keys{"what stands under limits", []Key{
	{Name: "steps", Form: Whole, Least: 1, Most: questionnaire.MaxClinicians, Help: "How many steps a plan has at most."},
	{Name: "today", Form: Whole, Least: 1, Most: questionnaire.MaxClinicians, Help: "How many of them are today or now at most."},
	{Name: "facts", Form: Whole, Least: 1, Most: 99, Help: "How many facts a step says at once; others stand under more to tell. 4 if left out."},
	{Name: "requests", Form: Whole, Least: 1, Most: 99, Help: "How many requests a step says at once. 2 if left out."},
	{Name: "texts", Form: Whole, Least: 1, Most: 99, Help: "How many texts are offered beside a step. 3 if left out."},
}}

var topicKeys = Keys{"a topic", []Key{
	{Name: "topic", Form: Name, Needed: true, Help: "The same as the file's name without .yaml."},
	{Name: "title", Needed: true, Help: "The topic's heading."},
	{Name: "about", Help: "One line that announces the topic."},
	{Name: "conditions", Form: Nouns, Of: &conditionKeys, Help: "Conditions with names, for every condition after to use: when: {all: [feeds, …]}."},
	{Name: "questions", Form: Nouns, Of: &questionKeys, Help: "What is asked, in this order."},
	{Name: "rules", Form: Nouns, Of: &ruleKeys, Help: "Which answers call for which conversations."},
	{Name: "education", Form: Nouns, Of: &educationKeys, Help: "Texts to read."},
	{Name: "promises", Form: Nouns, Of: &promiseKeys, Help: "What must hold for every possible person; askfirst check proves it."},
	{Name: "orders", Form: Nouns, Of: &orderKeys, Help: "Which answers are graver than others: whoever gives the graver one must not get less."},
}}

var conditionKeys = Keys{"a condition with a name", []Key{
	{Name: "id", Form: Name, Needed: true, Help: "What other conditions call it."},
	{Name: "when", Was: "if", Form: When, Needed: true, Help: "The condition. It can use names that stand before this one."},
}}

var orderKeys = Keys{"an order", []Key{
	{Name: "id", Form: Name, Needed: true, Help: "What the order is called."},
	{Name: "question", Form: Line, Needed: true, Help: "The question whose answers it ranks, by its id."},
	{Name: "gravest-first", Form: Ranks, Needed: true, Help: "Its answers, or of a medicines question its states, or classes and medicines: the gravest first. Equals stand in a list of their own."},
	{Name: "of", Form: Words, NotEmpty: true, Help: "Only with states: the classes and medicines that the order is about. Left out: all."},
}}

var questionKeys = Keys{"a question", []Key{
	{Name: "id", Form: Name, Needed: true, Help: "What conditions call the question."},
	{Name: "ask", Needed: true, Help: "The question itself."},
	{Name: "why", Needed: true, Help: "Why it is asked, in words for her."},
	{Name: "choose", Form: Choice, Words: questionnaire.ChooseWords(), Needed: true, Help: "one answer, many answers, or medicines found by name."},
	{Name: "answers", Form: Nouns, Of: &answerKeys, Help: "What she can choose. \"Not sure\" and \"prefer not to say\" are offered by themselves."},
	{Name: "ask-when", Form: When, Help: "Ask only if this holds, or may hold. It can look at questions before this one."},
	{Name: "private", Form: Flag, Help: "true: never shown on a shared screen."},
	{Name: "before", Help: "One line of ground before a tender question."},
	{Name: "after", Help: "What a pause says after a hard question."},
	{Name: "states", Form: Nouns, Of: &stateKeys, Help: "What is asked of each medicine that was found. Only with choose: medicines."},
	{Name: "said", Help: "Only with choose: medicines: what she can say of medicines whose state is not known, such as \"{names} is on my list.\" The program fills in {names}."},
}}

var answerKeys = Keys{"an answer", []Key{
	{Name: "id", Form: Name, Needed: true, Help: "What conditions call the answer."},
	{Name: "label", Needed: true, Help: "The answer as she reads it."},
	{Name: "said", Help: "What the answer makes true, in her voice: \"I pump milk for my baby.\""},
	{Name: "unknown", Form: Flag, Help: "true: it means \"I do not know\", and counts like \"not sure\"."},
	{Name: "exclusive", Form: Flag, Help: "true: stands alone among many, like \"none of these\"."},
}}

var stateKeys = Keys{"a state", []Key{
	{Name: "id", Form: Name, Needed: true, Help: "What conditions call the state."},
	{Name: "label", Needed: true, Help: "The state as she reads it."},
	{Name: "said", Help: "What it makes true, in her voice: \"I take {names}.\" The program fills in {names} with her medicines."},
}}

var ruleKeys = Keys{"a rule", []Key{
	{Name: "id", Form: Name, Needed: true, Help: "What the rule is called."},
	{Name: "talk-to", Form: Needs, Needed: true, NotEmpty: true, Help: "Clinicians, by their ids. Of \"prescriber or pharmacist\" either will do, the first is the better."},
	{Name: "urgency", Form: Choice, Words: questionnaire.UrgencyWords(), Needed: true, Help: "How soon the conversation should be had."},
	{Name: "reason", Needed: true, Help: "Why, in words for her: \"You feed a baby with your milk.\" A kind of help line in braces becomes its number there: " + inBraces(questionnaire.LineKinds) + "."},
	{Name: "when", Was: "if", Form: When, Help: "When the rule holds. Left out: for everyone."},
	{Name: "possible-urgency", Form: Choice, Words: questionnaire.UrgencyWords(), Help: "How soon when an answer is unsure. Needed with urgency: now; otherwise as urgency."},
	{Name: "weight", Form: Choice, Words: questionnaire.WeightWords(), Help: "How much hangs on it: life, grave, or usual, which need not be written. It says what comes first among equally urgent ones."},
	{Name: "interrupt", Form: Flag, Help: "true: shows a page of its own as soon as the rule is certain."},
	{Name: "first", Help: "What to do first, on that page. Only with interrupt: true. A kind of help line in braces becomes its number there: " + inBraces(questionnaire.LineKinds) + "."},
	{Name: "ask", Was: "say", Form: Variants, Of: &askKeys, NotEmpty: true, Help: "What to request of the clinician, in her voice; or a list of requests with their when, the first that is certain counts. " + reportHelp},
	{Name: "learn", Form: Words, Help: "Education texts, by their ids. maternal/urgent-signs takes over that text."},
	{Name: "lines", Form: Words, Words: questionnaire.LineKinds, Help: "Kinds of help line that belong to the subject. The page of an interrupt shows these, in this order, and the emergency line."},
	{Name: "sources", Form: Words, Help: "What the advice itself rests on, whom and how soon: ids of sources.yaml."},
}}

// reportHelp says what the request of a rule may have in braces.
const reportHelp = questionnaire.ReportBrace + " at its beginning stands for the question what must be reported, and to whom."

var askKeys = Keys{"a request", []Key{
	{Name: "ask", Needed: true, Help: "What to request of the clinician, in her voice. " + reportHelp},
	{Name: "when", Was: "if", Form: When, Needed: true, Help: "For whom. A request for everybody else stands last, as a text alone."},
}}

var educationKeys = Keys{"an education text", []Key{
	{Name: "id", Form: Name, Needed: true, Help: "What rules call the text."},
	{Name: "title", Needed: true, Help: "Its heading."},
	{Name: "text", Needed: true, Help: "Paragraphs, \"- \" lists and *emphasis*; nothing else."},
	{Name: "concerns", Form: When, Help: "Whom it concerns: a rule offers it only if this holds, or may hold. Left out: to everyone for whom a rule names it."},
	{Name: "sources", Form: Words, Help: "What it rests on: ids of sources.yaml."},
	{Name: "checked", Form: Day, Help: "The day on which the sources were read."},
	{Name: "reviewed", Form: Nouns, Of: &reviewKeys, Help: "Licensed clinicians who read it; nobody else."},
}}

var reviewKeys = Keys{"a review", []Key{
	{Name: "by", Needed: true, Help: "Name, profession and licence of a clinician who has really read it."},
	{Name: "on", Form: Day, Needed: true, Help: "The day of the reading."},
	{Name: "seen", Help: "The mark of the words that were read; the check says which. With other words the review counts no more."},
}}

var promiseKeys = Keys{"a promise", []Key{
	{Name: "id", Form: Name, Needed: true, Help: "What the promise is called."},
	{Name: "then", Form: Noun, Of: &thenKeys, Needed: true, Help: "What must come of it: conversations, pages that interrupt, questions, texts, or none of these people. Several are all promised."},
	{Name: "if", Was: "when", Form: When, Help: "For whom it is promised. Left out: for everyone."},
	{Name: "whoever", Help: "The same in plain words, as they go on after \"whoever\": has lost a pregnancy. A promise of conversations that has it stands on the paper for clinicians."},
}}

var thenKeys = Keys{"\"then\" of a promise", expectationKeys}

// expectationKeys are those of a promise and of a scenario: one is about
// everybody and the other about one person, and they say the same things.
var expectationKeys = []Key{
	{Name: "conversations", Form: Urgencies, NotEmpty: true, Help: "Certain ones: clinicians with urgencies, each this urgent or more. One of several will do: prescriber or pharmacist."},
	{Name: "possible", Form: PerhapsUrgencies, NotEmpty: true, Help: "The same of those that may be only possible. A list of clinicians will do where it does not matter how soon."},
	{Name: "none-of", Form: Words, NotEmpty: true, Help: "Clinicians that are not among the certain ones: nobody is alarmed without need."},
	{Name: "interrupts", Form: Words, NotEmpty: true, Help: "Rules whose page is shown before anything else."},
	{Name: "asks", Form: Words, NotEmpty: true, Help: "Questions that she is asked."},
	{Name: "does-not-ask", Form: Words, NotEmpty: true, Help: "Questions that she is not asked."},
	{Name: "learn", Form: Words, NotEmpty: true, Help: "Education texts that she is offered, certainly or possibly."},
	{Name: "first", Form: NeedOf, Help: "Whom the plan opens with: a clinician, or several of whom any one will do."},
	{Name: "steps", Form: Whole, Least: 1, Most: questionnaire.MaxClinicians, Help: "How many steps the plan has at most."},
	{Name: "no-more", Form: Flag, Help: "true: nobody else for certain, and none of the conversations sooner for a certain reason."},
}

var testKeys = Keys{"a test", []Key{
	{Name: "of", Form: Words, Needed: true, NotEmpty: true, Help: "The answers that count."},
	{Name: "at-least", Form: Whole, Least: 1, Most: maxEntries, Help: "How many of them must be chosen; 1 if left out."},
	{Name: "state", Form: Words, NotEmpty: true, Help: "Only medicines in one of these states count."},
}}

// extendsAs is the key of a file that adds to the default's.
var extendsAs = Key{Name: extendsKey, Form: Name, Help: "maternal: what stands here is added to that list of the questionnaire that comes with the program, and does not take its place."}

var cliniciansKeys = Keys{"the file of clinicians", []Key{
	extendsAs,
	{Name: "clinicians", Form: Nouns, Of: &clinicianKeys, Needed: true, Help: "Roles to talk to, never persons."},
}}

var clinicianKeys = Keys{"a clinician", []Key{
	{Name: "id", Form: Name, Needed: true, Help: "What rules call the clinician."},
	{Name: "name", Needed: true, Help: "As she reads it: \"Your pharmacist\"."},
	{Name: "who", Needed: true, Help: "Who that is."},
	{Name: "if-none", Help: "What to do without one. A kind of help line in braces becomes its number: " + inBraces(questionnaire.LineKinds) + "."},
	{Name: "ask", Form: Words, Help: "What anybody may ask there, whatever her answers: for the paper on which she writes by hand."},
	{Name: "in", Form: Nouns, Of: &localNamesKeys, Help: "What it is called in some regions, where roles or doors have other names there."},
	{Name: "lines", Form: Words, Words: questionnaire.LineKinds, Help: "Kinds of help line that are shown with it."},
	{Name: "exists-when", Form: When, Help: "For whom there is such a clinician, such as no baby's doctor without a baby. Left out: for everyone."},
	{Name: "tell-with-medicines", Form: When, Help: "What she tells there too where she tells of a medicine: the answers that make this yes, such as a pregnancy."},
	{Name: "line", Form: Choice, Words: questionnaire.LineKinds, Help: "The kind of help line that it is: a region without one has no such clinician."},
	{Name: "instead", Form: Words, Help: "Who is there instead for what is not for now, where a region has no line of the first kind of lines: nobody well is to call the number for danger to life."},
}}

var localNamesKeys = Keys{"a clinician in a region", []Key{
	{Name: "region", Form: Name, Needed: true, Help: "The region's id, such as mx."},
	{Name: "name", Help: "Its name there. Left out, as the two below: as everywhere."},
	{Name: "who", Help: "Who that is there."},
	{Name: "if-none", Help: "What to do there without one."},
}}

var helpLinesKeys = Keys{"the file of help lines", []Key{
	extendsAs,
	{Name: "regions", Form: Nouns, Of: &regionKeys, Needed: true, Help: "Countries, and everywhere else."},
}}

var regionKeys = Keys{"a region", []Key{
	{Name: "id", Form: Name, Needed: true, Help: "What --region calls it, such as us."},
	{Name: "name", Needed: true, Help: "Its name as she reads it."},
	{Name: "in-sentence", Help: "The same where it stands in a sentence, if it has an article there: the United Kingdom."},
	{Name: "lines", Form: Nouns, Of: &helpLineKeys, Needed: true, Help: "Its help lines."},
}}

var helpLineKeys = Keys{"a help line", []Key{
	{Name: "id", Form: Name, Needed: true, Help: "What the line is called."},
	{Name: "kind", Form: Choice, Words: questionnaire.LineKinds, Needed: true, Help: "What kind of help it gives."},
	{Name: "also", Form: Words, Words: questionnaire.LineKinds, Help: "Other kinds of help that it gives, after the lines whose kind that is."},
	{Name: "name", Needed: true, Help: "Its name as it gives it itself."},
	{Name: "for", Help: "What it is for, in a few words."},
	{Name: "call", Help: "The number, in quotes, as the operator prints it."},
	{Name: "text", Help: "The number for text messages, in quotes."},
	{Name: "text-word", Help: "The word to send to that number."},
	{Name: "url", Help: "Its site, beginning with https://."},
	{Name: "hours", Help: "When somebody answers, in the operator's words."},
	{Name: "open", Form: Words, NotEmpty: true, Help: "The same as data: [always], or times such as [mon-fri 9:00-17:00, sat 10:00-12:00]; daily for every day. A page that says now opens with no line that may be shut."},
	{Name: "zone", Help: "Whose clock the times of open are in, such as America/New_York; left out: hers."},
	{Name: "languages", Form: Words, Help: "The languages that it speaks."},
	{Name: "nation", Help: "The part of the region that it serves, or several with commas; left out: all of it. Where the numbers to call at once differ by it, she is asked where she is."},
	{Name: "instead-of", Form: Name, Help: "The line that it stands for in its nation."},
	{Name: "note", Help: "Its limits: \"Not a crisis line.\""},
	{Name: "evidence", Form: Nouns, Of: &evidenceKeys, Help: "The records that the number rests on, a second one too. When it was checked is read off them."},
	{Name: "checked", Form: Day, Help: "The day of the only record, where there is no evidence."},
	{Name: "source", Help: "What that record is, where there is no evidence."},
}}

var evidenceKeys = Keys{"a record", []Key{
	{Name: "source", Needed: true, Help: "The page that was read, or whose record it is."},
	{Name: "on", Form: Day, Help: "The day on which it was read, or that it bears; left out where it bears none."},
	{Name: "kind", Form: Choice, Words: questionnaire.EvidenceKinds, Needed: true, Help: "operator's page or government page: it was read, on that day. dated register: somebody else's record of it. undated: either, without a day."},
}}

var medicinesKeys = Keys{"the list of medicines", []Key{
	extendsAs,
	{Name: "classes", Form: Nouns, Of: &classKeys, Needed: true, Help: "What medicines are, what they may do, and groups of these."},
	{Name: "medicines", Form: Nouns, Of: &medicineKeys, Needed: true, Help: "The medicines that can be found by name."},
	{Name: "look-alikes", Form: Lists, Help: "Names that are mistaken for one another, such as [Celexa, Celebrex]."},
}}

var classKeys = Keys{"a class", []Key{
	{Name: "id", Form: Name, Needed: true, Help: "What conditions call the class."},
	{Name: "name", Needed: true, Help: "Its name as she reads it."},
	{Name: "what", Help: "What it is."},
	{Name: "includes", Form: Words, Help: "Other classes that belong to it."},
}}

var medicineKeys = Keys{"a medicine", []Key{
	{Name: "generic", Needed: true, Help: "The generic name, which conditions use."},
	{Name: "classes", Form: Words, Needed: true, Help: "Its classes, by their ids."},
	{Name: "also", Form: Words, Help: "Other generic names."},
	{Name: "brands", Form: Words, Help: "Brand names."},
	{Name: "for", Help: "What it is for, in plain words; it tells look-alikes apart."},
	{Name: "one-of", Form: Words, Help: "Classes by their ids, or medicines by their generic names: it stands for one of these, and nobody knows which. It is what its own classes say, and may be any of these."},
}}

var sourcesKeys = Keys{"the file of sources", []Key{
	extendsAs,
	{Name: "sources", Form: Nouns, Of: &sourceKeys, Needed: true, Help: "What the texts rest on."},
}}

var sourceKeys = Keys{"a source", []Key{
	{Name: "id", Form: Name, Needed: true, Help: "What education texts call the source."},
	{Name: "title", Needed: true, Help: "Its title."},
	{Name: "read", Form: Choice, Words: readWords, Needed: true, Help: "How much of it was read for this questionnaire."},
	{Name: "by", Help: "Who wrote it."},
	{Name: "year", Help: "When it appeared."},
	{Name: "where", Help: "Where it appeared: the name of a journal or site, which no language changes."},
	{Name: "note", Help: "What else is to be known of it, such as: not re-read."},
	{Name: "url", Help: "Its address, beginning with https://."},
}}

var outsideListsKeys = Keys{"the file of outside lists", []Key{
	{Name: "lists", Form: Nouns, Of: &outsideListKeys, Needed: true, Help: "What others count in a class of medicines; askfirst check compares the two in both directions."},
}}

var outsideListKeys = Keys{"an outside list", []Key{
	{Name: "id", Form: Name, Needed: true, Help: "What the list is called."},
	{Name: "class", Form: Name, Needed: true, Help: "The class of medicines.yaml that it is compared with."},
	{Name: "dated", Form: Day, Needed: true, Help: "The day on which it was taken down."},
	{Name: "sources", Form: Names, Needed: true, NotEmpty: true, Help: "Where it stands: sources, by their ids."},
	{Name: "members", Form: Words, Needed: true, NotEmpty: true, Help: "The medicines on it, by any of their names."},
	{Name: "not-in-class", Form: Nouns, Of: &listReasonKeys, Help: "Which of its members the class leaves out on purpose, and why."},
	{Name: "not-on-list", Form: Nouns, Of: &listReasonKeys, Help: "Which medicines of the class it does not have, and why they are in the class."},
}}

var listReasonKeys = Keys{"a reason why list and class differ", []Key{
	{Name: "medicines", Form: Words, Needed: true, NotEmpty: true, Help: "The medicines that it is about, by any of their names."},
	{Name: "why", Needed: true, Help: "Why list and class differ about them."},
}}

var phrasesKeys = Keys{"the file of phrases", []Key{
	extendsAs,
	{Name: "phrases", Form: Nouns, Of: &phraseKeys, Needed: true, Help: "Which words claim something about her, and when that is true."},
}}

var phraseKeys = Keys{"a phrase", []Key{
	{Name: "id", Form: Name, Needed: true, Help: "What the phrase is called."},
	{Name: "words", Form: WordsByLanguage, Needed: true, Help: "The words that make the claim, for each language: {en: [I feed, my milk], es: [mi leche]}."},
	{Name: "true-when", Form: When, Help: "Whose answers make it true. Left out: nobody's."},
	{Name: "texts-may-name", Form: Flag, Help: "true: it names a thing, such as a psychedelic, and claims nothing; a text to read may have it for anybody."},
}}

var scenariosKeys = Keys{"the file of scenarios", []Key{
	{Name: "scenarios", Form: Nouns, Of: &scenarioKeys, Needed: true, Help: "Fictional persons; askfirst test runs them."},
}}

var scenarioKeys = Keys{"a scenario", []Key{
	{Name: "id", Form: Name, Needed: true, Help: "What the scenario is called."},
	{Name: "answers", Form: Replies, Needed: true, Help: "Her answers: questions with answers."},
	{Name: "expect", Form: Noun, Of: &expectKeys, Needed: true, Help: "What she must be led to: at least this, and with no-more just this."},
	{Name: "title", Help: "Her name, a colon and what it is about, for a workshop to choose by. A wall shows only the name."},
	{Name: "story", Help: "Who she is, in a sentence or two. Never a real person."},
	{Name: "others", Form: Words, Help: "What every question not named above gets: the first of these that it offers."},
	{Name: "discuss", Form: Words, Help: "Questions for a workshop."},
	{Name: "point", Help: "What the workshop should take from it."},
	{Name: "if-they-say", Form: Words, Help: "What a group usually says of it, and how to meet that; only in the facilitator's notes."},
	{Name: "say", Help: "What the facilitator says while it is told, where her words for any story would be wrong; only in her notes."},
	{Name: "move-on", Help: "How she leads on from the talk about it, in the same case; only in her notes."},
	{Name: "workshop", Form: Flag, Help: "true: used in workshops."},
	{Name: "tenderness", Form: Whole, Least: 1, Most: 3, Help: "1 gentle to 3 tender."},
	{Name: "pairs-with", Form: Line, Help: "The scenario that goes well after this one in a workshop, by its id."},
}}

var takenKeys = Keys{"a medicine's answer", []Key{
	{Name: "name", Form: MedicineName, Needed: true, Help: "Any name of the medicine."},
	{Name: "state", Form: Line, Help: "One of the question's states."},
	{Name: "typed", Help: "What she calls it, where the name is unlisted."},
}}

var expectKeys = Keys{"\"expect\" of a scenario", expectationKeys}

// translationKeys name the kinds of text in the order of [questionnaire.Questionnaire.Passages].
var translationKeys = Keys{"a translation", []Key{
	{Name: "language", Form: Name, Needed: true, Help: "The language, such as es; the file has the same name."},
	{Name: "reviewed", Form: Nouns, Of: &reviewKeys, Needed: true, Help: "Clinicians who grew up with the language and have read it all; [] until one has."},
	{Name: "questionnaire", Form: EntriesOfOne, Of: &entryKeys, Help: "title, welcome, consent."},
	{Name: "topic", Form: Entries, Of: &entryKeys, Help: "Topics by their ids."},
	{Name: "question", Form: Entries, Of: &entryKeys, Help: "Questions by their ids, with their answers."},
	{Name: "rule", Form: Entries, Of: &entryKeys, Help: "Rules by their ids."},
	{Name: "education", Form: Entries, Of: &entryKeys, Help: "Texts to read by their ids."},
	{Name: "promise", Form: Entries, Of: &entryKeys, Help: "Promises by their ids: what stands on paper of them."},
	{Name: "clinician", Form: Entries, Of: &entryKeys, Help: "Clinicians by their ids."},
	{Name: "region", Form: Entries, Of: &entryKeys, Help: "Regions by their ids."},
	{Name: "line", Form: Entries, Of: &entryKeys, Help: "Help lines by their ids."},
	{Name: "source", Form: Entries, Of: &entryKeys, Help: "Sources by their ids: what their notes say."},
	{Name: "class", Form: Entries, Of: &entryKeys, Help: "Classes of medicines by their ids."},
	{Name: "medicine", Form: Entries, Of: &entryKeys, Help: "Medicines by their generic names."},
	{Name: "scenario", Form: Entries, Of: &entryKeys, Help: "The stories of workshops by their ids."},
	{Name: "workshop", Form: Entries, Of: &entryKeys, Help: "The lines that a facilitator says, by their lists."},
	{Name: "plan", Form: Entries, Of: &entryKeys, Help: "Plans by their ids, with their steps."},
	{Name: "distress", Form: Entries, Of: &entryKeys, Help: "What to do in distress, by its id."},
	{Name: "disclosure", Form: Entries, Of: &entryKeys, Help: "What somebody may tell, by its id."},
}}

var entryKeys = Keys{"an entry of a translation", []Key{
	{Name: "of", Needed: true, Help: "The mark of the original; askfirst translate --accept writes it."},
	{Name: "from", Needed: true, Help: "The original, as it was when it was translated."},
	{Name: "to", Blank: true, Help: "What it says in this language. Empty: not translated yet."},
}}

func inBraces(words []string) string { return "{" + strings.Join(words, "}, {") + "}" }

// TestKeys are the keys of a condition's test that is more than answers.
func TestKeys() *Keys { return &testKeys }

// TakenKeys are the keys of a medicine's answer with its state.
func TakenKeys() *Keys { return &takenKeys }
