package content

import "testing"

// What she would read as it stands, by kind, and what only looks like it.
func TestNothingOfADraftIsShown(t *testing.T) {
	runWordCases(t, "left-behind", []wordCase{
		{"REASON", "TODO say why a baby matters.", "TODO"},
		{"REASON", "A baby drinks. FIXME", "FIXME"},
		{"EDUCATION", filler + "Lorem ipsum dolor sit amet.", "Lorem ipsum"},
		{"WHY", "What %s takes may reach milk.", "%s"},
		{"SAY", "I **feed** my baby.", "**"},
		{"LABEL", "A baby <b>gets</b> my milk", "<b>"},
		{"REASON", "See [the page](of-milk).", "[the page](of-milk)"},
		{"FIRST", "TBD", "TBD"},
		{"REASON", "What the ba\ufffdy drinks.", "\ufffd"},
		{"REASON", "BebÃ©.", "Ã©"},
		{"REASON", "AnÃ‰.", "Ã‰"},
		{"REASON", "Itâ€™s a baby.", "â€"},
		{"REASON", "Bebé, É, «IRMÃ», CANÇÃO, ÂNGELA’s.", ""},
		{"FIRST", "Call a midwife now.", ""},
		{"REASON", "Nearly 5 % of *all* babies do (see the text).", ""},
		{"REASON", "What you do is all that can be known. Todo se sabe.", ""},
		{"REASON", "A pulse < 60 or > 100 is worth a look.", ""},
	})
}

// The page of an interrupt opens with what to do.
func TestAnInterruptSaysWhatToDoFirst(t *testing.T) {
	if found := of(Check(read(t, nil, [2]string{"    first: \"Call now.\"\n", ""}), today), "no-first"); len(found) != 1 || found[0].At.File != "milk.yaml" {
		t.Errorf("a page without a first line: %v", found)
	}
	if found := of(Check(read(t, nil), today), "no-first"); len(found) > 0 {
		t.Errorf("a page with a first line: %v", found)
	}
}
