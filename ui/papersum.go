package ui

import (
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

// paperSum ends the entry of a form: the sum of the ticked levels that somebody
// counted on the paper is compared with that of what was typed.
type paperSum struct {
	sheet   *paperSheet
	counted string // digits, empty if nobody counted
	checked bool   // compared, and they differ
	at      int
}

// The rows.
const (
	sumField = iota
	sumDone
	sumBack
	sumLater
)

func newPaperSum(p *paperSheet) *paperSum { return &paperSum{sheet: p} }

// rows are those that can be selected. An anonymous form cannot be found again, so
// it cannot be left for later.
func (s *paperSum) rows() int {
	if s.sheet.session.Identity == assess.Anonymous {
		return sumLater
	}
	return sumLater + 1
}

var keyUse = bind("F8", "key.form-done", "f8")

func (s *paperSum) keys() []key.Binding { return []key.Binding{keyChoose, keyUse, keyBack} }

func (s *paperSum) press(msg tea.KeyPressMsg) tea.Cmd {
	k := msg.String()
	switch {
	case s.sheet.gone:
		return nil
	case key.Matches(msg, keyBack):
		s.sheet.sum = nil
		return nil
	case key.Matches(msg, keyUse):
		return s.done()
	case key.Matches(msg, keyChoose):
		return s.choose()
	case s.at == sumField && k == "backspace":
		s.counted, s.checked = s.counted[:max(len(s.counted)-1, 0)], false
		return nil
	case s.at == sumField && len(k) == 1 && k >= "0" && k <= "9" && len(s.counted) < 4:
		s.counted, s.checked = s.counted+k, false
		return nil
	}
	s.at = step(k, s.at, s.rows())
	return nil
}

func (s *paperSum) choose() tea.Cmd {
	switch s.at {
	case sumField:
		if s.counted == "" || s.agrees() {
			return s.done()
		}
		s.checked, s.at = true, sumBack
	case sumDone:
		return s.done()
	case sumBack:
		s.sheet.sum = nil
	case sumLater:
		return s.sheet.end(assess.Answering)
	}
	return nil
}

// agrees reports whether the count on the paper is that of what was typed.
func (s *paperSum) agrees() bool {
	n, err := strconv.Atoi(s.counted)
	return err == nil && n == s.sheet.ticked()
}

// done ends the form, unless the sums differ and nobody has been told yet.
func (s *paperSum) done() tea.Cmd {
	if s.counted != "" && !s.agrees() && !s.checked {
		s.checked, s.at = true, sumBack
		return nil
	}
	return s.sheet.end(assess.Done)
}

type paperEndMsg struct {
	screen *paperSheet
	phase  assess.Phase
	err    error
}

// end marks the person as done and opens the next form, or leaves this one for
// later.
func (p *paperSheet) end(phase assess.Phase) tea.Cmd {
	cmd, all := p.saver.finish()
	if !all {
		return tea.Batch(cmd, p.stays())
	}
	p.gone = true
	return tea.Batch(cmd, func() tea.Msg {
		var err error
		if phase == assess.Done {
			err = p.store.Mark(p.opt.context(), p.id, p.person, phase)
		}
		return paperEndMsg{p, phase, err}
	})
}

func (p *paperSheet) ended(msg paperEndMsg) tea.Cmd {
	p.gone = false
	code := oneLine(p.person)
	switch {
	case msg.err != nil:
		return fail(msg.err)
	case msg.phase != assess.Done:
		return p.turn.close(noticeMsg{func(l Look) string { return l.T("paper.left", "code", code) }})
	}
	n := p.touched()
	return p.turn.leave(insteadMsg{p, newPaperForm(p.store, p.opt, p.session)}, noticeMsg{func(l Look) string {
		return l.Words.N("paper.done", n)
	}})
}
