package ui

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
	"luwes/ui/locale"
)

var (
	keyWrite      = bind("Enter", "key.write", "enter")
	keyTake       = bind("Tab", "key.take-offer", "tab")
	keyOffers     = bind("↑↓", "key.offers", "down")
	keyLetterhead = bind("F5", "key.letterhead", "f5")
	keyShow       = bind("Enter", "key.show-file", "enter")
	keyShowFolder = bind("f", "key.show-folder", "f")
)

// saveAs asks for the name of a file, writes a paper into it, and then says where
// it is.
type saveAs struct {
	turn
	store Store
	opt   Options
	out   Outgoing
	field *pathField
	named bool               // a name was proposed
	stop  context.CancelFunc // ends the writing that is under way; nil while there is none
	file  Written            // what was written; its path is empty before
}

// writtenMsg says what became of the writing.
type writtenMsg struct {
	screen *saveAs
	file   Written
	err    error
}

func newSaveAs(store Store, opt Options, out Outgoing) *saveAs {
	s := &saveAs{store: store, opt: opt, out: out}
	s.field = newPathField(opt, "", "."+out.Paper.Format)
	s.field.anew = true
	return s
}

// proposedMsg brings the name that is proposed, and the letterhead of the last time.
type proposedMsg struct {
	screen         *saveAs
	path, template string
}

// Init asks for a name that is free, and for the letterhead.
func (s *saveAs) Init() tea.Cmd {
	return func() tea.Msg {
		return spokenMsg{func(w *locale.Words) tea.Cmd {
			out := s.out
			out.Words = w
			return func() tea.Msg {
				msg := proposedMsg{screen: s, path: s.opt.Exchange.Propose(out)}
				if out.Lettered() {
					msg.template = s.opt.Exchange.Letterhead()
				}
				return msg
			}
		}}
	}
}

// Loading reports that no name is proposed yet.
func (s *saveAs) Loading() bool { return !s.named }

// Update takes what came of the writing, and the keys.
func (s *saveAs) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case proposedMsg:
		if msg.screen == s {
			s.named, s.out.Template = true, msg.template
			s.field.set(msg.path)
			return s, s.field.focus()
		}
	case writtenMsg:
		if msg.screen == s {
			return s, s.written(msg)
		}
	case agreedMsg:
		if msg.screen == s {
			return s, s.write(msg.replace, msg.makeFolder)
		}
	case tea.KeyPressMsg:
		return s, s.press(msg)
	case listingMsg:
		return s, s.field.update(msg)
	case tea.PasteMsg:
		if s.Typing() {
			return s, s.field.update(msg)
		}
	}
	return s, nil
}

func (s *saveAs) done() bool { return s.file.Path != "" }

func (s *saveAs) press(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case s.stop != nil: // only the way out is open meanwhile
		if key.Matches(msg, keyBack) {
			s.stop()
		}
		return nil
	case key.Matches(msg, keyBack):
		return s.close()
	case s.done():
		return s.pressDone(msg)
	case key.Matches(msg, keyWrite):
		if cmd, done := s.field.enter(); !done {
			return cmd
		}
		return s.write(false, false)
	case key.Matches(msg, keyLetterhead) && s.out.Lettered():
		return s.open(newChooseFile(s.opt, "letterhead.title", "letterhead.question", s.letterhead(), ".docx",
			func(path string) { s.out.Template = path }))
	}
	return s.field.update(msg)
}

func (s *saveAs) pressDone(msg tea.KeyPressMsg) tea.Cmd {
	path := s.file.Path
	switch {
	case key.Matches(msg, keyShowFolder):
		path = filepath.Dir(path)
	case !key.Matches(msg, keyShow):
		return nil
	}
	return func() tea.Msg {
		if err := s.opt.Exchange.Show(path); err != nil {
			return failMsg{err}
		}
		return notice("saveas.shown")()
	}
}

// letterhead is the one that is chosen, or else where the search for one begins: in
// the folder of the paper.
func (s *saveAs) letterhead() string {
	if folder := filepath.Dir(s.field.value()); s.out.Template == "" && folder != "." {
		return within(folder)
	}
	return s.out.Template
}

// write begins to write. It can be ended meanwhile; then no file is there.
func (s *saveAs) write(replace, makeFolder bool) tea.Cmd {
	if s.field.value() == "" {
		return notice("saveas.nameless")
	}
	ctx, stop := context.WithCancel(s.opt.context())
	s.stop = stop
	return s.spoken(func(w *locale.Words) tea.Cmd {
		out := s.out
		out.Words, out.Path, out.Replace, out.MakeFolder = w, s.field.value(), replace, makeFolder
		return func() tea.Msg {
			file, err := s.opt.Exchange.Write(ctx, out)
			return writtenMsg{s, file, err}
		}
	})
}

func (s *saveAs) written(msg writtenMsg) tea.Cmd {
	s.stop()
	s.stop = nil
	switch {
	case msg.err == nil:
		s.file = msg.file
		s.field.input.Blur()
		return nil
	case errors.Is(msg.err, context.Canceled):
		return notice("saveas.ended")
	case errors.Is(msg.err, fs.ErrExist):
		return s.open(newConfirm(confirmation{
			title: "saveas.exists-title", question: "saveas.exists", yes: "saveas.replace", no: "saveas.keep",
			values: []any{"path", oneLine(msg.file.Path)},
			act:    func() tea.Msg { return agreedMsg{s, true, false} },
		}))
	case errors.Is(msg.err, fs.ErrNotExist) && msg.file.Path != "":
		return s.open(newConfirm(confirmation{
			title: "saveas.folder-title", question: "saveas.folder", yes: "saveas.make-folder", no: "saveas.other-folder",
			values: []any{"path", oneLine(filepath.Dir(msg.file.Path))},
			act:    func() tea.Msg { return agreedMsg{s, false, true} },
		}))
	}
	return fail(msg.err)
}

// agreedMsg says that the file which stands there may be replaced, or that the folder
// may be made.
type agreedMsg struct {
	screen              *saveAs
	replace, makeFolder bool
}

// Header is that of the session.
func (s *saveAs) Header() assess.Header { return s.out.Session.Header }

// Subject is the session; a comparison is about none of its sessions alone.
func (s *saveAs) Subject() (Store, string) {
	if s.out.Compared != nil {
		return s.store, ""
	}
	return s.store, s.out.Session.ID
}

// Typing reports that keys belong to the name.
func (s *saveAs) Typing() bool { return !s.done() && s.stop == nil }

// Keys depend on whether the file is written.
func (s *saveAs) Keys() []key.Binding {
	switch {
	case s.stop != nil:
		return []key.Binding{keyCancel}
	case s.done():
		return []key.Binding{keyShow, keyShowFolder, keyBack}
	}
	keys := []key.Binding{keyWrite, keyOffers, keyTake}
	if s.out.Lettered() {
		keys = append(keys, keyLetterhead)
	}
	return append(keys, keyCancel)
}

// Title names the paper.
func (s *saveAs) Title(l Look) string { return l.T("papers." + string(s.out.Paper.Kind)) }
