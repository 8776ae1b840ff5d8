package ui

import (
	"strconv"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"luwes/assess"
)

// settle is where the group's outcome at an item is set: a level with the reason,
// or that people keep to their different views, with the dissent in words. Every
// key is saved as it is pressed; no answer of anybody is touched.
type settle struct {
	turn
	t      *talk
	cursor int // selected choice: a level from 0, and after them "agree to disagree"; -1 for none
	pair   *pair
}

const (
	fieldReason = iota
	fieldDissent
)

func newSettle(t *talk) *settle {
	st := t.point().settlement
	s := &settle{t: t, pair: newPair(-1, st.Reason, "settle.reason", st.Dissent, "settle.dissent")}
	s.cursor = s.chosen()
	return s
}

var (
	settleChoose = bind("↑↓ Enter", "key.settle-choice", "")
	settleLevels = bind("1–5", "key.settle-level", "")
	settleDiffer = bind("b", "key.settle-differ", "b")
	settleText   = bind("Tab", "key.settle-text", "tab", "shift+tab")
)

func (s *settle) levels() int { return len(s.t.point().item.Anchors) }

// chosen is the choice that is settled; -1 for none.
func (s *settle) chosen() int {
	switch st := s.t.point().settlement; st.Outcome {
	case assess.Agreed:
		return st.Level - 1
	case assess.Disagreed:
		return s.levels()
	}
	return -1
}

// Init begins at the choices.
func (s *settle) Init() tea.Cmd { return nil }

// Update takes the keys of the choices and of the texts.
func (s *settle) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		s.pair.resize(msg.Width-8, msg.Height-9-s.levels())
	case tea.KeyPressMsg:
		switch {
		case key.Matches(msg, keyBack):
			return s, s.close()
		case key.Matches(msg, settleText):
			return s, s.pair.focus(s.beside(msg.String()))
		case s.pair.at < 0:
			return s, s.press(msg.String())
		}
		return s, s.typed(msg)
	case tea.PasteMsg:
		if s.pair.at >= 0 {
			return s, s.typed(msg)
		}
	}
	return s, nil
}

// beside is the part of the screen after this one, or before it: the choices, the
// reason, the dissent.
func (s *settle) beside(k string) int {
	by := 1
	if k == "shift+tab" {
		by = 2
	}
	return (s.pair.at+1+by)%3 - 1
}

func (s *settle) press(k string) tea.Cmd {
	if n, err := strconv.Atoi(k); err == nil && n >= 1 && n <= s.levels() {
		return s.choose(n - 1)
	}
	switch k {
	case "b":
		return s.choose(s.levels())
	case "up":
		s.cursor = max(s.cursor-1, 0)
	case "down":
		s.cursor = min(s.cursor+1, s.levels())
	case "enter":
		if s.cursor < 0 {
			return notice("questionnaire.choose-first")
		}
		return s.choose(s.cursor)
	}
	return nil
}

// choose settles the item and goes on to the words that belong to it.
func (s *settle) choose(choice int) tea.Cmd {
	if s.t.discussion.locked() {
		return notice("questionnaire.locked")
	}
	s.cursor = choice
	st := s.t.point().settlement
	st.Outcome, st.Level = assess.Agreed, choice+1
	field := fieldReason
	if choice == s.levels() {
		st.Outcome, st.Level = assess.Disagreed, 0
		field = fieldDissent
	}
	return tea.Batch(s.t.settle(st), s.pair.focus(field))
}

func (s *settle) typed(msg tea.Msg) tea.Cmd {
	if s.t.discussion.locked() {
		return notice("questionnaire.locked")
	}
	cmd, changed := s.pair.typed(msg)
	if !changed {
		return cmd
	}
	st := s.t.point().settlement
	st.Reason, st.Dissent = s.pair.value(fieldReason), s.pair.value(fieldDissent)
	return tea.Batch(cmd, s.t.settle(st))
}

// Subject is the session of the talk.
func (s *settle) Subject() (Store, string) { return s.t.Subject() }

// Header is that of the session.
func (s *settle) Header() assess.Header { return s.t.Header() }

// Typing reports whether keys belong to a text.
func (s *settle) Typing() bool { return s.pair.at >= 0 }

// Keys of the choices, or of the texts.
func (s *settle) Keys() []key.Binding {
	if s.Typing() {
		return []key.Binding{settleText, keyNoteDone}
	}
	levels := settleLevels
	levels.SetHelp("1–"+strconv.Itoa(s.levels()), "key.settle-level")
	return []key.Binding{levels, settleDiffer, settleText, settleChoose, keyNoteDone}
}

// Title is that of the talk.
func (s *settle) Title(l Look) string { return s.t.Title(l) }

// View draws the choices, the two texts and whether they are saved.
func (s *settle) View(l Look, width, height int) string {
	return pad(fit(s.head(l, width)+"\n"+s.pair.view(l, width), width, height-1), height-1) + "\n" + s.t.foot(l)
}

// head is the question and the choices, each on one line.
func (s *settle) head(l Look, width int) string {
	text := s.t.question(l, width, 2)
	p, d := s.t.point(), s.t.discussion
	for i, anchor := range p.item.Anchors {
		text += "\n" + s.choice(l, i, strconv.Itoa(i+1), d.text(l, anchor), width)
	}
	return text + "\n" + s.choice(l, s.levels(), "b", l.T("settle.differ"), width)
}

func (s *settle) choice(l Look, i int, label, text string, width int) string {
	mark := "  "
	if i == s.chosen() {
		mark = l.Good.Render(l.Check) + " "
	}
	lead := pointer(l, i == s.cursor && s.pair.at < 0) + l.Key.Render(label) + " " + mark
	switch i {
	case s.chosen():
		return hanging(lead, l.Chosen.Render(text), width)
	case s.cursor:
		return hanging(lead, text, width)
	}
	return lead + l.cell(text, width-lipgloss.Width(lead))
}

// Cursor stands where the person writes.
func (s *settle) Cursor(l Look, width, _ int) *tea.Cursor {
	c := s.pair.cursor()
	if c != nil {
		c.Y += lipgloss.Height(s.head(l, width))
	}
	return c
}
