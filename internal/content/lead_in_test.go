package content

import "testing"

// A pause between a verb and its medicine leaves it an order, on one line and before a
// list, and so does a sign in a word. Where a "not", a question or a talk stands, and
// where a pause heads a list, nothing is ordered.
func TestAPauseLeavesAnOrder(t *testing.T) {
	var catch, pass []row
	for _, text := range []string{
		"Stop:\n- your lithium", "Stop\n\n- your lithium", "Stop…\n- your lithium", "Stop —\n- your lithium", "Stop:\n\nYour lithium.",
		"Do not take:\n- your lithium", "Do not take:\n- coffee\n- your lithium", "Stop these:\n- your tea\n- your lithium",
		"These should be off by then:\n- lithium", "These medicines should be off by then:\n- tea\n- lithium", "The following must be stopped:\n- lithium",
		"Leave at home:\n- lithium", "You should come off:\n- lithium",
		"Stop: lithium.", "Stop — your lithium.", "Stop – your lithium.", "Stop… your lithium.", "Stop ... your lithium.", "You can halve: your sertraline.", "The week before: stop: lithium.",
		"St-op your lithium.", "St.op your li-thium.", "S-t-o-p your lithium.", "Skip your li-thium.",
	} {
		catch = append(catch, row{text, text, "en", ""})
	}
	for _, text := range []string{
		"Deje:\n- el litio", "No tome:\n- café\n- el litio", "Estos deben estar fuera para entonces:\n- litio", "Lo siguiente debe suspenderse:\n- litio",
		"Deje: el litio.", "Suspenda — el litio.", "De-je el litio.",
	} {
		catch = append(catch, row{text, text, "es", ""})
	}
	for _, text := range []string{
		"Do not stop: ask first.", "Before you stop: ask your prescriber about lithium.", "Do not stop:\n- lithium", "Ask before you stop:\n- lithium",
		"Never stop or change by yourself:\n- lithium\n- sertraline", "If you stopped any of these, say so:\n- lithium", "These need a talk before the day:\n- lithium",
		"These are medicines that clash:\n- lithium", "Say whether you stopped: lithium, sertraline.", "Easy to forget: medicines for pain.", "Milk – not the lithium – is the question.",
		"Stay co-operative: follow-up, self-care and take-away are yours.",
	} {
		pass = append(pass, row{text, text, "en", ""})
	}
	for _, text := range []string{"Pregunte antes de dejar: litio.", "No deje sin hablar con quien lo recetó:\n- litio", "Es fácil olvidar: remedios para el dolor."} {
		pass = append(pass, row{text, text, "es", ""})
	}
	for _, language := range []string{"en", "es"} {
		for want, rows := range map[bool][]row{true: catch, false: pass} {
			var some []row
			for _, r := range rows {
				if r.kind == language {
					some = append(some, r)
				}
			}
			found := foundIn(language, some)
			for _, r := range some {
				if (len(found[r.id]) > 0) != want {
					t.Errorf("%q: found %v", r.text, found[r.id])
				}
			}
		}
	}
}
