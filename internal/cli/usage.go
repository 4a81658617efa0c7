package cli

import (
	"regexp"
	"strings"

	"github.com/ask-first/askfirst/internal/wording"
)

// unread are the ways in which kong says that a command line cannot be read, and
// how we say it, with its parts in their places.
var unread = []struct {
	kong  *regexp.Regexp
	words func(t *wording.TroubleLine) string
}{
	{regexp.MustCompile(`^unknown flag (?P<flag>\S+), did you mean "(?P<meant>.*)"\?$`), func(t *wording.TroubleLine) string { return t.FlagMeant }},
	{regexp.MustCompile(`^unknown flag (?P<flag>\S+)`), func(t *wording.TroubleLine) string { return t.Flag }},
	{regexp.MustCompile(`^unexpected argument (?P<word>.*)$`), func(t *wording.TroubleLine) string { return t.TooMuch }},
	{regexp.MustCompile(`^(?P<name>\S+) must be one of (?:"",)?(?P<all>.*) but got (?P<got>.*)$`), func(t *wording.TroubleLine) string { return t.OneOf }},
	{regexp.MustCompile(`^(?P<name>\S+): expected a valid \d+ bit int but got (?P<got>.*)$`), func(t *wording.TroubleLine) string { return t.Number }},
	{regexp.MustCompile(`^(?P<name>\S+): expected duration but got (?P<got>".*?")`), func(t *wording.TroubleLine) string { return t.Time }},
	{regexp.MustCompile(`^(?P<name>\S+): bool value must be .* but got (?P<got>.*)$`), func(t *wording.TroubleLine) string { return t.YesNo }},
	{regexp.MustCompile(`^(?P<name>\S+): expected \S+ value but got `), func(t *wording.TroubleLine) string { return t.NoValue }},
	{regexp.MustCompile(`^expected "(?P<name>[^"]*)"$`), func(t *wording.TroubleLine) string { return t.NoArgument }},
	{regexp.MustCompile(`^flag (?P<flag>\S+) applies to the default command "(?P<default>.*)", not "(?P<command>.*)"$`), func(t *wording.TroubleLine) string { return t.FlagFirst }},
}

// argument is a part of the command line as help calls it: <story> has a name in
// each language.
func argument(w *wording.Words, part string) string {
	name := strings.TrimSuffix(strings.TrimPrefix(part, "<"), ">")
	if called := w.Help.Texts[name]; called != "" && "<"+name+">" == part {
		return "<" + called + ">"
	}
	return part
}

// unreadLine says why a command line cannot be read. What we have no words for is
// said as kong says it, in English, or else not at all.
func unreadLine(w *wording.Words, err error) string {
	said := strings.ReplaceAll(err.Error(), "\n", " ")
	for _, u := range unread {
		m := u.kong.FindStringSubmatch(said)
		if m == nil {
			continue
		}
		var pairs []string
		for i, name := range u.kong.SubexpNames() {
			if name != "" {
				pairs = append(pairs, name, argument(w, m[i]))
			}
		}
		return wording.Fill(u.words(&w.Trouble.Line), pairs...)
	}
	if w.Language == wording.English().Language {
		return said
	}
	return ""
}
