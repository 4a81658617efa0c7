package plain

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
)

var update = flag.Bool("update", false, "write the transcripts anew")

var small = sync.OnceValue(func() *questionnaire.Questionnaire {
	q, findings, err := folder.Read(os.DirFS("testdata/small"), nil)
	if err != nil || q == nil {
		panic(findings)
	}
	return q
})

// typist types lines, and they are seen on the screen as at a terminal.
type typist struct {
	lines []string
	out   *bytes.Buffer
}

func (ty *typist) Read(p []byte) (int, error) {
	if len(ty.lines) == 0 {
		return 0, io.EOF
	}
	line := ty.lines[0]
	ty.lines = ty.lines[1:]
	ty.out.WriteString(line)
	return copy(p, line+"\n"), nil
}

// typed is what is on the screen after these lines, from the welcome on.
func typed(q *questionnaire.Questionnaire, language string, lines ...string) string {
	return typedAt(0, q, language, lines...)
}

// typedAt is the same at so many columns; 0: lines as long as they are.
func typedAt(columns int, q *questionnaire.Questionnaire, language string, lines ...string) string {
	out := new(bytes.Buffer)
	_, err := Run(Options{Questionnaire: q, Words: wording.In(language), Language: language, Region: "here",
		In: &typist{lines, out}, Out: out, Size: sized(columns)})
	if err != nil {
		panic(err)
	}
	return out.String()
}

// after is the part that follows the last of these words.
func after(t *testing.T, said, words string) string {
	t.Helper()
	at := strings.LastIndex(said, words)
	if at < 0 {
		t.Fatalf("never said: %s\n%s", words, said)
	}
	return said[at+len(words):]
}

// inOrder asks that these are said, one after the other.
func inOrder(t *testing.T, said string, words ...string) {
	t.Helper()
	rest := said
	for _, w := range words {
		_, after, ok := strings.Cut(rest, w)
		if !ok {
			t.Errorf("not said in its place: %s\n%s", w, said)
			return
		}
		rest = after
	}
}

func never(t *testing.T, said string, words ...string) {
	t.Helper()
	for _, w := range words {
		if strings.Contains(said, w) {
			t.Errorf("said: %s\n%s", w, said)
		}
	}
}

// way is somebody's way in one language: its name and what she types.
type way struct{ name, en, es string }

// ways leads to each place; / parts what is typed.
var ways = []way{
	{"welcome", "leave", "salir"},
	{"danger", "1/1/1", "1/1/1"},
	{"stop", "1/1/1/stop here/see who", "1/1/1/parar aquí/ver con quién"},
	{"pause", "1/1/1/1/no//yes", "1/1/1/1/2//1"},
	{"emergency-before-pause", "1/1/1/1/yes/1/", "1/1/1/1/1/seguir con/"},
	{"review", "1/1/3/1/none/", "1/1/3/1/ninguno/"},
	{"change", "1/1/3/1/none/1/change an answer/3/2/1", "1/1/3/1/ninguno/1/cambiar una respuesta/3/2/1"},
	{"change-that-removes-a-question", "1/1/1/1/no//1/none/1/change/2/3", "1/1/1/1/2//1/ninguno/1/cambiar/2/3"},
	{"skip", "1/1/skip this part/undo/skip", "1/1/saltar esta parte/deshacer/saltar"},
	{"enough", "1/1/enough/undo/enough/2", "1/1/basta/deshacer/basta/2"},
	{"medicines", "1/1/3/1/calmix/1/1/painol/back/none/2/undo/painl and calmix/none/none/painl/1/2/1/back", "1/1/3/1/calmix/1/1/painol/volver/ninguno/2/deshacer/painl y calmix/ninguno/ninguno/painl/1/2/1/volver"},
	{"result", "1/1/2/1/none/1/////list/2/back", "1/1/2/1/ninguno/1/////lista/2/volver"},
	{"reading", "1/1/3/1/none/1//2/", "1/1/3/1/ninguno/1//2/"},
	{"lines", "1/help/2/", "1/ayuda/2/"},
	{"why", "1/1/3/why/why not", "1/1/3/por qué/para qué no"},
	{"keys", "?/back", "?/volver"},
	{"errors", "1/1/3/7/what/1 2/", "1/1/3/7/qué/1 2/"},
}

// TestTranscripts holds what is said at each place, in both languages. Each
// transcript was read before it was kept.
func TestTranscripts(t *testing.T) {
	for _, w := range ways {
		for language, lines := range map[string]string{"en": w.en, "es": w.es} {
			got := typedAt(80, small(), language, strings.Split(lines, "/")...)
			file := filepath.Join("testdata", "transcripts", w.name+"."+language+".txt")
			if *update {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s is not as it was; with -update it is written anew:\n%s", file, got)
			}
		}
	}
}

func TestTheEmergencyComesBeforeThePause(t *testing.T) {
	said := typed(small(), "en", "1", "1", "1", "1", "1", "1", "")
	emergency := after(t, said, "Might you be hurt today, 1 to 4: 1\n")
	if !strings.HasPrefix(emergency, "Go to a safe room, and call 1 0 0.\n- call 1 0 0: Emergency.") {
		t.Errorf("first is said: %s", emergency)
	}
	inOrder(t, said, "Go to a safe room", "Thank you for staying with that.", "There is no clock here.", "Does a baby get your milk?")
}

func TestWhoStopsKeepsTheLines(t *testing.T) {
	said := after(t, typed(small(), "en", "1", "1", "1", "2"), "1 to 2: 2\n")
	inOrder(t, said, "Who can help now", "call 1 0 0", "See who to talk to", "Go on with the questions")
	never(t, said, "Prefer not to say")
}

func TestWhatAChangedAnswerChangedIsSaid(t *testing.T) {
	lost := after(t, typed(small(), "en", "1", "1", "3", "1", "none", "1", "change an answer", "3", "2", "1"), "Who to talk to first")
	inOrder(t, lost, "The doctor. At your next visit.", "May I ask you something?", "What changed with your answer", "Less urgent now: the doctor", "Enter for the rest")
	words := typed(small(), "en", "1", "1", "2", "1", "none", "1", "change an answer", "3", "2", "1")
	inOrder(t, words, "Who to talk to first", "Who to talk to first", "What changed with your answer", "Other words to say, or another reason: the doctor.")
	same := typed(small(), "en", "1", "1", "2", "1", "none", "1", "change an answer", "3", "1", "1")
	inOrder(t, same, "Who to talk to first", "Who to talk to first", "The doctor. Today.", "Who to talk to, and how soon, stays the same.", "Enter for the rest")
	listed := after(t, typed(small(), "en", "1", "1", "3", "1", "none", "1", "change an answer", "3", "2", "1", "list"), "list: list")
	inOrder(t, listed, "The doctor. At your next visit.", "What changed with your answer")
}

// TestAChangedAnswerIsToldOnce, by the review; one that stays as it was, before it.
func TestAChangedAnswerIsToldOnce(t *testing.T) {
	for language, w := range map[string]struct{ none, change, numbers string }{
		"en": {"none", "change an answer", "1 to 4: "}, "es": {"ninguno", "cambiar una respuesta", "de 1 a 4: "},
	} {
		words := wording.In(language)
		for answer, want := range map[string]string{
			"2": wording.Fill(words.Check.Changed, "answer", "No"),
			"1": wording.Fill(words.Plain.Chosen, "answer", "Yes, all or some of it"),
		} {
			said := after(t, typed(small(), language, "1", "1", "3", "1", w.none, "1", w.change, "3", answer), w.numbers+answer+"\n")
			told, _, _ := strings.Cut(said, words.Check.Heading)
			if strings.TrimSpace(told) != want {
				t.Errorf("%s: before the review is told %q, want %q", language, told, want)
			}
		}
	}
}

// TestAQuestionThatVanishesLeadsBackToTheReview: nothing is asked again.
func TestAQuestionThatVanishesLeadsBackToTheReview(t *testing.T) {
	said := after(t, typed(small(), "en", "1", "1", "1", "1", "no", "", "1", "none", "1", "change", "2", "3"), "Your answer is now: None of these.")
	inOrder(t, said, "Your answers", "See who to talk to")
	never(t, said, "\nDoes a baby get your milk?\n", "Might you be hurt")
}

func TestSkippedPartsAndTakingBack(t *testing.T) {
	said := typed(small(), "en", "1", "1", "skip this part", "undo")
	inOrder(t, said, "Is any of this happening now?", "That part is passed over.", "Type undo to take that back.", "What do you take?", "Taken back.", "Is any of this happening now?")
	inOrder(t, typed(small(), "en", "undo"), "There is nothing to take back.")
	one := typed(small(), "en", "1", "1", "skip")
	inOrder(t, one, "You chose: Prefer not to say.", "Might you be hurt today?")
}

func TestWhySaysWhomAnAnswerCanLeadTo(t *testing.T) {
	said := after(t, typed(small(), "en", "1", "1", "3", "why"), "1 to 4: why\n")
	inOrder(t, said, "Why we ask", "What a parent takes", "Your answer can lead to a talk with:", "- The doctor", "Does a baby get your milk, 1 to 4:")
}

// TestTheResultIsToldOneConversationAtATime, and after a card nothing is listed again.
func TestTheResultIsToldOneConversationAtATime(t *testing.T) {
	said := after(t, typed(small(), "en", "1", "1", "1", "1", "no", "", "1", "calmix", "1", "1", "1", "yes", "", "see who"), ": see who\n")
	first, _, _ := strings.Cut(said, "Enter for talk 2 of 3")
	inOrder(t, first, "Who to talk to first", "A crisis line. Now.", "call 1 0 0: Emergency", "Say this: “I feel in danger.”", "You can have somebody")
	never(t, first, "The doctor", "Your pharmacist", "1. ")

	next := after(t, typed(small(), "en", "1", "1", "1", "1", "no", "", "1", "calmix", "1", "1", "1", "yes", "", "see who", ""), "Enter for talk 2 of 3")
	inOrder(t, next, "Talk 2 of 3: The doctor.", "How soon: Before you decide.", "Say this: “First, what must you report, and to whom?”", "I feed my baby my milk.")

	end := typed(small(), "en", "1", "1", "3", "1", "none", "1", "", "", "1")
	closed := after(t, end, "1 to 8: 1\n")
	inOrder(t, closed, "Talk 1 of 1: The doctor.")
	back := after(t, typed(small(), "en", "1", "1", "3", "1", "none", "1", "", "1", "back"), ": back\n")
	if prompt, _, _ := strings.Cut(back, "\n"); !strings.HasPrefix(prompt, "Enter for the rest") {
		t.Errorf("after a card: %s", back)
	}
}

// TestNoNumberOfTheResultCountsBeforeItWasHeard: among them is one that ends everything, and
// one that leaves a line on the screen. Each leads to the list of all of them.
func TestNoNumberOfTheResultCountsBeforeItWasHeard(t *testing.T) {
	for language, lines := range map[string]string{"en": "1/1/2/1/none/1", "es": "1/1/2/1/ninguno/1"} {
		w := wording.In(language)
		for _, number := range []string{"1", "2", "4", "5", "6", "7", "8", "8."} {
			said := typed(small(), language, append(strings.Split(lines, "/"), number)...)
			inOrder(t, after(t, said, w.Plain.Prompt.RestOrList), w.Plain.NotYet, w.Outcome.Heading, "\n7. ")
		}
	}
}

// TestKeysThatNoLineHasAreNoAnswer: arrows, keys with a name and the signs around what was
// pasted are left out whole, and a line of them is neither an answer nor Enter.
func TestKeysThatNoLineHasAreNoAnswer(t *testing.T) {
	for _, keys := range []string{"\x1b[A\x1b[B", "\x1b[B", "\x1b[1;5C", "\x1bOA", "\x1b[[A", "\x1b[3~", "\x1b[200~\x1b[201~", "\x1b]0;x\a"} {
		said := after(t, typed(small(), "en", "1", "1", keys), keys+"\n")
		inOrder(t, said, "That is not an answer here.")
		said = typed(small(), "en", "1", "1", "3", "1", keys+"calmix"+keys)
		inOrder(t, said, "calmix"+keys+"\ncalmix: which one is it?")
	}
}

// TestWhatComesAfterTheStepsStandsForItself: it begins with whom to talk to first, and
// what to do when it gets worse has every number, the one of the first step too. No
// number is offered before it was heard.
func TestWhatComesAfterTheStepsStandsForItself(t *testing.T) {
	for language, lines := range map[string]string{"en": "1/1/2/1/none/1//", "es": "1/1/2/1/ninguno/1//"} {
		w := wording.In(language)
		said := typed(small(), language, strings.Split(lines, "/")...)
		rest := after(t, said, w.Plain.Prompt.RestOrList)
		inOrder(t, rest, w.Outcome.Heading+"\n", w.Urgency.Today+".\n1. "+w.Outcome.Whole, w.Outcome.Worse, "1 0 0", "2 0 0",
			wording.Fill(w.Plain.AllHeard, "numbers", wording.Fill(w.Plain.Prompt.Numbers, "n", "8")))
		never(t, rest, wording.Fill(w.Plain.NothingChosen, "numbers", wording.Fill(w.Plain.Prompt.Numbers, "n", "8")))
	}
}

func TestHelpAndWordsOfDangerLeadToTheLines(t *testing.T) {
	for _, language := range []string{"en", "es"} {
		for _, cry := range []string{"help", "ayuda", "I want to die", "me quiero morir", "suicide", "Quiero matarme", "help me!", "100", "200"} {
			for _, before := range [][]string{{}, {"1"}, {"1", "1"}, {"1", "1", "1"}, {"1", "1", "3", "1"}, {"1", "1", "3", "1", "calmix"}, {"1", "1", "3", "1", "1"}, {"1", "1", "3", "1", "1", "1"}} {
				said := typed(small(), language, append(before, cry)...)
				inOrder(t, said, cry+"\n\n"+wording.In(language).Outcome.Lines+": Here", "1 0 0")
			}
		}
	}
}

func TestNamesAreNeverLost(t *testing.T) {
	chose := func(lines ...string) string {
		said := typed(small(), "en", append([]string{"1", "1", "3", "1"}, lines...)...)
		return after(t, said, "You chose: ")
	}
	heard := func(lines ...string) string {
		return typed(small(), "en", append([]string{"1", "1", "3", "1"}, lines...)...)
	}
	for _, names := range []string{"calmix, painol", "calmix and painol", "Calmix; painol", "calmix,and painol"} {
		said := chose(names, "1", "1", "2", "1")
		inOrder(t, said, "Calmix (calmazole): I still take it; painol: I stopped by myself.")
	}
	for language, back := range map[string]string{"en": "back", "es": "atrás"} {
		told := wording.Fill(wording.In(language).Medicines.LeftOut, "name", "calmix")
		inOrder(t, typed(small(), language, "1", "1", "3", "1", "calmix", back), ": "+back+"\n", told)
		inOrder(t, typed(small(), language, "1", "1", "3", "1", "calmix", "painol"), ": painol\n", told)
		never(t, typed(small(), language, "1", "1", "3", "1", "painol", "1", "calmix"), "painol"+strings.TrimPrefix(told, "calmix"))
	}
	// Back from the state of the first of two, it is still asked which it is; and what takes an
	// answer back leaves no name without a word.
	inOrder(t, heard("calmix, painol", "1", "back"), ": back\n", "1. Calmix (calmazole)")
	inOrder(t, heard("calmix, painol", "1", "back", "undo"), ": undo\n", "calmix is not on your list.", "painol is not on your list.", wording.English().Plain.Undone)
	taken := typed(small(), "en", "1", "1", "3", "1", "calmix", "1", "1", "calmazole", "back", "back", "1")
	inOrder(t, after(t, taken, "You chose: "), "Calmix (calmazole): I still take it.") // its name takes nothing off
}

// TestWhatIsTakenOffIsSaidAndComesBack: with undo, which takes back nothing else then.
func TestWhatIsTakenOffIsSaidAndComesBack(t *testing.T) {
	for language, lines := range map[string]string{"en": "1/1/3/1/calmix/1/1/2/undo/1", "es": "1/1/3/1/calmix/1/1/2/deshacer/1"} {
		w := wording.In(language)
		off := wording.Fill(w.Medicines.Off, "medicine", "Calmix (calmazole)")
		said := typed(small(), language, strings.Split(lines, "/")...)
		inOrder(t, said, off+" "+w.Plain.UndoTold, "1. "+w.Answer.None, w.Plain.Undone, "1. "+w.Medicines.Done, "Calmix (calmazole): ")
		inOrder(t, after(t, said, w.Plain.Undone), wording.Fill(w.Plain.Chosen, "answer", "Calmix (calmazole): I still take it"))
	}
	// What is put on it too.
	for language, lines := range map[string]string{"en": "1/1/3/1/calmix/1/undo/calmix/1/1/undo", "es": "1/1/3/1/calmix/1/deshacer/calmix/1/1/deshacer"} {
		w := wording.In(language)
		said := typed(small(), language, strings.Split(lines, "/")...)
		inOrder(t, said, "Calmix (calmazole)", w.Plain.Undone, "1. "+w.Answer.None, "1. "+w.Medicines.Done, w.Plain.Undone, "1. "+w.Answer.None)
		never(t, said, wording.Fill(w.Plain.Chosen, "answer", "Calmix"))
	}
	// Another step between, and undo means the answer before.
	inOrder(t, typed(small(), "en", "1", "1", "3", "1", "calmix", "1", "1", "2", "help", "back", "undo"), "no longer on your list", "Taken back.", "Does a baby get your milk?")
}

// TestAnExactNameIsNotAskedAgain, unless another medicine is mistaken for it.
func TestAnExactNameIsNotAskedAgain(t *testing.T) {
	for _, language := range []string{"en", "es"} {
		w := wording.In(language)
		said := after(t, typed(small(), language, "1", "1", "3", "1", "painol"), ": painol\n")
		inOrder(t, said, wording.Fill(w.Medicines.StateAsk, "medicine", page.Medicine(w, small().Formulary, 1)), "1. ")
		never(t, said, wording.Fill(w.Plain.Which, "name", "painol"))
		inOrder(t, typed(small(), language, "1", "1", "3", "1", "calmix"), wording.Fill(w.Plain.Which, "name", "calmix"))
	}
}

// TestNoMeansTheAnswerThatStandsAlone, where there is one.
func TestNoMeansTheAnswerThatStandsAlone(t *testing.T) {
	inOrder(t, typed(small(), "en", "1", "1", "no"), "You chose: None of these.")
	inOrder(t, typed(small(), "es", "1", "1", "no"), "Elegiste: None of these.")
}

// TestANameWithAWordOfDangerInItIsAName, once it is known to the questionnaire.
func TestANameWithAWordOfDangerInItIsAName(t *testing.T) {
	for language, name := range map[string]string{"en": "levonorgestrel emergency pill", "es": "pastilla de emergencia con levonorgestrel"} {
		q, w, out := maternal(language), wording.In(language), new(bytes.Buffer)
		lines := []string{"1", "1"}
		for _, topic := range q.Topics {
			if topic.Questions[0].TakesMedicines() {
				break
			}
			lines = append(lines, Word(w, page.Skip))
		}
		Run(Options{Questionnaire: q, Words: w, Region: "us", In: &typist{append(lines, name), out}, Out: out})
		about, _, _ := strings.Cut(w.Medicines.StateAsk, "{")
		inOrder(t, out.String(), "\n"+about+name)
	}
}

// TestANumberIsNeverAName, though a brand ends in it, as XL-3: whoever types the
// number of "Not sure" has not named a medicine.
func TestANumberIsNeverAName(t *testing.T) {
	for _, language := range []string{"en", "es"} {
		q, w := maternal(language), wording.In(language)
		lines := []string{"1", "1"}
		for _, topic := range q.Topics {
			if topic.Questions[0].TakesMedicines() {
				break
			}
			lines = append(lines, Word(w, page.Skip))
		}
		about, _, _ := strings.Cut(w.Medicines.StateAsk, "{")
		asked := regexp.MustCompile("(?m)^" + about + ".*:$")
		for _, number := range []string{"1", "3", "4", "5", "6", "7", "10", "3.", "2 3"} { // 2 is a medicine that is not in the list
			out := new(bytes.Buffer)
			Run(Options{Questionnaire: q, Words: w, Region: "us", In: &typist{append(slices.Clone(lines), number), out}, Out: out})
			if said := asked.FindString(out.String()); said != "" {
				t.Errorf("%s: %s is taken for a name: %s", language, number, said)
			}
		}
	}
}

// TestPastedLinesAnswerNothing: three lines pasted at the name of a medicine are
// names; a number among them was typed before there was anything to choose from.
func TestPastedLinesAnswerNothing(t *testing.T) {
	said := pasted(t, "1\n", "1\n", "3\n", "1\n", "calmix\npainol\n2\n", "1\n", "1\n", "2\n", "1\n", "leave\n")
	inOrder(t, said, "was not taken as an answer: 2", "calmix: which one is it?", "About painol:",
		"You chose: Calmix (calmazole): I still take it; painol: I stopped by myself.")
	// Where no name is asked for, a refused line takes with it what came along.
	said = pasted(t, "1\n", "1\n", "calmix\npainol\n2\n", "leave\n")
	inOrder(t, said, "not an answer here", "was not taken as an answer: painol, 2")
	never(t, said, "You chose")
}

// pasted is what is said to somebody who pastes lines in bursts.
func pasted(t *testing.T, bursts ...string) string {
	t.Helper()
	in, keys := io.Pipe()
	out := new(safe)
	ended := make(chan error)
	go func() {
		_, err := Run(Options{Questionnaire: small(), Words: wording.English(), Region: "here", In: in, Out: out, Paste: 50 * time.Millisecond})
		ended <- err
	}()
	for _, lines := range bursts {
		io.WriteString(keys, lines)
		time.Sleep(150 * time.Millisecond)
	}
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// safe is a buffer for two goroutines.
type safe struct {
	mu sync.Mutex
	bytes.Buffer
}

func (s *safe) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.Buffer.Write(p)
}

func TestTheEndOfInputIsNeverAnAnswer(t *testing.T) {
	for _, in := range []string{"", "1\n1\n", "1\n1\n1", "1\n1\n3\n1\ncalmix"} {
		out := new(bytes.Buffer)
		if _, err := Run(Options{Questionnaire: small(), Words: wording.English(), Region: "here", In: strings.NewReader(in), Out: out}); err != nil {
			t.Fatal(err)
		}
		if strings.Count(in, "\n") < 3 {
			never(t, out.String(), "You chose", "Call 1 0 0")
		}
		inOrder(t, out.String(), "Nothing was stored.")
	}
}

// TestLeavingLeavesNothingWhateverTheWay. That it has ended is said after the rest was
// cleared, with time to hear it; where nothing can be cleared it stays.
func TestLeavingLeavesNothingWhateverTheWay(t *testing.T) {
	const farewell = "Take care of yourself. You can come back at any time. Nothing was stored.\nIf there is danger, call 1 0 0.\n"
	for _, lines := range [][]string{{"2"}, {"leave"}, {"1", "quit"}, {"1", "1", "1", "leave"}, {"1", "1", "1"}, {"1", "1", "enough", "1", "finish"}} {
		out, heard := new(bytes.Buffer), ""
		if _, err := Run(Options{
			Questionnaire: small(), Words: wording.English(), Region: "here", In: &typist{lines, out}, Out: out, Wipe: out.Reset,
			Linger: func() { heard += out.String() },
		}); err != nil {
			t.Fatal(err)
		}
		if heard != farewell || out.Len() > 0 {
			t.Errorf("%q: heard at the end %q, and then there is %q", lines, heard, out)
		}
		if _, err := Run(Options{Questionnaire: small(), Words: wording.English(), Region: "here", In: &typist{lines, out}, Out: out}); err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(out.String(), "\n"+farewell) {
			t.Errorf("%q: where nothing is cleared it ends with %q", lines, out)
		}
	}
}

// TestOneLineStaysForWhichSheAsked, and nothing is said before it that could be cleared
// too late.
func TestOneLineStaysForWhichSheAsked(t *testing.T) {
	for _, lines := range [][]string{{"1", "1", "1", "2", "3"}, {"1", "1", "enough", "1", "clear and finish"}} {
		out := new(bytes.Buffer)
		if _, err := Run(Options{
			Questionnaire: small(), Words: wording.English(), Region: "here", In: &typist{lines, out}, Out: out, Wipe: out.Reset,
			Linger: func() { t.Errorf("%q: waits over %q", lines, out) },
		}); err != nil {
			t.Fatal(err)
		}
		if want := "If there is danger, call 1 0 0.\n"; out.String() != want {
			t.Errorf("%q: what stays is %q, want %q", lines, out, want)
		}
	}
}

// TestLeavingIsUnderstoodInAnyLanguage: whoever must be gone at once types the word
// that comes first, also where a name of a medicine is asked for.
func TestLeavingIsUnderstoodInAnyLanguage(t *testing.T) {
	for word, language := range map[string]string{"leave": "es", "Quit": "es", "exit": "es", "salir": "en", "cerrar": "en"} {
		p := wording.In(language).Plain
		for _, way := range [][]string{{}, {"1"}, {"1", "1"}, {"1", "1", "3", "1"}} {
			own := strings.TrimSpace(strings.SplitN(p.Typed.Leave, ",", 2)[0])
			want := typed(small(), language, append(slices.Clone(way), own)...)
			said := typed(small(), language, append(slices.Clone(way), word)...)
			at := strings.LastIndex(said, word) // what she typed, whatever words were said before
			if said[:at]+own+said[at+len(word):] != want {
				t.Errorf("%s: %q after %q is not %q:\n%s", language, word, way, own, said)
			}
		}
	}
}

// TestErrorsAreLongOnceAndThenShort, and never more than twenty words.
func TestErrorsAreLongOnceAndThenShort(t *testing.T) {
	for _, language := range []string{"en", "es"} {
		p := wording.In(language).Plain
		said := typed(small(), language, "1", "1", "3", "xxxx", "yyyy", "")
		long, _, _ := strings.Cut(p.NotUnderstood, "{words}")
		inOrder(t, said, long, wording.Fill(p.NotUnderstoodShort, "numbers", wording.Fill(p.Prompt.Numbers, "n", "4")))
		if strings.Count(said, long) != 1 {
			t.Errorf("%s: the long error is said again", language)
		}
		begins := strings.Index(said, long)
		whole, _, _ := strings.Cut(said[begins:], "\n")
		for _, e := range []string{whole, p.NotUnderstoodShort, p.NothingChosen, p.Ambiguous, p.StandsAlone, p.NotHere} {
			if n := len(strings.Fields(e)); n > 20 {
				t.Errorf("%d words: %s", n, e)
			}
		}
	}
}

// TestNoNumberIsParted, at any width that a terminal has, or a braille line.
func TestNoNumberIsParted(t *testing.T) {
	q := maternal("en")
	for _, width := range []int{16, 20, 30, 40, 60, 80} {
		for _, r := range q.Regions {
			out := new(bytes.Buffer)
			Run(Options{Questionnaire: q, Words: wording.English(), Region: r.ID, In: strings.NewReader("lines\n\n\n\n\n\n\n\n\n"), Out: out, Size: sized(width)})
			for _, l := range r.Lines {
				for _, number := range []string{l.Call, l.Text} {
					spelled := wording.Digits(number)
					if len(spelled) > width { // whole all the same, and wide enough
						spelled = strings.ReplaceAll(spelled, " ", "")
					}
					if !strings.Contains(out.String(), spelled) {
						t.Errorf("%d columns, %s: %s is not whole", width, r.ID, spelled)
					}
				}
			}
		}
	}
}

// TestInAWorkshopEnterGoesOn, and only telephone numbers are spelled.
func TestInAWorkshopEnterGoesOn(t *testing.T) {
	q := maternal("en")
	out := new(bytes.Buffer)
	err := Workshop(WorkshopOptions{Questionnaire: q, Words: wording.English(), Region: q.Regions[0], Now: time.Now,
		In: &typist{[]string{"nadia", "3", "", "lines", "notes"}, out}, Out: out})
	if err != nil {
		t.Fatal(err)
	}
	inOrder(t, out.String(), "Nadia\nNadia. Next? \n", "five weeks old", "call 9 1 1", "Page 2 of ")
	for n := range 10 {
		never(t, after(t, out.String(), "Page 2 of "), fmt.Sprintf(" %d of 1 ", n), "2 0 2")
	}
}

// TestWhatIsNotUnderstoodLosesNothing: what was still to be said of the page is said
// after it, so that nobody chooses from numbers that she has not heard.
func TestWhatIsNotUnderstoodLosesNothing(t *testing.T) {
	for _, spoken := range []string{"en", "es"} {
		q, w := maternal(spoken), wording.In(spoken)
		p := w.Plain
		for _, c := range []struct{ typed, said string }{
			{"zzzz", p.NotUnderstood}, {"99", p.NotUnderstood}, {language.Told(p.Typed.Undo), p.NoUndo}, {language.Told(p.Typed.List) + " zz", p.NotUnderstood},
		} {
			out := new(bytes.Buffer)
			lines := append([]string{"", "", "", "", c.typed}, make([]string, 8)...)
			_, err := Run(Options{Questionnaire: q, Words: w, Language: spoken, Region: "us", In: &typist{lines, out}, Out: out,
				Size: func() (int, int) { return 80, 12 }})
			if err != nil {
				t.Fatal(err)
			}
			var all []string
			for n, a := range q.Question("right-now").Answers {
				first, _, _ := strings.Cut(a.Label, " ")
				all = append(all, "\n"+strconv.Itoa(n+1)+". "+first)
			}
			inOrder(t, out.String(), all...)
			inOrder(t, out.String(), strings.Fields(c.said)[0], all[len(all)-1])
		}
	}
}

// TestWhatIsTypedAheadPartsNoRow: the Enter of a line that was typed before its
// prompt was seen before it, so that what comes next begins a row of its own.
func TestWhatIsTypedAheadPartsNoRow(t *testing.T) {
	in, keys := io.Pipe()
	out := new(safe)
	ended := make(chan error)
	go func() {
		_, err := Run(Options{Questionnaire: maternal("en"), Words: wording.English(), Region: "us", In: in, Out: out, Paste: 20 * time.Millisecond,
			Size: func() (int, int) { return 40, 12 }})
		ended <- err
	}()
	io.WriteString(keys, "\n\n\n\n\n")
	time.Sleep(100 * time.Millisecond)
	io.WriteString(keys, "leave\n")
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	prompt := strings.TrimSpace(wording.English().Plain.Prompt.More)
	told := 0
	for row := range strings.SplitSeq(out.String(), "\n") {
		if rest, is := strings.CutPrefix(row, prompt); is {
			told++
			if strings.TrimSpace(rest) != "" && rest != " Take care of yourself. You can come back" { // after the prompt that "leave" answered
				t.Errorf("a prompt and what follows are one row: %q", row)
			}
		}
	}
	if told < 3 {
		t.Errorf("%d prompts:\n%s", told, out)
	}
}

// TestAPromptIsBrokenAsAllElse, and a row of a narrow screen is left for each part.
func TestAPromptIsBrokenAsAllElse(t *testing.T) {
	for _, width := range []int{20, 24, 40} {
		said := typedAt(width, maternal("es"), "es", make([]string, 12)...)
		for row := range strings.SplitSeq(said, "\n") {
			if len([]rune(row)) > width {
				t.Errorf("at %d columns: %q", width, row)
			}
		}
	}
}

// TestAWorkshopHearsACryForHelp on every page, in any language, and loses nothing of
// its list to a line that is not understood.
func TestAWorkshopHearsACryForHelp(t *testing.T) {
	q := maternal("en")
	for _, before := range [][]string{{}, {""}, {"", "nadia", "1", "", ""}} {
		for _, cry := range []string{"help", "ayuda", "i want to die", "quiero morirme"} {
			out := new(bytes.Buffer)
			err := Workshop(WorkshopOptions{Questionnaire: q, Words: wording.English(), Region: q.Regions[0], Now: time.Now, In: &typist{append(before, cry), out}, Out: out})
			if err != nil {
				t.Fatal(err)
			}
			inOrder(t, after(t, out.String(), cry), "Help lines", "call 9 8 8")
		}
	}
	out := new(bytes.Buffer)
	if err := Workshop(WorkshopOptions{Questionnaire: q, Words: wording.English(), Region: q.Regions[0], Now: time.Now, In: &typist{[]string{"zzzz"}, out}, Out: out}); err != nil {
		t.Fatal(err)
	}
	stories := len(workshop.Choose(q, workshop.Wish{})) + len(q.Workshop.Plans)
	inOrder(t, out.String(), "zzzz", "\n"+strconv.Itoa(stories)+". ")
}

// TestAListThatIsNotDoneIsKept: back, to the help lines, and from the review.
func TestAListThatIsNotDoneIsKept(t *testing.T) {
	for language, w := range map[string]map[string]string{"en": {"back": "back", "help": "help", "enough": "enough"}, "es": {"back": "atrás", "help": "ayuda", "enough": "basta"}} {
		for _, away := range [][]string{{w["back"], "1"}, {w["back"], w["back"], w["back"], "3", "1", "1"}, {w["help"], ""}, {w["help"], w["back"]}} {
			said := typed(small(), language, append([]string{"1", "1", "3", "1", "calmix", "1", "1"}, append(away, "1")...)...)
			inOrder(t, after(t, said, trimmed(strings.Split(wording.In(language).Plain.Chosen, "{")[0])), "calmazole): I still take it")
		}
		// Who ends the questions is told of what is on her list.
		said := typed(small(), language, "1", "1", "3", "1", "calmix", "1", "1", w["enough"])
		inOrder(t, said, wording.In(language).Check.Heading, "Calmix (calmazole): I still take it; "+wording.In(language).Answer.Rest)
		said = typed(small(), language, "1", "1", "3", "1", "calmix", "1", w["enough"]) // while the state is asked
		inOrder(t, said, wording.In(language).Check.Heading, "Calmix (calmazole)", wording.In(language).Answer.Rest)
	}
}
