//go:build ignore

// Pack makes the files of the languages smaller for a release: go run internal/language/pack.go,
// then go build -tags packed. What it writes is in no commit.
package main

import (
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"log"
	"os"
	"path/filepath"
)

func main() {
	log.SetFlags(0)
	const from = "internal/language"
	to := filepath.Join(from, "packed")
	var all []string
	for _, kind := range []string{"*.yaml", "*.weights"} { // as files.go carries them
		some, err := filepath.Glob(filepath.Join(from, "*", kind))
		if err != nil || len(some) == 0 {
			log.Fatal("there are no files of a language here; run it where go.mod is")
		}
		all = append(all, some...)
	}
	if err := os.RemoveAll(to); err != nil {
		log.Fatal(err)
	}
	for _, name := range all {
		if err := pack(name, filepath.Join(to, filepath.Base(filepath.Dir(name)), filepath.Base(name))); err != nil {
			log.Fatal(err)
		}
	}
}

func pack(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		return err
	}
	if _, err := w.Write(data); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	back, err := io.ReadAll(flate.NewReader(bytes.NewReader(b.Bytes())))
	if err != nil || !bytes.Equal(back, data) {
		return fmt.Errorf("%s is not what was packed: %v", from, err)
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return os.WriteFile(to, b.Bytes(), 0o644)
}
