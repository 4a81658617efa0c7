package content

import "testing"

func TestAddresses(t *testing.T) {
	runWordCases(t, "web-address", []wordCase{
		{"REASON", "Read https://example.org/page.", "https://example.org/page"},
		{"REASON", "Read www.example.org now.", "www.example.org"},
		{"REASON", "Read example.com/shop, then call.", "example.com/shop"},
		{"REASON", "Write to help@evil.example now.", "help@evil.example"},
		{"REASON", "Message @someone on the phone.", "@someone"},
		{"NOTE", "Chat on chat.example.org.", "chat.example.org"},

		{"REASON", "It ends here.No space is typed.", ""},
		{"REASON", "See doi 10.1176/appi.ajp.2015.15010124.", ""},
		{"REASON", "It happened at 3.30 p.m. on a Monday, e.g. this one.", ""},
		{"REASON", "Chat on the site.", ""},
	})
}

// TestALineMayBeCalledByItsAddress, and by no other.
func TestALineMayBeCalledByItsAddress(t *testing.T) {
	change := [2]string{"name: Crisis line,", "name: crisis.example.org, url: https://www.crisis.example.org/,"}
	if found := of(Check(read(t, nil, change), today), "web-address"); len(found) > 0 {
		t.Error(found)
	}
	change[1] = "name: other.example.org, url: https://www.crisis.example.org/,"
	if found := of(Check(read(t, nil, change), today), "web-address"); len(found) != 1 {
		t.Error(found)
	}
}
