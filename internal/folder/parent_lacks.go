package folder

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// lack is something that a file of the parent's refers to, and that is not here.
type lack struct{ file, kind, id string }

// atTheirTopic tells of each topic that was taken over what it lacks, once, and where
// the topic is named: the parent's own file is not this keeper's to fix.
func (r *reader) atTheirTopic(findings []questionnaire.Finding) []questionnaire.Finding {
	var told []questionnaire.Finding
	for _, x := range r.taken {
		file, broken := x.topic.ID+".yaml", false
		findings = slices.DeleteFunc(findings, func(f questionnaire.Finding) bool {
			within := f.At.Inherited() && f.At.File == file
			broken = broken || within
			return within
		})
		if broken {
			told = append(told, questionnaire.Finding{Check: questionnaire.Dangling, Severity: questionnaire.Error, At: x.word.at, Message: r.saysLack(x)})
		}
	}
	if len(told) > 0 {
		r.reported = len(findings) + len(told)
	}
	return append(findings, told...)
}

// saysLack names what a topic needs and what to write for it.
func (r *reader) saysLack(x taken) string {
	file := x.topic.ID + ".yaml"
	remedies := r.remedies(x)
	var lacking []string
	for _, l := range r.lacking {
		if said := fmt.Sprintf("%s %q", l.kind, l.id); l.file == file && !slices.Contains(lacking, said) {
			lacking = append(lacking, said)
		}
	}
	what := ""
	if len(lacking) > 0 {
		what = " (" + lacking[0] + ")"
		if more := len(lacking) - 1; more > 0 {
			what = fmt.Sprintf(" (%s and %d more)", lacking[0], more)
		}
	}
	if len(remedies) == 0 {
		return questionnaire.Message("%s needs what is neither here nor in %s%s; take it out of topics", x.word.text, r.parent.id, what)
	}
	return questionnaire.Message("%s needs what is not here%s; %s", x.word.text, what, strings.Join(remedies, ", and "))
}

// remedies are what to write so that a topic has all that it refers to, and all
// that this refers to in turn.
func (r *reader) remedies(x taken) []string {
	var topics, files []string
	had := map[string]bool{}
	for _, t := range r.q.Topics {
		had[t.ID] = true
	}
	for next, lacking := true, slices.Concat(r.lacking, r.lackingWith(nil)); next; {
		next = false
		for _, l := range lacking {
			if l.file != x.topic.ID+".yaml" && !slices.Contains(topics, strings.TrimSuffix(l.file, ".yaml")) {
				continue
			}
			if file := fileOf(l.kind); file != "" {
				if !slices.Contains(files, file) {
					files = append(files, file)
				}
				continue
			}
			if topic := r.parentHas(l); topic != "" && !had[topic] {
				had[topic], next = true, true
				topics = append(topics, topic)
			}
		}
		if next {
			lacking = r.lackingWith(topics)
		}
	}
	var remedies []string
	if len(topics) > 0 {
		slices.SortFunc(topics, func(a, b string) int { return slices.Index(r.parent.topics, a) - slices.Index(r.parent.topics, b) })
		for i, t := range topics {
			topics[i] = r.parent.id + "/" + t
		}
		remedies = append(remedies, "name it too in topics: "+strings.Join(topics, ", "))
	}
	for _, file := range files {
		remedies = append(remedies, fmt.Sprintf("write %s: %s into %s", extendsKey, r.parent.id, file))
	}
	return remedies
}

// fileOf is the file of the folder that hides the parent's things of a kind.
func fileOf(kind string) string {
	switch kind {
	case "clinician":
		return cliniciansFile
	case "class of medicines", "medicine":
		return medicinesFile
	}
	return ""
}

// lackingWith is what the taken topics and some more would lack together.
func (r *reader) lackingWith(topics []string) []lack {
	trial := newReader(&questionnaire.Questionnaire{Formulary: r.q.Formulary, Workshop: &questionnaire.Workshop{}, Clinicians: r.q.Clinicians, Sources: r.q.Sources}, r.defaults)
	trial.origin, trial.trial = questionnaire.FromDefault, true
	for _, x := range r.taken {
		trial.q.Topics = append(trial.q.Topics, &questionnaire.Topic{ID: x.topic.ID})
	}
	for _, id := range topics {
		trial.q.Topics = append(trial.q.Topics, &questionnaire.Topic{ID: id})
	}
	for _, t := range trial.q.Topics {
		trial.readTopic(t, []string{t.ID + ".yaml"})
	}
	trial.resolve()
	return trial.lacking
}

// parentHas is the parent's topic in which something stands, or "".
func (r *reader) parentHas(l lack) string {
	list, named := map[string]string{"question": "questions", "condition": "conditions", "education text": "education", "rule": "rules"}[l.kind]
	if !named {
		return ""
	}
	for _, topic := range r.parent.topics {
		for _, v := range r.parentTopic(topic).entriesOf(list) {
			if v.fieldOf("id") == l.id {
				return topic
			}
		}
	}
	return ""
}

// parentTopic is a topic of the parent's as it is written.
func (r *reader) parentTopic(id string) (root value) {
	r.inParent(func() {
		if data, ok := r.readFile(r.folder, id+".yaml"); ok {
			root, _ = r.parse(id+".yaml", data)
		}
	})
	return root
}
