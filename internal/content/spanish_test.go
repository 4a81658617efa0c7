package content

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// inSpanish is the sound questionnaire with a translation of one text.
func inSpanish(t *testing.T, place, text string) []questionnaire.Finding {
	t.Helper()
	q := read(t, nil)
	key := map[string]string{
		"WELCOME": "questionnaire/welcome", "ASK": "question/feeding/ask", "WHY": "question/feeding/why", "LABEL": "question/feeding/answer/mine",
		"REASON": "rule/milk/reason", "SAY": "rule/milk/ask/1", "FIRST": "rule/urgent/first", "NEAR": "rule/ssri/reason", "EDUCATION": "education/known/text",
		"STORY": "scenario/one/story",
	}[place]
	for _, original := range q.Texts() {
		if original.Key() != key {
			continue
		}
		parts := []string{original.Kind, original.ID, original.Field}
		if original.ID == "" {
			parts = []string{original.Kind, original.Field}
		}
		var b strings.Builder
		b.WriteString("language: es\nreviewed: []\n")
		for depth, part := range parts {
			fmt.Fprintf(&b, "%s%q:\n", strings.Repeat(" ", depth), part)
		}
		in := strings.Repeat(" ", len(parts))
		fmt.Fprintf(&b, "%sof: %q\n%sfrom: %q\n%sto: %q\n", in, original.Hash(), in, original.Text, in, text)
		tr, findings, err := folder.ReadTranslation(fstest.MapFS{"translations/es.yaml": {Data: []byte(b.String())}}, nil, "es")
		if tr == nil {
			t.Fatal(err, findings)
		}
		return CheckTranslation(q, tr, today)
	}
	t.Fatalf("no text is called %s", key)
	return nil
}

// TestPlantedFaultsInSpanishAreFound plants each sort of fault into a Spanish
// text, beside near misses that are to be left alone.
func TestPlantedFaultsInSpanishAreFound(t *testing.T) {
	for _, c := range []struct{ check, place, text, fault string }{
		{"dose", "REASON", "Toma dos gotas y espera.", "dos gotas"},
		{"dose", "REASON", "Un gramo es poco.", "Un gramo"},
		{"dose", "REASON", "Hazlo cada tres días.", "cada tres días"},
		{"dose", "REASON", "Espera doce horas antes de dar el pecho.", "Espera doce horas"},
		{"dose", "REASON", "Una dosis baja basta.", "dosis baja"},
		{"dose", "REASON", "Llama dos veces por semana a tu hermana.", ""},
		{"dose", "WELCOME", "No da dosis ni diagnósticos.", ""},

		{"stop-medicine", "REASON", "Deja el litio antes del viaje.", "Deja el litio"},
		{"stop-medicine", "REASON", "Puedes suspender el litio.", "Puedes suspender el litio"},
		{"stop-medicine", "REASON", "Conviene reducir tu medicación.", "Conviene reducir tu medicación"},
		{"stop-medicine", "NEAR", "Tomas un medicamento para el ánimo.", ""}, // does not say the allowed sentence: below
		{"stop-medicine", "NEAR", "No lo dejes ni lo cambies sin hablar con quien te lo recetó.", ""},
		{"stop-medicine", "NEAR", "No los dejes ni los cambies sin hablar con quien te los recetó.", ""},
		{"stop-medicine", "REASON", "Si dejas el litio de golpe, llama hoy.", ""},

		{"banned-word", "REASON", "Es una adicta.", "adicta"},
		{"banned-word", "REASON", "La microdosis es segura.", "segura"},
		{"banned-word", "REASON", "Es un remedio natural.", "remedio natural"},
		{"banned-word", "REASON", "Tienes depresión.", "Tienes depresión"},
		{"banned-word", "REASON", "Está contraindicado.", "contraindicado"},
		{"banned-word", "REASON", "Tienes que llamar hoy.", "Tienes que"},
		{"banned-word", "REASON", "Una recaída es posible.", "recaída"},
		{"banned-word", "REASON", "Los pacientes preguntan esto.", "pacientes"},
		{"banned-word", "REASON", "Apaga el ordenador.", "ordenador"},
		{"banned-word", "REASON", "Coge el móvil.", "Coge"},
		{"banned-word", "REASON", "No te preocupes.", "No te preocupes"},
		{"banned-word", "REASON", "Te recomendamos esperar.", "Te recomendamos"},
		{"banned-word", "REASON", "Nadie sabe si es seguro.", ""},
		{"banned-word", "REASON", "Lo desconocido nunca es más seguro que lo conocido.", ""},
		{"banned-word", "SAY", "¿Es seguro con mi leche?", ""},
		{"banned-word", "LABEL", "No estoy segura", ""},
		{"banned-word", "REASON", "Busca un lugar seguro.", ""},
		{"banned-word", "REASON", "La psicosis posparto es poco frecuente.", ""},

		{"hard-to-read", "REASON", "El " + strings.Repeat("bebé ", 23) + "duerme.", "has 25 words"},
		{"hard-to-read", "REASON", "El " + strings.Repeat("bebé ", 22) + "duerme.", ""},
		{"hard-to-read", "FIRST", "El " + strings.Repeat("bebé ", 13) + "duerme.", "has 15 words; make it two, of 14"},
		{"hard-to-read", "ASK", "¿Hay desestabilizaciones?", `"desestabilizaciones"`},
		{"hard-to-read", "ASK", "¿Tomas un medicamento?", ""},
		{"hard-to-read", "EDUCATION", strings.Repeat("La administración farmacológica individualizada requiere evaluaciones multidisciplinares exhaustivas.\n\n", 15), "INFLESZ"},
		{"hard-to-read", "EDUCATION", strings.Repeat("El bebé toma la leche y el resto no se sabe. Duerme bien por la noche.\n\n", 8), ""},
		{"too-long", "ASK", "¿" + strings.Repeat("a", 107) + "?", "shorten it to 108"},
		{"too-long", "ASK", "¿" + strings.Repeat("a", 106) + "?", ""},
		{"telephone-number", "REASON", "Llama al 600 123 123.", "600 123 123"},
	} {
		t.Run(c.check+" "+start(c.text), func(t *testing.T) {
			found := of(inSpanish(t, c.place, c.text), c.check)
			if c.place == "NEAR" && !strings.HasPrefix(c.text, "No lo") {
				if len(found) != 1 || !strings.Contains(found[0].Message, "does not say") {
					t.Errorf("a text near a medicine without the allowed sentence: %v", found)
				}
				return
			}
			switch {
			case c.fault == "" && len(found) > 0:
				t.Errorf("a near miss was not left alone: %v", found)
			case c.fault != "" && !slices.ContainsFunc(found, func(f questionnaire.Finding) bool { return strings.Contains(f.Message, c.fault) }):
				t.Errorf("want %q to be at fault, got %v", c.fault, found)
			}
			for _, f := range found {
				if f.At.File != "translations/es.yaml" || f.At.Line < 4 {
					t.Errorf("%v does not point into the translation", f)
				}
			}
		})
	}
}

func TestTheScaleForSpanish(t *testing.T) {
	es, _ := language.Of("es")
	for text, want := range map[string]float64{
		// 100 words of 2 syllables in 10 sentences: 206.835 - 62.3*2 - 10
		strings.Repeat("Bebe leche "+strings.Repeat("bebe ", 7)+"leche. ", 10): 72.2,
	} {
		p := passage{paragraphs: []paragraph{sentences(text, es)}}
		if got, ok := score(p, names{}, es); !ok || fmt.Sprintf("%.1f", got) != fmt.Sprintf("%.1f", want) {
			t.Errorf("%.2f, want %.1f", got, want)
		}
	}
}

// TestOwnTranslations holds that the Spanish that we ship has no error.
func TestOwnTranslations(t *testing.T) {
	files := os.DirFS("../../questionnaires/maternal")
	q, findings, err := folder.Read(files, nil)
	if q == nil {
		t.Fatal(err, findings)
	}
	languages := folder.Languages(files)
	if !slices.Contains(languages, "es") {
		t.Fatal("no Spanish")
	}
	for _, language := range languages {
		tr, findings, err := folder.ReadTranslation(files, nil, language)
		if tr == nil {
			t.Fatal(err, findings)
		}
		for _, f := range CheckTranslation(q, tr, today) {
			if f.Severity == questionnaire.Error {
				t.Error(f)
			} else {
				t.Log(f)
			}
		}
	}
}
