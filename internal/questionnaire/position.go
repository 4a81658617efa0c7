package questionnaire

import "fmt"

// Position is where something was written. Line and Column count from 1;
// Column counts characters. A zero Line means the file as a whole.
type Position struct {
	File   string
	Line   int
	Column int
	Origin Origin
}

// Origin says where a file comes from; 0 is a file of the questionnaire's own
// that nobody translated.
type Origin uint8

const (
	FromDefault     Origin = 1 << iota // not in the folder, but taken from the default
	FromTranslation                    // what it says in another language
)

// Inherited reports whether it stands in the default's file.
func (o Origin) Inherited() bool { return o&FromDefault != 0 }

// Inherited reports whether it stands in the default's file.
func (p Position) Inherited() bool { return p.Origin.Inherited() }

// InTranslation reports whether it stands in the file of a translation.
func (p Position) InTranslation() bool { return p.Origin&FromTranslation != 0 }

func (p Position) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Before orders positions by file, line and column.
func (p Position) Before(other Position) bool {
	if p.File != other.File {
		return p.File < other.File
	}
	if p.Origin != other.Origin {
		return p.Origin < other.Origin
	}
	if p.Line != other.Line {
		return p.Line < other.Line
	}
	return p.Column < other.Column
}
