package content

import (
	"strings"
	"testing"
)

func TestTelephoneNumbers(t *testing.T) {
	runWordCases(t, "telephone-number", []wordCase{
		{"REASON", "If it gets worse, 911 helps.", "911"},
		{"FIRST", "Call 988 now.", "988"},
		{"FIRST", "Call 112 now.", "112"}, // no line of this questionnaire, but called
		{"REASON", "The line is 1-833-852-6262 at night.", "1-833-852-6262"},
		{"REASON", "The line is 0300 123 6600 at night.", "0300 123 6600"},
		{"EDUCATION", filler + "Text 85258 at night.", "85258"},
		{"REASON", "Reach us at +44 20 7946 0000 too.", "+44 20 7946 0000"},
		{"STORY", "She rings 1737 at night.", "1737"},
		{"FIRST", "Call 9/8/8 now.", "9/8/8"},
		{"FIRST", "Call 9 - 8 - 8 now.", "9 - 8 - 8"},
		{"REASON", "The line is 1–833–852–6262 at night.", "1–833–852–6262"},
		{"REASON", "The line is 1/833/852/6262 at night.", "1/833/852/6262"},
		{"REASON", "Text HOME to 741-741 at night.", "741-741"},

		{"REASON", "If it gets worse, nine eight 8 helps.", "nine eight 8"},
		{"REASON", "If it gets worse, 9 eight 8 helps.", "9 eight 8"},
		{"REASON", "At any hour nine eight eight, 24 hours a day.", "nine eight eight"},
		{"REASON", "At any hour, nine eight eight 24 hours a day.", "nine eight eight"},

		{"REASON", "A trial of 191 people found this.", ""},
		{"REASON", "A trial of 911 people found this.", ""},
		{"REASON", "It began in 2022 and ended in 2024.", ""},
		{"REASON", "It ran 2019-2021 and 2008–2022.", ""},
		{"REASON", "It was read on 2026-11-24.", ""},
		{"REASON", "It was read on 24/11/2026 and 2026/11/24.", ""},
		{"REASON", "Call in 2019-20, or text at 741-741 people.", ""},
		{"REASON", "They counted 5,700 births and 1,737,000 people.", ""},
		{"REASON", "Vitamin B12 and 5-HT2B.", ""},
		{"NOTE", "Text to 911 exists in many places.", ""}, // help lines are the place for numbers
	})
}

func TestRefusedNumbers(t *testing.T) {
	runWordCases(t, "refused-number", []wordCase{
		{"REASON", "Ask 0844 412 4665.", "0844 412 4665"},
		{"REASON", "Ask 1-800-273-8255.", "1-800-273-8255"},
		{"REASON", "Ask (800) 273-8255.", "800) 273-8255"},
		{"NOTE", "Or 800 273 8255.", "800 273 8255"},
		{"NOTE", "Or +353 1 809 2566.", "+353 1 809 2566"},
		{"REASON", "Ask 0808 80 10 100.", "0808 80 10 100"},

		{"NOTE", "Or 0808 80 10 800.", ""},
		{"NOTE", "Or 01 809 2166.", ""},
		{"NOTE", "Or 1-833-852-6262.", ""},
		{"NOTE", "Or 1300 072 638.", ""},
		{"NOTE", "Or 1924 people.", ""},
		{"NOTE", "Since 2018 it is 988.", ""},
	})
	t.Run("as the number of a line", func(t *testing.T) {
		found := of(Check(read(t, nil, [2]string{`call: "988"`, `call: "1 800 273 8255"`}), today), "refused-number")
		if len(found) != 1 || found[0].At.String() != "help-lines.yaml:6:9" || !strings.Contains(found[0].Message, "988 has replaced it") {
			t.Errorf("got %v", found)
		}
	})
	t.Run("a site that somebody else has", func(t *testing.T) {
		found := of(Check(read(t, nil, [2]string{"name: Crisis line,", "name: Crisis line, url: https://www.emergencysms.net/,"}), today), "refused-number")
		if len(found) != 1 || !strings.Contains(found[0].Message, "taken over") {
			t.Errorf("got %v", found)
		}
	})
	t.Run("a service that has closed", func(t *testing.T) {
		found := of(Check(read(t, nil, [2]string{"name: Maternal line", "name: Motherisk"}), today), "refused-number")
		if len(found) != 1 || !strings.Contains(found[0].Message, "2019") {
			t.Errorf("got %v", found)
		}
	})
}

func TestVanityNumbers(t *testing.T) {
	for _, c := range []struct{ number, note, fault string }{
		{"1-833-852-6262", "In letters: 1-833-TLC-MAMS.", "1-833-TLC-MAMS"},
		{"1-833-852-6262", "In letters: 1-844-TLC-MAMA.", "1-844-TLC-MAMA"},
		{"0508 828 865", "In letters: 0508 TAUTAKO.", "0508 TAUTAKO"},
		{"1800 737 732", "1800RESPEKT answers.", "1800RESPEKT"},
		{"623-473-7433", "In letters: 62-FIRESITE.", "62-FIRESITE"},
		{"1-800-944-4773", "In letters: 1-800-944-5PPD.", "1-800-944-5PPD"},

		{"1-833-852-6262", "In letters: 1-833-TLC-MAMA.", ""},
		{"0508 828 865", "In letters: 0508 TAUTOKO.", ""}, // the letters run on
		{"1800 737 732", "1800RESPECT answers.", ""},
		{"623-473-7433", "In letters: 62-FIRESIDE.", ""},
		{"1-800-944-4773", "In letters: 1-800-944-4PPD.", ""},
		{"1-844-764-7669", "In letters: 1-844-POISON-X.", ""},
		{"988", "Text AYUDA to 988. NHS 111 Wales. TTY: 800-487-4889.", ""},
		{"211", "211 Canada answers.", ""},
	} {
		t.Run(c.note, func(t *testing.T) {
			q := read(t, map[string]string{"NOTE": c.note}, [2]string{`call: "988"`, `call: "` + c.number + `"`})
			found := of(Check(q, today), "telephone-number")
			switch {
			case c.fault == "" && len(found) > 0:
				t.Errorf("a near miss was not left alone: %v", found)
			case c.fault != "" && (len(found) != 1 || !strings.Contains(found[0].Message, `"`+c.fault+`"`)):
				t.Errorf("want one finding about %q, got %v", c.fault, found)
			}
		})
	}
}
