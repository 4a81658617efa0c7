package content

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/folder/foldertest"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
)

// planted are test data only: sentences that no text may have in it, each with the
// check that must find it, in English and in Spanish.
var planted = []struct{ check, english, spanish string }{
	{"dose", "Take 5 mg every third day.", "Toma 5 mg cada tres días."},
	{"stop-medicine", "Stop your medicine before you call.", "Deja tu medicamento antes de llamar."},
	{"banned-word", "A miracle cure for selfish mothers.", "Una madre egoísta."},
	{"telephone-number", "Call 0900 555 0100.", "Llama al 0900 555 0100."},
	{"refused-number", "Ask 1-800-273-8255.", "Pregunta en el 1-800-273-8255."},
	{"web-address", "Read www.example.com first.", "Lee www.example.com antes."},
}

func smallFolder(t testing.TB) *questionnaire.Questionnaire {
	t.Helper()
	q, findings, err := folder.Read(os.DirFS("../folder/testdata/small"), nil)
	if q == nil {
		t.Fatal(err, findings)
	}
	return q
}

// TestWhatIsPlantedIsFoundInEveryText plants all of it in each text of a
// questionnaire that uses every key. A check may be silent only where the list of
// texts says so.
func TestWhatIsPlantedIsFoundInEveryText(t *testing.T) {
	q := smallFolder(t)
	all := ""
	for _, plant := range planted {
		all += plant.english + " "
	}
	for _, p := range slices.Collect(q.Passages()) {
		was := *p.Words
		*p.Words = all
		holds(t, p, Check(q, today))
		*p.Words = was
	}
}

// TestWhatIsPlantedIsFoundInEveryTranslation does the same with a translation of
// each text.
func TestWhatIsPlantedIsFoundInEveryTranslation(t *testing.T) {
	q := smallFolder(t)
	all := ""
	for _, plant := range planted {
		all += plant.spanish + " "
	}
	for p := range q.Passages() {
		if !p.Use.Translated || *p.Words == "" {
			continue
		}
		text := translation.Write("es", []translation.Entry{{Text: p.One(), To: all}})
		tr, findings, err := folder.ReadTranslation(fstest.MapFS{"translations/es.yaml": {Data: text}}, nil, "es")
		if tr == nil {
			t.Fatal(err, findings)
		}
		p.At, p.Place = tr.Entries[0].At, questionnaire.Position{}
		holds(t, p, CheckTranslation(q, tr, today))
	}
}

// holds fails for a check that is silent on a text or takes it for another, or finds
// in it what it may have.
func holds(t *testing.T, p questionnaire.Passage, findings []questionnaire.Finding) {
	t.Helper()
	for _, plant := range planted {
		found := slices.ContainsFunc(findings, func(f questionnaire.Finding) bool {
			about := f.About == p.Of || p.Key == "generic" && f.About.Kind == p.Of.Kind // what was planted is its id
			return f.Check.ID() == plant.check && about && f.At == p.Line() && f.Severity == questionnaire.Error
		})
		if may := p.May(plant.check, ""); found == may {
			t.Errorf("%s in %v is found: %v; the list of texts says that it may be there: %v", plant.check, p, found, may)
		}
	}
}

// TestWhoReviewedATranslationIsChecked, because the first screen names her.
func TestWhoReviewedATranslationIsChecked(t *testing.T) {
	q := smallFolder(t)
	text := foldertest.Translation("language: es\nreviewed: [{by: Toma 5 mg cada tres días, on: 2026-01-01, seen: SEEN}]\n", "topic/feeding/title", "Breastfeeding", "Lactancia")
	tr, findings, err := folder.ReadTranslation(fstest.MapFS{"translations/es.yaml": {Data: []byte(text)}}, nil, "es")
	if tr == nil {
		t.Fatal(err, findings)
	}
	tr.Reviewed = tr.Lapsed
	if found := of(CheckTranslation(q, tr, today), "dose"); len(found) == 0 || found[0].At.File != "translations/es.yaml" || found[0].At.Line != 2 {
		t.Errorf("got %v", found)
	}
}

// TestEveryLeaveIsTaken: what a text may have in it is said for a reason, of a
// check that there is, and no whole check is lifted but for numbers and addresses.
func TestEveryLeaveIsTaken(t *testing.T) {
	whole := []string{"telephone-number", "web-address"}
	for p := range smallFolder(t).Passages() {
		for _, leave := range p.Use.May {
			if leave.Because == "" || !slices.ContainsFunc(planted, func(plant struct{ check, english, spanish string }) bool { return plant.check == leave.Check }) {
				t.Errorf("%v: %+v", p, leave)
			}
			isAddress := p.Key == "url" || p.Key == "source" || p.Key == "write-to"
			if leave.Group == "" && !slices.Contains(whole, leave.Check) && !isAddress {
				t.Errorf("%v: a whole check is lifted: %+v", p, leave)
			}
		}
	}
}

// TestWhatSheSaysIsMeasuredAlike: facts and requests are sentences in her voice, as
// the lines of a workshop are, and each is measured like these.
func TestWhatSheSaysIsMeasuredAlike(t *testing.T) {
	q := smallFolder(t)
	for _, r := range q.Rules {
		r.Interrupt = false // an emergency page is measured more strictly
	}
	found := map[string]string{} // by the key: what is said of each text under it
	for _, p := range slices.Collect(q.Passages()) {
		if !p.Use.Aloud {
			continue
		}
		was := *p.Words
		*p.Words = strings.Repeat("Extraordinarily complicated considerations ", 12) + "exist."
		all := ""
		for _, f := range of(Check(q, today), "hard-to-read") {
			if message, about := strings.CutPrefix(f.Message, p.String()); about && f.At == p.Line() {
				all += message + "\n"
			}
		}
		*p.Words = was
		if before, again := found[p.Key]; again && before != all {
			t.Errorf("of %v: %q, and of others: %q", p, all, before)
		}
		found[p.Key] = all
	}
	for _, key := range []string{"said", "ask"} {
		if found[key] != found["say"] || found[key] == "" {
			t.Errorf("of %q: %q, of \"say\": %q", key, found[key], found["say"])
		}
	}
}
