//go:build !unix

package cli

func (l laptop) run() error { return l.together() }
