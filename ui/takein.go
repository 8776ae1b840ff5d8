package ui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"luwes/assess"
)

var keyTakeIn = bind("Enter", "key.take-in", "enter")

// takeIn shows what a file from another luwes brings, before it is saved.
type takeIn struct {
	turn
	from    *importing
	session *assess.Session
	busy    bool
}

// takenMsg says what became of it.
type takenMsg struct {
	screen *takeIn
	id     string
	people int
	err    error
}

func newTakeIn(i *importing, s *assess.Session) *takeIn { return &takeIn{from: i, session: s} }

// Init has nothing to read.
func (t *takeIn) Init() tea.Cmd { return nil }

// Update takes the keys, and the word of the store.
func (t *takeIn) Update(msg tea.Msg) (Screen, tea.Cmd) {
	switch msg := msg.(type) {
	case takenMsg:
		if msg.screen == t {
			return t, t.taken(msg)
		}
	case tea.KeyPressMsg:
		switch {
		case t.busy:
		case key.Matches(msg, keyBack):
			return t, t.close()
		case key.Matches(msg, keyTakeIn):
			return t, t.save()
		}
	}
	return t, nil
}

func (t *takeIn) save() tea.Cmd {
	t.busy = true
	return func() tea.Msg {
		if t.from.into != nil {
			n, err := t.from.opt.Exchange.Join(t.from.opt.context(), t.from.store, t.from.into.ID, t.session)
			return takenMsg{t, t.from.into.ID, n, err}
		}
		id, err := t.from.opt.Exchange.Take(t.from.opt.context(), t.from.store, t.session)
		return takenMsg{t, id, len(t.session.Respondents), err}
	}
}

// taken goes back to the list, or to the group that the people joined.
func (t *takeIn) taken(msg takenMsg) tea.Cmd {
	t.busy = false
	switch {
	case msg.err != nil && problemCount(msg.err) > 1:
		return t.open(newRefusal(t.session.Title, msg.err))
	case msg.err != nil:
		return fail(msg.err)
	case t.from.into != nil:
		return t.leave(t.from.saved(func(l Look) string { return joined(l, msg.people) })...)
	}
	return t.leave(t.from.saved(func(l Look) string { return l.T("import.taken", "title", oneLine(t.session.Title)) })...)
}

// joined says how many people came.
func joined(l Look, people int) string {
	if people == 0 {
		return l.T("import.nobody-new")
	}
	return l.Words.N("import.joined", people)
}

// Keys of the question.
func (t *takeIn) Keys() []key.Binding { return []key.Binding{keyTakeIn, keyCancel} }

// Title says what is asked.
func (t *takeIn) Title(l Look) string { return l.T("import.look-title") }

// View draws what the file holds.
func (t *takeIn) View(l Look, width, height int) string {
	s := t.session
	lines := []string{wrap(t.question(l), width), ""}
	for _, row := range [][2]string{
		{"import.session-title", oneLine(s.Title)},
		{"import.session-place", oneLine(strings.Trim(s.Region.Name+" · "+s.Unit, " ·"))},
		{"import.session-date", l.Words.Date(s.Date)},
		{"import.session-instrument", l.Words.Text(s.Instrument.Title, "")},
		{"import.session-people", t.people(l)},
		{"import.session-status", t.status(l)},
	} {
		if row[1] != "" {
			lines = append(lines, l.Muted.Render(l.cell(l.T(row[0]), 16))+"  "+l.cell(row[1], max(width-18, 1)))
		}
	}
	return fit(strings.Join(lines, "\n"), width, height)
}

// people says how many there are, and how many of them the group has already.
func (t *takeIn) people(l Look) string {
	n := l.Words.Integer(len(t.session.Respondents))
	if t.from.into == nil {
		return n
	}
	here := 0
	for _, r := range t.session.Respondents {
		if r.ID != "" && slices.ContainsFunc(t.from.into.Respondents, func(o assess.Respondent) bool { return strings.EqualFold(o.ID, strings.TrimSpace(r.ID)) }) {
			here++
		}
	}
	if here > 0 {
		n += "  (" + l.Words.N("import.here-already", here) + ")"
	}
	return n
}

// status is that of a whole assessment; people who join bring none.
func (t *takeIn) status(l Look) string {
	if t.from.into != nil {
		return ""
	}
	return l.Words.Status(t.session.Status)
}

func (t *takeIn) question(l Look) string {
	if t.from.into != nil {
		return l.T("import.join-question", "title", oneLine(t.from.into.Title))
	}
	return l.T("import.take-question")
}
