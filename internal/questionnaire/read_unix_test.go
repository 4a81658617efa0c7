//go:build unix

package questionnaire

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestAPipeAmongTheFilesIsNotWaitedFor: to open a pipe for reading waits until
// somebody opens it for writing, which may be never.
func TestAPipeAmongTheFilesIsNotWaitedFor(t *testing.T) {
	dir := t.TempDir()
	for name, file := range folderOf("one.yaml", minimalTopic) {
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
