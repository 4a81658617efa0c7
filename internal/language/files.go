//go:build !packed

package language

import (
	"embed"
	"io/fs"
)

//go:embed */*.yaml */*.weights
var files embed.FS

func folders() fs.FS { return files }

func unpacked(data []byte) ([]byte, error) { return data, nil }
