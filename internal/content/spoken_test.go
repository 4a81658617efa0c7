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
			"Call nine 1 one now.":                        true,
			"Call 9 one 1 now.":                           true,
			"Call 1-800 two two two 1222.":                true,
			"Call triple 9.":                              true,
			"Call 1-900-555-1212 to hear more.":           true,
			"Ring one nine hundred five five five 1212.":  true,
			"Call 1-900-ASK-HELP.":                        true,
			"In one 12-week trial, mothers slept more.":   false,
			"One 2019 study found this.":                  false,
			"Two 11-month-old babies and 9 one-day-olds.": false,
			"Vitamin B12 one day, B6 two days.":           false,
			"One hundred women, and two hundred men.":     false,
			"People call about 20000 times a day.":        true, // rather once too often
			"A trial of 20000 women.":                     false,
		},
		"es": {
			"Llama al nueve uno uno.":           true,
			"El número es nueve ochenta y ocho": true,
			"Envía HOLA al 741741.":             true,
			"Llama al ciento doce.":             true,
			"Marca el novecientos once.":        true,
			"Llama al 9 uno 1 ahora.":           true,
			"Marca el nueve 1 uno.":             true,
			"Llama al 1 novecientos 555 1212.":  true,
			"Marca el doscientos once.":         true,
			"En un estudio de 12 semanas y 2.":  false,
			"Participaron doscientos hombres.":  false,
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
