package language

import (
	"strings"
	"testing"
)

func TestEnglishSyllables(t *testing.T) {
	words := map[string]int{
		"a": 1, "the": 1, "milk": 1, "baby": 2, "mother": 2, "sleep": 1, "table": 2, "little": 2, "whole": 1, "asked": 1, "wanted": 2, "needed": 2, "handled": 2, "called": 1,
		"takes": 1, "uses": 2, "places": 2, "wishes": 2, "goes": 1, "tablets": 2, "medicine": 3, "medicines": 3, "pregnancy": 3, "pregnant": 2, "pharmacist": 3, "midwife": 2,
		"psychiatrist": 4, "anxiety": 4, "society": 4, "safety": 2, "every": 2, "everyone": 3, "something": 2, "sometimes": 2, "family": 3, "really": 2, "safely": 2, "completely": 3,
		"careful": 2, "useless": 2, "depression": 3, "television": 4, "patient": 2, "special": 2, "science": 2, "violence": 3, "serious": 3, "period": 3, "mania": 3, "diagnosis": 4,
		"psychosis": 3, "usual": 3, "january": 4, "create": 2, "area": 3, "idea": 3, "video": 3, "suicide": 3, "being": 2, "trying": 2, "going": 2, "people": 2, "language": 2,
		"experience": 4, "emergency": 4, "psilocybin": 4, "breastfeeding": 3, "didn't": 2, "doctor's": 2, "quiet": 2, "question": 2, "friend": 1, "quickly": 2,
		"hypertensive": 4, "evaluation": 5, "hormones": 2, "serotonin": 4, "antidepressant": 5, "seizure": 2, "sertraline": 3, "hospital": 3, "breathing": 2, "headache": 2,
	}
	if len(words) < 60 {
		t.Fatalf("only %d words", len(words))
	}
	l, _ := Of("en")
	for word, want := range words {
		if got := l.Syllables(word); got != want {
			t.Errorf("%s: got %d, want %d", word, got, want)
		}
	}
}

// Words with their syllables, as a Spanish dictionary parts them.
func TestSpanishSyllables(t *testing.T) {
	l, _ := Of("es")
	for parted, want := range map[string]int{
		"le-che": 2, "me-di-ca-men-to": 5, "hoy": 1, "y": 1, "muy": 1, "que": 1, "quién": 1, "pa-ís": 2, "dí-a": 2,
		"cui-da-do": 3, "a-ho-ra": 3, "le-er": 2, "bebé": 2, "ma-es-tra": 3, "ciu-dad": 2, "vein-tiún": 2, "far-ma-céu-ti-ca": 5,
		"far-ma-cia": 3, "psi-quia-tra": 3, "em-ba-ra-zo": 4, "pin-güi-no": 3, "cons-tru-yo": 3, "re-ír": 2, "oí-do": 3, "huer-to": 2,
		"des-pués": 2, "par-to": 2, "o": 1, "an-ti-de-pre-si-vo": 6, "a-e-ro-puer-to": 5, "U-ru-guay": 3, "or-to": 2, "15": 1,
	} {
		word := strings.ReplaceAll(parted, "-", "")
		if got := l.Syllables(word); got != want {
			t.Errorf("%s has %d syllables, counted %d", word, want, got)
		}
	}
}
