package folder

import "github.com/ask-first/askfirst/internal/questionnaire"

var workshopKeys = Keys{"the file of the workshop", []Key{
	extendsAs,
	{Name: "agreements", Form: Nouns, Of: &sayingKeys, Needed: true, Help: "What the group agrees on, read aloud at the start."},
	{Name: "parked", Form: Nouns, Of: &sayingKeys, Help: "What the group leaves aside: \"we park that\"."},
	{Name: "thinking", Form: Nouns, Of: &sayingKeys, Help: "How the program thinks."},
	{Name: "sentences", Form: Nouns, Of: &sayingKeys, Help: "First sentences to a clinician, to practise."},
	{Name: "closing", Form: Nouns, Of: &sayingKeys, Help: "What is said at the end."},
	{Name: "say", Form: Nouns, Of: &sayingKeys, Help: "The facilitator's own words for a moment, called as what a part of a plan shows, or groups, tender, vote, go-on or end; only in her notes."},
	{Name: "move-on", Form: Nouns, Of: &sayingKeys, Help: "How the facilitator leads on from such a moment, called as in say; only in her notes."},
	{Name: "if-they-say", Form: Nouns, Of: &sayingKeys, Help: "What groups usually say, and how to meet it; only in the notes."},
	{Name: "plans", Form: Nouns, Of: &planKeys, Help: "Sessions from welcome to closing; askfirst workshop --plan names one by its minutes."},
	{Name: "distress", Form: Nouns, Of: &distressKeys, Help: "What to do, in this order, when somebody is in distress."},
	{Name: "disclosures", Form: Nouns, Of: &disclosureKeys, Help: "What to do when somebody tells something of her own."},
	{Name: "reporting-sentence", Help: "What the law asks of the facilitator, with … for each gap that is filled in by hand."},
	{Name: "reporting", Form: Nouns, Of: &sayingKeys, Help: "What to know before that sentence is said."},
	{Name: "laptop", Form: Nouns, Of: &sayingKeys, Help: "How a shared laptop is kept clean."},
}}

var sayingKeys = Keys{"a line to say", []Key{
	{Name: "id", Form: Name, Needed: true, Help: "What the line is called."},
	{Name: "say", Needed: true, Help: "The line: one idea, short enough to be read from the back."},
}}

var planKeys = Keys{"a plan", []Key{
	{Name: "id", Form: Name, Needed: true, Help: "What the plan is called."},
	{Name: "title", Needed: true, Help: "Its heading."},
	{Name: "minutes", Form: Whole, Least: 1, Most: 600, Needed: true, Help: "The minutes of all steps together."},
	{Name: "steps", Form: Nouns, Of: &planStepKeys, Needed: true, Help: "Its parts, in their order."},
}}

var planStepKeys = Keys{"a step of a plan", []Key{
	{Name: "id", Form: Name, Needed: true, Help: "What the step is called."},
	{Name: "title", Needed: true, Help: "Its heading."},
	{Name: "minutes", Form: Whole, Least: 1, Most: 600, Needed: true, Help: "How long it takes."},
	{Name: "show", Form: Choice, Words: questionnaire.ShowWords(), Needed: true, Help: "What stands on the wall meanwhile."},
	{Name: "tenderness", Form: Whole, Least: 1, Most: 3, Help: "Of a vignette: the most tender that belongs here, 1 gentle to 3 tender."},
	{Name: "do", Help: "What the facilitator does."},
}}

var distressKeys = Keys{"a step in distress", []Key{
	{Name: "id", Form: Name, Needed: true, Help: "What the step is called."},
	{Name: "title", Needed: true, Help: "Its heading."},
	{Name: "do", Needed: true, Help: "What the facilitator does."},
	{Name: "lines", Form: Words, Words: questionnaire.LineKinds, Help: "Kinds of help line that this step calls: the numbers of the region stand in it."},
}}

var disclosureKeys = Keys{"a disclosure", []Key{
	{Name: "id", Form: Name, Needed: true, Help: "What it is called."},
	{Name: "what", Needed: true, Help: "What somebody tells."},
	{Name: "we-do", Needed: true, Help: "What the facilitator does."},
	{Name: "we-do-not", Needed: true, Help: "What the facilitator leaves."},
}}
