package content

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// checkAddresses finds addresses outside help-lines.yaml and sources.yaml, where
// nobody would check where they lead.
func checkAddresses(r *report) {
	lines := r.helpLines()
	for _, p := range r.passages {
		if p.May(addressElsewhere.ID(), "") {
			continue
		}
		for _, found := range addresses(p.text.Plain()) { // not in sentences, because an address has dots in it
			if l := lines[p.Of]; l != nil && strings.Contains(l.URL, found) {
				continue // some services are called by their address
			}
			r.add(addressElsewhere, questionnaire.Error, p, "%q in %v is an address; leave it out: addresses stand in help-lines.yaml and sources.yaml only", strings.TrimRight(found, ".,;:)"), p)
		}
	}
}

// addressWords are words/address.yaml.
type addressWords struct {
	Endings   []string `yaml:"endings"`
	Words     []string `yaml:"words"`
	Commonest []string `yaml:"commonest"`
	Services  []string `yaml:"services"`
	Mail      []string `yaml:"mail"`
	Short     []string `yaml:"short"`
}

//go:embed words/address.yaml
var addressFile []byte

// addressPatterns find addresses: as they are written, and in words.
type addressPatterns struct {
	written  *regexp.Regexp
	said     []*regexp.Regexp // whose first group, if it has one, must be a name
	mentions []string         // without one of these words no address is said
	noName   map[string]bool
}

var addressPattern = sync.OnceValue(func() addressPatterns {
	var file addressWords
	mustDecode("address.yaml", addressFile, &file)
	var all language.Address
	for _, l := range language.All() {
		w := l.Words().Address
		all.At, all.Sign, all.Dot, all.Stop = append(all.At, w.At...), append(all.Sign, w.Sign...), append(all.Dot, w.Dot...), append(all.Stop, w.Stop...)
		all.Slash, all.Colon = append(all.Slash, w.Slash...), append(all.Colon, w.Colon...)
		all.Visit, all.NoName = append(all.Visit, w.Visit...), append(all.NoName, w.NoName...)
	}
	fill := strings.NewReplacer(
		"ENDING", anyOf(file.Endings), "WORD", anyOf(file.Words), "COMMON", anyOf(file.Commonest), "SERVICE", anyOf(file.Services), "MAIL", anyOf(file.Mail), "SHORT", anyOf(file.Short),
		"AT", anyOf(slices.Concat(all.At, all.Sign)), "SIGN", anyOf(all.Sign), "DOT", anyOf(all.Dot), "STOP", anyOf(all.Stop),
		"SLASH", anyOf(all.Slash), "COLON", anyOf(all.Colon), "VISIT", anyOf(all.Visit), "NAME", `\b([\pL0-9]+)`, "NEXT", `[\pL0-9]+`,
		" ", `[\s-]+`, "~", `[^\pL0-9.;:!?]{1,4}`, "END", `(?:\s*(?:[.,;:!?)/]|$))`)
	a := addressPatterns{noName: map[string]bool{}}
	// What begins like an address; a name with a dot and one of the usual endings; a
	// machine's number; a name of a forum.
	a.written = regexp.MustCompile(fill.Replace(`(?i)\b[a-z][a-z0-9+.-]*\s*:\s*//\S*|\bwww\.\S+|\b(?:mailto|tel|sms|tg|xmpp):[^\s]+|[\pL0-9._%+-]*@\s*[\pL0-9][\pL0-9._-]*|` +
		`[\pL0-9](?:[\pL0-9-]*\.)+(?:ENDING|(?:me|us|ca|es|de|ar|pe|app|online|site|shop|store|health|care)|(?-i:WORD))\b(?:/\S*)?|` +
		`[\pL0-9-]+\s+\.\s*ENDING\b|[\pL0-9-]+(?:\.\x20?|,)(?-i:COMMON)\b|\b[0-9]{1,3}(?:\.[0-9]{1,3}){3}\b(?:/\S*)?|[0-9a-f:]*::[0-9a-f:]+|\blocalhost\b|(?:^|[\s("“])[ru]/[\pL0-9_]{3,}`))
	for _, said := range []string{
		`NAME~DOT~ENDING\b`,
		`NAME~(?:STOP|DOT\.)~COMMON\b`,
		`NAME~DOTCOMMON\b`,
		`\b[\pL0-9]{2,}DOTCOMMON\b`,
		`NAME DOT [\pL]{2,}(?: SLASH\b|/)`,
		`NAME DOT NAME DOT NEXT\b`,
		`\bVISIT NAME DOT WORD\b`,
		`\bSHORT DOT WORD\b`,
		`NEXT~SIGN~NAME(?:~DOT|\.)~[\pL]{2,}`,
		`NEXT AT NAME DOT WORDEND`,
		`NEXT~AT~MAIL\b`,
		`\bSIGN NAME \pL{1,3} SERVICE\b`,
		`\bCOLON SLASH SLASH\b`,
		`\b(?:https?|hxxps?|www)\b[^\pL]*[\pL0-9]*`,
	} {
		a.said = append(a.said, regexp.MustCompile("(?i)"+fill.Replace(said)))
	}
	for _, word := range all.NoName {
		a.noName[fold(word)] = true
	}
	a.mentions = slices.Concat(all.Sign, all.Dot, all.Stop, all.Slash, file.Mail, []string{"http", "hxxp", "www"})
	return a
})

func anyOf(words []string) string {
	return `(?:` + strings.ReplaceAll(strings.Join(words, "|"), " ", `[ ]`) + `)`
}

var (
	bracketedSign = regexp.MustCompile(`\s*[\[({<]\s*([.@])\s*[\])}>]\s*`)
	otherDot      = regexp.MustCompile(`(\pL)\s?[·•∙●。]\s?(\pL)`)
	spelledOut    = regexp.MustCompile(`\b([A-Za-z])[.-]([A-Za-z])[.-]([A-Za-z])\b`) // its ending
)

// addresses are those in a text, however they are written: as themselves, with letters
// and signs in disguise, in words.
func addresses(text string) []string {
	a := addressPattern()
	if found := a.asWritten(text); len(found) > 0 {
		return found
	}
	plain := oneForm(spelledOut.ReplaceAllString(bracketedSign.ReplaceAllString(otherDot.ReplaceAllString(text, "$1.$2"), "$1"), "$1$2$3"))
	if plain != text {
		if found := a.asWritten(plain); len(found) > 0 {
			return found
		}
	}
	small := strings.ToLower(plain)
	if !slices.ContainsFunc(a.mentions, func(word string) bool { return strings.Contains(small, word) }) {
		return nil
	}
	for _, said := range a.said {
		var found []string
		for _, m := range said.FindAllStringSubmatch(plain, -1) {
			if !slices.ContainsFunc(m[1:], func(name string) bool { return a.noName[fold(name)] }) {
				found = append(found, m[0])
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

func (a addressPatterns) asWritten(text string) []string {
	if !signOfAddress(text) {
		return nil
	}
	return a.written.FindAllString(text, -1)
}

// signOfAddress reports whether a text has anything that an address cannot be written
// without. Most texts have not, and the pattern takes its time.
func signOfAddress(text string) bool {
	for i := 0; i < len(text); i++ {
		next := byte(' ')
		if i+1 < len(text) {
			next = text[i+1]
		}
		switch text[i] {
		case '@', '/':
			return true
		case ',':
			if next >= 'a' {
				return true
			}
		case '.':
			// A full stop ends a sentence, and a space or a quotation mark follows it.
			if next != ' ' && next != '\n' && next != '"' || i > 0 && text[i-1] == ' ' || i+2 < len(text) && next == ' ' && text[i+2] >= 'a' {
				return true
			}
		case ':':
			if next != ' ' && next != '\n' {
				return true
			}
		}
	}
	return strings.Contains(strings.ToLower(text), "localhost")
}
