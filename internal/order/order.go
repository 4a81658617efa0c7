// Package order puts lists into order. The sorts of package slices are compiled
// anew for each type of element, six kilobytes and more each time; this one is
// compiled once, for whatever is larger than a pointer.
package order

import "sort"

// few are so many that nothing is faster than putting each in its place.
const few = 24

// Stable sorts a list; what compare finds equal stays as it stood. It asks for
// pointers, so that nothing large is copied only to be looked at.
func Stable[E any](list []E, compare func(a, b *E) int) {
	if len(list) > few {
		sort.SliceStable(list, func(i, j int) bool { return compare(&list[i], &list[j]) < 0 })
		return
	}
	for i := range list {
		for k := i; k > 0 && compare(&list[k], &list[k-1]) < 0; k-- {
			list[k], list[k-1] = list[k-1], list[k]
		}
	}
}
