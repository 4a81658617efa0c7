package folder

import (
	"io/fs"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// parent is the questionnaire that a folder can take things over from: lists that
// it adds to, whole topics, and single texts to read.
type parent struct {
	files  fs.FS
	id     string
	topics []string
	texts  map[string]value // its texts to read by their ids; nil: not looked for yet
	all    bool             // its sources are taken over already
}

// taken is a topic that is taken over whole, and where that is said.
type taken struct {
	word  word
	topic *questionnaire.Topic
}

const extendsKey = "extends"

// from is the parent, read as far as names go; nil where there is none.
func (r *reader) from() *parent {
	if r.parent == nil && r.defaults != nil {
		main := newReader(&questionnaire.Questionnaire{}, r.defaults)
		main.readMain()
		r.parent = &parent{files: r.defaults, id: main.q.ID}
		for _, t := range main.q.Topics {
			r.parent.topics = append(r.parent.topics, t.ID)
		}
	}
	return r.parent
}

// parentCalled is the parent, if it is called so and can be taken over from here;
// what is wrong otherwise is said once, at w.
func (r *reader) parentCalled(name string, w word) *parent {
	p := r.from()
	switch {
	case r.origin.Inherited():
		r.report(wrongOrder, w.at, "others take over from this file, so it cannot take over from another; take %s out", extendsKey)
	case p != nil && name == p.id && p.id == r.q.ID, name == r.q.ID:
		r.report(wrongOrder, w.at, "%q cannot take over from itself; give this questionnaire another name in %s, or write here what it needs", name, mainFile)
	case p == nil || name != p.id:
		var known []string
		if p != nil {
			known = []string{p.id}
		}
		r.report(questionnaire.Dangling, w.at, "no questionnaire that can be taken over from is called %q%s", name, r.didYouMean(name, known))
	default:
		return p
	}
	return nil
}

// extends tells whether a file says that it adds to the parent's, and whether that
// can be: what is wrong is told once, and nothing counts as missing that may
// have stood there.
func (r *reader) extends(root value, name string) (adds, ok bool) {
	for i := 0; root.node != nil && i+1 < len(root.node.Content); i += 2 {
		if root.node.Content[i].Value != extendsKey {
			continue
		}
		v := root.with(root.node.Content[i+1])
		said, ok := v.text("\"" + extendsKey + "\" of the file")
		if ok && r.parentCalled(said, word{said, v.at()}) != nil {
			return true, true
		}
		for _, kind := range defines(name) {
			r.unread[kind] = true
		}
		return false, false
	}
	return false, true
}

// inParent reads something of the parent's: what is found there says so.
func (r *reader) inParent(read func()) {
	own, origin := r.folder, r.origin
	r.folder, r.origin = r.defaults, origin|questionnaire.FromDefault
	read()
	r.folder, r.origin = own, origin
}

// readTheirs reads a file of the parent's, which cannot take over from another in
// turn: there is one step, and so no ring.
func (r *reader) readTheirs(name string, read func(value)) {
	r.inParent(func() {
		r.readOwn(name, func(root value) {
			if adds, ok := r.extends(root, name); !adds && ok {
				read(root)
			}
		})
	})
}

// shared splits the name of something of the parent's, such as
// "maternal/right-now".
func shared(name string) (of, id string, ok bool) {
	of, id, ok = strings.Cut(name, "/")
	return of, id, ok && kebab.MatchString(of) && kebab.MatchString(id)
}

// takeTopic takes over a topic of the parent's, or reports that there is none.
func (r *reader) takeTopic(w word) {
	of, id, _ := shared(w.text)
	p := r.parentCalled(of, w)
	if p == nil {
		r.missTopic()
		return
	}
	if !slices.Contains(p.topics, id) {
		r.missTopic()
		r.report(questionnaire.Dangling, w.at, "%s has no topic %q%s", p.id, id, r.didYouMean(id, p.topics))
		return
	}
	if r.claim("topic", id, w.at) {
		t := &questionnaire.Topic{ID: id, At: w.at}
		r.q.Topics = append(r.q.Topics, t)
		r.taken = append(r.taken, taken{w, t})
	}
}

// isTaken tells whether a topic is the parent's.
func (r *reader) isTaken(t *questionnaire.Topic) bool {
	return slices.ContainsFunc(r.taken, func(x taken) bool { return x.topic == t })
}

// takeSources takes over the parent's sources, which what is taken over rests on.
func (r *reader) takeSources() {
	p := r.from()
	if p == nil || p.all {
		return
	}
	p.all = true
	r.readTheirs(sourcesFile, r.readSources)
}

// text finds a text to read by its id: one of the questionnaire's own, or, under a
// name such as "maternal/urgent-signs", one of the parent's, which is taken over
// at its first mention into the topic that mentions it.
func (r *reader) text(w word, into *questionnaire.Topic) *questionnaire.Education {
	of, id, other := shared(w.text)
	if !other {
		return lookUp(r, "education text", w, r.q.Text)
	}
	if e := r.q.Text(id); r.defaults == nil && e != nil && e.At.Inherited() { // scenarios of a questionnaire that is read already
		return e
	}
	p := r.parentCalled(of, w)
	if p == nil {
		return nil
	}
	if e := r.q.Text(id); e != nil {
		if !e.At.Inherited() {
			r.report(duplicateID, w.at, "this questionnaire has a text %q of its own, at %s; give that another id, or take %s/ away here", id, e.At, of)
		}
		return e
	}
	texts := r.parentTexts(p)
	v, known := texts[id]
	if !known {
		var ids []string
		for id := range texts {
			ids = append(ids, id)
		}
		slices.Sort(ids)
		r.report(questionnaire.Dangling, w.at, "%s has no text %q%s", p.id, id, r.didYouMean(id, ids))
		return nil
	}
	r.takeSources()
	if into == nil && len(r.q.Topics) > 0 {
		into = r.q.Topics[0]
	}
	if into != nil {
		r.inParent(func() { r.readEducation(into, v) })
	}
	return r.q.Text(id)
}

// parentTexts finds where the parent's texts to read stand.
func (r *reader) parentTexts(p *parent) map[string]value {
	if p.texts != nil {
		return p.texts
	}
	p.texts = map[string]value{}
	for _, topic := range p.topics {
		for _, v := range r.parentTopic(topic).entriesOf("education") {
			p.texts[v.fieldOf("id")] = v
		}
	}
	return p.texts
}

// entriesOf are the entries of a list under a key, and fieldOf a text under one,
// of what its own reader looks at: nothing is reported.
func (v value) entriesOf(key string) []value {
	var all []value
	if v.node == nil {
		return nil
	}
	for i := 0; i+1 < len(v.node.Content); i += 2 {
		if v.node.Content[i].Value == key {
			for _, n := range v.node.Content[i+1].Content {
				all = append(all, v.with(n))
			}
		}
	}
	return all
}

func (v value) fieldOf(key string) string {
	for i := 0; i+1 < len(v.node.Content); i += 2 {
		if v.node.Content[i].Value == key {
			return v.node.Content[i+1].Value
		}
	}
	return ""
}
