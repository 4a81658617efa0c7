package cli

import (
	"io"

	"github.com/ask-first/askfirst/internal/commandline"
	"github.com/ask-first/askfirst/internal/shell"
)

type completionCmd struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"bash, zsh or fish."`

	document
}

func (c *completionCmd) Run(s streams) error {
	write := map[string]func(io.Writer, *commandline.Program) error{"bash": shell.Bash, "zsh": shell.Zsh, "fish": shell.Fish}
	return write[c.Shell](s.out, newProgram())
}
