package folder

import (
	"testing"

	"github.com/ask-first/askfirst/questionnaires"
)

func BenchmarkRead(b *testing.B) {
	folder := questionnaires.Maternal()
	if q, findings, err := Read(folder, nil); q == nil {
		b.Skipf("the maternal questionnaire is not sound yet: %d findings, %v", len(findings), err)
	}
	for b.Loop() {
		if q, _, _ := Read(folder, nil); q == nil {
			b.Fatal("the second reading differs from the first")
		}
	}
}
