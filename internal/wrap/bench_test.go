package wrap_test

import (
	"strings"
	"testing"

	"github.com/ask-first/askfirst/internal/wrap"
)

func BenchmarkLines(b *testing.B) {
	text := strings.Repeat("A pharmacist can tell you more, or call 0808 801 0302 and press 2 for a long-awaited answer. ", 4)
	for b.Loop() {
		wrap.Lines(text, 72)
	}
}
