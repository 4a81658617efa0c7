package tui

// speak goes on in another language, with every answer where it was: both
// questionnaires have the same questions in the same places. The welcome is
// there at once; the rest is read behind it, as at the start.
func (m *model) speak(language string) {
	said := m.speech(language)
	m.w, m.cover, m.load, m.language, m.q = said.Words, said.Cover, said.Load, language, nil
	m.turn(m.welcome())
}
