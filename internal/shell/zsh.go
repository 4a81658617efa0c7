package shell

import (
	"fmt"
	"io"
	"strings"

	"github.com/ask-first/askfirst/internal/commandline"
)

// Zsh writes a completion script for zsh, to be sourced or to lie in a folder
// of $fpath as a file with an underscore before the program's name.
func Zsh(w io.Writer, program *commandline.Program) error {
	all, unnamed := commandsOf(program)
	var b strings.Builder
	fmt.Fprintf(&b, `#compdef %[1]s
# Completion of %[1]s for zsh. To have it: source <(%[1]s completion zsh)
_%[1]s() {
  local -a commands=(
`, program.Name)
	for _, c := range all {
		fmt.Fprintf(&b, "    %s\n", quoted(c.name+":"+brief(c.help)))
	}
	b.WriteString(`  )
  local i
  for ((i = 2; i < CURRENT; i++)); do
    case $words[i] in
`)
	for _, c := range all {
		fmt.Fprintf(&b, "    (%s)\n      words=(\"${(@)words[i,-1]}\"); ((CURRENT -= i - 1))\n      _arguments%s\n      return ;;\n", c.name, zshSpecs(c))
	}
	unnamed.arg = nil
	fmt.Fprintf(&b, "    esac\n  done\n  _arguments%s \\\n        '1:command:{ _describe command commands }'\n}\n", zshSpecs(unnamed))
	fmt.Fprintf(&b, "if [[ $funcstack[1] == _%[1]s ]]; then\n  _%[1]s \"$@\"\nelse\n  compdef _%[1]s %[1]s\nfi\n", program.Name)
	_, err := io.WriteString(w, b.String())
	return err
}

func zshSpecs(c command) string {
	var b strings.Builder
	for _, f := range c.flags {
		spec := "--" + f.name
		if f.value != nil {
			spec += "="
		}
		spec += "[" + zshEscaped(brief(f.help)) + "]"
		if f.value != nil {
			spec += ":" + f.value.name + ":" + zshValue(f.value)
		}
		fmt.Fprintf(&b, " \\\n        %s", quoted(spec))
	}
	if c.arg != nil {
		where := "1"
		if c.arg.many {
			where = "*"
		}
		fmt.Fprintf(&b, " \\\n        %s", quoted(where+":"+c.arg.name+":"+zshValue(c.arg)))
	}
	return b.String()
}

func zshValue(v *value) string {
	switch {
	case v.path == folders:
		return "_files -/"
	case v.path == files:
		return "_files"
	case len(v.words) > 0:
		return "(" + strings.Join(v.words, " ") + ")"
	}
	return " "
}

// zshEscaped is text in a place where a bracket or a colon would end it.
func zshEscaped(text string) string {
	return strings.NewReplacer(`\`, `\\`, `[`, `\[`, `]`, `\]`, `:`, `\:`).Replace(text)
}
