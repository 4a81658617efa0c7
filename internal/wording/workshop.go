package wording

// Workshop are the texts of the workshop, on the wall and beside it.
type Workshop struct {
	Heading    string            `yaml:"heading"`
	Choose     string            `yaml:"choose"`
	Plan       string            `yaml:"plan"`
	Resume     string            `yaml:"resume"`
	Leave      string            `yaml:"leave"`
	Tenderness map[string]string `yaml:"tenderness"`
	About      string            `yaml:"about"`
	// AboutNothing is of a story whose answers lead to no rule of a topic.
	AboutNothing string `yaml:"about-nothing"`
	AllTopics    string `yaml:"all-topics"`
	OneTopic     string `yaml:"one-topic"`
	NoStories    string `yaml:"no-stories"`

	Groups    string `yaml:"groups"`   // above two stories, between which small groups choose
	Touches   string `yaml:"touches"`  // what a tender story touches, before its name
	Untitled  string `yaml:"untitled"` // a tender story, in a list that everybody may see
	Tender    string `yaml:"tender"`
	Swappable string `yaml:"swappable"`
	AskHer    string `yaml:"ask-her"`
	Reply     string `yaml:"reply"`
	Unseen    string `yaml:"unseen"`
	Later     string `yaml:"later"`
	Rest      string `yaml:"rest"`
	LeftOpen  string `yaml:"left-open"`
	// MoreQuestions counts those that a story asks and a wall does not show.
	MoreQuestions Plural `yaml:"more-questions"`
	Pauses        string `yaml:"pauses"`
	Guess         string `yaml:"guess"`
	Why           string `yaml:"why"`
	Say           string `yaml:"say"`
	Perhaps       string `yaml:"perhaps"`
	Reading       string `yaml:"reading"`
	Discuss       string `yaml:"discuss"`
	Point         string `yaml:"point"`
	Parked        string `yaml:"parked"`
	Quiet         string `yaml:"quiet"`
	FromYou       string `yaml:"from-you"`
	LocalLine     string `yaml:"local-line"`

	Last      string `yaml:"last"`
	First     string `yaml:"first"`
	Reordered string `yaml:"reordered"` // of stories that were named in an order that the rules do not allow
	Swapped   string `yaml:"swapped"`
	NoSwap    string `yaml:"no-swap"`
	NoStory   string `yaml:"no-story"` // of a page that belongs to none
	Ending    string `yaml:"ending"`
	Leaving   string `yaml:"leaving"`
	NoTalk    string `yaml:"no-talk"`
	// OneLanguage is said where there is no other to tell it in.
	OneLanguage string `yaml:"one-language"`
	// NotesGone is said when the window of the notes was closed.
	NotesGone string `yaml:"notes-gone"`
	// Held is said when a key is held down and turns no further page.
	Held string `yaml:"held"`
	// LeavingAt names the part to come back to.
	LeavingAt string `yaml:"leaving-at"`

	Notes struct {
		Heading   string   `yaml:"heading"`
		Confirm   string   `yaml:"confirm"`
		Covered   string   `yaml:"covered"`
		Here      string   `yaml:"here"`
		Larger    string   `yaml:"larger"`
		Wall      string   `yaml:"wall"`
		Dark      string   `yaml:"dark"` // in its place while the wall is dark
		Next      string   `yaml:"next"`
		Part      string   `yaml:"part"`
		Clock     string   `yaml:"clock"` // of a part, or of the whole plan
		Timer     string   `yaml:"timer"`
		Over      string   `yaml:"over"` // the timer of a story that has had its minutes
		Whole     string   `yaml:"whole"`
		Aloud     string   `yaml:"aloud"`
		MoveOn    string   `yaml:"move-on"`
		IfTheySay string   `yaml:"if-they-say"`
		Page      string   `yaml:"page"`
		Story     string   `yaml:"story"`
		Outcome   string   `yaml:"outcome"`
		Possible  string   `yaml:"possible"`
		Plan      string   `yaml:"plan"`
		PlanPart  string   `yaml:"plan-part"`
		Offset    string   `yaml:"offset"` // when a part begins, where nobody said when the plan does
		List      string   `yaml:"list"`
		Bring     string   `yaml:"bring"`
		ToBring   []string `yaml:"to-bring"`
		Distress  string   `yaml:"distress"`
		Telling   string   `yaml:"telling"`
		WeDo      string   `yaml:"we-do"`
		WeDoNot   string   `yaml:"we-do-not"`
		Reporting string   `yaml:"reporting"`
		Laptop    string   `yaml:"laptop"`
		Back      string   `yaml:"back"`
	} `yaml:"notes"`

	Keys struct {
		Heading    string `yaml:"heading"`
		On         string `yaml:"on"`
		Back       string `yaml:"back"`
		Blank      string `yaml:"blank"`
		Skip       string `yaml:"skip"`
		Swap       string `yaml:"swap"`
		End        string `yaml:"end"`
		Agreements string `yaml:"agreements"`
		Parked     string `yaml:"parked"`
		Lines      string `yaml:"lines"`
		Notes      string `yaml:"notes"`
		Menu       string `yaml:"menu"`
		Scroll     string `yaml:"scroll"`
		Quit       string `yaml:"quit"`
		Language   string `yaml:"language"`
		Topic      string `yaml:"topic"`
		Talk       string `yaml:"talk"`
		// What the keys of the notes do, for their footer.
		Distress string `yaml:"distress"`
		Telling  string `yaml:"telling"`
		Parts    string `yaml:"parts"`
		EndShort string `yaml:"end-short"`
		Dark     string `yaml:"dark"`
	} `yaml:"keys"`

	Plain struct {
		How      string `yaml:"how"`
		Prompt   string `yaml:"prompt"`
		Choose   string `yaml:"choose"`
		Next     string `yaml:"next"`
		Swap     string `yaml:"swap"`
		End      string `yaml:"end"`
		Skip     string `yaml:"skip"`
		Notes    string `yaml:"notes"`
		Parked   string `yaml:"parked"`
		Agreed   string `yaml:"agreed"`
		Menu     string `yaml:"menu"`
		Unknown  string `yaml:"unknown"`
		Last     string `yaml:"last"`
		NotesEnd string `yaml:"notes-end"`
	} `yaml:"plain"`
}
