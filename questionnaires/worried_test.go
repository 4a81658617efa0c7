package questionnaires_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/scenario"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/questionnaires"
)

// worried is the questionnaire for somebody who is worried about a mother, in each
// language.
func worried(t *testing.T) map[string]*questionnaire.Questionnaire {
	t.Helper()
	files, ok := questionnaires.Named(questionnaires.Worried)
	if !ok {
		t.Fatal("there is no such questionnaire")
	}
	q, findings, err := folder.Read(files, questionnaires.Maternal())
	if q == nil {
		t.Fatal(err, findings)
	}
	all := map[string]*questionnaire.Questionnaire{"en": q}
	for _, l := range folder.Languages(files) {
		tr, findings, err := folder.ReadTranslation(files, questionnaires.Maternal(), l)
		if tr == nil {
			t.Fatal(err, findings)
		}
		if waiting := translation.Work(q, tr); len(waiting) > 0 {
			t.Errorf("%s: %d texts wait for a translator, the first %s", l, len(waiting), waiting[0].Text.Key())
		}
		all[l] = translation.Of(q, tr)
	}
	if all["es"] == nil {
		t.Fatal("no Spanish")
	}
	return all
}

// toTheMother is what may be said to a mother, and to nobody who is worried about
// one: that the reader is pregnant, feeds, takes something, or is ill.
var toTheMother = map[string]*regexp.Regexp{
	"en": regexp.MustCompile(`(?i)\b(your|my|our) (own )?(baby|child|milk|pregnancy|birth|midwife|medicines?|mind|mood|sleep|life|body|health|doctor|pharmacist|prescription|surgical)\b|\b(you|I) (are|am|feel|take|took|have taken|feed|gave|pump|hardly sleep|see, hear) ?(pregnant|ill|unwell|low|a medicine|something|birth|milk)?\b|\bcares? for you\b|\bare you on\b|\bsend you\b`),
	"es": regexp.MustCompile(`(?i)(?:^|\PL)(?:(tu|tus|mi|mis) (bebé|leche|embarazo|parto|matrona|medicamentos?|mente|ánimo|sueño|vida|cuerpo|salud|receta)|(tomas|tomaste|has tomado|amamantas|duermes|quitarte)|estás embarazada|te (cuida|recet\w+|envíen?))(?:$|\PL)`),
}

// spoken are words to her or to a reader that the pattern would take for a claim.
var spoken = map[string][]string{
	"en": {"I am worried", "I am not safe where I am", "If you are in danger now", "you are not safe", "Are you having thoughts of killing yourself", "Shall we call", "you are not sure", "if you are", "your local"},
	"es": {"Casi no has dormido"},
}

// TestTheWorriedAreNeverSpokenToAsTheMother goes through every text that they can
// meet, what is taken over included.
func TestTheWorriedAreNeverSpokenToAsTheMother(t *testing.T) {
	for language, q := range worried(t) {
		met := map[questionnaire.Subject]bool{}
		for _, r := range q.Rules {
			for _, n := range r.Needs {
				for _, c := range n.AnyOf {
					met[questionnaire.Subject{Kind: "clinician", ID: c.ID}] = true
				}
			}
		}
		looked := 0
		for _, text := range q.Texts() {
			switch text.Kind {
			case "questionnaire", "topic", "question", "rule", "education":
			case "clinician":
				if !met[questionnaire.Subject{Kind: text.Kind, ID: text.ID}] {
					continue // of maternal, and called by no rule here
				}
			default: // help lines speak in their own words
				continue
			}
			looked++
			said := text.Text
			for _, s := range spoken[language] {
				said = strings.ReplaceAll(said, s, "")
			}
			if found := toTheMother[language].FindString(said); found != "" {
				t.Errorf("%s: %s says %q to somebody who is not the mother: %s", language, text.Key(), found, text.Text)
			}
		}
		if looked < 150 {
			t.Errorf("%s: only %d texts were looked at", language, looked)
		}
	}
	for _, wrong := range []string{"Is your baby well?", "You are pregnant.", "I take something.", "The person who cares for you.", "Are you on a medicine?"} {
		if !toTheMother["en"].MatchString(wrong) {
			t.Errorf("the pattern lets %q pass", wrong)
		}
	}
	for _, wrong := range []string{"¿Está bien tu bebé?", "¿Tomas un medicamento?", "Quien te receta algo."} {
		if !toTheMother["es"].MatchString(wrong) {
			t.Errorf("the pattern lets %q pass", wrong)
		}
	}
}

// TestInSpanishSheIsNotTakenForWhoeverListens: "le" and "la" are her and are also whoever
// answers the telephone, who is spoken to as usted. "Le hacen daño" may be said of either, so
// a sentence that is said names her.
func TestInSpanishSheIsNotTakenForWhoeverListens(t *testing.T) {
	q, said := worried(t)["es"], []string(nil)
	for _, x := range q.Questions {
		for _, a := range x.Answers {
			said = append(said, a.Said)
		}
	}
	for _, r := range q.Rules {
		for _, a := range r.Ask {
			said = append(said, a.Text)
		}
	}
	either := regexp.MustCompile(`(?i)(?:^|\PL)(le \pL+|la (ayud|dej|cuid)\pL+)`)
	herself := regexp.MustCompile(`(?i)(?:^|\PL)ella(?:$|\PL)`)
	found := 0
	for _, s := range said {
		if either.MatchString(s) {
			found++
			if !herself.MatchString(s) {
				t.Errorf("this may be said of whoever listens: %s", s)
			}
		}
	}
	if found < 5 {
		t.Errorf("only %d sentences have such a word", found)
	}
}

// TestTheWorriedAreAskedLittleAndByRules: ten questions at most, and no rule that
// rests on nothing. Nobody has reviewed these texts.
func TestTheWorriedAreAskedLittleAndByRules(t *testing.T) {
	q := worried(t)["en"]
	if n := len(q.Questions); n > 10 {
		t.Errorf("%d questions", n)
	}
	for _, r := range q.Rules {
		if len(r.Sources) == 0 {
			t.Errorf("rule %q names no source", r.ID)
		}
	}
	for _, e := range q.Education {
		if len(e.Reviewed) > 0 {
			t.Errorf("%q says that somebody has reviewed it", e.ID)
		}
	}
	for _, s := range q.Scenarios {
		if result := scenario.Run(q, s); !result.Passed() {
			t.Errorf("%s fails: %v", s.ID, result.Failures)
		}
	}
	// What it takes over is maternal's, and says so.
	mother := maternal(t)
	for i, c := range mother.Clinicians {
		if got := q.Clinicians[i]; got.ID != c.ID || got.Who != c.Who || !got.At.Inherited() {
			t.Errorf("clinician %d is %q, and in maternal %q", i, got.ID, c.ID)
		}
	}
	for i, r := range mother.Regions {
		if got := q.Regions[i]; got.ID != r.ID || len(got.Lines) != len(r.Lines) {
			t.Errorf("region %d is not that of maternal", i)
		}
	}
	if e := q.Text("psychosis-after-birth"); e == nil || !e.At.Inherited() || e.Text != mother.Text("psychosis-after-birth").Text {
		t.Error("the text of maternal is not taken over")
	}
}

// TestTheFirstPagesLeaveRoomForTheNumber: where the program knows the region it says 911, so
// no first page of either questionnaire says in words what a number could say.
func TestTheFirstPagesLeaveRoomForTheNumber(t *testing.T) {
	inWords := map[string][]string{"en": {"emergency number"}, "es": {"número de emergencia"}}
	for language, q := range worried(t) {
		if !strings.Contains(string(q.Welcome), "{emergency}") {
			t.Errorf("%s: the welcome has no place for the number", language)
		}
		for _, text := range []questionnaire.Text{q.Welcome, q.Consent, q.ConsentShared} {
			for _, words := range inWords[language] {
				if strings.Contains(strings.Join(strings.Fields(string(text)), " "), words) {
					t.Errorf("%s: %q stands in a first page, where {emergency} could", language, words)
				}
			}
		}
	}
}
