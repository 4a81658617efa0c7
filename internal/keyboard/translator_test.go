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
		for _, b := range [][]byte{before, {interrupt}, after} {
			taken := tr.take(b)
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
