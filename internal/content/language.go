package content

import (
	"strings"

	"github.com/ask-first/askfirst/internal/language"
	"github.com/ask-first/askfirst/internal/questionnaire"
)

// checkLanguage finds texts in a language whose words the other checks do not
// have. A few digits are found in any language, so that silence would look like
// approval.
func checkLanguage(r *report, at questionnaire.Position) {
	if r.language != nil || len(r.passages) == 0 {
		return
	}
	r.addOf(unreadLanguage, questionnaire.Error, r.q.Subject(), at,
		"no check can read texts in the language %q: a dose or an order to stop a medicine would pass; write them in one of: %s, or see \"add a language\" in docs/architecture.md",
		r.q.Language, strings.Join(language.Tags(), ", "))
}
