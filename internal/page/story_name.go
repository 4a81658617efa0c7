package page

import "github.com/ask-first/askfirst/internal/questionnaire"

// StoryName is whose story it is: all of its title that a card or a wall shows.
func StoryName(v *questionnaire.Scenario) string { return storyName(v) }
