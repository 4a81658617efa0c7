package prove

import "github.com/ask-first/askfirst/internal/questionnaire"

// What is proved of everybody. (That nobody leaves empty-handed is seen of some
// questionnaires without a proof: see [questionnaire.EmptyHanded].)
var (
	promiseBroken  = questionnaire.Declare("promise", questionnaire.Error, "a promise that some person breaks")
	nobodyThere    = questionnaire.Declare("nobody-there", questionnaire.Error, "a need of somebody for whom none of its clinicians exists, or whose region has no such help line")
	tooMany        = questionnaire.Declare("too-many", questionnaire.Error, "somebody whose plan exceeds the limits of the questionnaire")
	unknownIsSafer = questionnaire.Declare("unknown-is-safer", questionnaire.Error, "somebody who is unsure somewhere and loses what she needs by it, or more than a step of urgency")
	untrueWords    = questionnaire.Declare("untrue", questionnaire.Error, "words, or a reason, that somebody is given and her answers do not make true")
	neverFires     = questionnaire.Declare("never-fires", questionnaire.Error, "a rule that is certain for nobody")
	neverAsked     = questionnaire.Declare("never-asked", questionnaire.Error, "a question that nobody is asked")
	noPurpose      = questionnaire.Declare("no-purpose", questionnaire.Error, "a question whose answer changes nothing")
	sameAnswers    = questionnaire.Declare("same-answers", questionnaire.Warning, "two answers that never lead to anything different")
	repeatedRule   = questionnaire.Declare("repeated-rule", questionnaire.Warning, "a rule that adds nothing to others")
	unpromisedRule = questionnaire.Declare("unpromised-rule", questionnaire.Warning, "a rule that could go silent without a promise or scenario failing")
	notDecided     = questionnaire.Declare("undecided", questionnaire.Error, "a statement that could not be decided")
	ownFault       = questionnaire.Declare("internal", questionnaire.Error, "a fault of askfirst itself")
)
