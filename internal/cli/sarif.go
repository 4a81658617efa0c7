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
		checks = append(checks, f.Check)
	}
	slices.Sort(checks)
	checks = slices.Compact(checks)
	for _, check := range checks {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{check, sarifText{whatItFinds(check)}})
	}
	for _, f := range findings {
		r := sarifResult{
			RuleID: f.Check, RuleIndex: slices.Index(checks, f.Check), Level: f.Severity.String(), Message: sarifText{f.Message},
			Locations: []sarifLocation{{sarifPlace{ArtifactLocation: sarifFile{sarifURI(o.folder, f.At.File)}}}},
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

// whatItFinds says for each check what it finds.
func whatItFinds(check string) string {
	if text, ok := checkTexts[check]; ok {
		return text
	}
	return check
}

var checkTexts = map[string]string{
	"yaml":                 "a file that is not the YAML that a questionnaire is written in",
	"unknown-key":          "a key that has no meaning there",
	"missing-key":          "a key or value that must be there",
	"wrong-type":           "a value of another kind than the key takes",
	"bad-id":               "an id that cannot be one",
	"duplicate-id":         "an id that was given twice",
	"dangling":             "a name that leads nowhere",
	"too-large":            "more than the program reads",
	"control-character":    "a character that does not belong into a text",
	"order":                "things in an order that cannot be",
	"promise":              "a promise that some person breaks",
	"empty-handed":         "a way through that ends without a conversation or help line",
	"unknown-is-safer":     "an unsure answer that takes a conversation away",
	"never-fires":          "a rule that is certain for nobody",
	"never-asked":          "a question that nobody is asked",
	"same-answers":         "two answers that never lead to anything different",
	"no-purpose":           "a question whose answer changes nothing",
	"repeated-rule":        "a rule that adds nothing to others",
	"untested-rule":        "a rule that no scenario makes certain",
	"undecided":            "a statement that could not be decided",
	"dose":                 "a dose, a schedule or a product",
	"stop-medicine":        "a text that may be read as: stop your medicine",
	"banned-word":          "a word that the content style forbids",
	"hard-to-read":         "a text that is harder to read than it should be",
	"too-long":             "a text that is longer than it should be",
	"no-source":            "a text or help line without a source",
	"unchecked":            "a text or help line without the day of its check",
	"stale":                "a check that is too long ago",
	"outdated-translation": "a translation of a text that has changed",
	"missing-translation":  "a text that is not translated",
	"translation-hash":     "a translation whose original was changed without its mark",
	"translation-differs":  "a translation with other numbers or places to fill in than its original",
	"telephone-number":     "a telephone number outside help-lines.yaml",
	"refused-number":       "a number that must not be printed",
	"internal":             "a fault of askfirst itself",
	"unreviewed":           "texts that no clinician has reviewed",
}
