//go:build !windows

package cli

import (
	"fmt"
	"os/exec"
	"testing"

	"github.com/ask-first/askfirst/internal/screentest"
)

// zsh completes only for somebody who types, so here somebody does.
func TestZshCompletes(t *testing.T) {
	zsh, script, dir := needs(t, "zsh"), fileWith(t, "completion", "zsh"), folderToComplete(t)
	if out, err := exec.Command(zsh, "-n", script).CombinedOutput(); err != nil || len(out) > 0 {
		t.Fatalf("%v %s", err, out)
	}
	w := screentest.Start(t, zsh, 100, 40, nil, "-f")
	w.Press("PS1='ready> '; cd " + dir + "; autoload -U compinit; compinit -D; source " + script + "; clear\n").Sees("ready>")
	for i, c := range []struct{ typed, sees string }{
		{"askfirst comp", "askfirst completion"},
		{"askfirst --acc", "askfirst --accessible"},
		{"askfirst check --for", "askfirst check --format="},
		{"askfirst check --format=sa", "--format=sarif"},
		{"askfirst completion z", "completion zsh"},
		{"askfirst check my", `check my\ folder`},
		{"askfirst ", "Find what is wrong"},
	} {
		w.Press(c.typed, "\t").Sees(c.sees)
		// What stands there then was not typed, so the line before is gone for sure.
		w.Press("\x03", fmt.Sprintf("clear; print $((1000 + %d))\n", i)).Sees(fmt.Sprint(1000 + i))
	}
	w.Press("exit\n").Ended()
}
