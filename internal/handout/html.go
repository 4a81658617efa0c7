package handout

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"text/template" // escapes as package html does, without its table of 2,000 names
	"unicode/utf8"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wrap"
)

//go:embed handout.css
var written string

// style is handout.css with its sizes in the letters of each form of paper: one file
// can hold papers of several forms, and rem would be the same for all of them.
var style = func() string {
	return regexp.MustCompile(`([\d.]+)rem`).ReplaceAllString(written, "calc($1*var(--em))")
}

// rightToLeft are languages whose usual script is written from right to left, as the
// Unicode CLDR has them.
var rightToLeft = []string{"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}

// direction is the attribute that says so, which a browser does not take from lang.
func direction(tag string) string {
	if slices.Contains(rightToLeft, language.Base(tag)) {
		return ` dir="rtl"`
	}
	return ""
}

// HTML is the paper as one file that needs no other: no script, no font, no
// picture, no link. What is not its own style the browser is told to load from
// nowhere, so that even a text that was not made harmless could fetch nothing.
func (d *Document) HTML() string { return htmlOf(d.Title, []*Document{d}) }

// htmlOf is one page with one paper, or with several of a set.
func htmlOf(title string, papers []*Document) string {
	w := &htmlWriter{}
	first := papers[0]
	w.line(`<!DOCTYPE html>`)
	w.line(`<html lang="%s"%s%s>`, template.HTMLEscapeString(first.Language), direction(first.Language), class(first.Layout.size()))
	w.line(`<head>`)
	w.line(`<meta charset="utf-8">`)
	w.line(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`)
	w.line(`<meta name="viewport" content="width=device-width, initial-scale=1">`)
	w.line(`<meta name="referrer" content="no-referrer">`)
	w.line(`<title>%s</title>`, escaped(title))
	w.line(`<style>`)
	var seen []string
	for _, d := range papers {
		if page := d.Layout.page(len(papers) > 1); !slices.Contains(seen, page) {
			seen = append(seen, page)
			w.WriteString(page)
		}
	}
	w.line(`%s</style>`, style())
	w.line(`</head>`)
	w.line(`<body>`)
	w.line(`<main>`)
	for _, d := range papers {
		w.line(`<article class="%s">`, d.Layout.form())
		w.line(`<h1>%s</h1>`, readable(d.Title))
		for _, s := range d.Sections {
			w.section(s)
		}
		w.line(`</article>`)
	}
	w.line(`</main>`)
	w.line(`</body>`)
	w.line(`</html>`)
	return w.String()
}

// page is the size of the sheet and its margins; in a set under the name of its form,
// because there each form has sheets of its own. A folded sheet has panels of one
// height, two of them one above the other, so that no fold runs through one; what
// stands around a panel is as wide as the margin of the sheet.
func (l Layout) page(named bool) string {
	size, margin, panel, half := "A4", "17mm 18mm 19mm", "99.6mm", "134mm"
	full, line := "284mm", "20.4pt" // what strips hang down in, and how far apart the guide's lines are
	switch {
	case l.A3:
		size, margin = "A3", "20mm 24mm"
	case l.Letter:
		size, margin, panel, half = "letter", "14mm 18mm 16mm", "102.8mm", "125mm"
		full, line = "266mm", "18.6pt"
	}
	form := l.form()
	switch {
	case l.Folded:
		size, margin = size+" landscape", "5mm"
	case form == "poster" && l.Letter: // shorter than A4 by 18 mm
		margin = "6mm 12mm"
	case form == "poster" && !l.A3:
		margin = "10mm 15mm"
	case form == "strips": // ten numbers side by side, down to the foot of the page
		margin = "6mm 9mm"
	case form == "cards" || form == "slips":
		margin = "6mm 12mm"
	case l.Brief && l.Letter && !l.Large: // shorter than A4 by 18 mm
		margin = "8mm 15mm 11mm"
	case l.Brief && !l.Large:
		margin = "11mm 15mm 13mm"
	case l.Large:
		margin = "9mm 11mm 12mm"
	}
	number, name, use := "", "", ""
	if named {
		name, use = form+" ", " page: "+form+";"
	} else if form == "paper" || form == "brief" || form == "plan" {
		number = ` @bottom-right { content: counter(page) " / " counter(pages); font: 11pt sans-serif; color: #4a4a4a; }`
	}
	return fmt.Sprintf("@page %s{ size: %s; margin: %s;%s }\n.%s { --panel: %s; --half: %s; --page: %s; --line: %s;%s }\n", name, size, margin, number, form, panel, half, full, line, use)
}

// form is what the style calls the form of a paper.
func (l Layout) form() string {
	switch {
	case l.Form != "":
		return l.Form
	case l.Folded:
		return "folded"
	case l.Brief:
		return "brief"
	}
	return "paper"
}

// size is how large its letters are.
func (l Layout) size() string {
	switch {
	case l.A3:
		return "a3"
	case l.Large:
		return "large"
	}
	return ""
}

// size is how large a number can be so that it stands in one line.
func (n Number) size() string {
	switch letters := utf8.RuneCountInString(n.Words); {
	case n.Several || letters > 16:
		return "long"
	case letters > 6:
		return "whole-line"
	}
	return "short"
}

func class(names string) string {
	if names == "" {
		return ""
	}
	return ` class="` + names + `"`
}

// escaped is a text that is nothing but text, whatever its author wrote.
func escaped(s string) string { return template.HTMLEscapeString(oneLine(s)) }

// readable is an escaped text whose numbers and addresses are never broken by the
// end of a line.
func readable(s string) string { return whole(oneLine(s)) }

// whole escapes a text run by run.
func whole(s string) string {
	var b strings.Builder
	for _, r := range wrap.Runs(s) {
		if r.Whole {
			b.WriteString(`<span class="whole">` + template.HTMLEscapeString(r.Text) + `</span>`)
		} else {
			b.WriteString(template.HTMLEscapeString(r.Text))
		}
	}
	return held(b.String())
}

// held puts what sets facts apart into the whole that stands before it. A browser ends
// a line behind that, even before a space that must not be broken, and it would begin the
// next line.
func held(html string) string {
	return strings.NewReplacer(`</span></em>`+apart, apart+`</span></em>`, `</span>`+apart, apart+`</span>`).Replace(html)
}

// htmlWriter writes elements. Texts reach it through escaped only.
type htmlWriter struct{ strings.Builder }

func (w *htmlWriter) line(format string, args ...any) {
	fmt.Fprintf(w, format, args...)
	w.WriteByte('\n')
}

func (w *htmlWriter) section(s Section) {
	var names []string
	if s.NewPage {
		names = append(names, "new-page")
	}
	if s.Fine {
		names = append(names, "fine")
	}
	w.line(`<section%s>`, class(strings.Join(names, " ")))
	if s.Heading != "" {
		w.line(`<h2>%s</h2>`, readable(s.Heading))
	}
	inColumns := false
	for _, b := range s.Blocks {
		if _, isCard := b.(Card); s.Columns && isCard != inColumns {
			w.line(`%s`, map[bool]string{true: `<div class="columns">`, false: `</div>`}[isCard])
			inColumns = isCard
		}
		w.block(b)
	}
	if inColumns {
		w.line(`</div>`)
	}
	w.line(`</section>`)
}

func (w *htmlWriter) block(b Block) {
	switch b := b.(type) {
	case Paragraph:
		w.line(`<p>%s</p>`, htmlSpans(b.Spans))
	case List:
		names := ""
		switch {
		case b.Boxes:
			names = "boxes"
		case b.Dense:
			names = "dense"
		case b.Lines:
			names = "lines"
		case b.To:
			names = "to"
		case b.Strips:
			names = "strip"
		}
		w.items(b.Items, names)
	case Quote:
		w.line(`<p class="say">%s</p>`, strings.ReplaceAll(readable(b.Words), "…", `<span class="gap"></span>`))
	case Note:
		w.line(`<p class="note">%s</p>`, readable(b.Words))
	case Number:
		w.line(`<p%s>%s</p>`, class("number "+b.size()), readable(b.Words))
		if b.About != "" {
			w.line(`<p class="note">%s</p>`, readable(b.About))
		}
	case Blank:
		if b.Lines == 0 {
			w.line(`<p class="beside">%s <span class="rule"></span></p>`, readable(b.Label))
			return
		}
		w.line(`<div class="blank">`)
		if b.Label != "" {
			w.line(`<p>%s</p>`, readable(b.Label))
		}
		w.line(`%s`, strings.Repeat(`<div class="rule"></div>`, b.Lines))
		w.line(`</div>`)
	case Table:
		w.table(b)
	case Card:
		w.line(`<div class="card %s">`, [...]string{"framed", "urgent", "quiet"}[b.Manner])
		if b.Heading != "" {
			w.line(`<h3>%s</h3>`, readable(b.Heading))
		}
		for _, inner := range b.Blocks {
			w.block(inner)
		}
		w.line(`</div>`)
	}
}

func (w *htmlWriter) items(items []Item, names string) {
	w.line(`<ul%s>`, class(names))
	for _, item := range items {
		fmt.Fprintf(w, `<li>%s`, htmlSpans(item.Spans))
		if len(item.Items) > 0 {
			w.line(``)
			w.items(item.Items, "")
		}
		w.line(`</li>`)
	}
	w.line(`</ul>`)
}

func (w *htmlWriter) table(t Table) {
	w.line(`<table%s>`, class(map[bool]string{true: "write"}[t.toWrite()]))
	w.line(`<thead>`)
	w.line(`<tr>`)
	for _, cell := range t.Head {
		w.line(`<th scope="col">%s</th>`, readable(cell))
	}
	w.line(`</tr>`)
	w.line(`</thead>`)
	w.line(`<tbody>`)
	for _, row := range t.Rows {
		w.line(`<tr>`)
		for column, cell := range row {
			if cell == "" && t.ticked(column) {
				w.line(`<td><span class="box"></span></td>`)
				continue
			}
			w.line(`<td>%s</td>`, readable(cell))
		}
		w.line(`</tr>`)
	}
	w.line(`</tbody>`)
	w.line(`</table>`)
}

func htmlSpans(spans []questionnaire.Span) string {
	var b strings.Builder
	for _, s := range spans {
		words := whole(s.Words)
		if s.Emphasis {
			words = `<em>` + words + `</em>`
		}
		b.WriteString(words)
	}
	return held(b.String())
}
