package command

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// importable are the endings of the files of a folder that are read.
var importable = []string{".json", ".csv", ".tsv", ".txt", ".xlsx"}

// importMany imports several files, or those of a folder, one after the other:
// each is saved whole or not at all, and told by a line. An interruption stops
// between two files; what is saved stays. The exit code is the worst of all.
func (p *program) importMany(cmd *cobra.Command, args []string, i importing) error {
	for _, flag := range []string{"title", "mapping-out"} {
		if cmd.Flags().Changed(flag) {
			return misuse("import-several", "flag", "--"+flag)
		}
	}
	files, err := filesOf(args)
	if err != nil {
		return err
	}
	ctx := cmd.Context()
	saved, worst := 0, exitDone
	for n, path := range files {
		p.progress("import.progress", "done", n+1, "all", len(files), "name", clean(filepath.Base(path)))
		id, err := p.importFile(cmd, path, i)
		p.progress("")
		switch {
		case ctx.Err() != nil && err != nil:
			p.say("import.stopped", "saved", saved, "all", len(files))
			return ctx.Err()
		case err != nil:
			p.tellOf(path, err)
			worst = max(worst, exitOf(err))
		default:
			saved++
			p.write(p.words().T("import.saved", "name", clean(path), "id", id) + "\n")
		}
		if ctx.Err() != nil && n < len(files)-1 {
			p.say("import.stopped", "saved", saved, "all", len(files))
			return ctx.Err()
		}
	}
	p.say("import.count", "saved", saved, "all", len(files))
	if worst == exitDone {
		return nil
	}
	return &fault{exit: worst} // told already
}

// filesOf are the files that arguments name, those of a folder in the order of
// their names. Folders within it are not entered.
func filesOf(args []string) ([]string, error) {
	var files []string
	for _, arg := range args {
		if !isFolder(arg) {
			files = append(files, arg)
			continue
		}
		entries, err := os.ReadDir(arg)
		if err != nil {
			return nil, fileFault(err, arg, "file-unreadable")
		}
		before := len(files)
		for _, e := range entries {
			hidden := strings.HasPrefix(e.Name(), ".") || strings.HasPrefix(e.Name(), "~$") // as of an open workbook
			if !hidden && !e.IsDir() && slices.Contains(importable, strings.ToLower(filepath.Ext(e.Name()))) {
				files = append(files, filepath.Join(arg, e.Name()))
			}
		}
		if len(files) == before {
			return nil, cannot("import-none", "path", arg)
		}
	}
	return files, nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// tellOf writes an error about one of several files: its name stands before each
// sentence that does not begin with it.
func (p *program) tellOf(path string, err error) {
	name := clean(path)
	for _, m := range p.words().Error(err) {
		if !strings.HasPrefix(m.Sentence, name) {
			m.Sentence = name + ": " + m.Sentence
		}
		fmt.Fprintln(p.err, "luwes: "+m.Sentence)
		if m.Hint != "" {
			fmt.Fprintln(p.err, m.Hint)
		}
	}
}

// progress shows how far a long work is, in one line that the next call replaces;
// without an id the line is removed. Only a terminal gets it.
func (p *program) progress(id string, pairs ...any) {
	if !isTerminal(p.err) {
		return
	}
	const again = "\r\x1b[K"
	if id == "" {
		fmt.Fprint(p.err, again)
		return
	}
	fmt.Fprint(p.err, again+p.words().T(id, pairs...))
}
