package cli

import (
	"io"

	"github.com/alecthomas/kong"

	"github.com/ask-first/askfirst/internal/shell"
)

type completionCmd struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"bash, zsh or fish."`

	document `embed:""`
}

func (c *completionCmd) Run(s streams, app *kong.Application) error {
	write := map[string]func(io.Writer, *kong.Application) error{"bash": shell.Bash, "zsh": shell.Zsh, "fish": shell.Fish}
	return write[c.Shell](s.out, app)
}
