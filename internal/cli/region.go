package cli

import (
	"cmp"
	"errors"
	"os"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// regionCalled is the region that somebody means, by its id, its name or what else
// people write for it; nil if the questionnaire has no such region. Who names a
// nation of one, such as Scotland, gets the lines of that nation.
func regionCalled(q *questionnaire.Questionnaire, asked string) *questionnaire.Region {
	folded := questionnaire.Fold(asked)
	called := func(name string) bool { return questionnaire.Fold(name) == folded }
	for _, r := range q.Regions {
		// A name may hold two, as "Spain (España)" does.
		names := append(strings.FieldsFunc(r.Name, func(c rune) bool { return c == '(' || c == ')' }), r.Name)
		names = append(names, r.ID, r.InSentence)
		for _, language := range wording.All() {
			names = append(names, wording.In(language).Plain.Typed.RegionNames(r.ID)...)
		}
		if folded != "" && slices.ContainsFunc(names, called) {
			return r.In(nationCalled(r, called))
		}
		if nation := nationCalled(r, called); nation != "" && folded != "" {
			return r.In(nation)
		}
		// Where only lines that can wait differ, she is not asked for it.
		if folded != "" && slices.ContainsFunc(r.Lines, func(l *questionnaire.HelpLine) bool { return slices.ContainsFunc(l.Nations(), called) }) {
			return r
		}
	}
	return nil
}

// nationCalled is the nation of a region that somebody means; "" if none.
func nationCalled(r *questionnaire.Region, called func(string) bool) string {
	nations := r.Nations()
	if i := slices.IndexFunc(nations, called); i >= 0 {
		return nations[i]
	}
	return ""
}

// known is the id of the region that was asked for, with the nation if that was
// named; "" if none was. That it does not exist must be said before there is a
// screen.
func known(said wording.InLanguage, asked string) (region, nation string, err error) {
	if asked == "" {
		return "", "", nil
	}
	q := said.Load()
	if r := regionCalled(q, asked); r != nil {
		return r.ID, r.Nation(), nil
	}
	return "", "", noRegion(said.Words, q, asked)
}

// noRegion is an error that says which regions there are.
func noRegion(w *wording.Words, q *questionnaire.Questionnaire, asked string) error {
	return errors.New(wording.Fill(w.Trouble.Region, "asked", quoted(asked), "all", regions(q)))
}

// regions are all of a questionnaire, as they may be written.
func regions(q *questionnaire.Questionnaire) string {
	var all []string
	for _, r := range q.Regions {
		all = append(all, r.ID+" ("+r.Name+")")
	}
	return strings.Join(all, ", ")
}

// territories have locales of their own, such as es_PR, and the numbers of a region.
var territories = map[string]string{"pr": "us", "gu": "us", "vi": "us", "as": "us", "mp": "us", "uk": "gb"}

// guessRegion is the country of the locale, such as gb of en_GB.UTF-8.
func guessRegion() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		locale, _, _ := strings.Cut(os.Getenv(name), ".")
		if _, country, ok := strings.Cut(locale, "_"); ok {
			country = strings.ToLower(country)
			return cmp.Or(territories[country], country)
		}
	}
	return ""
}
