package content

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// form is what the numbers of a region look like, without spaces and hyphens.
type form struct {
	Code string `yaml:"code"` // of the country
	Call string `yaml:"call"`
	Text string `yaml:"text"` // beside those that are called
}

// forms are those of the regions that are known here, as patterns.
var forms = sync.OnceValue(func() map[string][2]*regexp.Regexp {
	all := map[string][2]*regexp.Regexp{}
	for id, f := range telephone().Forms {
		abroad := `(?:\+` + f.Code + `[0-9]{8,11})`
		call := f.Call + `|` + abroad
		all[id] = [2]*regexp.Regexp{
			regexp.MustCompile(`^(?:` + call + `)$`),
			regexp.MustCompile(`^(?:` + call + `|` + cmp.Or(f.Text, f.Call) + `)$`),
		}
	}
	return all
})

var joins = strings.NewReplacer(" ", "", "-", "")

// checkNumberForms finds numbers that cannot be dialled in their region, as one
// with a digit too few or the number of a neighbour.
func checkNumberForms(r *report) {
	for _, region := range r.q.Regions {
		known, ok := forms()[region.Country()]
		if !ok {
			continue
		}
		for _, l := range region.Lines {
			for i, number := range []string{l.Call, l.Text} {
				if number != "" && !known[i].MatchString(joins.Replace(number)) {
					r.addOf(numberForm, questionnaire.Error, l.Subject(), l.At, "%q of help line %q is not a number of %s; read it again on the operator's page, digit by digit", number, l.ID, region.Said())
				}
			}
		}
	}
}

// checkSameNumbers finds two lines of a region that are one: the same number for
// the same kind of help in the same place. NHS 111 is two: for poisons, and with an
// option for the mind.
func checkSameNumbers(r *report) {
	for _, region := range r.q.Regions {
		for i, l := range region.Lines {
			for _, other := range region.Lines[:i] {
				if sameWay(l, other) && overlap(kindsOf(l), kindsOf(other)) && sameNation(l, other) {
					r.addOf(sameLine, questionnaire.Error, l.Subject(), l.At, "help lines %q and %q have one number for one kind of help; make them one line, or write what differs: kind, nation", other.ID, l.ID)
				}
			}
		}
	}
}

func sameWay(a, b *questionnaire.HelpLine) bool {
	same := func(x, y string) bool { return x != "" && onlyDigits(x) == onlyDigits(y) }
	return same(a.Call, b.Call) || same(a.Text, b.Text) && a.TextWord == b.TextWord
}

func kindsOf(l *questionnaire.HelpLine) []string { return append([]string{l.Kind}, l.Also...) }

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

func sameNation(a, b *questionnaire.HelpLine) bool {
	return a.Nation == "" || b.Nation == "" || overlap(a.Nations(), b.Nations())
}

// checkReach finds a line that a page sends her to and that nobody can reach: it
// has neither a number nor a site. Only of the emergency line do words alone do,
// because everybody has such a number where she lives.
func checkReach(r *report) {
	needed := map[string]bool{"crisis": true} // it stands on every outcome
	for _, who := range r.q.Clinicians {
		needed[who.Line] = true
	}
	for _, rule := range r.q.Rules {
		for _, kind := range questionnaire.LineKinds {
			if strings.Contains(rule.First, "{"+kind+"}") {
				needed[kind] = true
			}
		}
	}
	for _, region := range r.q.Regions {
		for _, kind := range questionnaire.LineKinds {
			lines := region.LinesOf(kind)
			if kind == emergencyKind || !needed[kind] || len(lines) == 0 {
				continue
			}
			if !slices.ContainsFunc(lines, func(l *questionnaire.HelpLine) bool { return l.Call != "" || l.Text != "" || l.URL != "" }) {
				r.addOf(nothingToCall, questionnaire.Error, lines[0].Subject(), lines[0].At, "a step sends her to a line of kind %s, and help line %q of region %q has neither a number nor a site; write call, text or url, or take it out", kind, lines[0].ID, region.ID)
			}
		}
	}
}

// checkOneRecord says how many lines rest on nothing but one record of somebody
// else's, and on which day most of these were stamped at once.
func checkOneRecord(r *report) {
	alone, days := 0, map[string]int{}
	for _, region := range r.q.Regions {
		for _, l := range region.Lines {
			if !l.At.Inherited() && len(l.Evidence) == 1 && l.Evidence[0].Kind == questionnaire.DatedRegister && (l.Call != "" || l.Text != "") {
				alone++
				days[l.Evidence[0].On.Format("2006-01-02")]++
			}
		}
	}
	var most string
	for day, count := range days {
		if count > days[most] || count == days[most] && day < most {
			most = day
		}
	}
	if alone > 0 {
		r.addOf(oneRecord, questionnaire.Note, r.q.Subject(), r.q.At, "%d help lines with a number rest on one record of somebody else's, %d of them on one that bears the day %s; a list often puts one day on all its lines, so read the operators' pages: askfirst handout --what lines", alone, days[most], most)
	}
}
