package questionnaires_test

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
)

// TestADangerShowsItsOwnLines is the table of which lines serve which danger, region
// by region, in the order in which somebody should try them. No page of a danger of
// the body shows a crisis line, and none of violence shows anything that would send
// her to somebody near her.
func TestADangerShowsItsOwnLines(t *testing.T) {
	q := maternal(t)
	for _, danger := range []struct {
		rules string
		lines map[string]string
	}{
		{"suicide-act suicide-thoughts suicidal-lately", map[string]string{
			"us": "us-988 us-911 us-maternal", "ca": "ca-988 ca-911",
			"au": "au-lifeline au-000", "nz": "nz-1737 nz-suicide nz-111", "es": "es-024 es-112", "mx": "mx-vida mx-911",
			"elsewhere": "xx-findahelpline xx-emergency",
		}},
		// Where four would stand, the ambulance is one of the three for whoever might act, and the
		// nation's own line for the others, who find the ambulance's number in a sentence.
		{"suicide-act", map[string]string{
			"gb": "gb-samaritans gb-shout gb-999", "gb/Wales": "gb-samaritans gb-shout gb-999", "gb/Northern Ireland": "gb-samaritans gb-shout gb-999",
			"ie": "ie-samaritans ie-text ie-112",
		}},
		{"suicide-thoughts suicidal-lately", map[string]string{
			"gb":       "gb-samaritans gb-shout gb-111-en gb-111-sc gb-111-wa gb-lifeline-ni",
			"gb/Wales": "gb-samaritans gb-shout gb-111-wa", "gb/Northern Ireland": "gb-samaritans gb-shout gb-lifeline-ni",
			"ie": "ie-samaritans ie-text ie-pieta",
		}},
		{"may-harm somebody-hurt", map[string]string{
			"us": "us-911 us-988", "ca": "ca-911 ca-988", "ie": "ie-112 ie-samaritans", "au": "au-000 au-lifeline", "nz": "nz-111 nz-1737",
			"gb": "gb-999 gb-111-en gb-111-sc gb-111-wa gb-lifeline-ni", "gb/Scotland": "gb-999 gb-111-sc",
			"es": "es-112 es-024", "mx": "mx-911 mx-vida", "elsewhere": "xx-emergency xx-findahelpline",
		}},
		{"psychosis-signs mania-signs mania-emergency unreal-after-birth psychosis-estranged-now milk-stopping-medicine-and-no-sleep", map[string]string{
			"us": "us-911 us-988", "ca": "ca-911 ca-988", "mx": "mx-911", "es": "es-112", "ie": "ie-112", "au": "au-000", "nz": "nz-111",
			"gb": "gb-999 gb-111-en gb-111-sc gb-111-wa gb-lifeline-ni", "gb/England": "gb-999 gb-111-en", "elsewhere": "xx-emergency",
		}},
		{"body-emergency head-emergency birth-emergency heart-after-birth heart-signs-around-birth adhd-medicine-and-heart two-heart-rhythm-medicines-and-signs vessel-medicine-and-signs heart-symptoms baby-sleepy withdrawal-now", map[string]string{
			"us": "us-911", "ca": "ca-911", "gb": "gb-999", "ie": "ie-112", "au": "au-000", "nz": "nz-111", "es": "es-112", "mx": "mx-911", "elsewhere": "xx-emergency",
		}},
		{"poisoned child-swallowed", map[string]string{
			"us": "us-poison us-911", "ca": "ca-poison ca-poison-qc ca-911", "ca/Quebec": "ca-poison-qc ca-911",
			"gb": "gb-poison gb-poison-ni gb-999", "gb/England": "gb-poison gb-999", "gb/Northern Ireland": "gb-999 gb-poison-ni",
			"ie": "ie-112 ie-poison", "au": "au-poison au-000", "nz": "nz-poison nz-111", "es": "es-112", "mx": "mx-911", "elsewhere": "xx-emergency",
		}},
		// Whether it was meant is not asked, so one crisis line stands last.
		{"overdose-no-signs", map[string]string{
			"us": "us-poison us-911 us-988", "gb/England": "gb-poison gb-999 gb-samaritans", "ie": "ie-112 ie-poison ie-samaritans", "nz": "nz-poison nz-111 nz-1737",
		}},
		{"unsafe-now", map[string]string{
			"us": "us-dv us-dv-deaf us-911", "ca": "ca-dv ca-911", "ie": "ie-dv ie-112", "elsewhere": "xx-emergency xx-findahelpline",
			"gb": "gb-dv-en gb-dv-sc gb-dv-wa gb-dv-ni gb-999", "gb/Wales": "gb-dv-wa gb-999",
			"au": "au-dv au-000", "nz": "nz-dv nz-dv2 nz-111", "es": "es-016 es-112", "mx": "mx-mujeres mx-911",
		}},
	} {
		for id := range strings.FieldsSeq(danger.rules) {
			i := slices.IndexFunc(q.Rules, func(r *questionnaire.Rule) bool { return r.ID == id })
			if i < 0 {
				t.Fatalf("no rule %s", id)
			}
			for region, want := range danger.lines {
				var got []string
				in, nation, _ := strings.Cut(region, "/")
				for _, l := range questionnaire.InterruptLines(q.Rules[i:i+1], q.Region(in).In(nation)) {
					got = append(got, l.ID)
				}
				if s := strings.Join(got, " "); s != want {
					t.Errorf("%s in %s: %s, want %s", id, region, s, want)
				}
			}
		}
	}
}

// TestAStepShowsItsOwnLinesFirst is the rest of that table: what has no page of its own
// stands with the person of its step. What the table names comes first there, in its
// order; a step that cannot wait opens with no line that may be shut, which is why peers
// come after a poison centre, and a doctor without a number after the ambulance.
func TestAStepShowsItsOwnLinesFirst(t *testing.T) {
	q := maternal(t)
	for _, step := range []struct {
		who, rules string
		lines      map[string]string
	}{
		{"poison-centre", "poisoned", map[string]string{
			"us": "us-poison us-911", "ca": "ca-poison ca-poison-qc ca-911", "ca/Quebec": "ca-poison-qc ca-911", "gb/England": "gb-poison gb-999",
			"gb/Northern Ireland": "gb-999 gb-poison-ni", "ie": "ie-112 ie-poison", "au": "au-poison au-000", "nz": "nz-poison nz-111",
			"es": "es-112", "mx": "mx-911", "elsewhere": "xx-emergency",
		}},
		{"peer-support-line", "frightened-after-taking", map[string]string{"us": "us-poison us-fireside"}},
		{"crisis-line", "frightened-after-taking", map[string]string{
			"ca": "ca-988", "gb": "gb-samaritans", "ie": "ie-samaritans", "au": "au-lifeline", "nz": "nz-1737", "es": "es-024", "mx": "mx-vida", "elsewhere": "xx-findahelpline",
		}},
		{"violence-line", "unsafe-now", map[string]string{
			"us": "us-dv us-dv-deaf us-dv-native us-911", "gb/Wales": "gb-dv-wa gb-999", "ie": "ie-dv ie-112", "au": "au-dv au-000",
			"nz": "nz-dv nz-dv2 nz-111", "es": "es-016 es-112", "mx": "mx-mujeres mx-911", "elsewhere": "xx-emergency xx-findahelpline",
		}},
		{"violence-line", "guide-unsafe", map[string]string{
			"us": "us-assault us-dv", "ca": "ca-dv", "gb": "gb-assault gb-dv-sc gb-dv-ni", "gb/England": "gb-assault", "gb/Scotland": "gb-dv-sc", "gb/Northern Ireland": "gb-dv-ni",
			"ie": "ie-dv", "au": "au-dv", "nz": "nz-dv", "es": "es-016", "mx": "mx-mujeres", "elsewhere": "xx-findahelpline",
		}},
		{"midwife-or-obstetric-provider", "loss", map[string]string{
			"us": "us-maternal", "ca": "ca-988", "gb": "gb-miscarriage gb-sands gb-cruse gb-cruse-sc", "gb/Scotland": "gb-miscarriage gb-sands gb-cruse-sc",
			"ie": "ie-grief ie-loss-feileacain ie-loss-miscarriage", "au": "au-loss", "nz": "nz-1737", "es": "es-024", "mx": "mx-vida", "elsewhere": "xx-findahelpline",
		}},
		{"midwife-or-obstetric-provider", "loss baby-died", map[string]string{"gb": "gb-sands gb-miscarriage", "ie": "ie-grief", "us": "us-maternal", "au": "au-loss"}},
		{"midwife-or-obstetric-provider", "loss-and-low loss baby-died", map[string]string{"gb/England": "gb-sands gb-miscarriage gb-cruse"}},
		{"mental-health-clinician", "low-now", map[string]string{
			"us": "us-maternal us-psi", "ca": "ca-811 ca-pppss", "gb": "gb-pandas gb-app", "ie": "ie-parentline", "au": "au-panda au-pbb",
			"nz": "nz-plunketline", "es": "es-024", "mx": "mx-vida", "elsewhere": "xx-psi",
		}},
		{"babys-doctor", "milk", map[string]string{
			"us": "us-mothertobaby us-infantrisk", "ca": "ca-medicines ca-811", "gb": "gb-bfn-drugs", "au": "au-pbb au-monash", "nz": "nz-healthline", "es": "es-lactancia",
		}},
		{"midwife-or-obstetric-provider", "pregnant-taking", map[string]string{
			"us": "us-mothertobaby", "ca": "ca-medicines ca-811", "gb": "gb-bumps", "au": "au-pbb au-monash", "nz": "nz-healthline",
		}},
		{"addiction-clinician", "withdrawal-care", map[string]string{
			"us": "us-samhsa", "ca": "ca-drugs", "gb": "gb-frank", "ie": "ie-drugs", "au": "au-drugs", "nz": "nz-drugs", "mx": "mx-vida",
		}},
	} {
		var certain []*questionnaire.Rule
		for id := range strings.FieldsSeq(step.rules) {
			rule := q.Rule(id)
			if rule == nil {
				t.Fatalf("no rule %s", id)
			}
			certain = append(certain, rule)
		}
		who := q.Clinician(step.who)
		for region, want := range step.lines {
			var got []string
			in, nation, _ := strings.Cut(region, "/")
			for _, l := range questionnaire.StepLines(who, certain, certain[0].Urgency, q.Region(in).In(nation)) {
				got = append(got, l.ID)
			}
			if s := strings.Join(got, " ") + " "; !strings.HasPrefix(s, want+" ") {
				t.Errorf("%s for %s in %s: %s, want first %s", step.who, step.rules, region, s, want)
			}
		}
	}
}

// TestSomebodyInDangerChoosesAmongThree: no page of one danger has more than three lines, where the nation is
// known.
func TestSomebodyInDangerChoosesAmongThree(t *testing.T) {
	q := maternal(t)
	for i, r := range q.Rules {
		if !r.Interrupt {
			continue
		}
		for _, region := range q.Regions {
			nations := region.Nations()
			if len(nations) == 0 {
				nations = []string{""}
			}
			for _, nation := range nations {
				if lines := questionnaire.InterruptLines(q.Rules[i:i+1], region.In(nation)); len(lines) > 3 {
					t.Errorf("%s in %s %s has %d lines", r.ID, region.ID, nation, len(lines))
				}
			}
		}
	}
}

// severalDangers are what can be due at once: each two dangers in both sequences, and so many
// draws of three to five.
func severalDangers(q *questionnaire.Questionnaire, random *rand.Rand, draws int) [][]*questionnaire.Rule {
	var dangers []*questionnaire.Rule
	for _, r := range q.Rules {
		if r.Interrupt {
			dangers = append(dangers, r)
		}
	}
	var due [][]*questionnaire.Rule
	for _, a := range dangers {
		for _, b := range dangers {
			if a != b {
				due = append(due, []*questionnaire.Rule{a, b})
			}
		}
	}
	for range draws {
		some := slices.Clone(dangers)
		random.Shuffle(len(some), func(i, j int) { some[i], some[j] = some[j], some[i] })
		due = append(due, some[:3+random.IntN(3)])
	}
	return due
}

// TestDangersAtOnceShareThreeLines: whatever is due, in whichever sequence, no page has more
// than three lines, where the nation is known. Those of the graver danger come first, as they
// would stand alone; of dangers as grave as each other none is without its own line, as long
// as there are three at most; and nobody is without the number for danger to life.
func TestDangersAtOnceShareThreeLines(t *testing.T) {
	q := maternal(t)
	due := severalDangers(q, rand.New(rand.NewPCG(19, 3)), 2000)
	now := []string{"emergency", "crisis", "poison", "violence", "assault"}
	shared, strict := 0, 0
	for _, whole := range q.Regions {
		nations := whole.Nations()
		if len(nations) == 0 {
			nations = []string{""}
		}
		for _, nation := range nations {
			region := whole.In(nation)
			for _, rules := range due {
				lines := questionnaire.InterruptLines(rules, region)
				told := func(what string) {
					var ids, of []string
					for _, l := range lines {
						ids = append(ids, l.ID)
					}
					for _, r := range rules {
						of = append(of, r.ID)
					}
					t.Errorf("%v in %s %s: %v: %s", of, region.ID, nation, ids, what)
				}
				if len(lines) > 3 || len(lines) == 0 {
					told("not one to three")
				}
				emergency := func(l *questionnaire.HelpLine) bool { return l.Kind == "emergency" }
				if !slices.ContainsFunc(lines, emergency) && questionnaire.UnlistedEmergency(lines, region) == nil {
					told("no number for danger to life")
				}
				most := slices.MaxFunc(rules, func(a, b *questionnaire.Rule) int {
					return cmp.Or(int(a.Urgency)-int(b.Urgency), int(a.Weight)-int(b.Weight))
				})
				var gravest []*questionnaire.Rule
				for _, r := range rules {
					if r.Urgency == most.Urgency && r.Weight == most.Weight && !slices.Contains(gravest, r) {
						gravest = append(gravest, r)
					}
				}
				own := func(r *questionnaire.Rule) []*questionnaire.HelpLine {
					return slices.DeleteFunc(questionnaire.InterruptLines([]*questionnaire.Rule{r}, region), func(l *questionnaire.HelpLine) bool { return !slices.Contains(now, l.Kind) })
				}
				switch {
				case len(gravest) == 1:
					strict++
					if alone := own(most); !slices.Equal(lines[:min(len(alone), len(lines))], alone) {
						told("those of " + most.ID + " do not come first")
					}
				case len(gravest) <= 3:
					shared++
					for _, r := range gravest {
						if !slices.Contains(lines, own(r)[0]) {
							told(r.ID + " has no line of its own")
						}
					}
				}
				for i, l := range lines {
					if slices.Contains(lines[:i], l) {
						told("twice the same")
					}
				}
			}
		}
	}
	if shared == 0 || strict == 0 {
		t.Errorf("%d times dangers were as grave as each other, %d times one was graver", shared, strict)
	}
}

// TestTheAmbulanceStandsFirstOnAPageOfSeveralDangers, whatever the order of the rules: whoever
// reads one heading and calls one number has called whoever can come. Where another person is
// the danger, the heading may send to the lines; beside another danger it comes after that. No
// danger gives way to a lighter one.
func TestTheAmbulanceStandsFirstOnAPageOfSeveralDangers(t *testing.T) {
	comes := func(r *questionnaire.Rule) bool {
		alone := func(n questionnaire.Need) bool { return len(n.AnyOf) == 1 && n.AnyOf[0].ID == "emergency-services" }
		return r.Urgency == questionnaire.Now && slices.ContainsFunc(r.Needs, alone) && strings.Contains(r.First, "{emergency}") && !questionnaire.OfViolence(r)
	}
	random := rand.New(rand.NewPCG(23, 5))
	looked, headings, numbers := 0, 0, 0
	for name, languages := range toldEverywhere(t) {
		for language, q := range languages {
			w := wording.In(language)
			for _, rules := range severalDangers(q, random, 300) {
				most := slices.MaxFunc(rules, func(a, b *questionnaire.Rule) int {
					return cmp.Or(int(a.Urgency)-int(b.Urgency), int(a.Weight)-int(b.Weight))
				})
				var ambulance []*questionnaire.Rule
				for _, r := range rules {
					if r.Urgency == most.Urgency && r.Weight == most.Weight && comes(r) {
						ambulance = append(ambulance, r)
					}
				}
				if len(ambulance) == 0 {
					continue
				}
				looked++
				for _, region := range q.Regions {
					blocks := page.DangerOf(w, rules, region)
					first := blocks[slices.IndexFunc(blocks, func(b page.Block) bool { return b.Manner == page.Act })].Text()
					if headings++; !slices.ContainsFunc(ambulance, func(r *questionnaire.Rule) bool { return page.FirstAct(w, r.First, region) == first }) {
						t.Errorf("%s in %s, %s, %v: the first heading is %q", name, language, region.ID, ruleIDs(rules), first)
					}
					begins := func(r *questionnaire.Rule) bool {
						return questionnaire.InterruptLines([]*questionnaire.Rule{r}, region)[0].Kind == "emergency"
					}
					if !slices.ContainsFunc(ambulance, begins) {
						continue // such as the page of who might act, where a line listens until help comes
					}
					if lines := questionnaire.InterruptLines(rules, region); lines[0].Kind != "emergency" {
						t.Errorf("%s in %s, %s, %v: the first number is that of %s", name, language, region.ID, ruleIDs(rules), lines[0].ID)
					}
					numbers++
				}
				if t.Failed() {
					return
				}
			}
		}
	}
	if looked < 1000 || headings < 5000 || numbers < 5000 {
		t.Errorf("only %d pages, %d headings and %d numbers", looked, headings, numbers)
	}
}

func ruleIDs(rules []*questionnaire.Rule) []string {
	var ids []string
	for _, r := range rules {
		ids = append(ids, r.ID)
	}
	return ids
}

// TestNoEmergencyOpensWithALineThatMayBeShut: the number in the first sentence of an
// emergency page answers at any hour.
func TestNoEmergencyOpensWithALineThatMayBeShut(t *testing.T) {
	q := maternal(t)
	w := wording.In("en")
	for _, region := range q.Regions {
		open := map[string]bool{"": true, w.Interrupt.EmergencyWord: true}
		for _, l := range region.Lines {
			open[l.Call] = l.Open.Always || open[l.Call] || l.Kind == "emergency"
		}
		for _, r := range q.Rules {
			if !r.Interrupt {
				continue
			}
			act := page.FirstAct(w, r.First, region)
			for _, l := range region.Lines {
				if l.Call != "" && !open[l.Call] && strings.Contains(act, l.Call) {
					t.Errorf("%s in %s opens with %s, which may be shut: %q", r.ID, region.ID, l.ID, act)
				}
			}
		}
	}
}

// TestALineThatGivesWayKeepsItsNumber: where a line or a person will do, and today, the
// plan may choose the person, whom she needs anyway. At night a pharmacy is closed, and
// a midwife's page has no line for fear at home, unless the rule brings it.
func TestALineThatGivesWayKeepsItsNumber(t *testing.T) {
	for _, rule := range maternal(t).Rules {
		if !rule.Urgency.AtLeast(questionnaire.Today) {
			continue
		}
		for _, need := range rule.Needs {
			person := slices.ContainsFunc(need.AnyOf, func(c *questionnaire.Clinician) bool { return c.Line == "" })
			for _, who := range need.AnyOf {
				if person && who.Line != "" && !slices.Contains(rule.Lines, who.Line) {
					t.Errorf("%s needs %s, and a person in its place has no number of the kind %s: write lines: [%s]", rule.ID, need, who.Line, who.Line)
				}
			}
		}
	}
}

// TestACardOpensWithTheLineForItsReason, wherever she is: the plan's table of which lines
// serve which danger. An illness of the mind is more than a hard day with a baby, and whoever
// grieves is not met by a line for parents.
func TestACardOpensWithTheLineForItsReason(t *testing.T) {
	q := maternal(t)
	crisis := "us-988 ca-988 gb-samaritans ie-samaritans au-lifeline nz-1737 es-024 mx-vida xx-findahelpline"
	low := "us-maternal gb-pandas ie-parentline au-panda nz-plunketline es-024 mx-vida xx-psi"
	for _, c := range []struct{ who, rules, lines string }{
		{"perinatal-psychiatrist", "takes-lithium bipolar-or-psychosis bipolar-or-psychosis-taking family-risk-around-birth", crisis},
		{"perinatal-psychiatrist", "psychosis-signs mania-emergency psychosis-estranged-now", "us-911 ca-911 gb-999 ie-112 au-000 nz-111 es-112 mx-911 xx-emergency"},
		{"mental-health-clinician", "past-suicidality past-suicidality-and-a-load hopeless", crisis},
		{"mental-health-clinician", "loss-talking", "us-maternal ca-988 ie-grief au-loss nz-1737 es-024 mx-vida xx-findahelpline"},
		{"primary-care", "low-most-days low-now-both hopeless", crisis},
		{"primary-care", "low-now low-some low-some-using", low},
		{"midwife-or-obstetric-provider", "low-now low-some low-some-using", low},
		{"mental-health-clinician", "low-now low-some low-some-using", low},
	} {
		for id := range strings.FieldsSeq(c.rules) {
			rule := q.Rule(id)
			if rule == nil {
				t.Fatalf("no rule %s", id)
			}
			for _, want := range strings.Fields(c.lines) {
				prefix, _, _ := strings.Cut(want, "-")
				region := q.Region(map[bool]string{true: "elsewhere", false: prefix}[prefix == "xx"])
				lines := questionnaire.StepLines(q.Clinician(c.who), []*questionnaire.Rule{rule}, rule.Urgency, region)
				if len(lines) == 0 || lines[0].ID != want {
					t.Errorf("%s because of %s: it does not open with %s", c.who, id, want)
				}
			}
		}
	}
}

// TestWhoeverHearsOfLowDaysHasTheLineForMothers: several can carry such a need, and she
// loses no line with the one that her plan happens to choose.
func TestWhoeverHearsOfLowDaysHasTheLineForMothers(t *testing.T) {
	q := maternal(t)
	seen := 0
	for _, r := range q.Rules {
		if r.Topic.ID != "mind" || !slices.ContainsFunc(r.Learn, func(e *questionnaire.Education) bool { return e.ID == "treatments-that-work" }) {
			continue
		}
		for _, need := range r.Needs {
			for _, who := range need.AnyOf {
				if who.Line != "" {
					continue
				}
				for _, region := range q.Regions {
					lines := questionnaire.StepLines(who, []*questionnaire.Rule{r}, r.Urgency, region)
					for _, l := range region.LinesOf("maternal") {
						if seen++; !slices.Contains(lines, l) {
							t.Errorf("%s: the card of %s has no %s", r.ID, who.ID, l.ID)
						}
					}
				}
			}
		}
	}
	if seen == 0 {
		t.Error("no such rule")
	}
}

// TestALineStandsBesideWhatItServes: a midwife hears of a heart, of bleeding and of fear of the
// baby, and a baby's doctor of milk and of a baby who will not wake. So a line for low mood
// stands with what is of the mind or of a loss, whoever carries it, and with no sign of a body;
// and one about medicines and milk with no drowsy baby. Both questionnaires.
func TestALineStandsBesideWhatItServes(t *testing.T) {
	all := toldEverywhere(t)
	seen := 0
	for _, c := range []struct{ name, rules, never, always string }{
		{"maternal", "head-around-birth birth-emergency heart-signs-around-birth heart-taking pre-eclampsia-taking heart-around-birth pressure-medicine-and-birth-warning", "maternal loss medicines milk", ""},
		{"maternal", "medicine-for-bleeding-after-birth hospital-medicine-in-pregnancy bed-and-sleepiness bed-and-one-sedating-thing two-that-make-sleepy-and-shared-bed", "maternal loss", ""},
		{"maternal", "harms-unborn-baby-and-pregnancy late-pregnancy-painkiller any-medicine-and-pregnancy pregnant-taking", "maternal loss", "medicines"},
		{"maternal", "baby-sleepy", "maternal medicines milk", ""},
		{"maternal", "milk milk-taking milk-stopping-baby milk-stopping-baby-taking milk-vulnerable milk-vulnerable-taking painkiller-and-milk any-medicine-and-milk stimulants-and-milk opioids-and-milk substances-and-milk", "loss", "medicines milk"},
		{"maternal", "newly-postpartum newly-postpartum-taking apart-from-baby intrusive-after-birth birth-plan", "medicines milk", "maternal"},
		{"maternal", "loss baby-died mind-after-a-loss loss-and-low milk-after-a-loss", "", "maternal crisis"},
		{"worried", "birth-danger body-danger not-eating taken baby-drowsy", "maternal loss medicines milk", ""},
		{"worried", "low loss plan-ahead alone-with-a-baby", "medicines milk", "maternal"},
	} {
		q := all[c.name]["en"]
		for id := range strings.FieldsSeq(c.rules) {
			rule := q.Rule(id)
			if rule == nil {
				t.Fatalf("no rule %s", id)
			}
			for _, who := range rule.TalkTo {
				if who.Line != "" {
					continue
				}
				for _, region := range q.Regions {
					lines := questionnaire.StepLines(who, []*questionnaire.Rule{rule}, rule.Urgency, region)
					// Some lines serve more than one kind.
					meant := region.LinesOf(slices.DeleteFunc(append([]string{"nurse"}, rule.Lines...), func(kind string) bool {
						return slices.Contains(strings.Fields(c.never), kind)
					})...)
					for kind := range strings.FieldsSeq(c.never) {
						for _, l := range lines {
							if l.Kind == kind && !slices.Contains(meant, l) {
								t.Errorf("%s, %s in %s: %s stands beside it, with %s", c.name, id, region.ID, l.ID, who.ID)
							}
						}
					}
					for kind := range strings.FieldsSeq(c.always) {
						for _, l := range region.LinesOf(kind) {
							if seen++; !slices.Contains(lines, l) && l.Kind == kind {
								t.Errorf("%s, %s in %s: %s has no %s", c.name, id, region.ID, who.ID, l.ID)
							}
						}
					}
				}
			}
		}
	}
	if seen == 0 {
		t.Error("no line was looked for")
	}
}

// TestTheFirstSentenceNamesTheFirstLine: the heading of a danger says whom to call, so the
// first line under it is of a kind that the heading names, or the heading speaks of the
// lines below it. Who is told to see a psychiatrist, and finds an ambulance's number there,
// is told what that number is for. Both questionnaires, each language.
func TestTheFirstSentenceNamesTheFirstLine(t *testing.T) {
	below := map[string]string{"en": "a line below", "es": "una línea de abajo"}
	for name, languages := range toldEverywhere(t) {
		for language, q := range languages {
			for _, r := range q.Rules {
				if !r.Interrupt || strings.Contains(r.First, below[language]) {
					continue
				}
				for _, region := range q.Regions {
					lines := questionnaire.InterruptLines([]*questionnaire.Rule{r}, region)
					if len(lines) == 0 || !strings.Contains(r.First, "{"+lines[0].Kind+"}") && !meansTheAmbulance(r, lines[0]) {
						t.Errorf("%s in %s, %s in %s: the first line is not that of %q", name, language, r.ID, region.ID, r.First)
					}
				}
			}
		}
	}
}

// meansTheAmbulance: where a region has no other line for it, a sentence that names a crisis
// line or a poison centre is filled with the emergency number.
func meansTheAmbulance(r *questionnaire.Rule, l *questionnaire.HelpLine) bool {
	return l.Kind == "emergency" && (strings.Contains(r.First, "{poison}") || strings.Contains(r.First, "{crisis}"))
}
