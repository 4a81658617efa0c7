package cli

import "testing"

// A variable that says no is not set.
func TestAVariableThatSaysNo(t *testing.T) {
	for value, want := range map[string]bool{
		"": false, "0": false, "false": false, "FALSE": false, "no": false, "No": false, "off": false, " 0 ": false,
		"1": true, "true": true, "yes": true, "on": true, "please": true,
	} {
		if got := on(value); got != want {
			t.Errorf("%q: %v, want %v", value, got, want)
		}
	}
}
