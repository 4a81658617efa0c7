//go:build !unix

package cli

import "github.com/ask-first/askfirst/internal/tui/kiosk"

// run is a shared laptop in one process: this system cannot give a process of her own to
// each person.
func (l laptop) run() error {
	quit := false
	err := l.face(func(o kiosk.Options) (err error) {
		quit, err = kiosk.Run(o)
		return err
	})
	if err == nil && quit {
		return failed(exitLeft)
	}
	return err
}
