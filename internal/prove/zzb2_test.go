package prove
import "testing"
func BenchmarkUntrue(b *testing.B) {
	q := maternal(b)
	for range b.N { c := newChecking(q); checkUntrue(c) }
}
