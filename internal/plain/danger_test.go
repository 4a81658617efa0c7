package plain

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// cries are what somebody in danger may type, as she types then: with slips, without
// accents, run together, in either language.
var cries = []string{
	"help", "HELP!", "i need help", "help me please", "hlep", "I want to die", "i wnat to die", "i want to dye", "iwanttodie", "i wanna die",
	"suicide", "suicde", "sucide", "suicidal thougths", "kill myself", "kil myself", "killmyself", "kill my self", "i dont want to live", "i don't want to be here anymore",
	"better off dead", "i cant go on", "overdse", "emergancy", "ambulence", "he is here", "he's here", "hes here", "He Is Here.", "heis here", "my husband, he is home",
	"he hit me", "he is hurting me", "im scared of him", "i cant breath", "cannot breathe", "not breathing", "took too many pills", "call the police", "not safe", "sos",
	"he chokes me", "my partner chokes me", "he strangled me", "he has a gun", "he raped me", "i shook my baby", "drown him", "my baby is unconscious", "he passed out",
	"my baby is blue", "heavy bleding", "unalive", "kms", "jump off the bridge", "I want to disappear", "voices tell me to hurt him", "i hear voices", "baby swallowed pills",
	"chest pain", "gun", "he has a knife", "bleeding", "im bleeding", "pistola", "sangrado", "not feeling safe", "seizure", "sangrando", "convulsion", "oigo voces", "me esta ahorcando", "tiene una pistola", "se trago pastillas", "dolor en el pecho",
	"ayuda", "ayúdame", "ayudame por favor", "necesito ayuda", "nesecito ayuda", "me quiero morir", "quiero morirme", "quiero morime", "suisidio", "suicidarme",
	"matarme", "quiero amtarme", "no quiero vivir", "no quiero seguir viviendo", "no puedo mas", "no aguanto mas", "el esta aqui", "él está aquí", "ya esta aqui", "esta aki aqui esta aqui",
	"me pega", "me pego", "tengo miedo", "tengo meido", "le tengo miedo", "sobredosis", "sobredocis", "emergensia", "ambulansia", "policia", "no respira", "no puedo respirar", "no puedo rrespirar",
}

// calm are lines that only look like one of them.
var calm = []string{
	"I am not sure", "no", "none of these", "dormirme", "I feed my baby", "breast milk", "diet", "diazepam", "dyed my hair", "skill", "ketamine", "sertraline",
	"the second", "go on", "no lo sé", "no estoy segura", "la segunda", "ninguna", "tomo leche", "moringa", "Emergen-C", "hero", "here", "healthy", "hemp oil",
	"unsure", "two years ago", "my mother died", "hace dos años", "embarazada", "muestra",
}

func TestACryIsHeardWhateverItsSpelling(t *testing.T) {
	for _, cry := range cries {
		if !wantsHelp(cry, everyLanguage()) {
			t.Errorf("not heard: %s", cry)
		}
	}
	for _, line := range calm {
		if wantsHelp(line, everyLanguage()) {
			t.Errorf("taken for a cry: %s", line)
		}
	}
}

// TestNoMedicineIsTakenForACry, but for those whose names have such a word in them:
// the page of names knows them before it hears the word.
func TestNoMedicineIsTakenForACry(t *testing.T) {
	for language, q := range maternals() {
		for _, m := range q.Formulary.Medicines {
			for _, name := range m.Names() {
				if wantsHelp(name, everyLanguage()) && !strings.Contains(strings.ToLower(name), "emergenc") {
					t.Errorf("%s: %s", language, name)
				}
			}
		}
	}
}

// TestACryLosesNoPlace: the lines are said at every prompt, also in the middle of a
// page, and then she stands where she stood, with what she had not heard yet.
func TestACryLosesNoPlace(t *testing.T) {
	for _, language := range []string{"en", "es"} {
		w, q := wording.In(language), maternal(language)
		region := slices.MinFunc(q.Regions, func(a, b *questionnaire.Region) int { // one screen of lines
			return len(questionnaire.AllLines(a)) - len(questionnaire.AllLines(b))
		})
		broken := 0
		for _, before := range []int{0, 1, 3, 5, 8} {
			lines := make([]string, before)
			for i := range lines {
				if lines[i] = "1"; i%2 == 0 {
					lines[i] = ""
				}
			}
			without := bursts(t, region.ID, language, append(slices.Clone(lines), ""))
			with := bursts(t, region.ID, language, append(slices.Clone(lines), "he is heer", ""))
			if cried := with[before+1].said; !strings.Contains(cried, w.Outcome.Lines+": ") || !strings.Contains(cried, wording.Digits(region.Lines[0].Call)) {
				t.Fatalf("%s: after %d lines the help lines are not said:\n%s", language, before, cried)
			}
			back := strings.TrimSpace(with[before+2].said)
			prompt := without[before].said[strings.LastIndex(without[before].said, "\n")+1:]
			want := strings.TrimSpace(prompt)
			if prompt == w.Plain.Prompt.More { // then the rest of the page comes
				want = strings.TrimSpace(without[before+1].said)
				broken++
			}
			if back != want {
				t.Errorf("%s: after %d lines and the help lines is said\n%s\nand not\n%s", language, before, back, want)
			}
		}
		if broken == 0 {
			t.Errorf("%s: never in the middle of a page", language)
		}
	}
}

// TestANumberToCallIsSaidDigitByDigit wherever it stands, in a sentence too: a reader says
// "nine hundred and eleven" of "Leave this and call 911". A web address, 112.ie, is none.
func TestANumberToCallIsSaidDigitByDigit(t *testing.T) {
	inSentences := 0
	for language, q := range maternals() {
		for i, region := range q.Regions {
			number := questionnaire.NumberOf(region, "emergency")
			if testing.Short() && i > 0 {
				break
			}
			for row := range q.Question("right-now").Answers {
				for _, b := range burstsAt(t, 80, 100, region.ID, language, []string{"1", "1", strconv.Itoa(row + 1), "1", "", "1", "1", "lines", "back", "enough", "", "leave"}) {
					if number != "" && regexp.MustCompile(`\b`+number+`\b[^.]|\b`+number+`\.?(\s|$)`).MatchString(b.said) {
						t.Errorf("%s, %s, answer %d: %s stands in\n%s", language, region.ID, row+1, number, b.said)
					}
					inSentences += strings.Count(b.said, wording.Digits(number)+".")
				}
			}
		}
	}
	if inSentences == 0 {
		t.Error("no number stood in a sentence")
	}
}

// bursts are what is said before each of these lines, and after the last.
func bursts(t *testing.T, region, language string, lines []string) []burst {
	t.Helper()
	return burstsAt(t, 80, 17, region, language, lines)
}

func burstsAt(t *testing.T, width, height int, region, language string, lines []string) []burst {
	t.Helper()
	in := &scripted{out: new(bytes.Buffer), lines: lines}
	_, err := Run(Options{Questionnaire: maternal(language), Words: wording.In(language), Region: region, In: in, Out: in.out,
		Size: func() (int, int) { return width, height }})
	if err != nil {
		t.Fatal(err)
	}
	return in.bursts
}

// scripted types lines, and keeps what was said before each.
type scripted struct {
	out    *bytes.Buffer
	lines  []string
	bursts []burst
}

func (s *scripted) Read(p []byte) (int, error) {
	s.bursts = append(s.bursts, burst{said: s.out.String()})
	s.out.Reset()
	if len(s.lines) == 0 {
		return 0, errEnded
	}
	line := s.lines[0]
	s.lines = s.lines[1:]
	return copy(p, line+"\n"), nil
}

// TestWhoReadsIsHeardToo: in the texts of learn.
func TestWhoReadsIsHeardToo(t *testing.T) {
	q, w, out := maternal("en"), wording.English(), new(bytes.Buffer)
	o := ReadingOptions{Questionnaire: q, Words: w, Guess: "us", In: strings.NewReader("\nquiero morirme\nzzzz\nleave\n\n\n\n"), Out: out, Size: sized(80)}
	if err := Read(o, q.Education); err != nil {
		t.Fatal(err)
	}
	said := strings.Split(out.String(), w.Plain.Prompt.More)
	if len(said) != 5 || said[4] != "\n" {
		t.Fatalf("leave does not end it: %d prompts\n%s", len(said)-1, out)
	}
	// Nobody has said where she is, so it is said whose lines these are, and others follow.
	inOrder(t, said[2], "set to: "+q.Region("us").Name, "call 9 1 1: Emergency services.")
	inOrder(t, said[2]+said[3], "call 9 1 1: Emergency services.", "Find A Helpline")
	inOrder(t, said[3], w.Plain.Reading)
	first, _, _ := strings.Cut(said[1], w.Plain.Prompt.More)
	for _, part := range said {
		if rows := strings.Count(part, "\n"); rows > 21 {
			t.Errorf("%d rows between two prompts:\n%s", rows, part)
		}
	}
	never(t, said[2]+said[3], strings.TrimSpace(first)) // nothing is said twice
}

// TestAPagerWaitsAtEachScreen, also for what comes piece by piece and is too wide.
func TestAPagerWaitsAtEachScreen(t *testing.T) {
	w, out := wording.English(), new(bytes.Buffer)
	p := NewPager(ReadingOptions{Words: w, In: strings.NewReader("\nleave\n"), Out: out, Size: func() (int, int) { return 40, 12 }})
	for n := range 40 {
		for _, piece := range []string{strings.Repeat("x", 20+n), "\n"} {
			if _, err := p.Write([]byte(piece)); err != nil {
				t.Fatal(err)
			}
		}
	}
	said := strings.Split(out.String(), w.Plain.Prompt.More)
	if len(said) != 3 || strings.Contains(said[2], "x") {
		t.Fatalf("it does not end with leave: %q", said)
	}
	for _, part := range said {
		rows := 0
		for row := range strings.SplitSeq(strings.Trim(part, "\n"), "\n") {
			rows += max(1, (len(row)+39)/40)
		}
		if rows > 10 {
			t.Errorf("%d rows:\n%s", rows, part)
		}
	}
}

// TestSlowSaysNumbersInPairs, all of a page or those of one of its lines.
func TestSlowSaysNumbersInPairs(t *testing.T) {
	for language, word := range map[string]string{"en": "slow", "es": "despacio"} {
		w := wording.In(language)
		said := bursts(t, "us", language, []string{"1", "lines", "", word + " 3", word, "", "", "", "", "", ""})
		inOrder(t, said[4].said, "1 8, 3 3, 8 5, 2 6, 2 6, 2.\n")
		never(t, said[4].said, "1 8, 0 0")
		all := ""
		for _, b := range said[5:] {
			all += b.said
		}
		for _, l := range maternal(language).Regions[0].Lines {
			if l.Call != "" && !strings.Contains(all, wording.Pairs(l.Call)) {
				t.Errorf("%s: %s is not said slowly:\n%s", language, l.Call, all)
			}
		}
		none := bursts(t, "us", language, []string{word})
		inOrder(t, none[1].said, w.Plain.NoNumber)
	}
}

// TestShortLeavesOutTheReasons until full is typed.
func TestShortLeavesOutTheReasons(t *testing.T) {
	for _, c := range []struct{ language, short, full string }{{"en", "short", "full"}, {"es", "corto", "completo"}} {
		w := wording.In(c.language)
		said := typed(small(), c.language, "1", "1", c.short, "3", c.full)
		inOrder(t, said, w.Question.Why, w.Plain.ShortTold, "Does a baby get your milk?\n1. Yes", w.Plain.FullTold, w.Question.Why+" What a parent takes")
		if n := strings.Count(said, w.Question.Why); n != 2 {
			t.Errorf("%s: a reason is said %d times:\n%s", c.language, n, said)
		}
	}
}

// TestAPagerKeepsTheLastRow that has no end, and at its prompt whoever needs a person
// hears where to find one, and then the rest.
func TestAPagerKeepsTheLastRow(t *testing.T) {
	w := wording.English()
	var out strings.Builder
	p := NewPager(ReadingOptions{Words: w, In: strings.NewReader("what\nI want to die\n\n\n\n\n"), Out: &out, Size: func() (int, int) { return 80, 6 }})
	fmt.Fprint(p, strings.Repeat("A row.\n", 8)+"The last row.")
	if err := p.Flush(); err != nil {
		t.Fatal(err)
	}
	inOrder(t, out.String(), "A row.", w.Plain.Reading, w.Line.Change, "A row.", "The last row.")
}
