package folder

import "github.com/ask-first/askfirst/internal/questionnaire"

func (r *reader) readWorkshop(root value) {
	o, _ := root.object(&workshopKeys)
	w := r.q.Workshop // empty, or that of the questionnaire which this one extends
	w.At = root.at()
	if o.has("reporting-sentence") {
		w.ReportingSentence = o.line("reporting-sentence")
	}
	for key, list := range map[string]*[]*questionnaire.Saying{
		"agreements": &w.Agreements, "parked": &w.Parked, "thinking": &w.Thinking,
		"sentences": &w.Sentences, "closing": &w.Closing, "say": &w.Say, "move-on": &w.MoveOn, "if-they-say": &w.IfTheySay, "reporting": &w.Reporting, "laptop": &w.Laptop,
	} {
		*list = append(*list, r.sayings(o, key)...)
	}
	r.each(o, "plans", func(v value) { r.readPlan(w, v) })
	r.each(o, "distress", func(v value) {
		o, _ := v.object(&distressKeys)
		s := &questionnaire.DistressStep{ID: o.id("id"), Title: o.line("title"), Do: questionnaire.Text(o.text("do")), Lines: r.lineKinds(o, "lines"), At: v.at()}
		if r.claim("step in distress", s.ID, o.place("id")) {
			w.Distress = append(w.Distress, s)
		}
	})
	r.each(o, "disclosures", func(v value) {
		o, _ := v.object(&disclosureKeys)
		d := &questionnaire.Disclosure{ID: o.id("id"), What: o.line("what"), WeDo: questionnaire.Text(o.text("we-do")), WeDoNot: questionnaire.Text(o.text("we-do-not")), At: v.at()}
		if r.claim("disclosure", d.ID, o.place("id")) {
			w.Disclosures = append(w.Disclosures, d)
		}
	})
}

// sayings reads the lines under a key; two lists may use the same id.
func (r *reader) sayings(o *object, key string) []*questionnaire.Saying {
	var all []*questionnaire.Saying
	r.each(o, key, func(v value) {
		o, _ := v.object(&sayingKeys)
		s := &questionnaire.Saying{ID: o.id("id"), Say: o.line("say"), At: v.at()}
		if r.claim("line of "+key, s.ID, o.place("id")) {
			all = append(all, s)
		}
	})
	return all
}

func (r *reader) readPlan(w *questionnaire.Workshop, v value) {
	o, _ := v.object(&planKeys)
	p := &questionnaire.Plan{ID: o.id("id"), Title: o.line("title"), Minutes: o.number("minutes"), At: v.at()}
	before, together := r.reported, 0
	r.each(o, "steps", func(v value) {
		o, _ := v.object(&planStepKeys)
		s := &questionnaire.PlanStep{ID: o.id("id"), Title: o.line("title"), Minutes: o.number("minutes"), Tenderness: o.number("tenderness"), Do: questionnaire.Text(o.text("do")), At: v.at()}
		show, _ := o.choice("show", questionnaire.ShowWords())
		s.Show = questionnaire.Show(show)
		together += s.Minutes
		if r.claim("step of plan "+p.ID, s.ID, o.place("id")) {
			p.Steps = append(p.Steps, s)
		}
	})
	if o.has("steps") && p.Minutes > 0 && together != p.Minutes && r.reported == before {
		r.report(wrongType, o.place("minutes"), "the minutes of the steps are %d together; write minutes: %[1]d, or change a step", together)
	}
	for _, other := range w.Plans {
		if other.Minutes == p.Minutes && p.Minutes > 0 {
			r.report(wrongType, o.place("minutes"), "another plan, at %s, takes %d minutes as well, and --plan could not tell them apart; change the minutes of one", other.At, p.Minutes)
			return
		}
	}
	if r.claim("plan", p.ID, o.place("id")) {
		w.Plans = append(w.Plans, p)
	}
}
