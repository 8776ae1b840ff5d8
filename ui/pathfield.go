package ui

import (
	"path/filepath"
	"strings"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
)

// pathField is where the name of a file is typed. Under it stand the files and
// folders that begin like this; an arrow goes to them. Tab goes on as far as all of
// them do, as in a shell, and then takes one.
type pathField struct {
	exchange Exchange
	opt      Options
	input    textinput.Model
	endings  []string // of the files that are offered
	list     Listing
	looked   bool // the list is that of what stands in the field
	anew     bool // a file that is not there yet is as good as one that is
	at       int  // selected offer; -1 is the field itself
}

// listingMsg brings what stands in a folder.
type listingMsg struct {
	field *pathField
	path  string
	list  Listing
}

func newPathField(opt Options, path string, endings ...string) *pathField {
	in := textinput.New()
	in.Prompt = ""
	in.CharLimit = 4096
	in.SetVirtualCursor(false)
	f := &pathField{exchange: opt.Exchange, opt: opt, input: in, endings: endings, at: -1}
	f.set(path)
	return f
}

// set puts a name into the field, with the caret behind it.
func (f *pathField) set(path string) {
	f.input.SetValue(path)
	f.input.CursorEnd()
	f.list, f.looked, f.at = Listing{}, false, -1
}

// value is the name that was typed.
func (f *pathField) value() string { return named(f.input.Value()) }

func (f *pathField) focus() tea.Cmd { return tea.Batch(f.input.Focus(), f.look()) }

// look asks for what begins like what is typed. A folder that cannot be read
// offers nothing: whoever names a file in it is told why then.
func (f *pathField) look() tea.Cmd {
	path := f.input.Value()
	return func() tea.Msg {
		list, err := f.exchange.Look(f.opt.context(), meant(path), f.endings)
		if err != nil {
			list = Listing{}
		}
		return listingMsg{f, path, list}
	}
}

// update takes what stands in the folder, and the keys that are not the screen's.
func (f *pathField) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case listingMsg:
		if msg.field == f && msg.path == f.input.Value() {
			f.list, f.looked, f.at = msg.list, true, -1
		}
		return nil
	case tea.KeyPressMsg:
		switch msg.String() {
		case "up", "down":
			f.at = max(min(f.at+map[string]int{"up": -1, "down": 1}[msg.String()], len(f.list.Offers)-1), -1)
			return nil
		case "tab":
			return f.complete()
		}
	case tea.PasteMsg:
		if path, whole := pasted(msg.Content); whole {
			f.set(path)
			return f.look()
		}
	default:
		return nil
	}
	before := f.input.Value()
	var cmd tea.Cmd
	f.input, cmd = f.input.Update(msg)
	if f.input.Value() == before {
		return cmd
	}
	f.at, f.looked = -1, false
	return tea.Batch(cmd, f.look())
}

// complete goes on as far as all that is offered does. Where that is no further, it
// goes to the first offer; the selected or only one is taken.
func (f *pathField) complete() tea.Cmd {
	switch {
	case len(f.list.Offers) == 0:
		return nil
	case f.at >= 0 || len(f.list.Offers) == 1:
		return f.take()
	case len([]rune(f.list.Common)) > len([]rune(f.input.Value())):
		f.set(f.list.Common)
		return f.look()
	}
	f.at = 0
	return nil
}

// take puts the selected offer, or else the first, into the field, and looks into
// it if it is a folder.
func (f *pathField) take() tea.Cmd {
	o := f.list.Offers[max(f.at, 0)]
	path := o.Path
	if o.Folder {
		path += string(filepath.Separator)
	}
	f.set(path)
	return f.look()
}

// enter takes a selected offer; done reports whether what stands in the field is
// what the person means.
func (f *pathField) enter() (cmd tea.Cmd, done bool) {
	if f.at < 0 {
		return nil, true
	}
	folder := f.list.Offers[f.at].Folder
	return f.take(), !folder
}

// fieldLead is the width of the pointer before the field.
const fieldLead = 2

// leastNames is the width of the names of the files that are offered, if none is longer.
const leastNames = 40

// draw writes the field and, in at most so many lines below, what is offered.
func (f *pathField) draw(l Look, width, lines int) string {
	text, _ := inSight(l, &f.input, width-fieldLead)
	out := l.Key.Render(l.Pointer) + " " + text
	if f.at >= 0 {
		out = "  " + text
	}
	if lines < 1 {
		return out
	}
	rows, names := make([]string, len(f.list.Offers)), leastNames
	for _, o := range f.list.Offers {
		names = max(names, lipgloss.Width(oneLine(o.Name)))
	}
	for i, o := range f.list.Offers {
		rows[i] = "  " + l.row(offerText(l, o, names, width-4), i == f.at, width-2)
	}
	switch {
	case f.list.More > 0:
		rows = append(rows, "    "+l.Muted.Render(l.cell(l.Words.N("path.more", f.list.More), width-4)))
	case f.looked && !f.anew && len(rows) == 0:
		rows = append(rows, "    "+l.Muted.Render(l.cell(l.T("path.none"), width-4)))
	}
	return out + "\n" + scroll(l, rows, max(f.at, 0), width, lines)
}

// offerText writes a folder, or a file with its day and size beside the names, which
// take so many cells.
func offerText(l Look, o FileOffer, names, width int) string {
	if o.Folder {
		return l.cell(oneLine(o.Name)+string(filepath.Separator), width)
	}
	told := l.Words.Date(o.Changed.Local().Format("2006-01-02")) + "  " + l.Words.Bytes(o.Size)
	names = min(names, max(width-lipgloss.Width(told)-2, 12))
	return l.cell(oneLine(o.Name), names) + "  " + l.Muted.Render(told)
}

// cursor is where the person types, so many lines from the top.
func (f *pathField) cursor(l Look, width, top int) *tea.Cursor {
	c := f.input.Cursor()
	if c == nil || f.at >= 0 {
		return nil
	}
	_, caret := inSight(l, &f.input, width-fieldLead)
	c.X = fieldLead + caret
	c.Y = top
	return c
}

// within is a path in a folder that ends with its separator.
func within(folder string) string {
	return strings.TrimRight(folder, string(filepath.Separator)) + string(filepath.Separator)
}
