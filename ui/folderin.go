package ui

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
)

var keyFolderIn = bind("Enter", "key.folder-in", "enter")

// folderIn takes in every session of a folder, one after another. It can be ended
// while a file is read and between two: one that is being saved is waited for, as it
// would be saved all the same and not be counted.
type folderIn struct {
	turn
	from   *importing
	files  []string
	told   []folderLine // one for each file that was read
	at     int
	begun  bool
	others int                // files of the folder that are left to be taken one by one
	ctx    context.Context    // of the whole folder
	stop   context.CancelFunc // ends it; nil before and after
	people int                // who joined
}

// A folderLine is what became of one file.
type folderLine struct {
	left bool  // it asks for a person who looks at its columns
	err  error // why it was not taken in
}

// folderFileMsg says what became of the next file.
type folderFileMsg struct {
	screen *folderIn
	people int
	folderLine
}

func newFolderIn(i *importing, in *Incoming) *folderIn {
	return &folderIn{from: i, files: in.Files, others: in.Others}
}

// Init waits until the person has seen how many there are.
func (f *folderIn) Init() tea.Cmd { return nil }

// Update takes what became of a file, and the keys.
func (f *folderIn) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case folderFileMsg:
		if msg.screen == f {
			return f, f.next(msg)
		}
	case tea.KeyPressMsg:
		return f, f.press(msg)
	}
	return f, nil
}

func (f *folderIn) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, keyBack) && f.stop != nil:
		f.stop()
		return nil
	case key.Matches(msg, keyBack), key.Matches(msg, keyChoose) && f.begun && f.stop == nil:
		if f.taken() > 0 {
			return f.leave(f.from.saved(f.summary)...)
		}
		return f.close()
	case key.Matches(msg, keyFolderIn) && !f.begun:
		f.begun = true
		f.ctx, f.stop = context.WithCancel(f.from.opt.context())
		return f.read()
	}
	f.at = step(msg.String(), f.at, len(f.files))
	return nil
}

// read reads and saves the file whose turn it is.
func (f *folderIn) read() tea.Cmd {
	ctx, path, i := f.ctx, f.files[len(f.told)], f.from
	saving := i.opt.context()
	return func() tea.Msg {
		in, err := i.opt.Exchange.Read(ctx, path)
		if err = errors.Join(err, ctx.Err()); err != nil {
			return folderFileMsg{f, 0, folderLine{err: err}}
		}
		if in.Session == nil {
			return folderFileMsg{f, 0, folderLine{left: true}}
		}
		if i.into != nil {
			n, err := i.opt.Exchange.Join(saving, i.store, i.into.ID, in.Session)
			return folderFileMsg{f, n, folderLine{err: err}}
		}
		_, err = i.opt.Exchange.Take(saving, i.store, in.Session)
		return folderFileMsg{f, 0, folderLine{err: err}}
	}
}

// next notes what became of a file and goes on to the one after it.
func (f *folderIn) next(msg folderFileMsg) tea.Cmd {
	if errors.Is(msg.err, context.Canceled) {
		f.end()
		n := f.taken()
		return func() tea.Msg { return noticeMsg{func(l Look) string { return l.Words.N("import.folder-ended", n) }} }
	}
	f.told = append(f.told, msg.folderLine)
	f.people += msg.people
	f.at = len(f.told) - 1
	if len(f.told) == len(f.files) {
		f.end()
		return nil
	}
	return f.read()
}

func (f *folderIn) end() {
	f.stop()
	f.stop = nil
}

// taken is the number of files that were taken in.
func (f *folderIn) taken() int {
	n := 0
	for _, line := range f.told {
		if line.err == nil && !line.left {
			n++
		}
	}
	return n
}

// Keys depend on what is under way.
func (f *folderIn) Keys() []key.Binding {
	switch {
	case !f.begun:
		return []key.Binding{keyFolderIn, keyCancel}
	case f.stop != nil:
		return []key.Binding{keyCancel}
	}
	return []key.Binding{keyBack, listMove}
}

// Title says what is asked.
func (f *folderIn) Title(l Look) string { return l.T("import.folder-title") }

// View draws the files and what became of them.
func (f *folderIn) View(l Look, width, height int) string {
	head := wrap(f.headline(l), width) + "\n"
	if f.others > 0 && f.stop == nil {
		head += l.Muted.Render(wrap(l.Words.N("import.folder-others", f.others), width)) + "\n"
	}
	rows := make([]string, len(f.files))
	for i, path := range f.files {
		rows[i] = f.row(l, i, oneLine(filepath.Base(path)), width)
	}
	return head + "\n" + scroll(l, rows, f.at, width, height-lipgloss.Height(head)-1)
}

func (f *folderIn) headline(l Look) string {
	switch {
	case !f.begun && f.from.into != nil:
		return l.Words.N("import.folder-join", len(f.files), "title", oneLine(f.from.into.Title))
	case !f.begun:
		return l.Words.N("import.folder-question", len(f.files))
	case f.stop != nil:
		return l.T("import.folder-progress", "n", len(f.told)+1, "all", len(f.files))
	}
	return f.summary(l)
}

// summary says what came of the folder.
func (f *folderIn) summary(l Look) string {
	said := l.Words.N("import.folder-done", f.taken(), "all", len(f.files))
	if f.from.into != nil {
		said += " " + joined(l, f.people)
	}
	return said
}

func (f *folderIn) row(l Look, i int, name string, width int) string {
	if i >= len(f.told) {
		return l.row("  "+name, i == f.at, width)
	}
	why := ""
	switch line := f.told[i]; {
	case line.left:
		why = l.T("import.folder-left")
	case line.err != nil:
		m := l.Words.Error(line.err)[0]
		why = strings.TrimSpace(sentence(m.Sentence) + " " + m.Hint)
	}
	if why != "" {
		return l.row(l.Bad.Render(l.Cross)+" "+name, i == f.at, width) + "\n" + under(l, why, 4, width)
	}
	return l.row(l.Good.Render(l.Check)+" "+name, i == f.at, width)
}
