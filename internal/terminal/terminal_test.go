package terminal

import "testing"

func TestTheThemeFollowsTheEnvironment(t *testing.T) {
	for colorfgbg, want := range map[string]string{
		"": "", "15;0": "dark", "0;15": "light", "0;7": "light", "15;8": "dark",
		"12;default;0": "dark", "default": "", "0;": "", "0;99": "", "0;-1": "",
	} {
		if got := Theme(colorfgbg); got != want {
			t.Errorf("COLORFGBG=%q: %q, want %q", colorfgbg, got, want)
		}
	}
}
