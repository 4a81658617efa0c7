package wording

import "testing"

// BenchmarkIn is what the first screen in another language waits for.
func BenchmarkIn(b *testing.B) {
	for b.Loop() {
		must("en", "es")
	}
}
