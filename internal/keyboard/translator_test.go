package keyboard

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// read gives what comes out of reads, each followed by silence.
func read(reads ...string) string {
	var t translator
	var out []byte
	for _, b := range reads {
		out = append(out, t.take([]byte(b))...)
		for t.patience() > 0 {
			out = append(out, t.silence()...)
		}
	}
	return string(out)
}

func TestWhatTerminalsSend(t *testing.T) {
	for sent, want := range map[string]string{
		"zoloft é 🙂 日本": "zoloft é 🙂 日本",
		"\r":            "\r",
		"\x1b":          "\x1b", // Esc
		"\x1b\x1b":      "\x1b",
		"\x1b[A":        "\x1b[A",
		"\x1bOA":        "\x1b[A", // in the mode of application cursor keys
		"\x1b[1;5A":     "\x1b[1;5A",
		"\x1b[1;65A":    "\x1b[A", // with the lock for capitals
		"\x1b[1;129A":   "\x1b[A", // with the one for numbers
		"\x1b[1;1:3A":   "",       // let go
		"\x1b[5~":       "\x1b[5~",
		"\x1b[24~":      "\x1b[24~", // F12
		"\x1b[Z":        "\x1b[Z",
		"\x1bOP":        "\x1bOP",

		// The keypad, where a program before left it in its own mode.
		"\x1bOq":   "1",
		"\x1bOp":   "0",
		"\x1bOy":   "9",
		"\x1bOM":   "\r",
		"\x1bOm":   "-",
		"\x1bO2q":  "1",
		"\x1bOq\r": "1\r",

		// Enhanced keys.
		"\x1b[99;5u":    "\x03",
		"\x1b[27;5;99~": "\x03",
		"\x1b[67;6u":    "\x03", // with shift as well
		"\x1b[99;69u":   "\x03", // with the lock for capitals
		"\x1b[113u":     "q",
		"\x1b[13u":      "\r",
		"\x1b[13;2u":    "\r",
		"\x1b[27u":      "\x1b",
		"\x1b[9;2u":     "\x1b[Z",
		"\x1b[127u":     "\x7f",
		"\x1b[97:65;2u": "A",
		"\x1b[63;2u":    "?",
		"\x1b[57400u":   "1",
		"\x1b[57414u":   "\r",
		"\x1b[57419u":   "\x1b[A",
		"\x1b[113;1:3u": "",
		"\x1b[113;3u":   "", // with alt
		"\x1b[57441u":   "", // shift by itself
		"\x1b[27ux":     "\x1b",
		"\x1b[27u\x03":  "\x03",

		// Ctrl+c where another program has left a mode, and on a keyboard of other letters.
		"\x1b[1089::99;5u":              "\x03",
		"\x1b[1089;5u":                  "",
		"\x1b[1089::99u":                "с",
		"\x1b[M\x03":                    "\x03",
		"\x1b[M \x03":                   "\x03",
		"\x1b[M !\x03":                  "\x03",
		"\x1b[M\x03\x03\x03":            "\x03\x03\x03",
		"\x1b[M\x1b[24~":                "\x1b[24~",
		"\x1b[M \x1b[24~":               "\x1b[24~",
		"\x1b[[\x03":                    "\x03",
		"\x1b[200~a\x1b[67;46;3;1;8;1_": "\x1b[200~a\x1b[201~\x03",
		"\x1b[67;46;3;1;8;1_":           "\x03",
		"\x1b[67;46;3;0;8;1_":           "", // let go
		"\x1b[13;28;13;1;0;1_":          "\r",
		"\x1b[40;80;0;1;256;1_":         "\x1b[B",
		"\x1b[65;30;97;1;0;1_":          "a",
		"\x1b[8;14;8;1;0;1_":            "\x7f",
		"\x1b[16;42;0;1;16;1_":          "", // shift by itself
		"\x1b[;;;;;;;;_":                "",

		// Not keys.
		"\x1b[12;40R":                "", // where the cursor is
		"\x1b[?62;22c":               "",
		"\x1b]11;rgb:ff/ff/ff\x07":   "",
		"\x1b]11;rgb:ff/ff/ff\x1b\\": "",
		"\x1bP1+r\x1b\\q":            "q",
		"\x1b[I":                     "",
		"\x1b[M !!":                  "",
		"\x1b[<0;3;4M":               "",
		"\x1b[[A":                    "",
		"\x1bq":                      "", // alt+q
		"\x1bé":                      "",
		"a\xffb":                     "ab",
		"\x1b[99999999999999u":       "",
		"\x1b[;;;;;u":                "",

		// What is cut off.
		"\x1b[":                                  "",
		"\x1bO":                                  "",
		"\x1b[1;":                                "",
		"\x1b]11;":                               "",
		"\x1b[" + strings.Repeat("1", 100) + "A": strings.Repeat("1", 70) + "A",

		// Pastes.
		"\x1b[200~zolo\x1b[201~":      "\x1b[200~zolo\x1b[201~",
		"\x1b[200~zolo":               "\x1b[200~zolo\x1b[201~",
		"\x1b[200~a\x1b[Bq\x1b[201~q": "\x1b[200~a\x1b[Bq\x1b[201~q",
		"\x1b[201~q":                  "q",

		// Ctrl+c stands above all.
		"\x1b[200~zolo\x03": "\x1b[200~zolo\x1b[201~\x03",
		// However it is written.
		"\x1b[200~zolo\x1b[99;5u":       "\x1b[200~zolo\x1b[201~\x03",
		"\x1b[200~zolo\x1b[27;5;99~":    "\x1b[200~zolo\x1b[201~\x03",
		"\x1b[200~a\x1b[1;5Ab\x1b[201~": "\x1b[200~a\x1b[1;5Ab\x1b[201~",
		"\x1b\x03":                      "\x03",
		"\x1b[\x03":                     "\x03",
		"\x1bO\x03":                     "\x03",
		"\x1b]11;\x03":                  "\x03",
		"\x1b[1;5\x03":                  "\x03",
		"\xc3\x03":                      "\x03",
	} {
		if got := read(sent); got != want {
			t.Errorf("%q: %q, want %q", sent, got, want)
		}
	}
}

// TestSlowPiecesAreNoLetters: the pieces of a key come so slowly that silence is taken
// for the end of each. No piece is a letter, which would choose, leave or write; what
// could not be taken for the key Esc is still the key.
func TestSlowPiecesAreNoLetters(t *testing.T) {
	for pieces, want := range map[string]string{
		"\x1b|[A":                 "\x1b",
		"\x1b|[|A":                "\x1b",
		"\x1b|[|1|;|5|A":          "\x1b",
		"\x1b|[5|~":               "\x1b",
		"\x1b|[2|4|~":             "\x1b\x1b[24~", // the cover is never lost either
		"\x1b|[|[|A":              "\x1b",
		"\x1b|[11~":               "\x1b\x1b[11~",
		"\x1b|[Aq":                "\x1bq", // what follows the key is a key of its own
		"\x1b|[A|q":               "\x1bq",
		"\x1b|[|q|q":              "\x1bq", // no sequence ends so, but half of one had begun
		"\x1b|Oq":                 "\x1b",
		"\x1b|[113u":              "\x1b",
		"\x1b|[99;5u":             "\x1b\x03", // ctrl+c is never lost
		"\x1b|[|99;5|u":           "\x1b\x03",
		"\x1b|[|\x03":             "\x1b\x03",
		"\x1b|\x03":               "\x1b\x03",
		"\x1b|[200~zolo\x1b[201~": "\x1b\x1b[200~zolo\x1b[201~",
		"\x1b[|A":                 "\x1b[A",
		"\x1b[|2|4|~":             "\x1b[24~",
		"\x1bO|q":                 "1",
		"\x1b[9|9;|5u":            "\x03",
		"\x1b[|\x03":              "\x03",
		"\x1b[|\x1b[B":            "\x1b[B", // another key before the rest: the rest is lost
		"\xc3|\xa9":               "é",
		"\xe6|\x97|\xa5":          "日",
		"\xc3|a":                  "a",

		// Esc, and then somebody who writes.
		"\x1b|q":       "\x1bq",
		"\x1b|O|z":     "\x1bOz",
		"\x1b|Ozempic": "\x1bOzempic",
		"\x1b|\x1b":    "\x1b\x1b",
		"\x1b|\x1b[A":  "\x1b\x1b[A",
		"\x1b|1":       "\x1b1",
	} {
		if got := read(strings.Split(pieces, "|")...); got != want {
			t.Errorf("%q: %q, want %q", pieces, got, want)
		}
	}
}

// TestWhatIsLateIsForgotten, since somebody may write a bracket a while after Esc.
func TestWhatIsLateIsForgotten(t *testing.T) {
	for _, begun := range []string{"\x1b", "\x1b[", "\xc3"} {
		var tr translator
		tr.take([]byte(begun))
		tr.silence()
		tr.forget()
		if got := string(tr.take([]byte("[a"))); got != "[a" {
			t.Errorf("%q, and long after that [a: %q", begun, got)
		}
	}
}

// TestPiecesAreTheWhole, however a slow line cuts what is sent, if nothing but the
// next piece follows in time.
func TestPiecesAreTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sent := []byte(strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{
			"a", "1", "é", "日", "\r", "\x1b[A", "\x1bOq", "\x1b[99;1u", "\x1b[24~", "\x1b[200~", "\x1b[201~", "\x1b]11;x\x07", "\x1b[M", "\x1b[[", "\xff",
		})).Draw(t, "sent"), ""))
		var whole, pieces translator
		want := whole.take(bytes.Clone(sent))
		var got []byte
		for len(sent) > 0 {
			n := rapid.IntRange(1, len(sent)).Draw(t, "piece")
			got = append(got, pieces.take(sent[:n])...)
			sent = sent[n:]
		}
		if !bytes.Equal(got, want) || !bytes.Equal(pieces.held, whole.held) {
			t.Fatalf("%q and %q held; in pieces %q and %q", want, whole.held, got, pieces.held)
		}
	})
}

// FuzzCtrlCIsNeverLost nor anything let through that could be taken apart.
func FuzzCtrlCIsNeverLost(f *testing.F) {
	f.Add([]byte("\x1b[200~\x1b[20"), []byte("x\x1b["))
	f.Fuzz(func(t *testing.T, before, after []byte) {
		var tr translator
		var out []byte
		for i, b := range [][]byte{before, {interrupt}, after} {
			taken := tr.take(b)
			if i == 0 && len(before)%2 == 1 { // it comes after silence
				for tr.patience() > 0 {
					taken = append(taken, tr.silence()...)
				}
			}
			if len(taken) > len(b)+room {
				t.Fatalf("%q gave %d bytes", b, len(taken))
			}
			out = append(out, taken...)
			if len(tr.held) > longestSequence {
				t.Fatalf("%d bytes are held", len(tr.held))
			}
		}
		if bytes.IndexByte(out, interrupt) < 0 {
			t.Fatalf("%q, ctrl+c, %q: %q", before, after, out)
		}
		for n := 0; tr.patience() > 0; n++ {
			if tr.silence(); n > 2 {
				t.Fatal("it waits for ever")
			}
		}
	})
}
