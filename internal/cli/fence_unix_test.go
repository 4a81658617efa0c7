//go:build unix

package cli

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"testing/fstest"
	"time"
)

// A folder of a questionnaire is a file system like any other.
func TestAFencedFolderIsAFileSystem(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, fstest.MapFS{"a.yaml": {Data: []byte("a: b")}, "translations/es.yaml": {}}); err != nil {
		t.Fatal(err)
	}
	if err := fstest.TestFS(fenced(dir), "a.yaml", "translations/es.yaml"); err != nil {
		t.Error(err)
	}
}

// Nothing outside is reached by a link or a name, and a pipe keeps nobody waiting, also
// when it was put there after somebody looked.
func TestNothingLeadsOutOfAFencedFolder(t *testing.T) {
	dir, outside := t.TempDir(), filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(outside, []byte("hers"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, to := range map[string]string{"absolute": outside, "relative": "../../" + filepath.Base(filepath.Dir(outside)) + "/secret", "folder": filepath.Dir(outside)} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o600); err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		for _, name := range []string{"absolute", "relative", "folder/secret", "folder", "../x", outside, "pipe"} {
			if data, err := fs.ReadFile(fenced(dir), name); err == nil {
				t.Errorf("%s reads %q", name, data)
			}
		}
	}()
	select {
	case <-done:
	case <-time.After(20 * time.Second):
		t.Fatal("opening waits for ever")
	}
}
