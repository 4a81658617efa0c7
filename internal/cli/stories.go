package cli

import (
	"errors"
	"strconv"
	"strings"

	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/wording"
	"github.com/ask-first/askfirst/internal/workshop"
)

// chosen are the stories that somebody asks for: by their names, or from a file of her own.
type chosen struct {
	Stories []string `help:"Stories to tell: ids, or their first words, parted by commas; two for one part, between which small groups choose: nadia,jo+ruth. Or a file of your own, like scenarios.yaml, whose stories stand beside the others. It is checked first, and never stored." sep:"none" metavar:"NAMES|FILE"`
}

// namesFile tells a file from names. An id has neither a dot nor a slash, so that one
// without a dot is still a file as ./NAME.
func namesFile(asked string) bool { return strings.ContainsAny(asked, `./\`) }

// ownFiles are the files of hers.
func (c chosen) ownFiles() []string {
	var all []string
	for _, asked := range c.Stories {
		if namesFile(asked) {
			all = append(all, asked)
		}
	}
	return all
}

// names are the names, as they were written.
func (c chosen) names() string {
	var all []string
	for _, asked := range c.Stories {
		if !namesFile(asked) {
			all = append(all, asked)
		}
	}
	return strings.Join(all, ",")
}

// groupsOf is how many stories small groups choose between.
const groupsOf = 2

// storiesCalled are the stories of names, part by part: by id, or by what stands in it
// before the first hyphen where that is enough. None is above the ceiling that was asked
// for, and each is told once.
func storiesCalled(q *questionnaire.Questionnaire, names string, ceiling int, trouble *wording.TroubleWorkshop) ([]workshop.Stories, error) {
	if names == "" {
		return nil, nil
	}
	var all []workshop.Stories
	known := map[string]bool{}
	for part := range strings.SplitSeq(names, ",") {
		var some workshop.Stories
		for asked := range strings.SplitSeq(part, "+") {
			v, err := storyCalled(q, strings.TrimSpace(asked), trouble)
			if err != nil {
				return nil, err
			}
			switch is := workshop.Tenderness(v); {
			case ceiling > 0 && is > ceiling:
				return nil, errors.New(wording.Fill(trouble.AboveCeiling, "story", v.ID, "asked", strconv.Itoa(ceiling), "is", strconv.Itoa(is)))
			case known[v.ID]:
				return nil, errors.New(wording.Fill(trouble.Twice, "story", v.ID))
			}
			known[v.ID] = true
			some = append(some, v)
		}
		if len(some) > groupsOf {
			two := strings.Split(part, "+")[:groupsOf]
			return nil, errors.New(wording.Fill(trouble.Groups, "asked", part, "example", strings.Join(two, "+")))
		}
		all = append(all, some)
	}
	return all, nil
}

func storyCalled(q *questionnaire.Questionnaire, asked string, trouble *wording.TroubleWorkshop) (*questionnaire.Scenario, error) {
	var ids []string
	var meant []*questionnaire.Scenario
	for _, v := range q.Vignettes() {
		ids = append(ids, v.ID)
		if first, _, _ := strings.Cut(v.ID, "-"); v.ID == asked || first == asked {
			meant = append(meant, v)
		}
	}
	if len(meant) != 1 {
		return nil, errors.New(wording.Fill(trouble.Story, "asked", quoted(asked), "all", strings.Join(ids, ", ")))
	}
	return meant[0], nil
}
