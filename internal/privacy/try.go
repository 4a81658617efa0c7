package privacy

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// An attempt is something that must not be possible once the locks are on.
type attempt struct {
	name       string // the key of its words
	protection Protection
	// ready makes it ready and returns what to do: once before the locks, to
	// see that it is possible at all, and once after. place is a folder of the
	// attempt's own.
	ready func(place string) (do func() error, err error)
	// crashes says that the process is meant to end on it; it is done after the
	// locks only, and asked is the process's fate instead of an error.
	crashes bool
	// mayCrash says that it ends the process on a machine that does not know it.
	mayCrash bool
}

// Tried says what came of one attempt.
type Tried struct {
	Name       string
	Protection Protection
	Before     string // why it could not be done without the locks either; "" when it could
	After      string // what the system said to it under the locks; "" when it went through
}

// Stopped reports whether it cannot be done while the program runs.
func (t Tried) Stopped() bool { return t.Before != "" || t.After != "" }

// Verdict is what the attempts say of one protection.
type Verdict struct {
	Protection Protection
	Tried      []Tried
}

// Active reports whether everything that was tried against the protection was
// stopped. Where nothing can be tried, nothing is claimed.
func (v Verdict) Active() bool {
	for _, t := range v.Tried {
		if !t.Stopped() {
			return false
		}
	}
	return len(v.Tried) > 0
}

// Try makes every attempt in a child of its own, which is this program, started
// with arguments that lead it to [Attempt]. The only thing that this writes are
// empty files in a folder for temporary ones, for the attempts to aim at; they
// are removed.
func Try() ([]Verdict, error) {
	if os.Getenv(trying) != "" {
		return nil, errors.New("an attempt may not start attempts")
	}
	place, err := os.MkdirTemp("", "askfirst-privacy-")
	if err != nil {
		return nil, fmt.Errorf("making a folder for the attempts: %w", err)
	}
	defer os.RemoveAll(place)
	all := attempts()
	tried, errs := make([]Tried, len(all)), make([]error, len(all))
	var children sync.WaitGroup
	for i, a := range all {
		children.Go(func() {
			own := filepath.Join(place, a.name)
			if errs[i] = os.Mkdir(own, 0o700); errs[i] == nil {
				tried[i], errs[i] = a.in(Child(a.name, own))
			}
			if errs[i] != nil {
				errs[i] = fmt.Errorf("trying %s: %w", a.name, errs[i])
			}
		})
	}
	children.Wait()
	var verdicts []Verdict
	for _, p := range Protections() {
		verdicts = append(verdicts, Verdict{p, slices.DeleteFunc(slices.Clone(tried), func(t Tried) bool { return t.Protection != p })})
	}
	return verdicts, errors.Join(errs...)
}

const (
	beforeLine = "before:"
	afterLine  = "after:"
)

// in runs the attempt in a child and reads what it says.
func (a attempt) in(cmd *exec.Cmd) (Tried, error) {
	t := Tried{Name: a.name, Protection: a.protection}
	out, err := cmd.Output()
	said := map[string]string{}
	for line := range strings.SplitSeq(string(out), "\n") {
		for _, mark := range []string{beforeLine, afterLine} {
			if rest, ok := strings.CutPrefix(line, mark); ok {
				said[mark] = strings.TrimSpace(rest)
			}
		}
	}
	before, hasBefore := said[beforeLine]
	after, hasAfter := said[afterLine]
	exit := new(exec.ExitError)
	switch {
	case err != nil && !errors.As(err, &exit):
		return t, err
	case !hasBefore && a.mayCrash:
		t.Before = "no such entry"
		return t, nil
	case !hasBefore:
		return t, errors.New("the child said nothing")
	case a.crashes:
		t.Before, t.After = before, crashed(cmd.ProcessState)
		return t, nil
	case !hasAfter: // pledge ends a process instead of refusing
		after = cmd.ProcessState.String()
	}
	t.Before, t.After = before, after
	return t, nil
}

// Attempt is the child's part: it does what the name says, locks itself, does it
// again, and writes down how both went.
func Attempt(name, place string, out io.Writer) error {
	for _, a := range attempts() {
		if a.name == name {
			return a.make(place, out)
		}
	}
	if help, ok := helpers()[name]; ok {
		return help()
	}
	return fmt.Errorf("no attempt is called %q", name)
}

func (a attempt) make(place string, out io.Writer) error {
	do, err := a.ready(place)
	if err != nil {
		fmt.Fprintln(out, beforeLine, reason(err))
		fmt.Fprintln(out, afterLine, reason(err))
		return nil
	}
	if a.crashes {
		fmt.Fprintln(out, beforeLine)
		Lock()
		return do()
	}
	fmt.Fprintln(out, beforeLine, reason(do()))
	Lock()
	fmt.Fprintln(out, afterLine, reason(do()))
	return nil
}

// reason is what the system said, in one line and without the names of files.
func reason(err error) string {
	if err == nil {
		return ""
	}
	var path *os.PathError
	var link *os.LinkError
	var call *os.SyscallError
	switch {
	case errors.As(err, &path):
		err = path.Err
	case errors.As(err, &link):
		err = link.Err
	case errors.As(err, &call):
		err = call.Err
	}
	return strings.ReplaceAll(err.Error(), "\n", " ")
}

// attempts are those that any system allows, and then this system's own.
func attempts() []attempt {
	// onFile is an attempt on a file that is there.
	onFile := func(name string, do func(file string) error) attempt {
		return attempt{name: name, protection: Files, ready: func(place string) (func() error, error) {
			file := filepath.Join(place, "file")
			if err := os.WriteFile(file, nil, 0o600); err != nil {
				return nil, err
			}
			return func() error { return do(file) }, nil
		}}
	}
	opened := func(file string, flag int) error {
		f, err := os.OpenFile(file, flag, 0o600)
		if err != nil {
			return err
		}
		return f.Close()
	}
	n := 0
	another := func(file string) string { n++; return fmt.Sprintf("%s-%d", file, n) }
	all := []attempt{
		onFile("write", func(file string) error { return opened(file, os.O_WRONLY) }),
		onFile("create", func(file string) error { return opened(another(file), os.O_WRONLY|os.O_CREATE|os.O_EXCL) }),
		onFile("folder", func(file string) error { return os.Mkdir(another(file), 0o700) }),
		onFile("rename", func(file string) error {
			other := another(file)
			if err := os.Rename(file, other); err != nil {
				return err
			}
			return os.Rename(other, file)
		}),
		onFile("stamp", func(file string) error { return os.Chtimes(file, time.Time{}, time.Unix(0, 0)) }),
		onFile("mode", func(file string) error { return os.Chmod(file, 0o644) }),
		onFile("read", func(file string) error { return opened(file, os.O_RDONLY) }),
		{name: "program", protection: Programs, ready: func(string) (func() error, error) {
			return func() error {
				cmd := Child("nothing", "")
				// Without streams of its own, a file would be opened for it, and
				// that alone would fail.
				cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stderr, os.Stderr
				return cmd.Run()
			}, nil
		}},
	}
	return append(all, systemAttempts()...)
}

// helpers are what a child of a child does.
func helpers() map[string]func() error {
	all := map[string]func() error{"nothing": func() error { return nil }}
	for name, help := range systemHelpers() {
		all[name] = help
	}
	return all
}

// Child is this program once more, as the child that makes the attempt.
func Child(name, place string) *exec.Cmd {
	self, err := os.Executable()
	if err != nil {
		self = os.Args[0]
	}
	cmd := exec.Command(self)
	cmd.Args = []string{os.Args[0], "privacy", "--try", name, "--place", place}
	cmd.Env = append(os.Environ(), trying+"=1")
	return cmd
}

// trying is in the environment of every child. A program that has this package
// and does not know the arguments of its children would else start itself
// without end; a test binary is such a program.
const trying = "ASKFIRST_TRYING"

// AttemptNames are the keys of the words for the attempts on this system.
func AttemptNames() []string {
	var names []string
	for _, a := range attempts() {
		names = append(names, a.name)
	}
	return names
}

// line reads one line from a pipe.
func line(r io.Reader) (string, error) {
	text, err := bufio.NewReader(r).ReadString('\n')
	return strings.TrimSpace(text), err
}
