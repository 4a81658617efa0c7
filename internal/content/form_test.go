package content

import "testing"

func TestOneForm(t *testing.T) {
	for text, want := range map[string]string{
		"Nothing to do here: 5 mg, 3.5 and 1,000.": "Nothing to do here: 5 mg, 3.5 and 1,000.",
		"¿Qué es así? «Nada» – “ni esto” … y más…": "¿Qué es así? «Nada» – “ni esto” … y más…",
		"１００ ｍｇ":           "100 mg",
		"١٩٠٠":             "1900",
		"10 ㎍ and ㎎":       "10 ug and mg",
		"100 мг, мкг":      "100 mg, mcg",
		"Stоp, Ѕtop, Мать": "Stop, Stop, Matb",
		"sᴛᴏᴘ 🅂🅃🄾🄿 🅢🅣🅞🅟 🆂🆃🅾🅿":                          "stop STOP STOP STOP",
		"m\u200Bg St\uFFA0op St\u3164op":               "mg Stop Stop",
		"St\u2800op St\u180Bop \uE000 on":              "Stop Stop  on",
		"¹⁄₁₀ and 1½ and ⅙":                            "1/10 and 1 1/2 and  1/6",
		"Ⅻ and ⅻ":                                      "12 and 12",
		"① ⒈":                                          "1 1",
		"0٫1":                                          "0.1",
		"100\u202Fmg\u2003on":                          "100 mg on",
		"*100* `mg` **St**op a_b":                      "100 mg Stop a b",
		"St0p 5t0p, B12, H1N1":                         "Stop 5top, B12, HlN1",
		"$top l1thium, tab1et, l!thium, lithiuɯ":       "stop lithium, tablet, lithium, lithium",
		"2O mg, l0 mg, lO mg, 2O drops, 2S mg, 2,O mg": "20 mg, 10 mg, 10 mg, 20 drops, 25 mg, 2,0 mg",
		"H2O, O2, CO2, T3, 5l, 2l a, co-op, US$5":      "H2O, O2, CO2, T3, 5l, 2l a, co-op, US$5",
		"二十 mg, 十二, 二〇, 三百五, 两 and 一万":                 "20 mg, 12, 20, 305, 2 and 10000",
		"፳ ፭, 〢〇, 𐄒, ㈡, 𐅀 and 〹":                       "20 5, 20, 30, 2, 1 and 20",
		"9OO-555-OlOO":                                 "900-555-0100",
		"100 m g, 1 0 0 m g, s t o p":                  "100 m g, 100mg, stop",
		"1\uFE0F\u20E3 🍄":                              "1  mushroom ",
		"Your operation ❤\uFE0F ☎\uFE0F \u0301 ´":      "Your operation ❤ ☎ \u0301  \u0301",
	} {
		if got := oneForm(text); got != want {
			t.Errorf("%q:\ngot  %q\nwant %q", text, got, want)
		}
	}
}

// What was brought to one form is its own form.
func TestOneFormIsSettled(t *testing.T) {
	for _, text := range []string{"Stоp ㎎ ½ 🆂 1 0 0 m g St0p", "9OO-555-OlOO", "＿a＊b", "Ⅻ ⅙ ﬃ ﷺ", "٠٫١", "\u0301\u0301 ️"} {
		once := oneForm(text)
		if again := oneForm(once); again != once {
			t.Errorf("%q becomes %q, and that %q", text, once, again)
		}
	}
}
