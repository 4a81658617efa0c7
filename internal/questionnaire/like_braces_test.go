package questionnaire

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// TestLikeBraces has what would be shown to a mother in danger as it stands, and what
// people write in brackets otherwise.
func TestLikeBraces(t *testing.T) {
	for _, shown := range []string{
		"⟨emergency⟩", "‹emergency›", "<emergency>", "[emergency]", "%emergency%", "$emergency", "${emergency}", "$(emergency)", "%{emergency}", "#{emergency}", "[[emergency]]", "<<emergency>>",
		"((emergency))", "【emergency】", "〔emergency〕", "〈emergency〉", "「emergency」", "⟦emergency⟧", "❬emergency❭", "⌈emergency⌉", "＜emergency＞", "[ emergency ]", "<Emergency>", "$EMERGENCY",
		"⟨emergncy⟩", "[emergenzy]", "<emergencia>", "[crises]", "<poisn>", "[milk]", "[names]", "%report%",
	} {
		for _, text := range []string{"Call " + shown + " now.", shown, "Llame al " + shown} {
			if found := slices.Collect(maps.Keys(LikeBraces(text))); len(found) != 1 || !strings.Contains(shown, found[0]) {
				t.Errorf("in %q: found %q, want %q", text, found, shown)
			}
			if !HasBraces(text) {
				t.Errorf("%q is not searched", text)
			}
		}
	}
	for _, text := range []string{
		"[1]", "(emergency)", "an emergency (crisis) line", "(milk)", "[sic]", "[…]", "<3", "$5 and 5 %", "100% milk", "5 % milk, 10 %", "100 % pregnancy", "emergency", "“emergency”", "«emergencia»", "‘crisis’", "„crisis“", "*emergency*",
		"[emergency services]", "[mild]", "[looks]", "<b>", "[ask]", "a < b", "{emergency}", "Call {emergency} now.", "($20)", "[a]", "#1 #2", "（emergency）", "#crisis", "(the nurse) and (milk)", "[12] [13]", "$ 5", "[see below]", "[emergency", "100%milk",
	} {
		if found := LikeBraces(text); len(found) > 0 {
			t.Errorf("in %q: found %v", text, found)
		}
	}
}
