package prove

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// TestOrders plants an order in a sound topic, or something that concerns nobody.
func TestOrders(t *testing.T) {
	order := func(text string) [2]string {
		return [2]string{"education:\n", "orders:\n- {id: o, " + text + "}\neducation:\n"}
	}
	scenario := "education:\n"
	for _, c := range []struct {
		name    string
		change  [2]string
		more    string // a file scenarios.yaml
		phrases string // a file phrases.yaml
		ranks   string // an order
		want    string // check: part of the message; or nothing
	}{
		{name: "the graver answer has more", change: order("question: feeding, gravest-first: [milk, none]")},
		{name: "the graver answer has less", change: order("question: feeding, gravest-first: [none, milk]"),
			want: `lighter-is-graver: order "o" is broken: whoever answers none to "feeding" loses babys-doctor (today) beside whoever answers milk, all else alike`},
		{name: "what only one of them is asked counts, whatever she answers", change: order("question: feeding, gravest-first: [not-sure, milk]"),
			want: `only possibly beside whoever answers milk`},
		{name: "less soon", change: order("question: signs, gravest-first: [faint, fever]"),
			want: `has midwife only today and not now beside whoever answers fever`},
		{name: "the graver, beside others", change: order("question: signs, gravest-first: [fever, faint, none]")},
		{name: "equals are not compared", change: order("question: signs, gravest-first: [[faint, fever], none]")},
		{name: "a state", change: order("question: medicines, of: [ssri], gravest-first: [stopped, taking]")},
		{name: "a state of a medicine with a rule", change: order("question: medicines, gravest-first: [taking, stopped]"),
			want: `whoever answers lithium (taking) to "medicines" loses prescriber (today) beside whoever answers lithium (stopped)`},
		{name: "a medicine in company", change: order("question: medicines, gravest-first: [paracetamol, sertraline]"),
			want: `and paracetamol (taking) to "medicines" loses prescriber (before-deciding) beside whoever answers `},
		{name: "medicines that no condition tells apart", change: order("question: medicines, gravest-first: [sertraline, citalopram]")},
		{name: "a medicine of two classes is of the graver", change: order("question: medicines, gravest-first: [sertraline, ssri, paracetamol]")},
		{name: "a class that is graver already", change: order("question: medicines, gravest-first: [ssri, sertraline]"),
			want: `empty-promise: order "o" ranks "sertraline", and there is no medicine that it ranks so`},
		{name: "none is not graver than one", change: order("question: medicines, gravest-first: [none, lithium]"),
			want: `whoever answers none to "medicines" loses prescriber (today) beside whoever answers lithium (stopped)`},
		{name: "a promise to nobody", change: [2]string{"if: {baby: young}", "if: {baby: young, feeding: none}"},
			want: `empty-promise: promise "young-babies" is made to nobody`},
		{name: "an answer to a question that she is not asked", change: [2]string{scenario, scenario},
			more: "scenarios:\n- {id: s, answers: {feeding: none, baby: young}, others: prefer-not-to-say, expect: {conversations: {pharmacist: next-visit}}}\n",
			want: `empty-promise: scenario "s" answers "baby", which she is never asked`},
		{name: "an answer to a question that she is asked", change: [2]string{scenario, scenario},
			more: "scenarios:\n- {id: s, answers: {feeding: milk, baby: young}, others: prefer-not-to-say, expect: {conversations: {pharmacist: next-visit}}}\n"},
		{name: "an answer that nobody thought of", change: [2]string{"{id: none, label: B}]\n- id: signs", "{id: pumping, label: C}, {id: none, label: B}]\n- id: signs"},
			want: `unknown-answer: no condition names "pumping" of "feeding", so whoever says that is told what "none" is told`},
		{name: "one that only a phrase names", change: [2]string{"{id: none, label: B}]\n- id: signs", "{id: pumping, label: C}, {id: none, label: B}]\n- id: signs"},
			phrases: "phrases: [{id: pumps, words: {en: [I pump]}, true-when: {feeding: pumping}}]\n",
			want:    `unknown-answer: no condition names "pumping" of "feeding", so whoever says that is told what "none" is told`},
		{name: "one beside a none of these", change: [2]string{"{id: none, label: C", "{id: chills, label: F}, {id: none, label: C"},
			want: `unknown-answer: no condition names "chills" of "signs"`},
		{name: "one beside a none that an order ranks", change: [2]string{"{id: none, label: B}]\n- id: signs", "{id: pumping, label: C}, {id: none, label: B}]\n- id: signs"}, ranks: "question: feeding, gravest-first: [milk, none]",
			want: `unknown-answer: no condition names "pumping" of "feeding", so whoever says that is told what "none" is told`},
		{name: "one that means that she does not know", change: [2]string{"{id: none, label: B}]\n- id: signs", "{id: who-knows, label: C, unknown: true}, {id: none, label: B}]\n- id: signs"}},
		{name: "one whose words mean that", change: [2]string{"{id: none, label: B}]\n- id: signs", "{id: who-knows, label: I don’t know., unknown: true}, {id: none, label: B}]\n- id: signs"}},
		{name: "one whose words mean that and that does not say so", change: [2]string{"{id: none, label: B}]\n- id: signs", "{id: who-knows, label: I don’t know.}, {id: none, label: B}]\n- id: signs"},
			want: `unknown-is-safer: answer "who-knows" of "feeding" means that she does not know`},
	} {
		t.Run(c.name, func(t *testing.T) {
			topic := strings.Replace(sound, c.change[0], c.change[1], 1)
			if c.ranks != "" {
				topic = strings.Replace(topic, order(c.ranks)[0], order(c.ranks)[1], 1)
			}
			if topic == sound && c.more == "" {
				t.Fatal("nothing was planted")
			}
			files := planted(topic)
			if c.more != "" {
				files["scenarios.yaml"] = &fstest.MapFile{Data: []byte(c.more)}
			}
			if c.phrases != "" {
				files["phrases.yaml"] = &fstest.MapFile{Data: []byte(c.phrases)}
			}
			var got []string
			for _, f := range Check(read(t, files)) {
				if slices.Contains([]*questionnaire.Check{lighterIsGraver, emptyPromise, unknownAnswer, unknownIsSafer}, f.Check) {
					got = append(got, f.Check.ID()+": "+f.Message)
				}
			}
			switch all := strings.Join(got, "\n"); {
			case c.want == "" && all != "":
				t.Errorf("found\n%s", all)
			case !strings.Contains(all, c.want):
				t.Errorf("found\n%s\nand not\n%s", all, c.want)
			}
		})
	}
}
