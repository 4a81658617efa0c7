package fuzztest

import (
	"strings"
	"testing"
)

// A check that could not fail would show nothing.
func TestSpeaksHearsWhatATerminalObeys(t *testing.T) {
	for _, text := range []string{"a\x1b[2J", "\x1b]52;c;YQ==\a", "\u009b31m", "a\rb", "a\tb", "\u202eb", "\u2066b", "\u2028", "\x00", "\xff", "\x7f"} {
		if Speaks("before\n"+text+"\nafter") == "" {
			t.Errorf("%q goes unheard", text)
		}
	}
	for _, text := range []string{"", "one\ntwo", "é 日本 👩🏽‍🍼 — “quoted”"} {
		if bad := Speaks(text); bad != "" {
			t.Errorf("%q: heard %q", text, bad)
		}
	}
}

func TestEveryTextIsAPlace(t *testing.T) {
	type Long string
	type part struct {
		Words []string
		whole any
		Back  *part
	}
	type whole struct {
		Title  Long
		hidden string
		Parts  []*part
		Number int
	}
	p := &part{Words: []string{"a", "b"}}
	p.Back = p
	value := &whole{Title: "T", hidden: "h", Parts: []*part{p, nil, p}}
	places := PlacesIn(value)
	var found []string
	for _, place := range places {
		found = append(found, place.Name+"="+place.Text())
	}
	if got := strings.Join(found, " "); got != "whole.Title=T part.Words=a part.Words=b" {
		t.Errorf("found %s", got)
	}
	back := places[2].Put("new")
	if p.Words[1] != "new" || p.whole != nil || value.hidden != "h" {
		t.Errorf("put %q", p.Words)
	}
	if back(); p.Words[1] != "b" {
		t.Errorf("and back %q", p.Words)
	}
	if got := places[0].Legible(" a \n b ") + places[1].Legible(" a \n b "); got != "a \n ba b" {
		t.Errorf("%q", got)
	}
}

func TestAHarmlessTextHasTheSameBuild(t *testing.T) {
	for text, want := range map[string]string{"": "", "<b> *é*\n - 1.\n-": ".x. *x*\n- x.\n.", "a…b": "x…x", "a£": "x€"} {
		if got := Harmless(text); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}
