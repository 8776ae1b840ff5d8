package ui

import (
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"luwes/assess"
	"luwes/assess/instruments"
)

// A driver presses keys and runs every command on the test's own goroutine.
type driver struct {
	t    *testing.T
	app  *App
	quit bool
}

// fitsEverywhere draws the screen at sizes so many columns and lines apart, from one
// cell on: it never has more lines or cells than there are.
func (d *driver) fitsEverywhere(name string, columns, lines int) {
	d.t.Helper()
	for w := 1; w <= 130; w += columns {
		for h := 1; h <= 44; h += lines {
			d.send(tea.WindowSizeMsg{Width: w, Height: h})
			drawn := strings.Split(d.screen(), "\n")
			if len(drawn) > h {
				d.t.Fatalf("%s at %dx%d has %d lines", name, w, h, len(drawn))
			}
			for _, line := range drawn {
				if n := cells(line); n > w {
					d.t.Fatalf("%s at %dx%d has a line of %d cells: %q", name, w, h, n, line)
				}
			}
		}
	}
}

// drive starts the program with a store at a size and in a language.
func drive(t *testing.T, store *fakeStore, width, height int, lang string) *driver {
	t.Helper()
	d := &driver{t: t, app: NewApp(options(store, lang))}
	d.send(tea.WindowSizeMsg{Width: width, Height: height})
	d.run(d.app.Init())
	return d
}

func options(store Store, lang string) Options {
	return Options{
		Store: store, Lang: lang, Now: clock, RetryAfter: 1,
		Instruments: func() []*assess.Instrument { return instruments.All() },
		Rules:       rulesOf,
	}
}

func (d *driver) send(msg tea.Msg) {
	if msg == nil {
		return
	}
	if v := reflect.ValueOf(msg); v.Kind() == reflect.Slice && v.Type().Elem() == reflect.TypeFor[tea.Cmd]() {
		for i := range v.Len() { // a batch, or the toolkit's own sequence
			d.run(v.Index(i).Interface().(tea.Cmd))
		}
		return
	}
	if _, ok := msg.(tea.QuitMsg); ok {
		d.quit = true
		return
	}
	_, cmd := d.app.Update(msg)
	d.run(cmd)
}

func (d *driver) run(cmd tea.Cmd) {
	if cmd != nil {
		d.send(cmd())
	}
}

// press presses keys by their names, one after another.
func (d *driver) press(keys ...string) *driver {
	for _, k := range keys {
		d.send(press(k))
	}
	return d
}

// text types a text, a character at a time.
func (d *driver) text(s string) *driver {
	for _, r := range s {
		d.send(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return d
}

// screen is what is on the screen, without colours.
func (d *driver) screen() string { return ansi.Strip(d.app.View().Content) }

// shows fails unless the screen contains every text.
func (d *driver) shows(texts ...string) *driver {
	d.t.Helper()
	for _, text := range texts {
		if !strings.Contains(oneLine(d.screen()), text) {
			d.t.Fatalf("screen does not show %q:\n%s", text, d.screen())
		}
	}
	return d
}

// hides fails if the screen contains a text.
func (d *driver) hides(text string) *driver {
	d.t.Helper()
	if strings.Contains(oneLine(d.screen()), text) {
		d.t.Fatalf("screen shows %q:\n%s", text, d.screen())
	}
	return d
}

// sweeping marks a test that draws hundreds of screens on one goroutine. The race
// detector finds nothing there and makes it ten times slower, so CI leaves it out of
// that run with -short.
func sweeping(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("draws hundreds of screens")
	}
}
