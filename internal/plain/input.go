package plain

import (
	"bufio"
	"errors"
	"io"
	"strings"
	"time"

	"github.com/ask-first/askfirst/internal/keyboard"
)

// errEnded says that there is no more input, or that nothing can be written.
var errEnded = errors.New("end of input")

// input reads lines. At a terminal it reads ahead, because only so can it tell
// what was typed before a question from what answers it: three lines that are
// pasted at the name of a medicine do not answer what is asked about the first.
// Anywhere else the lines were written down as answers, in their order.
type input struct {
	from  *bufio.Reader
	paste time.Duration // lines that come within so long of one another came together; 0: no terminal
	lines chan string
}

func newInput(from io.Reader, paste time.Duration) *input {
	in := &input{from: bufio.NewReader(from), paste: paste}
	if paste > 0 {
		in.lines = make(chan string, 1000)
		go in.readAhead()
	}
	return in
}

func (in *input) readAhead() {
	defer close(in.lines)
	for {
		line, err := in.read()
		if err != nil {
			return
		}
		in.lines <- line
	}
}

// read reads a line to its end.
func (in *input) read() (string, error) {
	line, err := in.from.ReadString('\n')
	if err != nil {
		return "", errEnded
	}
	read := strings.TrimSpace(keyboard.Readable(line))
	if read == "" && strings.ContainsRune(line, '\x1b') {
		return noWord, nil
	}
	return read, nil
}

// noWord is a line of arrows and the like: she did not press Enter alone, which goes on.
const noWord = "\x1b"

func (in *input) line() (string, error) {
	if in.lines == nil {
		return in.read()
	}
	line, ok := <-in.lines
	if !ok {
		return "", errEnded
	}
	return line, nil
}

// waits reports whether a line was typed that nobody has read yet.
func (in *input) waits() bool { return len(in.lines) > 0 }

// cameAlong are the lines that came together with the last one.
func (in *input) cameAlong() []string {
	var all []string
	for in.lines != nil {
		select {
		case line, ok := <-in.lines:
			if !ok {
				return all
			}
			all = append(all, line)
		case <-time.After(in.paste):
			return all
		}
	}
	return all
}
