package content

import "testing"

func TestANumberIsFoundInAnyWriting(t *testing.T) {
	for language, all := range map[string]map[string]bool{
		"en": {
			"Call nine one one now.":                      true,
			"Call nine-eight-eight.":                      true,
			"The number is nine eight eight.":             true,
			"Ring triple nine.":                           true,
			"Ring nine double one.":                       true,
			"Ring treble nine.":                           true,
			"Text HOME to seven four one seven four one.": true,
			"Text HOME to 741741.":                        true,
			"Call 1-800-GET-HELP.":                        true,
			"Someone answers at 62-FIRESIDE.":             true,
			"One, two, three: breathe.":                   false,
			"Ask one or two people.":                      false,
			"Call one of two people.":                     false,
			"Two to three weeks, or four.":                false,
			"One one-hour visit.":                         false,
			"People call about 20000 times a day.":        true, // rather once too often
			"A trial of 20000 women.":                     false,
		},
		"es": {
			"Llama al nueve uno uno.":           true,
			"El número es nueve ochenta y ocho": true,
			"Envía HOLA al 741741.":             true,
			"Llama al ciento doce.":             true,
			"Marca el novecientos once.":        true,
			"Participaron ciento doce mujeres.": false,
			"El noventa por ciento duerme.":     false,
			"Uno, dos, tres: respira.":          false,
			"Llama a uno de los dos.":           false,
		},
	} {
		var rows []row
		for text := range all {
			rows = append(rows, row{id: text, text: text})
		}
		found := foundIn(language, rows)
		for text, want := range all {
			if got := len(found[text]) > 0; got != want {
				t.Errorf("%s: %q: %v", language, text, found[text])
			}
		}
	}
}
