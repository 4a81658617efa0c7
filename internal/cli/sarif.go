package cli

import (
	"net/url"
	"path"
	"path/filepath"
	"slices"

	"github.com/ask-first/askfirst/internal/questionnaire"
)

// sarifLog is findings in the Static Analysis Results Interchange Format 2.1.0,
// with which code hosts and editors show them at their lines. Each questionnaire
// is a run.
type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool       sarifTool     `json:"tool"`
	ColumnKind string        `json:"columnKind"`
	Results    []sarifResult `json:"results"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name           string      `json:"name"`
	InformationURI string      `json:"informationUri"`
	Rules          []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID               string    `json:"id"`
	ShortDescription sarifText `json:"shortDescription"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifResult struct {
	RuleID     string           `json:"ruleId"`
	RuleIndex  int              `json:"ruleIndex"`
	Level      string           `json:"level"`
	Message    sarifText        `json:"message"`
	Locations  []sarifLocation  `json:"locations"`
	Properties *sarifProperties `json:"properties,omitempty"`
}

type sarifProperties struct {
	Example     *exampleJSON `json:"example,omitempty"`
	Translation *staleJSON   `json:"translation,omitempty"`
}

type sarifLocation struct {
	PhysicalLocation sarifPlace `json:"physicalLocation"`
}

type sarifPlace struct {
	ArtifactLocation sarifFile    `json:"artifactLocation"`
	Region           *sarifRegion `json:"region,omitempty"` // none: the file as a whole
}

type sarifFile struct {
	URI string `json:"uri"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn"`
}

func newSARIF(runs []sarifRun) sarifLog {
	return sarifLog{Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: runs}
}

// newSARIFRun lists as rules the checks that found something.
func newSARIFRun(o opened, findings []questionnaire.Finding) sarifRun {
	run := sarifRun{
		Tool:       sarifTool{sarifDriver{Name: "askfirst", InformationURI: "https://github.com/ask-first/askfirst", Rules: []sarifRule{}}},
		ColumnKind: "unicodeCodePoints",
		Results:    []sarifResult{},
	}
	var checks []string
	for _, f := range findings {
		checks = append(checks, f.Check.ID())
	}
	slices.Sort(checks)
	checks = slices.Compact(checks)
	for _, check := range checks {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{check, sarifText{questionnaire.CheckCalled(check).Finds()}})
	}
	for _, f := range findings {
		r := sarifResult{
			RuleID: f.Check.ID(), RuleIndex: slices.Index(checks, f.Check.ID()), Level: f.Severity.String(), Message: sarifText{f.Message},
			Locations: []sarifLocation{{sarifPlace{ArtifactLocation: sarifFile{sarifURI(o.folderOf(f.At), f.At.File)}}}},
		}
		if f.At.Line > 0 {
			r.Locations[0].PhysicalLocation.Region = &sarifRegion{StartLine: f.At.Line, StartColumn: max(1, f.At.Column)}
		}
		if example, stale := newExample(o, f), newStale(f); example != nil || stale != nil {
			r.Properties = &sarifProperties{example, stale}
		}
		run.Results = append(run.Results, r)
	}
	return run
}

// sarifURI names a file relative to where the program was started, which is
// where a code host looks for it.
func sarifURI(folder, file string) string {
	if filepath.IsAbs(folder) {
		if here, err := filepath.Abs("."); err == nil {
			if relative, err := filepath.Rel(here, folder); err == nil {
				folder = relative
			}
		}
	}
	u := url.URL{Path: path.Join(filepath.ToSlash(folder), file)}
	return u.String()
}
