// Package theme names the colours and the signs that the screens are drawn
// with, by the role they play. No other package chooses a colour.
//
// No theme paints a background: the terminal keeps its own. Colour never
// carries a meaning alone; each role has a sign, a weight or a place as well.
package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

// A Theme is the set of styles and signs of one look.
type Theme struct {
	Name string
	Glyphs

	Text     lipgloss.Style // ordinary words
	Muted    lipgloss.Style // what may be overlooked
	Title    lipgloss.Style // headings
	Key      lipgloss.Style // a key to press
	Selected lipgloss.Style // where the person is
	Chosen   lipgloss.Style // what was answered
	Value    lipgloss.Style // bars and positions
	Track    lipgloss.Style // what is left of a bar
	Good     lipgloss.Style // saved, done
	Warn     lipgloss.Style // to be looked at
	Bad      lipgloss.Style // not saved, failed
}

// Names are the themes in the order in which they are offered. The first uses
// the terminal's own sixteen colours, which fit a light and a dark background.
var Names = []string{"terminal", "light", "dark", "contrast"}

// palette holds the colours of a theme by role; nil is the terminal's own.
type palette struct {
	muted, accent, value, track, good, warn, bad color.Color
}

var palettes = map[string]palette{
	"terminal": {
		muted: lipgloss.BrightBlack, accent: lipgloss.Cyan, value: lipgloss.Blue, track: lipgloss.BrightBlack,
		good: lipgloss.Green, warn: lipgloss.Yellow, bad: lipgloss.Red,
	},
	"light": {
		muted: lipgloss.Color("#5c5f66"), accent: lipgloss.Color("#0b5cad"), value: lipgloss.Color("#0b5cad"), track: lipgloss.Color("#9a9da3"),
		good: lipgloss.Color("#1a6b2f"), warn: lipgloss.Color("#8a5300"), bad: lipgloss.Color("#b3261e"),
	},
	"dark": {
		muted: lipgloss.Color("#a0a4ab"), accent: lipgloss.Color("#7cc4ff"), value: lipgloss.Color("#7cc4ff"), track: lipgloss.Color("#5a5e66"),
		good: lipgloss.Color("#7fd69a"), warn: lipgloss.Color("#ffc46b"), bad: lipgloss.Color("#ff9a92"),
	},
	"contrast": {},
}

// New returns the theme with a name, the first one for a name that is unknown.
// With ascii the signs are plain characters that every font has.
func New(name string, ascii bool) *Theme {
	p, ok := palettes[name]
	if !ok {
		name = Names[0]
		p = palettes[name]
	}
	plain := lipgloss.NewStyle()
	in := func(c color.Color) lipgloss.Style {
		if c == nil {
			return plain
		}
		return plain.Foreground(c)
	}
	t := &Theme{
		Name: name, Glyphs: unicodeGlyphs,
		Text: plain, Muted: in(p.muted), Title: plain.Bold(true), Key: in(p.accent).Bold(true),
		Selected: plain.Reverse(true), Chosen: in(p.accent).Bold(true), Value: in(p.value), Track: in(p.track),
		Good: in(p.good), Warn: in(p.warn).Bold(true), Bad: in(p.bad).Bold(true),
	}
	if ascii {
		t.Glyphs = asciiGlyphs
	}
	return t
}

// Next is the name of the theme after this one.
func (t *Theme) Next() string {
	for i, name := range Names {
		if name == t.Name {
			return Names[(i+1)%len(Names)]
		}
	}
	return Names[0]
}
