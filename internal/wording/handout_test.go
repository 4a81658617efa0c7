package wording

import (
	"reflect"
	"regexp"
	"testing"
)

// A paper in Spanish that is half in English is handed on as it is.
func TestThePapersSpeakSpanishThroughout(t *testing.T) {
	english := map[string]string{}
	fields(reflect.ValueOf(English().Handout), "", func(name, text string) { english[name] = text })
	words := regexp.MustCompile(`\{[a-z]+\}|[^a-zA-Z{}]`)
	fields(reflect.ValueOf(In("es").Handout), "", func(name, text string) {
		if text == english[name] && words.ReplaceAllString(text, "") != "" {
			t.Errorf("%s is English: %q", name, text)
		}
	})
	for i, list := range [][2][]string{
		{English().Handout.Guide.Blanks, In("es").Handout.Guide.Blanks},
		{English().Handout.Questions.How, In("es").Handout.Questions.How},
		{English().Handout.Notes.Blanks, In("es").Handout.Notes.Blanks},
		{English().Handout.Notes.Tenderness, In("es").Handout.Notes.Tenderness},
	} {
		if len(list[0]) != len(list[1]) || list[0][0] == list[1][0] {
			t.Errorf("list %d: %q", i, list)
		}
	}
}
