//go:build leak && unix

package tui

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	tea "github.com/charmbracelet/bubbletea"
	"golang.org/x/sys/unix"

	"github.com/ask-first/askfirst/internal/page"
)

// plantedLeak does on F9 what the program must never do, so that each test of
// the program's silence can be shown to see it. The environment variable
// ASKFIRST_LEAK says what. This file is only in builds with the tag "leak",
// which are never given to anybody.
func plantedLeak(m *Screening, msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyMsg); !ok || k.Type != tea.KeyF9 {
		return nil
	}
	said := m.everythingSaid()
	switch os.Getenv("ASKFIRST_LEAK") {
	case "panic":
		panic(said)
	case "panic-view":
		broken := m.view.page
		broken.Blocks = append(broken.Blocks, page.Block{Manner: 255})
		m.view.turn(broken)
	case "panic-command":
		return func() tea.Msg { panic(said) }
	case "crash":
		go func() { panic(said) }()
	case "home":
		os.WriteFile(filepath.Join(os.Getenv("HOME"), "said.txt"), []byte(said), 0o600)
	case "folder":
		os.WriteFile("said.txt", []byte(said), 0o600)
	case "temporary":
		if f, err := os.CreateTemp("", "askfirst"); err == nil {
			f.WriteString(said)
			f.Close()
		}
	case "connect":
		if fd, err := unix.Socket(unix.AF_INET, unix.SOCK_STREAM, 0); err == nil {
			port, _ := strconv.Atoi(os.Getenv("ASKFIRST_LEAK_PORT"))
			if unix.Connect(fd, &unix.SockaddrInet4{Port: port, Addr: [4]byte{127, 0, 0, 1}}) == nil {
				unix.Write(fd, []byte(said))
			}
			unix.Close(fd)
		}
	case "program":
		// Not by package os/exec, which opens a file first and fails on that.
		syscall.ForkExec("/bin/true", []string{"true", said}, nil)
	case "environment":
		os.Setenv("SAID", said)
		unix.Exec("/proc/self/exe", os.Args, os.Environ())
	case "title":
		fmt.Fprintf(m.out.File, "\x1b]0;%s\x07", said)
	case "clipboard":
		fmt.Fprintf(m.out.File, "\x1b]52;c;%s\x07", said)
	case "scrollback":
		m.leaving = true
		defer func() {
			m.out.stop()
			fmt.Fprint(m.out.File, "\x1b[?1049l", strings.ReplaceAll(said, "\n", "\r\n"))
			os.Exit(0) // without the wipe
		}()
	}
	return nil
}

// everythingSaid is what a careless log would hold.
func (m *Screening) everythingSaid() string {
	var said []string
	state := m.Visit().Said()
	for _, q := range state.Asked() {
		said = append(said, page.Replied(m.w, state.Questionnaire().Formulary, q, state.Reply(q)))
	}
	return strings.Join(said, "\n")
}
