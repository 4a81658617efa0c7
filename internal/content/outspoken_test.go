package content

import "testing"

// TestANameThatSpeaks has names of folders that say a number in words, or what to do.
func TestANameThatSpeaks(t *testing.T) {
	for _, name := range []string{
		"nine-one-one", "call nine one one", "nine_one_one_four_two_two", "nine one one four", "NineOneOne", "nineoneone", "five five five oh one two three", "nueve-uno-uno", "uno uno dos", "unounodos", "ciento doce llame", "dial-now",
		"call the guide", "text-me", "llame ahora", "marque-esto", "stop-your-lithium", "StopYourLithium", "do not take your lithium", "deje-el-litio", "skip lithium that day", "take two tablets", "two-grams-of-mushrooms", "tome dos gramos",
	} {
		if !Speaks(name, formulary()) {
			t.Errorf("%q is shown", name)
		}
	}
	for _, name := range []string{
		"maternal", "my-folder 2.0", "clinic 2027", "Mamá y bebé", "мама", "ward 7", "Ask First from the Ministry of Health", "askfirst", "questionnaires", "cuestionario", "lithium", "sertralina y lactancia", "ward-seven", "one", "two-midwives",
		"first trimester", "las tres matronas", "", "a", "new folder", "Downloads", "midwives of Leeds", "postpartum-es", "perinatal clinic", "hospital-del-mar", "test", "copy of maternal", "zeroes", "salud de las madres", "feeding", "medicines", "twenty-twenty-seven",
	} {
		if Speaks(name, formulary()) {
			t.Errorf("%q is not shown", name)
		}
	}
}
