package privacy

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/elastic/go-seccomp-bpf/arch"
)

// The tests run themselves as children, because a lock cannot be taken off.
func TestMain(m *testing.M) {
	if len(os.Args) == 6 && os.Args[1] == "privacy" {
		if err := Attempt(os.Args[3], os.Args[5], os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(2)
		}
		os.Exit(0)
	}
	switch os.Getenv("PRIVACY_TEST_LOCK") {
	case "landlock":
		restrict()
		tryHere()
	case "seccomp":
		filter(nothing)
		tryHere()
	case "landlock to reading":
		restrictToReading()
		tryHere()
	case "seccomp to reading":
		filter(toRead)
		tryHere()
	case "to starting":
		LockToStarting()
		tryHere()
	case "none":
		tryHere()
	case "inherited":
		Lock()
		_, err := os.NewFile(3, "handed down").WriteString("an answer")
		fmt.Print(err)
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// tryHere does the attempts on files and programs in this process, which has one
// lock only, and prints the names of those that go through.
func tryHere() {
	place := os.Getenv("PRIVACY_TEST_PLACE")
	tell := func(name string, err error) {
		if err == nil {
			fmt.Println(name)
		}
	}
	tell("create", os.WriteFile(place+"/new", nil, 0o600))
	_, err := os.ReadFile(place + "/file")
	tell("read", err)
	tell("folder", os.Mkdir(place+"/dir", 0o700))
	tell("remove", os.Remove(place+"/file"))
	cmd := exec.Command("/bin/true")
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stderr, os.Stderr
	tell("program", cmd.Run())
	os.Exit(0)
}

// Landlock and seccomp are two fences around the same garden: where a kernel has
// only one of them, files and programs are still out of reach.
func TestEachLockAloneStopsFilesAndPrograms(t *testing.T) {
	for _, lock := range []string{"landlock", "seccomp", "landlock to reading", "seccomp to reading", "to starting", "none"} {
		place := t.TempDir()
		if err := os.WriteFile(place+"/file", nil, 0o600); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "PRIVACY_TEST_LOCK="+lock, "PRIVACY_TEST_PLACE="+place)
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%s: %v", lock, err)
		}
		through := strings.Fields(string(out))
		allowed := map[string][]string{
			"none":                {"create", "read", "folder", "remove", "program"},
			"landlock to reading": {"read", "program"}, // programs are seccomp's part
			"seccomp to reading":  {"read"},
			"to starting":         {"read", "program"},
		}[lock]
		if !slices.Equal(through, allowed) {
			t.Errorf("%s alone lets through: %s", lock, through)
		}
	}
}

// TestNothingThatWasHandedDownStaysOpen: a log of whoever starts the program is out of
// reach once it is locked.
func TestNothingThatWasHandedDownStaysOpen(t *testing.T) {
	file, err := os.Create(t.TempDir() + "/log")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "PRIVACY_TEST_LOCK=inherited")
	cmd.ExtraFiles = []*os.File{file}
	out, err := cmd.Output()
	if err != nil || !strings.Contains(string(out), "bad file descriptor") {
		t.Errorf("writing to it says %q, %v", out, err)
	}
	if info, err := file.Stat(); err != nil || info.Size() > 0 {
		t.Errorf("%d bytes are in it, %v", info.Size(), err)
	}
}

func TestEveryProtectionIsTriedAndActive(t *testing.T) {
	verdicts, err := Try()
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range verdicts {
		if !v.Active() {
			if os.Getenv("CI") == "" {
				t.Logf("%s is missing on this machine: %+v", v.Protection, v.Tried)
				continue
			}
			t.Errorf("%s: %+v", v.Protection, v.Tried)
		}
		// If everything were impossible anyway, the locks would not be tried.
		if !slices.ContainsFunc(v.Tried, func(t Tried) bool { return t.Before == "" && t.After != "" }) {
			t.Errorf("%s: nothing shows that it is the lock: %+v", v.Protection, v.Tried)
		}
	}
}

// A name that no architecture knows would be dropped without a word.
func TestTheDenyListHoldsOnEachArchitecture(t *testing.T) {
	old := []string{
		"open", "creat", "mkdir", "rmdir", "mknod", "rename", "link", "symlink", "unlink", "fork", "vfork",
		"utime", "utimes", "futimesat", "chmod", "chown", "lchown",
	}
	for goarch, lacks := range map[string][]string{"amd64": {"memfd_secret"}, "arm64": old} {
		info, err := arch.GetInfo(goarch)
		if err != nil {
			t.Fatal(err)
		}
		for _, names := range denied {
			for _, name := range names {
				if _, ok := info.SyscallNames[name]; !ok && !slices.Contains(lacks, name) {
					t.Errorf("%s has no system call %s", goarch, name)
				}
			}
		}
		for _, need := range []need{nothing, toRead, toStart} {
			policies, err := filters(goarch, need)
			if err != nil {
				t.Fatal(err)
			}
			for i := range policies {
				if goarch != runtime.GOARCH {
					break // the library assembles for the machine that it runs on
				}
				if _, err := policies[i].Assemble(); err != nil {
					t.Errorf("%s, filter %d: %v", goarch, i, err)
				}
			}
		}
	}
}
