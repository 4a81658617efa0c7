package wording

// Handout are the words that stand on paper.
type Handout struct {
	Or         string `yaml:"or"`
	AllOf      string `yaml:"all-of"`
	AnyOf      string `yaml:"any-of"`
	Chose      string `yaml:"chose"`
	ChoseNone  string `yaml:"chose-none"`
	ChoseCount string `yaml:"chose-count"`
	Took       string `yaml:"took"`
	TookState  string `yaml:"took-state"`
	TookCount  string `yaml:"took-count"`
	OrOpen     string `yaml:"or-open"`
	NotSo      string `yaml:"not-so"`

	Brief     HandoutBrief     `yaml:"brief"`
	Guide     HandoutGuide     `yaml:"guide"`
	Questions HandoutQuestions `yaml:"questions"`
	Notes     HandoutNotes     `yaml:"notes"`
	Keeper    HandoutKeeper    `yaml:"keeper"`
	Clinician HandoutClinician `yaml:"clinician"`
	Room      HandoutRoom      `yaml:"room"`
	Lines     HandoutLines     `yaml:"lines"`
	Screen    HandoutScreen    `yaml:"screen"`
	Receipt   HandoutReceipt   `yaml:"receipt"`
}

// HandoutBrief are the words of a statement that joins several things in one line.
type HandoutBrief struct {
	How       string `yaml:"how"`
	Plus      string `yaml:"plus"`
	Either    string `yaml:"either"`
	Group     string `yaml:"group"`
	Chose     string `yaml:"chose"`
	ChoseNone string `yaml:"chose-none"`
	State     string `yaml:"state"`
	Count     string `yaml:"count"`
	OrOpen    string `yaml:"or-open"`
	NotSo     string `yaml:"not-so"`
}

// HandoutGuide are the words of the guide and of the small sheet.
type HandoutGuide struct {
	Title       string   `yaml:"title"`
	Mine        string   `yaml:"mine"`
	Yours       string   `yaml:"yours"`
	OnMedicine  string   `yaml:"on-medicine"`
	Keep        string   `yaml:"keep"`
	Medicine    string   `yaml:"medicine"`
	MedicineFor string   `yaml:"medicine-for"`
	MedicineBy  string   `yaml:"medicine-by"`
	Blanks      []string `yaml:"blanks"`
	Pressed     string   `yaml:"pressed"`
	Step        []string `yaml:"step"`
	First       string   `yaml:"first"`
	FirstWhy    string   `yaml:"first-why"`
	Report      string   `yaml:"report"`
	Who         string   `yaml:"who"`
	WhoHow      string   `yaml:"who-how"`
	Reach       string   `yaml:"reach"`
	Questions   string   `yaml:"questions"`
	Ask         string   `yaml:"ask"`
	ToClinician string   `yaml:"to-clinician"`
	LinesAll    string   `yaml:"lines-all"`
}

// HandoutQuestions are the words of the questionnaire on paper.
type HandoutQuestions struct {
	Title         string   `yaml:"title"`
	How           []string `yaml:"how"`
	LeftOut       string   `yaml:"left-out"`
	Number        string   `yaml:"number"`
	OnlyIf        string   `yaml:"only-if"`
	OnlyIfElse    string   `yaml:"only-if-else"`
	ForYou        string   `yaml:"for-you"`
	OpenOnce      string   `yaml:"open-once"`
	Otherwise     string   `yaml:"otherwise"`
	OtherwiseElse string   `yaml:"otherwise-else"`
	OtherwiseEnd  string   `yaml:"otherwise-end"`
	Nobody        string   `yaml:"nobody"`
	One           string   `yaml:"one"`
	Many          string   `yaml:"many"`
	MedicineName  string   `yaml:"medicine-name"`
	StopIf        string   `yaml:"stop-if"`
	StopAll       string   `yaml:"stop-all"`
	StopRest      string   `yaml:"stop-rest"`
	StopLines     string   `yaml:"stop-lines"`
	Leads         string   `yaml:"leads"`
	LeadsHow      string   `yaml:"leads-how"`
	Everyone      string   `yaml:"everyone"`
	Soft          string   `yaml:"soft"`
	SoftHow       string   `yaml:"soft-how"`
	Who           string   `yaml:"who"`
}

// HandoutNotes are the words of the facilitator's notes.
type HandoutNotes struct {
	Title      string   `yaml:"title"`
	Before     string   `yaml:"before"`
	BeforeHow  string   `yaml:"before-how"`
	Blanks     []string `yaml:"blanks"`
	Agreements string   `yaml:"agreements"`
	Thinking   string   `yaml:"thinking"`
	Parked     string   `yaml:"parked"`
	Sentences  string   `yaml:"sentences"`
	Closing    string   `yaml:"closing"`
	Plan       string   `yaml:"plan"`
	Step       string   `yaml:"step"`
	Minutes    string   `yaml:"minutes"`
	Do         string   `yaml:"do"`
	Number     string   `yaml:"number"`
	Tenderness []string `yaml:"tenderness"` // from gentle to tender
	Point      string   `yaml:"point"`
	Discuss    string   `yaml:"discuss"`
	Who        string   `yaml:"who"`
	HowSoon    string   `yaml:"how-soon"`
	Why        string   `yaml:"why"`
	Possible   string   `yaml:"possible"`
	Say        string   `yaml:"say"`

	// Moments are what each moment is called for which a facilitator has words.
	Moments map[string]string `yaml:"moments"`
}

// HandoutLines are the words about help lines on paper.
type HandoutLines struct {
	Discreet string `yaml:"discreet"`
	Now      string `yaml:"now"` // headings of the small sheet
	Talk     string `yaml:"talk"`
	Taken    string `yaml:"taken"`
	None     string `yaml:"none"`
	OfAll    string `yaml:"of-all"` // before what is so for each of them
}

// HandoutScreen is how a text that speaks of a screen stands on paper.
type HandoutScreen struct {
	// Instead are what paper says instead.
	Instead []Instead `yaml:"instead"`
	// Words are what no sentence on paper may hold: one that still does is left out.
	Words []string `yaml:"words"`
}

// Instead is a phrase of the screen with the one that paper has for it.
type Instead struct {
	Screen string `yaml:"screen"`
	Paper  string `yaml:"paper"`
}

// HandoutReceipt are the words that say what a paper is worth.
type HandoutReceipt struct {
	Heading       string `yaml:"heading"`
	From          string `yaml:"from"`
	Version       string `yaml:"version"`
	Unversioned   string `yaml:"unversioned"`
	Texts         string `yaml:"texts"`
	TextsOneDay   string `yaml:"texts-one-day"`
	TextsNever    Plural `yaml:"texts-never"`
	Numbers       string `yaml:"numbers"`
	NumbersOneDay string `yaml:"numbers-one-day"`
	NumbersNever  Plural `yaml:"numbers-never"`
	Proved        Plural `yaml:"proved"`
	Broken        Plural `yaml:"broken"`
	NobodyEmpty   string `yaml:"nobody-empty"`
	UnsureSafe    string `yaml:"unsure-safe"`
	Limits        string `yaml:"limits"`
	Differs       string `yaml:"differs"`
	Some          string `yaml:"some"`
	Whoever       string `yaml:"whoever"` // above what she says
	LedTo         string `yaml:"led-to"`
	Soon          string `yaml:"soon"`
	OrElse        string `yaml:"or-else"`
	Promise       string `yaml:"promise"`
	NotKept       string `yaml:"not-kept"`
	Where         string `yaml:"where"`
	Sources       string `yaml:"sources"`
	Old           Plural `yaml:"old"`
	OldOne        string `yaml:"old-one"`

	MadeBy         string `yaml:"made-by"`
	MadeByNobody   string `yaml:"made-by-nobody"`
	WriteTo        string `yaml:"write-to"`
	WriteNowhere   string `yaml:"write-nowhere"`
	PaidBy         string `yaml:"paid-by"`
	ReadAgain      string `yaml:"read-again"`
	ReadAgainNever string `yaml:"read-again-never"`
	Reviewer       string `yaml:"reviewer"`
	Printed        string `yaml:"printed"`
}

// HandoutClinician are the words for a clinician whose patient may bring a paper.
type HandoutClinician struct {
	Title    string   `yaml:"title"`
	What     string   `yaml:"what"`
	Never    string   `yaml:"never"`
	Nevers   []string `yaml:"nevers"`
	AskFirst string   `yaml:"ask-first"`
	Asks     []string `yaml:"asks"`
}

// HandoutKeeper is the list for whoever reads the pages of the help lines.
type HandoutKeeper struct {
	Title         string            `yaml:"title"`
	Why           string            `yaml:"why"`
	How           []string          `yaml:"how"`
	Number        string            `yaml:"number"`
	Hours         string            `yaml:"hours"`
	Serves        string            `yaml:"serves"`
	Note          string            `yaml:"note"`
	Unsaid        string            `yaml:"unsaid"`
	Found         string            `yaml:"found"`
	Record        string            `yaml:"record"`
	RecordUndated string            `yaml:"record-undated"`
	RecordOld     string            `yaml:"record-old"`
	Day           string            `yaml:"day"`
	Folder        string            `yaml:"folder"`
	Kinds         map[string]string `yaml:"kinds"`
}

// HandoutRoom are the words of what hangs in a room or lies on its tables.
type HandoutRoom struct {
	Wall        string   `yaml:"wall"`
	Toilet      string   `yaml:"toilet"`
	Poster      string   `yaml:"poster"` // on the checklist, where the titles are alike
	Strips      string   `yaml:"strips"`
	Take        string   `yaml:"take"`
	Cards       string   `yaml:"cards"`
	Front       string   `yaml:"front"`
	Back        string   `yaml:"back"`
	NotYou      string   `yaml:"not-you"`
	Slip        string   `yaml:"slip"`
	SlipOf      string   `yaml:"slip-of"`
	SlipAsk     string   `yaml:"slip-ask"`
	SlipAnswers []string `yaml:"slip-answers"`
	SlipMuch    string   `yaml:"slip-much"`
	SlipBetter  string   `yaml:"slip-better"`
	SlipFoot    string   `yaml:"slip-foot"`
	Cut         string   `yaml:"cut"`
	Checklist   string   `yaml:"checklist"`
	BeforeDay   string   `yaml:"before-day"`
	Before      []string `yaml:"before"`
	ToBring     string   `yaml:"to-bring"`
	Bring       []string `yaml:"bring"`
	Count       string   `yaml:"count"`
	AfterDay    string   `yaml:"after-day"`
	After       []string `yaml:"after"`
	Clock       string   `yaml:"clock"`
	Times       string   `yaml:"times"`
}
