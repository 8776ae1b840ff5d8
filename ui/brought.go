package ui

import (
	"cmp"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// brought is what a form of a new assessment has from a file: the people with
// their answers, and what they agreed.
type brought struct {
	from *importing
	file *assess.Session
}

// broughtMsg says what became of the assessment.
type broughtMsg struct {
	screen *details
	id     string
	method assess.Method
	err    error
}

// newBrought is the form of a new assessment whose answers come from a file. They
// fix the questionnaire; everything else is asked for as usual, and offered as far
// as the file says it.
func newBrought(i *importing, path string, file *assess.Session) *details {
	h := file.Header
	if h.Title == "" {
		name := filepath.Base(path)
		h.Title = strings.TrimSuffix(name, filepath.Ext(name))
	}
	h.Date = cmp.Or(h.Date, i.opt.today())
	d := newDetails(i.store, i.opt, assess.Header{})
	d.brought = &brought{i, file}
	d.instruments = []*assess.Instrument{file.Instrument}
	d.fill(h)
	d.ownTitle = true
	if len(file.Respondents) > 1 || len(file.Settlements) > 0 {
		d.header.Method = assess.GroupMethod
	}
	return d
}

// methods are those that an assessment can be held in: as many people as a file has
// do not answer as one, and nobody agrees alone.
func (d *details) methods() []assess.Method {
	switch {
	case d.brought == nil:
		return methods
	case len(d.brought.file.Respondents) > 1:
		return []assess.Method{assess.GroupMethod}
	case len(d.brought.file.Settlements) > 0:
		return []assess.Method{assess.GroupMethod, assess.ConsensusMethod}
	}
	return methods
}

// optional are the parts of the questionnaire that can be left out. The answers of a
// file say themselves which they are.
func (d *details) optional() []assess.Group {
	if d.brought != nil {
		return nil
	}
	return d.instrument().Modules()
}

// bring saves the assessment with its answers.
func (d *details) bring(h assess.Header) tea.Cmd {
	return func() tea.Msg {
		s, err := d.opt.Exchange.Make(h, d.brought.file)
		if err != nil {
			return broughtMsg{screen: d, err: err}
		}
		id, err := d.store.Create(d.opt.context(), s)
		return broughtMsg{d, id, s.Method, err}
	}
}

// arrived goes back to where the file was asked for, and opens the assessment.
func (d *details) arrived(msg broughtMsg) tea.Cmd {
	d.busy = false
	if msg.err != nil {
		return fail(msg.err)
	}
	return d.leave(returnMsg{d.brought.from.home}, openMsg{newResults(d.store, d.opt, msg.id)}, noticeMsg{func(l Look) string {
		return l.Words.N("import.brought", len(d.brought.file.Respondents))
	}})
}
