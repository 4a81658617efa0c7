package cli

import (
	"fmt"
	"runtime"

	"github.com/ask-first/askfirst/internal/privacy"
	"github.com/ask-first/askfirst/internal/wording"
)

type privacyCmd struct {
	report
	Format       string `enum:"text,json" default:"text" help:"text or json."`
	Lang         string `help:"The language, such as en or es. Without it: that of your system, where there is such a translation." metavar:"LANGUAGE"`
	RequireLocks bool   `help:"End with status 1 when a protection is missing on this system."`
	// The two below are how the program starts its own children.
	Try   string `hidden:"" help:"Make one attempt."`
	Place string `hidden:"" help:"The attempt's folder."`
}

// privacyJSON is the machine format of "privacy --format json".
type privacyJSON struct {
	System      string           `json:"system"`
	Protections []protectionJSON `json:"protections"`
}

type protectionJSON struct {
	Protection string      `json:"protection"`
	Stops      string      `json:"stops"`
	Active     bool        `json:"active"`
	Tried      []triedJSON `json:"tried"`
}

type triedJSON struct {
	Attempt string `json:"attempt"`
	What    string `json:"what"`
	Stopped bool   `json:"stopped"`
	Before  string `json:"impossible-anyway,omitempty"`
	After   string `json:"answer,omitempty"`
}

func (c *privacyCmd) Run(s streams) error {
	if c.Try != "" {
		return privacy.Attempt(c.Try, c.Place, s.out)
	}
	verdicts, err := privacy.Try()
	if err != nil {
		return err
	}
	words := spoken(c.Lang)
	if c.Format == "json" {
		err = printJSON(s, privacyReport(words, verdicts))
	} else {
		printPrivacy(s, words, verdicts)
	}
	if err != nil {
		return err
	}
	for _, v := range verdicts {
		if c.RequireLocks && !v.Active() {
			return failed(exitFindings)
		}
	}
	return nil
}

func privacyReport(w *wording.Words, verdicts []privacy.Verdict) privacyJSON {
	report := privacyJSON{System: runtime.GOOS + "/" + runtime.GOARCH}
	for _, v := range verdicts {
		p := protectionJSON{
			Protection: string(v.Protection), Stops: w.Privacy.Stops[string(v.Protection)],
			Active: v.Active(), Tried: []triedJSON{},
		}
		for _, t := range v.Tried {
			p.Tried = append(p.Tried, triedJSON{Attempt: t.Name, What: w.Privacy.Tried[t.Name], Stopped: t.Stopped(), Before: t.Before, After: t.After})
		}
		report.Protections = append(report.Protections, p)
	}
	return report
}

// printPrivacy is the table: a line for each protection and, beneath it, one for
// each attempt.
func printPrivacy(s streams, w *wording.Words, verdicts []privacy.Verdict) {
	p := w.Privacy
	fmt.Fprintf(s.out, "%s\n\n", p.Intro)
	const row = "%-10s  %-8s  %s\n"
	fmt.Fprintf(s.out, row, p.Protection, p.Here, p.WhatItStops)
	all := true
	for _, v := range verdicts {
		here := p.On
		if !v.Active() {
			here, all = p.Off, false
		}
		fmt.Fprintf(s.out, "\n"+row, p.Name[string(v.Protection)], here, p.Stops[string(v.Protection)])
		for _, t := range v.Tried {
			fmt.Fprintf(s.out, "  - %s: %s\n", p.Tried[t.Name], cameOf(w, t))
		}
		if len(v.Tried) == 0 {
			fmt.Fprintf(s.out, "  - %s\n", p.NothingTried)
		}
	}
	fmt.Fprintln(s.out)
	if all {
		fmt.Fprintln(s.out, p.AllOn)
	} else {
		fmt.Fprintln(s.out, p.SomeOff)
	}
	fmt.Fprintln(s.out, p.Limits)
}

func cameOf(w *wording.Words, t privacy.Tried) string {
	switch {
	case t.Before != "":
		return wording.Fill(w.Privacy.Impossible, "why", why(w, t.Before))
	case t.After != "":
		return wording.Fill(w.Privacy.Stopped, "why", why(w, t.After))
	}
	return w.Privacy.WentThrough
}

// why is what the system said, in her words where they have it.
func why(w *wording.Words, said string) string {
	if known := w.Privacy.Why[said]; known != "" {
		return known
	}
	return said
}
