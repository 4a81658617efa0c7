package plain

import (
	"github.com/ask-first/askfirst/internal/page"
	"github.com/ask-first/askfirst/internal/wording"
)

// wantsHelp tells a line that asks for the help lines, or that somebody in danger may
// type, in any of these languages.
func wantsHelp(typed string, in []*wording.Words) bool { return page.WantsHelp(typed, in) }
