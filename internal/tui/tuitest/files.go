package tuitest

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
)

// Files are the files of folders in memory, so that a test can edit them.
func Files(t testing.TB, folders ...string) fstest.MapFS {
	t.Helper()
	all := fstest.MapFS{}
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(folder, "*.yaml"))
		if err != nil || len(files) == 0 {
			t.Fatal(folder, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			all[filepath.Base(file)] = &fstest.MapFile{Data: data}
		}
	}
	return all
}
