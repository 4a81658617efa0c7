package cli

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/ask-first/askfirst/internal/wording"
)

// refusal is what is said of a command line; refused tells whether it is one.
func refusal(w *wording.Words, args ...string) (said string, refused bool) {
	if _, err := newProgram().Parse(args); err != nil {
		return misread(w, err), true
	}
	return "", false
}

// TestWhyACommandLineCannotBeRead: each way of going wrong, in our own words.
func TestWhyACommandLineCannotBeRead(t *testing.T) {
	for _, c := range []struct{ line, en, es string }{
		{"--bogus", "unknown flag --bogus", "no hay ninguna opción --bogus"},
		{"-x", "unknown flag -x", "no hay ninguna opción -x"},
		{"check --strct", "unknown flag --strct; did you mean --strict?", "no hay ninguna opción --strct; ¿querías escribir --strict?"},
		{"chekc", "there is no command chekc; did you mean check?", "no hay ninguna orden chekc; ¿querías escribir check?"},
		{"check . --nothing=1", "unknown flag --nothing", "no hay ninguna opción --nothing"},
		{"nonsense", "unexpected argument nonsense", "nonsense sobra aquí"},
		{"learn one two", "unexpected argument two", "two sobra aquí"},
		{"explain a-rule testdata", "unexpected argument testdata; to name a folder, write --questionnaire testdata", "testdata sobra aquí; para nombrar una carpeta, escribe --questionnaire testdata"},
		{"explain a-rule no-folder", "unexpected argument no-folder", "no-folder sobra aquí"},
		{"-- --bogus", "unexpected argument --bogus", "--bogus sobra aquí"},
		{"--region us learn", "--region is for askfirst screen; leave it out, or look where it belongs: askfirst learn --help", "--region es para askfirst screen; quítala, o mira dónde va: askfirst learn --help"},
		{"check --format xml", `--format must be one of text, json, sarif but got "xml"`, `--format: escribe una de estas palabras: text, json, sarif, no "xml"`},
		{"screen --theme pink", `--theme must be one of dark, light but got "pink"`, `--theme: escribe una de estas palabras: dark, light, no "pink"`},
		{"completion csh", `<shell> must be one of bash, zsh, fish but got "csh"`, `<consola>: escribe una de estas palabras: bash, zsh, fish, no "csh"`},
		{"workshop --plan many", `--plan: write a whole number instead of "many"`, `--plan: escribe un número entero, no "many"`},
		{"workshop --plan=", `--plan: write a whole number instead of ""`, `--plan: escribe un número entero, no ""`},
		{"workshop --idle-after 3", `--idle-after: write a time such as 90s or 2m instead of "3"`, `--idle-after: escribe un tiempo, como 90s o 2m, no "3"`},
		{"check --strict=maybe", `--strict: write yes or no instead of "maybe"`, `--strict: escribe yes (sí) o no, no "maybe"`},
		{"check --as-of", "--as-of: its value is missing", "--as-of: falta lo que va después"},
		{"explain --questionnaire --lang", "--questionnaire: its value is missing", "--questionnaire: falta lo que va después"},
		{"explain", "missing: <rule>", "falta: <regla>"},
		{"diff", "missing: <old> <new>", "falta: <vieja> <nueva>"},
		{"diff one", "missing: <new>", "falta: <nueva>"},
	} {
		for language, want := range map[string]string{"en": c.en, "es": c.es} {
			if got, _ := refusal(wording.In(language), strings.Fields(c.line)...); got != want {
				t.Errorf("%s, %s: %q, want %q", c.line, language, got, want)
			}
		}
	}
}

// TestEveryRefusalIsExplained: whatever is refused, there are words for, and no
// part of them is left to fill.
func TestEveryRefusalIsExplained(t *testing.T) {
	words := []string{"", "-", "--", "x", "7", "90s", "yes", "--bogus", "-q", "us", "=", "--=", "text", "text,json"}
	for _, command := range newProgram().Commands {
		words = append(words, command.Name)
		for _, flag := range command.Flags {
			words = append(words, "--"+flag.Name, "--"+flag.Name+"=x", "--"+flag.Name+"=")
		}
	}
	word := rapid.SampledFrom(words)
	drawn, refused := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.SliceOfN(word, 1, 4).Draw(t, "line")
		drawn++
		said, no := refusal(wording.English(), line...)
		if !no {
			return
		}
		refused++
		if said == "" || strings.ContainsAny(said, "{}") {
			t.Fatalf("%q is refused, and what is said is %q", line, said)
		}
	})
	if refused < drawn/2 {
		t.Errorf("only %d of %d lines were refused; are they made rightly?", refused, drawn)
	}
}
