package cli

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"syscall"
)

// fenced is a folder out of which nothing is read: not through a link, and not through
// what takes a file's place between a look at it and its opening. It is opened anew for
// each file, because an editor or git may put another folder into its place.
type fenced string

// errOutside is why a link is not followed.
var errOutside = errors.New("it is a link that leads out of the folder; put the file or folder itself there")

// Open opens a file or folder. It does not wait, as for a pipe to which nobody writes.
func (f fenced) Open(name string) (file fs.File, err error) {
	err = f.in("open", name, func(root *os.Root) error {
		opened, err := root.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
		if err != nil {
			return err
		}
		info, err := opened.Stat()
		if err == nil && !info.Mode().IsRegular() && !info.IsDir() {
			err = &fs.PathError{Op: "open", Path: name, Err: errors.New("this is not a file with text in it")}
		}
		if err != nil {
			opened.Close()
			return err
		}
		file = opened
		return nil
	})
	return file, err
}

// Stat says what a file is, without opening it.
func (f fenced) Stat(name string) (info fs.FileInfo, err error) {
	err = f.in("stat", name, func(root *os.Root) error {
		info, err = root.Stat(name)
		return err
	})
	return info, err
}

// in does something inside the folder.
func (f fenced) in(op, name string, do func(*os.Root) error) error {
	if !fs.ValidPath(name) {
		return &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	root, err := os.OpenRoot(string(f))
	if err != nil {
		return err
	}
	defer root.Close()
	err = do(root)
	// Package os has no name for this error.
	if err != nil && strings.HasSuffix(err.Error(), "path escapes from parent") {
		return &fs.PathError{Op: op, Path: name, Err: errOutside}
	}
	return err
}
