package content

import "testing"

func TestBannedWords(t *testing.T) {
	runWordCases(t, "banned-word", []wordCase{
		// stigma
		{"REASON", "She is an addict.", "addict"},
		{"REASON", "Many users ask.", "users"},
		{"REASON", "You have been clean for years.", "You have been clean"},
		{"REASON", "It is substance abuse.", "substance abuse"},
		{"REASON", "A relapse is possible.", "relapse"},
		{"REASON", "Bipolar mothers ask more.", "Bipolar mothers"},
		{"REASON", "She committed suicide.", "committed suicide"},
		{"REASON", "They thought she was crazy.", "crazy"},
		// judgement
		{"REASON", "You should have asked.", "should have"},
		{"REASON", "You need to call.", "You need to"},
		{"REASON", "Just call someone.", "Just"},
		{"REASON", "Don't worry about it.", "Don't worry"},
		{"REASON", "A good mother asks.", "good mother"},
		{"REASON", "She failed to answer.", "failed"},
		// promise
		{"REASON", "Microdosing is safe.", "safe"},
		{"REASON", "It has no side effects.", "no side effects"},
		{"REASON", "It is not costly, and it is safe.", "safe"},
		{"REASON", "A small amount may be safe in milk.", "safe"},
		{"REASON", "It is natural.", "is natural"},
		{"REASON", "It works for most.", "It works"},
		{"REASON", "It heals what is hurt.", "heals"},
		{"REASON", "It always helps.", "always helps"},
		// diagnosis
		{"REASON", "You have bipolar disorder.", "You have bipolar"},
		{"REASON", "You are depressed.", "You are depressed"},
		{"REASON", "Your score says so.", "Your score"},
		{"REASON", "You are at high risk.", "high risk"},
		// jargon
		{"REASON", "It is contraindicated.", "contraindicated"},
		{"REASON", "Ask the perinatal team.", "perinatal"},
		{"REASON", "Patients ask this.", "Patients"},
		{"REASON", "Call prior to it.", "prior to"},
		{"REASON", "Plant medicine is old.", "Plant medicine"},
		// persuasion
		{"REASON", "Many mothers find it kind.", "Many mothers find"},
		{"REASON", "The benefits of microdosing are many.", "benefits of microdosing"},
		{"REASON", "It will awaken something.", "awaken"},
		{"REASON", "You could try microdosing.", "You could try microdosing"},

		// near misses
		{"REASON", "Plan safer sleep, and stay safe.", ""},
		{"REASON", "We want to keep you safe.", ""},
		{"REASON", "Do you feel safe at home?", ""},
		{"REASON", "Nobody can tell you that it is safe.", ""},
		{"REASON", "It is not known to be safe.", ""},
		{"SAY", "Is it safe with my milk?", ""},
		{"REASON", "Safety at home matters.", ""},
		{"REASON", "Postpartum psychosis is rare.", ""},
		{"REASON", "It is normal to ask.", ""},
		{"REASON", "Wash the pump until it is clean.", ""},
		{"REASON", "Sleep habits change.", ""},
		{"REASON", "Heart failure is rare.", ""},
		{"REASON", "Health care can help, and healthy food.", ""},
		{"REASON", "She was admitted to hospital.", ""},
		{"REASON", "You gave birth just before.", ""},
		{"REASON", "It is natural to grieve.", ""},
		{"REASON", "If you have bipolar disorder, ask first.", ""},
		{"REASON", "You have taken something.", ""},
		{"REASON", "A positive pregnancy test comes early.", ""},
		{"REASON", "Be patient with yourself.", ""},
		{"REASON", "A perinatal doctor knows pregnancy and birth.", ""},
		{"REASON", "What passes into milk is not known.", ""},
		{"REASON", "Sellers call it \"natural and safe\".", ""},
		{"SAY", "I am bipolar and I was an alcoholic.", "alcoholic"},
		{"SAY", "I am bipolar.", ""},
		{"LABEL", "They say that I am bipolar", ""},
		{"REASON", "Talk with an addiction clinician.", ""},
		{"REASON", "This person works at night.", ""},
		{"REASON", "If you try mushrooms, tell someone.", ""},
		{"REASON", "The journey to the hospital is long.", ""},
		{"STORY", "Her friend says that it is a natural way.", ""},
	})
}
