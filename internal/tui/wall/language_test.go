package wall

import (
	"strings"
	"testing"
	"time"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/internal/tui/tuitest"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/questionnaires"
)

// TestOneKeyChangesTheLanguageOfTheWall: the step stays, and the time of the plan; what
// is looked at meanwhile, the notes and the list change with it.
func TestOneKeyChangesTheLanguageOfTheWall(t *testing.T) {
	q, _, err := folder.Read(questionnaires.Maternal(), nil)
	if err != nil {
		t.Fatal(err)
	}
	read, _, err := folder.ReadTranslation(questionnaires.Maternal(), nil, "es")
	if err != nil {
		t.Fatal(err)
	}
	w := startWorkshop(t, tuitest.Wide, q)
	w.Press("l").Sees("no other language")
	es := translation.Of(q, read)
	w.wall.languages = []func() Told{
		func() Told { return Told{q, wording.English()} },
		func() Told { return Told{es, wording.In("es")} },
	}
	w.Press("1", "enter").Sees("Welcome").Press("l").Sees("Bienvenida").Press("l").Sees("Welcome")
	w.Press("a").Sees("What we agreed").Sees("We talk about psychedelics").Sees("We use made-up people").Press("l").Sees("personas inventadas").SeesNo("made-up").Press("esc").Sees("Bienvenida")
	w.Press("l", "h").Sees("call 911").Press("l").Sees("llama al 911").Press("esc", "l")
	w.Press("e", "l").Sees("Welcome").Press("b", "l")
	if strings.TrimSpace(w.wall.View()) != "" {
		t.Error("a key for a language lights the dark")
	}
	w.Press("b").Sees("Welcome").Press("f", "l").Sees("Welcome").Press("f", "o").Sees("The page on the wall")
	w.now = w.now.Add(2 * time.Minute)
	w.Press("l").Sees("2 de 5 minutos").Press("esc").Sees("Bienvenida")
	w.Press("?").Sees("Teclas").Press("l").Sees("Keys of the workshop").Press("esc").Sees("Welcome")
	w.Press("q", "o").Press("l").Press("l").SeesNo("Bienvenida")
}
