package cli

import (
	"time"

	"github.com/alecthomas/kong"

	"github.com/ask-first/askfirst/internal/manual"
)

type manCmd struct {
	document `embed:""`
}

func (*manCmd) Run(s streams, app *kong.Application) error {
	b := readBuild()
	if b.day.IsZero() {
		b.day = time.Now()
	}
	return manual.Write(s.out, app, b.version, b.day)
}
