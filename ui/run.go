// Package ui is the terminal interface of luwes.
//
// [Run] starts it. [App] is the root; every screen is a small struct in a file of
// its own that implements [Screen]. Words come from ui/locale, colours and signs
// from ui/theme, drawings from ui/chart; what is saved goes through [Store].
package ui

import (
	"context"
	"errors"
	"io"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"luwes/assess"
)

// Options say what the interface starts with.
type Options struct {
	Store       Store
	Instruments func() []*assess.Instrument // built-in ones first, then the facilitator's own
	// Example makes a throw-away store with saved sessions to look at.
	Example func(context.Context) (Store, error)
	// Rules are what the answers to an instrument can mean; nil where there are none
	// for it. May be nil.
	Rules func(*assess.Instrument) *assess.Rules
	// Exchange carries sessions out and in; nil offers neither.
	Exchange Exchange
	// Remember keeps the language and the theme for the next start; may be nil.
	Remember func(lang, theme string) error
	// Warnings are told once at the start, such as a synchronised folder.
	Warnings []error
	// Check looks through the whole database while the first screen is in use;
	// may be nil.
	Check func(context.Context) error

	Lang    string // "id" or "en"
	Theme   string // one of theme.Names
	ASCII   bool   // plain signs instead of line drawing
	Margin  int    // empty cells on both sides, 0–20
	NoColor bool

	Now       func() time.Time
	PollEvery time.Duration // how often to look at the database's file; 0 is never

	RetryAfter time.Duration // before an answer that could not be saved is tried again; 0 is two seconds

	Input       io.Reader // nil is the terminal
	Output      io.Writer
	Environment []string

	ctx  context.Context
	keys *keyring // PINs that were given since the start
}

func (o Options) context() context.Context {
	if o.ctx == nil {
		return context.Background()
	}
	return o.ctx
}

func (o Options) today() string {
	now := time.Now
	if o.Now != nil {
		now = o.Now
	}
	return now().Format(time.DateOnly)
}

func (o Options) retryAfter() time.Duration {
	if o.RetryAfter == 0 {
		return 2 * time.Second
	}
	return o.RetryAfter
}

// framesPerSecond is what the toolkit allows at most; a key is repainted within
// one frame.
const framesPerSecond = 120

// Run shows the interface until the person leaves it. It returns
// [ErrInterrupted] when a signal ended it.
func Run(ctx context.Context, opt Options) error {
	opt.ctx = ctx
	options := []tea.ProgramOption{tea.WithContext(ctx), tea.WithFPS(framesPerSecond)}
	if opt.Input != nil {
		options = append(options, tea.WithInput(opt.Input))
	}
	if opt.Output != nil {
		options = append(options, tea.WithOutput(opt.Output))
	}
	if opt.Environment != nil {
		options = append(options, tea.WithEnvironment(opt.Environment))
	}
	if opt.NoColor {
		options = append(options, tea.WithColorProfile(colorprofile.ASCII))
	}
	app := NewApp(opt)
	app.prime()
	_, err := tea.NewProgram(app, options...).Run()
	app.lastSave()
	if errors.Is(err, tea.ErrInterrupted) || errors.Is(err, tea.ErrProgramKilled) && ctx.Err() != nil {
		return ErrInterrupted
	}
	return err
}

// lastSave hands to the store what still waits to be saved, after the last key. Where
// the window was closed on a slow disk that is what was typed during the save before.
// The context is over, so the store takes it without an answer; it is on disk when the
// store is closed.
func (a *App) lastSave() {
	ctx, over := context.WithCancel(a.opt.context())
	over()
	for _, s := range a.stack {
		if k, ok := s.(lastKeeper); ok {
			k.lastSave(ctx)
		}
	}
}

// ErrInterrupted is returned by [Run] when a signal ended the program.
var ErrInterrupted = errors.New("interrupted")
