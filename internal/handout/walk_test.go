package handout

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/wrap"
	"github.com/ask-first/askfirst/questionnaires"
)

// everyPaper is every paper of the real questionnaire: each language, each region
// and none, discreet and not. Those for whoever leads a workshop are among them
// where facilitators is true.
func everyPaper(t *testing.T, facilitators bool, walk func(name string, s Source, d *Document)) {
	for _, p := range printed(t) {
		if facilitators || p.paper != "notes" && p.paper != "cards" {
			walk(fmt.Sprintf("%s, %s, %s, discreet %v", p.Words.Language, p.region().ID, p.paper, p.Discreet), p.Source, p.document)
		}
	}
}

type printedPaper struct {
	Source
	paper    string
	document *Document
}

var allPrinted []printedPaper

// printed are all papers, made once.
func printed(t *testing.T) []printedPaper {
	if len(allPrinted) > 0 {
		return allPrinted
	}
	original := read(t, questionnaires.Maternal())
	all := []*questionnaire.Questionnaire{original}
	for _, language := range folder.Languages(questionnaires.Maternal()) {
		tr, problems, err := folder.ReadTranslation(questionnaires.Maternal(), nil, language)
		if tr == nil {
			t.Fatal(problems, err)
		}
		all = append(all, translation.Of(original, tr))
	}
	if len(all) < 2 {
		t.Fatal("only one language")
	}
	for _, q := range all {
		for _, region := range append([]*questionnaire.Region{nil}, q.Regions...) {
			for _, discreet := range []bool{false, true} {
				s := Source{Questionnaire: q, Words: wording.In(q.Language), Region: region, Program: "v0.0.0", Discreet: discreet}
				for paper, make := range papersBy {
					if !discreet || paper == "guide" || paper == "sheet" {
						allPrinted = append(allPrinted, printedPaper{s, paper, make(s)})
					}
				}
			}
		}
	}
	return allPrinted
}

// texts are all that a paper says.
func texts(d *Document) []string {
	all := []string{d.Title}
	var walk func([]Block)
	walk = func(blocks []Block) {
		for _, b := range blocks {
			switch b := b.(type) {
			case Paragraph:
				all = append(all, saidBy(b.Spans))
			case List:
				all = append(all, itemsSaid(b.Items)...)
			case Quote:
				all = append(all, b.Words)
			case Note:
				all = append(all, b.Words)
			case Number:
				all = append(all, b.Words, b.About)
			case Blank:
				all = append(all, b.Label)
			case Table:
				all = append(all, b.Head...)
				all = append(all, slices.Concat(b.Rows...)...)
			case Card:
				all = append(all, b.Heading)
				walk(b.Blocks)
			}
		}
	}
	for _, s := range d.Sections {
		all = append(all, s.Heading)
		walk(s.Blocks)
	}
	return all
}

var unfilled = regexp.MustCompile(`\{[^}]*\}`)

func TestNoPaperShowsABrace(t *testing.T) {
	everyPaper(t, true, func(name string, _ Source, d *Document) {
		for _, text := range texts(d) {
			if found := unfilled.FindString(text); found != "" {
				t.Errorf("%s: %s is not filled: %q", name, found, text)
			}
		}
	})
}

func TestNoPaperForHerSpeaksOfAScreen(t *testing.T) {
	everyPaper(t, false, func(name string, s Source, d *Document) {
		for _, text := range texts(d) {
			if ofScreen(&s.Words.Handout.Screen, text) {
				t.Errorf("%s: %q", name, text)
			}
		}
	})
}

func TestWhatPaperSaysInsteadOfAScreen(t *testing.T) {
	for language, cases := range map[string]map[string]string{
		"en": {
			"Ask someone to call. If you cannot speak, show them this screen. Go on.": "Ask someone to call. If you cannot speak, show them this paper. Go on.",
			"Show this screen to someone.":                                            "Show this paper to someone.",
			"If so, you see a line. To leave, hold Ctrl and press C.":                 "If so, you see a line.",
			"To leave, hold Ctrl and press C.":                                        "",
			"Spanish: press 2, or text AYUDA to 988.":                                 "Spanish: press 2, or text AYUDA to 988.",
			"Could someone see this screen? You can come back. Be calm.":              "Be calm.",
			"The program asks them on your own screen. A thing comes by.":             "The program asks them on your own screen. A thing comes by.",
		},
		"es": {
			"Si no puedes hablar, muéstrale esta pantalla. Sigue.": "Si no puedes hablar, muéstrale este papel. Sigue.",
			"Muestra esta pantalla.":                               "Muestra este papel.",
			"Verás una línea. Mantén pulsada Ctrl y pulsa C.":      "Verás una línea.",
		},
	} {
		for text, want := range cases {
			if got := onPaper(&wording.In(language).Handout.Screen, text); got != want {
				t.Errorf("%q became %q, want %q", text, got, want)
			}
		}
	}
}

// Wherever a paper has a help line, it has what the line is for, who is answered
// there, and what to press or write.
func TestEveryLineOnPaperSaysWhatItIsForAndHowToBeUnderstood(t *testing.T) {
	seen := map[string]int{}
	everyPaper(t, true, func(name string, s Source, d *Document) {
		for _, l := range s.told(s.region().Lines) {
			for _, section := range d.Sections {
				for _, item := range lineItems(section.Blocks, l, s) {
					seen[l.ID]++
					languages := service(s, l)
					if len(l.Languages) > 0 && l.Languages[0] == s.Words.Language && !names(item, l) {
						languages = nil // at a stop, where hers is the first of them
					}
					for _, want := range slices.Concat([]string{l.For, l.Nation, l.Hours}, noteOf(s, l), languages) {
						if !strings.Contains(item, strings.TrimSuffix(want, ".")) {
							t.Errorf("%s: %q is missing of %s: %q", name, want, l.ID, item)
						}
					}
					_, ofAll, _ := strings.Cut(item, s.Words.Handout.Lines.OfAll)
					for _, other := range s.region().Lines {
						if other.Hours != "" && other.Hours != l.Hours && strings.Contains(ofAll, strings.TrimSuffix(other.Hours, ".")) {
							t.Errorf("%s: the hours of %s are said of %s too: %q", name, other.ID, l.ID, item)
						}
					}
				}
			}
		}
		for _, missing := range missingOf(strings.Split(name, ", ")[2], s, d) {
			t.Errorf("%s: no %q", name, missing)
		}
	})
	for _, region := range read(t, questionnaires.Maternal()).Regions {
		for _, l := range region.Lines {
			if l.Call+l.Text+l.URL != "" && seen[l.ID] == 0 {
				t.Errorf("%s stands nowhere, so nothing was looked at", l.ID)
			}
		}
	}
}

// noteOf are the sentences of a line's note; of one that sends her to another line, such as
// that for Deaf people, the number of that.
func noteOf(s Source, l *questionnaire.HelpLine) []string {
	all := strings.SplitAfter(l.Note, ". ")
	for i, said := range all {
		for _, o := range s.region().Lines {
			if o.ID != l.ID && o.Call != "" && o.Nation == "" && o.NamedIn(said) != "" {
				all[i] = o.Call
			}
		}
		all[i] = strings.TrimSpace(all[i])
	}
	return all
}

// missingOf are the ways to an urgent line that a paper should have and has not. What
// is cut, ticked or read from in a room leads nobody to a line, and neither does a
// clinician's receipt; a poster and strips have numbers, each by itself, and that for
// safety at home among them.
func missingOf(paper string, s Source, d *Document) []string {
	var missing []string
	urgent := s.told(questionnaire.UrgentLines(s.region()))
	said := texts(d)
	switch paper {
	case "receipt", "plan", "cards", "slip", "checklist":
	case "poster", "strips":
		for _, l := range append(urgent, s.forWall("violence", nil)...) {
			if l.Call != "" && !slices.Contains(said, l.Call) {
				missing = append(missing, l.Call)
			}
		}
	default:
		text := unspaced(d.Text())
		for _, l := range urgent {
			for _, way := range page.Contacts(s.Words, l) {
				if !strings.Contains(text, unspaced(way)) {
					missing = append(missing, way)
				}
			}
		}
	}
	return missing
}

// service are the names of the languages of a line, but hers where it is the first:
// that goes without saying.
func service(s Source, l *questionnaire.HelpLine) []string {
	var all []string
	for i, code := range l.Languages {
		if i > 0 || code != s.Words.Language {
			if name, ok := s.Words.Languages[code]; ok {
				all = append(all, name)
			}
		}
	}
	return all
}

// names tells whether a text says whose a line is. Where she must stop and call,
// paper does not.
func names(said string, l *questionnaire.HelpLine) bool {
	return slices.Contains(strings.Split(said, between), l.Name)
}

// lineItems are the entries and cards that tell a line: each entry with the one
// above it, which says what several lines share.
func lineItems(blocks []Block, l *questionnaire.HelpLine, s Source) []string {
	ways := page.Contacts(s.Words, l)
	if len(ways) == 0 {
		return nil
	}
	var found []string
	tells := func(said string) bool {
		brief := strings.HasPrefix(said, l.For+between) && strings.Contains(said, l.Nation)
		return strings.Contains(said, ways[0]) && (names(said, l) || brief)
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case List:
			ofAll := "" // what is so for each of them is said once, at the end
			if last := len(b.Items) - 1; last >= 0 && strings.HasPrefix(saidBy(b.Items[last].Spans), s.Words.Handout.Lines.OfAll) {
				ofAll = between + saidBy(b.Items[last].Spans)
			}
			for _, item := range b.Items {
				for _, beneath := range append(item.Items, Item{}) {
					if said := saidBy(item.Spans) + between + saidBy(beneath.Spans); b.Lines && tells(said) && (len(item.Items) == 0 || beneath.Spans != nil) {
						found = append(found, said+ofAll)
					}
				}
			}
		case Card:
			found = append(found, lineItems(b.Blocks, l, s)...)
			said := strings.Join(texts(&Document{Sections: []Section{{Blocks: []Block{b}}}}), between)
			if _, first := b.Blocks[0].(List); first && b.Manner == Quiet && tells(said) {
				found = append(found, said)
			}
		}
	}
	return found
}

// A number that goes on in the next line is half a number. In text each line is
// what package wrap made of it; in HTML the browser is told.
func TestEveryNumberOnPaperIsWhole(t *testing.T) {
	everyPaper(t, true, func(name string, s Source, d *Document) {
		text, html := d.Text(), d.HTML()
		outside := marked.ReplaceAllString(html, "")
		for _, l := range s.region().Lines {
			for _, number := range []string{l.Call, l.Text} {
				if !strings.ContainsAny(number, " -") {
					continue
				}
				for at, c := range number { // no line ends at any of its gaps
					if c != ' ' && c != '-' {
						continue
					}
					parted := regexp.MustCompile(regexp.QuoteMeta(number[:at]) + `-?\n\s*` + regexp.QuoteMeta(number[at+1:]))
					if parted.MatchString(text) {
						t.Errorf("%s: %s is parted", name, number)
					}
				}
				if strings.Contains(outside, number) {
					t.Errorf("%s: a browser may part %s", name, number)
				}
			}
		}
	})
}

var marked = regexp.MustCompile(`<span class="whole">[^<]*</span>`)

func TestAnAddressOnPaperIsWhole(t *testing.T) {
	found := false
	for _, r := range wrap.Runs("At e-lactancia.org. More.") {
		found = found || r.Whole && strings.Contains(whole("At e-lactancia.org. More."), `<span class="whole">`+r.Text)
	}
	if !found {
		t.Error("a browser may part an address")
	}
}
