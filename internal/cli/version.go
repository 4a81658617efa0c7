package cli

import (
	"fmt"
	"runtime/debug"
)

type versionCmd struct{}

func (versionCmd) Run(s streams) error {
	o, err := open("")
	if err != nil {
		return err
	}
	q, err := o.usable(s)
	if err != nil {
		return err
	}
	fmt.Fprintf(s.out, "askfirst %s\nquestionnaire %s %s\n", buildVersion(), q.ID, q.Version)
	return nil
}

// buildVersion is what the Go toolchain wrote into the binary.
func buildVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "(built from source)"
	}
	return info.Main.Version
}
