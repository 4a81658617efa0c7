//go:build unix

package folder

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/ask-first/askfirst/internal/folder/foldertest"
)

// TestAPipeAmongTheFilesIsNotWaitedFor: to open a pipe for reading waits until
// somebody opens it for writing, which may be never.
func TestAPipeAmongTheFilesIsNotWaitedFor(t *testing.T) {
	dir := t.TempDir()
	for name, file := range foldertest.With("one.yaml", foldertest.Topic) {
		if name != "one.yaml" {
			if err := os.WriteFile(filepath.Join(dir, name), file.Data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := syscall.Mkfifo(filepath.Join(dir, "one.yaml"), 0o600); err != nil {
		t.Skip("no pipes here:", err)
	}
	if q, _, err := Read(os.DirFS(dir), nil); q != nil || err == nil {
		t.Errorf("read, with the error %v", err)
	}
}
