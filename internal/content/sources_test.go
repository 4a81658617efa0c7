package content

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

func TestSourcesAndAge(t *testing.T) {
	line := "checked: 2026-10-01, source: https://988lifeline.org"
	education := "sources: [trial]\n    checked: 2026-10-01\n    reviewed: [{by: \"Ana Paz, RN 48213\", on: 2026-10-02, seen: SEEN}]\n"
	// A change to the topic of milk only: its education is the one before "What is known".
	for _, c := range []struct {
		name   string
		change [2]string
		asOf   string
		want   string // check severity at, of the only finding; none if empty
	}{
		{"an education text without a source", [2]string{"EDU", "sources: []\n    checked: 2026-10-01\n"}, "2026-11-24", "no-source warning milk.yaml:29:5"},
		{"a help line without a source", [2]string{line, "checked: 2026-10-01"}, "2026-11-24", "no-source warning help-lines.yaml:6:9"},
		{"an education text without a date", [2]string{"EDU", "sources: [trial]\n"}, "2026-11-24", "unchecked warning milk.yaml:29:5"},
		{"a help line without a date", [2]string{line, "source: https://988lifeline.org"}, "2026-11-24", "stale warning help-lines.yaml:6:9"},
		{"a date that is still to come", [2]string{line, "checked: 2026-12-24, source: https://988lifeline.org"}, "2026-11-24", "stale warning help-lines.yaml:6:9"},
		{"a record of a day that is still to come", [2]string{line, "evidence: [{source: https://988lifeline.org, on: 2026-10-01, kind: dated register}, {source: https://988lifeline.org, on: 2026-12-24, kind: dated register}]"}, "2026-11-24", "stale warning help-lines.yaml:6:179"},
		{"a date of today", [2]string{line, "checked: 2026-11-24, source: https://988lifeline.org"}, "2026-11-24", ""},
		{"a help line after 90 days", [2]string{line, "checked: 2026-08-26, source: https://988lifeline.org"}, "2026-11-24", ""},
		{"a help line after 91 days", [2]string{line, "checked: 2026-08-25, source: https://988lifeline.org"}, "2026-11-24", "stale warning help-lines.yaml:6:9"},
		{"a help line after half a year", [2]string{line, "checked: 2026-05-27, source: https://988lifeline.org"}, "2026-11-24", "stale warning help-lines.yaml:6:9"},
		{"an emergency number after 365 days", [2]string{"checked: 2026-10-01, source: https://www.911.gov", "checked: 2025-11-24, source: https://www.911.gov"}, "2026-11-24", ""},
		{"an emergency number after 366 days", [2]string{"checked: 2026-10-01, source: https://www.911.gov", "checked: 2025-11-23, source: https://www.911.gov"}, "2026-11-24", "stale warning help-lines.yaml:5:9"},
		{"an education text after 365 days", [2]string{"EDU", "sources: [trial]\n    checked: 2025-11-24\n"}, "2026-11-24", ""},
		{"an education text after 366 days", [2]string{"EDU", "sources: [trial]\n    checked: 2025-11-23\n"}, "2026-11-24", "stale warning milk.yaml:29:5"},
	} {
		t.Run(c.name, func(t *testing.T) {
			q := read(t, nil, [2]string{"title: What is known\n    text: " + strconv.Quote(filler) + "\n    " + education, "title: What is known\n    text: " + strconv.Quote(filler) + "\n    EDU    reviewed: [{by: \"Ana Paz, RN 48213\", on: 2026-10-02, seen: SEEN}]\n"},
				[2]string{"    EDU", "    " + educationOr(c.change, education)}, notEducation(c.change))
			asOf, err := time.Parse(time.DateOnly, c.asOf)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range Check(q, asOf) {
				got = append(got, f.Check.ID()+" "+f.Severity.String()+" "+f.At.String())
			}
			if strings.Join(got, ", ") != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// educationOr is what a case puts after the text, up to its review.
func educationOr(change [2]string, usual string) string {
	if change[0] == "EDU" {
		return change[1]
	}
	sources, _, _ := strings.Cut(usual, "    reviewed")
	return sources
}

func notEducation(change [2]string) [2]string {
	if change[0] == "EDU" {
		return [2]string{"nothing of this", ""}
	}
	return change
}

// TestWhatToDoAboutAgeIsWhatTheProgramTakes: of a line that was never checked, or too long
// ago, with evidence beside it and without, the command that is named fixes it.
func TestWhatToDoAboutAgeIsWhatTheProgramTakes(t *testing.T) {
	for _, record := range []string{
		"source: https://988lifeline.org",
		"evidence: [{source: https://988lifeline.org, kind: undated}]",
		"evidence: [{source: https://988lifeline.org, on: 2020-01-01, kind: dated register}]",
		"checked: 2020-01-01, source: https://988lifeline.org",
	} {
		q := read(t, nil, [2]string{"checked: 2026-10-01, source: https://988lifeline.org", record})
		asOf := time.Date(2026, 11, 24, 0, 0, 0, 0, time.UTC)
		const says = "write it down: askfirst lines --accept xx-988 --on DAY FOLDER"
		found := Check(q, asOf)
		if !slices.ContainsFunc(found, func(f questionnaire.Finding) bool { return strings.HasSuffix(f.Message, says) }) {
			t.Errorf("%s: %v", record, found)
		}
	}
}

func TestReviewsAreCountedOnce(t *testing.T) {
	none := [2]string{"    reviewed: [{by: \"Ana Paz, RN 48213\", on: 2026-10-02, seen: SEEN}]\n", ""}
	found := of(Check(read(t, nil, none), today), "unreviewed")
	if len(found) != 1 || found[0].Severity != questionnaire.Note || !strings.HasPrefix(found[0].Message, "2 of 2 ") {
		t.Errorf("got %v", found)
	}
}

// A text that is reviewed only by somebody whom one cannot ask is reviewed by nobody.
func TestAFalseReviewCountsForNobody(t *testing.T) {
	false := [2]string{`by: "Ana Paz, RN 48213", on: 2026-10-02`, `by: "x, y 1", on: 2026-10-02`}
	if found := of(Check(read(t, nil, false), today), "unreviewed"); len(found) != 1 || !strings.HasPrefix(found[0].Message, "1 of 2 ") && !strings.HasPrefix(found[0].Message, "2 of 2 ") {
		t.Errorf("got %v", found)
	}
}

// A review counts while its words stand, by somebody whom one can ask about, on a day
// that has come.
func TestAReviewIsOfTheseWords(t *testing.T) {
	was := `by: "Ana Paz, RN 48213", on: 2026-10-02, seen: SEEN`
	known := "    text: " + strconv.Quote(filler) + "\n    sources: [trial]\n    checked: 2026-10-01\n    reviewed: [{"
	mark := read(t, nil).Education[0].Mark()
	for now, want := range map[string]string{
		`by: "Ana Paz, RN 48213", on: 2026-11-24, seen: ` + mark:                       "",
		`by: "Belén Ruiz, matrona, colegiada n.º 28/1", on: 2026-11-24, seen: ` + mark: "",
		`by: x, on: 2026-11-24, seen: ` + mark:                                         "error",
		`by: "Ana Paz, RN", on: 2026-11-24, seen: ` + mark:                             "error",
		`by: "RN 48213", on: 2026-11-24, seen: ` + mark:                                "error",
		`by: "Ana Paz, RN 48213", on: 2026-11-25, seen: ` + mark:                       "error",
		`by: "Ana Paz, RN 48213", on: 2090-01-01`:                                      "error warning",
		`by: "Ana Paz, RN 48213", on: 2026-11-01`:                                      "warning",
		`by: "Ana Paz, RN 48213", on: 2026-11-01, seen: 12345678`:                      "warning",
		// who nobody can be asked about
		`by: "x, y 1", on: 2026-11-24, seen: ` + mark:                                "error",
		`by: "x y, RN 48213", on: 2026-11-24, seen: ` + mark:                         "error",
		`by: "Xxx Xxx, RN 48213", on: 2026-11-24, seen: ` + mark:                     "error",
		`by: "Ana, RN 48213", on: 2026-11-24, seen: ` + mark:                         "error",
		`by: "A. P., RN 48213", on: 2026-11-24, seen: ` + mark:                       "error",
		`by: "Ana Paz 2, RN 48213", on: 2026-11-24, seen: ` + mark:                   "error",
		`by: "Ana Paz, RN 1", on: 2026-11-24, seen: ` + mark:                         "error",
		`by: "Ana Paz, RN 000000", on: 2026-11-24, seen: ` + mark:                    "error",
		`by: "Ana Paz, licence 48213", on: 2026-11-24, seen: ` + mark:                "error",
		`by: "Ana Paz, y 48213", on: 2026-11-24, seen: ` + mark:                      "error",
		`by: "Dr. A. Paz, psychiatrist, GMC 7012345", on: 2026-11-24, seen: ` + mark: "",
		`by: "J. O'Brien, midwife, NMC 12A3456E", on: 2026-11-24, seen: ` + mark:     "",
		`by: "王芳, 药师 20198", on: 2026-11-24, seen: ` + mark:                          "",
		`by: "Мария Иванова, врач 77-1", on: 2026-11-24, seen: ` + mark:              "",
		// days on which nobody can have read it
		`by: "Ana Paz, RN 48213", on: 1900-01-01, seen: ` + mark: "error",
		`by: "Ana Paz, RN 48213", on: 2025-12-31, seen: ` + mark: "error",
		// before the sources were read
		`by: "Ana Paz, RN 48213", on: 2026-09-30, seen: ` + mark: "held warning",
		// one person twice, and two people
		`by: "Ana Paz, RN 48213", on: 2026-11-23, seen: ` + mark + `}, {by: "Ana Paz, RN 48213", on: 2026-11-23, seen: ` + mark:       "error",
		`by: "Ana Paz, RN 48213", on: 2026-11-23, seen: ` + mark + `}, {by: "Dra. ANA  PÁZ, RN 48213", on: 2026-11-24, seen: ` + mark: "error",
		`by: "Ana Paz, RN 48213", on: 2026-11-23, seen: ` + mark + `}, {by: "Ana Pazos, RN 48214", on: 2026-11-23, seen: ` + mark:     "",
	} {
		q := read(t, nil, [2]string{known + was, known + now})
		var got []string
		for _, f := range of(Check(q, today), "false-review") {
			if got = append(got, f.Severity.String()); f.Severity == questionnaire.Warning && !strings.HasSuffix(f.Message, "seen: "+mark) && !strings.Contains(f.Message, "before its sources were read on 2026-10-01") {
				t.Errorf("%s: %s", now, f.Message)
			}
		}
		slices.Sort(got)
		want, held := strings.CutPrefix(want, "held ")
		if got = slices.Compact(got); strings.Join(got, " ") != want {
			t.Errorf("%s: got %q, want %q", now, got, want)
		}
		if counts := len(q.Education[0].Reviewed) > 0; counts != (held || !strings.Contains(want, "warning")) {
			t.Errorf("%s: it counts: %v", now, counts)
		}
	}
	changed := read(t, nil, [2]string{known + was, strings.Replace(known, "A baby", "No baby", 1) + `by: "Ana Paz, RN 48213", on: 2026-10-02, seen: ` + mark})
	if len(changed.Education[0].Reviewed) > 0 {
		t.Error("other words are said to be reviewed")
	}
}

// reviewedBy are the findings about a text that this clinician is said to have reviewed.
func reviewedBy(t *testing.T, by ...string) []questionnaire.Finding {
	t.Helper()
	list := ""
	for _, one := range by {
		list += ", {by: " + strconv.Quote(one) + ", on: 2026-10-02, seen: SEEN}"
	}
	q := read(t, nil, [2]string{`    reviewed: [{by: "Ana Paz, RN 48213", on: 2026-10-02, seen: SEEN}]`, "    reviewed: [" + strings.TrimPrefix(list, ", ") + "]"})
	for _, e := range q.Education {
		if len(e.Lapsed) > 1 {
			e.Reviewed, e.Lapsed = e.Lapsed, nil
		}
	}
	return slices.DeleteFunc(Check(q, today), func(f questionnaire.Finding) bool { return f.Severity != questionnaire.Error })
}

// Whoever has a licence can say so: its number is not a telephone's, whatever its length.
func TestAnHonestReviewCanBeWritten(t *testing.T) {
	for _, by := range []string{
		"Jane Roe, pharmacist, GPhC 2051234", "Jane Roe, doctor, GMC 7654321", "Jane Roe, nurse, NMC 12A3456B", "Jane Roe, nurse practitioner, NPI 1234567893",
		"Jane Roe, doctor, GMC no. 7654321", "Jane Roe, doctor, GMC number 7654321", "Jane Roe, doctor, GMC: 7654321", "Jane Roe, doctor (GMC 7654321)",
		"Jane Roe, nurse, PIN 12A3456B", "Jane Roe, RN, licence 1234567", "Jane Roe, M.D., licence no. 1234567", "Dr Jane Roe, DO, license number 12345678",
		"Jane Roe, nurse, AHPRA NMW0001234567", "Jane Roe, midwife, registration 1234567", "Jane Roe, physician assistant, NCCPA 1234567",
		"Jane Roe, consultant perinatal psychiatrist, GMC 7654321, London", "Jane Roe, nurse, licence no 83421", "Jane Roe, nurse, RN 83421, valid until 2028",
		"Jane Roe, assistant professor and psychiatrist, GMC 7654321", "Jane Roe, general practitioner, GMC 7654321", "Mary Priest, midwife, NMC 12A3456B",
		"Belén Ruiz, matrona, colegiada 282812345", "Belén Ruiz, matrona, colegiada n.º 282812345", "Belén Ruiz, médica, colegiada n.º 28/28/12345", "Belén Ruiz, enfermera, colegiada número 2812345",
		"Belén Ruiz, psiquiatra, cédula profesional 12345678", "Belén Ruiz, médica, M.N. 1234567", "Belén Ruiz, farmacéutica, matrícula 1234567", "Belén Ruiz, médica de medicina interna, colegiada 281234567",
		"王芳, 药师 2019834", "Мария Иванова, врач 77-1",
	} {
		if found := reviewedBy(t, by); len(found) > 0 {
			t.Errorf("%s: %v", by, found)
		}
	}
}

// What somebody could dial is found beside a licence, and in the place of one.
func TestANumberToDialIsNoLicence(t *testing.T) {
	for _, by := range []string{
		"Jane Roe, nurse, RN 83421, +1 555 010 0100", "Jane Roe, nurse, RN 83421, call 555 0100", "Jane Roe, nurse, RN 83421, 5550100", "Jane Roe, nurse, call RN 5550100",
		"Jane Roe, nurse, +1 555 010 0100", "Jane Roe, nurse, call 555 0100", "Jane Roe, nurse, tel 5550100", "Jane Roe, nurse, phone number 5550100", "Jane Roe, nurse, RN 555 0100",
		"Jane Roe, nurse, RN 83421, GMC 5550100", "Jane Roe, nurse, RN 83421, 1-800-FLOWERS", "Belén Ruiz, matrona, colegiada 28123, llama al 555 0100", "Belén Ruiz, matrona, tel. 5550100",
		"Jane Roe, nurse 5550100", "Call 555 0100, nurse, RN 83421",
	} {
		if found := of(reviewedBy(t, by), "telephone-number"); len(found) == 0 {
			t.Errorf("%s: nothing is found", by)
		}
	}
	for _, by := range []string{"Jane Roe, nurse, +1 555 010 0100", "Jane Roe, nurse, call 555 0100", "Jane Roe, nurse, tel 5550100", "Jane Roe, nurse, RN 555 0100"} {
		if found := of(reviewedBy(t, by), "false-review"); len(found) == 0 {
			t.Errorf("%s: it counts", by)
		}
	}
}

// Only somebody who may treat people now, with a licence of her own, has reviewed a text.
func TestWhoMayNotTreatHasNotReviewed(t *testing.T) {
	var all []string
	for _, who := range []string{
		"student nurse", "trainee midwife", "nurse in training", "former nurse", "formerly a nurse", "ex-nurse", "exnurse", "ex nurse", "retired nurse", "nurse (retired)", "Retired Nurse",
		"veterinary nurse", "vet nurse", "veterinarian", "nursing assistant", "assistant nurse", "healthcare assistant", "nurse's aide", "unlicensed midwife", "shaman and nurse", "nurse and healer",
		"witch doctor", "doctor of philosophy", "future nurse", "coach",
		"estudiante de enfermería", "enfermera jubilada", "exenfermera", "ex-enfermera", "ex matrona", "enfermera veterinaria", "médico veterinario", "auxiliar de enfermería", "matrona en formación",
		"antigua enfermera", "enfermera retirada", "médico en prácticas", "chamana y enfermera", "curandero", "futura matrona",
	} {
		all = append(all, "Jane Roe, "+who+", RN 83421")
	}
	for _, licence := range []string{
		"RN 83421 revoked 2019", "RN 83421 (revoked)", "RN 83421, suspended", "RN 83421 expired", "RN 83421, lapsed in 2020", "no licence since 2019", "no license", "without licence 83421", "licence: none",
		"licence pending 83421", "not licensed 83421", "RN 83421 until 2019", "RN 83421, struck off", "RN since 2019", "since 2019", "2019", "RN 2019", "RN 2019-05-01", "05/2019", "RN", "licence 000", "inactive RN 83421",
	} {
		all = append(all, "Jane Roe, nurse, "+licence)
	}
	for _, licence := range []string{
		"colegiada 28123 revocada", "colegiada 28123, suspendida en 2019", "colegiada 28123 (vencida)", "licencia 28123 caducada", "sin licencia", "sin licencia desde 2019", "licencia 28123 anulada",
		"colegiada 28123 hasta 2019", "licencia 28123 en trámite", "inhabilitada 28123", "no colegiada 28123", "colegiada desde 2019", "colegiada 28123, dada de baja", "ya no ejerce, 28123",
	} {
		all = append(all, "Belén Ruiz, matrona, "+licence)
	}
	all = append(all, "Moon Child, shaman and nurse, RN 83421", "Student Jane Roe, nurse, RN 83421", "Former nurse Jane Roe, nurse, RN 83421", "Jane Roe (retired), nurse, RN 83421", "Jane Roe, GMC 7654321", "Jane Roe, what I do, licence 83421")
	for _, who := range []string{"plumber", "mother", "wise person", "doula", "Dr"} { // none of these is an RN
		all = append(all, "Jane Roe, "+who+", licence 83421")
	}
	for _, by := range all {
		found := of(reviewedBy(t, by), "false-review")
		if len(found) == 0 {
			t.Errorf("%s: it counts", by)
			continue
		}
		if said := found[0].Message; !strings.Contains(said, "; write ") && !strings.Contains(said, "; let somebody read it") {
			t.Errorf("%s: nothing says what to do: %s", by, said)
		}
	}
}

// A licence is one person's, however it and her name are written.
func TestOneLicenceIsOnePerson(t *testing.T) {
	one := "Jane Roe, pharmacist, PH-20512"
	for _, other := range []string{"Dr J. Roe, pharmacist, PH 20512", "Jane M. Roe, pharmacist, PH20512", "Ana Paz, pharmacist, PH 20.512", "Ana Paz, nurse, licence no. 20512", "Ana Paz, pharmacist, ph/20512, London", "Jane Roe, pharmacist, PH 20599"} {
		for _, by := range [][]string{{one, other}, {other, one}} {
			if found := of(reviewedBy(t, by...), "false-review"); len(found) != 2 || found[0].About == found[1].About { // one for each text
				t.Errorf("%q: %v", by, found)
			}
		}
	}
	for _, other := range []string{"Ana Paz, pharmacist, PH-20513", "Ana Paz, nurse, NMC 12A3456B"} {
		if found := of(reviewedBy(t, one, other), "false-review"); len(found) > 0 {
			t.Errorf("%q: %v", other, found)
		}
	}
}

// That of a translation is of all its words.
func TestAReviewOfATranslationIsOfTheseWords(t *testing.T) {
	q := smallFolder(t)
	tr, findings, err := folder.ReadTranslation(os.DirFS("../folder/testdata/small"), nil, "es")
	if tr == nil {
		t.Fatal(err, findings)
	}
	if found := of(CheckTranslation(q, tr, today.AddDate(0, 0, 1)), "false-review"); len(found) > 0 || len(tr.Reviewed) != 1 {
		t.Errorf("%v %v", found, tr.Lapsed)
	}
	mark := tr.Mark()
	if tr.Entries[0].To += "."; tr.Mark() == mark {
		t.Error("other words have the same mark")
	}
	tr.Reviewed[0].By = "x"
	if found := of(CheckTranslation(q, tr, today.AddDate(0, 0, 1)), "false-review"); len(found) != 1 || found[0].At.File != "translations/es.yaml" {
		t.Errorf("%v", found)
	}
}

func TestRegionsHaveEmergencyAndCrisisLines(t *testing.T) {
	for _, c := range []struct {
		name string
		from string
		to   string
		want int
	}{
		{"no emergency line", "kind: emergency", "kind: poison", 1},
		{"no crisis line", "kind: crisis", "kind: peer", 1},
		{"neither", "name: Anywhere\n", "name: Anywhere\n    lines: [{id: a, kind: peer, name: Peers, url: https://example.org, checked: 2026-10-01, source: https://example.org}]\n  - id: ca\n    name: Canada\n", 2},
		{"both", "kind: maternal", "kind: poison", 0},
		{"a site counts as a line", "name: Crisis line, call: \"988\"", "name: Crisis line, url: https://example.org", 0},
		{"two crisis lines", "kind: maternal", "kind: crisis", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := of(Check(read(t, nil, [2]string{c.from, c.to}), today), "empty-handed")
			if len(found) != c.want {
				t.Errorf("got %v", found)
			}
			for _, f := range found {
				if f.At.String() != "help-lines.yaml:2:5" || f.Severity != questionnaire.Error {
					t.Errorf("got %v", f)
				}
			}
		})
	}
}
