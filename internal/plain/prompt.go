package plain

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/wrap"
)

// What she can say at a prompt instead of an answer. Each ends the prompt as an
// error, so that no face code can take one for a reply.
var (
	errBack   = errors.New("back")
	errEnough = errors.New("enough")
	errLeft   = errors.New("left")
	errEnded  = errors.New("end of input")
)

// face is the input, the output and the words.
type face struct {
	in     *bufio.Reader
	out    io.Writer
	width  int // 0: as long as it is
	w      *wording.Words
	region *questionnaire.Region
	err    error // the first error of writing; nothing is written after it
}

// say writes lines; an empty one separates.
func (f *face) say(lines ...string) {
	for _, l := range lines {
		if f.width > 0 {
			l = strings.Join(wrap.Lines(l, f.width), "\n")
		}
		if f.err == nil {
			_, f.err = fmt.Fprintln(f.out, l)
		}
	}
}

// write writes a prompt, with no line end behind it.
func (f *face) write(prompt string) {
	if f.err == nil {
		_, f.err = fmt.Fprint(f.out, prompt)
	}
}

// heading is a line that begins something new.
func (f *face) heading(text string) { f.say("", text) }

// prose says a text, a line for each paragraph or item.
func (f *face) prose(text questionnaire.Text) {
	f.say(strings.Split(text.Plain(), "\n")...)
}

// prompt asks until there is something to work with. why answers "why"; again
// says everything once more, for "help" and for an empty line.
func (f *face) prompt(prompt, why string, again func()) (string, error) {
	for {
		f.write(prompt)
		if f.err != nil {
			return "", errEnded
		}
		line, err := f.in.ReadString('\n')
		line = strings.TrimSpace(line)
		if err != nil && line == "" {
			f.say("")
			return "", errEnded
		}
		if line == "" {
			again()
			continue
		}
		switch f.command(line) {
		case language.Back:
			return "", errBack
		case language.Enough:
			return "", errEnough
		case language.Leave:
			return "", errLeft
		case language.Why:
			f.say(why)
		case language.Lines:
			f.lines(questionnaire.AllLines(f.region), true)
		case language.Help:
			f.say(f.w.Plain.How)
			again()
		default:
			return line, nil
		}
	}
}

// command is what a line asks for, by the word that is shown for it or by another
// that the language understands; "" if it is none.
func (f *face) command(line string) language.Command {
	p := f.w.Plain
	shown := map[language.Command]string{
		language.Back: p.Back, language.Enough: p.Enough, language.Leave: p.Leave, language.Why: p.Why, language.Lines: p.Lines, language.Help: p.Help,
	}
	for _, command := range language.Commands {
		if means(line, shown[command]) {
			return command
		}
	}
	if l, ok := language.Of(f.w.Language); ok {
		command, _ := l.Command(line)
		return command
	}
	return ""
}

// means tells whether a word was typed; capitals, accents and what stands around
// it aside, so that "¿Por qué?" is what "porque" is.
func means(line, word string) bool { return questionnaire.Fold(line) == questionnaire.Fold(word) }

// number asks for one of the choices and returns its place.
func (f *face) number(why string, before func(), choices []string) (int, error) {
	again := func() {
		before()
		f.list(choices)
	}
	again()
	for {
		line, err := f.prompt(f.w.Plain.Prompt, why, again)
		if err != nil {
			return 0, err
		}
		if n, err := strconv.Atoi(line); err == nil && n >= 1 && n <= len(choices) {
			return n - 1, nil
		}
		f.notUnderstood(f.w.Plain.NotUnderstood, line)
	}
}

// notUnderstood says so, and to somebody who typed a word, which words there are.
func (f *face) notUnderstood(said, line string) {
	f.say(said)
	if !strings.ContainsFunc(line, unicode.IsDigit) {
		f.say(f.w.Plain.How)
	}
}

func (f *face) list(choices []string) {
	for i, c := range choices {
		f.say(wording.Fill(f.w.Plain.Choice, "n", strconv.Itoa(i+1), "label", strings.TrimSuffix(c, ".")))
	}
}

// lines says help lines, the numbers digit by digit.
func (f *face) lines(lines []*questionnaire.HelpLine, details bool) {
	for _, l := range lines {
		spoken := *l
		spoken.Call, spoken.Text, spoken.Note = wording.Digits(l.Call), wording.Digits(l.Text), wording.Spoken(l.Note)
		text := l.Name
		if l.Nation != "" {
			text += " (" + l.Nation + ")"
		}
		if ways := page.Contacts(f.w, &spoken); len(ways) > 0 {
			text += ": " + strings.Join(ways, "; ")
		}
		f.say("- " + text + ".")
		switch {
		case details:
			f.say(page.About(f.w, &spoken)...)
		case l.Note != "":
			f.say(spoken.Note)
		}
	}
}
