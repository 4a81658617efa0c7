package plain

import "testing"

// TestTheShortWayInPlainLines: it is a choice of the consent under its number, and ends in
// the result without a review.
func TestTheShortWayInPlainLines(t *testing.T) {
	for language, c := range map[string]struct {
		offer, milk, result, review string
		typed                       []string
	}{
		"en": {"Little time: 2 questions only", "Does a baby get your milk?", "Who to talk to first", "Your answers", []string{"1", "2", "3", "1"}},
		"es": {"Tengo poco tiempo: solo 2 preguntas", "Does a baby get your milk?", "Con quién hablar primero", "Tus respuestas", []string{"1", "2", "3", "1"}},
	} {
		q := *small()
		q.Short = append(q.Short, q.Question("now"), q.Question("milk"))
		said := typed(&q, language, c.typed...)
		inOrder(t, said, c.offer, c.milk, c.result)
		never(t, said, c.review)
		said = typed(&q, language, "1", "1", "3")
		inOrder(t, said, c.offer, c.milk)
		said = typed(small(), language, "1")
		never(t, said, c.offer)
	}
}
