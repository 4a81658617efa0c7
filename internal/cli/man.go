package cli

import (
	"time"

	"github.com/ask-first/askfirst/internal/manual"
)

type manCmd struct {
	document
}

func (*manCmd) Run(s streams) error {
	b := readBuild()
	if b.day.IsZero() {
		b.day = time.Now()
	}
	return manual.Write(s.out, newProgram(), b.version, b.day)
}
