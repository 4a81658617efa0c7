// Command askfirst walks a mother through a short set of questions and answers
// with the conversations worth having. It stores nothing and sends nothing.
package main

import (
	"os"

	"github.com/ask-first/askfirst/internal/cli"
)

func main() { os.Exit(cli.Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
