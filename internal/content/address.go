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

//go:embed words/address.yaml
var addressFile []byte

// addressPatterns find addresses: as they are written, and in words.
type addressPatterns struct {
	written  *regexp.Regexp
	said     []*regexp.Regexp // whose first group, if it has one, must be a name
	mentions []string         // without one of these words no address is said
	noName   map[string]bool
	// A name of somebody on a service, and a name on the net that ends in another script.
	named   []*regexp.Regexp
	service *regexp.Regexp
	foreign *regexp.Regexp
}

var addressPattern = sync.OnceValue(func() addressPatterns {
	var file map[string][]string
	mustDecode("address.yaml", addressFile, &file)
	for _, l := range language.All() {
		for sign, words := range l.Words().Address {
			file[sign] = append(file[sign], words...)
		}
	}
	file["at"] = append(file["at"], file["sign"]...)
	fill := func(pattern string) *regexp.Regexp {
		for _, list := range []string{"endings", "words", "commonest", "services", "mail", "named", "called", "short", "at", "sign", "dot", "stop", "slash", "colon", "visit"} {
			pattern = strings.ReplaceAll(pattern, "{"+list+"}", `(?:`+strings.ReplaceAll(strings.Join(file[list], "|"), " ", `[ ]`)+`)`)
		}
		pattern = strings.NewReplacer("NAME", `\b([\pL0-9]+)`, "NEXT", `[\pL0-9]+`, "SPACE", `[\s-]+`, "SIGNS", `[^\pL0-9.;:!?]{1,4}`, "END", `(?:\s*(?:[.,;:!?)/]|$))`).Replace(pattern)
		return regexp.MustCompile("(?i)" + pattern)
	}
	a := addressPatterns{noName: map[string]bool{}}
	// What begins like an address; a name with a dot and one of the usual endings; a
	// machine's number; a name of a forum.
	a.written = fill(`\b[a-z][a-z0-9+.-]*\s*:\s*//\S*|\bwww\.\S+|\b(?:mailto|tel|sms|tg|xmpp):[^\s]+|[\pL0-9._%+-]*@\s*[\pL0-9][\pL0-9._-]*|` +
		`[\pL0-9](?:[\pL0-9-]*\.)+(?:{endings}|(?:me|us|ca|es|de|ar|pe|app|online|site|shop|store|health|care)|(?-i:{words}))\b(?:/\S*)?|` +
		`[\pL0-9-]+\s+\.\s*{endings}\b|[\pL0-9-]+(?:\.\x20?|,)(?-i:{commonest})\b|\b[0-9]{1,3}(?:\.[0-9]{1,3}){3}\b(?:/\S*)?|[0-9a-f:]*::[0-9a-f:]+|\blocalhost\b|(?:^|[\s("“])[ru]/[\pL0-9_]{3,}`)
	for _, said := range []string{
		`NAMESIGNS{dot}SIGNS{endings}\b`,
		`NAMESIGNS(?:{stop}|{dot}\.)SIGNS{commonest}\b`,
		`NAMESIGNS{dot}{commonest}\b`,
		`\b[\pL0-9]{2,}{dot}{commonest}\b`,
		`NAMESPACE{dot}SPACE[\pL]{2,}(?:SPACE{slash}\b|/)`,
		`NAMESPACE{dot}SPACENAMESPACE{dot}SPACENEXT\b`,
		`\b{visit}SPACENAMESPACE{dot}SPACE{words}\b`,
		`\b{short}SPACE{dot}SPACE{words}\b`,
		`NEXTSIGNS{sign}SIGNSNAME(?:SIGNS{dot}|\.)SIGNS[\pL]{2,}`,
		`NEXTSPACE{at}SPACENAMESPACE{dot}SPACE{words}END`,
		`NEXTSIGNS{at}SIGNS{mail}\b`,
		`\b{sign}SPACENAMESPACE\pL{1,3}SPACE{services}\b`,
		`\b{colon}SPACE{slash}SPACE{slash}\b`,
		`\b(?:https?|hxxps?|www)\b[^\pL]*[\pL0-9]*`,
	} {
		a.said = append(a.said, fill(said))
	}
	// A name with a sign or a digit in it is nobody's first name, wherever it stands near the
	// service; a plain one is told by the words around it.
	const handle = `(\pL{3,}(?:_?[0-9]+|[._]+\pL{2,}|_+)[\pL0-9_]*(?:[._][\pL0-9_]+)*)`
	a.service = fill(`\b{services}\b`)
	for _, named := range []string{
		handle + `(?:[\s"”»',:]+[\pL]+){0,2}?[\s"”»',(:]+{services}\b`,
		`\b{services}\b[^\pL0-9.;!?]+(?:\pL+[^\pL0-9.;!?]+){0,3}?` + handle,
		`\b(?:{named})\s+["“«]?([\pL0-9]{4,})["”»]?\s+(?:on|over|via|in|en|por)\s+{services}\b`,
		`\b\pL*(?:me|us|nos)(?:\s+\pL+)?\s+(?:on|over|via|in|en|por)\s+{services},?\s+(?:as|under|como)\s+["“«]?([\pL0-9]{6,})["”»]?END`,
		`\b(?:on|over|via|in|en|por)\s+{services},?(?:\s+\pL+){0,3}?\s+(?:{called})\s+["“«]?([\pL0-9]{6,})["”»]?END`,
		`\b{services}\s*[:=]\s*["“«]?([\pL0-9]{6,})["”»]?END`,
	} {
		a.named = append(a.named, fill(named))
	}
	a.foreign = regexp.MustCompile(`(?i:[\pL0-9-]+\.|[\pL0-9-]+\s\.\s?|` + fill(`[\pL0-9-]+\s+{dot}\s+`).String() + `)[^\P{L}\p{Latin}\p{Lu}]{2,}(?:/\S*)?|(?i)\bxn--[a-z0-9-]+`)
	for _, word := range file["no-name"] {
		a.noName[fold(word)] = true
	}
	a.mentions = []string{"http", "hxxp", "www"}
	for _, list := range []string{"sign", "dot", "stop", "slash", "mail"} {
		a.mentions = append(a.mentions, file[list]...)
	}
	return a
})

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
	if found := a.elsewhere(text); len(found) > 0 {
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

// elsewhere are names that lead to somebody all the same: one on a service, without the
// sign before it, and one whose ending has other letters than ours.
func (a addressPatterns) elsewhere(text string) []string {
	var found []string
	if !isASCII(text) || strings.Contains(text, "--") {
		found = a.foreign.FindAllString(text, -1)
	}
	if !a.service.MatchString(text) {
		return found
	}
	for _, named := range a.named {
		for _, m := range named.FindAllStringSubmatch(text, -1) {
			if !a.noName[fold(m[1])] {
				found = append(found, m[0])
			}
		}
	}
	return found
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
