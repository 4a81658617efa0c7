package finder

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/ask-first/askfirst/internal/finder/findertest"
	"github.com/ask-first/askfirst/internal/fuzztest"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// aFormulary has the medicines that the tests are about and those that they
// are mistaken for. It is not the real list, so that an edit there breaks no
// test here. In each line: generic name; other names; what it is for.
const aFormulary = `
sertraline; sertralina, Zoloft, Lustral; depression, anxiety
fluoxetine; fluoxetina, Prozac, Prozac Weekly, Sarafem; depression, anxiety
citalopram; Celexa, Cipramil; depression
escitalopram; Lexapro, Cipralex; depression, anxiety
paroxetine; paroxetina, Paxil, Paxil CR, Seroxat; depression, anxiety
fluvoxamine; fluvoxamina, Luvox, Faverin; obsessive-compulsive disorder
olanzapine with fluoxetine; olanzapina con fluoxetina, Symbyax; bipolar depression
venlafaxine; venlafaxina, Effexor, Effexor XR, Efexor; depression, anxiety
desvenlafaxine; Pristiq; depression
duloxetine; duloxetina, Cymbalta; depression, nerve pain
amitriptyline; amitriptilina, Elavil; depression, nerve pain, sleep
nefazodone; Serzone; depression
doxepin; Sinequan; depression, sleep
mirtazapine; mirtazapina, Remeron, RemeronSolTab, Zispin; depression
trazodone; trazodona, Desyrel; depression, sleep
vortioxetine; Trintellix, Brintellix; depression
buspirone; buspirona, BuSpar; anxiety
bupropion; bupropión, amfebutamone, Wellbutrin, Wellbutrin SR, Wellbutrin XL, Zyban; depression, stopping smoking
naltrexone with bupropion; Contrave, Mysimba; weight loss
zuranolone; zuranolona, Zurzuvae; postpartum depression
lithium; litio, lithium carbonate, Lithobid, Priadel, Li-Liquid; bipolar disorder
lithium orotate; orotato de litio; supplement sold for mood
lamotrigine; lamotrigina, Lamictal, Lamictal XR; bipolar depression, epilepsy
valproate; valproic acid, ácido valproico, divalproex, Depakote, Depakene, Epilim, Epival; epilepsy, bipolar disorder
levetiracetam; Keppra, Keppra XR, Spritam; epilepsy
phenytoin; fenitoína, Dilantin, Epamin; epilepsy
fosphenytoin; Cerebyx; epilepsy, in hospital
quetiapine; quetiapina, Seroquel, Seroquel XR; bipolar disorder, psychosis
olanzapine; olanzapina, Zyprexa, Zyprexa Zydis; bipolar disorder, psychosis
risperidone; risperidona, Risperdal; psychosis, bipolar disorder
aripiprazole; aripiprazol, Abilify; psychosis, bipolar disorder
lorazepam; Ativan; anxiety, seizures
diazepam; Valium; anxiety, muscle spasm
clonazepam; Klonopin, Rivotril; seizures, panic
alprazolam; Xanax, Xanax XR; panic, anxiety
oxazepam; Serax; anxiety
bromazepam; Lexotan, Lexatin; anxiety
zolpidem; Ambien, Ambien CR, Stilnox; sleep
methylphenidate; metilfenidato, Ritalin, Concerta XL; ADHD
amphetamine mixed salts; anfetamina, Adderall, Adderall XR; ADHD
lisdexamfetamine; Vyvanse, Elvanse; ADHD
atomoxetine; Strattera; ADHD
clonidine; clonidina, Catapres; ADHD, blood pressure
tramadol; Ultram, Zydol; pain
tapentadol; Nucynta; pain
codeine; codeína, Tylenol with Codeine, Co-codamol, Panadeine Forte; pain, cough
methadone; metadona, Dolophine; opioid dependence, pain
buprenorphine; buprenorphine with naloxone, Suboxone, Subutex, Sublocade; opioid dependence
sumatriptan; sumatriptán, Imitrex; migraine
dihydroergotamine; DHE, D.H.E. 45, Migranal; migraine
methylergometrine; methylergonovine, Methergine, Methergin; bleeding after birth
ondansetron; ondansetrón, Zofran; nausea
metoclopramide; metoclopramida, Reglan; nausea, milk supply
domperidone; domperidona, Motilium; nausea, milk supply
promethazine; Phenergan, Sominex; nausea, allergy, sleep
doxylamine with pyridoxine; Diclegis, Diclectin, Bonjesta; pregnancy sickness
doxylamine; Unisom, Unisom SleepTabs; sleep
diphenhydramine; Benadryl, Nytol, Sominex, Unisom, Unisom SleepGels; allergy, sleep
acrivastine; Benadryl, Benadryl Allergy Relief; allergy
cetirizine; Zyrtec; allergy
labetalol; Trandate; blood pressure
propranolol; Inderal; heart, migraine
metoprolol; Lopressor, Toprol-XL; heart, blood pressure
methyldopa; Aldomet; blood pressure in pregnancy
nifedipine; nifedipino, Adalat; blood pressure
prazosin; Minipress; nightmares, blood pressure
dextromethorphan; DXM, DM, Robitussin, Robitussin DM, Vicks Formula 44; dry cough
dextromethorphan with quinidine; Nuedexta; sudden crying or laughing
guaifenesin; Mucinex, Robitussin, Robitussin Chesty; chesty cough
pseudoephedrine; Sudafed, Advil Cold & Sinus; blocked nose
phenylephrine; Sudafed PE; blocked nose
St John's wort; hypericum, hipérico, SJW, saint johns wort; low mood
5-HTP; 5-hydroxytryptophan, oxitriptán; mood, sleep
cannabis; marijuana, weed; many uses
kratom; 7-OH; pain
valerian; Nytol Herbal; sleep
vitamin d; colecalciferol; vitamin
vitamin b12; cyanocobalamin; vitamin
vitamin b6; pyridoxine; pregnancy sickness
blue cohosh; caulophyllum; starting labour
omega-3; fish oil; supplement
paracetamol; acetaminophen, Tylenol, Panadol; pain, fever
ibuprofen; ibuprofeno, Advil, Motrin; pain, fever
ketorolac; Toradol; pain after birth
celecoxib; Celebrex; pain
metronidazole; metronidazol, Flagyl; infection
terbinafine; Lamisil; nail fungus
liothyronine; T3, Cytomel; low thyroid
levothyroxine; levotiroxina, Synthroid; low thyroid
metformin; metformina, Glucophage; diabetes
omeprazole; Prilosec; heartburn
combined contraceptive pill; birth control pill, Yasmin; contraception
levonorgestrel emergency pill; morning-after pill, Plan B; emergency contraception
anti-d immunoglobulin; RhoGAM; Rhesus-negative pregnancy
`

var aLookAlikes = [][]string{
	{"Celexa", "Celebrex", "Cerebyx"},
	{"Zyprexa", "Zyrtec"},
	{"Lamictal", "Lamisil"},
	{"bupropion", "buspirone"},
	{"Klonopin", "clonazepam", "clonidine", "lorazepam"},
	{"Seroquel", "Serzone", "Serax", "Sinequan"},
	{"Zoloft", "Zofran"},
	{"Prozac", "Prilosec"},
	{"Prozac", "prazosin"},
	{"fluoxetine", "fluvoxamine", "duloxetine", "paroxetine"},
	{"tramadol", "trazodone", "Toradol", "tapentadol"},
	{"Lexapro", "Lexotan", "Lexatin"},
	{"metformin", "metronidazole", "metoclopramide", "metoprolol", "methyldopa", "methadone", "Methergine"},
	{"lithium", "levothyroxine"},
	{"Effexor", "Efexor"},
	{"Epilim", "Epival", "Epamin", "Effexor"},
	{"Subutex", "Suboxone", "Sublocade"},
	{"Nytol", "Nytol Herbal"},
	{"Sudafed", "Sudafed PE"},
	{"Tylenol", "Tylenol with Codeine"},
}

// formularyOf reads lines like those of aFormulary.
func formularyOf(lines string, lookAlikes [][]string) *questionnaire.Formulary {
	f := &questionnaire.Formulary{LookAlikes: lookAlikes}
	for line := range strings.Lines(strings.TrimSpace(lines)) {
		parts := strings.Split(strings.TrimSpace(line), "; ")
		f.Medicines = append(f.Medicines, &questionnaire.Medicine{
			Index:   len(f.Medicines),
			Generic: parts[0],
			Brands:  strings.Split(parts[1], ", "),
			For:     parts[2],
		})
	}
	return f
}

// TestFindWhatPeopleType: the medicine that is meant is proposed first, and those
// that must be asked about beside it. What names no medicine finds none.
func TestFindWhatPeopleType(t *testing.T) {
	finder := New(formularyOf(aFormulary, aLookAlikes))
	for typed, want := range findertest.Typed() {
		for face, found := range map[string][]Match{"Find": finder.Find(typed), "Settle": finder.Settle(typed)} {
			names := generics(found)
			switch {
			case len(want) == 0 && len(found) > 0:
				t.Errorf("%s(%q) proposes %q; want nothing, because it names no medicine", face, typed, names)
			case len(want) > 0 && (len(found) == 0 || names[0] != want[0] || !containsAll(names, want)):
				t.Errorf("%s(%q) proposes %q; want %q first, with %q", face, typed, names, want[0], want[1:])
			case len(want) > 1 && !found[0].LookAlike:
				t.Errorf("%s(%q) does not say that %q looks like another", face, typed, names[0])
			}
		}
	}
}

// Only the list of look-alikes may put a second name beside an exact one.
func TestFindNeverMistakesAnExactName(t *testing.T) {
	alone := New(formularyOf(aFormulary, nil))
	listed := New(formularyOf(aFormulary, aLookAlikes))
	for _, c := range []struct{ name, want string }{
		{"Zoloft", "sertraline, ondansetron"},
		{"Zofran", "ondansetron, sertraline"},
		{"Celexa", "citalopram, fosphenytoin, celecoxib"},
		{"Celebrex", "celecoxib, citalopram, fosphenytoin"},
		{"Prozac", "fluoxetine, prazosin, omeprazole"},
		{"prazosin", "prazosin, fluoxetine"},
		{"Lamictal", "lamotrigine, terbinafine"},
		{"Lamisil", "terbinafine, lamotrigine"},
		{"Ativan", "lorazepam"},
		{"Efexor", "venlafaxine"}, // its look-alike is the same medicine
	} {
		t.Run(c.name, func(t *testing.T) {
			want := strings.Split(c.want, ", ")
			if got := alone.Settle(c.name); len(got) != 1 || !got[0].Exact || got[0].LookAlike || got[0].Medicine.Generic != want[0] {
				t.Errorf("without look-alikes: %v; want %q alone", got, want[0])
			}
			got := listed.Settle(c.name)
			if names := generics(got); names[0] != want[0] || !sameMembers(names, want) {
				t.Errorf("with look-alikes: %q; want %q", names, want)
			}
			for i, m := range got {
				if m.Exact != (i == 0) || m.LookAlike != (len(want) > 1) {
					t.Errorf("%s: exact %v, look-alike %v", m.Name, m.Exact, m.LookAlike)
				}
			}
		})
	}
}

func TestFindAsksWhenOneWordNamesTwoMedicines(t *testing.T) {
	finder := New(formularyOf(aFormulary, nil))
	for word, want := range map[string][]string{
		"sominex":    {"promethazine", "diphenhydramine"},
		"Unisom":     {"doxylamine", "diphenhydramine"},
		"Benadryl":   {"diphenhydramine", "acrivastine"},
		"robitussin": {"dextromethorphan", "guaifenesin"},
	} {
		got := finder.Settle(word)
		if !slices.Equal(generics(got), want) || !got[0].Exact || !got[1].Exact || !got[0].LookAlike || !got[1].LookAlike {
			t.Errorf("%s: %v; want %q, both exact and look-alike", word, got, want)
		}
	}
}

// What stands on a pack beside the name says nothing of which medicine it is;
// a number that belongs to the name does.
func TestFindIgnoresWhatIsNotTheName(t *testing.T) {
	finder := New(formularyOf(aFormulary, nil))
	for typed, want := range map[string]string{
		"my lustral 7mg tablets":       "sertraline",
		"LUSTRAL 7.7 mg once daily":    "sertraline",
		"lustral 7":                    "sertraline",
		"lustral 1,000µg capsules":     "sertraline",
		"7mg lustral":                  "sertraline",
		"lustral pills":                "sertraline",
		"lustral retard 7/7":           "sertraline",
		"toprol":                       "metoprolol",
		"Toprol XL 7":                  "metoprolol",
		"SeroquelXR":                   "quetiapine",
		"birth control pills":          "combined contraceptive pill",
		"morning after pill":           "levonorgestrel emergency pill",
		"5 htp":                        "5-HTP",
		"5-HTP 7 mg":                   "5-HTP",
		"5 htp 7":                      "5-HTP",
		"Vitamin B 12":                 "vitamin b12",
		"vitamin b12 7 mcg":            "vitamin b12",
		"vicks formula 44 7 ml":        "dextromethorphan",
		"omega 3 7mg":                  "omega-3",
		"7-oh":                         "kratom",
		"DHE":                          "dihydroergotamine",
		"d.h.e. 45":                    "dihydroergotamine",
		"co codamol 7/7":               "codeine",
		"ＬＵＳＴＲＡＬ":                      "sertraline", // letters of another width are the same letters
		"lustrаl":                      "",           // a letter of another script is another letter
		"7 mg":                         "",
		"my pills":                     "",
		"":                             "",
		"---":                          "",
		"z":                            "",
		strings.Repeat("lustral ", 99): "",
	} {
		got := finder.Settle(typed)
		switch {
		case want == "" && slices.ContainsFunc(got, func(m Match) bool { return m.Exact }),
			want != "" && (len(got) != 1 || !got[0].Exact || got[0].Medicine.Generic != want):
			t.Errorf("%.40q: %v; want %q", typed, got, want)
		}
	}
}

// The label has more words than the name; that finds it, but never as exact.
func TestFindNamesAmongOtherWords(t *testing.T) {
	finder := New(formularyOf(aFormulary, aLookAlikes))
	for typed, want := range map[string]string{
		"quetiapine fumarate":          "quetiapine",
		"sertraline hydrochloride USP": "sertraline",
		"i take zoloft every day":      "sertraline",
		"lithium orotate from a shop":  "lithium orotate",
	} {
		got := finder.Settle(typed)
		if len(got) == 0 || got[0].Exact || got[0].Medicine.Generic != want {
			t.Errorf("%q: %v; want %q, to be asked", typed, got, want)
		}
	}
}

func TestFindPutsTheNearestFirst(t *testing.T) {
	finder := New(formularyOf(aFormulary, aLookAlikes))
	for typed, want := range map[string]string{
		"olanzapin": "olanzapine", // not the mixture that comes before it in the list
		"5-hy":      "5-HTP",      // not hypericum
		"sud":       "pseudoephedrine",
		"wort":      "St John's wort", // by a later word
		"acid":      "valproate",
		"addivan":   "lorazepam", // by its sound
		"kwetiapin": "quetiapine",
		"zanex":     "alprazolam",
		"metaclo":   "metoclopramide", // unfinished and misspelt
	} {
		if got := finder.Find(typed); len(got) == 0 || got[0].Medicine.Generic != want {
			t.Errorf("%q: %q; want %q first", typed, generics(got), want)
		}
	}
}

// Letters that changed places are likelier than as many wrong ones, however far they moved.
func TestFindLettersInAnotherOrder(t *testing.T) {
	finder := New(formularyOf(aFormulary, aLookAlikes))
	for typed, want := range map[string]string{
		"metrodinazole":              "metronidazole",
		"pyroxidine":                 "vitamin b6", // and not paroxetine
		"doxylamine with pyroxidine": "doxylamine with pyridoxine",
	} {
		for face, found := range map[string][]Match{"Find": finder.Find(typed), "Settle": finder.Settle(typed)} {
			if len(found) == 0 || found[0].Medicine.Generic != want || found[0].Rest != "" {
				t.Errorf("%s(%q) proposes %q, the first with %+v; want %q first, with nothing left over", face, typed, generics(found), found[:min(1, len(found))], want)
			}
		}
	}
}

// A beginning with a mistake in it is the weakest likeness: a whole name that is farther
// off is proposed before it.
func TestFindAWholeNameBeforeABeginning(t *testing.T) {
	finder := New(formularyOf("imipramine; Tofranil; depression\ncitalopram; Celexa; depression\n", nil))
	if found := finder.Settle("citipram"); len(found) == 0 || found[0].Medicine.Generic != "citalopram" || !found[0].Likeness {
		t.Errorf("citipram: %q; want citalopram first, as a likeness", generics(found))
	}
}

// The first of several words bears a slip, and what follows stays hers.
func TestFindASlipInTheFirstOfSeveralWords(t *testing.T) {
	finder := New(formularyOf(aFormulary+"insulin; Humulin, Lantus; diabetes\n", aLookAlikes))
	for typed, want := range map[string]string{
		"insuin regular":   "insulin",
		"inuslin nph":      "insulin",
		"humuline nph":     "insulin",
		"unsulin nph":      "", // its first letter is another
		"little blue pill": "",
	} {
		found := finder.Settle(typed)
		switch {
		case want == "" && len(found) > 0:
			t.Errorf("%q proposes %q; want nothing", typed, generics(found))
		case want != "" && (len(found) == 0 || found[0].Medicine.Generic != want || !found[0].Likeness || found[0].Rest != strings.Fields(typed)[1]):
			t.Errorf("%q: %+v; want %s, with the second word left over", typed, found, want)
		}
	}
}

// However its name is written, a medicine comes first, or beside another that
// has the same name.
func TestFindEveryNameInEveryForm(t *testing.T) {
	f := formularyOf(aFormulary, aLookAlikes)
	finder := New(f)
	forms := map[string]func(string) string{
		"as printed": func(s string) string { return s },
		"lower":      strings.ToLower,
		"upper":      strings.ToUpper,
		"decomposed": norm.NFD.String,
		"no accents": func(s string) string {
			return strings.Map(func(r rune) rune {
				if unicode.Is(unicode.Mn, r) {
					return -1
				}
				return r
			}, norm.NFD.String(s))
		},
		"hyphens":   strings.NewReplacer(" ", "-", "'", "").Replace,
		"spaces":    strings.NewReplacer("-", " ", "'", "’").Replace,
		"together":  strings.NewReplacer(" ", "", "-", "").Replace,
		"one space": func(s string) string { return firstLetters(s, 1) + " " + strings.TrimPrefix(s, firstLetters(s, 1)) },
		"padded":    func(s string) string { return "  " + s + " . " },
	}
	for _, m := range f.Medicines {
		for _, name := range m.Names() {
			for form, write := range forms {
				typed := write(name)
				found := finder.Find(typed)
				i := slices.IndexFunc(found, func(o Match) bool { return o.Medicine == m })
				if i < 0 || !found[i].Exact || i > 0 && !(found[i-1].Exact && found[i].LookAlike) {
					t.Errorf("%q (%s of %s) finds %q", typed, form, m.Generic, generics(found))
				}
			}
		}
	}
}

// While a name is typed letter by letter, its medicine stays in sight from the
// third letter on, unless the list is full of others that fit as well.
func TestFindKeepsAMedicineWhileItsNameIsTyped(t *testing.T) {
	f := formularyOf(aFormulary, aLookAlikes)
	finder := New(f)
	for _, m := range f.Medicines {
		for _, name := range m.Names() {
			letters := []rune(name)
			for n := 3; n <= len(letters); n++ {
				typed := string(letters[:n])
				if len(questionnaire.Fold(typed)) < 3 {
					continue
				}
				found := finder.Find(typed)
				if !slices.Contains(generics(found), m.Generic) && len(found) < maxMatches {
					t.Errorf("%q, on the way to %q, finds only %q", typed, name, generics(found))
				}
				if len(found) == maxMatches && !slices.Contains(generics(found), m.Generic) {
					for _, o := range found {
						fits := slices.ContainsFunc(o.Medicine.Names(), func(n string) bool { return strings.HasPrefix(questionnaire.Fold(n), questionnaire.Fold(typed)) })
						if !fits && !o.LookAlike {
							t.Errorf("%q, on the way to %q, finds %q, which fits less", typed, name, o.Name)
						}
					}
				}
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	fuzztest.Hurry(f)
	formulary := formularyOf(aFormulary, aLookAlikes)
	finder := New(formulary)
	for _, seed := range []string{"", "zolof", "5-HTP", "hipérico", "st. john's wort 7 mg", "\xff\xfe", "é\u0301", "1,000 mg mg", "xr", "İ", "x'x", "٣", "\x1b[2J", "Add"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		if names := finder.Names(typed); strings.TrimSpace(typed) != "" && len(lettersIn(typed)) > 0 && len(lettersIn(strings.Join(names, ""))) == 0 {
			t.Errorf("%q is several names and none", typed)
		}
		for _, found := range [][]Match{finder.Find(typed), finder.Settle(typed)} {
			if len(found) > maxMatches {
				t.Errorf("%d matches", len(found))
			}
			seen := map[*questionnaire.Medicine]bool{}
			for i, m := range found {
				if !slices.Contains(formulary.Medicines, m.Medicine) || !slices.Contains(m.Medicine.Names(), m.Name) {
					t.Errorf("%q is not a name in the formulary", m.Name)
				}
				if seen[m.Medicine] {
					t.Errorf("%s comes twice", m.Medicine.Generic)
				}
				seen[m.Medicine] = true
				if m.Exact && i > 0 && !m.LookAlike {
					t.Errorf("%s is exact beside another, and no look-alike", m.Name)
				}
			}
		}
	})
}

// A stranger's formulary must not be able to keep her waiting.
func TestNewBearsAHostileFormulary(t *testing.T) {
	f := &questionnaire.Formulary{}
	words := strings.Repeat("ab ", 10_000)
	var alike []string
	for i := range 2_000 {
		f.Medicines = append(f.Medicines, &questionnaire.Medicine{Index: i, Generic: "same", Also: []string{words, fmt.Sprint("name ", i), ""}})
		alike = append(alike, "same", "same")
	}
	f.LookAlikes = [][]string{alike, {"nobody", ""}, nil}
	for i := range 20_000 {
		f.LookAlikes = append(f.LookAlikes, []string{"same", fmt.Sprint("name ", i%2_000)})
	}
	finder := New(f)
	for _, typed := range []string{"same", "sam", "sane", "ab ab", words, ""} {
		if found := finder.Find(typed); len(found) > maxMatches {
			t.Errorf("%.9q: %d matches", typed, len(found))
		}
	}
	if found := New(&questionnaire.Formulary{}).Find("zoloft"); len(found) > 0 {
		t.Errorf("an empty formulary finds %v", found)
	}
}

func generics(found []Match) []string {
	var names []string
	for _, m := range found {
		names = append(names, m.Medicine.Generic)
	}
	return names
}

func containsAll(names, wanted []string) bool {
	return !slices.ContainsFunc(wanted, func(w string) bool { return !slices.Contains(names, w) })
}

func sameMembers(a, b []string) bool { return len(a) == len(b) && containsAll(a, b) }

// fiveHundred is a formulary of a real one's size: 500 medicines with five
// names each, made of syllables so that they resemble one another.
func fiveHundred() *questionnaire.Formulary {
	begin := []string{"ser", "flu", "cita", "par", "ven", "dul", "mir", "tra", "bus", "lam"}
	middle := []string{"tra", "oxe", "lo", "vo", "lafa", "zo", "ta", "pi", "mo", "ri"}
	end := []string{"line", "tine", "pram", "xamine", "done"}
	f := &questionnaire.Formulary{}
	for _, b := range begin {
		for _, m := range middle {
			for _, e := range end {
				generic := b + m + e
				f.Medicines = append(f.Medicines, &questionnaire.Medicine{
					Index:   len(f.Medicines),
					Generic: generic,
					Also:    []string{generic + "a", e + b + " acid"},
					Brands:  []string{m + b + "x", strings.ToUpper(m) + e + " XR"},
				})
			}
		}
	}
	for i := 0; i+4 < len(f.Medicines); i += 10 {
		f.LookAlikes = append(f.LookAlikes, []string{f.Medicines[i].Generic, f.Medicines[i+4].Generic})
	}
	return f
}

func BenchmarkNew(b *testing.B) {
	f := fiveHundred()
	for b.Loop() {
		New(f)
	}
}

func BenchmarkFindKeystroke(b *testing.B) {
	finder := New(fiveHundred())
	for name, typed := range map[string]string{
		"two letters": "se",
		"unfinished":  "sertra",
		"exact":       "sertraline",
		"misspelt":    "sirtralime",
		"strength":    "sirtralime xr 7 mg 7",
		"nothing":     "the little blue pill",
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				finder.Find(typed)
			}
		})
	}
}

// What no keyboard of ours types is found or not; it is never a crash, and never one wrong
// medicine as if it were the name.
func TestFindBearsWhatNobodyTypes(t *testing.T) {
	finder := New(formularyOf(aFormulary, aLookAlikes))
	for typed, want := range map[string]string{
		"ｚｏｌｏｆｔ":                        "sertraline", // full-width
		"ｌｕｓｔｒａｌ　７ｍｇ":                   "sertraline", // with a full-width strength
		"hipe\u0301rico":                "St John's wort",
		"zo\u200bloft":                  "sertraline", // what does not show
		"zo\x00loft\x1b":                "sertraline",
		"💊 lustral 💊":                   "sertraline",
		"золофт":                        "",
		"左洛复":                           "",
		"زولوفت":                        "",
		"💊💊💊":                           "",
		"\x1b[2J\a\b":                   "",
		"zоlоft":                        "", // two letters of another script
		"\xff\xfe\xfd":                  "",
		"1234567890":                    "",
		strings.Repeat("ｚ", 3000):       "",
		strings.Repeat("zoloft", 500):   "",
		strings.Repeat("e\u0301", 1500): "",
	} {
		for _, found := range [][]Match{finder.Find(typed), finder.Settle(typed)} {
			switch {
			case want != "" && (len(found) == 0 || found[0].Medicine.Generic != want):
				t.Errorf("%.40q: %q; want %s", typed, generics(found), want)
			case want == "" && slices.ContainsFunc(found, func(m Match) bool { return m.Exact }):
				t.Errorf("%.40q is taken for %q", typed, generics(found))
			case want == "" && len(found) == 1 && !found[0].Likeness:
				t.Errorf("%.40q proposes %q alone", typed, generics(found))
			}
		}
		finder.Names(typed)
	}
}

// lettersIn are the letters of a text, folded.
func lettersIn(text string) string { return questionnaire.Fold(text) }

// A tail such as DM belongs to the name beside it: what that name is mistaken for does not
// come with its ingredient. Where the list has the name with the tail, it is not meant at all;
// else it stays, because she may have mistaken it, and the tail counts as a word that nobody knows.
func TestFindATailBelongsToTheNameBesideIt(t *testing.T) {
	finder := New(formularyOf(`guaifenesin; guaifenesina, Mucinex; chesty cough
guanfacine; Tenex; ADHD
dextromethorphan; DM, Mucinex DM; dry cough
diphenhydramine; Benadryl; allergy
sertraline; Zoloft; depression
ondansetron; Zofran; sickness
`, [][]string{{"guaifenesin", "guanfacine"}, {"Zoloft", "Zofran"}}))
	said := func(found []Match) string {
		var all []string
		for _, m := range found {
			text := m.Medicine.Generic
			for _, with := range m.With {
				text += "+" + with.Generic
			}
			if m.Rest != "" {
				text += "?" + m.Rest
			}
			all = append(all, text)
		}
		return strings.Join(all, ", ")
	}
	for typed, want := range map[string]string{
		"guaifenesin DM":       "guaifenesin+dextromethorphan",
		"Guaifenesina dm":      "guaifenesin+dextromethorphan",
		"guaifenesn DM":        "guaifenesin+dextromethorphan",
		"guaifenesin":          "guaifenesin, guanfacine", // without a tail she is asked
		"guanfacine DM":        "guanfacine+dextromethorphan, guaifenesin+dextromethorphan",
		"guaifenesin benadryl": "guaifenesin+diphenhydramine, guanfacine+diphenhydramine", // no tail, but another medicine
		"zoloft pm":            "sertraline+diphenhydramine, ondansetron?pm",
		"zofran pm":            "ondansetron+diphenhydramine, sertraline?pm",
		"mucinex DM":           "dextromethorphan",
	} {
		found := finder.Settle(typed)
		if got := said(found); got != want {
			t.Errorf("%q proposes %s; want %s", typed, got, want)
		}
		if len(found) == 1 && found[0].LookAlike {
			t.Errorf("%q: the only name looks like another", typed)
		}
	}
}
