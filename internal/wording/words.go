package wording

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/ask-first/askfirst/internal/language"
)

// Words are all texts of one language. Field names follow the keys of the YAML
// file, which says what each is for.
type Words struct {
	Language string `yaml:"language"`
	Offer    Offer  `yaml:"offer"`

	Trouble Trouble `yaml:"trouble"`

	Help Help `yaml:"help"`

	Answer struct {
		NotSure        string `yaml:"not-sure"`
		PreferNotToSay string `yaml:"prefer-not-to-say"`
		None           string `yaml:"none"`
		Unlisted       string `yaml:"unlisted"`
		UnlistedShort  string `yaml:"unlisted-short"`
		Skipped        string `yaml:"skipped"`
		Taken          string `yaml:"taken"`
		StateUnsure    string `yaml:"state-unsure"`
		StateDeclined  string `yaml:"state-declined"`
		UnlistedNamed  string `yaml:"unlisted-named"`
		RestUnsure     string `yaml:"rest-unsure"`
		RestDeclined   string `yaml:"rest-declined"`
		Rest           string `yaml:"rest"`
		And            string `yaml:"and"`
	} `yaml:"answer"`

	Urgency struct {
		Now            string `yaml:"now"`
		Today          string `yaml:"today"`
		Soon           string `yaml:"soon"`
		BeforeDeciding string `yaml:"before-deciding"`
		Undecided      string `yaml:"undecided"`
		Either         string `yaml:"either"`
		NextVisit      string `yaml:"next-visit"`
	} `yaml:"urgency"`

	Review struct {
		None     string `yaml:"none"`
		Some     string `yaml:"some"`
		TextNone string `yaml:"text-none"`
		TextBy   string `yaml:"text-by"`

		Neither         string `yaml:"neither"`
		TranslationNone string `yaml:"translation-none"`
		TranslationBy   string `yaml:"translation-by"`
	} `yaml:"review"`

	// Origin is said of a questionnaire that did not come with the program.
	Origin struct {
		Folder  string `yaml:"folder"`
		Unnamed string `yaml:"unnamed"` // where its name cannot be shown
		Numbers string `yaml:"numbers"`
		More    Plural `yaml:"more"`
	} `yaml:"origin"`

	Welcome struct {
		Begin   string `yaml:"begin"`
		Heading string `yaml:"heading"`
		Agree   string `yaml:"agree"`
		Short   Plural `yaml:"short"` // the same, for whom has little time
		Leave   string `yaml:"leave"`
		Worried string `yaml:"worried"`
		Own     string `yaml:"own"`
	} `yaml:"welcome"`

	Region struct {
		Ask      string `yaml:"ask"`
		Why      string `yaml:"why"`
		Guess    string `yaml:"guess"` // what the locale suggests, told beside the question
		Skip     string `yaml:"skip"`
		Part     string `yaml:"part"`
		PartWhy  string `yaml:"part-why"`
		PartSkip string `yaml:"part-skip"`
	} `yaml:"region"`

	Question struct {
		Left        Plural `yaml:"left"`
		Why         string `yaml:"why"`
		Topic       string `yaml:"topic"`
		Skipped     string `yaml:"skipped"`
		ChooseFirst string `yaml:"choose-first"`
		MoveFirst   string `yaml:"move-first"` // where something is chosen
		ManyGoOn    string `yaml:"many-go-on"`
		Alone       string `yaml:"alone"`
		// LeftAlone says that an answer which stands alone was taken out.
		LeftAlone      string `yaml:"left-alone"`
		Chosen         string `yaml:"chosen"` // just now, at the end of its row
		NoLongerChosen string `yaml:"no-longer-chosen"`
		ChosenBefore   string `yaml:"chosen-before"`
	} `yaml:"question"`

	Why struct {
		Heading string `yaml:"heading"`
		Leads   string `yaml:"leads"`
		Free    string `yaml:"free"`
	} `yaml:"why"`

	Pause struct {
		Heading string `yaml:"heading"`
		GoOn    string `yaml:"go-on"`
		Rest    string `yaml:"rest"`
	} `yaml:"pause"`

	Covered struct {
		Text      string `yaml:"text"`
		Forgotten string `yaml:"forgotten"` // to whoever uncovers it
	} `yaml:"covered"`

	Change struct {
		Heading string `yaml:"heading"`
		None    string `yaml:"none"`
		Gained  string `yaml:"gained"`
		Lost    string `yaml:"lost"`
		Sooner  string `yaml:"sooner"`
		Later   string `yaml:"later"`
		Words   string `yaml:"words"`
	} `yaml:"change"`

	Medicines struct {
		Field       string `yaml:"field"`
		Hint        string `yaml:"hint"`
		Yours       string `yaml:"yours"`
		Done        string `yaml:"done"`
		LookAlike   string `yaml:"look-alike"`
		Nothing     string `yaml:"nothing"`
		More        string `yaml:"more"`
		For         string `yaml:"for"`
		KnownAs     string `yaml:"known-as"`
		StateAsk    string `yaml:"state-ask"`
		Off         string `yaml:"off"`
		Put         Plural `yaml:"put"`
		UnlistedPut string `yaml:"unlisted-put"`

		Found        string `yaml:"found"`
		Like         string `yaml:"like"` // of names that are only like what was typed
		Likeness     string `yaml:"likeness"`
		Rest         string `yaml:"rest"`
		RestMay      string `yaml:"rest-may"`
		With         string `yaml:"with"`
		WithRest     string `yaml:"with-rest"`
		PutRest      string `yaml:"put-rest"`
		Kind         string `yaml:"kind"`
		WhichUnknown string `yaml:"which-unknown"`
		Several      string `yaml:"several"`
		OneByOne     string `yaml:"one-by-one"`
		LeftOut      string `yaml:"left-out"`
		PutBack      string `yaml:"put-back"`
	} `yaml:"medicines"`

	Interrupt struct {
		Heading       string `yaml:"heading"`
		EmergencyWord string `yaml:"emergency-word"`
		Say           string `yaml:"say"`
		Show          string `yaml:"show"`
		Help          string `yaml:"help"`
		GoOn          string `yaml:"go-on"`
		Stop          string `yaml:"stop"`
		Unlisted      string `yaml:"unlisted"`
		SendHelp      string `yaml:"send-help"`
	} `yaml:"interrupt"`

	Check struct {
		Heading      string `yaml:"heading"`
		Intro        string `yaml:"intro"`
		IntroStopped string `yaml:"intro-stopped"`
		GoOn         string `yaml:"go-on"`
		Resume       string `yaml:"resume"`
		// Unfinished is said of an answer that she has put together and not said, with
		// what would count of it.
		Unfinished string `yaml:"unfinished"`
		Place      string `yaml:"place"`   // the part with where she lives and the language
		Changed    string `yaml:"changed"` // what became of an answer that she went to
		Moved      string `yaml:"moved"`
		Fallen     Plural `yaml:"fallen"` // answers to what is not asked any more
	} `yaml:"check"`

	Outcome struct {
		Heading string `yaml:"heading"`
		Step    string `yaml:"step"`
		Whole   string `yaml:"whole"`
		// Everything leads from a result of three lines to all of it, with {n} talks.
		Everything Plural `yaml:"everything"`
		Then       string `yaml:"then"`
		Also       Plural `yaml:"also"`
		Others     string `yaml:"others"`
		Lines      string `yaml:"lines"`
		Learn      string `yaml:"learn"`
		More       string `yaml:"more"`
		Copy       string `yaml:"copy"`
		Show       string `yaml:"show"`
		Change     string `yaml:"change"`
		Keep       string `yaml:"keep"`
		Finish     string `yaml:"finish"`
		Worse      string `yaml:"worse"`
		WorseOne   string `yaml:"worse-one"`  // where the other stands on the page already
		WorseCall  string `yaml:"worse-call"` // where the emergency line does
		NotSafe    string `yaml:"not-safe"`
	} `yaml:"outcome"`

	Open struct {
		Line    Plural `yaml:"line"`
		Heading string `yaml:"heading"`
		Perhaps string `yaml:"perhaps"` // the line, where something would not wait
		With    string `yaml:"with"`
		Along   string `yaml:"along"`
		Sooner  string `yaml:"sooner"`
		Could   string `yaml:"could"`
	} `yaml:"open"`

	Card struct {
		Who         string `yaml:"who"`
		Because     string `yaml:"because"`
		YouSaid     string `yaml:"you-said"`
		Unsure      string `yaml:"unsure"`
		Open        string `yaml:"open"` // what leads to them
		Declined    string `yaml:"declined"`
		Unknown     string `yaml:"unknown"`
		Say         string `yaml:"say"`
		SayPossible string `yaml:"say-possible"`
		Report      string `yaml:"report"`
		More        string `yaml:"more"`
		Others      string `yaml:"others"`
		IfNone      string `yaml:"if-none"`
		Learn       string `yaml:"learn"`
		Lines       string `yaml:"lines"`
	} `yaml:"card"`

	Paper struct {
		Copy  string `yaml:"copy"`
		Reach string `yaml:"reach"`
		Show  string `yaml:"show"`
		Ask   string `yaml:"ask"`
	} `yaml:"paper"`

	Line struct {
		Call        string `yaml:"call"`
		Text        string `yaml:"text"`
		TextWord    string `yaml:"text-word"`
		Hours       string `yaml:"hours"`
		Shut        string `yaml:"shut"`
		Languages   string `yaml:"languages"`
		Also        string `yaml:"also"` // {languages}: beside hers
		Interpreter string `yaml:"interpreter"`
		Nation      string `yaml:"nation"`
		Checked     string `yaml:"checked"`
		Recorded    string `yaml:"recorded"`
		Unchecked   string `yaml:"unchecked"`
		QR          string `yaml:"qr"`
		Scan        string `yaml:"scan"`
		ScanAway    string `yaml:"scan-away"`
		Choose      string `yaml:"choose"`
		Change      string `yaml:"change"`
	} `yaml:"line"`

	Languages map[string]string `yaml:"languages"`

	Education struct {
		Sources      string `yaml:"sources"`
		Checked      string `yaml:"checked"`
		ReadWhole    string `yaml:"read-whole"`
		ReadAbstract string `yaml:"read-abstract"`
		ReadExcerpt  string `yaml:"read-excerpt"`
		ReadNo       string `yaml:"read-no"`
		Back         string `yaml:"back"`
	} `yaml:"education"`

	Goodbye struct {
		Text    string `yaml:"text"`
		Nothing string `yaml:"nothing"`
	} `yaml:"goodbye"`

	Privacy struct {
		Missing      string            `yaml:"missing"`
		Broken       string            `yaml:"broken"`
		Intro        string            `yaml:"intro"`
		Protection   string            `yaml:"protection"`
		Here         string            `yaml:"here"`
		WhatItStops  string            `yaml:"what-it-stops"`
		On           string            `yaml:"on"`
		Off          string            `yaml:"off"`
		Stopped      string            `yaml:"stopped"`
		Impossible   string            `yaml:"impossible"`
		WentThrough  string            `yaml:"went-through"`
		NothingTried string            `yaml:"nothing-tried"`
		AllOn        string            `yaml:"all-on"`
		SomeOff      string            `yaml:"some-off"`
		Limits       string            `yaml:"limits"`
		Name         map[string]string `yaml:"name"`
		Stops        map[string]string `yaml:"stops"`
		Tried        map[string]string `yaml:"tried"`
		Why          map[string]string `yaml:"why"` // by what the system said
	} `yaml:"privacy"`

	Date struct {
		Day    string   `yaml:"day"`
		Months []string `yaml:"months"`
	} `yaml:"date"`

	Keys struct {
		Move        string `yaml:"move"`
		Choose      string `yaml:"choose"`
		Tick        string `yaml:"tick"`
		GoOn        string `yaml:"go-on"`
		TickThenOn  string `yaml:"tick-then-on"`
		Back        string `yaml:"back"`
		Enough      string `yaml:"enough"`
		EnoughShort string `yaml:"enough-short"`
		Leave       string `yaml:"leave"`
		Scroll      string `yaml:"scroll"`
		Lines       string `yaml:"lines"`
		LinesShort  string `yaml:"lines-short"`
		Why         string `yaml:"why"`
		Skip        string `yaml:"skip"`
		Keys        string `yaml:"keys"`
		Cover       string `yaml:"cover"`
		CoverShort  string `yaml:"cover-short"`
		Page        string `yaml:"page"`
		Number      string `yaml:"number"`
		Heading     string `yaml:"heading"`
		Space       string `yaml:"space"` // the key, as are the three below
		Backspace   string `yaml:"backspace"`
		PageUp      string `yaml:"page-up"`
		PageDown    string `yaml:"page-down"`
		MoreAbove   string `yaml:"more-above"`
		MoreBelow   string `yaml:"more-below"`
		AskBack     string `yaml:"ask-back"` // of a letter that would end something
		AskKeep     string `yaml:"ask-keep"` // the same where she can ask for one line to stay
		Letters     string `yaml:"letters"`  // said to who types a word where letters are keys
		NoRow       string `yaml:"no-row"`   // of a number that no row has
		// TwoNumbers is said of the row {n} to who may have meant {both}, and typed slowly.
		TwoNumbers string `yaml:"two-numbers"`
	} `yaml:"keys"`

	Plain Plain `yaml:"plain"`

	Preview Preview `yaml:"preview"`

	Handout  Handout  `yaml:"handout"`
	Workshop Workshop `yaml:"workshop"`
	Kiosk    Kiosk    `yaml:"kiosk"`
}

// Plural is a text in the forms that a number can ask for.
type Plural struct {
	One   string `yaml:"one"`
	Other string `yaml:"other"`
	// Rest are the forms that only some languages have: "few".
	Rest map[string]string `yaml:",inline"`
}

// form is the text for a number; the last form where the language's own is not
// written.
func (p Plural) form(asked language.Form) string {
	if asked == language.One {
		return cmp.Or(p.One, p.Other)
	}
	return cmp.Or(p.Rest[string(asked)], p.Other)
}

// Fill puts values into a text's places: Fill("call {number}", "number", "988").
func Fill(text string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		text = strings.ReplaceAll(text, "{"+pairs[i]+"}", pairs[i+1])
	}
	return text
}

// Count is the form of the text for n, with n filled in, by the plural rules of
// the language.
func (w *Words) Count(p Plural, n int) string {
	return Fill(p.form(language.FormOf(w.Language, n)), "n", fmt.Sprint(n))
}

// Listed are names as the language lists them.
func (w *Words) Listed(names []string) string {
	if len(names) == 0 {
		return ""
	}
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return w.And(strings.Join(names[:last], ", "), names[last])
}

// And joins one more name to others.
func (w *Words) And(list, last string) string {
	text := w.Answer.And
	if l, known := language.Of(w.Language); known {
		text = l.BeforeSound(text, last)
	}
	return Fill(text, "list", list, "last", last)
}
