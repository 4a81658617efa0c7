// Package quiet keeps what Go prints of a signal off her screen, where it would
// stand with her answers above it.
//
// It works from the first moment, which is why it is a package of its own. Go
// initialises packages in the order of their import paths as soon as their own
// imports are ready; this one needs only the standard library, so it is ready
// before the libraries that draw are, and long before main. What comes even
// earlier, while Go itself starts, nobody can catch.
package quiet

import (
	"os"
	"os/signal"
)

var loud = make(chan os.Signal, 1)

func init() { listen() }

func listen() {
	if len(loudSignals) > 0 { // to name none is to take all, ctrl+c too, before a face can wipe
		signal.Notify(loud, loudSignals...)
	}
}

// Keep turns each such signal, from now on and from before, into another, at which every
// face clears the screen and whatever has no face just ends. Stop ends that.
func Keep() (stop func()) {
	listen()
	stopped := make(chan struct{})
	go func() {
		for {
			select {
			case <-loud:
				endSelf()
			case <-stopped:
				return
			}
		}
	}()
	return func() { signal.Stop(loud); close(stopped) }
}
