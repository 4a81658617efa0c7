package content

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/folder/foldertest"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// listed reads a folder whose class "touches" has sertraline and celecoxib, and a
// list for it with this under its first keys. The list begins on line 2.
func listed(t *testing.T, more string) *questionnaire.Questionnaire {
	t.Helper()
	files := foldertest.With("outside-lists.yaml", "lists:\n  - id: labels\n    class: touches\n    dated: 2026-11-24\n    sources: label\n"+more)
	files["sources.yaml"] = &fstest.MapFile{Data: []byte("sources:\n  - {id: label, title: A label, read: excerpt}\n")}
	files["medicines.yaml"] = &fstest.MapFile{Data: []byte(`classes:
  - {id: ssri, name: SSRIs}
  - {id: touches, name: Touches something, includes: [ssri]}
medicines:
  - {generic: sertraline, also: [sertralina], brands: [Zoloft], classes: [ssri]}
  - {generic: celecoxib, brands: [Celebrex], classes: [touches]}
  - {generic: lithium, classes: []}
`)}
	q, findings, err := folder.Read(files, nil)
	if q == nil {
		t.Fatal(err, foldertest.Listed(findings))
	}
	return q
}

func onDay(t *testing.T, text string) time.Time {
	t.Helper()
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		t.Fatal(err)
	}
	return day
}

// TestAClassIsComparedWithAListBothWays plants each fault that class and list can
// have; each finding stands where it is to be fixed, and says how.
func TestAClassIsComparedWithAListBothWays(t *testing.T) {
	both := "    members: [sertraline, celecoxib]\n"
	for _, c := range []struct{ name, list, at, says string }{
		{"the same", both, "", ""},
		{"by another name, in other letters", "    members: [Sertralina, CELEBREX]\n", "", ""},
		{"a member outside the class", "    members: [sertraline, celecoxib, lithium]\n", "outside-lists.yaml:6", `add the class there, or write it under not-in-class`},
		{"left out with a reason", "    members: [sertraline, celecoxib, lithium]\n    not-in-class: [{medicines: lithium, why: W}]\n", "", ""},
		{"a member that the folder has no medicine for", "    members: [sertraline, celecoxib, paroxetine]\n", "outside-lists.yaml:6", `no medicine is called that; add it to medicines.yaml`},
		{"unknown and left out with a reason", "    members: [sertraline, celecoxib, paroxetine]\n    not-in-class: [{medicines: Paroxetine, why: W}]\n", "", ""},
		{"in the class and not on the list", "    members: sertraline\n", "medicines.yaml:6", `take it out of the class, or write it in the list under not-on-list`},
		{"in the class through another", "    members: celecoxib\n", "medicines.yaml:5", `"sertraline" is in class "touches"`},
		{"in the class with a reason", "    members: sertraline\n    not-on-list: [{medicines: Celebrex, why: W}]\n", "", ""},
		{"a reason to leave out what the class has", both + "    not-in-class: [{medicines: celecoxib, why: W}]\n", "outside-lists.yaml:7", `take the reason out, or the medicine out of the class`},
		{"a reason to leave out what no list has", both + "    not-in-class: [{medicines: lithium, why: W}]\n", "outside-lists.yaml:7", `is not on the list "labels"; add it to its members`},
		{"a reason for what is on the list", both + "    not-on-list: [{medicines: celecoxib, why: W}]\n", "outside-lists.yaml:7", `and is on it; take the reason out`},
		{"a reason for what is not in the class", both + "    not-on-list: [{medicines: lithium, why: W}]\n", "outside-lists.yaml:7", `is not in it; take the reason out`},
		{"a reason for nobody", both + "    not-on-list: [{medicines: celecoxb, why: W}]\n", "outside-lists.yaml:7", `no medicine is called "celecoxb"; did you mean "celecoxib"?`},
	} {
		t.Run(c.name, func(t *testing.T) {
			var found []questionnaire.Finding
			for _, f := range Check(listed(t, c.list), onDay(t, "2026-11-25")) {
				if f.Check == outsideList {
					found = append(found, f)
				}
			}
			switch {
			case c.says == "" && len(found) > 0:
				t.Errorf("found\n%s", foldertest.Listed(found))
			case c.says != "" && (len(found) != 1 || !strings.HasPrefix(found[0].At.String(), c.at+":") || !strings.Contains(found[0].Message, c.says)):
				t.Errorf("want one finding at %s: … %s …\n%s", c.at, c.says, foldertest.Listed(found))
			}
		})
	}
}

// A list of long ago says nothing of today's labels, and one of tomorrow was never read.
func TestAnOutsideListGrowsOld(t *testing.T) {
	q := listed(t, "    members: [sertraline, celecoxib]\n")
	for asOf, want := range map[string]*questionnaire.Check{"2026-11-24": nil, "2027-11-24": nil, "2027-11-25": staleCheck, "2026-11-23": neverChecked} {
		var found *questionnaire.Check
		for _, f := range Check(q, onDay(t, asOf)) {
			if f.About == q.OutsideLists[0].Subject() {
				found = f.Check
			}
		}
		if found != want {
			t.Errorf("as of %s: %q; want %q", asOf, found.ID(), want.ID())
		}
	}
}
