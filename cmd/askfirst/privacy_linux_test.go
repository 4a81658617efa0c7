package main

import (
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/ask-first/askfirst/internal/screentest"
	"github.com/ask-first/askfirst/internal/wording"
)

// These show that nothing is stored and nothing is sent, by looking at the
// program from outside: at its system calls, at the files around it, and at what
// stays in the terminal. Each is run a second time against a build that leaks on
// purpose (tag "leak"), because a test that cannot fail shows nothing.

// leaking is the build that can be told to leak; see internal/tui/leak_planted.go.
var leaking = sync.OnceValues(func() (string, error) {
	file := filepath.Join(filepath.Dir(program), "askfirst-leaking")
	out, err := exec.Command("go", "build", "-tags", "leak", "-o", file, ".").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("building with the tag leak: %s", out)
	}
	return file, nil
})

// leakKey makes the leaking build leak: F9.
const leakKey = "\x1b[20~"

// leakage says how the leaking build is run; the zero value is the program that
// people get.
type leakage struct {
	what     string
	unlocked bool
}

func (l leakage) build(t *testing.T) (file string, env []string) {
	t.Helper()
	if l.what == "" {
		return program, nil
	}
	file, err := leaking()
	if err != nil {
		t.Fatal(err)
	}
	env = []string{"ASKFIRST_LEAK=" + l.what}
	if l.unlocked {
		env = append(env, "ASKFIRST_UNLOCKED=1")
	}
	return file, env
}

// around is everything near the program where something could be left.
type around struct {
	root   string
	before map[string]string
}

var aroundFolders = map[string]string{
	"HOME": "home", "TMPDIR": "tmp", "XDG_CONFIG_HOME": "home/.config", "XDG_CACHE_HOME": "home/.cache",
	"XDG_DATA_HOME": "home/.local/share", "XDG_STATE_HOME": "home/.local/state", "XDG_RUNTIME_DIR": "run",
}

func newAround(t *testing.T) *around {
	t.Helper()
	a := &around{root: t.TempDir()}
	for _, folder := range append(slices.Collect(maps.Values(aroundFolders)), "work") {
		if err := os.MkdirAll(filepath.Join(a.root, folder), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range []string{"home/.bash_history", "work/notes.txt"} {
		if err := os.WriteFile(filepath.Join(a.root, file), []byte("as it was\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	a.before = a.snapshot(t)
	return a
}

// env points the program at these folders.
func (a *around) env() []string {
	var env []string
	for name, folder := range aroundFolders {
		env = append(env, name+"="+filepath.Join(a.root, folder))
	}
	return env
}

// in is the arguments that run a command in the working folder.
func (a *around) in(command ...string) []string {
	return append([]string{"-C", filepath.Join(a.root, "work")}, command...)
}

func (a *around) snapshot(t *testing.T) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(a.root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		content := []byte{}
		if info.Mode().IsRegular() {
			if content, err = os.ReadFile(path); err != nil {
				return err
			}
		}
		name, err := filepath.Rel(a.root, path)
		files[name] = fmt.Sprintf("%v %d %v %x", info.Mode(), info.Size(), info.ModTime().UnixNano(), sha256.Sum256(content))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// changed lists what is not as it was.
func (a *around) changed(t *testing.T) []string {
	t.Helper()
	after := a.snapshot(t)
	var changed []string
	for name, was := range a.before {
		if after[name] != was {
			changed = append(changed, "changed: "+name)
		}
	}
	for name := range after {
		if _, ok := a.before[name]; !ok {
			changed = append(changed, "new: "+name)
		}
	}
	slices.Sort(changed)
	return changed
}

// Under strace a whole screening makes no network call, opens no file to write
// to, and starts no program; nor does it change any file around it.
func TestAWholeScreeningMakesNoCallThatStoresOrSends(t *testing.T) {
	t.Parallel()
	needs(t, "strace")
	for _, test := range []struct {
		leakage
		red bool
	}{
		{red: false},
		{leakage{"home", false}, true}, {leakage{"folder", true}, true}, {leakage{"temporary", true}, true},
		{leakage{"connect", false}, true}, {leakage{"program", false}, true},
	} {
		t.Run("leak="+test.what, func(t *testing.T) {
			t.Parallel()
			file, env := test.build(t)
			a := newAround(t)
			log := filepath.Join(t.TempDir(), "calls")
			// Inside tmux some libraries ask it for its colours, by starting it.
			env = append(append(env, a.env()...), "TMUX=/nowhere,1,0", "ASKFIRST_LEAK_PORT=1")
			r := walkOn(t, screentest.Start(t, "env", 80, 24, env, a.in("strace", "-f", "-o", log, "-e", watched, file)...))
			if test.what == "" {
				for i, s := range r.toReview().toOutcome().Steps {
					r.toCard(s)
					r.Press("esc")
					if i > 2 { // from the page of the others
						r.Press("esc")
					}
				}
				r.Press("end").Sees(r.w.Outcome.Finish).Press("enter")
			} else {
				for range 4 {
					r.step()
				}
				r.Press(leakKey)
				r.Press("ctrl+c")
			}
			r.Ended()
			calls, err := os.ReadFile(log)
			if err != nil {
				t.Fatal(err)
			}
			bad := forbidden(string(calls))
			if got := len(bad) > 0; got != test.red {
				t.Errorf("forbidden calls: %q", bad)
			}
			writes := test.unlocked && (test.what == "folder" || test.what == "temporary")
			if changed := a.changed(t); (len(changed) > 0) != writes {
				t.Errorf("files around the program: %q", changed)
			}
		})
	}
}

// The same by pipe, line by line.
func TestAScreeningByPipeMakesNoCallThatStoresOrSends(t *testing.T) {
	t.Parallel()
	needs(t, "strace")
	a := newAround(t)
	log := filepath.Join(t.TempDir(), "calls")
	cmd := exec.Command("env", a.in("strace", "-f", "-o", log, "-e", watched, program, "--accessible")...)
	cmd.Env = append(os.Environ(), a.env()...)
	cmd.Stdin = strings.NewReader(strings.Repeat("1\n", 40) + "leave\n")
	if out, err := cmd.Output(); err != nil || !strings.Contains(string(out), "1.") {
		t.Fatalf("%v\n%s", err, out)
	}
	calls, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	if bad := forbidden(string(calls)); len(bad) > 0 {
		t.Errorf("forbidden calls: %q", bad)
	}
	if changed := a.changed(t); len(changed) > 0 {
		t.Errorf("files around the program: %q", changed)
	}
}

// watched are the calls that strace writes down: all that take the name of a
// file, that have to do with a network or with processes, and a few that could
// keep or send something in another way.
const watched = "trace=%file,%network,%process,memfd_create,io_uring_setup,ptrace,process_vm_writev,shmget,msgget,semget,mq_open,add_key,keyctl,ftruncate,fsetxattr"

var (
	call    = regexp.MustCompile(`^\d+ +(\w+)\((.*)`)
	writing = regexp.MustCompile(`O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND|O_TMPFILE`)
	// harmless calls look, or are how every thread and process comes to its end.
	harmless = regexp.MustCompile(`^(newfstatat|fstatat64|statx?|lstat|statfs|access|faccessat2?|readlink(at)?|getcwd|exit|exit_group|wait4|waitid|arch_prctl|tgkill|tkill|kill|rt_sigreturn)$`)
)

// forbidden are the lines of a strace log that must not be there. It knows what
// is allowed, so that a call that nobody thought of is forbidden too.
func forbidden(log string) []string {
	var bad []string
	started := false
	for line := range strings.Lines(log) {
		m := call.FindStringSubmatch(line)
		if m == nil {
			continue // a signal, an exit, or the second half of a call
		}
		name, args := m[1], m[2]
		switch {
		case name == "execve" && !started: // strace starting the program
			started = true
		case harmless.MatchString(name):
		case (name == "open" || name == "openat") && strings.Contains(args, "O_RDONLY") && !writing.MatchString(args):
		case (name == "clone" || name == "clone3") && strings.Contains(args, "CLONE_THREAD"):
		default:
			bad = append(bad, strings.TrimSpace(line))
		}
	}
	if !started {
		bad = append(bad, "the log does not even show the program's start")
	}
	return bad
}

// What stays in tmux after leaving, scrollback included, holds no answer; not
// even where tmux is told to keep what full-screen programs leave behind.
func TestTheScrollbackHoldsNoAnswer(t *testing.T) {
	t.Parallel()
	needs(t, "tmux")
	for _, test := range []struct {
		leakage
		alternate string
		leave     func(*robot)
	}{
		{alternate: "on", leave: finish},
		{alternate: "off", leave: finish},
		{alternate: "off", leave: func(r *robot) { r.Press("ctrl+c") }},
		{leakage{"scrollback", false}, "on", func(r *robot) { r.Press(leakKey) }},
	} {
		t.Run("alternate-screen="+test.alternate+" leak="+test.what, func(t *testing.T) {
			t.Parallel()
			file, env := test.build(t)
			a := newAround(t)
			sockets := t.TempDir()
			conf := filepath.Join(sockets, "tmux.conf")
			options := "set -g status off\nset -g history-limit 5000\nset -s escape-time 0\nset -g alternate-screen " + test.alternate + "\n"
			if err := os.WriteFile(conf, []byte(options), 0o600); err != nil {
				t.Fatal(err)
			}
			env = append(append(env, a.env()...), "TMUX_TMPDIR="+sockets, "SHELL=/bin/sh")
			mux := func(args ...string) *exec.Cmd {
				cmd := exec.Command("tmux", append([]string{"-L", "privacy", "-f", conf, "-u"}, args...)...)
				cmd.Env = append(os.Environ(), env...)
				return cmd
			}
			t.Cleanup(func() { mux("kill-server").Run() })
			r := walkOn(t, screentest.Start(t, "tmux", 80, 24, env, "-L", "privacy", "-f", conf, "-u", "new-session", "-c", filepath.Join(a.root, "work"), file+"; echo status $?; exec sleep 60"))
			r.toReview()
			canaries := r.canaries()
			test.leave(r)
			r.Sees("status ")
			kept, err := mux("capture-pane", "-p", "-S", "-").Output()
			if err != nil || !strings.Contains(string(kept), "status ") {
				t.Fatalf("capture-pane: %v\n%s", err, kept)
			}
			if got := found(string(kept), canaries); (len(got) > 0) != (test.what != "") {
				t.Errorf("found %q in:\n%s", got, kept)
			}
			if changed := a.changed(t); len(changed) > 0 {
				t.Errorf("files around the program: %q", changed)
			}
		})
	}
}

func finish(r *robot) {
	r.toOutcome()
	r.Press("end").Sees(r.w.Outcome.Finish).Press("enter")
}

// However the program ends in the middle, it leaves no file, and no answer on
// the screen or in what was written last. SIGKILL cannot be caught: there the
// last screen stays, but still no file.
func TestEveryEndLeavesNothing(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name   string
		leak   leakage
		end    func(*robot)
		status int
		screen bool // the terminal is put in order
	}{
		{"SIGTERM", leakage{}, func(r *robot) { r.Signal(syscall.SIGTERM) }, 130, true},
		{"SIGHUP", leakage{}, func(r *robot) { r.Signal(syscall.SIGHUP) }, 130, true},
		{"SIGQUIT", leakage{}, func(r *robot) { r.Signal(syscall.SIGQUIT) }, 130, true},
		{"SIGKILL", leakage{}, func(r *robot) { r.Signal(syscall.SIGKILL) }, 128 + 9, false},
		{"panic", leakage{what: "panic"}, func(r *robot) { r.Press(leakKey) }, 2, true},
		{"panic while drawing", leakage{what: "panic-view"}, func(r *robot) { r.Press(leakKey) }, 2, true},
		{"panic in a command", leakage{what: "panic-command"}, func(r *robot) { r.Press(leakKey) }, 2, true},
		{"crash of a thread", leakage{what: "crash"}, func(r *robot) { r.Press(leakKey) }, 2, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			file, env := test.leak.build(t)
			a := newAround(t)
			env = append(append(env, a.env()...), "GOTRACEBACK=all")
			r := walkOn(t, screentest.Start(t, "env", 80, 24, env, a.in(file)...))
			r.toReview()
			canaries := r.canaries()
			if len(found(r.Screen(), canaries)) == 0 {
				t.Fatalf("none of %q on the review:\n%s", canaries, r.Screen())
			}
			before := len(r.Written())
			test.end(r)
			if status := r.Ended(); status != test.status {
				t.Errorf("exit status %d, want %d", status, test.status)
			}
			if got := found(r.Written()[before:], canaries); len(got) > 0 {
				t.Errorf("%q written at the end: %q", got, r.Written()[before:])
			}
			if test.screen {
				if got := found(r.Screen(), canaries); len(got) > 0 || r.AltScreen() {
					t.Errorf("%q on the screen:\n%s", got, r.Screen())
				}
			}
			if test.leak.what != "" && test.screen {
				r.Sees(r.w.Privacy.Broken)
			}
			if changed := a.changed(t); len(changed) > 0 {
				t.Errorf("files around the program: %q", changed)
			}
		})
	}
}

// The same line by line: also where the shell is gone that started it, and where
// nobody reads its lines any more. Its signals are in TestSignalsLeaveAndWipeLineByLine.
func TestEveryEndLeavesNothingLineByLine(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name   string
		leak   leakage
		end    func(*screentest.Walk)
		status int
	}{
		{"the shell is killed", leakage{}, func(w *screentest.Walk) { w.Signal(syscall.SIGKILL) }, 128 + 9},
		{"panic", leakage{what: "panic"}, func(w *screentest.Walk) { w.Type("leak").Press("enter") }, 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			file, env := test.leak.build(t)
			a := newAround(t)
			env = append(append(env, a.env()...), "GOTRACEBACK=all")
			w := screentest.Start(t, "sh", 80, 24, env, "-c", "cd "+filepath.Join(a.root, "work")+" && "+file+" --accessible --region us; exit $?")
			answerInLines(w)
			before := len(w.Written())
			test.end(w)
			if status := w.Ended(); status != test.status {
				t.Errorf("exit status %d, want %d", status, test.status)
			}
			leavesNothing(t, w, chosenInLines)
			end := w.Written()[before:]
			if strings.Contains(end, "goroutine") || strings.Contains(end, "panic") || len(found(end, answeredCanaries)) > 0 {
				t.Errorf("written at the end: %q", end)
			}
			if test.leak.what != "" {
				w.Sees(wording.English().Privacy.Broken)
			}
			if changed := a.changed(t); len(changed) > 0 {
				t.Errorf("files around the program: %q", changed)
			}
		})
	}
}

// answeredCanaries is what was chosen in answerInLines.
var answeredCanaries = []string{"None of these"}

func TestAPipeThatNobodyReadsLeavesNothing(t *testing.T) {
	t.Parallel()
	a := newAround(t)
	cmd := exec.Command("env", a.in(program, "--accessible", "--region", "us")...)
	cmd.Env = append(os.Environ(), a.env()...)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var told strings.Builder
	cmd.Stderr = &told
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	io.WriteString(in, "1\n1\n9\n")
	heard := ""
	for buffer := make([]byte, 1<<12); !strings.Contains(heard, chosenInLines); {
		n, err := out.Read(buffer)
		if heard += string(buffer[:n]); err != nil {
			t.Fatalf("%v after %q", err, heard)
		}
	}
	out.Close()
	io.WriteString(in, strings.Repeat("1\n", 50))
	in.Close()
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case <-ended:
	case <-time.After(20 * time.Second):
		cmd.Process.Kill()
		t.Fatal("the program goes on, and nobody reads it")
	}
	if got := found(told.String(), answeredCanaries); len(got) > 0 || strings.Contains(told.String(), chosenInLines) {
		t.Errorf("said at the end: %q", told.String())
	}
	if changed := a.changed(t); len(changed) > 0 {
		t.Errorf("files around the program: %q", changed)
	}
}

// An attempt to write or to send, made by the program itself in the middle of a
// screening, fails; without the locks it would not.
func TestWithTheLocksOnNothingCanBeWrittenOrSent(t *testing.T) {
	t.Parallel()
	for _, unlocked := range []bool{false, true} {
		for _, what := range []string{"home", "folder", "temporary", "connect"} {
			t.Run(fmt.Sprintf("%s unlocked=%v", what, unlocked), func(t *testing.T) {
				t.Parallel()
				file, env := leakage{what, unlocked}.build(t)
				listener, err := net.Listen("tcp", "127.0.0.1:0")
				if err != nil {
					t.Fatal(err)
				}
				received := make(chan int64, 1)
				go func() {
					c, err := listener.Accept()
					if err != nil {
						received <- 0
						return
					}
					n, _ := io.Copy(io.Discard, c)
					received <- n
				}()
				a := newAround(t)
				_, port, _ := net.SplitHostPort(listener.Addr().String())
				env = append(append(env, a.env()...), "ASKFIRST_LEAK_PORT="+port)
				r := walkOn(t, screentest.Start(t, "env", 80, 24, env, a.in(file)...))
				r.step()
				r.step()
				r.Press(leakKey, "ctrl+c")
				if status := r.Ended(); status != 130 {
					t.Errorf("exit status %d, want 130", status)
				}
				time.AfterFunc(time.Second, func() { listener.Close() })
				leaked := len(a.changed(t)) > 0 || <-received > 0
				if leaked != unlocked {
					t.Errorf("leaked: %v, want %v; files: %q", leaked, unlocked, a.changed(t))
				}
			})
		}
	}
}

// Nothing that another program can see of this one, and nothing that it tells
// the terminal beside the screen, holds an answer.
func TestNoAnswerShowsOutsideTheScreen(t *testing.T) {
	t.Parallel()
	for _, leak := range []leakage{{}, {"title", false}, {"clipboard", false}, {"environment", true}} {
		t.Run("leak="+leak.what, func(t *testing.T) {
			t.Parallel()
			file, env := leak.build(t)
			r := walkOn(t, screentest.Start(t, file, 80, 24, env))
			r.toReview()
			canaries := r.canaries()
			if leak.what != "" {
				r.Press(leakKey)
			}
			seen := ""
			for _, name := range []string{"cmdline", "environ", "comm"} {
				// Only root may read more than the name of a locked program.
				data, err := os.ReadFile(fmt.Sprintf("/proc/%d/%s", r.Pid(), name))
				if err != nil && !os.IsPermission(err) {
					t.Fatal(err)
				}
				seen += strings.ReplaceAll(string(data), "\x00", " ") + "\n"
			}
			// Window title, clipboard, links and notifications are all OSC, or DCS.
			told := regexp.MustCompile(`\x1b[]P^_X][^\x1b\x07]*`).FindAllString(r.Written(), -1)
			for i := range canaries {
				canaries[i] = strings.Fields(canaries[i])[0]
			}
			outside := len(told) > 0 || len(slices.DeleteFunc(canaries, func(c string) bool { return len(c) < 4 || !strings.Contains(seen, c) })) > 0
			if outside != (leak.what != "") {
				t.Errorf("outside the screen: %q, %q", told, seen)
			}
		})
	}
}

// What is not in the program cannot be used by it.
func TestTheProgramHasNoNetworkCode(t *testing.T) {
	t.Parallel()
	links := func(pkg string) []string {
		out, err := exec.Command("go", "list", "-deps", pkg).Output()
		if err != nil {
			t.Fatal(err)
		}
		return slices.DeleteFunc(strings.Fields(string(out)), func(dep string) bool {
			return dep != "net" && dep != "net/http" && dep != "crypto/tls" && dep != "log/syslog"
		})
	}
	if got := links("github.com/ask-first/askfirst/cmd/askfirst"); len(got) > 0 {
		t.Errorf("the program links %q", got)
	}
	if len(links("net/http")) == 0 {
		t.Error("this test would not see net in net/http itself")
	}
}

// Where a system has no locks the program still runs, and says so in one line;
// a user who wants to be sure can make that an error.
func TestMissingLocksAreSaid(t *testing.T) {
	t.Parallel()
	file, env := leakage{"nothing", true}.build(t)
	run := func(file string, args ...string) (status int, out string) {
		cmd := exec.Command(file, args...)
		cmd.Env = append(os.Environ(), env...)
		text, _ := cmd.CombinedOutput()
		return cmd.ProcessState.ExitCode(), string(text)
	}
	notice := strings.SplitN(words.Privacy.Missing, "{", 2)[0]
	for _, test := range []struct {
		file   string
		args   []string
		status int
		says   string
		not    string
	}{
		{file, []string{"--accessible"}, 0, notice, "--require-locks"},
		{program, []string{"--accessible"}, 0, "Ask First", notice},
		{file, []string{"--accessible", "--require-locks"}, 2, "missing here: files, network", "Ask First,"},
		{file, []string{"learn", "--accessible", "--require-locks"}, 2, "missing here: files, network", "Ask First,"},
		{program, []string{"--accessible", "--require-locks"}, 0, "Ask First", notice},
		{file, []string{"privacy"}, 0, words.Privacy.SomeOff, words.Privacy.AllOn},
		{file, []string{"privacy", "--require-locks"}, 1, words.Privacy.WentThrough, words.Privacy.AllOn},
		{program, []string{"privacy", "--require-locks"}, 0, words.Privacy.AllOn, words.Privacy.WentThrough},
	} {
		status, out := run(test.file, test.args...)
		if status != test.status || !strings.Contains(out, test.says) || strings.Contains(out, test.not) {
			t.Errorf("%s %q: status %d, want %d and %q, not %q:\n%s", filepath.Base(test.file), test.args, status, test.status, test.says, test.not, out)
		}
	}
}

var words = wording.English()
