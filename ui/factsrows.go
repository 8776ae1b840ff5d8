package ui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// A lineForm is a short form, one line a row. A row is a text to type, or a choice
// that the arrows change. It saves nothing itself: whoever owns it hears of every
// change.
type lineForm struct {
	rows []formLine
	at   int
}

// A formLine is one row of a lineForm; either input or choice is there.
type formLine struct {
	label  string // id of a message
	hint   func(Look) string
	input  *textinput.Model
	choice func(Look) string
	change func(step int) tea.Cmd
}

// typedRow is a row to type a text into.
func typedRow(label, text string, hint func(Look) string) formLine {
	in := textinput.New()
	in.Prompt = ""
	in.CharLimit = 400
	in.SetVirtualCursor(false)
	in.SetValue(text)
	return formLine{label: label, hint: hint, input: &in}
}

// value is what was typed into a row, without the spaces around it.
func (f *lineForm) value(row int) string { return strings.TrimSpace(f.rows[row].input.Value()) }

// typing reports whether keys belong to a text.
func (f *lineForm) typing() bool { return f.rows[f.at].input != nil }

// goTo goes to a row.
func (f *lineForm) goTo(row int) tea.Cmd {
	if in := f.rows[f.at].input; in != nil {
		in.Blur()
	}
	f.at = max(min(row, len(f.rows)-1), 0)
	if in := f.rows[f.at].input; in != nil {
		in.CursorEnd()
		return in.Focus()
	}
	return nil
}

// press takes a key: arrows and Tab move among the rows, left and right change a
// choice, and everything else belongs to the text. It reports whether a text has
// changed.
func (f *lineForm) press(msg tea.Msg) (cmd tea.Cmd, changed bool) {
	k, _ := msg.(tea.KeyPressMsg)
	switch k.String() {
	case "down", "tab", "enter":
		return f.goTo(f.at + 1), false
	case "up", "shift+tab":
		return f.goTo(f.at - 1), false
	}
	row := f.rows[f.at]
	if row.input != nil {
		before := row.input.Value()
		*row.input, cmd = row.input.Update(msg)
		return cmd, row.input.Value() != before
	}
	if step := map[string]int{"left": -1, "right": 1, "space": 1}[k.String()]; step != 0 {
		return row.change(step), false
	}
	return nil, false
}

// last reports whether no row follows.
func (f *lineForm) last() bool { return f.at == len(f.rows)-1 }

// The keys of such a form.
var (
	keyFormChoice = bind("←→", "key.plan-choice", "right")
	keyFormDone   = bind("Esc", "key.plan-done", "esc")
)

// keys are those of the row.
func (f *lineForm) keys() []key.Binding {
	var keys []key.Binding
	if !f.last() {
		keys = append(keys, keyNext)
	}
	if !f.typing() {
		keys = append(keys, keyFormChoice)
	}
	if f.at > 0 {
		keys = append(keys, keyPrev)
	}
	return append(keys, keyFormDone)
}

// formLabel is the width of the labels of a lineForm.
const formLabel = 16

// lines draws the rows, one block each; the selected one with its hint below.
func (f *lineForm) lines(l Look, width int) []string {
	out := make([]string, len(f.rows))
	for i, row := range f.rows {
		room := width - formLabel - 2
		value := "‹ "
		if row.input == nil {
			value += row.choice(l) + " ›"
		} else {
			value = oneLine(row.input.Value())
			if i == f.at {
				value, _ = inSight(l, row.input, room)
			}
		}
		label := l.cell(l.T(row.label), formLabel)
		if i != f.at {
			out[i] = "  " + l.Muted.Render(label) + l.cell(value, room)
			continue
		}
		out[i] = l.Key.Render(l.Pointer) + " " + l.Title.Render(label) + l.cell(value, room)
		if row.hint == nil {
			continue
		}
		if hint := row.hint(l); hint != "" {
			out[i] += "\n" + aside(l, hint, width)
		}
	}
	return out
}

// draw draws the rows under a head, the selected one always in sight.
func (f *lineForm) draw(l Look, head string, width, height int) string {
	if head != "" {
		head = l.shorten(head, width, max(height-6, 2)) + "\n\n"
	}
	used := lipgloss.Height(head) - 1
	return fit(head+window(f.lines(l, width), f.at, height-max(used, 0)), width, height)
}

// place is where the cursor stands: in the row with the pointer of what was drawn at
// a width.
func (f *lineForm) place(l Look, drawn string, width int) *tea.Cursor {
	if !f.typing() {
		return nil
	}
	c := f.rows[f.at].input.Cursor()
	if c == nil {
		return nil
	}
	_, caret := inSight(l, f.rows[f.at].input, width-formLabel-2)
	c.X = formLabel + 2 + caret
	for y, line := range strings.Split(ansi.Strip(drawn), "\n") {
		if strings.HasPrefix(line, l.Pointer) {
			c.Y += y
			break
		}
	}
	return c
}
