package shell

import (
	"fmt"
	"io"
	"strings"

	"github.com/ask-first/askfirst/internal/commandline"
)

// Bash writes a completion script that needs nothing but bash, the old one of
// macOS too.
func Bash(w io.Writer, program *commandline.Program) error {
	all, unnamed := commandsOf(program)
	var b strings.Builder
	fmt.Fprintf(&b, `# Completion of %[1]s for bash. To have it: source <(%[1]s completion bash)
_%[1]s() {
  local IFS=$'\n' word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command= i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    case ${COMP_WORDS[i]} in
    %[2]s) command=${COMP_WORDS[i]}; break ;;
    esac
  done
  # bash takes --flag=value for three words.
  if [[ $word == '=' ]]; then
    word=
  elif [[ $before == '=' ]]; then
    before=${COMP_WORDS[COMP_CWORD-2]}
  fi
  case $command:$before in
`, program.Name, strings.Join(names(all), " | "))
	for _, c := range all {
		for _, f := range c.flags {
			if f.value != nil {
				fmt.Fprintf(&b, "  %s) %s; return ;;\n", bashPattern(c, unnamed, ":--"+f.name), bashValue(f.value))
			}
		}
	}
	b.WriteString("  esac\n  case $command:$word in\n")
	for _, c := range all {
		fmt.Fprintf(&b, "  %s) %s ;;\n", bashPattern(c, unnamed, ":-*"), bashWords(flagNames(c)))
		if c.arg != nil {
			fmt.Fprintf(&b, "  %s:*) %s ;;\n", c.name, bashValue(c.arg))
		}
	}
	fmt.Fprintf(&b, "  :*) %s ;;\n  esac\n}\ncomplete -F _%[2]s %[2]s\n", bashWords(names(all)), program.Name)
	_, err := io.WriteString(w, b.String())
	return err
}

// bashPattern matches the command, and no command for the one that is meant then.
func bashPattern(c, unnamed command, rest string) string {
	if c.name == unnamed.name {
		return c.name + rest + " | " + rest
	}
	return c.name + rest
}

func bashValue(v *value) string {
	switch {
	case v.path == folders:
		return `compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$word"))`
	case v.path == files:
		return `compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$word"))`
	}
	return bashWords(v.words)
}

func bashWords(words []string) string {
	return fmt.Sprintf(`COMPREPLY=($(compgen -W $'%s' -- "$word"))`, strings.Join(words, `\n`))
}

func flagNames(c command) []string {
	var names []string
	for _, f := range c.flags {
		names = append(names, "--"+f.name)
	}
	return names
}
