//go:build packed

package language

import (
	"bytes"
	"compress/flate"
	"embed"
	"io"
	"io/fs"
)

// A release carries the same files, made smaller by pack.go.
//
//go:embed packed
var files embed.FS

func folders() fs.FS {
	all, err := fs.Sub(files, "packed")
	if err != nil {
		panic(err) // it is embedded
	}
	return all
}

func unpacked(data []byte) ([]byte, error) {
	return io.ReadAll(flate.NewReader(bytes.NewReader(data)))
}
