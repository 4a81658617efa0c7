package content

import (
	"os"
	"testing"

	"github.com/ask-first/askfirst/internal/folder"
)

func BenchmarkCheck(b *testing.B) {
	q, _, err := folder.Read(os.DirFS("../../questionnaires/maternal"), nil)
	if q == nil {
		b.Fatal(err)
	}
	for b.Loop() {
		Check(q, today)
	}
}
