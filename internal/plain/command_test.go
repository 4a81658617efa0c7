package plain

import (
	"testing"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/wording"
)

// The word that is shown for a command is understood, and so are others of the
// language.
func TestCommandsAreUnderstood(t *testing.T) {
	for _, tag := range language.Tags() {
		f := &face{w: wording.In(tag)}
		p := f.w.Plain
		l, _ := language.Of(tag)
		for want, shown := range map[language.Command]string{
			language.Back: p.Back, language.Enough: p.Enough, language.Leave: p.Leave, language.Why: p.Why, language.Lines: p.Lines, language.Help: p.Help,
		} {
			if got := f.command(shown); got != want {
				t.Errorf("%s: %q means %q, want %q", tag, shown, got, want)
			}
			if got, _ := l.Command(shown); got != want {
				t.Errorf("%s: the language's folder takes %q for %q, and it is shown for %q", tag, shown, got, want)
			}
		}
		for _, answer := range []string{"", "1", "2, 3", "lithium", "no", "sí"} {
			if got := f.command(answer); got != "" {
				t.Errorf("%s: %q means %q", tag, answer, got)
			}
		}
	}
	if got := (&face{w: wording.English()}).command("Go back"); got != language.Back {
		t.Errorf("%q", got)
	}
}
