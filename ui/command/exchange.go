package command

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"sync"

	"github.com/adrg/xdg"
	"github.com/atotto/clipboard"

	"luwes/assess/instruments"
	"luwes/data/transfer"
	"luwes/ui"
	"luwes/ui/report"
)

// An exchange is the [ui.Exchange] of the program: it writes and reads the same
// files as the commands do.
type exchange struct {
	program *program
	mu      sync.Mutex
	folder  string // that was used last; empty is that of the person's documents
}

// Propose names a file that does not stand there yet.
func (e *exchange) Propose(o ui.Outgoing) string {
	name := o.Words.T("file-name." + string(o.Paper.Kind))
	title := o.Session.Title
	if o.Paper.Kind == ui.ComparisonPaper {
		title = report.ComparedTitle(o.Compared, o.Words)
	}
	return freeName(filepath.Join(e.place(), fileNameOf(name+" - "+title)), "."+o.Paper.Format)
}

// place is where files are put unless the person says otherwise.
func (e *exchange) place() string {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.folder != "" {
		return e.folder
	}
	xdg.Reload()
	for _, folder := range []string{xdg.UserDirs.Documents, xdg.Home} {
		if info, err := os.Stat(folder); err == nil && info.IsDir() {
			return folder
		}
	}
	return "."
}

func (e *exchange) used(path string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.folder = filepath.Dir(path)
}

// Write makes a paper and writes it into its file. It looks whether it is still
// wanted before every step, so that a file only appears where it is.
func (e *exchange) Write(ctx context.Context, o ui.Outgoing) (ui.Written, error) {
	path, err := fullPath(o.Path, e.Propose(o), o.Paper.Format)
	if err != nil {
		return ui.Written{}, err
	}
	w := ui.Written{Path: path}
	if err := free(path, o); err != nil {
		return w, err // before the work, not after it
	}
	text, err := made(o)
	if err == nil {
		err = ctx.Err()
	}
	if err == nil {
		err = put(path, o, text)
	}
	if err != nil {
		return w, err
	}
	w.Size = int64(len(text))
	e.used(path)
	e.lettered(o)
	return w, nil
}

// made is a paper as the bytes of its file.
func made(o ui.Outgoing) ([]byte, error) {
	var b bytes.Buffer
	var err error
	switch o.Paper.Kind {
	case ui.WorkbookPaper:
		return report.Workbook(o.Session, o.Words)
	case ui.AnswersPaper:
		err = transfer.WriteWide(&b, o.Session)
	case ui.SessionPaper:
		err = transfer.WriteSession(&b, o.Session)
	default:
		write := reports[o.Paper.Format]
		if o.Lettered() && o.Template != "" {
			var template string
			if template, err = homed(o.Template); err == nil {
				write, err = onLetterhead(template)
			}
		}
		if err == nil {
			err = write(&b, outgoingDocument(o))
		}
	}
	return b.Bytes(), err
}

// outgoingDocument is a paper for people before it has a format.
func outgoingDocument(o ui.Outgoing) *report.Document {
	if o.Paper.Kind == ui.ComparisonPaper {
		return report.Compare(o.Compared, o.Words)
	}
	return documentOf(o.Paper.Kind, o.Session, o.Words, options(o))
}

func options(o ui.Outgoing) report.Options {
	return report.Options{Short: o.Paper.Kind == ui.ShortPaper, Rules: instruments.Rules(o.Session.Instrument.ID), Earlier: o.Earlier}
}

// Summary puts a session into a few plain sentences.
func (e *exchange) Summary(o ui.Outgoing) string { return report.Brief(o.Session, o.Words, options(o)) }

// Copy puts a text on the clipboard.
func (e *exchange) Copy(text string) error { return clipboard.WriteAll(text) }
