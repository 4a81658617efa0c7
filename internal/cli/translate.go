package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ask-first/askfirst/internal/folder"
	"github.com/ask-first/askfirst/internal/questionnaire"
	"github.com/ask-first/askfirst/internal/translation"
)

// translateCmd lists, or writes into the folder: with --accept, and only then.
type translateCmd struct {
	Lang   string   `help:"The language, such as es. May be left out where there is only one." metavar:"LANGUAGE"`
	All    bool     `help:"List every text, also what is translated already."`
	Accept bool     `help:"Write into the folder's translation what somebody has confirmed: the texts named by KEY, or without one all that have changed; with --filled the filled-in list."`
	Filled string   `help:"With --accept: a filled-in list, whose translations go into the folder." metavar:"FILE"`
	Args   []string `arg:"" optional:"" name:"folder" help:"The questionnaire's folder; before it, with --accept, the keys of texts, such as question/feeding/ask."`

	document
}

func (c *translateCmd) Run(s streams) error {
	keys, folder := beforeFolder(c.Args)
	switch {
	case !c.Accept && len(keys) > 0:
		return fmt.Errorf("translate: one folder at a time; to confirm texts by their keys, add --accept")
	case !c.Accept && c.Filled != "":
		return fmt.Errorf("translate --filled: add --accept to write it into the folder")
	case c.Accept && folder == "":
		return fmt.Errorf("translate --accept: name the questionnaire's folder")
	case c.Filled != "" && len(keys) > 0:
		return fmt.Errorf("translate --filled: the list says which texts; leave out %s", strings.Join(keys, ", "))
	}
	o, err := openOrHere(folder)
	if err != nil {
		return err
	}
	q, err := o.usable(s)
	if err != nil {
		return err
	}
	language, err := c.language(o)
	if err != nil {
		return err
	}
	t, err := o.translation(s, language)
	if err != nil {
		return err
	}
	if c.Accept {
		return c.write(s, o, t, keys)
	}
	work := len(translation.Work(q, t))
	if _, err := s.out.Write(translation.List(q, t, c.All)); err != nil {
		return err
	}
	fmt.Fprintf(s.err, "%s in %s: %s of %d to do\n", o.name, language, counted(work, "text"), len(translation.Task(q, t)))
	return nil
}

// language is the one that the flag names, or the only one that there is.
func (c *translateCmd) language(o opened) (string, error) {
	all := folder.Languages(o.files)
	switch {
	case c.Lang == o.q.Language:
		return "", fmt.Errorf("translate --lang %s: the questionnaire is written in this language; name another", c.Lang)
	case c.Lang != "":
		return c.Lang, nil
	case len(all) == 1:
		return all[0], nil
	case len(all) == 0:
		return "", errors.New("translate: there is no translation yet; name a language to begin with, such as --lang es")
	}
	return "", fmt.Errorf("translate: there are several translations; name one: --lang %s", strings.Join(all, " or --lang "))
}

// translation reads one of the folder's, or begins a new one.
func (o opened) translation(s streams, language string) (*questionnaire.Translation, error) {
	if !slices.Contains(folder.Languages(o.files), language) {
		if t, findings := folder.ParseTranslation("", translation.Write(language, nil)); t == nil {
			return nil, fmt.Errorf("translate --lang %s: %s", language, findings[0].Message)
		}
		return &questionnaire.Translation{Language: language}, nil
	}
	t, findings, err := folder.ReadTranslation(o.files, o.defaults, language)
	if err != nil {
		return nil, err
	}
	if t == nil {
		o.print(s.found, findings)
		fmt.Fprintf(s.err, "askfirst: the translation has errors, so it cannot be used; they are listed above\n")
		return nil, failed(exitFindings)
	}
	return t, nil
}

// write lays what was confirmed into the file of the language.
func (c *translateCmd) write(s streams, o opened, t *questionnaire.Translation, keys []string) error {
	path := filepath.Join(o.folder, filepath.FromSlash(folder.TranslationFile(t.Language)))
	old, err := fs.ReadFile(fenced(o.folder), folder.TranslationFile(t.Language))
	first := errors.Is(err, fs.ErrNotExist) && c.Filled != ""
	if first {
		old, err = translation.Write(t.Language, nil), nil
	}
	if err != nil {
		return fmt.Errorf("%s: %w", path, folder.Cause(err))
	}
	var changed []byte
	var n int
	if c.Filled != "" {
		list, err := c.list(s, t.Language)
		if err != nil {
			return err
		}
		changed, n, err = translation.Fill(old, o.q, list)
		if err != nil {
			return fmt.Errorf("translate --accept: %w", err)
		}
	} else {
		if len(keys) == 0 {
			for _, w := range translation.Work(o.q, t) {
				if !w.Missing() {
					keys = append(keys, w.Text.Key())
				}
			}
		}
		changed, err = translation.Accept(old, o.q, keys)
		if err != nil {
			return fmt.Errorf("translate --accept: %w", err)
		}
		n = len(keys)
	}
	if first {
		err = os.MkdirAll(filepath.Dir(path), 0o755)
	}
	if err == nil {
		err = replace(path, changed)
	}
	if err != nil {
		if first {
			os.Remove(filepath.Dir(path)) // which stays if anything is in it
		}
		return fmt.Errorf("%s: %w", path, unwritten(err))
	}
	fmt.Fprintf(s.err, "%s: %s written\n", path, counted(n, "text"))
	return nil
}

// list reads the filled-in list.
func (c *translateCmd) list(s streams, language string) (*questionnaire.Translation, error) {
	if err := nameable(c.Filled); err != nil {
		return nil, err
	}
	dir, file := filepath.Split(c.Filled)
	list, findings, err := folder.ReadFilled(os.DirFS(cmp.Or(dir, ".")), file)
	if err != nil {
		return nil, fmt.Errorf("%s%w", dir, err)
	}
	if list == nil {
		for _, f := range findings {
			f.At.File = c.Filled
			fmt.Fprintln(s.found, f)
		}
		return nil, failed(exitFindings)
	}
	if list.Language != language {
		return nil, fmt.Errorf("%s: this list is in %s, not in %s; name its language with --lang", c.Filled, list.Language, language)
	}
	return list, nil
}
