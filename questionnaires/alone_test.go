package questionnaires_test

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/questionnaires"
)

// toldEverywhere are all questionnaires in all their languages, by name and language.
func toldEverywhere(t *testing.T) map[string]map[string]*questionnaire.Questionnaire {
	t.Helper()
	all := map[string]map[string]*questionnaire.Questionnaire{}
	for _, name := range questionnaires.Names() {
		files, _ := questionnaires.Named(name)
		var defaults fs.FS
		if name != questionnaires.Default {
			defaults = questionnaires.Maternal()
		}
		q, _, err := folder.Read(files, defaults)
		if q == nil {
			t.Fatal(name, err)
		}
		all[name] = map[string]*questionnaire.Questionnaire{q.Language: q}
		for _, language := range folder.Languages(files) {
			tr, _, err := folder.ReadTranslation(files, defaults, language)
			if tr == nil {
				t.Fatal(name, language, err)
			}
			all[name][language] = translation.Of(q, tr)
		}
	}
	return all
}

// leansOn finds the words of a sentence that stand for a noun.
var leansOn = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\b(it|its|they|them|theirs?)\b|\b(of|took) one\b|\b(this|that|these|those)[.,?]|\ball of this\b`),
	"es": regexp.MustCompile(`(?i)\pL(ar|er|ir|ár|ér|ír|ndo)(me|te|se|nos)?l[oa]s?[ .,;?]|` + // revisarla
		`\b(dígal|hágal|cuéntel|cuéntemel|dígamel|míral|revísel)[oa]s?\b|` +
		`\b(no|se|me|te|nos|nadie|quien) l[oa]s? \pL|` +
		`\b(eso|esto|ello|ellos|ellas|aquello)\b`),
}

// loFree are the words before which "lo" is an article.
var loFree = []string{"que", "de", "del", "demás", "más", "menos", "mejor", "peor", "mismo", "mío", "siguiente"}

// leans tells a sentence that has such a word.
func leans(language, text string) string {
	found := leansOn[language].FindString(text)
	if language != "es" || found != "" {
		return found
	}
	words := strings.Fields(text)
	for i, word := range words[:max(0, len(words)-1)] {
		if strings.EqualFold(strings.Trim(word, "¿,."), "lo") && !slices.Contains(loFree, strings.Trim(words[i+1], ",.?")) {
			return word + " " + words[i+1]
		}
	}
	return ""
}

// withItsNoun are the sentences that may lean, each with what it leans on.
var withItsNoun = map[string]string{
	"Could anything on my list change my sleep and mind? Can they be assessed now?":                              "my sleep and mind",
	"Please note my list. Could anything on it narrow blood vessels?":                                            "my list",
	"What could a substance without a known name hold, and what does it mean with my list?":                      "a substance",
	"What could ibogaine do to my heart, and does it clash with my list?":                                        "ibogaine",
	"Does everyone who prescribes for me know my history, and does my list fit it?":                              "my history",
	"Is a heart tracing worth it, with everything on my list?":                                                   "a heart tracing",
	"Can I have naloxone for my home, and who shows somebody near me how it is given?":                           "naloxone",
	"Is it true that psychedelics and lithium can cause seizures?":                                               "that psychedelics and lithium can cause seizures",
	"Does a psychedelic clash with a calming medicine, and with a sudden end of one?":                            "a calming medicine",
	"What is each thing on my list for, and does everything on it go together?":                                  "my list",
	"This is what I know of my list. Can you look at it for me?":                                                 "my list",
	"Can you find out what a medicine of mine is, and whether it clashes with anything?":                         "a medicine of mine",
	"What is a medicine of mine for, and does it matter for anything else?":                                      "a medicine of mine",
	"Please ask me the name of the medicine and what was taken. Do they clash?":                                  "the medicine and what was taken",
	"How do I keep what I have away from children, and what do I do if a child finds it?":                        "what I have",
	"What could be among wild mushrooms, and could it clash with anything I take?":                               "What could be",
	"What could be in a product from a shop, and could it clash with anything I take?":                           "What could be",
	"What could be in something that a person gave or sold, and could it clash with anything I take?":            "What could be",
	"Which help has been studied, and what would it ask of me?":                                                  "Which help",
	"What help is there, and who decides how fast it goes?":                                                      "What help",
	"What is known about psychedelics, and about all that I take, before a pregnancy and early in it?":           "a pregnancy",
	"Something that I took once changed what I see, and it stayed.":                                              "what I see",
	"What would it mean not to notice that my sugar falls?":                                                      "not to notice that my sugar falls",
	"The substance is kept where a child could reach it.":                                                        "The substance",
	"She hardly sleeps, and does not seem to need it.":                                                           "sleeps",
	"Can someone go to her and to the child now? Please ask me where they are.":                                  "to her and to the child",
	"My mind does not rest as it did.":                                                                           "My mind",
	"My feeling for a baby of mine is not as it was.":                                                            "My feeling",
	"¿Puede algo de mi lista cambiar mi sueño y mi mente? ¿Pueden valorarlos ahora?":                             "mi sueño y mi mente",
	"Esto es lo que sé de mi lista. ¿Puede revisarla conmigo?":                                                   "mi lista",
	"¿Cómo guardo lo que tengo lejos de los niños, y qué hago si una niña o un niño lo encuentra?":               "lo que tengo",
	"{report} ¿Qué puede hacerle un psicodélico a un bebé que toma mi leche, y cambio algo en cómo lo alimento?": "un bebé",
	"La sustancia se guarda donde una niña o un niño podría alcanzarla.":                                         "La sustancia",
	"Tengo pensamientos que me asustan, y no logro entenderlos.":                                                 "pensamientos",
	"Tengo esos pensamientos, y no haría nada de eso.":                                                           "esos pensamientos",
	"Ella casi no duerme, y no parece necesitarlo.":                                                              "duerme",
	"Si yo estuviera mal, nadie lo notaría.":                                                                     "estuviera mal",
}

// TestEverySentenceToSayStandsAlone: what she is to say stands on her card among
// sentences of other rules, in an order that nobody has seen before. A word such as "it"
// takes the nearest noun for its own, and in Spanish "dejarlo" after a sentence about
// somebody near is to leave him. So no sentence leans on a noun outside it.
func TestEverySentenceToSayStandsAlone(t *testing.T) {
	for language, leaning := range map[string][]string{
		"en": {"Can you look at it?", "What do I need for it?", "Who else can help me with this?", "I last took one today."},
		"es": {"¿Podemos hacer un plan, sin dejarlo de golpe?", "¿Puede revisarla conmigo?", "¿A quién se lo digo?", "¿Quién puede ayudarme con esto?", "Nadie más lo nota."},
	} {
		for _, said := range leaning {
			if leans(language, said) == "" {
				t.Errorf("%s: %q leans on nothing", language, said)
			}
		}
	}
	for language, alone := range map[string]string{"en": "Could we look at all that I take?", "es": "¿Podemos revisar lo que tomo, sin dejar nada de golpe?"} {
		if found := leans(language, alone); found != "" {
			t.Errorf("%s: %q leans by %q", language, alone, found)
		}
	}
	used := map[string]bool{}
	for name, languages := range toldEverywhere(t) {
		for language, q := range languages {
			for _, said := range toSay(q) {
				found := leans(language, said.text)
				if found == "" || name == "worried" && strings.HasSuffix(strings.Trim(found, " .,;?"), "la") {
					continue // all of that questionnaire is about her
				}
				noun, ok := withItsNoun[said.text]
				if used[said.text] = true; !ok || !strings.Contains(said.text, noun) {
					t.Errorf("%s in %s, %s: %q has its noun outside: %s", name, language, said.of, found, said.text)
				}
			}
		}
	}
	for text := range withItsNoun {
		if !used[text] {
			t.Errorf("nobody says any more: %s", text)
		}
	}
}

// words are a sentence to say, and whose it is.
type words struct{ of, text string }

// toSay are all sentences that somebody may be given to say.
func toSay(q *questionnaire.Questionnaire) []words {
	var all []words
	for _, r := range q.Rules {
		for _, ask := range r.Ask {
			all = append(all, words{"rule " + r.ID, ask.Text})
		}
	}
	for _, who := range q.Clinicians {
		for _, ask := range who.Ask {
			all = append(all, words{"clinician " + who.ID, ask})
		}
	}
	for _, asked := range q.Questions {
		for _, a := range asked.Answers {
			all = append(all, words{"question " + asked.ID, a.Said})
		}
	}
	return all
}

// TestAPromiseOfALineIsTheLines: a role is one line here and another there. What it is
// said to be must be true of the line that stands with it in each region: where the
// number is the ambulance's, the police may come; and no reason tells what hours a line
// keeps or what it listens to.
func TestAPromiseOfALineIsTheLines(t *testing.T) {
	notPolice := regexp.MustCompile(`(?i)not the police|no son la policía`)
	anyLine := regexp.MustCompile(`(?i)\b(this|a crisis) line is\b|esta línea (está|es)|línea de crisis está`)
	if !anyLine.MatchString("This line is there at any hour, for thoughts of every kind.") || !anyLine.MatchString("Esta línea está aquí a cualquier hora.") {
		t.Fatal("a promise is not seen")
	}
	said := 0
	for name, languages := range toldEverywhere(t) {
		for language, q := range languages {
			for _, r := range q.Rules {
				if anyLine.MatchString(r.Reason) {
					t.Errorf("%s in %s, rule %s speaks for every line: %s", name, language, r.ID, r.Reason)
				}
			}
			for _, region := range append(slices.Clone(q.Regions), nil) {
				for _, who := range q.Clinicians {
					here := who.In(region)
					if !slices.Contains(who.Lines, "emergency") || !notPolice.MatchString(here.Who) {
						continue
					}
					said++
					if region == nil || !slices.ContainsFunc(region.LinesOf(who.Lines[0]), func(l *questionnaire.HelpLine) bool { return l.Call != "" && l.Open.Always }) {
						t.Errorf("%s in %s: %s is said not to be the police, and the number may be the ambulance's: %s", name, language, who.ID, here.Who)
					}
				}
			}
		}
	}
	if said == 0 {
		t.Error("nobody hears any more that a poison centre is not the police")
	}
}

// TestFearForPapersIsNotViolence: beside a social worker, for somebody who fears for
// her work or her papers, no line for violence stands.
func TestFearForPapersIsNotViolence(t *testing.T) {
	q := maternal(t)
	who, worry := q.Clinician("social-worker-or-legal-aid"), q.Rule("worry")
	for _, region := range q.Regions {
		for _, l := range questionnaire.StepLines(who, []*questionnaire.Rule{worry}, worry.Urgency, region) {
			if l.Kind == "violence" {
				t.Errorf("%s: %s stands there", region.ID, l.ID)
			}
		}
	}
}
