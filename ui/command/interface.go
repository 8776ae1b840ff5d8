package command

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"luwes/assess"
	"luwes/assess/instruments"
	"luwes/data"
	"luwes/ui"
	"luwes/ui/locale"
)

// pollEvery is how often the interface looks whether another program has written
// and whether its file is still there.
const pollEvery = 2 * time.Second

// interrupted reports whether a signal ended the interface.
func interrupted(err error) bool { return errors.Is(err, ui.ErrInterrupted) }

// openInterface opens the terminal interface on the database, which is made if
// there is none. One that cannot be written is opened for reading, and the
// interface says so.
func (p *program) openInterface(ctx context.Context) error {
	if !p.terminals() {
		return misuse("no-terminal")
	}
	if p.oldConsole() {
		return cannot("console-old")
	}
	go locale.For(p.lang).T("sessions.title") // reads the words while the database opens
	opt := data.Options{Create: true, Now: p.now}
	store, err := data.Open(ctx, p.db, opt)
	var warnings []error
	if readable(err) {
		warnings = append(warnings, err)
		store, err = data.Open(ctx, p.db, data.Options{ReadOnly: true, Now: p.now})
	}
	if err != nil {
		return err
	}
	if service, ok := data.SyncedFolder(p.db); ok {
		warnings = append(warnings, cannot("database-synced", "service", service))
	}
	return p.interact(ctx, store, warnings)
}

// readable reports whether a database that could not be opened for writing may
// be opened for reading.
func readable(err error) bool {
	var f *data.Fault
	if !errors.As(err, &f) {
		return false
	}
	return f.Code == data.DatabaseReadonly || f.Code == data.FolderReadonly || f.Code == data.FilesystemReadonly
}

// interact runs the interface on an open store and closes it afterwards.
func (p *program) interact(ctx context.Context, store *data.Store, warnings []error) error {
	examples := throwaway{words: p.words()}
	defer examples.close()
	err := ui.Run(ctx, ui.Options{
		Store:       store,
		Instruments: p.instruments,
		Rules:       func(in *assess.Instrument) *assess.Rules { return instruments.Rules(in.ID) },
		Example: func(ctx context.Context) (ui.Store, error) {
			store, err := examples.open(ctx)
			if err != nil {
				return nil, err
			}
			return store, nil
		},
		Exchange: &exchange{program: p},
		Remember: func(lang, theme string) error { return remember(configPath(), lang, theme) },
		Warnings: warnings,
		Check:    func(ctx context.Context) error { return look(ctx, store) },
		Lang:     p.lang, Theme: p.theme, ASCII: p.ascii, Margin: p.margin, NoColor: p.noColor,
		Now: p.now, PollEvery: pollEvery,
		Input: p.in, Output: p.out.w, Environment: os.Environ(),
	})
	if closing := store.Close(); err == nil {
		err = closing
	}
	return err
}

// look goes through the whole database, and before that reads the session that is
// opened most likely, so that its instrument is parsed when the person asks.
func look(ctx context.Context, store *data.Store) error {
	if id, err := store.Resolve(ctx, "last"); err == nil {
		_, _ = store.Session(ctx, id) // if it cannot be read, the check says so
	}
	return store.QuickCheck(ctx)
}

// instruments are those that a new assessment may use.
func (p *program) instruments() []*assess.Instrument {
	var out []*assess.Instrument
	for _, l := range data.NewLibrary(p.db, instruments.All()).List() {
		if l.Instrument != nil {
			out = append(out, l.Instrument)
		}
	}
	return out
}

// runDemo opens the interface on a throw-away database.
func (p *program) runDemo(ctx context.Context) error {
	if !p.terminals() {
		return misuse("no-terminal")
	}
	demo := throwaway{words: p.words()}
	defer demo.close()
	store, err := demo.open(ctx)
	if err != nil {
		return err
	}
	p.db = store.Path()
	return p.interact(ctx, store, nil)
}

// A throwaway is a database with the examples in a folder of its own, removed at
// the end.
type throwaway struct {
	words  *locale.Words // of the titles, so that every reader learns that all is invented
	folder string
	store  *data.Store
}

func (t *throwaway) open(ctx context.Context) (*data.Store, error) {
	if t.store != nil {
		return t.store, nil
	}
	folder, err := os.MkdirTemp("", "luwes-demo-")
	if err != nil {
		return nil, fileFault(err, os.TempDir(), "file-unwritable")
	}
	t.folder = folder
	store, err := data.Open(ctx, filepath.Join(folder, "luwes.db"), data.Options{Create: true})
	if err != nil {
		return nil, err
	}
	for _, s := range Examples() {
		s.Title = t.words.T("sessions.example-title", "region", s.Region.Name, "year", strconv.Itoa(s.BudgetYear))
		if _, err := store.Create(ctx, s); err != nil {
			return nil, errors.Join(err, store.Close())
		}
	}
	t.store = store
	return store, nil
}

func (t *throwaway) close() {
	if t.store != nil {
		_ = t.store.Close() // it may be closed already
	}
	if t.folder != "" {
		_ = os.RemoveAll(t.folder)
	}
}
