package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"time"
)

type versionCmd struct{ document }

func (*versionCmd) Run(s streams) error {
	o, err := open("")
	if err != nil {
		return err
	}
	q, err := o.usable(s)
	if err != nil {
		return err
	}
	b := readBuild()
	fmt.Fprintf(s.out, "askfirst %s\nquestionnaire %s %s\n", b.version, q.ID, q.Version)
	if b.commit != "" {
		fmt.Fprintf(s.out, "commit %s of %s\n", b.commit, b.day.Format(time.DateOnly))
	}
	fmt.Fprintf(s.out, "built with %s for %s/%s\n", runtime.Version(), runtime.GOOS, runtime.GOARCH)
	return nil
}

// build is what the Go toolchain wrote into the binary. There is no other place
// for the version, so a package and "go install" cannot disagree about it.
type build struct {
	version string
	commit  string    // "" where it was not built in a working copy
	day     time.Time // of the commit
}

// builtFromSource stands where a version would.
const builtFromSource = "(built from source)"

func readBuild() build {
	b := build{version: builtFromSource}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		b.version = v
	}
	for _, setting := range info.Settings {
		switch setting.Key {
		case "vcs.revision":
			b.commit = setting.Value
		case "vcs.time":
			b.day, _ = time.Parse(time.RFC3339, setting.Value)
		}
	}
	return b
}
