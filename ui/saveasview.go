package ui

import (
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
)

// View draws the name with what is offered, or where the file is.
func (s *saveAs) View(l Look, width, height int) string {
	switch {
	case s.stop != nil:
		return wrap(l.T("saveas.writing", "path", oneLine(s.field.value())), width)
	case s.done():
		return s.place(l, width)
	}
	head := s.head(l, width)
	return head + "\n" + s.field.draw(l, width, height-lipgloss.Height(head)-1)
}

func (s *saveAs) head(l Look, width int) string {
	lines := []string{wrap(l.T("saveas.question", "format", l.T("format."+s.out.Paper.Format)), width)}
	if s.out.Lettered() {
		with := l.T("saveas.plain")
		if s.out.Template != "" {
			with = l.T("saveas.letterhead", "file", oneLine(filepath.Base(s.out.Template)))
		}
		lines = append(lines, l.Muted.Render(wrap(with, width)))
	}
	return strings.Join(lines, "\n") + "\n"
}

// place says where the file is; a long name goes over several lines, so that it can
// be read whole.
func (s *saveAs) place(l Look, width int) string {
	done := l.T("saveas.done", "size", l.Words.Bytes(s.file.Size))
	return l.Good.Render(l.Check+" "+done) + "\n\n" + wrap(oneLine(s.file.Path), width) + "\n\n" +
		l.Muted.Render(wrap(l.T("saveas.next"), width))
}

// Cursor stands in the name.
func (s *saveAs) Cursor(l Look, width, _ int) *tea.Cursor {
	if !s.Typing() {
		return nil
	}
	return s.field.cursor(l, width, lipgloss.Height(s.head(l, width)))
}
