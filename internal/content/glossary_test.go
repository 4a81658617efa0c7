package content

import (
	"strings"
	"testing"
)

// TestOneWordForOneThing plants words that Spanish translations had for a thing
// before there was a glossary, beside near misses that are to be left alone.
func TestOneWordForOneThing(t *testing.T) {
	for _, c := range []struct{ place, text, fault string }{
		{"REASON", "Llama a tu matrona o partera.", "matrona o partera"},
		{"REASON", "Puede ser una enfermedad grave de la mente.", "enfermedad grave de la mente"},
		{"REASON", "Puede ser una enfermedad mental.", ""},
		{"REASON", "¿Puede mirar toda mi lista?", "mirar toda mi lista"},
		{"REASON", "¿Puede revisar toda mi lista?", ""},
		{"REASON", "Le ofrece hongos o setas.", "hongos o setas"},
		{"REASON", "Tengo alergia a los hongos o setas de comer.", ""},
		{"REASON", "El litio de una tienda también es litio.", "litio de una tienda"},
		{"REASON", "Tuvo un ictus o un coágulo.", "ictus"},
		{"REASON", "Tuvo un ictus (derrame) o un coágulo.", ""},
		{"REASON", "No decimos nada de terminar un medicamento.", "terminar un medicamento"},
		{"REASON", "Pregunta a una matrona u obstetra, o a quien lleva el embarazo.", ""},
		{"REASON", "Atiende una partera profesional.", ""},
		{"REASON", "Pregunta a tu matrona (partera).", "matrona (partera"},
		{"REASON", "Pregunta a una partera, la matrona de la zona.", "partera, la matrona"},
		{"REASON", "Llama a la matrona – o bien a una partera.", "matrona – o bien a una partera"},
		{"REASON", "Llama a la matrona, o a la partera.", "matrona, o a la partera"},
		{"REASON", "Atiende una matrona o su partera.", "matrona o su partera"},
		{"REASON", "Obstetra, ginecología, matrona, partera profesional o enfermera obstétrica.", ""},
		{"REASON", "Es la frase sobre lo que tenemos que informar.", "que tenemos que informar"},
		{"FIRST", "Llama a la sala de partos.", "sala de partos"},
		{"FIRST", "Llama a urgencias de maternidad.", ""},
		{"REASON", "Pregunta en medicina de familia.", "medicina de familia"},
		{"SAY", "¿Qué tiene que informar usted, y a quién?", "Qué tiene que informar"},
		{"SAY", "¿Qué debe notificar usted, y a quién?", ""},
		{"REASON", "Si podrías llevarlos a cabo, llama.", "llevarlos a cabo"},
		{"REASON", "Los pensamientos se sienten correctos.", "sienten correctos"},
		{"REASON", "Un bebé que tiene mucho sueño necesita una llamada.", "tiene mucho sueño"},
		{"REASON", "Los bebés duermen, y tú tienes mucho sueño.", ""},
		{"REASON", "El bebé está flácido.", "flácido"},
		{"REASON", "Busca DM en la caja.", "DM"},
		{"REASON", "Busca dextrometorfano en la caja (a veces DXM o DM).", ""},
		{"REASON", "Una línea entre pares puede escuchar.", "entre pares"},
		{"REASON", "Es para el dolor de los nervios.", "dolor de los nervios"},
		{"REASON", "Es para el dolor por daño en un nervio.", ""},
		{"REASON", "Llama a tu número de emergencia.", "número de emergencia"},
		{"REASON", "Llama a tu número de emergencias.", ""},
		{"REASON", "Horario: las 24 horas.", ""},
		// What a translator who does not know the list may well write.
		{"REASON", "Llama a tu matrona/partera.", "matrona/partera"},
		{"FIRST", "Llama al paritorio.", "paritorio"},
		{"SAY", "¿Qué tiene que reportar, y a quién?", "Qué tiene que reportar"},
		{"SAY", "¿Qué debe usted comunicar, y a quién?", "Qué debe usted comunicar"},
		{"REASON", "Si crees que podrías ponerlo en práctica, llama.", "ponerlo en práctica"},
		{"REASON", "Si el pensamiento se siente como una orden, llama.", "siente como una orden"},
		{"REASON", "Un bebé muy somnoliento necesita una llamada.", "bebé muy somnoliento"},
		{"REASON", "Si el bebé no se alimenta bien, llama.", "no se alimenta bien"},
		{"FIRST", "Llama al centro de control de envenenamientos.", "centro de control de envenenamientos"},
		{"FIRST", "Llama a la línea de toxicología.", "línea de toxicología"},
		{"FIRST", "Llama a un centro de toxicología.", ""},
		{"REASON", "Es para el dolor neuropático.", "dolor neuropático"},
		{"REASON", "Pregunta a tu farmacéutica o farmacéutico.", "farmacéutica o farmacéutico"},
		{"REASON", "Pregunta a la médica o el médico de tu bebé.", "médico de tu bebé"},
		{"REASON", "Pregunta en la farmacia, o a su pediatra.", ""},
		{"REASON", "Llama al teléfono de emergencias.", "teléfono de emergencias"},
	} {
		found := of(inSpanish(t, c.place, c.text), "glossary")
		switch {
		case c.fault == "" && len(found) > 0:
			t.Errorf("%q: %v", c.text, found)
		case c.fault != "" && (len(found) != 1 || !strings.Contains(string(found[0].Message), c.fault)):
			t.Errorf("%q: want %q, got %v", c.text, c.fault, found)
		}
	}
}
