package ui

import (
	"path/filepath"
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

// pathField is where the name of a file is typed. Under it stand the files and
// folders that begin like this; an arrow goes to them, and Tab takes one.
type pathField struct {
	exchange Exchange
	opt      Options
	input    textinput.Model
	wanted   func(FileOffer) bool // which files are offered
	offers   []FileOffer
	at       int // selected offer; -1 is the field itself
}

// offersMsg brings what stands in a folder.
type offersMsg struct {
	field  *pathField
	path   string
	offers []FileOffer
}

func newPathField(opt Options, path string, wanted func(FileOffer) bool) *pathField {
	in := textinput.New()
	in.Prompt = ""
	in.CharLimit = 4096
	in.SetVirtualCursor(false)
	in.SetValue(path)
	in.CursorEnd()
	return &pathField{exchange: opt.Exchange, opt: opt, input: in, wanted: wanted, at: -1}
}

// value is the name that was typed.
func (f *pathField) value() string { return strings.TrimSpace(f.input.Value()) }

func (f *pathField) focus() tea.Cmd { return tea.Batch(f.input.Focus(), f.look()) }

// look asks for what begins like what is typed. A folder that cannot be read
// offers nothing: whoever names a file in it is told why then.
func (f *pathField) look() tea.Cmd {
	path := f.input.Value()
	return func() tea.Msg {
		offers, err := f.exchange.Look(f.opt.context(), path)
		if err != nil {
			offers = nil
		}
		return offersMsg{f, path, offers}
	}
}

// update takes what stands in the folder, and the keys that are not the screen's.
func (f *pathField) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case offersMsg:
		if msg.field == f && msg.path == f.input.Value() {
			f.offer(msg.offers)
		}
		return nil
	case tea.KeyPressMsg:
		switch msg.String() {
		case "up", "down":
			f.at = max(min(f.at+map[string]int{"up": -1, "down": 1}[msg.String()], len(f.offers)-1), -1)
			return nil
		case "tab":
			return f.take()
		}
	case tea.PasteMsg:
	default:
		return nil
	}
	before := f.input.Value()
	var cmd tea.Cmd
	f.input, cmd = f.input.Update(msg)
	if f.input.Value() == before {
		return cmd
	}
	f.at = -1
	return tea.Batch(cmd, f.look())
}

func (f *pathField) offer(offers []FileOffer) {
	f.offers, f.at = nil, -1
	for _, o := range offers {
		if o.Folder || f.wanted(o) {
			f.offers = append(f.offers, o)
		}
	}
}

// take puts the selected offer, or else the first, into the field, and looks into
// it if it is a folder.
func (f *pathField) take() tea.Cmd {
	if len(f.offers) == 0 {
		return nil
	}
	o := f.offers[max(f.at, 0)]
	path := o.Path
	if o.Folder {
		path += string(filepath.Separator)
	}
	f.input.SetValue(path)
	f.input.CursorEnd()
	f.offers, f.at = nil, -1
	return f.look()
}

// enter takes a selected offer; done reports whether what stands in the field is
// what the person means.
func (f *pathField) enter() (cmd tea.Cmd, done bool) {
	if f.at < 0 {
		return nil, true
	}
	folder := f.offers[f.at].Folder
	return f.take(), !folder
}

// draw writes the field and, in at most so many lines below, what is offered.
func (f *pathField) draw(l Look, width, lines int) string {
	field := f.input
	field.SetWidth(width - 3)
	out := l.Key.Render(l.Pointer) + " " + field.View()
	if f.at >= 0 {
		out = "  " + field.View()
	}
	if lines < 1 {
		return out
	}
	rows := make([]string, len(f.offers))
	for i, o := range f.offers {
		rows[i] = "  " + l.row(f.offerText(l, o, width-4), i == f.at, width-2)
	}
	return out + "\n" + scroll(l, rows, max(f.at, 0), width, lines)
}

func (f *pathField) offerText(l Look, o FileOffer, width int) string {
	if o.Folder {
		return l.cell(oneLine(o.Name)+string(filepath.Separator), width)
	}
	told := l.Words.Date(o.Changed.Local().Format("2006-01-02")) + "  " + l.Words.Bytes(o.Size)
	return l.cell(oneLine(o.Name), max(width-len(told)-2, 12)) + "  " + l.Muted.Render(told)
}

// cursor is where the person types, so many lines from the top.
func (f *pathField) cursor(top int) *tea.Cursor {
	c := f.input.Cursor()
	if c == nil || f.at >= 0 {
		return nil
	}
	c.X += 2
	c.Y += top
	return c
}

// ofFormat reports whether a file ends as a format does.
func ofFormat(format string) func(FileOffer) bool {
	return func(o FileOffer) bool { return strings.EqualFold(filepath.Ext(o.Name), "."+format) }
}
