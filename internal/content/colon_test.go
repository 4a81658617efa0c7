package content

import (
	"strings"
	"testing"
)

// TestAListOfMedicinesAfterAnOrder has orders whose medicine stands in a list behind a
// colon, not always first, with a time or more between the verb and the colon; and honest
// sentences that are made like them.
func TestAListOfMedicinesAfterAnOrder(t *testing.T) {
	for language, tables := range map[string][2][]string{
		"en": {{
			"Before that day you stop: tea, lithium.",
			"Skip, for that week: your lithium.",
			"For those two weeks you skip: wine, coffee and sertraline.",
			"Stop: tea, coffee, lithium.",
			"Drop, from Monday on: cheese, beer, Zoloft.",
			"Leave out, for the whole week: coffee, alcohol and quetiapine.",
			"Stop three days before the ceremony: sugar, red meat, lithium.",
			"Things to stop before the day: tea, lithium.",
			"What to stop that week: coffee, wine, your antidepressant.",
			"To stop by Friday: salt, lithium.",
			"From Monday on, everyone stops: coffee, tea, lithium.",
			"Until the ceremony we skip — coffee, sugar, sertraline.",
			"Pause, until it is over: beer, escitalopram.",
			"By then you quit: nicotine, alcohol, quetiapine.",
		}, {
			"Before that day you stop at the pharmacy: ask about lithium there.",
			"Stop for a moment: lithium needs a talk with the person who prescribed it.",
			"Pause here: do you take lithium or sertraline?",
			"Do not stop before that day: tea is one thing, lithium is another.",
			"Never skip, not even that week: lithium, sertraline.",
			"Ask before that day: can tea change how lithium works?",
			"Things to ask before the day: tea, lithium, sleep.",
			"Do not stop or change these by yourself: lithium, quetiapine, sertraline.",
			"Write down what you take: tea, lithium, vitamins.",
			"Nobody here tells you to stop: tea, coffee, lithium, all of it is for your prescriber.",
			"Tell your midwife before that day what you take: tea, lithium.",
			"Stop for a moment: the next page is about lithium.",
			"Skip this page if you like: it is about lithium.",
			"If a guide tells you to stop these, call your prescriber: lithium, sertraline.",
		}},
		"es": {{
			"Antes de ese día deje: té, litio.",
			"Suspenda, esa semana: el litio.",
			"Salte, durante esos días: café, vino y sertralina.",
			"Deje: té, café, litio.",
			"Para ese día deja: queso, cerveza, litio.",
			"Elimine, una semana antes: azúcar, alcohol, quetiapina.",
			"Hasta la ceremonia suspende: café, azúcar y sertralina.",
			"Cosas que dejar antes de ese día: té, litio.",
			"Para dejar esa semana: café, vino, sertralina.",
			"Desde el lunes, todos dejan: café, té, litio.",
		}, {
			"Antes de ese día pregunte: té, litio y sueño son temas para su matrona.",
			"Pare un momento: el litio necesita una conversación con quien se lo recetó.",
			"No deje antes de ese día: el té es una cosa, el litio es otra.",
			"Nunca suspenda por su cuenta: litio, quetiapina, sertralina.",
			"Anote lo que toma: té, litio, vitaminas.",
			"Antes de ese día diga a su matrona lo que toma: té, litio.",
			"Si alguien le dice que deje esto, llame a quien lo recetó: litio, sertralina.",
			"Antes de dejar nada, pregunte: litio, sertralina y otros necesitan un plan.",
			"Salte esta página si quiere: trata del litio.",
		}},
	} {
		for i, catch := range []bool{true, false} {
			var rows []row
			for _, text := range tables[i] {
				rows = append(rows, row{id: text, text: text})
			}
			found := foundIn(language, rows)
			for _, r := range rows {
				all := strings.Join(found[r.id], "; ")
				if catch != strings.Contains(all, "stop-medicine:") || !catch && all != "" {
					t.Errorf("%s: %q, to be found: %v: %v", language, r.text, catch, all)
				}
			}
		}
	}
}
