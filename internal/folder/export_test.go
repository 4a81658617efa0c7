package folder

// What the tests need that stand outside the package, because they use others
// that import it.
var (
	IsBinary = isBinary
	Hold     = hold
)

const ConditionTopic = conditionTopic
