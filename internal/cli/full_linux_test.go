package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// A command that writes leaves what was there, whole, and nothing beside it, if it
// cannot write: on a disk that is full, where a file may only be so large, in a folder
// that may only be read. One line says which file, and why. Each trouble is made in a
// process of its own, because it holds for all that the process does.
func TestWhatCannotBeWrittenLeavesAllAsItWas(t *testing.T) {
	if trouble := os.Getenv("ASKFIRST_TROUBLE"); trouble != "" {
		writeInTrouble(t, trouble)
		return
	}
	for _, trouble := range []string{"no space left on device", "file too large", "its folder lets nothing be made in it: permission denied", "permission denied"} {
		t.Run(trouble, func(t *testing.T) {
			program, err := os.Executable()
			if err != nil {
				t.Fatal(err)
			}
			temp := t.TempDir()
			if err := os.Chmod(filepath.Dir(temp), 0o755); err != nil { // the child may be somebody else in the end
				t.Fatal(err)
			}
			child := exec.Command(program, "-test.v", "-test.run", "^TestWhatCannotBeWrittenLeavesAllAsItWas$")
			child.Env = append(os.Environ(), "ASKFIRST_TROUBLE="+trouble, "TMPDIR="+temp)
			if trouble == "no space left on device" { // a disk that nobody else sees
				child.SysProcAttr = &syscall.SysProcAttr{Unshareflags: syscall.CLONE_NEWNS}
				if os.Geteuid() != 0 {
					child.SysProcAttr.Cloneflags = syscall.CLONE_NEWUSER
					child.SysProcAttr.UidMappings = []syscall.SysProcIDMap{{HostID: os.Getuid(), Size: 1}}
					child.SysProcAttr.GidMappings = []syscall.SysProcIDMap{{HostID: os.Getgid(), Size: 1}}
				}
			}
			said, err := child.CombinedOutput()
			var ended *exec.ExitError
			cannot := errors.Is(err, fs.ErrPermission) || errors.As(err, &ended) && ended.ExitCode() == noDisk
			switch {
			case cannot && os.Getenv("CI") == "":
				t.Skipf("this machine makes no disk of its own for a test: %v\n%s", err, said)
			case err != nil:
				t.Errorf("%v\n%s", err, said)
			case !strings.Contains(string(said), "--- PASS: TestWhatCannotBeWrittenLeavesAllAsItWas"):
				t.Errorf("the test did not run there:\n%s", said)
			}
		})
	}
}

// noDisk is the status with which the process ends when it may not make a disk that fills up.
const noDisk = 75

func writeInTrouble(t *testing.T, trouble string) {
	dir := t.TempDir()
	full := trouble == "no space left on device"
	if full {
		if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=512k"); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(noDisk)
		}
		t.Cleanup(func() { syscall.Unmount(dir, 0) })
	}
	folder := filepath.Join(dir, "small")
	for _, name := range []string{"small", "new"} { // one has a translation, the other has none
		if err := os.CopyFS(filepath.Join(dir, name), os.DirFS("../folder/testdata/small")); err != nil {
			t.Fatal(err)
		}
	}
	kept, filled := filepath.Join(folder, "kept.txt"), filepath.Join(t.TempDir(), "filled.yaml")
	if err := os.WriteFile(kept, []byte("what was there"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(dir, "new/translations")); err != nil {
		t.Fatal(err)
	}
	fresh := filepath.Join(dir, "new")
	if err := os.WriteFile(filled, filledList(t, fresh), 0o644); err != nil {
		t.Fatal(err)
	}
	writing := map[string][]string{
		filepath.Join(folder, "translations/es.yaml"): {"translate", "--lang", "es", "--accept", "topic/feeding/title", folder},
		filepath.Join(fresh, "translations/fr.yaml"):  {"translate", "--lang", "fr", "--accept", "--filled", filled, fresh},
		filepath.Join(folder, "help-lines.yaml"):      {"lines", "--accept", "us-emergency", "--on", "2026-11-24", "--source", "https://example.org/source", folder},
		filepath.Join(folder, "made.txt"):             {"handout", "--region", "us", "--what", "guide", "--output", filepath.Join(folder, "made.txt")},
	}
	switch {
	case full:
		fill, err := os.Create(filepath.Join(dir, "fill"))
		if err != nil {
			t.Fatal(err)
		}
		for err == nil {
			_, err = fill.Write(make([]byte, 1024))
		}
		fill.Close()
		if !errors.Is(err, syscall.ENOSPC) {
			t.Fatal(err)
		}
	case trouble == "file too large":
		const few = 16 // bytes
		signal.Ignore(syscall.SIGXFSZ)
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: few, Max: few}); err != nil {
			t.Fatal(err)
		}
	default:
		folders := trouble != "permission denied"
		forbid(t, dir, folders)
		if !folders { // in a folder that may be written to, what is new can be made
			delete(writing, filepath.Join(fresh, "translations/fr.yaml"))
			delete(writing, filepath.Join(folder, "made.txt"))
		}
	}
	before := inFolder(t, dir)
	fails := func(file, why string, args ...string) {
		t.Helper()
		status, said := ran(t, os.Stdout, args...)
		lines := strings.Split(strings.TrimSpace(said), "\n")
		if last := lines[len(lines)-1]; status != exitUsage || !strings.Contains(last, file) || !strings.HasSuffix(last, ": "+why) {
			t.Errorf("%q ends with status %d and says %q", args, status, said)
		}
		if now := inFolder(t, dir); !maps.Equal(now, before) {
			t.Errorf("%q left %q, where %q was", args, slices.Sorted(maps.Keys(now)), slices.Sorted(maps.Keys(before)))
			before = now
		}
	}
	for file, args := range writing {
		why := trouble
		if _, err := os.Stat(file); err != nil {
			why = strings.TrimPrefix(why, "its folder lets nothing be made in it: ")
		}
		fails(file, why, args...)
	}
	if !full {
		return // what follows is one function, and every command has been tried with it
	}
	for _, command := range newProgram().Commands {
		for _, flag := range command.Flags {
			if flag.Name == "output" && command.Name != "privacy" { // which starts the program, and is tried as it
				args, ok := printing[command.Name]
				if !ok {
					args, ok = written[command.Name]
				}
				if !ok {
					t.Fatalf("%s is not tried", command.Name)
				}
				fails(kept, trouble, append(slices.Clone(args), "--output", kept)...)
			}
		}
	}
}

// filledList is what a translator gives back: one text is translated.
func filledList(t *testing.T, folder string) []byte {
	t.Helper()
	list := filepath.Join(t.TempDir(), "list.yaml")
	status, said := ran(t, os.Stdout, "translate", "--lang", "fr", "--output", list, folder)
	data, err := os.ReadFile(list)
	if err != nil || status != exitOK {
		t.Fatal(err, status, said)
	}
	return []byte(strings.Replace(string(data), `to: ""`, "to: Une conversation", 1))
}

// forbid takes the right to write from a folder and all in it, or from its files only,
// and gives up the right to write in spite of that.
func forbid(t *testing.T, dir string, folders bool) {
	t.Helper()
	const nobody = 65534
	mode := func(path string, d fs.DirEntry, folder, file os.FileMode) error {
		if d.IsDir() {
			return os.Chmod(path, folder)
		}
		return os.Chmod(path, file)
	}
	if os.Geteuid() == 0 {
		err := filepath.WalkDir(os.TempDir(), func(path string, _ fs.DirEntry, err error) error {
			return errors.Join(err, os.Chown(path, nobody, nobody))
		})
		if err := errors.Join(err, syscall.Setgroups(nil), syscall.Setgid(nobody), syscall.Setuid(nobody)); err != nil {
			t.Fatal(err)
		}
	}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if folders {
			return errors.Join(err, mode(path, d, 0o555, 0o644))
		}
		return errors.Join(err, mode(path, d, 0o755, 0o444))
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error { return mode(path, d, 0o755, 0o644) })
	})
}

// inFolder are the files and folders in a folder, and what is in them.
func inFolder(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == "fill" {
			all[path] = "folder"
			return err
		}
		data, err := os.ReadFile(path)
		info, infoErr := d.Info()
		if infoErr == nil {
			all[path] = info.Mode().String() + string(data)
		}
		return errors.Join(err, infoErr)
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
